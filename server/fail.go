package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sortie/internal/lang"
	"sortie/jobs"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/store"
)

// clientGone is the status of a request whose client did not wait for the
// answer. Nobody sees it but the log.
const clientGone = 499

// problem is what a client is told of an error. What it may not know is logged
// under the id that it is told.
func (s *Server) problem(ctx context.Context, err error) *problem.Problem {
	var (
		known    *problem.Problem
		denial   *access.Denial
		conflict *store.Conflict
		invalid  *store.Invalid
		diverged *store.Diverged
		damaged  *store.Damaged
		broken   store.Break
		status   huma.StatusError
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &denial):
		return problem.Told(denial.Status, denial.Reason)
	case errors.As(err, &conflict):
		return conflicting(ctx, conflict)
	case errors.As(err, &invalid):
		return problem.Told(http.StatusUnprocessableEntity, lang.Said(invalid))
	case errors.As(err, &diverged):
		return problem.Told(http.StatusConflict, lang.Said(diverged))
	case errors.As(err, &damaged):
		return problem.Told(http.StatusUnprocessableEntity, lang.Said(damaged))
	case errors.As(err, &broken):
		return problem.Told(http.StatusUnprocessableEntity, lang.Said(broken))
	case errors.Is(err, store.ErrNotFound), errors.Is(err, jobs.ErrNotFound):
		return problem.Told(http.StatusNotFound, access.NotFound().Reason)
	case errors.Is(err, jobs.ErrBusy):
		return problem.Told(http.StatusTooManyRequests, lang.Said(jobs.ErrBusy)).With("Retry-After", "10")
	case errors.Is(err, store.ErrFull):
		s.report(ctx, err)
		return problem.Told(http.StatusInsufficientStorage, lang.Said(store.ErrFull))
	case errors.Is(err, jobs.ErrLimit):
		return problem.Told(http.StatusUnprocessableEntity, lang.Said(err))
	case errors.Is(err, store.ErrReadOnly), errors.Is(err, store.ErrUnavailable), errors.Is(err, store.ErrBusy):
		s.report(ctx, err)
		return problem.New(http.StatusServiceUnavailable, wordStoreBusy).With("Retry-After", "5")
	case errors.Is(err, jobs.ErrAway):
		s.report(ctx, err)
		return problem.Told(http.StatusServiceUnavailable, lang.Said(jobs.ErrAway)).With("Retry-After", "5")
	case errors.Is(err, context.Canceled):
		return problem.New(clientGone, wordClientGone)
	case errors.Is(err, context.DeadlineExceeded):
		return problem.New(http.StatusServiceUnavailable, wordTookLong).With("Retry-After", "5")
	case errors.As(err, &status) && status.GetStatus() < http.StatusInternalServerError:
		return problem.Told(status.GetStatus(), lang.Said(status))
	}
	return s.fault(ctx, err)
}

// fault is a fault of sortie's own: the client gets an id, the log the rest.
func (s *Server) fault(ctx context.Context, err error) *problem.Problem {
	s.report(ctx, err)
	p := problem.New(http.StatusInternalServerError, wordFault)
	p.Instance = requestOf(ctx).id
	return p
}

func (s *Server) report(ctx context.Context, err error) {
	s.log.ErrorContext(ctx, "request failed", slog.String("request", requestOf(ctx).id),
		slog.String("operation", requestOf(ctx).operation), slog.Any("error", err), slog.Any("cause", store.Cause(err)))
}

// conflicting is the problem of a change that somebody else's came before.
func conflicting(ctx context.Context, c *store.Conflict) *problem.Problem {
	at := scopeOf(ctx)
	actor := showActor(at, c.Actor)
	when := lang.Each(func(l lang.Lang) string {
		if l == lang.FR {
			return l.Time(c.At)
		}
		return c.At.Format("2006-01-02 15:04:05Z07:00")
	})
	p := problem.New(http.StatusPreconditionFailed, wordChanged, actor, when)
	p.Conflict = &problem.Conflict{Actor: actor, At: c.At, Changed: c.Changed}
	return p.With("ETag", etag(c.Changed))
}

// refuse answers an operation of the API with a problem before its handler is
// called.
func (s *Server) refuse(ctx huma.Context, err error) {
	r, w := humago.Unwrap(ctx)
	s.answer(w, r.WithContext(ctx.Context()), err)
}

// answer answers a plain request with a problem.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, err error) {
	p := s.problem(r.Context(), err)
	if err := p.Write(w, r); err != nil {
		s.log.DebugContext(r.Context(), "answer not sent", slog.Any("error", err))
	}
}

// safe keeps a panic from a client: it gets the same as for any other fault.
func (s *Server) safe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			fault := recover()
			err, _ := fault.(error)
			switch {
			case fault == nil:
			case errors.Is(err, http.ErrAbortHandler):
				panic(fault)
			case requestOf(r.Context()).status != 0: // the answer has begun: all that is left is to end it
				s.report(r.Context(), fmt.Errorf("panic: %v\n%s", fault, debug.Stack()))
				panic(http.ErrAbortHandler)
			default:
				s.answer(w, r, fmt.Errorf("panic: %v\n%s", fault, debug.Stack()))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// named turns what the mux refuses by itself, an unknown path or method, into
// problems.
func (s *Server) named(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		refusal := &refused{header: http.Header{}}
		mux.ServeHTTP(refusal, r)
		switch allow := refusal.header.Get("Allow"); {
		case allow != "":
			s.answer(w, r, problem.New(http.StatusMethodNotAllowed, wordMethods, allow).With("Allow", allow))
		default:
			s.answer(w, r, problem.New(http.StatusNotFound, wordNoAddress))
		}
	})
}

// refused takes the mux's own refusal.
type refused struct{ header http.Header }

func (r *refused) Header() http.Header         { return r.header }
func (r *refused) WriteHeader(int)             {}
func (r *refused) Write(b []byte) (int, error) { return len(b), nil }
