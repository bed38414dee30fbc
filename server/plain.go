package server

import (
	"context"
	"net/http"
	"time"

	"sortie/internal/lang"
	"sortie/server/problem"
	"sortie/server/reference"
)

// pingTime is how long the store and the queue may take to say that they are
// there.
const pingTime = 3 * time.Second

// plain registers what is no operation of the API: its document and its page,
// health, readiness and the figures.
func (s *Server) plain(mux *http.ServeMux) {
	doc, err := s.Document()
	if err != nil {
		panic(err) // the document is made of types alone: it fails for everyone or for no one
	}
	page, err := reference.Page(doc)
	if err != nil {
		panic(err)
	}
	mux.HandleFunc("GET /openapi.json", s.gate("openapi", text("application/openapi+json", doc)))
	documentation := s.gate("documentation", text("text/html; charset=utf-8", page))
	mux.HandleFunc("GET /docs", documentation)
	if s.page == nil {
		mux.HandleFunc("GET /{$}", documentation)
	} else {
		for _, path := range []string{"GET /{$}", "GET /missions", "GET /missions/", "GET /assets/"} {
			mux.HandleFunc(path, s.gate("page", s.page.ServeHTTP))
		}
	}
	mux.HandleFunc("GET /docs/reference.css", s.gate("documentation", text("text/css; charset=utf-8", reference.Style)))
	mux.HandleFunc("GET /map.pmtiles", s.gate("map", s.serveMap))
	mux.HandleFunc("GET /healthz", s.gate("health", text("text/plain; charset=utf-8", []byte("ok\n"))))
	mux.HandleFunc("GET /readyz", s.gate("readiness", s.ready))
	mux.HandleFunc("GET /metrics", s.gate("metrics", s.figures.handler().ServeHTTP))
}

// ready answers whether requests may be sent here: the store and the queue
// answer, and the server is not about to end.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), pingTime)
	defer cancel()
	for _, part := range []struct {
		silent lang.Phrase
		ping   func(context.Context) error
	}{{wordStoreSilent, s.store.Ping}, {wordQueueSilent, s.queue.Ping}} {
		if err := part.ping(ctx); err != nil {
			s.report(ctx, err)
			s.answer(w, r, problem.New(http.StatusServiceUnavailable, part.silent))
			return
		}
	}
	select {
	case <-s.draining:
		s.answer(w, r, problem.New(http.StatusServiceUnavailable, wordEnding))
	default:
		text("text/plain; charset=utf-8", []byte("ok\n"))(w, r)
	}
}

// text answers with the same bytes each time.
func text(kind string, data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write(data) // a client that has gone needs no answer
	}
}
