package guard

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// timed bounds a request's body and its time. A stream of events has no end,
// but each write to it has: who reads nothing is not written to.
func (g *Guard) timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > g.MaxBody {
			refuse(w, r, http.StatusRequestEntityTooLarge, wordTooLarge)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, g.MaxBody)
		if isStream(r) {
			if r.ContentLength != 0 {
				refuse(w, r, http.StatusBadRequest, wordNoBody)
				return
			}
			rc := http.NewResponseController(w)
			_ = rc.SetReadDeadline(time.Time{}) // Server's would end it
			next.ServeHTTP(&stream{w, rc}, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), g.Timeout)
		defer cancel()
		// Deadlines are the connection's own time, and so not Config.Now's. The
		// answer that says that it took too long has to get through as well.
		end := time.Now().Add(g.Timeout)
		rc := http.NewResponseController(w)
		_ = rc.SetReadDeadline(end)
		_ = rc.SetWriteDeadline(end.Add(writeTimeout))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// isStream reports whether a request follows something live: get of a path that
// ends in /events, or in /repairs, which are told as they are found.
func isStream(r *http.Request) bool {
	return r.Method == http.MethodGet && (strings.HasSuffix(r.URL.Path, "/events") || strings.HasSuffix(r.URL.Path, "/repairs"))
}

// stream gives each write a deadline of its own, and takes it away between
// writes: over HTTP/2 a deadline that passes ends the stream, written to or not.
type stream struct {
	http.ResponseWriter
	rc *http.ResponseController
}

func (s *stream) Write(p []byte) (int, error) {
	s.begin()
	defer s.end()
	return s.ResponseWriter.Write(p)
}

// FlushError is what http.ResponseController calls.
func (s *stream) FlushError() error {
	s.begin()
	defer s.end()
	return s.rc.Flush()
}

// Flush is for those who look for an http.Flusher.
func (s *stream) Flush() { _ = s.FlushError() }

// SetWriteDeadline does nothing: the stream keeps its own deadlines.
func (s *stream) SetWriteDeadline(time.Time) error { return nil }

// Unwrap is for http.ResponseController.
func (s *stream) Unwrap() http.ResponseWriter { return s.ResponseWriter }

func (s *stream) begin() { _ = s.rc.SetWriteDeadline(time.Now().Add(writeTimeout)) }
func (s *stream) end()   { _ = s.rc.SetWriteDeadline(time.Time{}) }
