package bound

import (
	"math"
	"slices"

	"sortie"
	"sortie/network"
)

// stream is a part of the demand and the places inside, which it must leave:
// entries that all begin inside and have to end outside, with what one of each
// kind counts.
type stream struct {
	inside  []bool
	entries []*entry
	weights []weight

	riders  []due
	early   []*labels
	ready   []network.Minute // earliest that any of it can stand at a place
	carries []bool           // by fleet
}

// due is how something moves, and until when it has to be at its destination
// however late the rest is.
type due struct {
	rider int
	until network.Minute
}

// mostStreams is how many parts of a demand can have borders of their own.
const mostStreams = 64

// cut is a demand that crosses borders. What counts of each part is its last
// way across its own.
type cut struct {
	w       *world
	streams []stream
	total   int64

	inside  []bool           // of some stream
	outside []bool           // of some stream
	ready   []network.Minute // earliest that any that has to leave a place can stand there
	fleets  []crossing       // by fleet
	drives  bool
	packed  bool // whole loads are looked at
	whole   bool // whole loads are held against all resources at once
	begins  map[network.ModeIndex][]head
}

// crossing is what a fleet can carry across.
type crossing struct {
	carries bool
	load    int64              // most that one load counts that crosses
	loads   map[set]int64      // by what crosses
	packs   map[set]int64      // the same of whole loads
	loaded  []int64            // of what is loaded at a place
	brought []int64            // and of what is brought to one
	most    int64              // most that any load counts
	aboard  []network.Minute   // earliest arrival at each place with any that it is outside for
	trips   [][]network.Minute // earliest arrival at each place outside with the 1st, 2nd … load of one lift
	loading []network.Minute   // earliest minute at which that load is loaded
	back    []network.Minute   // earliest minute at which the lift is inside for it
	free    [][]network.Minute // earliest minute at which it is at each place for it
	whole   bool               // the trips end because the lift can make no more
	between [][]network.Minute // least minutes from each place to each
	bearing []bearing          // and over legs that bear more
}

// at is the most that one load counts that is loaded at a place, or unloaded.
func (x *crossing) at(p network.PlaceIndex, loading bool) int64 {
	if loading {
		return x.loaded[p]
	}
	return x.brought[p]
}

// newCut is false where the entries do not all cross their borders.
func newCut(w *world, parts ...stream) (*cut, bool) {
	places := len(w.n.Places)
	c := &cut{w: w, inside: make([]bool, places), outside: make([]bool, places), ready: filled(places, network.Never),
		fleets: make([]crossing, len(w.fleets))}
	for _, part := range parts {
		s := stream{inside: part.inside, weights: part.weights, ready: filled(places, network.Never), carries: make([]bool, len(w.fleets))}
		for _, e := range part.entries {
			if s.each(e.kind) <= 0 {
				continue
			}
			if !w.separates(s.inside, e) {
				return nil, false
			}
			c.add(&s, e)
		}
		if len(s.entries) > 0 {
			c.streams = append(c.streams, s)
		}
	}
	if len(c.streams) == 0 || len(c.streams) > mostStreams {
		return nil, false
	}
	for i := range c.streams {
		s := &c.streams[i]
		for p, in := range s.inside {
			c.inside[p] = c.inside[p] || in
			c.outside[p] = c.outside[p] || !in
		}
		c.drives = c.drives || s.drives(w)
	}
	for i := range c.fleets {
		if x := &c.fleets[i]; x.carries {
			x.most = w.capacity(w.fleets[i].typ, math.Inf(1), c.carried(i, c.all()))
		}
	}
	return c, true
}

// add counts an entry to the last stream.
func (c *cut) add(s *stream, e *entry) {
	s.entries = append(s.entries, e)
	if !slices.Contains(s.early, e.early) {
		s.early = append(s.early, e.early)
	}
	c.total += s.each(e.kind) * int64(e.count)
	for p, in := range s.inside {
		if in {
			s.ready[p] = min(s.ready[p], e.early.standing[p])
			c.ready[p] = min(c.ready[p], e.early.standing[p])
		}
	}
	for _, r := range e.riders {
		by := due{r, e.until}
		if slices.Contains(s.riders, by) {
			continue
		}
		s.riders = append(s.riders, by)
		for _, f := range c.w.riders[r].fleets {
			s.carries[f] = true
			if x := &c.fleets[f]; !x.carries {
				x.carries, x.aboard = true, filled(len(s.inside), network.Never)
				x.loads, x.packs = map[set]int64{}, map[set]int64{}
				x.loaded, x.brought = make([]int64, len(s.inside)), make([]int64, len(s.inside))
			}
		}
	}
	for f, at := range e.early.aboard {
		for p := range at {
			if !s.inside[p] {
				c.fleets[f].aboard[p] = min(c.fleets[f].aboard[p], at[p])
			}
		}
	}
}

// each is what one of a kind counts.
func (s *stream) each(kind network.ItemIndex) int64 {
	for _, k := range s.weights {
		if k.kind == kind {
			return k.each
		}
	}
	return 0
}

// drives reports whether any of it can drive across.
func (s *stream) drives(w *world) bool {
	for _, r := range s.riders {
		if ways := w.riders[r.rider].convoy; ways != nil {
			for p, in := range s.inside {
				for _, a := range ways.out[p] {
					if in && !s.inside[a.to] && s.ready[p] < network.Never {
						return true
					}
				}
			}
		}
	}
	return false
}

// separates reports whether the entry begins inside and ends outside.
func (w *world) separates(inside []bool, e *entry) bool {
	for _, u := range e.units {
		unit := &w.n.Units[u]
		if !inside[unit.At] || inside[unit.To] {
			return false
		}
	}
	for _, p := range e.held {
		if !inside[p] {
			return false
		}
	}
	if e.floor > 0 {
		for p := range w.n.Places {
			if w.n.Places[p].Host != inside[p] {
				return false
			}
		}
	}
	return true
}

// entries is those of all streams.
func (c *cut) entries() []*entry {
	var out []*entry
	for i := range c.streams {
		out = append(out, c.streams[i].entries...)
	}
	return out
}

// set is some of the streams, by their bits.
type set uint64

func (c *cut) all() set { return set(1)<<len(c.streams) - 1 }

// measure finds what one load of each fleet counts at the most: from one place
// to another it counts what the first is inside for and the second outside, as
// far as that can be loaded at the one and come to the other in time.
func (c *cut) measure(lim *limits) {
	for i := range c.fleets {
		x := &c.fleets[i]
		if !x.carries {
			continue
		}
		from, to := c.ends(i, lim)
		x.load = 0
		clear(x.loaded)
		clear(x.brought)
		for p := range from {
			for q := range to {
				if of := from[p] & to[q]; of != 0 {
					load := c.loadOf(i, of)
					x.loaded[p], x.brought[q] = max(x.loaded[p], load), max(x.brought[q], load)
				}
			}
			x.load = max(x.load, x.loaded[p])
		}
	}
}

// ends is of which streams something can be loaded at each place on a lift of
// the fleet, and of which something can be brought to each place, in time.
func (c *cut) ends(i int, lim *limits) (from, to []set) {
	f := c.w.fleets[i]
	from, to = make([]set, len(c.inside)), make([]set, len(c.inside))
	for k := range c.streams {
		s := &c.streams[k]
		if !s.carries[i] {
			continue
		}
		for _, early := range s.early {
			if early.aboard[i] == nil {
				continue
			}
			for p, in := range s.inside {
				switch late := &lim.of[k]; {
				case in && early.standing[p] < network.Never && f.at[p] < network.Never && max(early.standing[p], f.at[p])+f.load() <= late.leave[i][p]:
					from[p] |= 1 << k
				case !in && early.aboard[i][p] < network.Never && early.aboard[i][p] <= late.aboard[i][p]:
					to[p] |= 1 << k
				}
			}
		}
	}
	return from, to
}

// loadOf is the most that one load of a fleet counts of some streams, with whole
// loads looked at where the cut is packed.
func (c *cut) loadOf(i int, of set) int64 {
	x := &c.fleets[i]
	load, ok := x.loads[of]
	if !ok {
		load = c.capacity(i, of)
		x.loads[of] = load
	}
	if c.packed {
		packed, ok := x.packs[of]
		if !ok {
			packed = min(load, c.pack(i, of))
			x.packs[of] = packed
		}
		return packed
	}
	return load
}

// capacity is the most that one load of a fleet counts of some streams.
func (c *cut) capacity(i int, of set) int64 {
	return c.w.capacity(c.w.fleets[i].typ, c.tonnes(i, of), c.carried(i, of))
}

// carried is the weights of what a fleet may carry of some streams.
func (c *cut) carried(i int, of set) []weight {
	return c.weights(of, func(e *entry) bool { return e.early.aboard[i] != nil })
}

// weights is the most that one of each kind counts in any of the streams, as
// far as entries are asked for.
func (c *cut) weights(of set, asked func(e *entry) bool) []weight {
	var out []weight
	for k := range c.streams {
		s := &c.streams[k]
		if of>>k&1 == 0 {
			continue
		}
		for _, e := range s.entries {
			if !asked(e) {
				continue
			}
			at := slices.IndexFunc(out, func(w weight) bool { return w.kind == e.kind })
			if at < 0 {
				at = len(out)
				out = append(out, weight{e.kind, 0})
			}
			out[at].each = max(out[at].each, s.each(e.kind))
		}
	}
	slices.SortFunc(out, func(a, b weight) int { return int(a.kind) - int(b.kind) })
	return out
}

// tonnes is the most that a fleet's lift can carry on a leg across the border
// of one of the streams: every crossing has one.
func (c *cut) tonnes(i int, of set) float64 {
	most := 0.0
	for k := range c.streams {
		if of>>k&1 == 0 {
			continue
		}
		inside := c.streams[k].inside
		for p, in := range inside {
			for _, a := range c.w.fleets[i].ways.out[p] {
				if in && !inside[a.to] {
					most = math.Max(most, a.tonnes)
				}
			}
		}
	}
	return most
}

// convoyLoad is the most that one convoy counts: so many vehicles with the
// people in them, and no more than one nation has.
func (c *cut) convoyLoad() int64 {
	n := c.w.n
	nations := map[network.NationIndex]int64{}
	most, item, person, seats := int64(0), int64(0), int64(0), int64(0)
	for i := range c.streams {
		s := &c.streams[i]
		for _, e := range s.entries {
			counted := map[network.NationIndex]bool{}
			for _, u := range e.units {
				if nation := n.Units[u].Nation; !counted[nation] {
					counted[nation] = true
					nations[nation] += s.each(e.kind) * int64(e.count)
					most = max(most, nations[nation])
				}
			}
		}
		for _, k := range s.weights {
			switch {
			case k.kind == network.People:
				person = max(person, k.each)
			case n.Items[k.kind].Drives || n.Items[k.kind].Towed:
				item = max(item, k.each)
			}
		}
	}
	vehicles := int64(n.Convoy.Vehicles)
	if vehicles <= 0 {
		return most
	}
	for i := range n.Items {
		seats = max(seats, int64(n.Items[i].Seats))
	}
	return min(most, vehicles*(item+person*min(seats, 1e6)))
}

// modes is each mode's index, in the order of the package's tables.
func modes() []network.ModeIndex {
	out := make([]network.ModeIndex, len(sortie.Modes))
	for i := range out {
		out[i] = network.ModeIndex(i)
	}
	return out
}
