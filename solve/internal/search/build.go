package search

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sync/atomic"

	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/stow"
)

// planned is a haul with when it could leave at best, by which hauls are
// ordered at first.
type planned struct {
	haul *haul.Haul
	est  network.Minute
	end  network.Minute // when what it carries could be at its destination at best
}

// input is a part that has to be moved over a hop, and when it may be there.
type input struct {
	part haul.Part
	est  network.Minute
	end  network.Minute // at its destination, at best
	rank int            // of its unit: priority first
}

// style is a way of building loads.
type style struct {
	hasty     bool       // on the quickest ways whoever else takes them
	thrifty   bool       // hauls rather wait than have a lift come from afar
	largest   bool       // the type with the largest loads first; else in turn, by how fast each comes round
	rand      *rand.Rand // shuffles; nil builds in order
	fleet     network.FleetIndex
	without   []network.TypeIndex // lift types that are to carry nothing
	prices    *prices             // loads that carry the most for what they cost; nil: by the above
	blueprint bool                // loads that cost least together
	own       bool                // what can drive all the way does, and people ride along
	joint     bool                // units of a nation drive together

	closure   network.Minute // loads of all hops together, for a plan that closes about then; 0: of each for itself
	transfers bool           // some of these change lifts at places between
	brief     bool           // not long is spent on these: there is no plan of their kind yet
}

// builder turns streams into hauls, hop after hop.
type builder struct {
	p      *haul.Problem
	make   *haul.Maker
	stop   *atomic.Bool
	load   stow.Load // of the freight at hand, and what may come of it
	more   stow.Load
	packed int // loads that were tried

	// Memory for the next: of loads,
	freighted freight // at hand
	dear      freight // of the greatest worth by a carrier
	picked    freight // that carries the most for what it costs
	filling   []*lot  // in the order in which it is filled
	few       []lot
	shares    []float64
	rates     []float64
	worthOf   []float64
	parts     []haul.Part
	// of hops,
	carrying []carrier
	carried  []*carrier
	pool     pool
	planning []planned
	// and of linear programs.
	linear  linear
	loaded  []load  // of each column
	counts  [][]int // the same, where all are of one hop
	spare   [][]int // of loads that were not taken
	rowLots []lot
	ofRows  []*lot
	partly  []part
	rows    []*row
	taken   []taken
	unmade  []laden
	rounds  []int
}

// build is hauls for the streams, in the order in which they may leave.
func (b *builder) build(streams []stream, st style) []planned {
	return b.buildWith(streams, nil, st)
}

// buildWith is the same with further inputs of hops.
func (b *builder) buildWith(streams []stream, more map[haul.HopID][]input, st style) []planned {
	at := make(map[haul.HopID][]input)
	for h, inputs := range more {
		at[h] = gather(inputs)
	}
	before := make(map[haul.HopID][]haul.HopID)
	for _, s := range streams {
		u := &b.p.N.Units[s.part.Unit]
		est := release(b.p, s.part.Unit, s.part.Kind)
		end := est
		for _, h := range s.way.Hops {
			end += b.least(h)
		}
		for i, h := range s.way.Hops {
			at[h] = append(at[h], input{s.part, est, end, u.Priority})
			est += b.least(h)
			if i > 0 && !slices.Contains(before[h], s.way.Hops[i-1]) {
				before[h] = append(before[h], s.way.Hops[i-1])
			}
		}
	}
	var out []planned
	order := inOrder(at, before)
	if st.closure != 0 {
		out, order = b.together(order, at, st)
	}
	for _, h := range order {
		inputs := at[h]
		slices.SortStableFunc(inputs, func(a, b input) int {
			if a.est != b.est {
				return int(a.est - b.est)
			}
			if a.rank != b.rank {
				return a.rank - b.rank
			}
			return int(a.part.Unit - b.part.Unit)
		})
		if b.p.Hops[h].Convoy {
			out = append(out, b.convoys(h, inputs, st.joint)...)
		} else {
			out = append(out, keep(b.loads(h, inputs, st))...)
		}
	}
	slices.SortStableFunc(out, func(a, b planned) int { return int(a.est - b.est) })
	return out
}

// least is the shortest time that a hop takes.
func (b *builder) least(h haul.HopID) network.Minute {
	n, hop := b.p.N, &b.p.Hops[h]
	if hop.Convoy {
		return network.Minute(n.Convoy.FormUp+n.Convoy.Disperse) + 60
	}
	best := network.Minute(0)
	for i := range n.Types {
		t := &n.Types[i]
		if t.Mode != hop.Mode {
			continue
		}
		if routes := n.Routes(network.TypeIndex(i), hop.From, hop.To, hop.Via); len(routes) > 0 {
			if m := network.Minute(t.Load + routes[0].Minutes + t.Unload); best == 0 || m < best {
				best = m
			}
		}
	}
	return best
}

// inOrder sorts hops so that each comes after those that feed it; hops in a
// circle come as they are.
func inOrder(at map[haul.HopID][]input, before map[haul.HopID][]haul.HopID) []haul.HopID {
	all := slices.Sorted(maps.Keys(at))
	out := make([]haul.HopID, 0, len(all))
	done := map[haul.HopID]bool{}
	var visit func(h haul.HopID, depth int)
	visit = func(h haul.HopID, depth int) {
		if done[h] || depth > len(all) {
			return
		}
		slices.Sort(before[h])
		for _, f := range before[h] {
			visit(f, depth+1)
		}
		if !done[h] {
			done[h] = true
			out = append(out, h)
		}
	}
	for _, h := range all {
		visit(h, 0)
	}
	return out
}
