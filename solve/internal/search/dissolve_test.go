package search

import (
	"slices"
	"testing"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestNobodyIsPooledFarOffTheWay: what is left over may make a detour, but not one
// that takes more than as long again as the way itself.
func TestNobodyIsPooledFarOffTheWay(t *testing.T) {
	p := haul.NewProblem(kazakhstan(t))
	at := func(id string) network.PlaceIndex {
		k := slices.IndexFunc(p.N.Places, func(p network.Place) bool { return p.ID == id })
		if k < 0 {
			t.Fatal(id)
		}
		return network.PlaceIndex(k)
	}
	for _, c := range []struct {
		from, over, to string
		strays         bool
	}{
		{"gissar", "ulyanovsk", "almaty", true},
		{"almaty", "ulyanovsk", "gissar", true},
		{"ivanovo", "chkalovsky", "almaty", false},
		{"almaty", "zhetygen", "ulyanovsk", false},
	} {
		if strays := p.Strays(at(c.from), at(c.over), at(c.to), network.Air); strays != c.strays {
			t.Errorf("from %s over %s to %s: %v", c.from, c.over, c.to, strays)
		}
	}
}
