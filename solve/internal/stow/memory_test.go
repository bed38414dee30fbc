package stow

import (
	"testing"

	"sortie/network"
)

// TestLoadsOfOneHash: loads that have the same hash, which whoever writes a
// mission can bring about, are told apart.
func TestLoadsOfOneHash(t *testing.T) {
	const hash = 7
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
