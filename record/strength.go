package record

import (
	"fmt"
	"math"

	"sortie"
	"sortie/internal/lang"
)

// measure is a strength that is granted and pledged, under the name that
// figures give it.
type measure struct {
	name    string
	count   lang.Counted
	of      func(*sortie.Unit) int
	granted func(*sortie.Grants) *int
	pledged func(*sortie.Entry) *int
}

var measures = []measure{
	{"people", peopleCount, func(u *sortie.Unit) int { return max(u.People, 0) },
		func(g *sortie.Grants) *int { return g.People }, func(e *sortie.Entry) *int { return e.People }},
	{"equipment", itemCount, equipment, func(g *sortie.Grants) *int { return g.Equipment }, func(e *sortie.Entry) *int { return e.Equipment }},
}

func equipment(u *sortie.Unit) (n int) {
	for _, count := range u.Equipment {
		n = add(n, max(count, 0))
	}
	return n
}

// add keeps sums of hostile figures from turning over.
func add(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// standing is a strength in the theatre: at the start or, where that is more,
// at the end. Between the two it depends on the plan.
type standing struct {
	total int
	when  lang.Phrase
	units []int // those that make it up, in the order of the file
	tips  int   // the unit at which it first exceeds the limit that was asked for; −1: none
}

// inPlace sums those of the units that are in the theatre, and says where they
// exceed the limit.
func (b *book) inPlace(mea measure, units []int, limit float64) standing {
	at := func(end bool) standing {
		s := standing{when: atTheStart, tips: -1}
		if end {
			s.when = atTheEnd
		}
		for _, i := range units {
			u := &b.m.Units[i]
			place := u.At
			if end && u.To != "" {
				place = u.To
			}
			n := mea.of(u)
			if n == 0 || !b.theatre[place] {
				continue
			}
			s.units = append(s.units, i)
			s.total = add(s.total, n)
			if s.tips < 0 && float64(s.total) > limit {
				s.tips = i
			}
		}
		return s
	}
	start, end := at(false), at(true)
	if end.total > start.total {
		return end
	}
	return start
}

// makeUp names the units of a strength with what each has.
func (b *book) makeUp(s standing, mea measure) lang.Text {
	var names []lang.Text
	for _, i := range s.units {
		u := &b.m.Units[i]
		names = append(names, hasOfIt.Text(short(or(u.ID, fmt.Sprintf("units[%d]", i))), mea.of(u)))
	}
	return list(names)
}

// stated is a strength as an entry states it, with its precision: the key of
// the entry, or the figure of the same number that says how exact it is. of is
// whose strength it may be; ok is false where it states none.
func stated(e *sortie.Entry, key *int, name string, of ...string) (f sortie.Figure, ok bool) {
	for _, f := range e.Figures {
		a, precision := Value(f)
		if fold(f.What) != name || f.At != "" || precision == "" || !among(f.Of, of) {
			continue
		}
		if key == nil || a.Word == "" && a.N == float64(*key) {
			return f, true
		}
	}
	if key == nil {
		return sortie.Figure{}, false
	}
	return sortie.Figure{What: name, Exact: &sortie.Amount{N: float64(*key)}}, true
}

func among(s string, list []string) bool {
	for _, x := range list {
		if s == x {
			return true
		}
	}
	return s == ""
}
