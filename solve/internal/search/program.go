package search

import (
	"math"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// program is the loads of all hops made together, so that everything is unloaded
// soonest: a linear program with a row for each kind of cargo of each nation on
// each hop, a row for each limit, and a column for each load, made as it is
// needed. The closure is a column too: each minute of it gives what the limits
// have in one, and it is the only one that costs much. What a load costs by what
// it takes comes of the program itself, and needs no guess of how busy each
// place and lift will be.
type program struct {
	b      *builder
	limits *limits
	st     style
	hops   []*hopLoads
	wants  []*want
	cargo  int       // rows of wants, which come before those of the limits
	taken  []float64 // of each limit, by the loads that are made
	known  []load    // that may be of use again
	made   []laden
}

// want is a kind of cargo of a nation that a lift has to take from one place to
// another, straight or over a third.
type want struct {
	row
	index int     // of its row, while there is any to load
	from  []*want // of what may be brought to where it begins
}

// hopLoads is what there is to load for a hop, and by what.
type hopLoads struct {
	hop      haul.HopID
	carriers []*carrier
	takes    [][]use // of a load by each
	costs    []float64
	wants    []*want
	onto     []*want // what each is at the end of the hop; nil where it ends there
	lots     []*lot  // what there may be to load of each, in their order
}

// load is one way of loading a lift; the zero value is none.
type load struct {
	hop    *hopLoads
	by     int // of the carriers of the hop
	counts []int
}

// laden is a load over a hop with who and what is aboard.
type laden struct {
	hop      *hopLoads
	by       int     // of the carriers of the hop
	takes    []taken // until the next programs are made
	brings   []taken // of these, what goes on from where it ends
	est, end network.Minute
}

// together makes the loads of hops, for a plan that closes about when the style
// says, and returns those hops that could not be loaded. Of few loads it makes
// several programs, for plans that close at other times and over other places,
// and takes the one that looks soonest.
func (b *builder) together(hops []haul.HopID, at map[haul.HopID][]input, st style) (out []planned, rest []haul.HopID) {
	b.taken = b.taken[:0]
	best, rest := b.program(hops, at, st)
	if st.brief || best.limits.aim == 0 || len(best.made) == 0 {
		return best.hauls(), rest
	}
	for range min(mostPrograms, programLoads/len(best.made)) - 1 {
		g, left := b.program(hops, at, st)
		if g.limits.aim != 0 && g.estimate() < best.estimate() {
			best, rest = g, left
		}
	}
	return best.hauls(), rest
}

// mostPrograms is how many programs are made for one plan; there are fewer, but
// one, where together they have more than programLoads loads.
const (
	mostPrograms = 4
	programLoads = 80
)

// program is the loads of hops that one program makes, and the hops that it could
// not load.
func (b *builder) program(hops []haul.HopID, at map[haul.HopID][]input, st style) (g *program, rest []haul.HopID) {
	g = newProgram(b, limitsOf(b.p.N, st.closure, st.rand), st)
	for _, h := range hops {
		if b.p.Hops[h].Convoy || !g.add(h, at[h]) {
			rest = append(rest, h)
		}
	}
	if st.transfers {
		g.transfer()
	}
	g.fill()
	times := remakes
	if !st.brief {
		times = max(times, remadeOfFew/max(1, len(g.made)))
	}
	g.improve(times)
	g.forget()
	return g, rest
}

func newProgram(b *builder, l *limits, st style) *program {
	return &program{b: b, limits: l, st: st, taken: make([]float64, len(l.all))}
}

// forget lets the memory of the loads that are known be used for others.
func (g *program) forget() {
	for _, l := range g.known {
		g.b.forget(l.counts)
	}
	g.known = nil
}

// hauls are the loads that were made.
func (g *program) hauls() (out []planned) {
	for _, l := range g.made {
		if made := g.b.make.Make(l.hop.hop, g.b.partsOf(l.takes), g.st.fleet); made != nil {
			out = append(out, planned{made, l.est, l.end})
		}
	}
	return out
}

// add puts a hop into the program; false where for some of it there is no lift.
func (g *program) add(h haul.HopID, inputs []input) bool {
	p := g.hopOf(h)
	var all pool
	all.begin(g.b.p.N, inputs, g.st.rand)
	rows := g.b.rowsOf(p.carriers, &all)
	if len(rows) == 0 {
		return false
	}
	for _, r := range rows {
		if !p.carries(g.b, r.lots[0].in.part.Unit, r.kind) {
			return false
		}
	}
	for _, r := range rows {
		g.want(p, r, r.lots[0].in.part.Unit)
	}
	end := network.Never
	for _, in := range inputs {
		end = min(end, in.end)
	}
	g.begins(p, end)
	g.hops = append(g.hops, p)
	return true
}

// hopOf is a hop with nothing to load.
func (g *program) hopOf(h haul.HopID) *hopLoads {
	g.b.carrying = nil // the carriers of a hop stay its own
	p := &hopLoads{hop: h, carriers: g.b.carriers(h, g.st)}
	for _, c := range p.carriers {
		takes := g.limits.of(&g.b.p.Hops[h], c)
		cost := 0.0
		for _, u := range takes {
			cost += float64(free * u.minutes / g.limits.all[u.limit].each)
		}
		if g.st.prices != nil {
			cost = g.st.prices.of(h, c)
		}
		p.takes, p.costs = append(p.takes, takes), append(p.costs, cost)
	}
	return p
}

// carries reports whether there is a lift over the hop for some of a kind.
func (p *hopLoads) carries(b *builder, u network.UnitIndex, kind network.ItemIndex) bool {
	one := []*lot{{input{part: haul.Part{Unit: u, Kind: kind, N: 1}}, 0}}
	return slices.ContainsFunc(p.carriers, func(c *carrier) bool { return b.loadOf(c, one, 1)[0] > 0 })
}

// want has the hop take what ends where it does.
func (g *program) want(p *hopLoads, r *row, like network.UnitIndex) *want {
	w := &want{row: *r}
	g.wants = append(g.wants, w)
	p.load(w, nil, like)
	return w
}

// load has the hop take a want, which at its end is another.
func (p *hopLoads) load(w, onto *want, like network.UnitIndex) {
	p.lots = append(p.lots, &lot{input{part: haul.Part{Unit: like, Kind: w.kind}}, len(p.wants)})
	p.wants, p.onto = append(p.wants, w), append(p.onto, onto)
}

// begins has the limits be of use for loads over the hop that are unloaded at a
// minute at best.
func (g *program) begins(p *hopLoads, end network.Minute) {
	n := g.b.p.N
	for k, c := range p.carriers {
		for _, u := range p.takes[k] {
			l := &g.limits.all[u.limit]
			switch back := float64(c.way); {
			case !l.ofLifts:
				l.from = min(l.from, math.Max(0, float64(end-n.Start)-u.minutes))
			case l.spared == 0 || back < l.spared:
				l.spared = back
			}
		}
	}
}

// fill makes loads of all that is left.
func (g *program) fill() {
	for !g.b.stop.Load() {
		left := 0
		for _, w := range g.wants {
			left += w.n
		}
		if left == 0 || !g.settle() {
			return
		}
	}
}

// most is how many of a want there may be to load.
func (w *want) most() int {
	n := w.n
	for _, o := range w.from {
		n += o.n
	}
	return n
}
