package repair_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	jsonpatch "github.com/evanphx/json-patch/v5"

	"sortie"
	"sortie/check"
	"sortie/internal/gen"
	"sortie/internal/handcases"
	"sortie/internal/lang"
	"sortie/missionfile"
	"sortie/network"
	"sortie/repair"
	"sortie/solve"
)

// mended is what hand-worked missions whose name says what is short come to with
// the repairs that they have: key, value before and after, and the new closure.
var mended = map[string][]string{
	"one-shuttle":                        {"lift fleets[0].count 1→2 01T07:45 4 h 45 min sooner"},
	"one-stand":                          {"stand places[0].handles.air.parking_mog 1→2 01T04:30 2 h sooner"},
	"large-aircraft-takes-two-stands":    {"stand places[0].handles.air.parking_mog 3→5 01T03:30 1 h sooner"}, // one takes two
	"one-loading-team":                   {"team places[0].handles.air.working_mog 1→2 01T02:50 40 min sooner"},
	"people-per-day":                     {"people_per_day operation.drawdown.people_per_day 100→130 02T02:00 1 d sooner"}, // 250 people in two days
	"guard-until-handover":               {"task tasks[0].until 01T12:00→01T06:00 01T08:00 6 h sooner"},                    // half its time at most
	"floor-counts-those-on-the-road":     {"floor operation.drawdown.floor[0].until 01T12:00→01T06:00 01T08:00 6 h sooner"},
	"one-guard-for-two-tasks":            {"task tasks[0].until 01T12:00→01T06:00 task tasks[1].until 01T12:00→01T06:00 01T08:00 6 h sooner"}, // neither helps alone
	"fog-until-noon":                     {"reopens places[0].closed[0] 01T12:00→ 01T02:00 11 h 30 min sooner"},
	"slip-in-before-the-fog":             {"reopens places[0].closed[0].to 01T12:00→01T06:00 01T08:00 5 h 30 min sooner"}, // no more than it takes
	"gate-opens-at-eight":                {"opens places[1].open[0] 08:00-18:00→06:00-18:00 01T06:30 2 h sooner"},
	"four-hours-a-day":                   {"hours_per_day fleets[0].hours_per_day 4→6 01T08:00 18 h sooner", "lift fleets[0].count 1→2 01T05:00 21 h sooner"},
	"permission-opens-tomorrow":          {"clearance clearances[0].from 02T00:00→01T00:00 01T02:00 23 h 30 min sooner"},
	"positioning-needs-permission-too":   {"clearance clearances[0].from 01T06:00→01T00:00 01T02:00 6 h sooner"},
	"one-window-after-the-other":         {"available fleets[1].from 01T04:00→01T00:00 01T02:00 4 h sooner"},
	"neighbour-tows-the-third-trailer":   {"release units[1].ready 01T03:00→01T00:00 01T03:30 3 h sooner"},
	"deadline-cannot-be-met":             {"lift fleets[0].count 1→2 01T02:00 3 h sooner", "deadline operation.deadline 01T03:00→01T05:00 01T05:00"},
	"by-road-alone":                      nil, // the journey itself
	"crane-is-too-tall":                  nil, // no change of what there is takes it
	"forty-first-vehicle":                nil, // the distance between convoys is a rule of safety
	"together-to-the-minute":             nil,
	"stop-carries-more":                  nil,
	"half-may-go-half-is-relieved":       nil,
	"driver-from-the-neighbour":          nil,
	"nothing-fits":                       nil,
	"permission-for-another-nation":      {"lift fleets[0].count 1→2 01T05:00 3 h sooner"},
	"together-waits-for-the-fog":         {"lift fleets[0].count 1→2 01T13:30 3 h sooner", "reopens places[1].closed[0] 01T10:00→ 01T08:00 8 h 30 min sooner"},
	"ready-later-goes-later":             {"lift fleets[0].count 1→2 release units[0].ready 01T03:00→01T00:00 01T02:00 3 h sooner"},
	"open-hours-past-midnight":           {"opens places[0].open[0] 22:00-02:00→20:00-02:00 02T00:30 2 h sooner", "lift fleets[0].count 1→2 01T23:30 3 h sooner"},
	"mixed-load-keeps-the-first-in-time": {"lift fleets[0].count 1→2 01T02:00 3 h sooner", "deadline operation.deadline 01T03:00→01T05:00 01T05:00"},
}

func TestHandWorkedMissionsAreMended(t *testing.T) {
	cases, err := handcases.Load(os.DirFS("../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, c := range cases {
		want, known := mended[c.Name]
		m := missionfile.Parse(c.Name, c.Mission, nil).Mission
		p, _ := missionfile.ReadPlan(c.Name, c.Plan)
		if m == nil || p == nil {
			continue
		}
		r := find(t, m, p, 100)
		if !r.Done || r.Tried != r.Of {
			t.Errorf("%s: tried %d of %d", c.Name, r.Tried, r.Of)
		}
		sound(t, c.Name, m, r)
		if !known {
			continue
		}
		seen++
		var got []string
		for _, found := range r.Repairs {
			got = append(got, told(found))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", c.Name, got, want)
		}
	}
	if seen != len(mended) {
		t.Errorf("%d missions of %d are there", seen, len(mended))
	}
}

func find(t *testing.T, m *sortie.Mission, p *sortie.Plan, iterations int) *repair.Report {
	t.Helper()
	r, err := repair.Find(t.Context(), m, p, repair.Options{Seed: 1, Iterations: iterations})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told is a repair in short: its changes, times without month and zone, and what it
// brings.
func told(r repair.Repair) string {
	short := func(s string) string {
		if len(s) > 16 && s[4] == '-' {
			return s[8:16]
		}
		return s
	}
	out := ""
	for _, c := range r.Changes {
		out += fmt.Sprintf("%s %s %s→%s ", c.Kind, c.Path, short(c.From), short(c.To))
	}
	out += r.Closure.Format("02T15:04")
	if r.Gained > 0 {
		out += " " + lang.EN.Minutes(r.Gained) + " sooner"
	}
	return out
}

// sound holds what is said of each repair against the mission: the patch makes a
// mission that has the new value, sentences are filled in, and it helps.
func sound(t *testing.T, name string, m *sortie.Mission, r *repair.Report) {
	t.Helper()
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lang.All {
		r.Word(m, l)
		for _, found := range r.Repairs {
			if found.Says == "" || strings.Contains(found.Says, "%!") {
				t.Errorf("%s: %q", name, found.Says)
			}
		}
	}
	for _, found := range r.Repairs {
		patched, err := jsonpatch.MergePatch(text, found.Patch)
		if err != nil {
			t.Fatal(name, err)
		}
		f := missionfile.Parse("mission.json", patched, nil)
		if f.Failed() {
			t.Errorf("%s: with %s the mission has errors: %s", name, found.Changes[0].Path, f.Render("en"))
			continue
		}
		if again, err := missionfile.MarshalMission(f.Mission); err != nil || string(again) == string(text) {
			t.Errorf("%s: the patch of %s changes nothing: %v", name, found.Changes[0].Path, err)
		}
		sum := func(c sortie.Counts) int { return c.People + c.Items }
		if left, late := sum(found.Undelivered)-sum(r.Base.Undelivered), sum(found.Late)-sum(r.Base.Late); left > 0 || left == 0 && (late > 0 || late == 0 && found.Gained < 10) {
			t.Errorf("%s: %s does not help: %+v, before %+v", name, found.Changes[0].Path, found.Outcome, r.Base)
		}
		if found.Bound != nil && found.Closure.Before(*found.Bound) {
			t.Errorf("%s: %s closes on %s, before its bound %s", name, found.Changes[0].Path, found.Closure, found.Bound)
		}
	}
}

// A lift that is there for one load of three leaves two behind: it could stay, or not be
// alone; and a task that never ends keeps its people.
func TestWhatIsLeftBehindIsDelivered(t *testing.T) {
	text, err := os.ReadFile("../testdata/hand/one-shuttle.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name   string
		change func(*sortie.Mission)
		want   []string
		says   string
	}{
		{
			"window", func(m *sortie.Mission) { m.Fleets[0].Until = m.Operation.Start.Add(4 * time.Hour) },
			[]string{"stays fleets[0].until 01T04:00→02T04:00 01T12:30", "lift fleets[0].count 1→2 01T03:00"},
			"The fleet f stays 1 d longer, until Wed 2 Mar 2022 04:00 UTC instead of Tue 1 Mar 2022 04:00 UTC: closes on Tue 1 Mar 2022 12:30 UTC, and delivers 100 people more.",
		},
		{
			"task", func(m *sortie.Mission) {
				m.Tasks = []sortie.Task{{ID: "guard", Name: "Gate", At: m.Units[0].At, People: 50}}
			},
			[]string{"task tasks[0].until →02T00:00 02T03:00", "lift fleets[0].count 1→2 01T03:00 4 h 45 min sooner"},
			"The task Gate, which has no end, ends on Wed 2 Mar 2022 00:00 UTC: closes on Wed 2 Mar 2022 03:00 UTC, and delivers 50 people more.",
		},
	} {
		m := missionfile.Parse("one-shuttle.yaml", text, nil).Mission
		tc.change(m)
		r := find(t, m, &sortie.Plan{}, 50)
		sound(t, tc.name, m, r)
		var got []string
		for _, found := range r.Repairs {
			got = append(got, told(found))
		}
		if !slices.Equal(got, tc.want) {
			t.Fatalf("%s: %q, not %q", tc.name, got, tc.want)
		}
		if r.Word(m, lang.EN); r.Repairs[0].Says != tc.says {
			t.Errorf("%q, not %q", r.Repairs[0].Says, tc.says)
		}
	}
}

// Small missions that use every rule, with plans of theirs: what is found is sound, the
// same each time, and at least now and then there is something.
func TestRepairsOfGeneratedMissions(t *testing.T) {
	some, left := 0, 0
	for seed := range uint64(48) {
		m := gen.Small(rand.New(rand.NewPCG(seed, 7)))
		n, err := network.Compile(m)
		if err != nil {
			t.Fatal(err)
		}
		planned, err := solve.Plan(t.Context(), n, solve.Options{Seed: seed, Iterations: 20})
		if err != nil {
			t.Fatal(err)
		}
		p := planned.Plan
		p.Verdict = check.Plan(m, p).Verdict
		r := find(t, m, p, 20)
		sound(t, fmt.Sprint("seed ", seed), m, r)
		if len(r.Repairs) > 0 {
			some++
			if r.Base.Undelivered != (sortie.Counts{}) {
				left++
			}
		}
		if seed%12 == 0 {
			a, errA := json.Marshal(r)
			again := find(t, m, p, 20)
			sound(t, "again", m, again)
			b, errB := json.Marshal(again)
			if string(a) != string(b) || errA != nil || errB != nil {
				t.Errorf("seed %d: twice the same question, two answers", seed)
			}
		}
	}
	if some < 30 || left < 5 {
		t.Errorf("%d missions of 48 have repairs, %d of them with something left behind", some, left)
	}
}

// What holds plans of the withdrawal from Kazakhstan are tasks that end in one hour; of
// the deployment, teams. Which of them it is changes with the best known plan; that it
// helps is proven.
func TestRealMissionsAreMended(t *testing.T) {
	for name, kind := range map[string]repair.Kind{
		"kazakhstan-2022":            repair.Task,
		"kazakhstan-2022-deployment": repair.Team,
	} {
		m, p := bestKnown(t, name)
		r := find(t, m, p, 0)
		sound(t, name, m, r)
		if len(r.Repairs) == 0 {
			t.Errorf("%s: nothing mends it", name)
		}
		for _, found := range r.Repairs {
			if !found.Proven || found.Gained <= 0 {
				t.Errorf("%s: %s", name, found.Says)
			}
			for _, c := range found.Changes {
				if c.Kind != kind {
					t.Errorf("%s: %s", name, found.Says)
				}
			}
		}
	}
}

// Whoever stops has what was found until then, and asks for leave before each step.
func TestFindEndsWithItsContext(t *testing.T) {
	m, p := bestKnown(t, "kazakhstan-2022")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	turns, open := 0, 0
	r, err := repair.Find(ctx, m, p, repair.Options{Seed: 1, Iterations: 50, Turn: func(context.Context) (func(), error) {
		turns++
		open++
		return func() { open-- }, nil
	}, Progress: func(r *repair.Report) {
		if r.Tried == 1 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) || r == nil || r.Done || r.Tried != 1 || turns < 2 || open != 0 {
		t.Errorf("%v, %+v, %d turns, %d of them open", err, r, turns, open)
	}
	refused := errors.New("not now")
	if _, err := repair.Find(t.Context(), m, p, repair.Options{Turn: func(context.Context) (func(), error) { return nil, refused }}); !errors.Is(err, refused) {
		t.Error(err)
	}
}

// A plan that breaks rules, or is of something else, has no repairs that do not help.
func TestForeignPlansDoNotPanic(t *testing.T) {
	m, p := bestKnown(t, "kazakhstan-2022")
	for i := range p.Movements {
		p.Movements[i].Load = p.Movements[i].Load.AddDate(0, 0, -i%3)
		p.Movements[i].To, p.Movements[i].From = p.Movements[i].From, p.Movements[i].To
	}
	sound(t, "turned round", m, find(t, m, p, 20))
	sound(t, "empty", m, find(t, m, &sortie.Plan{}, 20))
	other, _ := bestKnown(t, "kazakhstan-2022-deployment")
	sound(t, "another mission's", other, find(t, other, p, 20))
}

// bestKnown is a mission of the repository with its best known plan.
func bestKnown(t testing.TB, name string) (*sortie.Mission, *sortie.Plan) {
	t.Helper()
	f, err := missionfile.Read("../missions/" + name)
	if err != nil || f.Failed() {
		t.Fatal(err, f.Render("en"))
	}
	packed, err := os.Open("../bench/plans/" + name + ".json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	p, found := missionfile.ReadPlan(name, text)
	if p == nil {
		t.Fatal(found)
	}
	return f.Mission, p
}
