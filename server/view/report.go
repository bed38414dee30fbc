package view

import (
	"fmt"
	"strconv"
	"strings"

	"sortie"
	"sortie/check"
	"sortie/internal/lang"
)

// Report is what the verifier says of a plan, as it is seen.
type Report struct {
	Breaches    []check.Breach     `json:"breaches"`
	Differences []check.Difference `json:"differences"`
	Verdict     Verdict            `json:"verdict"`
	Others      map[string]int     `json:"others,omitempty" doc:"Rule → how many breaches more there are; differences → of these"`
}

// Report is what is seen of the verifier's report on a plan. Breaches that are
// not of an own unit, or of a movement that is seen, are counted by rule.
func (v View) Report(m *sortie.Mission, p *sortie.Plan, r check.Report) Report {
	out := Report{Breaches: []check.Breach{}, Differences: []check.Difference{}, Verdict: v.verdict(m, r.Verdict)}
	if v.whole {
		out.Breaches, out.Differences = append(out.Breaches, r.Breaches...), append(out.Differences, r.Differences...)
		return out
	}
	see, others := v.sight(m), map[string]int{}
	seen := map[int]Movement{}          // by number
	position := make(map[string]string) // of a movement that is seen: in the whole plan → as it is seen
	for i, mv := range p.Movements {
		if shown, ok := see.movement(mv); ok {
			position[strconv.Itoa(i)] = strconv.Itoa(len(position))
			seen[mv.ID] = shown
		}
	}
	for _, b := range r.Breaches {
		if b, ok := see.breach(b, seen); ok {
			out.Breaches = append(out.Breaches, b)
		} else {
			others[string(b.Rule)]++
		}
	}
	for _, d := range r.Differences {
		if d, ok := see.difference(d, position); ok {
			out.Differences = append(out.Differences, d)
		} else {
			others["differences"]++
		}
	}
	if len(others) > 0 {
		out.Others = others
	}
	return out
}

// breach is what is seen of a breach. Where others are aboard too, its words and
// figures may be about them: the rule's title stays.
func (s sight) breach(b check.Breach, seen map[int]Movement) (check.Breach, bool) {
	mv, ok := seen[b.Movement]
	switch {
	case b.Unit != "" && !s.units[b.Unit], b.Movement != 0 && !ok, b.Unit == "" && b.Movement == 0:
		return b, false
	case b.Movement != 0 && mv.Others == nil && alone[b.Rule], b.Unit != "" && unitAlone[b.Rule]:
		return b, true
	}
	b.Message, b.Have, b.Want, b.Measure = lang.Plain(b.Rule.Title()), 0, 0, ""
	return b, true
}

// alone are rules whose breaches speak of the movement itself and of what is
// aboard; those of the others may name the movements that it meets.
var alone = map[check.Rule]bool{
	check.Times: true, check.Payload: true, check.Stowage: true, check.Seats: true, check.Hours: true, check.Clearance: true,
}

// unitAlone are rules whose breaches speak of one unit where they name one.
var unitAlone = map[check.Rule]bool{check.Conservation: true}

func (s sight) difference(d check.Difference, position map[string]string) (check.Difference, bool) {
	if unit, ok := strings.CutPrefix(d.Field, "verdict.left_behind of "); ok {
		return d, s.units[unit]
	}
	if rest, ok := strings.CutPrefix(d.Field, "movements["); ok {
		i, key, _ := strings.Cut(rest, "]")
		at, ok := position[i]
		d.Field = fmt.Sprintf("movements[%s]%s", at, key)
		return d, ok
	}
	return d, true
}

// Proof is what is seen of the verifier's word on a bound: whether it holds, and
// of which minute.
func (v View) Proof(p check.Proof) check.Proof {
	if !v.whole {
		p.Message = lang.Plain(hiddenProof)
	}
	return p
}
