package guard

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// write writes a certificate of its own for 127.0.0.1 and its key.
func write(t *testing.T, certFile, keyFile string, serial int64) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	shape := &x509.Certificate{SerialNumber: big.NewInt(serial), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	cert, err := x509.CreateCertificate(rand.Reader, shape, shape, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: cert}, keyFile: {Type: "PRIVATE KEY", Bytes: der}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTLSAndARenewedCertificate(t *testing.T) {
	dir := t.TempDir()
	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	log := slog.New(slog.DiscardHandler)
	if _, err := LoadCertificate(certFile, keyFile, log); err == nil {
		t.Error("files that are not there were read")
	}
	write(t, certFile, keyFile, 1)
	cert, err := LoadCertificate(certFile, keyFile, log)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	cert.now = func() time.Time { return now }
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := Server(http.HandlerFunc(yes), cert, log)
	go func() { _ = s.ServeTLS(l, "", "") }()
	defer s.Close()
	serial := func(most uint16) (int64, error) {
		conn, err := tls.Dial("tcp", l.Addr().String(), &tls.Config{InsecureSkipVerify: true, MaxVersion: most})
		if err != nil {
			return 0, err
		}
		defer conn.Close()
		return conn.ConnectionState().PeerCertificates[0].SerialNumber.Int64(), nil
	}
	expect := func(want int64, when string) {
		t.Helper()
		now = now.Add(lookAgain)
		if got, err := serial(tls.VersionTLS13); err != nil || got != want {
			t.Errorf("%s: certificate %d, want %d (%v)", when, got, want, err)
		}
	}
	expect(1, "at first")
	if _, err := serial(tls.VersionTLS11); err == nil {
		t.Error("TLS 1.1 is spoken")
	}
	write(t, certFile, keyFile, 2)
	expect(2, "renewed")
	if err := os.WriteFile(certFile, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	expect(2, "spoiled")
	if err := os.Remove(keyFile); err != nil {
		t.Fatal(err)
	}
	expect(2, "gone")
	write(t, certFile, keyFile, 3)
	expect(3, "mended")
}

func TestWhoSendsNoBodyIsNotWaitedForWithoutEnd(t *testing.T) {
	g := New(Config{PerAddress: 1000, Log: slog.New(slog.DiscardHandler)})
	s := Server(g.Outer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(300 * time.Millisecond) // longer than a request may take to come in
		if err := r.Context().Err(); err != nil {
			t.Errorf("%s: %v", r.URL.Path, err)
		}
	})), nil, slog.New(slog.DiscardHandler))
	if s.ReadTimeout == 0 {
		t.Fatal("requests may come in for ever")
	}
	s.ReadTimeout = 100 * time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = s.Serve(l) }()
	defer s.Close()
	for path, tc := range map[string]struct{ header, want string }{
		"/x/events":   {"Content-Length: 100", "HTTP/1.1 400"},
		"/y/events":   {"Transfer-Encoding: chunked", "HTTP/1.1 400"},
		"/api/events": {"Connection: close", "HTTP/1.1 200"}, // a stream, which goes on
	} {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if err := c.SetDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n", path, tc.header)
		answer, err := io.ReadAll(c) // until the server ends the connection
		if err != nil || !strings.HasPrefix(string(answer), tc.want) {
			t.Errorf("%s: %.60q, %v", path, answer, err)
		}
	}
}
