package cli

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/jobs"
	"sortie/server"
	"sortie/server/guard"
	"sortie/server/problem"
	"sortie/server/signin"
	"sortie/store"
	"sortie/ui"
)

type serveCmd struct {
	dbFlag
	listenFlags `embed:""`
	natsFlags   `embed:""`

	Runs     string   `placeholder:"FOLDER" help:"${serveRuns}"`
	Cores    *int     `placeholder:"N" help:"${serveCores}"`
	Metrics  string   `placeholder:"HOST:PORT" help:"${serveMetrics}"`
	Streams  int      `default:"64" placeholder:"N" help:"${serveStreams}"`
	Map      string   `placeholder:"FILE" help:"${serveMap}"`
	Plan     bool     `help:"${servePlan}"`
	Missions []string `arg:"" optional:"" help:"${serveMissions}"`
}

// Times of a server's beginning and end.
const (
	lastAnswers = 15 * time.Second // how long requests that are under way may still take once it is to end
	openingRuns = time.Minute
)

// Run serves until it is interrupted. Then it answers what has been asked, hands
// back its runs with their best plans, and ends.
func (c *serveCmd) Run(e *env) error {
	if err := c.valid(e); err != nil {
		return err
	}
	if c.Streams < 1 || c.Cores != nil && *c.Cores < 0 {
		return usageError(e.lang.Say(wordServeCounts))
	}
	log := e.log()
	front, err := c.front(e, log)
	if err != nil {
		return err
	}
	db, err := e.openStore(c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	queue, err := c.openRuns(e, log)
	if err != nil {
		return err
	}
	defer queue.Close()
	auth, err := signin.New(e.ctx, front.SignIn, db)
	if err != nil {
		return e.configError(err)
	}
	basemap, err := c.baseMap(e)
	if err != nil {
		return err
	}
	if basemap != nil {
		defer basemap.file.Close()
	}
	g := guard.New(front.Guard)
	var page http.Handler
	if ui.Built() {
		page = ui.Handler()
	}
	s := server.New(server.Config{Page: page, Map: basemap.served(), Store: db, Queue: queue, Log: log, Version: Version, Streams: c.Streams, Scratch: filepath.Dir(c.runs()),
		Operations: []func(huma.API){auth.Register},
		Middleware: func(h http.Handler) http.Handler { return g.Outer(auth.Middleware(g.Inner(h))) }})
	if err := c.load(e, s); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return usageError(e.lang.Say(wordCannotListen, c.Listen, cause(err)))
	}
	if c.Metrics != "" {
		end, err := c.serveMetrics(e, log, s)
		if err != nil {
			return err
		}
		defer end()
	}
	if err := c.announce(e, db, listener.Addr().String()); err != nil {
		return err
	}
	return c.serve(e, log, s, queue, front.server(s), listener)
}

// serveMetrics answers Prometheus, which signs in nowhere, on an address of this
// machine alone.
func (c *serveCmd) serveMetrics(e *env, log *slog.Logger, s *server.Server) (end func(), err error) {
	if loopback, err := guard.IsLoopback(c.Metrics); err != nil || !loopback {
		return nil, usageError(e.lang.Say(wordMetricsForm, c.Metrics))
	}
	listener, err := net.Listen("tcp", c.Metrics)
	if err != nil {
		return nil, usageError(e.lang.Say(wordCannotListen, c.Metrics, cause(err)))
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", s.Metrics())
	web := guard.Server(guard.New(guard.Config{Loopback: true, Log: log}).Outer(mux), nil, log)
	go func() {
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("metrics are no longer served", slog.Any("error", err))
		}
	}()
	e.say(wordServesMetrics, listener.Addr().String())
	return func() { web.Close() }, nil
}

// openRuns joins the cluster, or opens the runs that are kept beside the ledger.
func (c *serveCmd) openRuns(e *env, log *slog.Logger) (*jobs.Queue, error) {
	ctx, cancel := context.WithTimeout(e.ctx, openingRuns)
	defer cancel()
	config := c.config(log)
	config.Store = c.runs()
	q, err := jobs.Open(ctx, config)
	if err != nil {
		return nil, usageError(e.lang.Say(wordServeNoRuns, cause(err)))
	}
	return q, nil
}

// runs is the folder of the runs: beside the ledger where nothing else is said.
func (c *serveCmd) runs() string {
	switch {
	case c.Runs != "":
		return c.Runs
	case strings.Contains(c.DB, "://"):
		return "sortie.runs"
	}
	return strings.TrimSuffix(c.DB, filepath.Ext(c.DB)) + ".runs"
}

// load adds the missions of the command line that are not there yet.
func (c *serveCmd) load(e *env, s *server.Server) error {
	for _, path := range c.Missions {
		f, err := e.mission(path)
		if err != nil {
			return err
		}
		added, err := s.Load(e.ctx, f)
		var wrong *problem.Problem
		switch {
		case errors.As(err, &wrong):
			return usageError(e.lang.Say(wordServeWrong, path, wrong.Detail))
		case err != nil:
			return e.storeError(c.DB, err)
		case added:
			e.say(wordServeLoaded, f.Mission.ID, path)
		default:
			e.say(wordServeThere, f.Mission.ID)
		}
		if !c.Plan {
			continue
		}
		started, err := s.PlanOnce(e.ctx, f.Mission.ID)
		switch {
		case errors.As(err, &wrong):
			return usageError(e.lang.Say(wordServeWrong, path, wrong.Detail))
		case err != nil:
			return usageError(e.lang.Say(wordServeNoRuns, cause(err)))
		case started:
			e.say(wordServePlanning, f.Mission.ID)
		}
	}
	return nil
}

// announce says where it listens, what it keeps, and who may come in.
func (c *serveCmd) announce(e *env, db store.Store, address string) error {
	scheme := "http"
	if c.TLSCert != "" {
		scheme = "https"
	}
	kept := c.DB
	if strings.Contains(kept, "://") {
		kept = "PostgreSQL" // its address may hold a password
	}
	switch signin.Mode(c.SignIn) {
	case signin.None:
		e.say(wordNoSignIn)
	case signin.Local:
		accounts, err := db.Accounts(e.ctx)
		if err != nil {
			return e.storeError(c.DB, err)
		}
		if len(accounts) == 0 {
			e.say(wordNoAccounts, kept)
		}
	}
	e.say(wordServes, scheme+"://"+address, kept)
	return nil
}

// serve answers, works on runs and records their plans until the context ends.
func (c *serveCmd) serve(e *env, log *slog.Logger, s *server.Server, queue *jobs.Queue, web *http.Server, listener net.Listener) error {
	debug.SetGCPercent(planningGC)
	behind, stop := context.WithCancel(context.WithoutCancel(e.ctx))
	defer stop()
	var work sync.WaitGroup
	work.Go(func() { s.Collect(behind) })
	cores := max(1, runtime.NumCPU()-1) // one is left for answering
	if c.Cores != nil {
		cores = *c.Cores
	}
	if cores > 0 {
		work.Go(func() { queue.Work(behind, jobs.WorkerConfig{Cores: cores, By: "sortie " + Version}) })
	}
	failed := make(chan error, 1)
	go func() {
		if web.TLSConfig != nil {
			failed <- web.ServeTLS(listener, "", "")
		} else {
			failed <- web.Serve(listener)
		}
	}()
	var err error
	select {
	case <-e.ctx.Done():
		log.Info("the server ends: requests under way are answered, runs handed back")
		s.Drain()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(e.ctx), lastAnswers)
		if err := web.Shutdown(ctx); err != nil {
			log.Warn("requests that took too long were cut", slog.Any("error", err))
			web.Close()
		}
		cancel()
	case err = <-failed:
	}
	stop()
	work.Wait()
	if err != nil {
		return usageError(e.lang.Say(wordCannotListen, c.Listen, cause(err)))
	}
	e.say(wordServeEnded)
	return nil
}
