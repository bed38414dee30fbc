package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// startTime is how long the embedded server may take to read its folder.
const startTime = time.Minute

// embedded is a JetStream server in this process. It listens nowhere.
type embedded struct {
	config *Config
	unlock func()
	server atomic.Pointer[server.Server]
	broken atomic.Bool // a write to the disk failed
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
	e := &embedded{config: c, unlock: unlock}
	if err := e.start(); err != nil {
		e.close()
		return nil, err
	}
	return e, nil
}

func (e *embedded) start() error {
	s, err := server.NewServer(&server.Options{ServerName: "sortie", DontListen: true, JetStream: true, StoreDir: e.config.Store,
		SyncAlways: true, NoSigs: true, DisableJetStreamBanner: true})
	if err != nil {
		return fmt.Errorf("the server for runs does not start: %w", err)
	}
	s.SetLoggerV2(natsLog{e.config.Log, &e.broken}, false, false, false)
	e.server.Store(s)
	go s.Start()
	if !s.ReadyForConnections(startTime) || !s.JetStreamEnabled() {
		return errors.New("the server for runs does not start: the log says why")
	}
	return nil
}

func (e *embedded) stop() {
	if s := e.server.Load(); s != nil {
		s.Shutdown()
		s.WaitForShutdown()
	}
}

func (e *embedded) close() {
	e.stop()
	e.unlock()
}

// InProcessConn is a connection to the server that runs now.
func (e *embedded) InProcessConn() (net.Conn, error) { return e.server.Load().InProcessConn() }

// healEvery is how often a disk that could not be written to is tried.
const healEvery = time.Second

// heal starts the server anew, until the context ends, once the disk can be
// written to again: after a failed write JetStream takes nothing more. What it
// has acknowledged is on the disk, and connections are made again by themselves.
func (e *embedded) heal(ctx context.Context) {
	tick := time.NewTicker(healEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if !e.broken.Load() || !writable(e.config.Store) {
			continue
		}
		e.stop()
		e.broken.Store(false)
		if err := e.start(); err != nil {
			e.broken.Store(true)
			e.config.Log.Error("runs cannot be kept yet", "error", err)
			continue
		}
		e.config.Log.Info("the disk can be written to again: runs are kept again")
	}
}

// room is how much has to be free before more is taken after the disk was full.
const room = 16 << 20

// writable reports whether the folder's disk takes what a few runs need.
func writable(folder string) bool {
	f, err := os.CreateTemp(folder, "room-*")
	if err != nil {
		return false
	}
	defer os.Remove(f.Name())
	_, err = f.Write(make([]byte, room))
	return errors.Join(err, f.Sync(), f.Close()) == nil
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

// natsLog hands on what the embedded server logs, and notes when a write failed.
// What it does in the ordinary way is of interest only to whoever looks for a
// fault.
type natsLog struct {
	*slog.Logger
	broken *atomic.Bool
}

func (l natsLog) Errorf(format string, v ...any) {
	text := fmt.Sprintf(format, v...)
	if strings.Contains(strings.ToLower(text), "critical write error") {
		l.broken.Store(true)
	}
	l.Error("nats: " + text)
}

func (l natsLog) Fatalf(format string, v ...any)  { l.Errorf(format, v...) }
func (l natsLog) Warnf(format string, v ...any)   { l.Warn("nats: " + fmt.Sprintf(format, v...)) }
func (l natsLog) Noticef(format string, v ...any) { l.Debug("nats: " + fmt.Sprintf(format, v...)) }
func (l natsLog) Debugf(string, ...any)           {}
func (l natsLog) Tracef(string, ...any)           {}
