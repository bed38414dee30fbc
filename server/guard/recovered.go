package guard

import (
	"crypto/rand"
	"errors"
	"net/http"
	"runtime/debug"
)

// recovered logs a panic with a reference, and answers with the reference
// alone. An answer that has begun is cut off, so that nobody takes it for whole.
func (g *Guard) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := &begun{ResponseWriter: w}
		defer func() {
			fault := recover()
			if fault == nil {
				return
			}
			if err, ok := fault.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(http.ErrAbortHandler)
			}
			reference := rand.Text()[:8]
			g.Log.Error("a request failed by a fault of sortie's own", "reference", reference,
				"method", r.Method, "path", r.URL.Path, "fault", fault, "stack", string(debug.Stack()))
			if begun.yes {
				panic(http.ErrAbortHandler)
			}
			refuse(w, r, http.StatusInternalServerError, wordFault, reference)
		}()
		next.ServeHTTP(begun, r)
	})
}

// begun knows whether an answer has begun.
type begun struct {
	http.ResponseWriter
	yes bool
}

func (b *begun) WriteHeader(status int) {
	b.yes = b.yes || status >= 200
	b.ResponseWriter.WriteHeader(status)
}

func (b *begun) Write(p []byte) (int, error) {
	b.yes = true
	return b.ResponseWriter.Write(p)
}

// Unwrap is for http.ResponseController.
func (b *begun) Unwrap() http.ResponseWriter { return b.ResponseWriter }
