package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"sortie/internal/tools/load"
	"sortie/missionfile"
)

// A headquarters on a busy day.
const (
	serveStreams = 200
	serveWriters = 50
	serveReaders = 50
	serveRuns    = 2
)

// mostAnswer is within how many seconds 99 of 100 requests are answered: what
// feels immediate ends at a second or so.
const mostAnswer = 1.0

// mostGrowth is how much more memory the server may hold in the last fifth of
// the load than in the second.
const mostGrowth = 1.25

// serve puts a server of the built program, on SQLite, under load.
func (b *bench) serve() error {
	m, err := read(withdrawal)
	if err != nil {
		return err
	}
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		return err
	}
	s, err := b.startServer()
	if err != nil {
		return err
	}
	defer s.stop()
	figures, err := load.Run(context.Background(), load.Config{
		URL: s.url, Admin: s.admin, Mission: text, ID: m.ID, For: b.busy,
		Streams: serveStreams, Readers: serveReaders, Writers: serveWriters, Runs: serveRuns,
		ReadEvery: 2 * time.Second, WriteEvery: 2 * time.Second, Memory: s.memory,
	})
	if err != nil {
		return errors.Join(err, s.stop())
	}
	who := fmt.Sprintf("Served for %v: %d people with live streams, %d of them writing to one mission, %d planning it", b.busy, serveStreams, serveWriters, serveRuns)
	reads, writes := figures.Reads.Share(99).Seconds(), figures.Writes.Share(99).Seconds()
	b.tell(who, "%d reads, %d writes (%d of them edits that another was before), %d plans; %d events told; nothing acknowledged is lost",
		len(figures.Reads), len(figures.Writes), figures.Conflicts, figures.Runs, figures.Events)
	b.want("Reads of the mission: 99 of 100 within", "≤ 1 s", reads <= mostAnswer, "%s (half within %s)", seconds(reads), seconds(figures.Reads.Share(50).Seconds()))
	b.want("Writes: 99 of 100 durable within", "≤ 1 s", writes <= mostAnswer, "%s (half within %s)", seconds(writes), seconds(figures.Writes.Share(50).Seconds()))
	early, late := memoryIn(figures.Memory, b.busy, 0.2, 0.4), memoryIn(figures.Memory, b.busy, 0.8, 1)
	b.want("Memory of the server in the last fifth of that time against the second", "≤ 1.25 times", late <= mostGrowth*early,
		"%.2f times (%.0f MB, %.0f MB)", late/early, late/1e6, early/1e6)
	return s.stop()
}

// memoryIn is the median of what was held within a part of the load.
func memoryIn(readings []load.Reading, busy time.Duration, from, until float64) float64 {
	var s sample
	for _, r := range readings {
		if at := float64(r.After) / float64(busy); from <= at && at <= until {
			s = append(s, float64(r.Bytes))
		}
	}
	if len(s) == 0 {
		return 0
	}
	return s.median()
}

// served is a server that runs.
type served struct {
	url   string
	admin load.Office
	cmd   *exec.Cmd
	said  bytes.Buffer
	ended bool
}

// startServer starts the program with an administrator on a free port, and
// waits until it is ready.
func (b *bench) startServer() (*served, error) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := free.Addr().String()
	free.Close()
	folder := b.temp("served")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	db := filepath.Join(folder, "sortie.db")
	s := &served{url: "http://" + address, admin: load.Office{Name: "headquarters", Password: "a secret of the benchmark"}}
	add := exec.Command(b.program, "account", "add", "--db", db, "--name", s.admin.Name, "--role", "administrator", "--password-file", "-")
	add.Stdin = strings.NewReader(s.admin.Password + "\n")
	if out, err := add.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("sortie account add: %w: %s", err, out)
	}
	// Everybody comes from one address here, which is nobody's habit elsewhere.
	s.cmd = exec.Command(b.program, "serve", "--db", db, "--listen", address, "--sign-in", "local", "--rate-address", "100000")
	s.cmd.Stdout, s.cmd.Stderr = &s.said, &s.said
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	for range 200 {
		if resp, err := http.Get(s.url + "/readyz"); err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return s, nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	return nil, errors.Join(errors.New("the server was not ready within twenty seconds"), s.stop())
}

// stop ends the server as an operator would, and returns what it said where it
// did not end well.
func (s *served) stop() error {
	if s.ended {
		return nil
	}
	s.ended = true
	_ = s.cmd.Process.Signal(syscall.SIGTERM) // gone already: Wait says how
	if err := s.cmd.Wait(); err != nil {
		said := s.said.Bytes()
		return fmt.Errorf("sortie serve: %w: …%s", err, said[max(0, len(said)-2000):])
	}
	return nil
}

// memory is what the server holds, from Linux's own account of it.
func (s *served) memory() (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kB, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(value), " kB"), 10, 64)
			return 1024 * kB, err
		}
	}
	return 0, errors.New("the system does not say what a process holds")
}
