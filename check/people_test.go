package check_test

import (
	"testing"
	"time"

	"sortie"
)

func TestConvoy(t *testing.T) {
	drive := func(s *scene, cargo ...sortie.Cargo) *sortie.Movement { return s.move("", "a", "c", "01:00", cargo...) }
	two := func(first, second string) func(*scene) {
		return func(s *scene) {
			s.Convoy.Headway = 30
			s.move("", "a", "c", first, vehicles("u", 1, "car"))
			s.move("", "a", "b", second, vehicles("v", 1, "car"))
		}
	}
	runEdges(t, []edge{
		{"a driver each, every seat, a cart each", func(s *scene) { drive(s, vehicles("u", 10, "car", "car", "cart", "cart")) }, nil},
		{"no driver for the second", func(s *scene) { drive(s, vehicles("u", 1, "car", "car")) }, []string{"R12 m1 a 01:00 2/1 vehicles"}},
		{"one person over", func(s *scene) { drive(s, vehicles("u", 6, "car")) }, []string{"R12 m1 a 01:00 6/5 people"}},
		{"one cart over", func(s *scene) { drive(s, vehicles("u", 1, "car", "cart", "cart")) }, []string{"R12 m1 a 01:00 2/1 items"}},
		{"a box does not drive", func(s *scene) { drive(s, vehicles("u", 1, "car", "box", "box")) }, []string{"R12 m1 u a 01:00"}},
		{"an item of no type", func(s *scene) { drive(s, vehicles("u", 1, "car", "unicorn")) }, []string{"R0 m1 u"}},
		{"on foot", func(s *scene) { drive(s, who("u", 3)) }, []string{"R12 m1 a 01:00 3/0 people"}},
		{"carts have seats too", func(s *scene) {
			s.EquipmentTypes[2].Seats = 2
			drive(s, vehicles("u", 7, "car", "cart"))
		}, nil},
		{"as many as may drive together", func(s *scene) {
			s.Convoy.Vehicles = 2
			drive(s, vehicles("u", 1, "car", "cart"))
		}, nil},
		{"carts count as vehicles", func(s *scene) {
			s.Convoy.Vehicles = 1
			drive(s, vehicles("u", 1, "car", "cart"))
		}, []string{"R12 m1 a 01:00 2/1 items"}},
		{"headway in any direction", two("01:00", "01:30"), nil},
		{"headway short by a minute", two("01:00", "01:29"), []string{"R12 m2 a 01:29 29/30 minutes"}},
		{"people of one unit drive for the other", func(s *scene) {
			s.v().Nation, s.v().To = "RU", "c"
			drive(s, vehicles("u", 2), vehicles("v", 0, "car", "car"))
		}, nil},
		{"of two nations", func(s *scene) {
			s.v().To = "c"
			drive(s, vehicles("u", 1, "car"), vehicles("v", 1, "car"))
		}, []string{"R12 m1 v a 01:00"}},
		{"ends where only the road goes on", func(s *scene) {
			s.place("b").Handles = nil
			s.move("", "a", "b", "01:00", vehicles("u", 1, "car"))
		}, []string{"R12 m1 b 02:00"}},
		{"ends at a via", func(s *scene) {
			s.place("b").Handles, s.u().Via = nil, []string{"b"}
			s.move("", "a", "b", "01:00", vehicles("u", 1, "car"))
		}, nil},
		{"ends at the destination of one of two", func(s *scene) {
			s.place("b").Handles, s.v().Nation = nil, "RU"
			s.move("", "a", "b", "01:00", vehicles("u", 1, "car"), vehicles("v", 1, "car"))
		}, nil},
		{"the slowest sets the pace, towed too", func(s *scene) {
			s.EquipmentTypes[2].KMH = 30
			mv := drive(s, vehicles("u", 1, "car", "cart"))
			mv.Arrive, mv.Unloaded = clock("03:00"), clock("03:20")
		}, nil},
	})
}

func TestCover(t *testing.T) {
	task := func(s *scene, n int, from, until string) {
		task := sortie.Task{ID: "guard", At: "a", People: n}
		if from != "" {
			task.From = clock(from)
		}
		if until != "" {
			task.Until = clock(until)
		}
		s.Tasks = append(s.Tasks, task)
	}
	leave := func(s *scene, depart string) { s.move("plane/1", "a", "c", depart, who("u", 50)) } // loads half an hour before
	runEdges(t, []edge{
		{"any unit's people", func(s *scene) { task(s, 100, "", "") }, nil},
		{"loads as the task ends", func(s *scene) { task(s, 100, "", "02:00"); leave(s, "02:30") }, nil},
		{"loads a minute before", func(s *scene) { task(s, 100, "", "02:00"); leave(s, "02:29") },
			[]string{"R13 m1 a 01:59 50/100 people"}},
		{"left before it begins", func(s *scene) { task(s, 100, "04:00", ""); leave(s, "02:29") },
			[]string{"R13 m1 a 04:00 50/100 people"}},
		{"unloaded as it begins", func(s *scene) {
			task(s, 50, "02:20", "")
			s.v().At, s.v().To, s.u().At = "c", "a", "b"
			s.move("plane/1", "a", "c", "-3:00")
			s.move("plane/1", "c", "a", "01:00", who("v", 50))
		}, nil},
		{"unloaded a minute later", func(s *scene) {
			task(s, 50, "02:19", "")
			s.v().At, s.v().To, s.u().At = "c", "a", "b"
			s.move("plane/1", "a", "c", "-3:00")
			s.move("plane/1", "c", "a", "01:00", who("v", 50))
		}, []string{"R13 a 02:19 0/50 people"}},
		{"relieved at the minute", func(s *scene) {
			task(s, 100, "", "")
			s.v().At, s.v().To = "c", "a"
			s.Units = append(s.Units, sortie.Unit{ID: "w", At: "a", People: 50})
			s.move("plane/1", "a", "c", "-3:00")
			s.move("plane/1", "c", "a", "01:00", who("v", 50)) // unloaded 02:20
			s.move("plane/2", "a", "c", "02:50", who("u", 50))
		}, nil},
		{"one breach for one gap", func(s *scene) {
			task(s, 100, "", "")
			s.move("plane/1", "a", "c", "01:00", who("u", 20))
			s.move("plane/2", "a", "c", "02:00", who("u", 20))
		}, []string{"R13 m1 a 00:30 60/100 people"}},
	})
}

func TestDrawdown(t *testing.T) {
	perDay := func(s *scene, n int) { s.Operation.Drawdown.PeoplePerDay = &n }
	floor := func(s *scene, n int, until string) {
		s.Operation.Drawdown.Floor = []sortie.Floor{{People: n, Until: clock(until)}}
	}
	runEdges(t, []edge{
		{"as many as may", func(s *scene) {
			perDay(s, 50)
			s.move("plane/1", "a", "c", "01:00", who("u", 25))
			s.move("plane/2", "a", "c", "02:00", who("u", 25))
		}, nil},
		{"one more", func(s *scene) {
			perDay(s, 49)
			s.move("plane/1", "a", "c", "01:00", who("u", 25))
			s.move("plane/2", "a", "c", "02:00", who("u", 25))
		}, []string{"R14 m2 a 02:00 50/49 people"}},
		{"the first movement alone", func(s *scene) {
			perDay(s, 24)
			s.move("plane/1", "a", "c", "01:00", who("u", 25))
			s.move("plane/2", "a", "c", "02:00", who("u", 25))
		}, []string{"R14 m1 a 01:00 50/24 people"}},
		{"midnight is another day", func(s *scene) {
			perDay(s, 25)
			s.move("plane/1", "a", "c", "23:59", who("u", 25))
			s.move("plane/2", "a", "c", "24:00", who("u", 25))
		}, nil},
		{"midnight where they leave", func(s *scene) {
			perDay(s, 25)
			s.place("a").Timezone = "Asia/Almaty" // 18:00 UTC is midnight
			s.move("plane/1", "a", "c", "17:59", who("u", 25))
			s.move("plane/2", "a", "c", "18:00", who("u", 25))
		}, nil},
		{"moves within the theatre do not count", func(s *scene) {
			perDay(s, 0)
			s.move("plane/1", "a", "b", "01:00", who("v", 25))
		}, nil},
		{"nor does coming in", func(s *scene) {
			perDay(s, 0)
			s.u().At, s.u().To = "c", "a"
			s.move("plane/1", "a", "c", "-2:00")
			s.move("plane/1", "c", "a", "01:00", who("u", 25))
		}, nil},
		{"loads as the floor ends", func(s *scene) {
			floor(s, 100, "02:00")
			s.move("plane/1", "a", "c", "02:30", who("u", 1))
		}, nil},
		{"loads a minute before", func(s *scene) {
			floor(s, 100, "02:00")
			s.move("plane/1", "a", "c", "02:29", who("u", 1))
		}, []string{"R14 m1 01:59 99/100 people"}},
		{"between two host places they count", func(s *scene) {
			floor(s, 100, "20:00")
			s.move("plane/1", "a", "b", "02:29", who("v", 50))
		}, nil},
		{"the other way too", func(s *scene) {
			floor(s, 100, "20:00")
			s.v().At, s.v().To = "b", "a"
			s.move("plane/1", "a", "b", "-3:00")
			s.move("plane/1", "b", "a", "02:29", who("v", 50))
		}, nil},
		{"on the way in they do not", func(s *scene) {
			floor(s, 100, "02:00")
			s.u().At, s.u().To = "c", "a"
			s.move("plane/1", "a", "c", "-2:00")
			s.move("plane/1", "c", "a", "00:40", who("u", 50)) // unloaded 02:00
		}, []string{"R14 00:00 50/100 people"}},
	})
}

func TestUnitRules(t *testing.T) {
	runEdges(t, []edge{
		{"mode that it does not take", func(s *scene) {
			s.u().Modes = []sortie.Mode{sortie.Road, sortie.Rail}
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R15 m1 u a 00:30"}},
		{"a bus is road, and so is a convoy", func(s *scene) {
			s.u().Modes = []sortie.Mode{sortie.Road}
			s.move("bus/1", "a", "c", "01:00", who("u", 1))
			s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
		}, nil},
		{"serves another", func(s *scene) {
			s.planes().Serves = []string{"RU"}
			s.move("plane/1", "a", "b", "01:00", who("u", 1), who("v", 1))
		}, []string{"R15 m1 v a 00:30"}},
		{"together to the minute", func(s *scene) {
			s.u().Together = ptr(sortie.Duration(60))
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "02:00", who("u", 1))
		}, nil},
		{"a minute apart", func(s *scene) {
			s.u().Together = ptr(sortie.Duration(59))
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "02:00", who("u", 1))
		}, []string{"R15 m2 u c 03:20 60/59 minutes"}},
		{"together of nought", func(s *scene) {
			s.u().Together = ptr(sortie.Duration(0))
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "01:01", who("u", 1))
		}, []string{"R15 m2 u c 02:21 1/0 minutes"}},
		{"together counts the destination alone", func(s *scene) {
			s.u().Together = ptr(sortie.Duration(0))
			s.move("plane/1", "a", "b", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "05:00", who("u", 1))
		}, nil},
		{"after, at the minute", func(s *scene) {
			s.u().After, s.v().Equipment = []string{"v"}, nil
			s.move("plane/1", "a", "b", "01:00", who("v", 50)) // unloaded 02:20
			s.move("plane/2", "a", "c", "02:50", who("u", 1))
		}, nil},
		{"after, a minute early", func(s *scene) {
			s.u().After, s.v().Equipment = []string{"v"}, nil
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/2", "a", "c", "02:49", who("u", 1))
		}, []string{"R15 m2 u a 02:19"}},
		{"after one that leaves again at the minute", func(s *scene) {
			s.u().After, s.v().Equipment = []string{"v"}, nil
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/1", "b", "c", "05:00", who("v", 1))
			s.move("plane/2", "a", "c", "05:00", who("u", 1))
		}, nil},
		{"after all of them, items too", func(s *scene) {
			s.u().After = []string{"v"}
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/2", "a", "c", "05:00", who("u", 1))
		}, []string{"R15 m2 u a 04:30"}},
		{"after those who left again", func(s *scene) {
			s.u().After, s.v().Equipment = []string{"v"}, nil
			s.move("plane/1", "a", "b", "01:00", who("v", 50))
			s.move("plane/1", "b", "c", "03:00", who("v", 1))
			s.move("plane/2", "a", "c", "05:00", who("u", 1))
		}, []string{"R15 m3 u a 04:30"}},
		{"after one that stays", func(s *scene) {
			s.u().After, s.v().To = []string{"v"}, ""
			s.move("plane/2", "a", "c", "02:49", who("u", 1))
		}, nil},
	})
}

func TestVia(t *testing.T) {
	runEdges(t, []edge{
		{"unloaded there", func(s *scene) {
			s.u().Via = []string{"b"}
			s.move("plane/1", "a", "b", "01:00", who("u", 1))
			s.move("plane/1", "b", "c", "02:50", who("u", 1))
		}, nil},
		{"a stop there", func(s *scene) {
			s.u().Via = []string{"b"}
			s.via(s.move("plane/1", "a", "c", "01:00", who("u", 1)), "b", time.Hour)
		}, nil},
		{"past it", func(s *scene) {
			s.u().Via = []string{"b"}
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R15 m1 u c 02:20 1/0 people"}},
		{"each kind by itself", func(s *scene) {
			s.u().Via = []string{"b"}
			s.move("plane/1", "a", "b", "01:00", who("u", 9))
			s.move("plane/2", "a", "c", "02:00", vehicles("u", 0, "box"))
		}, []string{"R15 m2 u c 03:20 1/0 items"}},
		{"more than have passed", func(s *scene) {
			s.u().Via = []string{"b"}
			s.move("plane/1", "a", "b", "01:00", who("u", 9))
			s.move("plane/1", "b", "c", "02:50", who("u", 9))
			s.move("plane/2", "a", "c", "01:00", who("u", 1))
		}, []string{"R15 m3 u c 04:10 10/9 people"}},
		{"where it stands", func(s *scene) {
			s.u().Via = []string{"a"}
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, nil},
		{"where it stands, after another", func(s *scene) {
			s.u().Via = []string{"b", "a"}
			s.via(s.move("plane/1", "a", "c", "01:00", who("u", 1)), "b", 0)
		}, nil},
		{"two in order", func(s *scene) {
			s.Places = append(s.Places, sortie.Place{ID: "d", Country: "RU", Handles: s.place("a").Handles})
			s.Links = append(s.Links, sortie.Link{Mode: sortie.Air, Between: []string{"c", "d"}, KM: 600})
			s.u().To, s.u().Via = "d", []string{"b", "c"}
			mv := s.move("plane/1", "a", "d", "01:00", who("u", 1))
			s.via(mv, "b", time.Hour)
			mv.Stops = append(mv.Stops, sortie.Stop{At: "c", Arrive: clock("04:00"), Depart: clock("04:30")})
			mv.Arrive, mv.Unloaded = clock("05:30"), clock("05:50")
		}, nil},
		{"two in the other order", func(s *scene) {
			s.Places = append(s.Places, sortie.Place{ID: "d", Country: "RU", Handles: s.place("a").Handles})
			s.Links = append(s.Links, sortie.Link{Mode: sortie.Air, Between: []string{"c", "d"}, KM: 600})
			s.u().To, s.u().Via = "d", []string{"c", "b"}
			mv := s.move("plane/1", "a", "d", "01:00", who("u", 1))
			s.via(mv, "b", time.Hour)
			mv.Stops = append(mv.Stops, sortie.Stop{At: "c", Arrive: clock("04:00"), Depart: clock("04:30")})
			mv.Arrive, mv.Unloaded = clock("05:30"), clock("05:50")
		}, []string{"R15 m1 u b 02:00 1/0 people"}},
	})
}
