package bound

import (
	"fmt"
	"math"
	"slices"

	"sortie/network"
)

// portion is one whole of what a load can take up: payload, deck or seats.
// What an item takes of each is a whole number of its parts, rounded down.
const portion = int64(1) << 40

// form is what limits the loads of a lift type: of each kind there are so many,
// and on each row what all of the load takes together is no more than one whole.
type form struct {
	kinds []network.ItemIndex
	given []int   // where each was in the list that the form is of
	most  []int64 // of each kind
	rows  [][]int64
	deck  *stowage // of a type that has one
	sizes []int    // of each kind of items, the number of its sides there
}

// form is every row that limits a load on the type of so many of each of the
// kinds, which may be named more than once; of no kinds where there are too many
// for looking at whole loads.
func (w *world) form(t *network.LiftType, tonnes float64, kinds []network.ItemIndex, counts []int64) *form {
	f := &form{}
	tonnes = math.Min(tonnes, t.MaxPayload())
	for i, kind := range kinds {
		if counts[i] > 0 && w.takes(t, kind) {
			f.kinds, f.given, f.most = append(f.kinds, kind), append(f.given, i), append(f.most, counts[i])
		}
	}
	if len(f.kinds) > mostPackedKinds {
		return &form{}
	}
	mass := func(kind network.ItemIndex) float64 {
		if kind == network.People {
			return w.n.PersonT
		}
		return w.n.Items[kind].Mass
	}
	if !math.IsInf(tonnes, 1) {
		f.row(func(k int) float64 { return mass(f.kinds[k]) / (tonnes + 2e-6) })
	}
	seats := float64(max(t.Seats.Empty, t.Seats.Full, 0))
	f.row(func(k int) float64 {
		if f.kinds[k] == network.People {
			return 1 / seats
		}
		return 0
	})
	if w.alike(t) {
		w.deckRows(f, t, mass)
	}
	f.deck, f.sizes = w.stowage(t), make([]int, len(f.kinds))
	for k, kind := range f.kinds {
		if f.deck != nil && kind != network.People {
			f.sizes[k] = f.deck.size(w.boxes(t, &t.Decks[0], []weight{{kind, 1}})[0])
		}
	}
	f.tidy()
	return f
}

// alike reports whether the type has decks, all of one size: only then do
// their rows add up.
func (w *world) alike(t *network.LiftType) bool {
	return !t.NoSpace && len(t.Decks) > 0 && !slices.ContainsFunc(t.Decks, func(d network.Deck) bool { return d != t.Decks[0] })
}

func (w *world) deckRows(f *form, t *network.LiftType, mass func(network.ItemIndex) float64) {
	d, number := t.Decks[0], float64(len(t.Decks))
	if !math.IsInf(d.Payload, 1) {
		f.row(func(k int) float64 {
			if f.kinds[k] == network.People {
				return 0
			}
			return mass(f.kinds[k]) / (number * (d.Payload + 2e-6))
		})
	}
	place := make([]int, len(f.kinds)) // of each kind among the boxes
	var boxes []box
	for k, kind := range f.kinds {
		if first := slices.Index(f.kinds, kind); first < k {
			place[k] = place[first]
		} else if kind != network.People {
			place[k] = len(boxes)
			boxes = append(boxes, w.boxes(t, &d, []weight{{kind, 1}})...)
		}
	}
	length, width := micro(d.Length-t.Gap)+2, micro(d.Width-t.Gap)+2
	long := w.scales(boxes, length, func(b box) int64 { return b.length })
	for _, across := range w.scales(boxes, width, func(b box) int64 { return b.width }) {
		for _, along := range long {
			row := make([]int64, len(f.kinds))
			for k, kind := range f.kinds {
				if i := place[k]; kind != network.People {
					row[k] = mulDiv(along[i], across[i], portion) / int64(len(t.Decks))
				}
			}
			f.rows = append(f.rows, row)
		}
		if lost := float64(t.Seats.Empty - t.Seats.Full); lost > 0 && t.TotalLength > 0 {
			empty := float64(t.Seats.Empty) + 2e-6
			f.row(func(k int) float64 {
				if f.kinds[k] == network.People {
					return 1 / empty
				}
				used := float64(boxes[place[k]].length) / float64(micro(t.TotalLength))
				return lost * used * float64(across[place[k]]) / float64(portion) / empty
			})
		}
	}
}

// scales is those of the sides of boxes, remembered.
func (w *world) scales(boxes []box, whole int64, side func(box) int64) [][]int64 {
	key := fmt.Sprint(whole)
	for _, b := range boxes {
		key += fmt.Sprint(" ", side(b))
	}
	found, ok := w.sides[key]
	if !ok {
		found = scales(boxes, whole, side)
		w.sides[key] = found
	}
	return found
}

func (f *form) row(takes func(k int) float64) {
	row := make([]int64, len(f.kinds))
	for k := range row {
		row[k] = int64(math.Floor(math.Min(math.Max(takes(k), 0), 2) * (1 - 1e-13) * float64(portion)))
	}
	f.rows = append(f.rows, row)
}

// tidy drops the rows that another implies, and orders the kinds: people last,
// before them what takes least.
func (f *form) tidy() {
	var kept [][]int64
	for i, a := range f.rows {
		implied := false
		for j, b := range f.rows {
			implied = implied || i != j && covers(b, a) && (j < i || !covers(a, b))
		}
		if !implied {
			kept = append(kept, a)
		}
	}
	f.rows = kept
	order := make([]int, len(f.kinds))
	for k := range order {
		order[k] = k
	}
	takes := func(k int) int64 {
		most := int64(0)
		if f.kinds[k] != network.People {
			for _, row := range f.rows {
				most = max(most, row[k])
			}
			most++
		}
		return most
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(min(max(takes(b)-takes(a), -1), 1)) })
	f.kinds, f.given, f.sizes, f.most = inOrder(f.kinds, order), inOrder(f.given, order), inOrder(f.sizes, order), inOrder(f.most, order)
	for i := range f.rows {
		f.rows[i] = inOrder(f.rows[i], order)
	}
}

// covers reports whether a row limits at least as much as another everywhere.
func covers(a, b []int64) bool {
	for k := range a {
		if a[k] < b[k] {
			return false
		}
	}
	return true
}

// formOf is the form, remembered.
func (w *world) formOf(t *network.LiftType, tonnes float64, kinds []network.ItemIndex, counts []int64) *form {
	key := fmt.Sprint(t.ID, tonnes, kinds, counts)
	found, ok := w.forms[key]
	if !ok {
		found = w.form(t, tonnes, kinds, counts)
		w.forms[key] = found
	}
	return found
}

// counts is how many of each kind some streams have.
func (c *cut) counts(of set) map[network.ItemIndex]int {
	out := map[network.ItemIndex]int{}
	for k := range c.streams {
		if of>>k&1 == 0 {
			continue
		}
		for _, e := range c.streams[k].entries {
			out[e.kind] += e.count
		}
	}
	return out
}

// form is that of a fleet's loads that cross of some streams.
func (c *cut) form(i int, of set) *form {
	var kinds []network.ItemIndex
	for _, k := range c.carried(i, of) {
		kinds = append(kinds, k.kind)
	}
	slices.Sort(kinds)
	counts, numbers := c.counts(of), make([]int64, len(kinds))
	for k, kind := range kinds {
		numbers[k] = int64(counts[kind])
	}
	return c.w.formOf(c.w.fleets[i].typ, c.tonnes(i, of), kinds, numbers)
}

// pack finds the most that one load of a fleet can really count of some
// streams.
func (c *cut) pack(i int, of set) int64 {
	f, carried := c.form(i, of), c.carried(i, of)
	if len(f.kinds) == 0 {
		return unlimited
	}
	each := make([]int64, len(f.kinds))
	for k, kind := range f.kinds {
		each[k] = carried[slices.IndexFunc(carried, func(w weight) bool { return w.kind == kind })].each
	}
	most, _ := c.w.pack(f, each, false)
	return most
}

// pack counts the work.
func (w *world) pack(f *form, each []int64, densest bool) (most int64, load []int64) {
	most, load, looked := f.pack(each, densest)
	w.work += looked * (10 + 4*len(f.rows))
	return most, load
}
