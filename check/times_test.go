package check_test

import (
	"testing"
	"time"

	"sortie"
)

func TestTimes(t *testing.T) {
	runEdges(t, []edge{
		{"waits loaded", func(s *scene) { s.move("plane/1", "a", "c", "05:00", who("u", 1)).Load = clock("01:00") }, nil},
		{"loads too fast", func(s *scene) { s.move("plane/1", "a", "c", "05:00", who("u", 1)).Load = clock("04:31") },
			[]string{"R3 m1 a 05:00 29/30 minutes"}},
		{"waits loaded at the end", func(s *scene) { s.move("plane/1", "a", "c", "05:00", who("u", 1)).Unloaded = clock("06:21") },
			[]string{"R3 m1 c 06:21 21/20 minutes"}},
		{"empty and waits", func(s *scene) { s.move("plane/1", "a", "c", "05:00").Load = clock("04:00") },
			[]string{"R3 m1 a 05:00 60/0 minutes"}},
		{"empty and unloads", func(s *scene) { s.move("plane/1", "a", "c", "05:00").Unloaded = clock("06:20") },
			[]string{"R3 m1 c 06:20 20/0 minutes"}},
		{"overhead on each leg", func(s *scene) {
			s.plane().Overhead = 10
			mv := s.move("plane/1", "a", "c", "01:00")
			s.via(mv, "b", time.Hour)
			mv.Stops[0].Arrive, mv.Stops[0].Depart = clock("02:10"), clock("03:10")
			mv.Arrive, mv.Unloaded = clock("04:20"), clock("04:20")
		}, nil},
		{"rounded up", func(s *scene) {
			s.Links[6].KM = 601 // a to c by air: 60.1 min
			mv := s.move("plane/1", "a", "c", "01:00")
			mv.Arrive, mv.Unloaded = clock("02:01"), clock("02:01")
		}, nil},
		{"not rounded down", func(s *scene) {
			s.Links[6].KM = 601
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R3 m1 a 01:00 60/61 minutes"}},
		{"a hair over is the same minute", func(s *scene) {
			s.Links[6].KM = 600.000009
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"a link's minutes are the whole time", func(s *scene) {
			s.plane().Overhead, s.Links[6].Minutes = 25, ptr(60.0)
			s.move("plane/1", "a", "c", "01:00")
		}, nil},
		{"by rail the overhead comes on top", func(s *scene) {
			s.LiftTypes[1].Overhead, s.Links[8].Minutes = 25, ptr(60.0)
			s.move("train/1", "a", "c", "01:00")
		}, []string{"R3 m1 a 01:00 60/85 minutes"}},
		{"a stop as long as the turnaround", func(s *scene) {
			s.plane().Turnaround = 60
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", time.Hour)
		}, nil},
		{"a stop too short", func(s *scene) {
			s.plane().Turnaround = 60
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", 59*time.Minute)
		}, []string{"R3 m1 b 02:00 59/60 minutes"}},
		{"a leg after a stop is timed too", func(s *scene) {
			mv := s.move("plane/1", "a", "c", "01:00")
			s.via(mv, "b", time.Hour)
			shift(&mv.Arrive, 1)
			shift(&mv.Unloaded, 1)
		}, []string{"R3 m1 b 03:00 61/60 minutes"}},
		{"a leg before a stop is timed too", func(s *scene) {
			mv := s.move("plane/1", "a", "c", "01:00")
			s.via(mv, "b", time.Hour)
			shift(&mv.Stops[0].Arrive, -1)
		}, []string{"R3 m1 a 01:00 59/60 minutes"}},
		{"to the first place of the list", func(s *scene) {
			s.move("plane/1", "a", "c", "01:00")
			shift(&s.move("plane/1", "c", "a", "03:00").Depart, -1)
		}, []string{"R3 m2 c 02:59 -1/0 minutes", "R3 m2 c 02:59 61/60 minutes"}},
		{"no stops by road", func(s *scene) { s.via(s.move("bus/1", "a", "c", "01:00"), "b", 0) }, []string{"R3 m1 b 1/0 stops"}},
		{"the road through b is faster", func(s *scene) {
			s.Links[7].KM = 150 // a to c by road
			mv := s.move("bus/1", "a", "c", "01:00")
			mv.Arrive, mv.Unloaded, mv.KM = clock("03:00"), clock("03:00"), 120
		}, nil},
		{"no way", func(s *scene) {
			s.Air = sortie.AirListed
			s.Links[6].Types = []string{"other"}
			s.move("plane/1", "a", "c", "01:00")
		}, []string{"R3 m1 a 01:00"}},
		{"a rest after each drive", func(s *scene) {
			s.Convoy.Drive, s.Convoy.Rest = 25, 100 // 60 min: two rests
			mv := s.move("", "a", "c", "01:00", vehicles("u", 1, "car"))
			mv.Arrive, mv.Unloaded = clock("05:20"), clock("05:40")
		}, nil},
		{"no rest at the end of a drive", func(s *scene) {
			s.Convoy.Drive, s.Convoy.Rest = 30, 100 // one rest, not two
			mv := s.move("bus/1", "a", "c", "01:00")
			mv.Arrive, mv.Unloaded = clock("03:40"), clock("03:40")
		}, nil},
		{"arrives before it departs", func(s *scene) {
			mv := s.move("plane/1", "a", "c", "05:00")
			mv.Arrive, mv.Unloaded = clock("04:00"), clock("04:00")
		}, []string{"R3 m1 a 05:00 -60/60 minutes"}},
	})
}
