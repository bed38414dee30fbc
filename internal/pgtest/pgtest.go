//go:build unix

// Package pgtest runs a real PostgreSQL for tests: from the system's package, in
// a directory of its own, on a socket that nobody else uses. It ends with the
// test's process, however that ends.
package pgtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// patience is how long the server may take to come up.
const patience = 2 * time.Minute

// Database is the address of an empty database on a server that all tests of
// the process share. Where there is no PostgreSQL the test fails, or is left out
// where none could be installed either.
func Database(t testing.TB) string {
	t.Helper()
	bin := binaries(t)
	shared.once.Do(func() { shared.server, shared.err = start(bin) })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.server.Database(t, "")
}

var shared struct {
	once   sync.Once
	server *Server
	err    error
}

// Server is a PostgreSQL of one test's own.
type Server struct {
	bin, dir string
	user     *syscall.Credential // nil: the user that the test runs as
	running  *exec.Cmd
	names    atomic.Int64
}

// Start starts a server that ends with the test.
func Start(t testing.TB) *Server {
	t.Helper()
	s, err := start(binaries(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Kill)
	return s
}

func start(bin string) (*Server, error) {
	dir, err := os.MkdirTemp("", "sortie-pg-")
	if err != nil {
		return nil, err
	}
	s := &Server{bin: bin, dir: dir}
	if s.user, err = unprivileged(); err != nil {
		return nil, err
	}
	if s.user != nil {
		if err := os.Chown(dir, int(s.user.Uid), int(s.user.Gid)); err != nil {
			return nil, err
		}
	}
	if err := s.guard(); err != nil {
		return nil, err
	}
	if out, err := s.command("initdb", "-D", s.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return s, s.run()
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// Dir is a directory that the server may write to, and that ends with it.
func (s *Server) Dir() string { return s.dir }

// Own gives files and directories to the server.
func (s *Server) Own(t testing.TB, paths ...string) {
	t.Helper()
	if s.user == nil {
		return
	}
	for _, path := range paths {
		if err := os.Chown(path, int(s.user.Uid), int(s.user.Gid)); err != nil {
			t.Fatal(err)
		}
	}
}

func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	// A process group of its own: an interrupt from the terminal is for the
	// test, and guard ends the server after it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.user, Setpgid: true}
	return cmd
}

// guard starts a shell that waits for this process to end, which closes its
// standard input, then ends the server and takes the directory away.
func (s *Server) guard() error {
	cmd := s.command("")
	cmd.Path = "/bin/sh"
	cmd.Args = []string{"sh", "-c", `cat
		p=$(head -n 1 data/postmaster.pid) && kill -QUIT "$p" && while kill -0 "$p"; do sleep 0.1; done
		cd / && rm -rf "$1"`, "sh", s.dir}
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	guards = append(guards, in)
	return cmd.Start()
}

// guards are the ends that this process holds, for as long as it lives.
var guards []any

// run starts the server and waits until it answers.
func (s *Server) run() error {
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd := s.command("postgres", "-D", s.data(), "-k", s.dir, "-c", "listen_addresses=", "-c", "max_connections=200", "-c", "shared_buffers=32MB")
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return err
	}
	s.running = cmd
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		c, err := pgx.Connect(context.Background(), s.address("postgres"))
		if err == nil {
			return c.Close(context.Background())
		}
		if time.Now().After(end) {
			text, _ := os.ReadFile(log.Name())
			return fmt.Errorf("PostgreSQL does not answer: %w\n%s", err, text)
		}
	}
}

func (s *Server) address(name string) string {
	return "postgres://postgres@/" + name + "?host=" + s.dir
}

// Database is the address of a new database, in a tablespace or, where that is
// empty, in the default one.
func (s *Server) Database(t testing.TB, tablespace string) string {
	t.Helper()
	name := "t" + strconv.FormatInt(s.names.Add(1), 10)
	statement := "CREATE DATABASE " + name
	if tablespace != "" {
		statement += " TABLESPACE " + tablespace
	}
	s.Execute(t, statement)
	return s.address(name)
}

// Execute runs statements as the server's administrator, each by itself.
func (s *Server) Execute(t testing.TB, statements ...string) {
	t.Helper()
	c, err := pgx.Connect(context.Background(), s.address("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	for _, statement := range statements {
		if _, err := c.Exec(context.Background(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// Kill ends the server at once, as when its machine loses its power: nothing is
// written any more, and what is not in its log is lost.
func (s *Server) Kill() {
	if s.running == nil {
		return
	}
	// It can only fail where the server has ended by itself.
	_ = s.running.Process.Signal(syscall.SIGQUIT)
	_ = s.running.Wait()
	s.running = nil
}

// Restart starts a server that was killed; it recovers from its log.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	if err := s.run(); err != nil {
		t.Fatal(err)
	}
}

// binaries is the folder of the newest PostgreSQL of the system.
func binaries(t testing.TB) string {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err != nil {
		t.Fatal(err)
	}
	if path, err := exec.LookPath("postgres"); err == nil {
		found = append(found, path)
	}
	if len(found) > 0 {
		return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) }))
	}
	const missing = "PostgreSQL is not installed"
	if _, err := exec.LookPath("apt-get"); err == nil || os.Getenv("CI") != "" {
		t.Fatal(missing + ": make postgres installs it")
	}
	t.Skip(missing + ", and there is no apt to install it with: what is kept in PostgreSQL is not tested")
	return ""
}

// version is the number in a path such as /usr/lib/postgresql/15/bin/postgres;
// 0 where it has none.
func version(path string) int {
	n, err := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
	if err != nil {
		return 0
	}
	return n
}
