package server

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"sortie/missionfile"
	"sortie/server/access"
	"sortie/store"
)

// Revision is an entry that changed a mission.
type Revision struct {
	Seq     int64      `json:"seq" doc:"Its number in the mission's ledger."`
	Kind    store.Kind `json:"kind" enum:"revision,vote,statement" doc:"What it is."`
	Actor   string     `json:"actor" doc:"Account that wrote it."`
	At      time.Time  `json:"at" doc:"When."`
	Note    string     `json:"note,omitempty" doc:"Why, in the writer's words."`
	Replays int64      `json:"replays,omitempty" doc:"The entry whose mission it brought back."`
}

// RevisionList is a page of what changed a mission.
type RevisionList struct {
	Revisions []Revision `json:"revisions" doc:"The newest first."`
	Before    int64      `json:"before,omitempty" doc:"Where the next page begins; absent on the last one."`
}

type (
	// RevisionPath is of operations on one revision.
	RevisionPath struct {
		MissionPath
		Revision int64 `path:"revision" minimum:"1" doc:"Number of a ledger entry that changed the mission."`
	}
	restoreIn struct {
		RevisionPath
		IfMatch string `header:"If-Match" doc:"ETag of the mission that you change."`
		Note    string `query:"note" maxLength:"1000" doc:"Why, in the writer's words."`
	}
	revisionsIn struct {
		MissionPath
		Before int64 `query:"before" minimum:"0" doc:"List what came before this entry; absent: from the newest on."`
		Limit  int   `query:"limit" minimum:"1" maximum:"100" default:"20" doc:"Most to list."`
	}
)

func (s *Server) revisionOperations() {
	const path = "/api/missions/{mission}/revisions"
	register(s, op("list-revisions", http.MethodGet, path, tagHistory, "What changed a mission",
		"Revisions, votes and statements, the newest first."), s.listRevisions)
	register(s, op("get-revision", http.MethodGet, path+"/{revision}", tagHistory, "Read a mission as it was",
		"The mission once the entry had been written."), s.getRevision)
	register(s, op("restore-revision", http.MethodPost, path+"/{revision}/restore", tagHistory, "Bring a mission back as it was",
		"Writes a new revision with the mission as it was then; nothing of the history is lost."), s.restoreRevision)
}

func (s *Server) listRevisions(ctx context.Context, in *revisionsIn) (*bodyOf[RevisionList], error) {
	at := scopeOf(ctx)
	out := RevisionList{Revisions: []Revision{}}
	for e, err := range s.backwards(ctx, at.state.ID, in.Before) {
		if err != nil {
			return nil, err
		}
		if !e.Kind.Changes() {
			continue
		}
		if len(out.Revisions) == in.Limit {
			out.Before = out.Revisions[len(out.Revisions)-1].Seq
			break
		}
		r := Revision{Seq: e.Seq, Kind: e.Kind, Actor: showActor(at, e.Actor), At: e.At}
		if e.Kind == store.Revision {
			full, err := s.store.Entry(ctx, at.state.ID, e.Seq)
			if err != nil {
				return nil, err
			}
			var body struct {
				Note    string `json:"note"`
				Replays int64  `json:"replays"`
			}
			if err := json.Unmarshal(full.Body, &body); err != nil {
				return nil, err
			}
			r.Note, r.Replays = showNote(at, e.Actor, body.Note), body.Replays
		}
		out.Revisions = append(out.Revisions, r)
	}
	return answered(out), nil
}

func (s *Server) getRevision(ctx context.Context, in *RevisionPath) (*missionOut, error) {
	at := scopeOf(ctx)
	then, err := s.asOf(ctx, at.state.ID, in.Revision)
	if err != nil {
		return nil, err
	}
	return &missionOut{ETag: etag(in.Revision), Body: showMission(at, then.Mission)}, nil
}

func (s *Server) restoreRevision(ctx context.Context, in *restoreIn) (*savedOut, error) {
	at := scopeOf(ctx)
	builds, err := fresh(at.state, in.IfMatch)
	if err != nil {
		return nil, err
	}
	then, err := s.asOf(ctx, at.state.ID, in.Revision)
	if err != nil {
		return nil, err
	}
	data, err := missionfile.MarshalMission(then.Mission)
	if err != nil {
		return nil, err
	}
	f := missionfile.Parse("", data, nil)
	m, err := s.usable(f)
	if err != nil {
		return nil, err
	}
	return s.revise(ctx, at, f, m, builds, in.Note, in.Revision)
}

// asOf is a mission once an entry that changed it had been written. Any other
// entry is none that was asked for.
func (s *Server) asOf(ctx context.Context, mission string, seq int64) (*store.State, error) {
	entry, err := s.store.Entry(ctx, mission, seq)
	if err != nil {
		return nil, err
	}
	if !entry.Kind.Changes() {
		return nil, access.NotFound()
	}
	entries := []store.Entry{entry}
	if entry.Kind != store.Revision {
		for e, err := range s.backwards(ctx, mission, seq) {
			if err != nil {
				return nil, err
			}
			if !e.Kind.Changes() {
				continue
			}
			full, err := s.store.Entry(ctx, mission, e.Seq)
			if err != nil {
				return nil, err
			}
			entries = append(entries, full)
			if e.Kind == store.Revision {
				break
			}
		}
		slices.Reverse(entries)
	}
	return store.Fold(entries)
}
