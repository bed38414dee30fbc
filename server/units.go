package server

import (
	"context"
	"errors"
	"net/http"

	"sortie"
	"sortie/server/problem"
	"sortie/server/upload"
	"sortie/server/view"
	"sortie/store"
)

// maxUnit is the most bytes that a unit may have.
const maxUnit = 1 << 20

type (
	// UnitChange is of operations that change one unit.
	UnitChange struct {
		MissionPath
		Unit    string `path:"unit" maxLength:"128" doc:"Id of the unit."`
		IfMatch string `header:"If-Match" doc:"ETag of the mission that you change."`
		Note    string `query:"note" maxLength:"1000" doc:"Why, in the writer's words."`
	}
	unitIn struct {
		UnitChange
		RawBody []byte `contentType:"application/json"`
	}
	unitPatchIn struct {
		UnitChange
		RawBody []byte `contentType:"application/merge-patch+json"`
	}
)

func (s *Server) unitOperations() {
	const path = "/api/missions/{mission}/units/{unit}"
	put := shaped(takes(op("put-unit", http.MethodPut, path, tagMissions, "Add or replace a unit",
		"The unit in the mission format. A liaison writes units of its own nation. What is doubtful then is among the mission's findings."), maxUnit, "application/json"), "application/json", "Unit", asFile)
	register(s, put, s.putUnit)
	register(s, shaped(takes(op("patch-unit", http.MethodPatch, path, tagMissions, "Change a unit",
		"A JSON Merge Patch (RFC 7396) of the unit."), maxUnit, mergePatch), mergePatch, "Unit", asPatch), s.patchUnit)
	register(s, op("delete-unit", http.MethodDelete, path, tagMissions, "Take a unit out of a mission",
		"Its history stays in the ledger."), s.deleteUnit)
}

func (s *Server) putUnit(ctx context.Context, in *unitIn) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	next, err := putUnit(at, "put-unit", in.Unit, in.RawBody)
	return s.unitWritten(ctx, at, next, err, builds, in.Note)
}

func (s *Server) patchUnit(ctx context.Context, in *unitPatchIn) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	before, err := unitShown(at, in.Unit)
	if err != nil {
		return nil, err
	}
	after, err := upload.Patch(before, in.RawBody)
	if err != nil {
		return nil, err
	}
	next, err := putUnit(at, "patch-unit", in.Unit, after)
	return s.unitWritten(ctx, at, next, err, builds, in.Note)
}

func (s *Server) deleteUnit(ctx context.Context, in *UnitChange) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	next, err := dropUnit(at, in.Unit)
	return s.unitWritten(ctx, at, next, err, builds, in.Note)
}

// unitWritten records the mission that writing a unit came to, which the view has
// read anew as a whole, or says why it could not be written. What is doubtful
// about it is asked for by itself: people write units one after the other.
func (s *Server) unitWritten(ctx context.Context, at *scope, next *sortie.Mission, err error, builds int64, note string) (*savedOut, error) {
	var refused *view.Refused
	switch {
	case errors.As(err, &refused):
		return nil, refusedUnit(refused)
	case errors.Is(err, view.ErrOthers):
		return nil, problem.New(http.StatusUnprocessableEntity, "%s", err)
	case errors.Is(err, store.ErrTaken):
		return nil, problem.New(http.StatusConflict, "a unit cannot have this id: give it another")
	case err != nil:
		return nil, err
	}
	return s.revise(ctx, at, nil, next, builds, note, 0)
}
