package view

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sortie"
)

// hiddenName stands in free text where a unit of another nation was named.
const hiddenName = "[a unit of another nation]"

// veil finds the names of hidden units in free text. Free text is written by
// people who see everything: the name of a task, the reason of an assumption.
type veil map[string][]string // first word → hidden ids and names that begin with it, longest first

// veil is the veil over a mission's hidden units. What is also the name of
// something that is seen is no secret.
func (v View) veil(m *sortie.Mission) veil {
	if v.whole {
		return nil
	}
	seen := map[string]bool{"": true, m.ID: true, m.Host: true, v.nation: true}
	for _, p := range m.Places {
		seen[p.ID], seen[p.Name], seen[p.Country] = true, true, true
	}
	for _, f := range m.Fleets {
		seen[f.ID], seen[f.Nation] = true, true
	}
	for _, t := range m.LiftTypes {
		seen[t.ID], seen[t.Name] = true, true
	}
	for _, t := range m.Tasks {
		seen[t.ID] = true
	}
	for _, u := range m.Units {
		seen[u.Nation] = true
		if v.own(u.Nation) {
			seen[u.ID], seen[u.Name] = true, true
		}
	}
	out := veil{}
	for _, u := range m.Units {
		for _, name := range []string{u.ID, u.Name} {
			if !seen[name] {
				seen[name] = true
				first := name[:wordEnd(name)]
				out[first] = append(out[first], name)
			}
		}
	}
	for _, names := range out {
		slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	}
	return out
}

// wordEnd is the length of the word that a text begins with, at least one
// character. Words are of letters, digits, and what joins them in ids.
func wordEnd(s string) int {
	for i, r := range s {
		if !inWord(r) {
			if i > 0 {
				return i
			}
			_, size := utf8.DecodeRuneInString(s)
			return size
		}
	}
	return len(s)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_'
}

// text is a text without the names of hidden units.
func (x veil) text(s string) string {
	if len(x) == 0 || s == "" {
		return s
	}
	var b strings.Builder
	for s != "" {
		end := wordEnd(s)
		if name, ok := x.named(s, end); ok {
			b.WriteString(hiddenName)
			s = s[len(name):]
			continue
		}
		b.WriteString(s[:end])
		s = s[end:]
	}
	return b.String()
}

// named is the hidden name that a text begins with, as whole words.
func (x veil) named(s string, end int) (string, bool) {
	for _, name := range x[s[:end]] {
		if rest, ok := strings.CutPrefix(s, name); ok {
			if next, _ := utf8.DecodeRuneInString(rest); rest == "" || !inWord(next) {
				return name, true
			}
		}
	}
	return "", false
}

func (x veil) words(t sortie.Text) sortie.Text {
	out := maps.Clone(t)
	for tag, s := range out {
		out[tag] = x.text(s)
	}
	return out
}

func (x veil) basis(b **sortie.Basis) {
	if *b != nil {
		veiled := **b
		veiled.Assumed = x.text(veiled.Assumed)
		*b = &veiled
	}
}

// mission veils the free text of a mission, copying the lists that have any.
func (x veil) mission(m *sortie.Mission) {
	if len(x) == 0 {
		return
	}
	m.Title = x.words(m.Title)
	each(&m.Record, x.entry)
	each(&m.Places, func(p *sortie.Place) {
		x.basis(&p.Basis)
		each(&p.Closed, func(c *sortie.Closure) { c.Why = x.text(c.Why) })
	})
	each(&m.Links, func(l *sortie.Link) { x.basis(&l.Basis) })
	each(&m.LiftTypes, func(t *sortie.LiftType) { x.basis(&t.Basis) })
	each(&m.EquipmentTypes, func(t *sortie.EquipmentType) { x.basis(&t.Basis) })
	each(&m.Fleets, func(f *sortie.Fleet) { x.basis(&f.Basis) })
	each(&m.Clearances, func(c *sortie.Clearance) { x.basis(&c.Basis) })
	each(&m.Tasks, func(t *sortie.Task) { t.Name = x.text(t.Name); x.basis(&t.Basis) })
}

// entry veils an entry of the record. What was published is shown, but for the
// names that the mission has for units of others.
func (x veil) entry(e *sortie.Entry) {
	e.Text, e.For = x.words(e.Text), x.text(e.For)
	each(&e.Figures, func(f *sortie.Figure) { f.What, f.Of, f.At = x.text(f.What), x.text(f.Of), x.text(f.At) })
}

// each changes a copy of a list.
func each[T any](list *[]T, change func(*T)) {
	*list = slices.Clone(*list)
	for i := range *list {
		change(&(*list)[i])
	}
}
