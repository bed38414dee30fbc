package store

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// State is what the entries of a mission come to.
type State struct {
	ID       string
	Mission  *sortie.Mission // the last revision, with the votes and statements since
	Seq      int64           // of the last entry
	Changed  int64           // of the last entry that changed the mission; what Draft.Builds names
	Revision int64           // of the last revision
	Actor    string          // who wrote the entry Changed
	At       time.Time       // and when
	Plan     *Adopted        // the newest plan; nil: there is none
	Actuals  []Happened      // what happened to its movements, by number
	Stray    []int64         // votes on decisions that the record does not have
}

// Adopted is a plan and the entry that it is in.
type Adopted struct {
	Entry Entry // without its body
	Planned
}

// Fold is what entries come to. They are in order, with their bodies, and begin
// at a revision or before it: what came earlier is in the revision.
func Fold(entries []Entry) (*State, error) { return (&State{}).Advance(entries) }

// Advance is what the state comes to with the entries that follow it. The state
// itself stays as it is, and shares what has not changed with the new one.
func (s *State) Advance(entries []Entry) (*State, error) {
	next := *s
	if s.Mission != nil {
		mission := *s.Mission
		mission.Record = slices.Clone(mission.Record)
		next.Mission = &mission
	}
	next.Stray = slices.Clone(s.Stray)
	actuals := map[int]Happened{}
	for _, a := range s.Actuals {
		actuals[a.Movement] = a
	}
	for _, e := range entries {
		if err := next.add(e, actuals); err != nil {
			return nil, lang.Err(unfolded, plain(e.Seq), e.Mission, malformed(err))
		}
		next.ID, next.Seq = e.Mission, e.Seq
		if e.Kind.Changes() {
			next.Changed, next.Actor, next.At = e.Seq, e.Actor, e.At
		}
	}
	if next.Mission == nil {
		return nil, ErrNotFound
	}
	next.Actuals = slices.SortedFunc(maps.Values(actuals), func(a, b Happened) int { return cmp.Compare(a.Movement, b.Movement) })
	return &next, nil
}

func (s *State) add(e Entry, actuals map[int]Happened) error {
	switch e.Kind {
	case Revision:
		b, m := Revised{}, &sortie.Mission{}
		if err := json.Unmarshal(e.Body, &b); err != nil {
			return err
		}
		if err := json.Unmarshal(b.Mission, m); err != nil {
			return err
		}
		s.Mission, s.Revision, s.Stray = m, e.Seq, nil
	case Vote:
		b := Voted{}
		if err := json.Unmarshal(e.Body, &b); err != nil {
			return err
		}
		if !s.vote(b) {
			s.Stray = append(s.Stray, e.Seq)
		}
	case Statement:
		b := sortie.Entry{}
		if err := json.Unmarshal(e.Body, &b); err != nil {
			return err
		}
		if s.Mission != nil {
			s.Mission.Record = append(s.Mission.Record, b)
		}
	case Plan:
		p := &Adopted{Entry: e}
		p.Entry.Body = nil
		if err := json.Unmarshal(e.Body, &p.Planned); err != nil {
			return err
		}
		s.Plan = p
		clear(actuals)
	case Actual:
		b := Happened{}
		if err := json.Unmarshal(e.Body, &b); err != nil {
			return err
		}
		if s.Plan != nil && s.Plan.Entry.Seq == b.Plan {
			actuals[b.Movement] = b
		}
	}
	return nil
}

// vote joins a vote to its decision; a later one of a nation counts instead of
// its earlier one.
func (s *State) vote(v Voted) bool {
	if s.Mission == nil {
		return false
	}
	for i := range s.Mission.Record {
		d := &s.Mission.Record[i]
		if d.ID != v.Decision || d.Kind != sortie.Decision {
			continue
		}
		votes := maps.Clone(d.Votes) // the ones before may be in an earlier state
		if votes == nil {
			votes = map[string]sortie.Vote{}
		}
		votes[v.Nation] = v.Vote
		d.Votes = votes
		return true
	}
	return false
}
