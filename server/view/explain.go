package view

import (
	"slices"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
)

// ofOthers is the kind of what holds a plan and is not shown.
const ofOthers explain.Kind = "others"

// Bottleneck is what is seen of what holds a plan back, with its sentence and
// breakdown; nil where nothing does. Where it is a unit or a movement that is not
// seen, or time that would tell of one, it is said to be of others.
func (v View) Bottleneck(m *sortie.Mission, p *sortie.Plan, b *explain.Binding, l lang.Lang) (is *explain.Binding, sentence, breakdown string) {
	if b == nil {
		return nil, "", ""
	}
	own := v.units(m)
	hidden := func(r explain.Resource) bool {
		return !v.whole && (r.Kind == explain.Ready || r.Kind == explain.After) && !own[r.ID]
	}
	_, closing := v.Movement(m, p, b.Closing)
	shares := slices.ContainsFunc(b.Shares, func(s explain.Share) bool { return hidden(s.Resource) })
	seen := &v.Mission(m).Mission
	if closing && !shares && !hidden(b.Resource) {
		return b, b.Sentence(seen, l), b.Breakdown(seen, l)
	}
	out := *b
	if !closing {
		out.Closing = 0
	}
	sentence = b.Sentence(seen, l)
	if hidden(b.Resource) || b.Kind == explain.Trip && !closing {
		out.Resource, out.Minutes, out.Figures = explain.Resource{Kind: ofOthers}, 0, explain.Figures{}
		sentence = l.Say(wordOthersHold)
	}
	out.Shares = mixed(b.Shares, hidden)
	return &out, sentence, l.Say(wordOthersPath, l.Minutes(b.Path))
}

// mixed adds up the shares that are hidden with those of journeys and idleness:
// by itself, how long a path waits for a unit tells when that unit is ready.
func mixed(shares []explain.Share, hidden func(explain.Resource) bool) []explain.Share {
	if !slices.ContainsFunc(shares, func(s explain.Share) bool { return hidden(s.Resource) }) {
		return shares
	}
	rest := explain.Share{Resource: explain.Resource{Kind: ofOthers}}
	out := []explain.Share{}
	for _, s := range shares {
		if hidden(s.Resource) || s.Kind == explain.Trip || s.Kind == explain.Idle {
			rest.Minutes += s.Minutes
			continue
		}
		out = append(out, s)
	}
	return append(out, rest)
}

// Difference is what changes from one plan to another, as far as both are seen: it is
// worked out from what is seen of them alone. What is aboard of others is cargo of a
// unit called others, which nobody is told of.
func (v View) Difference(before, after explain.Side, l lang.Lang) *explain.Difference {
	if v.whole {
		return explain.Compare(before, after, l)
	}
	seen := func(s explain.Side) explain.Side {
		return explain.Side{Mission: &v.Mission(s.Mission).Mission, Plan: v.Plan(s.Mission, s.Plan).Sheet()}
	}
	return explain.Compare(seen(before), seen(after), l)
}

// Units is what a plan does with the units that are seen, and with the others
// together.
type Units struct {
	Units  []explain.UnitPlan `json:"units"`
	Others *Outcome           `json:"others,omitempty" doc:"The units of other nations together"`
}

// Outcome is what becomes of people and items.
type Outcome struct {
	Delivered sortie.Counts `json:"delivered"`
	Late      sortie.Counts `json:"late"`
	Left      sortie.Counts `json:"left"`
}

// Units is what is seen of what a plan does with each unit.
func (v View) Units(m *sortie.Mission, plans []explain.UnitPlan) Units {
	out := Units{Units: []explain.UnitPlan{}}
	if v.whole {
		out.Units = append(out.Units, plans...)
		return out
	}
	own := v.units(m)
	for _, u := range plans {
		if own[u.Unit] {
			out.Units = append(out.Units, u)
			continue
		}
		if out.Others == nil {
			out.Others = &Outcome{}
		}
		add(&out.Others.Delivered, u.Delivered)
		add(&out.Others.Late, u.Late)
		add(&out.Others.Left, u.Left)
	}
	return out
}

func add(to *sortie.Counts, c sortie.Counts) {
	to.People += c.People
	to.Items += c.Items
}
