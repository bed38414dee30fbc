// Package view says what somebody sees of a mission, its plans and its ledger:
// everything, or, for the liaison of a nation, what is of its own nation whole and
// the others in totals. Every answer, event, export and error of the server goes
// through it.
//
// What it returns has the shapes of the mission and plan formats with a few keys
// more, which docs/access.md lists, so that a liaison's programs read what
// everybody's do. Its functions are pure: they change none of their arguments, and
// share with them what they do not change.
package view

import (
	"sortie"
	"sortie/internal/lang"
	"sortie/server/access"
)

// View is what one principal sees. The zero View sees totals alone.
type View struct {
	whole   bool
	nation  string // of a liaison; empty: none
	account string
	name    string
	lang    lang.Lang // of what it says itself; empty: English
}

// For is the view of whoever asks.
func For(p access.Principal) View {
	v := View{account: p.Account, name: p.Name}
	switch p.Role {
	case access.Administrator, access.Planner, access.DecisionMaker, access.Observer:
		v.whole = p.Account != ""
	case access.Liaison:
		v.nation = p.Nation
	}
	return v
}

// In is the view in a language: in place of what is not shown it has words of its
// own.
func (v View) In(l lang.Lang) View {
	v.lang = l
	return v
}

// Whole reports whether nothing is hidden: what the functions return is then
// what they were given.
func (v View) Whole() bool { return v.whole }

// own reports whether what is of a nation is seen whole.
func (v View) own(nation string) bool {
	return v.whole || nation != "" && nation == v.nation
}

// units are the ids of the units that are seen whole.
func (v View) units(m *sortie.Mission) map[string]bool {
	out := map[string]bool{}
	for _, u := range m.Units {
		if v.own(u.Nation) {
			out[u.ID] = true
		}
	}
	return out
}
