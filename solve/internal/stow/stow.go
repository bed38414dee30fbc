// Package stow packs equipment onto the decks of lifts, to a tenth of a
// millimetre, and says how many people find seats beside it (rules R4 to R6).
package stow

import (
	"encoding/binary"
	"math"
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
	cache  map[string]*Result // what this packer has asked for
	shared *Memory
	key    []byte
}

// Memory is what any packer of a network has found. How a load lies depends on
// nothing else, so that whoever asks first makes no difference. The zero value
// is empty. It is safe for concurrent use.
type Memory struct {
	mutex sync.Mutex
	known map[string]*Result
}

func (m *Memory) get(key []byte) *Result {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.known[string(key)]
}

func (m *Memory) put(key string, r *Result) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.known == nil {
		m.known = make(map[string]*Result)
	}
	m.known[key] = r
}

// NewPacker is a packer for the lift types of a network, with what others have
// found there.
func NewPacker(n *network.Network, shared *Memory) *Packer {
	p := &Packer{n: n, cache: make(map[string]*Result), shared: shared}
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
	p.key = binary.AppendVarint(p.key[:0], int64(t))
	for _, it := range load {
		p.key = binary.AppendVarint(p.key, int64(it.Type))
		p.key = binary.AppendVarint(p.key, int64(it.Count))
	}
	if r, ok := p.cache[string(p.key)]; ok {
		return r
	}
	key := string(p.key)
	r := p.shared.get(p.key)
	if r == nil {
		r = p.stow(t, load)
		p.shared.put(key, r)
	}
	p.cache[key] = r
	return r
}

func (p *Packer) stow(t network.TypeIndex, load Load) *Result {
	typ, mass := &p.n.Types[t], 0.0
	for _, it := range load {
		mass += float64(it.Count) * p.n.Items[it.Type].Mass
	}
	if mass > typ.MaxPayload()+1e-9 {
		return none
	}
	if typ.NoSpace {
		return &Result{OK: true, Mass: mass}
	}
	placed, used, ok := p.types[t].pack(p.n, load)
	if !ok {
		return none
	}
	return &Result{true, used, mass, placed}
}

// How no load lies, and one that does not fit.
var nothing, none = &Result{OK: true}, new(Result)

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
