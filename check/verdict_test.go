package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/lang"
)

func TestVerdict(t *testing.T) {
	for _, e := range []struct {
		name  string
		build func(s *scene)
		want  string // feasible, closure, margin, late, undelivered, tardiness, hours, sorties
	}{
		{"nothing moves", func(s *scene) {},
			// Undelivered units count to the deadline, which is when they are due.
			"false - - late {0 0} left {100 36} tardy 0 hours 0 sorties 0 cost 0"},
		{"nothing moves and one was due an hour before", func(s *scene) { s.v().Due = clock("239:00") },
			"false - - late {0 0} left {100 36} tardy 300 hours 0 sorties 0 cost 0"},
		{"all on time, a minute before due and at the deadline", func(s *scene) {
			s.u().Equipment, s.v().Equipment = nil, nil
			s.Operation.Deadline, s.v().Due = clock("04:20"), clock("02:20")
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/2", "a", "c", "03:00", who("u", 50))
		}, "true 04:20 0 late {0 0} left {0 0} tardy 0 hours 2 sorties 2 cost 20"},
		{"late by a minute", func(s *scene) {
			s.u().Equipment, s.v().Equipment = nil, nil
			s.Operation.Deadline = clock("04:19")
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/2", "a", "c", "03:00", who("u", 50))
		}, "false 04:20 -1 late {50 0} left {0 0} tardy 3 hours 2 sorties 2 cost 20"},
		{"part is late", func(s *scene) {
			s.u().Equipment, s.v().Equipment = map[string]int{"box": 2}, nil
			s.Operation.Deadline = clock("04:00")
			s.move("plane/1", "a", "c", "01:00", vehicles("u", 20, "box"))
			s.move("plane/2", "a", "c", "03:00", vehicles("u", 30, "box"))
			s.move("plane/3", "a", "b", "01:00", who("v", 50))
		}, "false 04:20 -20 late {30 1} left {0 0} tardy 60 hours 3 sorties 3 cost 30"},
		{"one for the first place of the list", func(s *scene) { s.u().At, s.u().To, s.v().To = "c", "a", "" },
			"false - - late {0 0} left {50 27} tardy 0 hours 0 sorties 0 cost 0"},
		{"past due, weighed by priority", func(s *scene) {
			s.u().Equipment, s.v().Equipment = nil, nil
			s.u().Due, s.v().Due = clock("02:00"), clock("02:00")
			s.move("plane/1", "a", "b", "01:00", who("v", 50)) // 20 min × 5
			s.move("plane/2", "a", "c", "03:00", who("u", 50)) // 140 min × 3
		}, "true 04:20 14140 late {0 0} left {0 0} tardy 520 hours 2 sorties 2 cost 20"},
		{"wholly delivered late weighs its own last unloading, partly at least the deadline", func(s *scene) {
			s.u().Equipment, s.v().Equipment = nil, nil
			s.Operation.Deadline = clock("03:00")
			s.u().Due, s.v().Due = clock("02:00"), clock("02:00")
			s.move("plane/1", "a", "b", "01:00", who("v", 49)) // left: 60 min × 5
			s.move("plane/2", "a", "c", "03:00", who("u", 50)) // 140 min × 3
		}, "false 04:20 -80 late {50 0} left {1 0} tardy 720 hours 2 sorties 2 cost 20"},
		{"what leaves again is not delivered", func(s *scene) {
			s.u().Equipment, s.v().Equipment = nil, nil
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/1", "b", "c", "02:50", who("v", 10))
		}, "false 02:20 14260 late {0 0} left {60 0} tardy 0 hours 2 sorties 2 cost 20"},
		{"all leaves again, so nothing closes", func(s *scene) {
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/1", "b", "c", "02:50", who("v", 50))
		}, "false - - late {0 0} left {100 36} tardy 0 hours 2 sorties 2 cost 20"},
		{"back after the deadline is late", func(s *scene) {
			s.u().To, s.v().Equipment = "", nil
			s.Operation.Deadline = clock("03:00")
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/1", "b", "c", "03:30", who("v", 10))
			s.move("plane/1", "c", "b", "05:20", who("v", 10))
		}, "false 06:40 -220 late {10 0} left {0 0} tardy 1100 hours 3 sorties 3 cost 30"},
		{"a unit that stays asks nothing", func(s *scene) { s.u().To, s.v().To = "", "" },
			"true - - late {0 0} left {0 0} tardy 0 hours 0 sorties 0 cost 0"},
		{"stops and convoys are no lift hours, positioning is no sortie", func(s *scene) {
			s.move("plane/1", "a", "c", "-5:00")
			s.via(s.move("plane/1", "c", "a", "-2:00"), "b", time.Hour)
			s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
			s.move("bus/1", "a", "c", "01:00", who("u", 1))
		}, "false 02:20 14260 late {0 0} left {98 35} tardy 0 hours 4 sorties 1 cost 30"},
		{"a broken rule makes it infeasible", func(s *scene) {
			s.u().To, s.v().Equipment = "", nil
			s.planes().Count = 0
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
		}, "false 02:20 14260 late {0 0} left {0 0} tardy 0 hours 1 sorties 1 cost 10"},
		{"at its destination from the beginning", func(s *scene) { s.u().To, s.v().To = "a", "a" },
			"true - - late {0 0} left {0 0} tardy 0 hours 0 sorties 0 cost 0"},
	} {
		t.Run(e.name, func(t *testing.T) {
			s := newScene()
			e.build(s)
			v := s.check().Verdict
			closure, margin := "-", "-"
			if v.Closure != nil {
				d := v.Closure.Sub(clock("00:00"))
				closure = fmt.Sprintf("%02d:%02d", int(d.Hours()), int(d.Minutes())%60)
				margin = fmt.Sprint(*v.MarginMinutes)
			}
			got := fmt.Sprint(v.Feasible, " ", closure, " ", margin, " late ", v.Late, " left ", v.Undelivered,
				" tardy ", v.Tardiness, " hours ", v.LiftHours, " sorties ", v.Sorties, " cost ", v.Cost)
			if got != e.want {
				t.Errorf("got  %s\nwant %s", got, e.want)
			}
			if !v.Deadline.Equal(s.Operation.Deadline) || v.Bound != nil || v.LeftBehind != nil {
				t.Errorf("deadline %v, bound %v, left behind %v", v.Deadline, v.Bound, v.LeftBehind)
			}
		})
	}
}

func TestDifferences(t *testing.T) {
	says := func(s *scene) {
		s.u().To, s.v().Equipment = "", nil
		s.move("plane/1", "a", "b", "01:00", who("v", 50))
		closure, margin := clock("02:20"), 14260
		s.plan.Verdict = sortie.Verdict{Feasible: true, Deadline: s.Operation.Deadline, Closure: &closure,
			MarginMinutes: &margin, LiftHours: 1, Sorties: 1, Cost: 10}
	}
	for _, e := range []struct {
		name  string
		alter func(s *scene)
		want  []string
	}{
		{"all true", func(s *scene) {}, nil},
		{"rounded", func(s *scene) {
			s.plan.Verdict.LiftHours, s.plan.Verdict.Cost = 1.04, 10.4
			s.plan.Movements[0].KM = 602.9
		}, nil},
		{"the same instant in another zone", func(s *scene) {
			closure := s.plan.Verdict.Closure.In(time.FixedZone("", 3600))
			s.plan.Verdict.Closure = &closure
		}, nil},
		{"feasible though it is not", func(s *scene) { s.v().People++ },
			[]string{"verdict.feasible: true, false", "verdict.undelivered.people: 0, 1"}},
		{"another closure", func(s *scene) { closure := clock("01:00"); s.plan.Verdict.Closure = &closure },
			[]string{"verdict.closure: 2022-01-11T01:00:00Z, 2022-01-11T02:20:00Z"}},
		{"no closure", func(s *scene) { s.plan.Verdict.Closure, s.plan.Verdict.MarginMinutes = nil, nil },
			[]string{"verdict.closure: null, 2022-01-11T02:20:00Z", "verdict.margin_minutes: null, 14260"}},
		{"figures", func(s *scene) {
			v := &s.plan.Verdict
			v.Late, v.Undelivered = sortie.Counts{People: 1, Items: 2}, sortie.Counts{Items: 3}
			v.Tardiness, v.LiftHours, v.Sorties, v.Cost = 4, 5, 6, 7
		}, []string{"verdict.late.people: 1, 0", "verdict.late.items: 2, 0", "verdict.undelivered.items: 3, 0",
			"verdict.tardiness: 4, 0", "verdict.lift_hours: 5, 1", "verdict.sorties: 6, 1", "verdict.cost: 7, 10"}},
		{"another deadline", func(s *scene) { s.plan.Verdict.Deadline = clock("00:00") },
			[]string{"verdict.deadline: 2022-01-11T00:00:00Z, 2022-01-21T00:00:00Z"}},
		{"farther", func(s *scene) { s.plan.Movements[0].KM = 604 }, []string{"movements[0].km: 604, 600"}},
		{"a distance that nobody knows", func(s *scene) {
			s.Links[0].KM, s.Links[0].Minutes = 0, ptr(60.0)
			s.plan.Movements[0].KM = 1234
		}, nil},
		{"left behind that is not", func(s *scene) {
			s.plan.Verdict.LeftBehind = []sortie.Left{{Unit: "v", Counts: sortie.Counts{People: 1}}, {Unit: "x", Counts: sortie.Counts{Items: 1}}}
		}, []string{`verdict.left_behind["v"]: 1 person, 0 items, 0 people, 0 items`, `verdict.left_behind["x"]: 0 people, 1 item, no such unit`}},
	} {
		t.Run(e.name, func(t *testing.T) {
			s := newScene()
			says(s)
			e.alter(s)
			var got []string
			for _, d := range s.check().Differences {
				got = append(got, d.Field+": "+d.Says.String()+", "+d.Is.String())
				if fr := d.Says.In(lang.FR) + d.Is.In(lang.FR); fr == "" || strings.Contains(fr, "people") || strings.Contains(fr, "such") {
					t.Errorf("%s in French: %q, %q", d.Field, d.Says.In(lang.FR), d.Is.In(lang.FR))
				}
			}
			if !slices.Equal(got, e.want) {
				t.Errorf("got  %q\nwant %q", got, e.want)
			}
		})
	}
	s := newScene()
	says(s)
	s.check()
	s.ID = "other"
	s.plan.Mission = "scene"
	if d := s.checkAsIs().Differences; len(d) != 1 || d[0].Field != "mission" {
		t.Errorf("a plan of another mission: %v", d)
	}
}
