package server

import (
	"bytes"
	"context"
	"encoding/json"

	"sortie"
	"sortie/missionfile"
	"sortie/server/problem"
	"sortie/store"
)

// revise writes a revision. The mission has passed its checks, and f holds what
// is doubtful about it, nil where that is not asked; builds is the entry that the writer has seen, 0 where
// there is no mission yet; replays is the entry that it brings back, if any.
func (s *Server) revise(ctx context.Context, at *scope, f *missionfile.File, m *sortie.Mission, builds int64, note string, replays int64) (*savedOut, error) {
	mission, err := missionfile.MarshalMission(m)
	if err != nil {
		return nil, err
	}
	e, err := s.append(ctx, at, store.Draft{Mission: m.ID, Kind: store.Revision, Builds: builds}, store.Revised{Mission: mission, Note: note, Replays: replays})
	if err != nil {
		return nil, err
	}
	at.state = &store.State{ID: m.ID, Mission: m, Seq: e.Seq, Changed: e.Seq, Revision: e.Seq, Actor: e.Actor, At: e.At}
	if f == nil {
		return saved(e, Checked{Mission: m.ID, Findings: []problem.Detail{}}), nil
	}
	return saved(e, showChecked(at, f)), nil
}

func saved(e store.Entry, c Checked) *savedOut {
	return &savedOut{Location: "/api/missions/" + e.Mission, ETag: etag(e.Seq), Body: Saved{Mission: e.Mission, Entry: showEntry(e), Checked: c}}
}

// append writes an entry of whoever asks, now.
func (s *Server) append(ctx context.Context, at *scope, d store.Draft, body any) (store.Entry, error) {
	d.Actor, d.At = at.who.Name, s.now()
	return s.write(ctx, d, body)
}

// write appends an entry to the ledger.
func (s *Server) write(ctx context.Context, d store.Draft, body any) (store.Entry, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false) // a mission keeps its own bytes
	if err := enc.Encode(body); err != nil {
		return store.Entry{}, err
	}
	d.Body = text.Bytes()
	e, err := s.store.Append(ctx, d)
	if err != nil {
		return store.Entry{}, err
	}
	s.figures.appended(e)
	return e, nil
}
