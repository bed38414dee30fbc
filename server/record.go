package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"sortie"
	"sortie/missionfile"
	"sortie/record"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/store"
)

// maxStatement is the most bytes that an entry of the record may have.
const maxStatement = 1 << 20

// mostTries is how often a writer that has not looked tries again where another
// was first.
const mostTries = 20

// Record is the story of a mission.
type Record struct {
	record.Telling
	Findings []sortie.Finding `json:"findings" doc:"What the record does not bear out, and figures that differ."`
	Others   map[string]int   `json:"others,omitempty" doc:"Severity → how many findings there are besides on what the one who asks does not see."`
}

// Vote is one member's vote on a decision.
type Vote struct {
	Nation string      `json:"nation" maxLength:"2" pattern:"^[A-Z]{2}$" doc:"ISO 3166 code of the member."`
	Vote   sortie.Vote `json:"vote" enum:"for,against,abstain" doc:"How it votes."`
}

type (
	statementIn struct {
		MissionPath
		Key     string `header:"Idempotency-Key" maxLength:"100" doc:"A request that is sent again with the same key is answered with the entry of the first."`
		RawBody []byte `contentType:"application/json"`
	}
	voteIn struct {
		MissionPath
		Decision string `path:"decision" maxLength:"128" doc:"Id of a decision in the record."`
		Key      string `header:"Idempotency-Key" maxLength:"100" doc:"A request that is sent again with the same key is answered with the entry of the first."`
		Body     Vote
	}
)

func (s *Server) recordOperations() {
	const path = "/api/missions/{mission}/record"
	register(s, op("get-record", http.MethodGet, path, tagRecord, "The story of a mission",
		"From the request to the last handover, with sources; figures that were published differently side by side; what stands against the rules."), s.getRecord)
	add := shaped(creates(takes(op("add-statement", http.MethodPost, path, tagRecord, "Add to the record",
		"One entry of the record in the mission format: a request, decision, pledge, statement, report, handover or event. A correction is an entry that replaces an earlier one."), maxStatement, "application/json")), "application/json", "Entry", asFile)
	register(s, add, s.addStatement)
	register(s, creates(op("vote", http.MethodPost, path+"/{decision}/votes", tagRecord, "Vote on a decision",
		"One member's vote; a later one of the same member counts instead.")), s.vote)
}

func (s *Server) getRecord(ctx context.Context, _ *MissionPath) (*bodyOf[Record], error) {
	at := scopeOf(ctx)
	return answered(showRecord(at, at.state.Mission)), nil
}

// addStatement adds an entry to the record as it is when it is written: where
// somebody else changed the mission meanwhile, it is checked and written again.
func (s *Server) addStatement(ctx context.Context, in *statementIn) (*savedOut, error) {
	at := scopeOf(ctx)
	for try := 1; ; try++ {
		f, entry, err := withEntry(at.state.Mission, in.RawBody)
		if err != nil {
			return nil, err
		}
		if !f.Failed() && f.Mission != nil {
			f.Add(record.Findings(f.Mission)...)
		}
		if _, err := sound(f); err != nil {
			return nil, err
		}
		e, err := s.append(ctx, at, store.Draft{Mission: at.state.ID, Kind: store.Statement, Builds: at.state.Changed, Key: keyOf(at, "say", in.Key)}, entry)
		var conflict *store.Conflict
		switch {
		case err == nil:
			return saved(e, showChecked(at, f)), nil
		case !errors.As(err, &conflict) || try == mostTries:
			return nil, err
		}
		if at.state, err = s.mission(ctx, at.state.ID); err != nil {
			return nil, err
		}
	}
}

// withEntry is the mission with an entry at the end of its record, and that
// entry as it was read.
func withEntry(m *sortie.Mission, body []byte) (*missionfile.File, *sortie.Entry, error) {
	if !json.Valid(body) {
		return nil, nil, problem.New(http.StatusBadRequest, wordEntryJSON)
	}
	whole, err := missionfile.MarshalMission(m)
	if err != nil {
		return nil, nil, err
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(whole, &keys); err != nil {
		return nil, nil, err
	}
	entries := []json.RawMessage{}
	if list := keys["record"]; list != nil {
		if err := json.Unmarshal(list, &entries); err != nil {
			return nil, nil, err
		}
	}
	if keys["record"], err = json.Marshal(append(entries, body)); err != nil {
		return nil, nil, err
	}
	data, err := json.Marshal(keys)
	if err != nil {
		return nil, nil, err
	}
	f := missionfile.Parse("", data, nil)
	if f.Failed() || f.Mission == nil || len(f.Mission.Record) == 0 {
		return f, nil, nil
	}
	return f, &f.Mission.Record[len(f.Mission.Record)-1], nil
}

func (s *Server) vote(ctx context.Context, in *voteIn) (*savedOut, error) {
	at := scopeOf(ctx)
	if err := decide(at, "vote", func(r access.Resource) access.Resource { return r.Vote(in.Body.Nation) }); err != nil {
		return nil, err
	}
	m := at.state.Mission
	decision := slices.ContainsFunc(m.Record, func(e sortie.Entry) bool { return e.ID == in.Decision && e.Kind == sortie.Decision })
	switch {
	case !decision:
		return nil, problem.New(http.StatusNotFound, wordNoDecision)
	case m.Organisation != nil && len(m.Organisation.Members) > 0 && !slices.Contains(m.Organisation.Members, in.Body.Nation):
		return nil, problem.New(http.StatusUnprocessableEntity, wordNoMember, in.Body.Nation)
	}
	e, err := s.append(ctx, at, store.Draft{Mission: at.state.ID, Kind: store.Vote, Blind: true, Key: keyOf(at, "vote", in.Key)},
		store.Voted{Decision: in.Decision, Nation: in.Body.Nation, Vote: in.Body.Vote})
	if err != nil {
		return nil, err
	}
	return saved(e, Checked{Mission: m.ID, Findings: []problem.Detail{}}), nil
}

// keyOf is the key of a draft: what one account sends, by what it does.
func keyOf(at *scope, what, key string) string {
	if key == "" {
		return ""
	}
	return what + " " + at.who.Account + " " + key
}
