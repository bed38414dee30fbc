package guard

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// lookAgain is how often the files of a certificate are looked at.
const lookAgain = 10 * time.Second

// Certificate is a certificate with its key from two files. It is read again
// when they change, so that a renewed one needs no restart; one that cannot be
// used is logged, and the last good one goes on.
type Certificate struct {
	certFile, keyFile string
	log               *slog.Logger
	now               func() time.Time

	mu     sync.Mutex
	pair   *tls.Certificate
	stamp  string
	looked time.Time
}

// LoadCertificate reads PEM files; the first may hold the chain. The error says
// which file is at fault.
func LoadCertificate(certFile, keyFile string, log *slog.Logger) (*Certificate, error) {
	c := &Certificate{certFile: certFile, keyFile: keyFile, log: log, now: time.Now}
	if err := c.load(); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.now(); now.Sub(c.looked) >= lookAgain {
		c.looked = now
		if err := c.load(); err != nil {
			c.log.Error("the certificate cannot be read again; the last good one goes on", "error", err)
		}
	}
	return c.pair, nil
}

// load reads the files where they are not those that were read last. A stamp
// that failed is not kept: certificate and key are replaced one after the other.
func (c *Certificate) load() error {
	stamp := ""
	for _, name := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		stamp += fmt.Sprint(info.ModTime().UnixNano(), info.Size(), " ")
	}
	if stamp == c.stamp {
		return nil
	}
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("%s and %s: %w", c.certFile, c.keyFile, err)
	}
	c.pair, c.stamp = &pair, stamp
	return nil
}
