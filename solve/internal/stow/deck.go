package stow

import (
	"sort"

	"sortie/network"
)

// deckSet is the decks of a lift type in packing units. Lengths and widths are
// less one gap, and items are stowed one gap longer and wider: so the gap to
// the edges and between items is kept by plain packing.
type deckSet struct {
	gap   int
	decks []deckSize
	total float64 // metres of length
}

type deckSize struct {
	length, width, height int
	payload               float64
}

// box is an item in packing units, one gap included.
type box struct {
	length, width, height int
	mass                  float64
	kind                  network.ItemIndex
}

type spot struct{ x, y int }

func newDeckSet(t *network.LiftType) deckSet {
	d := deckSet{gap: roundUp(t.Gap), total: t.TotalLength}
	for _, k := range t.Decks {
		d.decks = append(d.decks, deckSize{roundDown(k.Length) - d.gap, roundDown(k.Width) - d.gap, roundDown(k.Height), k.Payload})
	}
	return d
}

// pack assigns items to decks, longest first, each to the first deck that
// still takes it; equal decks fill one after the other.
func (d *deckSet) pack(n *network.Network, load Load) ([]Placed, float64, bool) {
	var boxes []box
	for _, it := range load {
		e := &n.Items[it.Type]
		b := box{roundUp(e.Length) + d.gap, roundUp(e.Width) + d.gap, roundUp(e.Height), e.Mass, it.Type}
		for range it.Count {
			boxes = append(boxes, b)
		}
	}
	if len(d.decks) == 1 {
		return d.single(boxes)
	}
	sort.SliceStable(boxes, func(i, j int) bool {
		if boxes[i].length != boxes[j].length {
			return boxes[i].length > boxes[j].length
		}
		return boxes[i].width > boxes[j].width
	})
	on := make([][]box, len(d.decks))
	at := make([][]spot, len(d.decks))
	mass := make([]float64, len(d.decks))
	skip := map[network.ItemIndex]int{} // decks known to be full for a kind
next:
	for _, b := range boxes {
		for k := skip[b.kind]; k < len(d.decks); k++ {
			size := &d.decks[k]
			if b.height <= size.height && mass[k]+b.mass <= size.payload+1e-9 {
				trial := append(on[k][:len(on[k]):len(on[k])], b)
				if spots, _, ok := strip(trial, size.length, size.width); ok {
					on[k], at[k] = trial, spots
					mass[k] += b.mass
					continue next
				}
			}
			skip[b.kind] = k + 1
		}
		return nil, 0, false
	}
	return d.place(on, at)
}

func (d *deckSet) single(boxes []box) ([]Placed, float64, bool) {
	size, mass := &d.decks[0], 0.0
	for _, b := range boxes {
		mass += b.mass
		if b.height > size.height {
			return nil, 0, false
		}
	}
	if mass > size.payload+1e-9 {
		return nil, 0, false
	}
	spots, _, ok := strip(boxes, size.length, size.width)
	if !ok {
		return nil, 0, false
	}
	return d.place([][]box{boxes}, [][]spot{spots})
}

// place turns packing units into metres, and counts the length used.
func (d *deckSet) place(on [][]box, at [][]spot) ([]Placed, float64, bool) {
	var placed []Placed
	used := 0.0
	for k, boxes := range on {
		far := 0
		for i, b := range boxes {
			s := at[k][i]
			placed = append(placed, Placed{b.kind, k, float64(s.x+d.gap) / scale, float64(s.y+d.gap) / scale})
			far = max(far, s.x+b.length)
		}
		used += float64(far) / scale // the gap before the first stands for the one after the last
	}
	sort.SliceStable(placed, func(i, j int) bool { return placed[i].Type < placed[j].Type })
	return placed, used / d.total, true
}
