package stow

import (
	"fmt"
	"testing"

	"sortie/network"
)

// TestLoadsOfOneHash: loads that share a key, which whoever writes a
// mission can bring about, are told apart.
func TestLoadsOfOneHash(t *testing.T) {
	hash := key{7, shared}
	var m Memory
	all := []*known{
		{typ: 0, load: Load{{Type: 0, Count: 1}}},
		{typ: 0, load: Load{{Type: 0, Count: 2}}},
		{typ: 1, load: Load{{Type: 0, Count: 1}}},
		{typ: 0, load: Load{{Type: 0, Count: 1}, {Type: 1, Count: 1}}},
	}
	for _, k := range all {
		m.put(hash, k)
	}
	for _, k := range all {
		if got := m.get(hash, k.typ, k.load); got != k {
			t.Errorf("asked for %v on %d, got %+v", k.load, k.typ, got)
		}
	}
	if got := m.get(hash, 1, Load{network.ItemCount{Type: 0, Count: 2}}); got != nil {
		t.Errorf("%+v is not what was asked for", got)
	}
}

// TestKeys: loads that a key tells apart by itself have none in common, and those
// that it does not say so.
func TestKeys(t *testing.T) {
	seen := map[key]string{}
	for typ := range network.TypeIndex(3) {
		for a := range network.ItemIndex(3) {
			for n := 1; n < 4; n++ {
				load := Load{{Type: a, Count: n}}
				for kinds := 1; kinds <= keyKinds+1; kinds++ {
					k, what := keyOf(typ, load), fmt.Sprint(typ, load)
					if alone := k.second&shared == 0; alone != (kinds <= keyKinds) {
						t.Errorf("%s: told by its key alone: %v", what, alone)
					}
					if other, known := seen[k]; known {
						t.Errorf("%s has the key of %s", what, other)
					}
					seen[k] = what
					load = append(load, network.ItemCount{Type: a + network.ItemIndex(kinds), Count: 1})
				}
			}
		}
	}
	for _, load := range []Load{{{Type: inByte, Count: 1}}, {{Type: 0, Count: inByte}}} {
		if keyOf(0, load).second&shared == 0 {
			t.Errorf("%v is told by its key alone", load)
		}
	}
}
