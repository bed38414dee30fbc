package haul

import (
	"cmp"
	"maps"
	"slices"

	"sortie/network"
)

// Relay is two hops by lift in place of one: what they carry changes lifts at a
// place between. Where few lifts come far, or fields close for the night, one
// lift may bring it there and another take it on, with more besides.
type Relay struct {
	First, Second HopID
}

// mostRelays is how many relays are considered for a hop, and mostPairs how
// many pairs of a hop and a place are looked at: missions with more do without.
const (
	mostRelays = 6
	mostPairs  = 50000
)

// Relays is the relays of a hop of a way, those that take least time under way
// first.
func (p *Problem) Relays(h HopID) []Relay {
	if int(h) >= len(p.relays) {
		return nil
	}
	return p.relays[h]
}

// Direct is the hop by lift between two places, if any way or relay makes it.
func (p *Problem) Direct(from, to network.PlaceIndex, mode network.ModeIndex) (HopID, bool) {
	h, ok := p.ids[network.Hop{From: from, To: to, Mode: mode}.Key()]
	return h, ok
}

// Aside is the hop that brings what goes over another to a different place, past
// where that one stops; false where none does.
func (p *Problem) Aside(h HopID, to network.PlaceIndex) (HopID, bool) {
	hop := p.Hops[h]
	hop.To = to
	id, ok := p.ids[hop.Key()]
	return id, ok
}

// Over is the hops by lift over a place in place of a straight one, if there are
// such, and they neither return nor stray.
func (p *Problem) Over(h HopID, at network.PlaceIndex) (Relay, bool) {
	hop := &p.Hops[h]
	if hop.Convoy || len(hop.Via) > 0 || at == hop.From || at == hop.To {
		return Relay{}, false
	}
	first, ok := p.Direct(hop.From, at, hop.Mode)
	if !ok {
		return Relay{}, false
	}
	second, ok := p.Direct(at, hop.To, hop.Mode)
	return Relay{first, second}, ok && !p.Returns(hop.From, at, hop.To) && !p.Strays(hop.From, at, hop.To, hop.Mode)
}

// Returns reports whether what goes from one place to another by way of a third
// goes back over the border of the theatre: no staff flies in again what it has
// just brought out, though no rule forbids it.
func (p *Problem) Returns(from, over, to network.PlaceIndex) bool {
	in := func(at network.PlaceIndex) bool { return p.N.Places[at].Host }
	return in(from) == in(to) && in(over) != in(from)
}

// Strays reports whether what goes from one place to another by way of a third is
// under way more than twice as long as straight: pooling what is left over is
// worth a detour, but nobody is flown from Dushanbe to Almaty over the Volga.
func (p *Problem) Strays(from, over, to network.PlaceIndex, mode network.ModeIndex) bool {
	straight, ok := p.under(from, to, mode)
	a, okA := p.under(from, over, mode)
	b, okB := p.under(over, to, mode)
	return ok && okA && okB && a+b > 2*straight
}

// findRelays lists the relays of each hop by lift, over the hubs of its mode; by
// road over those on the way alone. There are none for lifts that stop where
// units have to pass.
func (p *Problem) findRelays() {
	direct := len(p.Hops)
	hubs, pairs := p.hubs(), 0
	for _, places := range hubs {
		pairs += direct * len(places)
	}
	if pairs > mostPairs {
		return
	}
	p.relays = make([][]Relay, direct)
	for i := range direct {
		h := p.Hops[i]
		if h.Convoy || len(h.Via) > 0 {
			continue
		}
		type hub struct {
			at      network.PlaceIndex
			minutes int
		}
		straight, _ := p.under(h.From, h.To, h.Mode)
		var found []hub
		for _, x := range hubs[h.Mode] {
			if x == h.From || x == h.To || p.Returns(h.From, x, h.To) {
				continue
			}
			a, okA := p.under(h.From, x, h.Mode)
			b, okB := p.under(x, h.To, h.Mode)
			if okA && okB && (h.Mode != network.Road || a+b <= straight+1) { // each is rounded up
				found = append(found, hub{x, a + b})
			}
		}
		slices.SortStableFunc(found, func(a, b hub) int { return cmp.Compare(a.minutes, b.minutes) })
		for _, x := range found[:min(mostRelays, len(found))] {
			p.relays[i] = append(p.relays[i], Relay{
				p.intern(network.Hop{From: h.From, To: x.at, Mode: h.Mode}),
				p.intern(network.Hop{From: x.at, To: h.To, Mode: h.Mode}),
			})
		}
	}
	p.findLoading()
}

// findLoading makes a hop by lift between any two places from where lifts of a
// mode take something, and one past each place where they stop on the way: what
// is left over at one may go with loads of another.
func (p *Problem) findLoading() {
	from := map[network.ModeIndex][]network.PlaceIndex{}
	direct := p.Hops[:len(p.relays)]
	for _, h := range direct {
		if h.Mode != network.Road && !slices.Contains(from[h.Mode], h.From) {
			from[h.Mode] = append(from[h.Mode], h.From)
		}
	}
	for _, h := range direct {
		if len(h.Via) == 0 {
			continue
		}
		for _, b := range from[h.Mode] {
			if b != h.From && !slices.Contains(h.Via, b) {
				p.intern(network.Hop{From: h.From, To: b, Mode: h.Mode, Via: h.Via})
			}
		}
	}
	for _, mode := range slices.Sorted(maps.Keys(from)) {
		for _, a := range from[mode] {
			for _, b := range from[mode] {
				if _, ok := p.under(a, b, mode); ok && a != b {
					p.intern(network.Hop{From: a, To: b, Mode: mode})
				}
			}
		}
	}
}

// hubs is where lifts of each mode are based or bring something; by road,
// wherever they can go.
func (p *Problem) hubs() map[network.ModeIndex][]network.PlaceIndex {
	out := map[network.ModeIndex][]network.PlaceIndex{}
	add := func(m network.ModeIndex, at network.PlaceIndex) {
		if !slices.Contains(out[m], at) {
			out[m] = append(out[m], at)
		}
	}
	for i := range p.N.Fleets {
		f := &p.N.Fleets[i]
		mode := p.N.Types[f.Type].Mode
		add(mode, f.Base)
		for at := range p.N.Places {
			if mode == network.Road && p.N.Leg(f.Type, f.Base, network.PlaceIndex(at)).OK {
				add(mode, network.PlaceIndex(at))
			}
		}
	}
	for _, h := range p.Hops {
		add(h.Mode, h.From)
		add(h.Mode, h.To)
	}
	return out
}

// under is the least minutes under way of any lift of the mode between two
// places; false where none goes.
func (p *Problem) under(from, to network.PlaceIndex, mode network.ModeIndex) (least int, ok bool) {
	for t := range p.N.Types {
		if p.N.Types[t].Mode != mode {
			continue
		}
		if routes := p.N.Routes(network.TypeIndex(t), from, to, nil); len(routes) > 0 && (!ok || routes[0].Minutes < least) {
			least, ok = routes[0].Minutes, true
		}
	}
	return least, ok
}
