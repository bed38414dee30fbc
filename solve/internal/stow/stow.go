// Package stow packs equipment onto the decks of lifts, to a tenth of a
// millimetre, and says how many people find seats beside it (rules R4 to R6).
package stow

import (
	"math"
	"slices"
	"sync"

	"sortie/network"
)

// Load is items by type: sorted by type, each type once, counts positive.
type Load []network.ItemCount

// Result is how a load lies on a lift type, if it fits. Used is the share of the decks'
// length that it takes, Mass its tonnes.
type Result struct {
	OK     bool
	Used   float64
	Mass   float64
	Placed []Placed // one for each item, in the order of the load; nil where space is not modelled
}

// Placed is where one item lies, in metres.
type Placed struct {
	Type network.ItemIndex
	Deck int
	X, Y float64
}

// Packer stows loads and remembers what it found. It is not safe for
// concurrent use; several may share a [Memory].
type Packer struct {
	n      *network.Network
	types  []deckSet
	recent []recent // that this packer has asked for, by the end of their keys
	shared *Memory

	// Memory for what it finds, which is never let go.
	known  []known
	loads  []network.ItemCount
	placed []Placed
}

// recent is a load that a packer has at hand, of so many; it asks the memory for others.
type recent struct {
	key key
	of  *known
}

const mostRecent = 1 << 14

// Memory is what any packer of a network has found. How a load lies depends on
// nothing else, so that whoever asks first makes no difference. The zero value
// is empty. It is safe for concurrent use.
type Memory struct {
	mutex sync.Mutex
	known map[key]*known
}

// known is how a load lies on a lift type.
type known struct {
	typ    network.TypeIndex
	load   Load
	result Result
	next   *known // with the same key
}

// key is a load on a lift type in few bytes. Most are told by it alone: those of so many kinds at
// most, of which each, its number and the lift type take no more than a byte. Others share
// theirs with few.
type key struct{ first, second uint64 }

const (
	keyKinds = 7
	inByte   = 1 << 8
	shared   = 1 << 63 // in the second: others may have the same
)

func keyOf(t network.TypeIndex, load Load) key {
	var k key
	if len(load) > keyKinds || t >= inByte {
		return hashOf(t, load)
	}
	for i, it := range load {
		if it.Type >= inByte || it.Count >= inByte {
			return hashOf(t, load)
		}
		pair := uint64(it.Type)<<8 | uint64(it.Count)
		if i < 4 {
			k.first |= pair << (16 * i)
		} else {
			k.second |= pair << (16 * (i - 4))
		}
	}
	k.second |= uint64(t) << 48
	return k
}

func hashOf(t network.TypeIndex, load Load) key {
	k := key{uint64(t) * odd, uint64(t) * odd}
	for _, it := range load {
		pair := uint64(it.Type)<<32 ^ uint64(it.Count)
		k.first, k.second = (k.first^k.first>>32^pair)*odd, (k.second^pair)*odd
	}
	k.second |= shared
	return k
}

const odd = 0x9e3779b97f4a7c15 // of the golden ratio, as is usual for such hashes (Knuth)

// place is where a packer has it at hand.
func (k key) place() uint64 { return (k.first ^ k.second*odd) * odd >> 32 % mostRecent }

// is reports whether it is the one of its key that is looked for.
func (k *known) is(key key, t network.TypeIndex, load Load) bool {
	return key.second&shared == 0 || k.typ == t && slices.Equal(k.load, load)
}

func (m *Memory) get(at key, t network.TypeIndex, load Load) *known {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	k := m.known[at]
	for k != nil && !k.is(at, t, load) {
		k = k.next
	}
	return k
}

func (m *Memory) put(at key, k *known) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.known == nil {
		m.known = map[key]*known{}
	}
	k.next = m.known[at]
	m.known[at] = k
}

// NewPacker is a packer for the lift types of a network, with what others have
// found there.
func NewPacker(n *network.Network, shared *Memory) *Packer {
	p := &Packer{n: n, recent: make([]recent, mostRecent), shared: shared}
	for i := range n.Types {
		p.types = append(p.types, newDeckSet(&n.Types[i]))
	}
	return p
}

// Stow lays the load on an empty lift of the type.
func (p *Packer) Stow(t network.TypeIndex, load Load) *Result {
	if len(load) == 0 {
		return nothing
	}
	key := keyOf(t, load)
	at := &p.recent[key.place()]
	if at.of == nil || at.key != key || !at.of.is(key, t, load) {
		k := p.shared.get(key, t, load)
		if k == nil {
			k = &kept(&p.known, known{typ: t, load: kept(&p.loads, load...), result: p.stow(t, load)})[0]
			p.shared.put(key, k)
		}
		*at = recent{key, k}
	}
	return &at.of.result
}

// kept is a copy in a part of the memory given, or of more where that is full.
func kept[T any](memory *[]T, all ...T) []T {
	const several = 256
	m := *memory
	if cap(m)-len(m) < len(all) {
		m = make([]T, 0, max(several, len(all)))
	}
	*memory = append(m, all...)
	return (*memory)[len(m):len(*memory):len(*memory)]
}

func (p *Packer) stow(t network.TypeIndex, load Load) Result {
	typ, mass := &p.n.Types[t], 0.0
	for _, it := range load {
		mass += float64(it.Count) * p.n.Items[it.Type].Mass
	}
	if mass > typ.MaxPayload()+1e-9 {
		return Result{}
	}
	if typ.NoSpace {
		return Result{OK: true, Mass: mass}
	}
	placed, used, ok := p.types[t].pack(p.n, load)
	if !ok {
		return Result{}
	}
	return Result{true, used, mass, kept(&p.placed, placed...)}
}

// nothing is how no load lies.
var nothing = &Result{OK: true}

// Most is how many more of a kind may lie beside the load at most: as many as
// leave enough of the area, and of the length where no two lie abreast. Whether
// they do is for [Packer.Stow] to say.
func (p *Packer) Most(t network.TypeIndex, load Load, kind network.ItemIndex, n int) int {
	if p.n.Types[t].NoSpace {
		return n
	}
	d := &p.types[t]
	area, lane := d.area, d.lane
	for _, it := range load {
		a, l := d.room(&p.n.Items[it.Type])
		area -= it.Count * a
		lane -= it.Count * l
	}
	a, l := d.room(&p.n.Items[kind])
	if a > 0 {
		n = min(n, area/a)
	}
	if l > 0 {
		n = min(n, lane/l)
	}
	return max(0, n)
}

// Seats is how many people find a seat on the type beside the load.
func (p *Packer) Seats(t network.TypeIndex, r *Result) int {
	seats := p.n.Types[t].Seats
	free := float64(seats.Full) + float64(seats.Empty-seats.Full)*(1-r.Used)
	return max(0, int(math.Floor(free+1e-9)))
}

// scale is how many of the units that the packing counts in make a metre.
const scale = 10000

func roundUp(m float64) int   { return int(math.Ceil(m*scale - 1e-4)) }
func roundDown(m float64) int { return int(math.Floor(m*scale + 1e-4)) }
