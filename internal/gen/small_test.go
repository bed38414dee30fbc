package gen_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sortie"
	"sortie/internal/gen"
)

const seeds = 2000

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

func TestSmallMissionsUseEveryFeatureOfTheContract(t *testing.T) {
	counts := map[string]int{}
	for seed := range uint64(seeds) {
		m := gen.Small(seeded(seed))
		for name, uses := range features {
			if uses(m) {
				counts[name]++
			}
		}
	}
	for name := range features {
		if counts[name] < 20 {
			t.Errorf("%s: %d of %d missions, want 20 or more", name, counts[name], seeds)
		}
	}
}

func TestSmallMissionsAreSmall(t *testing.T) {
	for seed := range uint64(seeds) {
		m := gen.Small(seeded(seed))
		for what, n := range map[string][3]int{
			"units":  {len(m.Units), 1, 4},
			"places": {len(m.Places), 2, 6},
			"fleets": {len(m.Fleets), 1, 4},
		} {
			if n[0] < n[1] || n[0] > n[2] {
				t.Fatalf("seed %d: %d %s, want %d to %d", seed, n[0], what, n[1], n[2])
			}
		}
		if !slices.ContainsFunc(m.Units, func(u sortie.Unit) bool { return u.To != "" }) {
			t.Fatalf("seed %d: nothing moves", seed)
		}
	}
}

func TestSmallIsTheSameForTheSameSeed(t *testing.T) {
	for seed := range uint64(50) {
		a, b := encode(t, gen.Small(seeded(seed))), encode(t, gen.Small(seeded(seed)))
		if a != b {
			t.Fatalf("seed %d: two missions:\n%s\n%s", seed, a, b)
		}
	}
}

func TestDrawMakesMissionsForRapid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if m := gen.Draw(t); len(m.Units) == 0 || len(m.Places) < 2 {
			t.Fatalf("not a mission: %d units, %d places", len(m.Units), len(m.Places))
		}
	})
}

// Zero bits are what rapid shrinks towards.
func TestTheLeastDrawIsThePlainestMission(t *testing.T) {
	rapid.MakeFuzz(func(t *rapid.T) {
		m := gen.Draw(t)
		if len(m.Units) != 1 || len(m.Places) != 2 || len(m.Fleets) != 1 || len(m.Tasks)+len(m.Clearances) > 0 || m.Timezone != "UTC" {
			t.Fatalf("not the plainest mission: %+v", m)
		}
	})(t, make([]byte, 1<<14))
}

func encode(t *testing.T, m *sortie.Mission) string {
	t.Helper()
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
