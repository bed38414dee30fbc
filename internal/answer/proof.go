package answer

import (
	"encoding/json"
	"slices"
	"strings"

	"sortie"
	"sortie/bound"
	"sortie/explain"
	"sortie/internal/lang"
)

// mostNamed is how many places or units a proof names before it counts them.
const mostNamed = 3

// Proof is a bound's proof in the reader's language. What no phrase is known
// for is told in the plan's own words.
func Proof(m *sortie.Mission, b *sortie.Bound, l lang.Lang) string {
	var c bound.Certificate
	if l == lang.EN || json.Unmarshal(b.Certificate, &c) != nil {
		return b.Proof
	}
	part := c.Part
	if len(c.Parts) > 0 {
		part = c.Parts[0]
	}
	if len(part.Demand) == 0 {
		return b.Proof
	}
	proof := prove(m, &c, part, l)
	if c.Tardiness != nil {
		proof += l.Say(wordProofPunctual)
	}
	return proof
}

func prove(m *sortie.Mission, c *bound.Certificate, part bound.Part, l lang.Lang) string {
	d := part.Demand[0]
	at := l.Time(c.Closure.In(explain.Zone(m)))
	switch {
	case c.Prices != nil:
		var scarce []string
		for _, resource := range c.Prices.Scarce() {
			if word, known := wordScarce[resource]; known {
				scarce = append(scarce, l.Say(word))
			}
		}
		if len(scarce) == 0 {
			scarce = []string{l.Say(wordTime)}
		}
		return l.Say(wordProofTogether, at, l.List(scarce))
	case c.Routes != nil:
		return l.Say(wordProofRoutes, at)
	case c.Runs != nil:
		return l.Say(wordProofRuns, at)
	case c.Kind != "path":
		able := 0
		var parts []string
		for _, s := range c.Supply {
			able += int(s.Amount)
			word, known := wordBinds[s.Resource]
			if !known {
				continue // the plan is somebody else's, and so is the word
			}
			binds := l.Say(word, s.Amount)
			if s.Resource != "people_per_day" && s.Resource != "headway" {
				binds += l.Say(wordBy[s.Mode])
			}
			parts = append(parts, binds)
		}
		if len(parts) == 0 {
			parts = append(parts, l.Say(wordNone))
		}
		where := named(l, part.Inside)
		if slices.ContainsFunc(c.Parts, func(other bound.Part) bool { return !slices.Equal(other.Inside, part.Inside) }) {
			where = l.Say(wordEachPart)
		}
		if c.Total > 0 && slices.ContainsFunc(append(c.Parts, part), weighted) {
			return l.Say(wordProofShare, at, l.Percent(float64(able)/float64(c.Total)), where, int(c.Total), strings.Join(parts, ", "))
		}
		return l.Say(wordProofCut, at, able, int(c.Total), where, strings.Join(parts, ", "))
	case d.After != nil:
		return l.Say(wordProofHeld, l.Count(d.Count, People), l.Time(d.After.In(explain.Zone(m))), at)
	}
	return l.Say(wordProofPath, named(l, d.Units), at)
}

// weighted reports whether a part counts anything otherwise than one each.
func weighted(p bound.Part) bool {
	for _, each := range p.Weights {
		if each != 1 {
			return true
		}
	}
	return false
}

// named lists what is named, or counts what is too much to name.
func named(l lang.Lang, ids []string) string {
	if len(ids) > mostNamed {
		return l.Say(wordProofMore, ids[0], len(ids)-1)
	}
	return l.List(ids)
}
