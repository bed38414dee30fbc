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
	overWays(t, func(m *haul.Maker, hop haul.HopID, parts []haul.Part) {
		h := m.Make(hop, parts, network.None)
		if h == nil {
			return
		}
		if again := m.Make(hop, slices.Clone(parts), network.None); !h.Same(again) {
			t.Errorf("%+v is not %+v", again, h)
		}
		parts[0].N = 1
		others := []*haul.Haul{
			h.Delayed(m.P.N.Start + 5),
			h.With(func(h *haul.Haul) { h.Thrifty = !h.Thrifty }),
			h.With(func(h *haul.Haul) { h.Stays = !h.Stays }),
			h.With(func(h *haul.Haul) { h.Straight = !h.Straight }),
			h.With(func(h *haul.Haul) { h.Rested = !h.Rested }),
			h.With(func(h *haul.Haul) { h.Options = h.Options[1:] }),
			m.Make(hop, parts, network.None),
		}
		for k, o := range others {
			if o != nil && h.Same(o) {
				t.Errorf("%+v is taken for %+v, which differs by change %d", o, h, k)
			}
		}
	})
}

// TestDrafts: drafts are the hauls that are made of the same parts, whatever is
// made and drafted after them; one that is kept outlasts the others.
func TestDrafts(t *testing.T) {
	overWays(t, func(m *haul.Maker, hop haul.HopID, parts []haul.Part) {
		h := m.Make(hop, parts, network.None)
		draft := m.Draft(hop, parts, network.None)
		if h == nil || draft == nil {
			if h != draft {
				t.Errorf("made %+v, drafted %+v", h, draft)
			}
			return
		}
		kept := draft.Kept()
		m.Make(hop, []haul.Part{{Unit: parts[0].Unit, Kind: network.People, N: 1}}, network.None)
		m.Draft(hop, []haul.Part{{Unit: parts[0].Unit, Kind: network.People, N: 1}}, network.None)
		if !h.Same(draft) {
			t.Errorf("drafted %+v, made %+v", draft, h)
		}
		m.Redraft()
		m.Draft(hop, []haul.Part{{Unit: parts[0].Unit, Kind: network.People, N: 1}}, network.None)
		if !h.Same(kept) {
			t.Errorf("kept %+v, made %+v", kept, h)
		}
	})
}

// overWays calls for two people of each unit of missions made at random, and the
// hop with which each of their ways begins.
func overWays(t *testing.T, with func(m *haul.Maker, hop haul.HopID, parts []haul.Part)) {
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
				with(m, way.Hops[0], []haul.Part{{Unit: u, Kind: network.People, N: 2}})
				made++
			}
		}
	}
	if made < 40 {
		t.Errorf("%d ways", made)
	}
}
