package check

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/big"
	"slices"

	"sortie"
)

// mostWays bounds the ways to lay items on a deck that are looked at for one set
// of them; past it they are taken to lie there.
const mostWays = 10_000

// mostTogether bounds the items of a set that is looked at, and longestDeck, in
// metres, the decks on which they are.
const (
	mostTogether = 64
	longestDeck  = 1000
)

// grain is the parts of a metre in which lengths on a deck are whole, those of
// items rounded down, and those of the deck up; thread is the parts of its width.
const (
	grain  = 1 << 24
	thread = 1 << 20
)

// bay is the deck of a type that has one alone, with the kinds that fit on it.
type bay struct {
	prover             *prover
	long, wide         int64
	total, lost, empty *big.Rat   // of seats: beside items fewer by so many on the whole length
	longs, wides       []int64    // of each kind; nothing where it does not fit
	parts              []*big.Rat // of the width
	known              map[string]*berth
}

// berth is what is known of some items: the shortest length on which they lie,
// and the longest on which they do not.
type berth struct {
	lies, lacks int64
	unclear     bool
}

// bay is that of a type, remembered; nil where it has none.
func (w *prover) bay(t *sortie.LiftType) *bay {
	d := onlyDeck(t)
	if d == nil || d.Count != 1 || !(d.Length <= longestDeck) {
		return nil
	}
	if b, known := w.bays[t]; known {
		return b
	}
	long, wide := rat(d.Length-t.Gap+give), rat(d.Width-t.Gap+give)
	if long.Sign() <= 0 || wide.Sign() <= 0 {
		return nil
	}
	b := &bay{prover: w, long: grains(long, true), wide: grains(wide, true), known: map[string]*berth{},
		total: rat(d.Length), empty: rat(float64(t.Seats.Empty) + give),
		lost: new(big.Rat).SetInt64(int64(t.Seats.Empty) - int64(t.Seats.Full))}
	for i := range w.mission.EquipmentTypes {
		e := &w.mission.EquipmentTypes[i]
		b.longs = append(b.longs, grains(rat(e.Length+t.Gap-give), false))
		b.wides = append(b.wides, grains(rat(e.Width+t.Gap-give), false))
		b.parts = append(b.parts, part(e.Width+t.Gap-give, wide))
	}
	w.bays[t] = b
	return b
}

func grains(metres *big.Rat, up bool) int64 {
	n := new(big.Rat).Mul(metres, new(big.Rat).SetInt64(grain))
	if up {
		return whole(n) + 1
	}
	return whole(n)
}

// beside is the length of the deck on which items can lie with seats for so many.
func (b *bay) beside(persons int64) int64 {
	if b.lost.Sign() <= 0 || persons == 0 {
		return b.long
	}
	left := new(big.Rat).Sub(b.empty, new(big.Rat).SetInt64(persons))
	left.Mul(left, b.total).Quo(left, b.lost)
	return min(grains(left, true), b.long)
}

// holds is false where it is certain that so many of each kind do not lie on a
// length of the deck; ways is at how many ways to lay them it looked.
func (b *bay) holds(numbers map[int]int64, length int64) (holds bool, ways int) {
	name, all := "", int64(0)
	for _, kind := range sortedKeys(numbers) {
		if n := numbers[kind]; n > 0 && b.longs[kind] > 0 && b.wides[kind] > 0 {
			name += fmt.Sprint(kind, " ", n, " ")
			all += n
		}
	}
	if all == 0 || all > mostTogether {
		return true, 0
	}
	s := b.known[name]
	if s == nil {
		s = &berth{lies: boundless, lacks: -1}
		b.known[name] = s
	}
	if !s.unclear && length > s.lacks && length < s.lies {
		l := b.layout(numbers, length)
		lies := l.begin(nil, 0, b.wide, 0)
		ways = l.ways
		switch {
		case l.ways > mostWays:
			s.unclear = true
		case lies:
			s.lies = length
		default:
			s.lacks = length
		}
	}
	return length > s.lacks, ways
}

// layout is the search for a way to lay so many of each kind, the longest first.
func (b *bay) layout(numbers map[int]int64, length int64) *layout {
	l := &layout{length: length, wide: b.wide, dead: map[string]bool{}}
	var kinds []int
	for _, kind := range sortedKeys(numbers) {
		if numbers[kind] > 0 && b.longs[kind] > 0 && b.wides[kind] > 0 {
			kinds = append(kinds, kind)
		}
	}
	slices.SortStableFunc(kinds, func(a, c int) int { return cmp.Compare(b.longs[c], b.longs[a]) })
	var parts []*big.Rat
	for _, kind := range kinds {
		l.left, l.longs, l.wides = append(l.left, numbers[kind]), append(l.longs, b.longs[kind]), append(l.wides, b.wides[kind])
		parts = append(parts, b.parts[kind])
	}
	for _, counts := range b.prover.measured(parts) {
		var threads []int64
		for _, n := range counts {
			threads = append(threads, n/(unity/thread))
		}
		l.threads = append(l.threads, threads)
	}
	return l
}

// layout looks for a way to lay items. Of all ways it looks for the one in which
// the places where they begin add up to the least: each begins at the end of the deck or
// where another ends, and none could begin sooner and end before the next does.
type layout struct {
	length, wide int64
	left         []int64 // of each kind
	longs, wides []int64
	threads      [][]int64       // what each width counts, by several measures
	dead         map[string]bool // states from which there is no way
	ways         int

	// Memory, of which each line takes what it needs and gives it back.
	lines []reaching
	state []byte
}

// reaching is an item that lies on the present line across.
type reaching struct{ until, kind int64 }

// begin lets items of one kind and of those after it begin on a line, most of
// them first, and then goes on to the next line.
func (l *layout) begin(across []reaching, at, free int64, kind int) bool {
	if l.ways++; l.ways > mostWays {
		return true
	}
	if kind == len(l.left) {
		return l.next(across, at, free)
	}
	most := min(l.left[kind], free/l.wides[kind])
	if l.left[kind] > 0 && at+l.longs[kind] > l.length {
		return false
	}
	before := len(l.lines)
	l.lines = append(l.lines, across...)
	for range most {
		l.lines = append(l.lines, reaching{at + l.longs[kind], int64(kind)})
	}
	on := l.lines[before:]
	lies := false
	for n := most; n >= 0 && !lies; n-- {
		l.left[kind] -= n
		lies = l.begin(on[:len(across)+int(n)], at, free-n*l.wides[kind], kind+1)
		l.left[kind] += n
	}
	l.lines = l.lines[:before]
	return lies
}

// next goes on where the next item ends.
func (l *layout) next(across []reaching, at, free int64) bool {
	if !slices.ContainsFunc(l.left, func(n int64) bool { return n > 0 }) {
		return true
	}
	if len(across) == 0 {
		return false
	}
	end := across[0].until
	for _, r := range across {
		end = min(end, r.until)
	}
	for kind, n := range l.left {
		if n > 0 && l.wides[kind] <= free && at+l.longs[kind] <= end {
			return false
		}
	}
	before := len(l.lines)
	defer func() { l.lines = l.lines[:before] }()
	for _, r := range across {
		if r.until > end {
			l.lines = append(l.lines, r)
		} else {
			free += l.wides[r.kind]
		}
	}
	on := l.lines[before:]
	if l.crowded(on, end) {
		return false
	}
	slices.SortFunc(on, func(a, b reaching) int {
		if a.until != b.until {
			return int(min(max(a.until-b.until, -1), 1))
		}
		return int(a.kind - b.kind)
	})
	state := binary.AppendVarint(l.state[:0], end)
	for _, n := range l.left {
		state = binary.AppendVarint(state, n)
	}
	for _, r := range on {
		state = binary.AppendVarint(binary.AppendVarint(state, r.until), r.kind)
	}
	if l.state = state; l.dead[string(state)] {
		return false
	}
	l.dead[string(state)] = true
	return l.begin(on, end, free, 0)
}

// crowded reports whether what is left takes more, by some measure, than the deck
// has from a line on.
func (l *layout) crowded(on []reaching, at int64) bool {
	for _, threads := range l.threads {
		room := (l.length - at) * thread
		for _, r := range on {
			room -= (r.until - at) * threads[r.kind]
		}
		for kind, n := range l.left {
			room -= n * l.longs[kind] * threads[kind]
		}
		if room < 0 {
			return true
		}
	}
	return false
}
