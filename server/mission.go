package server

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"sortie/internal/review"
	"sortie/missionfile"
	"sortie/server/problem"
	"sortie/server/upload"
	"sortie/store"
)

// mergePatch is the media type of JSON Merge Patch.
const mergePatch = "application/merge-patch+json"

// etag is the entity tag of a mission: the number of the entry that changed it
// last.
func etag(changed int64) string { return `"` + strconv.FormatInt(changed, 10) + `"` }

// matched reads If-Match: the entry that a writer has seen. A mission has one
// state at a time, so a list of tags, and *, make no sense here.
func matched(header string) (int64, error) {
	if header == "" {
		return 0, problem.New(http.StatusPreconditionRequired, wordNoIfMatch)
	}
	number, opened := strings.CutPrefix(header, `"`)
	number, closed := strings.CutSuffix(number, `"`)
	n, err := strconv.ParseInt(number, 10, 64)
	if !opened || !closed || err != nil || n < 1 || etag(n) != header {
		return 0, problem.New(http.StatusBadRequest, wordIfMatchForm)
	}
	return n, nil
}

// fresh refuses a change that builds on an older state than there is.
func fresh(state *store.State, ifMatch string) (int64, error) {
	builds, err := matched(ifMatch)
	if err == nil && builds != state.Changed {
		err = &store.Conflict{Mission: state.ID, Builds: builds, Changed: state.Changed, Actor: state.Actor, At: state.At}
	}
	return builds, err
}

type (
	// ChangeOf is of operations that change a mission.
	ChangeOf struct {
		MissionPath
		IfMatch string `header:"If-Match" doc:"ETag of the mission that you change."`
		Note    string `query:"note" maxLength:"1000" doc:"Why, in the writer's words."`
	}
	replaceIn struct {
		ChangeOf
		Type    string `header:"Content-Type" doc:"Media type of the body."`
		RawBody []byte `contentType:"application/yaml"`
	}
	patchIn struct {
		ChangeOf
		RawBody []byte `contentType:"application/merge-patch+json"`
	}
	missionOut struct {
		ETag string `header:"ETag" doc:"Number of the entry that changed it last."`
		Body *missionShown
	}
)

func (s *Server) oneMissionOperations() {
	const path = "/api/missions/{mission}"
	register(s, op("get-mission", http.MethodGet, path, tagMissions, "Read a mission",
		"As it is now, in the mission format, every default filled in. Its ETag is what a change has to name."), s.getMission)
	register(s, shaped(takes(op("replace-mission", http.MethodPut, path, tagMissions, "Replace a mission",
		"The body is one that adding a mission takes, with the same id. 412: somebody else changed it since you read it, who and when."),
		upload.MaxBytes, upload.YAML, upload.JSON, upload.Zip, upload.Multipart), upload.JSON, "Mission", asFile), s.replaceMission)
	register(s, shaped(takes(op("patch-mission", http.MethodPatch, path, tagMissions, "Change a mission",
		"A JSON Merge Patch (RFC 7396) of the mission as it is read: keys that are given replace those that are there, null takes one away, lists are replaced whole."),
		upload.MaxBytes, mergePatch), mergePatch, "Mission", asPatch), s.patchMission)
	register(s, heavy(op("check-mission", http.MethodGet, path+"/findings", tagMissions, "What is wrong or doubtful with a mission",
		"Findings on the mission as it is now: what has no way, what is assumed, where mission and record differ.")), s.checkMission)
}

func (s *Server) getMission(ctx context.Context, _ *MissionPath) (*missionOut, error) {
	at := scopeOf(ctx)
	return &missionOut{ETag: etag(at.state.Changed), Body: showMission(at, at.state.Mission)}, nil
}

func (s *Server) replaceMission(ctx context.Context, in *replaceIn) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	f, err := upload.Mission(in.Type, in.RawBody)
	if err != nil {
		return nil, err
	}
	return s.replace(ctx, at, f, builds, in.Note)
}

func (s *Server) patchMission(ctx context.Context, in *patchIn) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	before, err := missionfile.MarshalMission(at.state.Mission)
	if err != nil {
		return nil, err
	}
	after, err := upload.Patch(before, in.RawBody)
	if err != nil {
		return nil, err
	}
	return s.replace(ctx, at, missionfile.Parse("", after, nil), builds, in.Note)
}

// replace puts a mission in the place of the one that is there.
func (s *Server) replace(ctx context.Context, at *scope, f *missionfile.File, builds int64, note string) (*savedOut, error) {
	m, err := s.usable(f)
	if err != nil {
		return nil, err
	}
	if m.ID != at.state.ID {
		return nil, problem.New(http.StatusUnprocessableEntity, wordOtherID, m.ID, at.state.ID)
	}
	return s.revise(ctx, at, f, m, builds, note, 0)
}

func (s *Server) checkMission(ctx context.Context, _ *MissionPath) (*bodyOf[Checked], error) {
	at := scopeOf(ctx)
	data, err := missionfile.MarshalMission(at.state.Mission)
	if err != nil {
		return nil, err
	}
	f := missionfile.Parse("", data, nil)
	if err := review.File(f); err != nil {
		return nil, err
	}
	return answered(showChecked(at, f)), nil
}
