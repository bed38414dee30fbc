// Package server is sortie's HTTP API over the ledger and the runs: OpenAPI 3.1
// from its Go types, problem details, merge patches with entity tags, live
// events. A request passes one gate that asks package access, every answer one
// place that shows of a mission what the one who asks may see (package view),
// and every write the same checks as a file on the command line.
package server

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sortie/server/problem"
	"sortie/store"
)

// Config is what a server is made of. Store and Queue are needed; the rest has
// defaults.
type Config struct {
	Store   store.Store
	Queue   Queue
	Clock   func() time.Time // default: time.Now
	Log     *slog.Logger     // default: slog.Default
	Version string           // of sortie, for the document of the API

	// Operations register further operations, such as those of sign-in.
	Operations []func(huma.API)
	// Middleware puts who asks into the context of each request (access.With).
	// Default: nobody has signed in.
	Middleware func(http.Handler) http.Handler
	// Page is what a browser shows: its files under /assets/, itself at / and below
	// /missions. Default: none, and the API's documentation at /.
	Page http.Handler
	// Map is a base map of the installation's own. Default: none.
	Map *Map
	// Streams is the most event streams that one account may have open. Default:
	// 64.
	Streams int
	// Scratch is the folder in which ledgers from elsewhere are kept until they are
	// verified. Default: the system's for temporary files.
	Scratch string
	// Slow is how long a client may take to accept an event before it is dropped;
	// it resumes where it was once it comes back. Default: 10 s.
	Slow time.Duration
}

// Server answers the API. It is an [http.Handler] for many requests at once.
type Server struct {
	store   store.Store
	queue   Queue
	clock   func() time.Time
	log     *slog.Logger
	api     huma.API
	handler http.Handler
	states  *states
	streams *streams
	figures *figures
	slots   *slots
	bodies  *bodies
	scratch string
	plans   *summaries
	repairs *repairs
	page    http.Handler
	basemap *Map

	draining  chan struct{} // closed once the server is to end
	drainOnce sync.Once
}

// New makes a server. It owns neither the store nor the queue.
func New(c Config) *Server {
	problem.Install()
	s := &Server{store: c.Store, queue: c.Queue, clock: c.Clock, log: c.Log, scratch: c.Scratch, page: c.Page, basemap: c.Map, draining: make(chan struct{})}
	if s.clock == nil {
		s.clock = time.Now
	}
	if s.log == nil {
		s.log = slog.Default()
	}
	s.states, s.streams, s.plans = newStates(c.Store), newStreams(cmp.Or(c.Streams, 64), cmp.Or(c.Slow, 10*time.Second)), newSummaries()
	s.repairs = newRepairs()
	s.figures, s.slots, s.bodies = newFigures(s), newSlots(), newBodies()

	mux := http.NewServeMux()
	s.api = humago.New(mux, document(c.Version))
	s.api.UseMiddleware(s.observe, s.authorize)
	s.operations()
	s.settingsOperations(c.Version)
	for _, register := range c.Operations {
		register(s.api)
	}
	if err := describe(s.api.OpenAPI()); err != nil {
		panic(err) // it is made of types alone: it fails for everyone or for no one
	}
	s.plain(mux)
	named := s.named(mux) // the mux's own refusals become problems
	if c.Middleware != nil {
		named = c.Middleware(named)
	}
	s.handler = s.logged(s.safe(named))
	return s
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Drain begins the end of the server: it is no longer ready, and its event
// streams end, so that [http.Server.Shutdown] need not wait for them.
func (s *Server) Drain() { s.drainOnce.Do(func() { close(s.draining) }) }

// OpenAPI is the document of the API.
func (s *Server) OpenAPI() *huma.OpenAPI { return s.api.OpenAPI() }

// Document is the same as JSON, as it is served.
func (s *Server) Document() ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(s.api.OpenAPI())
	return text.Bytes(), err
}

// Metrics is what Prometheus reads, for whoever may listen where it is served.
func (s *Server) Metrics() http.Handler { return s.figures.handler() }

// operations registers everything that the API does with missions.
func (s *Server) operations() {
	s.missionOperations()
	s.exampleOperations()
	s.revisionOperations()
	s.unitOperations()
	s.recordOperations()
	s.ledgerOperations()
	s.planOperations()
	s.actualOperations()
	s.exportOperations()
	s.exportListOperations()
	s.runOperations()
	s.streamOperations()
	s.catalogOperations()
}

// now is the time that entries carry.
func (s *Server) now() time.Time { return s.clock().UTC() }

// mission is a mission as it is now.
func (s *Server) mission(ctx context.Context, id string) (*store.State, error) {
	return s.states.of(ctx, id)
}
