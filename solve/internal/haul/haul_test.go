package haul_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestSame makes hauls twice, which are the same, and others that differ from
// them in one thing, which are not.
func TestSame(t *testing.T) {
	made := 0
	for seed := range 40 {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 31))))
		if err != nil {
			t.Fatal(seed, err)
		}
		m := haul.NewMaker(haul.NewProblem(n))
		for i := range n.Units {
			u := network.UnitIndex(i)
			if n.Units[i].To == network.None || n.Units[i].People < 2 {
				continue
			}
			for _, way := range m.P.Ways(u, network.People) {
				parts := []haul.Part{{Unit: u, Kind: network.People, N: 2}}
				h := m.Make(way.Hops[0], parts, network.None)
				if h == nil {
					continue
				}
				made++
				if again := m.Make(way.Hops[0], slices.Clone(parts), network.None); !h.Same(again) {
					t.Errorf("mission %d: %+v is not %+v", seed, again, h)
				}
				parts[0].N = 1
				others := []*haul.Haul{
					h.Delayed(n.Start + 5),
					h.With(func(h *haul.Haul) { h.Thrifty = !h.Thrifty }),
					h.With(func(h *haul.Haul) { h.Stays = !h.Stays }),
					h.With(func(h *haul.Haul) { h.Rested = !h.Rested }),
					h.With(func(h *haul.Haul) { h.Options = h.Options[1:] }),
					m.Make(way.Hops[0], parts, network.None),
				}
				for k, o := range others {
					if o != nil && h.Same(o) {
						t.Errorf("mission %d: %+v is taken for %+v, which differs by change %d", seed, o, h, k)
					}
				}
			}
		}
	}
	if made < 40 {
		t.Errorf("%d hauls made", made)
	}
}
