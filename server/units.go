package server

import (
	"context"
	"errors"
	"net/http"

	"sortie"
	"sortie/internal/lang"
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

// maxUnits is the most bytes that a change of many units may have.
const maxUnits = 16 << 20

type unitsIn struct {
	ChangeOf
	RawBody []byte `contentType:"application/merge-patch+json"`
}

func (s *Server) unitOperations() {
	register(s, shaped(takes(op("change-units", http.MethodPatch, "/api/missions/{mission}/units", tagMissions, "Change many units at once",
		"A JSON Merge Patch (RFC 7396) of the units by their ids: a unit that is not there yet is added, after the others and in the order of the patch; null takes one out. All of it becomes one revision, or nothing does. "+
			`At most 5,000 units. What is wrong has the unit's id and key in its path: units["ru-45"].people.`), maxUnits, mergePatch), mergePatch, "UnitsPatch", asRead), s.changeUnits)
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

func (s *Server) changeUnits(ctx context.Context, in *unitsIn) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	patches, err := upload.Units(in.RawBody)
	if err != nil {
		return nil, err
	}
	shown, err := unitsShown(at)
	if err != nil {
		return nil, err
	}
	writings := make([]view.Writing, len(patches))
	for i, p := range patches {
		writings[i].ID, writings[i].Out = p.ID, p.Gone()
		if p.Gone() {
			continue
		}
		before, there := shown[p.ID]
		if !there {
			before = []byte("{}")
		}
		if writings[i].Body, err = upload.Patch(before, p.Patch); err != nil {
			return nil, err
		}
	}
	next, err := writeUnits(at, writings)
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
		return nil, problem.Told(http.StatusUnprocessableEntity, lang.Said(err))
	case errors.Is(err, store.ErrTaken):
		return nil, problem.New(http.StatusConflict, wordUnitIDTaken)
	case err != nil:
		return nil, err
	}
	return s.revise(ctx, at, nil, next, builds, note, 0)
}
