package jobs

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// startTime is how long the embedded server may take to read its folder.
const startTime = time.Minute

// embedded is a JetStream server in this process. It listens nowhere.
type embedded struct {
	server *server.Server
	unlock func()
}

// embed starts the server over its folder, which no other process may use
// meanwhile. What the server has acknowledged is on the disk.
func embed(c *Config) (*embedded, error) {
	if c.Store == "" {
		return nil, errors.New("a folder for runs has to be named")
	}
	if err := os.MkdirAll(c.Store, 0o700); err != nil {
		return nil, fmt.Errorf("the folder for runs cannot be made: %w", err)
	}
	unlock, err := lock(filepath.Join(c.Store, "lock"))
	if err != nil {
		return nil, err
	}
	s, err := server.NewServer(&server.Options{ServerName: "sortie", DontListen: true, JetStream: true, StoreDir: c.Store,
		SyncAlways: true, NoSigs: true, DisableJetStreamBanner: true})
	if err != nil {
		unlock()
		return nil, fmt.Errorf("the server for runs does not start: %w", err)
	}
	s.SetLoggerV2(natsLog{c.Log}, false, false, false)
	go s.Start()
	e := &embedded{s, unlock}
	if !s.ReadyForConnections(startTime) || !s.JetStreamEnabled() {
		e.close()
		return nil, errors.New("the server for runs does not start: the log says why")
	}
	return e, nil
}

func (e *embedded) close() {
	e.server.Shutdown()
	e.server.WaitForShutdown()
	e.unlock()
}

// lockTime is how long a process that is about to end may still hold the folder.
const lockTime = 2 * time.Second

// lock takes a file for this process; the system gives it back when the process
// ends, however that comes about.
func lock(path string) (unlock func(), err error) {
	type locked struct {
		unlock func()
		err    error
	}
	got := make(chan locked, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		got <- locked{unlock, err}
	}()
	select {
	case l := <-got:
		return l.unlock, l.err
	case <-time.After(lockTime):
		go func() { // should it still come free, it is not ours
			if l := <-got; l.err == nil {
				l.unlock()
			}
		}()
		return nil, fmt.Errorf("another sortie has %s open: stop it, or let both join a cluster (--nats)", filepath.Dir(path))
	}
}

// natsLog hands on what the embedded server logs. What it does in the ordinary
// way is of interest only to whoever looks for a fault.
type natsLog struct{ *slog.Logger }

func (l natsLog) Noticef(format string, v ...any) { l.Debug("nats: " + fmt.Sprintf(format, v...)) }
func (l natsLog) Warnf(format string, v ...any)   { l.Warn("nats: " + fmt.Sprintf(format, v...)) }
func (l natsLog) Errorf(format string, v ...any)  { l.Error("nats: " + fmt.Sprintf(format, v...)) }
func (l natsLog) Fatalf(format string, v ...any)  { l.Error("nats: " + fmt.Sprintf(format, v...)) }
func (l natsLog) Debugf(string, ...any)           {}
func (l natsLog) Tracef(string, ...any)           {}
