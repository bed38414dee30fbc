package record

import (
	"sort"

	"sortie"
)

// Told is an entry in its place in the story.
type Told struct {
	Entry      int   // index in the mission's record
	ReplacedBy []int // the entries that correct it; empty where it counts
	Replaces   int   // the entry that it corrects; −1: none
}

// Story is the record in the order in which things happened: by day, of one day
// as the record has them. What no day is published of stands last.
func Story(m *sortie.Mission) []Told {
	if m == nil {
		return nil
	}
	b := open(m)
	out := make([]Told, len(m.Record))
	for i := range out {
		out[i] = Told{Entry: i, ReplacedBy: b.replacedBy[i], Replaces: -1}
	}
	for target, by := range b.replacedBy {
		for _, i := range by {
			out[i].Replaces = target
		}
	}
	sort.SliceStable(out, func(x, y int) bool {
		d, e := m.Record[out[x].Entry].On, m.Record[out[y].Entry].On
		if d.IsZero() || e.IsZero() {
			return !d.IsZero() && e.IsZero()
		}
		return before(d, e)
	})
	return out
}
