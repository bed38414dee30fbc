package search

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestLoadsMadeTogether: where the loads of all hops are made together they carry
// no less over each hop than where they are made of each for itself, and no more
// than there is.
func TestLoadsMadeTogether(t *testing.T) {
	carried, missions := overMissions(t, 23, loadsTogether)
	if carried < 10*missions {
		t.Errorf("%d people and items in %d missions", carried, missions)
	}
}

// overMissions adds up what is counted in missions made at random and in the
// withdrawal from Kazakhstan, and returns with it how many were made.
func overMissions(t *testing.T, stream uint64, count func(*testing.T, *network.Network, uint64) int) (sum, missions int) {
	missions = 100
	if testing.Short() {
		missions = 30
	}
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), stream))))
		if err != nil {
			t.Fatal(seed, err)
		}
		sum += count(t, n, uint64(seed))
	}
	return sum + count(t, kazakhstan(t), 1), missions
}

func loadsTogether(t *testing.T, n *network.Network, seed uint64) (carried int) {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(n), seed, 0, &stop)
	best := w.Construct(1, func(*Solution) {})
	var streams []stream
	for u := range n.Units {
		streams = append(streams, assign(w.p, network.UnitIndex(u), nil, plainly)...)
	}
	type key struct {
		hop haul.HopID
		haul.Part
	}
	over := func(st style) map[key]int {
		out := map[key]int{}
		for _, m := range w.build.build(streams, st) {
			for _, p := range m.haul.Parts {
				out[key{m.haul.Hop, haul.Part{Unit: p.Unit, Kind: p.Kind}}] += p.N
			}
		}
		return out
	}
	most := map[key]int{}
	for _, s := range streams {
		for _, h := range s.way.Hops {
			most[key{h, haul.Part{Unit: s.part.Unit, Kind: s.part.Kind}}] += s.part.N
		}
	}
	least := over(style{fleet: network.None})
	got := over(style{fleet: network.None, rand: w.r, closure: best.Schedule.Score.Closure})
	for k, n := range most {
		if got[k] < least[k] || got[k] > n {
			t.Errorf("mission %d: %d of %v together, %d each for itself, of %d", seed, got[k], k, least[k], n)
		}
		carried += got[k]
	}
	return carried
}

// TestProgramStopped: a program that is told to stop while it is solved again, with
// loads known from before, makes loads of what it has.
func TestProgramStopped(t *testing.T) {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(kazakhstan(t)), 1, 0, &stop)
	best := w.Construct(1, func(*Solution) {})
	st := style{fleet: network.None, rand: w.r, closure: best.Schedule.Score.Closure}
	g := newProgram(w.build, limitsOf(w.p.N, st.closure, w.r), st)
	at := map[haul.HopID][]input{}
	for u := range w.p.N.Units {
		for _, s := range assign(w.p, network.UnitIndex(u), nil, plainly) {
			at[s.way.Hops[0]] = append(at[s.way.Hops[0]], input{part: s.part, end: network.Never})
		}
	}
	for _, h := range slices.Sorted(maps.Keys(at)) {
		if !w.p.Hops[h].Convoy {
			g.add(h, at[h])
		}
	}
	g.fill()
	if len(g.known) == 0 || len(g.made) == 0 {
		t.Fatalf("%d loads known, %d made", len(g.known), len(g.made))
	}
	for _, l := range g.made {
		g.shift(&l, 1)
	}
	g.made = nil
	stop.Store(true)
	if !g.settle() {
		t.Error("no load of what is left")
	}
}

// TestTransfersKeepBalance: where cargo changes lifts at places between, as much
// leaves each place and comes to it in all as where it goes straight.
func TestTransfersKeepBalance(t *testing.T) {
	if changed, missions := overMissions(t, 29, transferred); changed == 0 {
		t.Errorf("nothing changes lifts in %d missions", missions)
	}
}

// transferred is how many people and items go over hops that none goes over
// straight.
func transferred(t *testing.T, n *network.Network, seed uint64) int {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(n), seed, 0, &stop)
	best := w.Construct(1, func(*Solution) {})
	var streams []stream
	for u := range n.Units {
		streams = append(streams, assign(w.p, network.UnitIndex(u), nil, plainly)...)
	}
	flows := func(transfers bool) (over map[haul.HopID]int, net map[halt]int) {
		st := style{fleet: network.None, rand: w.r, closure: best.Schedule.Score.Closure, transfers: transfers}
		var hauls []*haul.Haul
		for _, m := range w.build.build(streams, st) {
			hauls = append(hauls, m.haul)
		}
		return flowsOf(w.p, hauls)
	}
	straight, want := flows(false)
	changed := 0
	for range 5 {
		over, net := flows(true)
		if !maps.Equal(net, want) {
			t.Errorf("mission %d: %v with transfers, %v without", seed, net, want)
		}
		for hop, n := range over {
			if straight[hop] == 0 {
				changed += n
			}
		}
	}
	return changed
}

// flowsOf is how many people and items go over each hop, and how many more of each
// kind of a unit come to a place than leave it.
func flowsOf(p *haul.Problem, hauls []*haul.Haul) (over map[haul.HopID]int, net map[halt]int) {
	over, net = map[haul.HopID]int{}, map[halt]int{}
	for _, h := range hauls {
		hop := &p.Hops[h.Hop]
		for _, part := range h.Parts {
			over[h.Hop] += part.N
			net[halt{part.Unit, part.Kind, hop.From}] -= part.N
			net[halt{part.Unit, part.Kind, hop.To}] += part.N
		}
	}
	maps.DeleteFunc(net, func(_ halt, n int) bool { return n == 0 })
	return over, net
}

// TestReworkKeepsBalance: hauls that are loaded anew together, over places between
// or straight again, bring what they brought from where it was to where it was.
func TestReworkKeepsBalance(t *testing.T) {
	reworked, over := 0, 0
	for seed := range 30 {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 31))))
		if err != nil {
			t.Fatal(seed, err)
		}
		var stop atomic.Bool
		w := NewWorker(haul.NewProblem(n), uint64(seed), 0, &stop)
		s := w.Construct(1, func(*Solution) {})
		if len(s.Order) == 0 {
			continue
		}
		w.prices = pricesOf(w.p, s)
		hops, want := flowsOf(w.p, s.Order)
		for range 30 {
			order := w.rework(s)
			if order == nil {
				continue
			}
			anew, got := flowsOf(w.p, order)
			if !maps.Equal(got, want) {
				t.Fatalf("mission %d: %v, before %v", seed, got, want)
			}
			reworked++
			for h := range anew {
				if hops[h] == 0 {
					over++
				}
			}
			if next := w.run(order); next != nil {
				s = next
				hops, want = flowsOf(w.p, s.Order)
			}
		}
	}
	if reworked < 100 || over == 0 {
		t.Errorf("%d times reworked, over %d other hops", reworked, over)
	}
}

// TestBestOfFieldIsLeft: a field gets smaller by half, and the best of it is left.
func TestBestOfFieldIsLeft(t *testing.T) {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(kazakhstan(t)), 1, 0, &stop)
	best := w.Construct(1, func(*Solution) {})
	w.prices = pricesOf(w.p, best)
	w.open(best)
	want := w.base.field.plans[0]
	for _, s := range w.base.field.plans {
		if s.Schedule.Score.Compare(want.Schedule.Score) < 0 {
			want = s
		}
	}
	size, walks := len(w.base.field.plans), 0
	got := w.race()
	for ; w.base.racing(); got = w.race() {
		walks++
	}
	if size < 3 || walks <= size || walks >= 2*size {
		t.Errorf("%d walks from a field of %d", walks, size)
	}
	if got != want {
		t.Errorf("left is %+v, the best %+v", got.Schedule.Score, want.Schedule.Score)
	}
}

func kazakhstan(t *testing.T) *network.Network {
	f, err := missionfile.Read("../../../missions/kazakhstan-2022")
	if err != nil || f.Failed() {
		t.Fatal(err)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
