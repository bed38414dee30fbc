package check_test

import (
	"testing"
	"time"

	"sortie"
)

func TestRunway(t *testing.T) {
	every := func(mode sortie.Mode, minutes sortie.Duration) func(*scene) {
		return func(s *scene) { s.handling("c", mode, sortie.Handling{Interval: minutes}) }
	}
	runEdges(t, []edge{
		{"long enough", func(s *scene) {
			s.plane().Runway = 2000
			s.handling("c", sortie.Air, sortie.Handling{Runway: 2000})
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"too short at one end", func(s *scene) {
			s.plane().Runway = 2001
			s.handling("c", sortie.Air, sortie.Handling{Runway: 2000})
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R7 m1 c 02:00 2000/2001 m"}},
		{"too short at a stop", func(s *scene) {
			s.plane().Runway = 2001
			s.handling("b", sortie.Air, sortie.Handling{Runway: 2000})
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", 0)
		}, []string{"R7 m1 b 02:00 2000/2001 m"}},
		{"landings the interval apart", func(s *scene) {
			every(sortie.Air, 5)(s)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/2", "a", "c", "01:05")
		}, nil},
		{"landings a minute too near", func(s *scene) {
			every(sortie.Air, 5)(s)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/2", "a", "c", "01:04")
		}, []string{"R7 m2 c 02:04 4/5 minutes"}},
		{"landing and take-off at one minute", func(s *scene) {
			every(sortie.Air, 1)(s)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/1", "c", "a", "03:00")
			s.move("plane/2", "a", "c", "02:00")
		}, []string{"R7 m3 c 03:00 0/1 minutes"}},
		{"a stop's two uses", func(s *scene) {
			s.handling("b", sortie.Air, sortie.Handling{Interval: 5})
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", 4*time.Minute)
		}, []string{"R7 m1 b 02:04 4/5 minutes"}},
		{"at the first place of the list", func(s *scene) {
			s.handling("a", sortie.Air, sortie.Handling{Interval: 5})
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/1", "c", "a", "03:00")
			s.move("plane/2", "a", "c", "04:01")
		}, []string{"R7 m3 a 04:01 1/5 minutes"}},
		{"modes do not share it", func(s *scene) {
			every(sortie.Air, 5)(s)
			s.move("plane/1", "a", "c", "01:00")
			s.move("train/1", "a", "c", "01:00")
		}, nil},
		{"convoys and buses share the road", func(s *scene) {
			every(sortie.Road, 5)(s)
			s.move("bus/1", "a", "c", "01:00")
			s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
		}, []string{"R7 m2 c 02:00 0/5 minutes"}},
	})
}

func TestParkingMOG(t *testing.T) {
	park := func(s *scene, slots int) { s.handling("c", sortie.Air, sortie.Handling{ParkingMOG: &slots}) }
	runEdges(t, []edge{
		{"leaves at the minute of an arrival", func(s *scene) {
			park(s, 1)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/1", "c", "a", "03:00")
			s.move("plane/2", "a", "c", "02:00")
		}, nil},
		{"leaves a minute later", func(s *scene) {
			park(s, 1)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/1", "c", "a", "03:01")
			s.move("plane/2", "a", "c", "02:00")
		}, []string{"R8 m2 c 03:00 2/1 slots"}},
		{"stands for ever after", func(s *scene) {
			park(s, 1)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/2", "a", "c", "200:00")
		}, []string{"R8 m2 c 201:00 2/1 slots"}},
		{"once for each time that it is full", func(s *scene) {
			park(s, 1)
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/2", "a", "c", "02:00")
			s.move("plane/2", "c", "a", "04:00")
			s.move("plane/3", "a", "c", "05:00")
		}, []string{"R8 m2 c 03:00 2/1 slots", "R8 m4 c 06:00 2/1 slots"}},
		{"its own base takes none", func(s *scene) {
			s.handling("a", sortie.Air, sortie.Handling{ParkingMOG: ptr(0)})
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/1", "c", "a", "03:00")
		}, nil},
		{"large ones take more", func(s *scene) {
			park(s, 3)
			s.plane().Slots = 2
			s.move("plane/1", "a", "c", "01:00")
			s.move("plane/2", "a", "c", "02:00")
		}, []string{"R8 m2 c 03:00 4/3 slots"}},
		{"a stop takes one", func(s *scene) {
			s.handling("b", sortie.Air, sortie.Handling{ParkingMOG: ptr(1), WorkingMOG: ptr(0)})
			s.via(s.move("plane/1", "a", "c", "01:00", who("u", 1)), "b", time.Hour)
			s.via(s.move("plane/2", "a", "c", "01:59", who("u", 1)), "b", time.Hour)
		}, []string{"R8 m2 b 02:59 2/1 slots"}},
		{"a stop of no time takes none", func(s *scene) {
			s.handling("b", sortie.Air, sortie.Handling{ParkingMOG: ptr(0)})
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", 0)
		}, nil},
		{"modes have their own", func(s *scene) {
			park(s, 1)
			s.move("plane/1", "a", "c", "01:00")
			s.move("train/1", "a", "c", "01:00")
			s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
		}, nil},
	})
}

func TestWorkingMOG(t *testing.T) {
	team := func(s *scene, place string) { s.handling(place, sortie.Air, sortie.Handling{WorkingMOG: ptr(1)}) }
	runEdges(t, []edge{
		{"one after the other", func(s *scene) {
			team(s, "a")
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "01:30", who("u", 1))
		}, nil},
		{"a minute together", func(s *scene) {
			team(s, "a")
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "01:29", who("u", 1))
		}, []string{"R9 m2 a 00:59 2/1 lifts"}},
		{"waiting loaded takes no team", func(s *scene) {
			team(s, "a")
			s.move("plane/1", "a", "c", "02:00", who("u", 1)).Load = clock("00:30")
			s.move("plane/2", "a", "c", "01:30", who("u", 1))
		}, nil},
		{"unloading a minute together", func(s *scene) {
			team(s, "c")
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/2", "a", "c", "01:19", who("u", 1))
		}, []string{"R9 m2 c 02:19 2/1 lifts"}},
		{"unloads as another begins to load", func(s *scene) {
			team(s, "c")
			s.u().At, s.u().To = "c", "a"
			s.move("plane/1", "a", "c", "00:10")
			s.move("plane/1", "c", "a", "02:50", who("u", 1))
			s.move("plane/2", "a", "c", "01:00", who("v", 1))
		}, nil},
		{"positioning takes no team", func(s *scene) {
			s.handling("c", sortie.Air, sortie.Handling{WorkingMOG: ptr(0)})
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"convoys take none", func(s *scene) {
			s.handling("c", sortie.Road, sortie.Handling{WorkingMOG: ptr(0)})
			s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
		}, nil},
	})
}

func TestHours(t *testing.T) {
	open := func(s *scene, zone string, hours ...string) { s.place("c").Open, s.place("c").Timezone = hours, zone }
	at := func(s *scene, arrive string) { s.move("plane/1", "a", "c", arrive) } // an hour before
	runEdges(t, []edge{
		{"on the first minute", func(s *scene) { open(s, "", "06:00-22:00"); at(s, "05:00") }, nil},
		{"a minute before", func(s *scene) { open(s, "", "06:00-22:00"); at(s, "04:59") }, []string{"R10 m1 c 05:59"}},
		{"on the last minute", func(s *scene) { open(s, "", "06:00-22:00"); at(s, "21:00") }, nil},
		{"a minute after", func(s *scene) { open(s, "", "06:00-22:00"); at(s, "21:01") }, []string{"R10 m1 c 22:01"}},
		{"in the place's zone", func(s *scene) { open(s, "Asia/Almaty", "06:00-22:00"); at(s, "23:00") }, nil},
		{"not in the mission's", func(s *scene) { open(s, "Asia/Almaty", "06:00-22:00"); at(s, "18:00") }, []string{"R10 m1 c 19:00"}},
		{"over midnight", func(s *scene) { open(s, "", "22:00-06:00"); at(s, "29:00") }, nil},
		{"over midnight, noon", func(s *scene) { open(s, "", "22:00-06:00"); at(s, "11:00") }, []string{"R10 m1 c 12:00"}},
		{"always", func(s *scene) { open(s, "", "00:00-24:00"); at(s, "22:59") }, nil},
		{"until midnight, which is included", func(s *scene) { open(s, "", "06:00-24:00"); at(s, "23:00") }, nil},
		{"past midnight", func(s *scene) { open(s, "", "06:00-24:00"); at(s, "23:01") }, []string{"R10 m1 c 24:01"}},
		{"two windows", func(s *scene) { open(s, "", "06:00-08:00", "20:00-21:00"); at(s, "19:30") }, nil},
		{"between two windows", func(s *scene) { open(s, "", "06:00-08:00", "20:00-21:00"); at(s, "11:00") }, []string{"R10 m1 c 12:00"}},
		{"closed from the minute", func(s *scene) {
			s.place("c").Closed = []sortie.Closure{{From: clock("02:00"), To: clock("05:00"), Why: "fog"}}
			at(s, "01:00")
		}, []string{"R10 m1 c 02:00"}},
		{"open again at its end", func(s *scene) {
			s.place("c").Closed = []sortie.Closure{{From: clock("00:00"), To: clock("02:00")}}
			at(s, "01:00")
		}, nil},
		{"loading while closed", func(s *scene) {
			s.place("a").Closed = []sortie.Closure{{From: clock("00:30"), To: clock("01:00")}}
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, nil},
		{"convoys too", func(s *scene) {
			open(s, "", "06:00-22:00")
			s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
		}, []string{"R10 m1 c 02:00"}},
		{"both ends of a stop", func(s *scene) {
			s.place("b").Open = []string{"06:00-22:00"}
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", time.Hour)
		}, []string{"R10 m1 b 02:00", "R10 m1 b 03:00"}},
		{"an unknown zone is never open", func(s *scene) { open(s, "Asia/Nowhere", "00:00-24:00"); at(s, "05:00") }, []string{"R10 m1 c 06:00"}},
	})
}

func TestClearance(t *testing.T) {
	permit := func(s *scene, c sortie.Clearance) { c.Country = "RU"; s.Clearances = append(s.Clearances, c) }
	runEdges(t, []edge{
		{"none asked", func(s *scene) {
			s.Clearances = []sortie.Clearance{{Country: "UZ", Nations: []string{"XX"}}}
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"on both ends", func(s *scene) {
			permit(s, sortie.Clearance{Mode: sortie.Air, From: clock("02:00"), Until: clock("02:00")})
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"a minute early", func(s *scene) {
			permit(s, sortie.Clearance{Mode: sortie.Air, From: clock("02:01")})
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R16 m1 c 02:00"}},
		{"a minute late", func(s *scene) {
			permit(s, sortie.Clearance{Mode: sortie.Air, Until: clock("01:59")})
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R16 m1 c 02:00"}},
		{"one of two", func(s *scene) {
			permit(s, sortie.Clearance{Mode: sortie.Air, Until: clock("01:59")})
			permit(s, sortie.Clearance{Nations: []string{"RU"}, From: clock("02:00")})
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"of another mode", func(s *scene) {
			permit(s, sortie.Clearance{Mode: sortie.Rail, Until: clock("01:00")})
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"of every mode", func(s *scene) {
			permit(s, sortie.Clearance{Until: clock("01:00")})
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R16 m1 c 02:00"}},
		{"the fleet's nation, not the unit's", func(s *scene) {
			permit(s, sortie.Clearance{Nations: []string{"RU"}})
			s.v().To = "c"
			s.move("plane/1", "a", "c", "01:00", who("v", 1))
		}, nil},
		{"every nation of a convoy", func(s *scene) {
			permit(s, sortie.Clearance{Nations: []string{"KG"}})
			s.v().To = "c"
			s.move("", "a", "c", "01:00", vehicles("v", 1, "car"))
			s.move("", "a", "c", "03:00", vehicles("u", 1, "car"))
		}, []string{"R16 m2 c 04:00"}},
		{"a fleet of no nation", func(s *scene) {
			permit(s, sortie.Clearance{Nations: []string{"RU", ""}})
			s.planes().Nation = ""
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R16 m1 c 02:00"}},
		{"a fleet of no nation where all may", func(s *scene) {
			permit(s, sortie.Clearance{From: clock("00:00")})
			s.planes().Nation = ""
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"landing and take-off of a stop", func(s *scene) {
			permit(s, sortie.Clearance{Until: clock("01:00")})
			s.via(s.move("plane/1", "a", "b", "01:00"), "c", time.Hour)
		}, []string{"R16 m1 c 02:00", "R16 m1 c 03:00"}},
	})
}
