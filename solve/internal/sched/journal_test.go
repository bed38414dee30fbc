package sched_test

import (
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"sortie"
	"sortie/internal/gen"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
	"sortie/solve/internal/search"
)

// TestKnownAsFoundAnew changes orders at random and schedules each twice: with
// what is known of the order that it was made from, and by a decoder that
// knows nothing. The schedules, and everything entered on the way to them, must
// not differ in anything, also where a run gives up.
func TestKnownAsFoundAnew(t *testing.T) {
	missions := 400
	if testing.Short() {
		missions = 80
	}
	var sum tally
	for seed := range missions {
		sum.add(knownAsFoundAnew(t, gen.Small(rand.New(rand.NewPCG(uint64(seed), 13))), uint64(seed), 15))
	}
	if sum.runs < 10*missions {
		t.Errorf("%d runs of %d missions", sum.runs, missions)
	}
	if 4*sum.known < sum.calls || sum.known == sum.calls {
		t.Errorf("of %d calls %d were known", sum.calls, sum.known)
	}
	if sum.given == 0 || sum.rounds == 0 {
		t.Errorf("%d runs gave up, %d had several rounds", sum.given, sum.rounds)
	}
}

// TestKnownAsFoundAnewInReality is the same with the missions of the repository.
func TestKnownAsFoundAnewInReality(t *testing.T) {
	files, err := filepath.Glob("../../../missions/*/mission.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no missions", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			f, err := missionfile.Read(filepath.Dir(file))
			if err != nil || f.Failed() {
				t.Fatal(err)
			}
			if sum := knownAsFoundAnew(t, f.Mission, 1, 60); sum.known == 0 {
				t.Errorf("of %d calls none was known", sum.calls)
			}
		})
	}
}

// tally is what runs came to.
type tally struct{ runs, given, rounds, known, calls int }

func (s *tally) add(o tally) {
	s.runs, s.given, s.rounds, s.known, s.calls = s.runs+o.runs, s.given+o.given, s.rounds+o.rounds, s.known+o.known, s.calls+o.calls
}

func knownAsFoundAnew(t *testing.T, m *sortie.Mission, seed uint64, runs int) (sum tally) {
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(seed, err)
	}
	var stop atomic.Bool
	p := haul.NewProblem(n)
	first := search.NewWorker(p, seed, 0, &stop).Construct(1, func(*search.Solution) {})
	if len(first.Order) == 0 {
		return sum
	}
	r := rand.New(rand.NewPCG(seed, 17))
	maker := haul.NewMaker(p)
	knows := sched.NewDecoder(p, &stop)
	order := first.Order
	for range runs {
		next := changed(order, maker, r)
		anew := sched.NewDecoder(p, &stop)
		knows.Limit, knows.LimitTardiness = network.Never, math.MaxInt
		if r.IntN(4) == 0 {
			knows.Limit = first.Schedule.Score.Closure - network.Minute(r.IntN(600))
			knows.LimitTardiness = first.Schedule.Score.Tardiness
		}
		anew.Limit, anew.LimitTardiness = knows.Limit, knows.LimitTardiness
		got, want := knows.Run(next), anew.Run(next)
		if (got == nil) != (want == nil) {
			t.Fatalf("mission %d: one run gave up, and the other did not", seed)
		}
		if got, want := knows.Books(), anew.Books(); got != want {
			t.Fatalf("mission %d: what is entered differs: %s", seed, parting(got, want))
		}
		known, calls := knows.Known()
		sum.add(tally{1, asInt(got == nil), asInt(knows.Rounds() > 1), known, calls})
		if got != nil && r.IntN(3) == 0 {
			order = next
			knows.Keep()
		}
	}
	return sum
}

// parting is where two texts part.
func parting(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-200):min(len(s), i+100)] }
	return around(a) + "\n" + around(b)
}

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// changed is the order with something else about one haul or a few.
func changed(order []*haul.Haul, m *haul.Maker, r *rand.Rand) []*haul.Haul {
	out := slices.Clone(order)
	i, j := r.IntN(len(out)), r.IntN(len(out))
	h := out[i]
	switch r.IntN(11) {
	case 0:
		out[i], out[j] = out[j], out[i]
	case 1:
		out = slices.Insert(slices.Delete(out, i, i+1), j, h)
	case 2:
		out[i] = h.Delayed(m.P.N.Start + network.Minute(r.IntN(5000)))
	case 3:
		out[i] = h.With(func(h *haul.Haul) { h.Thrifty = !h.Thrifty })
	case 4:
		out[i] = h.With(func(h *haul.Haul) { h.Stays = !h.Stays })
	case 5:
		out[i] = h.With(func(h *haul.Haul) { h.Rested = !h.Rested })
	case 6:
		out[i] = h.With(func(h *haul.Haul) { h.Straight = !h.Straight })
	case 7: // something is missing, and what it carries waits in vain further on
		if len(out) > 1 {
			out = slices.Delete(out, i, i+1)
		}
	case 8:
		slices.Reverse(out[i:])
	case 9:
		var a, b []haul.Part
		for _, p := range h.Parts {
			n := r.IntN(p.N + 1)
			a, b = append(a, haul.Part{Unit: p.Unit, Kind: p.Kind, N: n}), append(b, haul.Part{Unit: p.Unit, Kind: p.Kind, N: p.N - n})
		}
		if first, second := m.Make(h.Hop, a, network.None), m.Make(h.Hop, b, network.None); first != nil && second != nil {
			out[i] = first
			out = slices.Insert(out, j, second)
		}
	}
	return out // in one case of eleven as it was
}
