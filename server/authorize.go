package server

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sortie"
	"sortie/internal/lang"
	"sortie/jobs"
	"sortie/server/access"
	"sortie/server/spoken"
	"sortie/store"
)

// scope is what a request is about: who asks, in which language, of which
// mission and run.
type scope struct {
	who   access.Principal
	lang  lang.Lang
	state *store.State // nil where the path names no mission
	run   jobs.Run     // where the path names one
}

type scopeKey struct{}

// scopeOf is the scope of a request that has passed the gate.
func scopeOf(ctx context.Context) *scope {
	at, _ := ctx.Value(scopeKey{}).(*scope)
	if at == nil {
		return &scope{who: access.From(ctx), lang: lang.EN}
	}
	return at
}

// authorize is the gate: every operation passes it before its body is read. It
// asks package access about the mission that the path names; where that is about
// a unit, a movement or a vote, it asks about the best case, and the handler
// asks again through decide once it knows which it is.
func (s *Server) authorize(ctx huma.Context, next func(huma.Context)) {
	at := &scope{who: access.From(ctx.Context()), lang: spokenBy(ctx)}
	id := ctx.Operation().OperationID
	resource, err := s.resource(ctx, at)
	if err == nil {
		err = access.Decide(at.who, id, resource)
	}
	if err != nil {
		s.refuse(ctx, err)
		return
	}
	leave, err := s.bodies.enter(at.who.Account, sizeOf(ctx))
	if err != nil {
		s.refuse(ctx, err)
		return
	}
	defer leave()
	next(huma.WithValue(ctx, scopeKey{}, at))
}

// resource is what the operation is done to. Where there is no such mission or
// run, the answer is the one for what may not be seen.
func (s *Server) resource(ctx huma.Context, at *scope) (access.Resource, error) {
	mission := ctx.Param("mission")
	if run := ctx.Param("run"); run != "" && at.who.Account != "" {
		var err error
		if at.run, err = s.queue.Get(ctx.Context(), run); err != nil {
			return access.Resource{}, hidden(err)
		}
		mission = at.run.Mission
	}
	if mission == "" || at.who.Account == "" {
		return access.Installation(), nil // nobody is told which missions there are
	}
	state, err := s.mission(ctx.Context(), mission)
	if err != nil {
		return access.Resource{}, hidden(err)
	}
	at.state = state
	return narrowed(ctx, at, access.Of(state.Mission)), nil
}

// hidden makes what is not there read as what may not be seen.
func hidden(err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, jobs.ErrNotFound) {
		return access.NotFound()
	}
	return err
}

// narrowed is the part of the mission that the operation is done to, at best.
func narrowed(ctx huma.Context, at *scope, r access.Resource) access.Resource {
	switch ctx.Operation().OperationID {
	case "put-unit", "patch-unit":
		standing := unitOf(at.state.Mission, ctx.Param("unit"))
		written := standing
		if written == nil {
			written = &sortie.Unit{ID: ctx.Param("unit"), Nation: at.who.Nation}
		}
		return r.Unit(standing, written)
	case "change-units": // a new one
		return r.Unit(nil, &sortie.Unit{Nation: at.who.Nation})
	case "delete-unit":
		return r.Unit(unitOf(at.state.Mission, ctx.Param("unit")), nil)
	case "vote":
		return r.Vote(at.who.Nation)
	case "add-actual":
		return r.Movement(ownMovement(at))
	}
	return r
}

// ownMovement is a movement that concerns the nation alone that asks: of one of
// its units, or of a lift of its own.
func ownMovement(at *scope) sortie.Movement {
	nation := at.who.Nation
	for _, u := range at.state.Mission.Units {
		if u.Nation == nation && nation != "" {
			return sortie.Movement{Cargo: []sortie.Cargo{{Unit: u.ID}}}
		}
	}
	for _, f := range at.state.Mission.Fleets {
		if f.Nation == nation && nation != "" {
			return sortie.Movement{Lift: f.ID + "/1"}
		}
	}
	return sortie.Movement{}
}

// decide asks the policy about a part of the mission that only the handler
// knows.
func decide(at *scope, operation string, part func(access.Resource) access.Resource) error {
	return access.Decide(at.who, operation, part(access.Of(at.state.Mission)))
}

func unitOf(m *sortie.Mission, id string) *sortie.Unit {
	for i := range m.Units {
		if m.Units[i].ID == id {
			return &m.Units[i]
		}
	}
	return nil
}

// gate asks the policy for a plain handler: one that is no operation of the API.
func (s *Server) gate(operation string, handler http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.name(r, operation)
		if err := access.Decide(access.From(r.Context()), operation, access.Installation()); err != nil {
			s.answer(w, r, err)
			return
		}
		handler(w, r)
	}
}

// spokenBy is the language of whoever asks.
func spokenBy(ctx huma.Context) lang.Lang {
	r, _ := humago.Unwrap(ctx)
	return spoken.Of(r)
}

// speak puts an answer into the language of whoever asks. What is not seen whole
// has words of the view in it.
func speak(ctx huma.Context, _ string, answer any) (any, error) {
	l := spokenBy(ctx)
	if lang.Speaks(answer) || !viewOf(scopeOf(ctx.Context())).Whole() {
		spoken.Mark(headerOf(ctx), l)
	}
	return lang.Put(answer, l), nil
}

func headerOf(ctx huma.Context) http.Header {
	_, w := humago.Unwrap(ctx)
	return w.Header()
}
