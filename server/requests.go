package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// request is what is known of a request for its log line and the figures.
type request struct {
	id        string
	operation string // empty where it came to none
	status    int    // 0 before the answer begins
	bytes     int64
}

type requestKey struct{}

// requestOf is what is known of the request; an empty one outside of any.
func requestOf(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{}
}

// logged gives each request an id and a line in the log.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		known := &request{id: rand.Text()}
		w.Header().Set("Request-Id", known.id)
		ctx := context.WithValue(r.Context(), requestKey{}, known)
		defer func() {
			spent := time.Since(begun)
			s.figures.request(known, spent)
			s.log.LogAttrs(ctx, slog.LevelInfo, "request", slog.String("request", known.id), slog.String("method", r.Method),
				slog.String("path", r.URL.EscapedPath()), slog.String("operation", known.operation), slog.Int("status", known.status),
				slog.Int64("bytes", known.bytes), slog.Duration("spent", spent))
		}()
		next.ServeHTTP(&watched{w, known}, r.WithContext(ctx))
	})
}

// observe tells the log and the figures which operation a request is.
func (s *Server) observe(ctx huma.Context, next func(huma.Context)) {
	requestOf(ctx.Context()).operation = ctx.Operation().OperationID
	ctx.SetHeader("Cache-Control", "no-store") // what one account sees is not for the next at the same machine
	next(ctx)
}

// name does the same for a plain handler.
func (s *Server) name(r *http.Request, operation string) {
	requestOf(r.Context()).operation = operation
}

// watched notes what is answered.
type watched struct {
	http.ResponseWriter
	known *request
}

func (w *watched) WriteHeader(status int) {
	if w.known.status == 0 {
		w.known.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	if w.known.status == 0 {
		w.known.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.known.bytes += int64(n)
	return n, err
}

// Unwrap lets [http.ResponseController] find the writer below.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
