package view

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
	"sortie/network"
)

// Plan is a plan as it is seen: the movements that carry units of the own nation
// or are made by its lifts, with their numbers in the whole plan, and the others
// in totals by day.
type Plan struct {
	Version       int        `json:"sortie"`
	Mission       string     `json:"mission"`
	MissionSHA256 string     `json:"mission_sha256" doc:"Of the whole mission's canonical JSON"`
	Made          Made       `json:"made"`
	Verdict       Verdict    `json:"verdict"`
	Movements     []Movement `json:"movements"`
	Others        []Day      `json:"others,omitempty" doc:"The movements that are not shown, by the local day of their departure"`
}

// Made says how a plan came to be.
type Made = sortie.Made

// Movement is a movement as it is seen: the cargo of the own nation, and what
// else is aboard in totals.
type Movement struct {
	sortie.Movement
	Others *sortie.Counts `json:"others,omitempty" doc:"What is aboard of other nations"`
}

// Verdict is a plan's verdict, without what names units of others.
type Verdict struct {
	sortie.Verdict
	LeftBehindOthers *sortie.Counts `json:"left_behind_others,omitempty" doc:"What is left behind of other nations"`
}

// Day is what is not shown of one day.
type Day struct {
	Date      sortie.Date `json:"date"`
	Movements int         `json:"movements" doc:"Positioning legs included"`
	sortie.Counts
}

// Plan is what is seen of a plan for the mission.
func (v View) Plan(m *sortie.Mission, p *sortie.Plan) *Plan {
	out := &Plan{
		Version: p.Version, Mission: p.Mission, MissionSHA256: p.MissionSHA256, Made: p.Made,
		Verdict: v.verdict(m, p.Verdict), Movements: []Movement{},
	}
	see := v.sight(m)
	zone := explain.Zone(m)
	days := map[sortie.Date]Day{}
	for i := range p.Movements {
		if shown, ok := see.movement(p.Movements[i]); ok {
			out.Movements = append(out.Movements, shown)
			continue
		}
		date := sortie.DateOf(p.Movements[i].Depart.In(zone))
		d := days[date]
		people, items := aboard(p.Movements[i].Cargo)
		days[date] = Day{date, d.Movements + 1, sortie.Counts{People: d.People + people, Items: d.Items + items}}
	}
	for _, d := range days {
		out.Others = append(out.Others, d)
	}
	slices.SortFunc(out.Others, func(a, b Day) int { return a.Date.In(time.UTC).Compare(b.Date.In(time.UTC)) })
	return out
}

// Movement is what is seen of one movement of a plan; false where it is not
// seen, or is not there.
func (v View) Movement(m *sortie.Mission, p *sortie.Plan, id int) (*Movement, bool) {
	for i := range p.Movements {
		if p.Movements[i].ID == id {
			shown, ok := v.sight(m).movement(p.Movements[i])
			return &shown, ok
		}
	}
	return nil, false
}

// sight is which units and fleets of a mission are the own nation's.
type sight struct {
	whole         bool
	units, fleets map[string]bool
}

func (v View) sight(m *sortie.Mission) sight {
	s := sight{whole: v.whole, units: v.units(m), fleets: map[string]bool{}}
	for _, f := range m.Fleets {
		if v.own(f.Nation) {
			s.fleets[f.ID] = true
		}
	}
	return s
}

// movement is what is seen of a movement; false where nothing is.
func (s sight) movement(mv sortie.Movement) (Movement, bool) {
	if s.whole {
		return Movement{Movement: mv}, true
	}
	own, rest := []sortie.Cargo{}, []sortie.Cargo{}
	for _, c := range mv.Cargo {
		if s.units[c.Unit] {
			own = append(own, c)
		} else {
			rest = append(rest, c)
		}
	}
	fleet, _, _ := strings.Cut(mv.Lift, "/")
	if len(own) == 0 && !s.fleets[fleet] {
		return Movement{}, false
	}
	out := Movement{Movement: mv}
	if out.Cargo = own; len(rest) > 0 {
		people, items := aboard(rest)
		out.Others = &sortie.Counts{People: people, Items: items}
	}
	return out, true
}

func aboard(cargo []sortie.Cargo) (people, items int) {
	for _, c := range cargo {
		people += c.People
		items += len(c.Items)
	}
	return people, items
}

// verdict keeps a plan's totals, and what it says of own units.
func (v View) verdict(m *sortie.Mission, is sortie.Verdict) Verdict {
	out := Verdict{Verdict: is}
	if v.whole {
		out.LeftBehind = v.reasoned(is.LeftBehind)
		return out
	}
	if is.Bound != nil {
		bound := *is.Bound
		bound.Proof, bound.Certificate = v.lang.Say(wordHiddenProof), json.RawMessage("null")
		out.Bound = &bound
	}
	own, x := v.units(m), v.veil(m)
	out.LeftBehind = nil
	for _, l := range is.LeftBehind {
		if own[l.Unit] {
			if x.text(l.Reason) != l.Reason {
				l.Reason = v.lang.Say(wordHiddenReason)
			} else {
				l.Reason = network.Reason(l.Reason).In(v.lang)
			}
			out.LeftBehind = append(out.LeftBehind, l)
			continue
		}
		if out.LeftBehindOthers == nil {
			out.LeftBehindOthers = &sortie.Counts{}
		}
		out.LeftBehindOthers.People += l.People
		out.LeftBehindOthers.Items += l.Items
	}
	return out
}

// reasoned is what a plan leaves behind with its reasons in the view's language.
// A plan has them in English.
func (v View) reasoned(left []sortie.Left) []sortie.Left {
	if v.lang != lang.FR {
		return left
	}
	out := slices.Clone(left)
	for i, l := range out {
		out[i].Reason = network.Reason(l.Reason).In(v.lang)
	}
	return out
}

// Sheet is the plan for a table of its movements: what is aboard of others is
// one nameless entry of the cargo.
func (p *Plan) Sheet() *sortie.Plan {
	out := &sortie.Plan{
		Version: p.Version, Mission: p.Mission, MissionSHA256: p.MissionSHA256, Made: p.Made, Verdict: p.Verdict.Verdict,
		Movements: make([]sortie.Movement, len(p.Movements)),
	}
	for i, mv := range p.Movements {
		out.Movements[i] = mv.Movement
		if mv.Others != nil {
			rest := sortie.Cargo{Unit: "others", People: mv.Others.People, Items: slices.Repeat([]sortie.Item{{Type: "item"}}, mv.Others.Items)}
			out.Movements[i].Cargo = append(slices.Clone(mv.Cargo), rest)
		}
	}
	return out
}
