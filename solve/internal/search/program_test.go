package search

import (
	"maps"
	"math/rand/v2"
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
	missions := 100
	if testing.Short() {
		missions = 30
	}
	carried := 0
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 23))))
		if err != nil {
			t.Fatal(seed, err)
		}
		carried += loadsTogether(t, n, uint64(seed))
	}
	carried += loadsTogether(t, kazakhstan(t), 1)
	if carried < 10*missions {
		t.Errorf("%d people and items in %d missions", carried, missions)
	}
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

// TestTransfersKeepBalance: where cargo changes lifts at places between, as much
// leaves each place and comes to it in all as where it goes straight.
func TestTransfersKeepBalance(t *testing.T) {
	missions := 100
	if testing.Short() {
		missions = 30
	}
	changed := 0
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 29))))
		if err != nil {
			t.Fatal(seed, err)
		}
		changed += transferred(t, n, uint64(seed))
	}
	if changed += transferred(t, kazakhstan(t), 1); changed < missions {
		t.Errorf("%d people and items change lifts in %d missions", changed, missions)
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
	type key struct {
		place network.PlaceIndex
		unit  network.UnitIndex
		kind  network.ItemIndex
	}
	flows := func(transfers bool) (over map[haul.HopID]int, net map[key]int) {
		over, net = map[haul.HopID]int{}, map[key]int{}
		st := style{fleet: network.None, rand: w.r, closure: best.Schedule.Score.Closure, transfers: transfers}
		for _, m := range w.build.build(streams, st) {
			hop := &w.p.Hops[m.haul.Hop]
			for _, p := range m.haul.Parts {
				over[m.haul.Hop] += p.N
				net[key{hop.From, p.Unit, p.Kind}] -= p.N
				net[key{hop.To, p.Unit, p.Kind}] += p.N
			}
		}
		maps.DeleteFunc(net, func(_ key, n int) bool { return n == 0 })
		return over, net
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
	got := w.base.race()
	for ; w.base.racing(); got = w.base.race() {
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
