package network

import (
	"math/rand"
	"testing"

	"sortie"
)

// What is worked out of units that stand together, once for all of them, is what
// each finds that looks at all the others.
func TestMotorsAreThoseOfEveryNeighbour(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	drive, stay := 0, 0
	for range 300 {
		n := &Network{Items: []ItemType{
			{&sortie.EquipmentType{Drives: true, Seats: 2}, 1}, {&sortie.EquipmentType{Drives: true}, 0},
			{&sortie.EquipmentType{Towed: true}, None}, {&sortie.EquipmentType{}, None},
		}}
		for range 1 + r.Intn(6) {
			u := Unit{Nation: NationIndex(r.Intn(2)), At: PlaceIndex(r.Intn(2)), People: r.Intn(2)}
			u.modes[Road] = r.Intn(3) > 0
			for it := range n.Items {
				if r.Intn(3) == 0 {
					u.Items = append(u.Items, ItemCount{ItemIndex(it), 1 + r.Intn(2)})
				}
			}
			n.Units = append(n.Units, u)
		}
		n.motors = n.motorsOf()
		for i := range n.Units {
			u := &n.Units[i]
			drives, speed := driven(n, u)
			if got := n.motors[stand{u.Nation, u.At}]; got.drives != drives || got.speed != speed {
				t.Fatalf("unit %d of %+v: %+v, not %v at %d", i, n.Units, got, drives, speed)
			}
			if drives {
				drive++
			} else {
				stay++
			}
		}
	}
	if drive < 100 || stay < 100 {
		t.Errorf("%d drive and %d do not", drive, stay)
	}
}

// driven is whether units that stand with one have a driver, a vehicle and a
// seat, and the speed of the first that has vehicles.
func driven(n *Network, u *Unit) (bool, int) {
	people, seats, speed := 0, 0, None
	for _, v := range n.Units {
		if v.Nation != u.Nation || v.At != u.At {
			continue
		}
		if speed == None {
			speed = n.SpeedOf(v.Items)
		}
		if !v.modes[Road] {
			continue
		}
		people += v.People
		for _, it := range v.Items {
			if n.Items[it.Type].Drives {
				seats += it.Count * n.Items[it.Type].Seats
			}
		}
	}
	return people > 0 && seats > 0, speed
}
