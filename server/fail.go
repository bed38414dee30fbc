package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

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
		return problem.New(denial.Status, "%s", denial.Reason)
	case errors.As(err, &conflict):
		return conflicting(ctx, conflict)
	case errors.As(err, &invalid):
		return problem.New(http.StatusUnprocessableEntity, "%s", invalid.Error())
	case errors.As(err, &diverged):
		return problem.New(http.StatusConflict, "%s", diverged.Error())
	case errors.As(err, &damaged):
		return problem.New(http.StatusUnprocessableEntity, "%s", damaged.Error())
	case errors.As(err, &broken):
		return problem.New(http.StatusUnprocessableEntity, "%s", broken.Error())
	case errors.Is(err, store.ErrNotFound), errors.Is(err, jobs.ErrNotFound):
		return problem.New(http.StatusNotFound, "%s", access.NotFound().Reason)
	case errors.Is(err, jobs.ErrBusy):
		return problem.New(http.StatusTooManyRequests, "%s", jobs.ErrBusy).With("Retry-After", "10")
	case errors.Is(err, store.ErrFull):
		s.report(ctx, err)
		return problem.New(http.StatusInsufficientStorage, "%s", store.ErrFull)
	case errors.Is(err, jobs.ErrLimit):
		return problem.New(http.StatusUnprocessableEntity, "%s", err)
	case errors.Is(err, store.ErrReadOnly), errors.Is(err, store.ErrUnavailable), errors.Is(err, store.ErrBusy):
		s.report(ctx, err)
		return problem.New(http.StatusServiceUnavailable, "the store does not take it now: nothing was written; try again later").With("Retry-After", "5")
	case errors.Is(err, jobs.ErrAway):
		s.report(ctx, err)
		return problem.New(http.StatusServiceUnavailable, "%s", jobs.ErrAway).With("Retry-After", "5")
	case errors.Is(err, context.Canceled):
		return problem.New(clientGone, "the client has gone")
	case errors.Is(err, context.DeadlineExceeded):
		return problem.New(http.StatusServiceUnavailable, "it took too long; try again later").With("Retry-After", "5")
	case errors.As(err, &status) && status.GetStatus() < http.StatusInternalServerError:
		return problem.New(status.GetStatus(), "%s", status.Error())
	}
	return s.fault(ctx, err)
}

// fault is a fault of sortie's own: the client gets an id, the log the rest.
func (s *Server) fault(ctx context.Context, err error) *problem.Problem {
	s.report(ctx, err)
	p := problem.New(http.StatusInternalServerError, "a fault of sortie's own; the operator finds it in the log under this id")
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
	p := problem.New(http.StatusPreconditionFailed, "the mission was changed by %s at %s, after you read it: read it again, look at what changed, and send your change with its ETag",
		actor, c.At.Format("2006-01-02 15:04:05Z07:00"))
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
	for name, values := range p.GetHeaders() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", problem.Type)
	w.WriteHeader(p.Status)
	if err := json.NewEncoder(w).Encode(p); err != nil {
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
			s.answer(w, r, problem.New(http.StatusMethodNotAllowed, "this address takes %s", allow).With("Allow", allow))
		default:
			s.answer(w, r, problem.New(http.StatusNotFound, "there is nothing at this address; /openapi.json lists what there is"))
		}
	})
}

// refused takes the mux's own refusal.
type refused struct{ header http.Header }

func (r *refused) Header() http.Header         { return r.header }
func (r *refused) WriteHeader(int)             {}
func (r *refused) Write(b []byte) (int, error) { return len(b), nil }
