package gen_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"sortie"
	"sortie/internal/gen"
)

func TestLargeHasTheSizeAskedFor(t *testing.T) {
	for _, size := range []struct{ people, vehicles, places, lifts int }{
		{200_000, 20_000, 60, 500},
		{20_000, 2_000, 15, 50},
		{2_000, 200, 10, 5},
		{400, 40, 10, 5},
	} {
		m := gen.Large(1, size.people)
		people, vehicles, lifts := 0, 0, 0
		for _, u := range m.Units {
			people += u.People
			for _, n := range u.Equipment {
				vehicles += n
			}
		}
		for _, f := range m.Fleets {
			lifts += f.Count
		}
		if people != size.people || vehicles != size.vehicles || len(m.Places) != size.places || lifts != size.lifts {
			t.Errorf("Large(%d): %d people, %d vehicles, %d places, %d lifts, want %+v",
				size.people, people, vehicles, len(m.Places), lifts, size)
		}
	}
}

// Every unit needs a way: a road to an airport, an aircraft type that reaches
// its nation's, a bus there.
func TestLargeGivesEveryNationLifts(t *testing.T) {
	for _, people := range []int{400, 2_000, 20_000, 50_000, 200_000} {
		for seed := range uint64(20) {
			m := gen.Large(seed, people)
			buses := map[string]int{}
			for _, f := range m.Fleets {
				if f.Type == "bus" {
					buses[f.Base] += f.Count
				}
			}
			for _, p := range m.Places {
				if strings.HasPrefix(p.ID, "airport-") && p.Country != m.Host && buses[p.ID] == 0 {
					t.Fatalf("Large(%d, %d): no bus at %s", seed, people, p.ID)
				}
			}
			roads := map[string]bool{}
			for _, l := range m.Links {
				if l.Mode == sortie.Road {
					roads[l.Between[0]], roads[l.Between[1]] = true, true
				}
			}
			for _, u := range m.Units {
				if !roads[u.At] || !roads[u.To] {
					t.Fatalf("Large(%d, %d): no road at %s or %s", seed, people, u.At, u.To)
				}
			}
		}
	}
}

func TestLargeIsTheSameForTheSameSeed(t *testing.T) {
	if encode(t, gen.Large(7, 5_000)) != encode(t, gen.Large(7, 5_000)) {
		t.Error("two missions from one seed")
	}
	if encode(t, gen.Large(7, 5_000)) == encode(t, gen.Large(8, 5_000)) {
		t.Error("one mission from two seeds")
	}
}

func TestFromUnitsWritesAForceList(t *testing.T) {
	mission, units := gen.FromUnits(100)
	if !strings.Contains(string(mission), "units: {csv: units.csv}") {
		t.Error("the mission does not name its force list")
	}
	rows, err := csv.NewReader(strings.NewReader(string(units))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 101 {
		t.Errorf("%d rows, want a header and 100 units", len(rows))
	}
}

func BenchmarkLarge(b *testing.B) {
	for b.Loop() {
		gen.Large(1, 200_000)
	}
}
