package stow

import (
	"cmp"
	"slices"

	"sortie/network"
)

// deckSet is the decks of a lift type in packing units. Lengths and widths are
// less one gap, and items are stowed one gap longer and wider: so the gap to
// the edges and between items is kept by plain packing.
type deckSet struct {
	gap   int
	decks []deckSize
	area  int     // of all decks
	lane  int     // their length
	width int     // of the widest
	total float64 // metres of length
	strip strip

	boxes  []box // of the load at hand
	placed []Placed
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
		size := deckSize{roundDown(k.Length) - d.gap, roundDown(k.Width) - d.gap, roundDown(k.Height), k.Payload}
		d.decks = append(d.decks, size)
		d.area += max(0, size.length) * max(0, size.width)
		d.lane += max(0, size.length)
		d.width = max(d.width, size.width)
	}
	return d
}

// room is the area that an item takes, and its length where no two as wide lie
// abreast on any deck; else 0.
func (d *deckSet) room(e *network.ItemType) (area, lane int) {
	length, width := roundUp(e.Length)+d.gap, roundUp(e.Width)+d.gap
	if 2*width > d.width {
		lane = length
	}
	return length * width, lane
}

// pack assigns items to decks, longest first, each to the first deck that
// still takes it; equal decks fill one after the other.
func (d *deckSet) pack(n *network.Network, load Load) ([]Placed, float64, bool) {
	boxes := d.boxes[:0]
	for _, it := range load {
		e := &n.Items[it.Type]
		b := box{roundUp(e.Length) + d.gap, roundUp(e.Width) + d.gap, roundUp(e.Height), e.Mass, it.Type}
		for range it.Count {
			boxes = append(boxes, b)
		}
	}
	d.boxes = boxes
	if len(d.decks) == 1 {
		return d.single(boxes)
	}
	for _, compare := range []func(a, b box) int{
		func(a, b box) int { // what fits on few decks first
			return cmp.Or(d.fitting(&a)-d.fitting(&b), b.length-a.length, b.width-a.width)
		},
		func(a, b box) int { return cmp.Compare(b.mass, a.mass) },
	} {
		slices.SortStableFunc(boxes, compare)
		if on, at, ok := d.firstFit(boxes); ok {
			return d.place(on, at)
		}
	}
	if len(boxes) <= searchItems {
		s := deckSearch{d: d, boxes: boxes, on: make([][]box, len(d.decks)), mass: make([]float64, len(d.decks)), nodes: searchNodes}
		if s.assign(0) {
			return d.place(s.on, s.at)
		}
	}
	return nil, 0, false
}

// fitting is how many decks take the box alone.
func (d *deckSet) fitting(b *box) int {
	n := 0
	for i := range d.decks {
		if d.decks[i].takes(b) {
			n++
		}
	}
	return n
}

func (k *deckSize) takes(b *box) bool {
	return b.length <= k.length && b.width <= k.width && b.height <= k.height && b.mass <= k.payload+1e-9
}

// firstFit lays each box on the first deck that still takes it.
func (d *deckSet) firstFit(boxes []box) (on [][]box, at [][]spot, ok bool) {
	on = make([][]box, len(d.decks))
	at = make([][]spot, len(d.decks))
	mass := make([]float64, len(d.decks))
	skip := map[network.ItemIndex]int{} // decks known to be full for a kind
next:
	for i := range boxes {
		b := &boxes[i]
		for k := skip[b.kind]; k < len(d.decks); k++ {
			size := &d.decks[k]
			if size.takes(b) && mass[k]+b.mass <= size.payload+1e-9 {
				trial := append(on[k][:len(on[k]):len(on[k])], *b)
				if spots, _, ok := d.strip.pack(trial, size.length, size.width); ok {
					on[k], at[k] = trial, append(at[k][:0], spots...)
					mass[k] += b.mass
					continue next
				}
			}
			skip[b.kind] = k + 1
		}
		return nil, nil, false
	}
	return on, at, true
}

// deckSearch tries every way to share boxes among decks, within its nodes.
type deckSearch struct {
	d     *deckSet
	boxes []box
	on    [][]box
	mass  []float64
	at    [][]spot
	nodes int
}

func (s *deckSearch) assign(i int) bool {
	if s.nodes--; s.nodes < 0 {
		return false
	}
	if i == len(s.boxes) {
		s.at = make([][]spot, len(s.on))
		for k, boxes := range s.on {
			if len(boxes) == 0 {
				continue
			}
			spots, _, ok := s.d.strip.pack(boxes, s.d.decks[k].length, s.d.decks[k].width)
			if !ok {
				return false
			}
			s.at[k] = slices.Clone(spots)
		}
		return true
	}
	b := &s.boxes[i]
	for k := range s.on {
		size := &s.d.decks[k]
		if !size.takes(b) || s.mass[k]+b.mass > size.payload+1e-9 || area(s.on[k])+b.length*b.width > size.length*size.width {
			continue
		}
		s.on[k] = append(s.on[k], *b)
		s.mass[k] += b.mass
		if s.assign(i + 1) {
			return true
		}
		s.on[k] = s.on[k][:len(s.on[k])-1]
		s.mass[k] -= b.mass
	}
	return false
}

func area(boxes []box) int {
	n := 0
	for _, b := range boxes {
		n += b.length * b.width
	}
	return n
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
	spots, _, ok := d.strip.pack(boxes, size.length, size.width)
	if !ok {
		return nil, 0, false
	}
	return d.place([][]box{boxes}, [][]spot{spots})
}

// place turns packing units into metres, and counts the length used. What it
// places lasts until the next load.
func (d *deckSet) place(on [][]box, at [][]spot) ([]Placed, float64, bool) {
	placed := d.placed[:0]
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
	d.placed = placed
	slices.SortStableFunc(placed, func(a, b Placed) int { return int(a.Type - b.Type) })
	return placed, used / d.total, true
}
