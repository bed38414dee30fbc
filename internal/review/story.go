package review

import (
	"iter"

	"sortie"
	"sortie/missionfile"
	"sortie/store"
)

// Story looks at the entries of a ledger from elsewhere as at missions that are
// written here: a chain can hold, and be the chain of a mission that nobody could
// have written, with a thousand million vehicles or in a time zone that does not
// exist. It returns a store.Break where the chain does not hold, *store.Damaged
// with the line of the exported file, or the error that the entries end with.
func Story(entries iter.Seq2[store.Entry, error]) error {
	state := &store.State{}
	var chain store.Chain
	var last store.Entry // that changed the mission
	for e, err := range entries {
		if err != nil {
			return err
		}
		if breaks := chain.Next(e); breaks != nil { // what was changed on the way comes before what it says
			return breaks[0]
		}
		if !e.Kind.Changes() {
			continue
		}
		if state, err = state.Advance([]store.Entry{e}); err != nil {
			return unwritten(e, err.Error())
		}
		last = e
		last.Body = nil
		if e.Kind == store.Revision {
			if err := written(e, state.Mission); err != nil {
				return err
			}
		}
	}
	if state.Mission == nil || last.Kind == store.Revision {
		return nil
	}
	return written(last, state.Mission) // with what was said since
}

func written(e store.Entry, m *sortie.Mission) error {
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		return unwritten(e, err.Error())
	}
	for _, d := range missionfile.Parse("mission.json", text, nil).Diagnostics {
		if d.Severity == sortie.Error {
			return unwritten(e, "the mission is none that could be written here: "+d.Message.String())
		}
	}
	return nil
}

// unwritten names the line that an entry has in an exported file, whose first one
// is its head.
func unwritten(e store.Entry, why string) error { return &store.Damaged{Line: e.Seq + 1, Why: why} }
