package jobs_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"sortie/jobs"
	"sortie/missionfile"
)

// role is what a process of this test binary is started for.
type role struct {
	Work   *jobs.WorkerConfig // work on the runs of URL
	URL    string
	Submit string        // submit runs of a mission without end to an embedded server, and say which were accepted
	NATS   *node         // be a server of a cluster
	Store  string        // folder of that server, or the embedded one
	Lease  time.Duration // of runs
}

// node is a server with JetStream on loopback.
type node struct {
	Name   string
	Client int // ports
	Route  int
	Routes []int // of the whole cluster; none: it stands alone
}

const roleVariable = "SORTIE_JOBS_TEST_ROLE"

func TestMain(m *testing.M) {
	if text := os.Getenv(roleVariable); text != "" {
		var r role
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			panic(err)
		}
		r.play()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// play is the whole life of such a process.
func (r role) play() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	must := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	switch {
	case r.NATS != nil:
		must(r.NATS.serve(ctx, r.Store))
	case r.Submit != "":
		q, err := jobs.Open(ctx, jobs.Config{Store: r.Store, Log: quiet, MaxWaiting: 1e6, MaxWaitingForUser: 1e6})
		must(err)
		f, err := missionfile.Read(r.Submit)
		must(err)
		body, err := missionfile.MarshalMission(f.Mission)
		must(err)
		go q.Work(ctx, jobs.WorkerConfig{Cores: 1})
		for {
			run, err := q.Submit(ctx, jobs.Request{Mission: f.Mission.ID, By: "planner", Iterations: 100, Body: body})
			must(err)
			fmt.Println(run.ID)
		}
	default:
		q, err := jobs.Open(ctx, jobs.Config{URL: r.URL, Lease: r.Lease, Log: quiet})
		must(err)
		q.Work(ctx, *r.Work)
		q.Close()
	}
}

func (n *node) serve(ctx context.Context, store string) error {
	o := &server.Options{ServerName: n.Name, Host: "127.0.0.1", Port: n.Client, JetStream: true, StoreDir: store, SyncAlways: true, NoSigs: true, NoLog: true}
	if len(n.Routes) > 0 {
		o.Cluster = server.ClusterOpts{Name: "headquarters", Host: "127.0.0.1", Port: n.Route}
		for _, port := range n.Routes {
			o.Routes = append(o.Routes, &url.URL{Scheme: "nats", Host: fmt.Sprintf("127.0.0.1:%d", port)})
		}
	}
	s, err := server.NewServer(o)
	if err != nil {
		return err
	}
	s.Start()
	<-ctx.Done()
	s.Shutdown()
	s.WaitForShutdown()
	return nil
}

// process is one of these that a test has started.
type process struct {
	t   *testing.T
	cmd *exec.Cmd
	out *bufio.Scanner
}

func start(t *testing.T, r role) *process {
	t.Helper()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), roleVariable+"="+string(text))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{t, cmd, bufio.NewScanner(out)}
	t.Cleanup(p.kill)
	return p
}

// kill ends the process as a power cut would.
func (p *process) kill() {
	if p.cmd.ProcessState == nil {
		p.cmd.Process.Kill() //nolint:errcheck // it may have ended by itself
		p.cmd.Wait()         //nolint:errcheck // it was killed
	}
}

// end asks the process to end, and waits until it has.
func (p *process) end() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		p.t.Fatalf("the process ended with %v", err)
	}
}

// ports are free ones of this machine.
func ports(t *testing.T, n int) []int {
	t.Helper()
	var out []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		out = append(out, l.Addr().(*net.TCPAddr).Port)
	}
	return out
}

// cluster starts servers, each a process, and returns their common address.
func cluster(t *testing.T, size int) (servers []*process, roles []role, address string) {
	t.Helper()
	clients, routes := ports(t, size), ports(t, size)
	var urls []string
	for i := range size {
		n := &node{Name: fmt.Sprintf("n%d", i), Client: clients[i], Route: routes[i], Routes: routes}
		if size == 1 {
			n.Routes = nil
		}
		roles = append(roles, role{NATS: n, Store: filepath.Join(t.TempDir(), n.Name)})
		servers = append(servers, start(t, roles[i]))
		urls = append(urls, fmt.Sprintf("nats://127.0.0.1:%d", clients[i]))
	}
	for _, port := range clients {
		listens(t, port)
	}
	return servers, roles, strings.Join(urls, ",")
}

// listens waits until something listens at a port.
func listens(t *testing.T, port int) {
	t.Helper()
	for deadline := time.Now().Add(enough); ; time.Sleep(20 * time.Millisecond) {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			c.Close()
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("nothing listens:", err)
		}
	}
}
