package haul

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/stow"
)

// Part is a number of one kind of one unit.
type Part struct {
	Unit network.UnitIndex
	Kind network.ItemIndex // network.People or an item type
	N    int
}

// Haul is what one movement carries over a hop. It is immutable.
type Haul struct {
	Hop     HopID
	Parts   []Part // sorted by unit and kind, each once, counts positive
	Options []Option
	Speed   int // of a convoy
	People  int
	Items   int
	Final   bool // some of it ends at its destination

	NotBefore network.Minute // it does not load sooner, though it could; 0 for no such wait
	Thrifty   bool           // it rather goes a little later than by a lift that comes for it from afar
	Stays     bool           // its lift keeps its stand until it is wanted elsewhere, if it may
	Straight  bool           // its lift waits for places to open where it stands, not on the way
	Rested    bool           // its lift comes for it as soon as it may, and so has its flying hours of the day ahead
}

// Option is a fleet that can carry a haul.
type Option struct {
	Fleet network.FleetIndex
	Route *network.Route // the quickest that carries the mass
	Stow  *stow.Result
}

// Maker makes hauls. It is not safe for concurrent use.
type Maker struct {
	P               *Problem
	Packer          *stow.Packer
	Thrifty, Rested bool // hauls are made so

	by      []carried // lift types with the haul at hand
	items   stow.Load // of it
	drafts  []Haul
	parts   []Part // of drafts
	options []Option
}

// carried is how a lift type carries a haul.
type carried struct {
	asked bool
	route *network.Route // nil: not at all
	stow  *stow.Result
}

// NewMaker makes hauls for a problem.
func NewMaker(p *Problem) *Maker {
	return &Maker{P: p, Packer: stow.NewPacker(p.N, &p.stowed), by: make([]carried, len(p.N.Types))}
}

// Make is the haul of the parts over the hop by any fleet that can carry them,
// or by the one fleet if it is not None; nil if none can, or if they cannot
// drive as a convoy.
func (m *Maker) Make(hop HopID, parts []Part, fleet network.FleetIndex) *Haul {
	drafts, all, options := len(m.drafts), len(m.parts), len(m.options)
	h := m.Draft(hop, parts, fleet)
	if h != nil {
		h = h.Kept()
	}
	m.drafts, m.parts, m.options = m.drafts[:drafts], m.parts[:all], m.options[:options]
	return h
}

// Redraft lets go of all drafts.
func (m *Maker) Redraft() { m.drafts, m.parts, m.options = m.drafts[:0], m.parts[:0], m.options[:0] }

// Draft is the same haul in memory of the maker, until it redrafts: for those of
// which few are kept.
func (m *Maker) Draft(hop HopID, parts []Part, fleet network.FleetIndex) *Haul {
	h := Haul{Hop: hop, Parts: m.merge(parts), Thrifty: m.Thrifty, Rested: m.Rested}
	n := m.P.N
	to := m.P.Hops[hop].To
	for _, p := range h.Parts {
		if p.Kind == network.People {
			h.People += p.N
		} else {
			h.Items += p.N
		}
		h.Final = h.Final || n.Units[p.Unit].To == to
	}
	if len(h.Parts) == 0 {
		return nil
	}
	if m.P.Hops[hop].Convoy {
		if !m.drives(&h) {
			return nil
		}
		return m.draft(h)
	}
	load := m.load(&h)
	clear(m.by)
	first := len(m.options)
	for i := range n.Fleets {
		f := network.FleetIndex(i)
		if fleet != network.None && f != fleet {
			continue
		}
		if o, ok := m.option(&h, f, load); ok {
			m.options = append(m.options, o)
		}
	}
	if h.Options = m.options[first:len(m.options):len(m.options)]; len(h.Options) == 0 {
		return nil
	}
	return m.draft(h)
}

func (m *Maker) draft(h Haul) *Haul {
	m.drafts = append(m.drafts, h)
	return &m.drafts[len(m.drafts)-1]
}

// Kept is the haul in memory of its own.
func (h *Haul) Kept() *Haul {
	out := *h
	out.Parts, out.Options = slices.Clone(h.Parts), slices.Clone(h.Options)
	return &out
}

// With is the same haul with something about its manner changed.
func (h *Haul) With(change func(h *Haul)) *Haul {
	out := *h
	change(&out)
	return &out
}

// Same reports whether two hauls are scheduled alike: they carry the same over
// the same hop, by the same fleets and in the same manner.
func (h *Haul) Same(o *Haul) bool {
	return h == o || h.Hop == o.Hop && h.NotBefore == o.NotBefore && h.Thrifty == o.Thrifty && h.Stays == o.Stays && h.Straight == o.Straight && h.Rested == o.Rested &&
		slices.Equal(h.Parts, o.Parts) && slices.EqualFunc(h.Options, o.Options, func(a, b Option) bool { return a.Fleet == b.Fleet })
}

// Delayed is the same haul that does not load before a minute.
func (h *Haul) Delayed(t network.Minute) *Haul {
	return h.With(func(h *Haul) { h.NotBefore = t })
}

// merge sorts parts and adds up equal ones, in memory of the maker.
func (m *Maker) merge(parts []Part) []Part {
	first := len(m.parts)
	m.parts = append(m.parts, parts...)
	out := m.parts[first:]
	slices.SortFunc(out, func(a, b Part) int {
		if a.Unit != b.Unit {
			return int(a.Unit - b.Unit)
		}
		return int(a.Kind - b.Kind)
	})
	kept := out[:0]
	for _, p := range out {
		if n := len(kept); n > 0 && kept[n-1].Unit == p.Unit && kept[n-1].Kind == p.Kind {
			kept[n-1].N += p.N
		} else if p.N > 0 {
			kept = append(kept, p)
		}
	}
	m.parts = m.parts[:first+len(kept)]
	return slices.Clip(kept)
}

func (m *Maker) load(h *Haul) stow.Load {
	load := m.items[:0]
	for _, p := range h.Parts {
		if p.Kind == network.People {
			continue
		}
		if i := slices.IndexFunc(load, func(it network.ItemCount) bool { return it.Type == p.Kind }); i >= 0 {
			load[i].Count += p.N
		} else {
			load = append(load, network.ItemCount{Type: p.Kind, Count: p.N})
		}
	}
	slices.SortFunc(load, func(a, b network.ItemCount) int { return int(a.Type - b.Type) })
	m.items = load
	return load
}

func (m *Maker) option(h *Haul, f network.FleetIndex, load stow.Load) (Option, bool) {
	n := m.P.N
	fleet, hop := &n.Fleets[f], &m.P.Hops[h.Hop]
	if n.Types[fleet.Type].Mode != hop.Mode || fleet.Count == 0 {
		return Option{}, false
	}
	for _, p := range h.Parts {
		if !fleet.Serves(n.Units[p.Unit].Nation) {
			return Option{}, false
		}
	}
	c := &m.by[fleet.Type]
	if !c.asked {
		*c = m.carry(h, fleet.Type, load)
	}
	return Option{f, c.route, c.stow}, c.route != nil
}

func (m *Maker) carry(h *Haul, t network.TypeIndex, load stow.Load) carried {
	n, hop := m.P.N, &m.P.Hops[h.Hop]
	c := carried{asked: true}
	routes := n.Routes(t, hop.From, hop.To, hop.Via)
	if len(routes) == 0 {
		return c
	}
	c.stow = m.Packer.Stow(t, load)
	if !c.stow.OK || h.People > m.Packer.Seats(t, c.stow) {
		return c
	}
	mass := c.stow.Mass + float64(h.People)*n.PersonT
	for i := range routes {
		if routes[i].Payload >= mass-1e-9 {
			c.route = &routes[i]
			return c
		}
	}
	return c
}

// drives fills in the speed of a convoy; false if it breaks rule R12.
func (m *Maker) drives(h *Haul) bool {
	n := m.P.N
	seats, driving, towed := 0, 0, 0
	h.Speed = network.None
	nation := n.Units[h.Parts[0].Unit].Nation
	for _, p := range h.Parts {
		u := &n.Units[p.Unit]
		if u.Nation != nation || !n.ConvoyMayEnd(p.Unit, m.P.Hops[h.Hop].To) {
			return false
		}
		if p.Kind == network.People {
			continue
		}
		it := &n.Items[p.Kind]
		if !it.Drives && !it.Towed {
			return false
		}
		seats += p.N * it.Seats
		if it.Drives {
			driving += p.N
		} else {
			towed += p.N
		}
		if it.Speed != network.None && (h.Speed == network.None || it.Speed < h.Speed) {
			h.Speed = it.Speed
		}
	}
	most := n.Convoy.Vehicles
	return h.Speed != network.None && towed <= driving && driving <= h.People && h.People <= seats &&
		(most == 0 || driving+towed <= most) && n.Drive(h.Speed, m.P.Hops[h.Hop].From, m.P.Hops[h.Hop].To).OK
}
