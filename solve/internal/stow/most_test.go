package stow

import (
	"testing"

	"pgregory.net/rapid"

	"sortie"
	"sortie/network"
)

// TestMostIsEnough: whatever is stowed was not ruled out, and a lift that is
// full says so.
func TestMostIsEnough(t *testing.T) {
	stowed, ruledOut := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		metres := func(most int, name string) float64 { return float64(rapid.IntRange(1, most).Draw(t, name)) / 4 }
		n := &network.Network{Types: []network.LiftType{{LiftType: &sortie.LiftType{Gap: 0.15, PayloadRange: [][2]float64{{1000, 1000}}}}}}
		for range rapid.IntRange(1, 2).Draw(t, "decks") {
			n.Types[0].Decks = append(n.Types[0].Decks, network.Deck{Length: metres(60, "length"), Width: metres(20, "width"), Height: 3, Payload: 1000})
		}
		var load Load
		for kind := range rapid.IntRange(1, 3).Draw(t, "kinds") {
			n.Items = append(n.Items, network.ItemType{EquipmentType: &sortie.EquipmentType{Length: metres(20, "long"), Width: metres(12, "wide"), Height: 2}})
			load = append(load, network.ItemCount{Type: network.ItemIndex(kind), Count: rapid.IntRange(1, 4).Draw(t, "count")})
		}
		p := NewPacker(n, new(Memory))
		last := load[len(load)-1]
		most := p.Most(0, load[:len(load)-1], last.Type, last.Count)
		if most < last.Count {
			ruledOut++
		}
		if p.Stow(0, load).OK {
			stowed++
			if most < last.Count {
				t.Errorf("%d more at most; %d lie on the deck", most, last.Count)
			}
		}
	})
	if stowed == 0 || ruledOut == 0 {
		t.Errorf("%d loads were stowed, %d ruled out", stowed, ruledOut)
	}
}
