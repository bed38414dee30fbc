package instances

import (
	"reflect"
	"testing"

	"sortie"
)

func TestTheSetHasTenFamiliesAndItsNamesDiffer(t *testing.T) {
	seen, generated := map[string]bool{}, 0
	for _, in := range All() {
		if seen[in.Name] {
			t.Errorf("two instances are called %s", in.Name)
		}
		seen[in.Name] = true
		if in.Family != "real" && in.Family != "scale" {
			generated++
			if m := in.Make(); m.ID != in.Name {
				t.Errorf("%s: its mission is called %s", in.Name, m.ID)
			}
		}
	}
	if len(Families) != 10 || generated < 60 {
		t.Errorf("%d families, %d generated instances", len(Families), generated)
	}
}

func TestAnInstanceIsTheSameEachTime(t *testing.T) {
	for _, f := range Families {
		for i := range sizes {
			if !reflect.DeepEqual(f.mission(i), f.mission(i)) {
				t.Errorf("%s-%d: two missions", f.Name, i+1)
			}
		}
	}
}

func TestTheSetHasBothDirections(t *testing.T) {
	for _, f := range Families {
		kinds := map[sortie.OperationKind]int{}
		for i := range sizes {
			kinds[f.mission(i).Operation.Kind]++
		}
		if kinds[sortie.Withdrawal] == 0 || len(kinds) < 2 {
			t.Errorf("%s: %v", f.Name, kinds)
		}
	}
}
