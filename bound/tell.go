package bound

import (
	"fmt"
	"slices"
	"strings"

	"sortie/network"
)

func (s *search) clock(t network.Minute) string {
	return t.Time(s.w.n.Zone).Format("2006-01-02 15:04")
}

// tellPath is the proof of a path in a sentence.
func (s *search) tellPath(e *entry, arrives network.Minute) string {
	n := s.w.n
	if len(e.tasks) > 0 {
		return fmt.Sprintf("%d people who have to leave stand guard until %s (%s); the way to their destination takes until %s at the least%s",
			e.count, s.clock(e.after), strings.Join(e.tasks, ", "), s.clock(arrives), prompt([]*entry{e}, network.Past))
	}
	if e.floor > 0 {
		return fmt.Sprintf("%d people must stay in the theatre until %s; the way to their destination takes until %s at the least%s",
			e.count, s.clock(e.after), s.clock(arrives), prompt([]*entry{e}, network.Past))
	}
	u := &n.Units[e.units[0]]
	return fmt.Sprintf("%s of %s can load from %s on; the way from %s to %s takes until %s at the least",
		kindName(n, e.kind), u.ID, s.clock(s.l.readyOf(e.units[0], nil)), n.Places[u.At].ID, n.Places[u.To].ID, s.clock(arrives))
}

// tellCut is the proof of a cut in a sentence.
func (s *search) tellCut(c *cut, closes network.Minute, lines []line) string {
	var parts []string
	able := int64(0)
	for _, l := range lines {
		able += l.amount
		what := strings.ReplaceAll(l.resource, "_", " ")
		if l.resource != "people_per_day" && l.resource != "headway" {
			what += " by " + string(l.mode.ModeName())
		}
		parts = append(parts, fmt.Sprintf("%s %d", what, l.amount))
	}
	if len(parts) == 0 {
		parts = append(parts, "nothing")
	}
	from, to := s.where(c), strings.Join(parts, ", ")
	if kind, one := s.single(c); one {
		return fmt.Sprintf("to close before %s at most %d of %d %s could leave %s in time (%s)%s", s.clock(closes), able, c.total, kind, from, to, prompt(c.entries(), closes))
	}
	return fmt.Sprintf("to close before %s at most %d %% of what has to could leave %s in time (%s of %d points: %s)%s",
		s.clock(closes), 100*able/c.total, from, to, c.total, s.measure(c), prompt(c.entries(), closes))
}

// tellHeld is how many have to stay until when at the least; nothing where not all of the demand is held.
func (s *search) tellHeld(entries []*entry) string {
	people, first := 0, network.Never
	for _, e := range entries {
		if len(e.tasks) == 0 && e.floor == 0 {
			return ""
		}
		people, first = people+e.count, min(first, e.after)
	}
	return fmt.Sprintf("%d people have to stay until %s or later", people, s.clock(first))
}

// prompt is what has to be added where the proof does not speak of plans that
// are tardier than this one.
func prompt(entries []*entry, closes network.Minute) string {
	if slices.ContainsFunc(entries, func(e *entry) bool { return e.punctual }) {
		return "; nobody takes their place who would then be tardier than in this plan"
	}
	if slices.ContainsFunc(entries, func(e *entry) bool { return e.until < closes }) {
		return "; no unit is tardier than this plan allows"
	}
	return ""
}

// single is the kind that alone counts one each.
func (s *search) single(c *cut) (string, bool) {
	found := ""
	for _, k := range c.weights(c.all(), func(*entry) bool { return true }) {
		if found != "" || k.each != 1 {
			return "", false
		}
		found = kindName(s.w.n, k.kind)
	}
	return found, true
}

// measure is what one of each kind counts.
func (s *search) measure(c *cut) string {
	var named []string
	for _, k := range c.weights(c.all(), func(*entry) bool { return true }) {
		named = append(named, fmt.Sprintf("%s %d", kindName(s.w.n, k.kind), k.each))
	}
	return strings.Join(named, ", ")
}

// where is the places that the demand has to leave.
func (s *search) where(c *cut) string {
	n := s.w.n
	var in, out []string
	for p, is := range c.inside {
		if is && c.outside[p] {
			return "the places that each part has to"
		}
		if is {
			in = append(in, n.Places[p].ID)
		} else {
			out = append(out, n.Places[p].ID)
		}
	}
	switch {
	case len(in) <= len(out) && len(in) <= 3:
		return strings.Join(in, ", ")
	case len(out) <= 3:
		return "the places other than " + strings.Join(out, ", ")
	}
	return fmt.Sprintf("%s and %d more places", in[0], len(in)-1)
}
