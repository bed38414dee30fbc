package bound

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"sortie/network"
)

// mostLaid bounds the ways to lay a set of items that are looked at; where there
// are more, they count as lying on the deck.
const mostLaid = 500

// mostTogether bounds the items of a set that is looked at, and longestDeck, in metres, the decks
// on which they are.
const (
	mostTogether = 64
	longestDeck  = 1000
)

// stowage is the only deck of a lift type, the sides of the items that may lie
// on it, and what has been found of sets of these.
type stowage struct {
	length, width int64
	sizes         []box
	known         map[string]*stowed
	scales        map[string][][]int64     // by the sizes
	seats         func(people int64) int64 // the length that is left beside so many people
}

// stowed is what is known of a set of items: they lie on the one length, and not on
// the other.
type stowed struct {
	lie, fail int64
	open      bool // too many ways to be sure
}

// stowage is that of the type, remembered; nil where it has not just one deck,
// or one of no use for adding up.
func (w *world) stowage(t *network.LiftType) *stowage {
	if t.NoSpace || len(t.Decks) != 1 || t.Decks[0].Length > longestDeck {
		return nil
	}
	if found, ok := w.decks[t]; ok {
		return found
	}
	d := t.Decks[0]
	s := newStowage(micro(d.Length-t.Gap)+2, micro(d.Width-t.Gap)+2)
	if lost := float64(t.Seats.Empty - t.Seats.Full); lost > 0 {
		empty, whole := float64(t.Seats.Empty)+2e-6, float64(micro(t.TotalLength))
		s.seats = func(people int64) int64 {
			if people == 0 {
				return s.length
			}
			return int64(math.Min(math.Ceil(whole*(empty-float64(people))/lost)+2, float64(s.length)))
		}
	}
	w.decks[t] = s
	return s
}

func newStowage(length, width int64) *stowage {
	return &stowage{length: length, width: width, known: map[string]*stowed{}, scales: map[string][][]int64{},
		seats: func(int64) int64 { return length }}
}

// size is the number of an item's sides among those of the deck.
func (s *stowage) size(b box) int {
	same := func(o box) bool { return o.length == b.length && o.width == b.width }
	at := slices.IndexFunc(s.sizes, same)
	if at < 0 {
		at = len(s.sizes)
		s.sizes = append(s.sizes, box{length: b.length, width: b.width})
	}
	return at
}

// lie reports whether so many of each size can lie on a length of the deck, as far
// as that can be told, and at how many ways to lay them it looked.
func (s *stowage) lie(numbers []int64, within int64) (bool, int) {
	var key []byte
	all := int64(0)
	for i, n := range numbers {
		if n > 0 && s.sizes[i].length > 0 && s.sizes[i].width > 0 {
			key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(i)), uint64(n))
			all += n
		}
	}
	if all == 0 || all > mostTogether {
		return true, 0
	}
	k := s.known[string(key)]
	if k == nil {
		k = &stowed{lie: unlimited, fail: -1}
		s.known[string(key)] = k
	}
	switch {
	case k.open || within >= k.lie:
		return true, 0
	case within <= k.fail:
		return false, 0
	}
	l := s.lay(numbers, within)
	switch lies := l.from(0, 0); {
	case l.looked > mostLaid:
		k.open = true
	case lies:
		k.lie = within
	default:
		k.fail = within
	}
	return within > k.fail, l.looked
}

// laying is the search for a way to lay items: along the deck each begins at its
// end or where another ends, and on every line across no more lie beside each
// other than its width holds.
type laying struct {
	sizes  []box // the longest first
	left   []int64
	on     []lying // those on the present line
	free   int64   // what these leave of the width
	within int64
	scales [][]int64 // what each width counts of the whole, of several measures
	needs  []int64   // what those that are left count, times their lengths
	seen   map[string]bool
	looked int
}

// lying is an item on a line across: where it ends, and its size.
type lying struct {
	ends int64
	size int
}

// fine is the parts of a width in a measure: times a length in millionths they
// can be added up.
const fine = portion >> 20

func (s *stowage) lay(numbers []int64, within int64) *laying {
	l := &laying{free: s.width, within: within, seen: map[string]bool{}}
	order := make([]int, 0, len(numbers))
	for i, n := range numbers {
		if n > 0 && s.sizes[i].length > 0 && s.sizes[i].width > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.sizes[b].length, s.sizes[a].length), cmp.Compare(s.sizes[b].width, s.sizes[a].width))
	})
	for _, i := range order {
		l.sizes, l.left = append(l.sizes, s.sizes[i]), append(l.left, numbers[i])
	}
	l.scales = s.scalesOf(order, l.sizes)
	for _, scale := range l.scales {
		need := int64(0)
		for i := range scale {
			need += l.left[i] * scale[i] * l.sizes[i].length
		}
		l.needs = append(l.needs, need)
	}
	return l
}

// scalesOf is what the width of each of some sizes counts, remembered.
func (s *stowage) scalesOf(numbers []int, sizes []box) [][]int64 {
	var key []byte
	for _, i := range numbers {
		key = binary.AppendUvarint(key, uint64(i))
	}
	found, ok := s.scales[string(key)]
	if !ok {
		found = scales(sizes, s.width, func(b box) int64 { return b.width })
		for _, scale := range found {
			for i := range scale {
				scale[i] /= portion / fine
			}
		}
		s.scales[string(key)] = found
	}
	return found
}

// hopeless reports whether what is left cannot lie from a line on: one of it is
// too long, or all of it is too much.
func (l *laying) hopeless(at int64) bool {
	for i, n := range l.left {
		if n > 0 && at+l.sizes[i].length > l.within {
			return true
		}
	}
	for m, need := range l.needs {
		for _, o := range l.on {
			need += (o.ends - at) * l.scales[m][o.size]
		}
		if need > (l.within-at)*fine {
			return true
		}
	}
	return false
}

// put lays so many more of a size from a line on.
func (l *laying) put(i int, n int64) {
	l.left[i] -= n
	l.free -= n * l.sizes[i].width
	for m := range l.needs {
		l.needs[m] -= n * l.scales[m][i] * l.sizes[i].length
	}
}

// from reports whether those that are left can lie from a line on, of sizes from
// one on, or of all from a later line on.
func (l *laying) from(at int64, size int) bool {
	if l.looked++; l.looked > mostLaid || !slices.ContainsFunc(l.left, func(n int64) bool { return n > 0 }) {
		return true
	}
	if l.hopeless(at) {
		return false
	}
	for i := size; i < len(l.sizes); i++ {
		if l.left[i] == 0 || l.sizes[i].width > l.free {
			continue
		}
		l.put(i, 1)
		l.on = append(l.on, lying{at + l.sizes[i].length, i})
		if l.from(at, i) {
			return true
		}
		l.on = l.on[:len(l.on)-1]
		l.put(i, -1)
	}
	return l.further(at)
}

// further goes on at the next line on which something ends. What could lie
// before it and does not, might as well.
func (l *laying) further(at int64) bool {
	if len(l.on) == 0 {
		return false
	}
	next := slices.MinFunc(l.on, func(a, b lying) int { return cmp.Compare(a.ends, b.ends) }).ends
	for i, b := range l.sizes {
		if l.left[i] > 0 && b.width <= l.free && at+b.length <= next {
			return false
		}
	}
	on, free := l.on, l.free
	defer func() { l.on, l.free = on, free }()
	l.on = nil
	for _, o := range on {
		if o.ends == next {
			l.free += l.sizes[o.size].width
		} else {
			l.on = append(l.on, o)
		}
	}
	slices.SortFunc(l.on, func(a, b lying) int { return cmp.Or(cmp.Compare(a.ends, b.ends), cmp.Compare(a.size, b.size)) })
	key := binary.AppendVarint(nil, next)
	for _, n := range l.left {
		key = binary.AppendVarint(key, n)
	}
	for _, o := range l.on {
		key = binary.AppendVarint(binary.AppendVarint(key, o.ends), l.sizes[o.size].width)
	}
	if l.seen[string(key)] {
		return false
	}
	l.seen[string(key)] = true
	return l.from(next, 0)
}
