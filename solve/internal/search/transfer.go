package search

import (
	"cmp"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// mostHubs is at how many places cargo may change lifts in one program.
const mostHubs = 2

// transfer lets cargo change lifts at a few places between, by chance: loads that
// begin elsewhere bring it there beside what ends there, and others take it on
// beside what begins there. What has come there goes straight on.
func (g *program) transfer() {
	straight := slices.Clone(g.hops)
	wants := make([]int, len(straight))
	for i, p := range straight {
		wants[i] = len(p.wants)
	}
	hubs := g.hubs()
	for i, p := range straight {
		if slices.Contains(hubs, g.b.p.Hops[p.hop].From) {
			continue
		}
		for _, at := range hubs {
			if over, ok := g.b.p.Over(p.hop, at); ok {
				first, second := g.over(over.First), g.over(over.Second)
				for k, w := range p.wants[:wants[i]] {
					g.change(w, p.lots[k].in.part.Unit, first, second)
				}
			}
		}
	}
}

// hubs is some places over which something may go that would go straight.
func (g *program) hubs() []network.PlaceIndex {
	r, n := g.st.rand, g.b.p.N
	var all []network.PlaceIndex
	for _, p := range g.hops {
		all = append(all, g.b.p.Hops[p.hop].From, g.b.p.Hops[p.hop].To)
	}
	for i := range n.Fleets {
		all = append(all, n.Fleets[i].Base)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	most := 1 + r.IntN(mostHubs)
	var out []network.PlaceIndex
	for _, at := range all {
		if len(out) < most && slices.ContainsFunc(g.hops, func(p *hopLoads) bool { _, ok := g.b.p.Over(p.hop, at); return ok }) {
			out = append(out, at)
		}
	}
	return out
}

// over is what there is to load for a hop, which may be nothing so far.
func (g *program) over(h haul.HopID) *hopLoads {
	if k := slices.IndexFunc(g.hops, func(p *hopLoads) bool { return p.hop == h }); k >= 0 {
		return g.hops[k]
	}
	p := g.hopOf(h)
	g.hops = append(g.hops, p)
	return p
}

// change lets a want change lifts where the first of two hops ends, unless for
// some of it that is the beginning or the end of its whole way.
func (g *program) change(w *want, like network.UnitIndex, first, second *hopLoads) {
	n := g.b.p.N
	at := g.b.p.Hops[first.hop].To
	if slices.ContainsFunc(w.lots, func(l *lot) bool {
		u := &n.Units[l.in.part.Unit]
		return u.At == at || u.To == at
	}) || !first.carries(g.b, like, w.kind) || !second.carries(g.b, like, w.kind) {
		return
	}
	var onto *want
	for k, o := range second.wants {
		if second.onto[k] == nil && o.kind == w.kind && n.Units[second.lots[k].in.part.Unit].Nation == n.Units[like].Nation {
			onto = o
		}
	}
	if onto == nil {
		onto = g.want(second, &row{kind: w.kind}, like)
	}
	onto.from = append(onto.from, w)
	first.load(w, onto, like)
	for _, l := range w.lots {
		g.begins(first, l.in.est+g.b.least(first.hop))
		g.begins(second, l.in.end)
	}
}

// bring has so many of what is taken of another want be there from a minute on.
func (w *want) bring(t taken, est network.Minute) taken {
	k := slices.IndexFunc(w.lots, func(l *lot) bool { return l.in.part.Unit == t.lot.in.part.Unit })
	if k < 0 {
		k = len(w.lots)
		w.lots = append(w.lots, &lot{in: t.lot.in})
		w.lots[k].in.part.N = 0
	}
	l := w.lots[k]
	l.in.est = max(l.in.est, est)
	out := taken{&w.row, l, t.n}
	out.put(1)
	slices.SortStableFunc(w.lots, func(a, b *lot) int { return cmp.Compare(a.in.est, b.in.est) })
	return out
}
