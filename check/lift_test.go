package check_test

import (
	"testing"
	"time"

	"sortie"
)

func TestConservation(t *testing.T) {
	runEdges(t, []edge{
		{"loads at the minute of unloading", func(s *scene) {
			s.move("plane/1", "a", "b", "01:00", who("u", 50)) // unloaded 02:20
			s.move("train/1", "a", "b", "00:30")
			s.move("train/1", "b", "c", "02:50", who("u", 50))
		}, nil},
		{"loads a minute before", func(s *scene) {
			s.move("plane/1", "a", "b", "01:00", who("u", 50))
			s.move("train/1", "a", "b", "00:30")
			s.move("train/1", "b", "c", "02:49", who("u", 50))
		}, []string{"R1 m3 u b 02:19 50/0 people"}},
		{"more than stand there", func(s *scene) {
			s.move("plane/1", "a", "c", "01:00", who("u", 30))
			s.move("plane/2", "a", "c", "02:00", who("u", 30))
		}, []string{"R1 m2 u a 01:30 30/20 people"}},
		{"an item type that it does not have", func(s *scene) {
			s.move("plane/1", "a", "b", "01:00", vehicles("v", 1, "box"))
		}, []string{"R1 m1 v a 00:30 1/0 items"}},
		{"both units keep their own", func(s *scene) {
			s.move("plane/1", "a", "b", "01:00", who("u", 50), who("v", 50))
		}, nil},
		{"at the start to the minute", func(s *scene) { s.move("plane/1", "a", "c", "00:30", who("u", 1)) }, nil},
		{"a minute before the start", func(s *scene) { s.move("plane/1", "a", "c", "00:29", who("u", 1)) },
			[]string{"R1 m1 u a 00:-1 -1/0 minutes"}},
		{"positioning before the start", func(s *scene) { s.move("plane/1", "a", "c", "-5:00") }, nil},
		{"ready before the start counts from the start", func(s *scene) {
			s.u().Ready = clock("-20:00")
			s.move("plane/1", "a", "c", "00:29", who("u", 1))
		}, []string{"R1 m1 u a 00:-1 -1/0 minutes"}},
		{"ready to the minute", func(s *scene) {
			s.u().Ready = clock("02:00")
			s.move("plane/1", "a", "c", "02:30", who("u", 1))
		}, nil},
		{"not ready", func(s *scene) {
			s.u().Ready = clock("02:00")
			s.move("plane/1", "a", "c", "02:29", who("u", 1))
		}, []string{"R1 m1 u a 01:59 -1/0 minutes"}},
	})
}

func TestContinuity(t *testing.T) {
	runEdges(t, []edge{
		{"back to back", func(s *scene) {
			s.move("plane/1", "a", "c", "01:00", who("u", 1)) // unloaded 02:20
			s.move("plane/1", "c", "a", "02:20")
		}, nil},
		{"before it is unloaded", func(s *scene) {
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/1", "c", "a", "02:19")
		}, []string{"R2 m2 c 02:19 -1/0 minutes"}},
		{"turnaround to the minute, positioning too", func(s *scene) {
			s.plane().Turnaround = 60
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/1", "c", "a", "03:00")
			s.move("plane/1", "a", "b", "05:00")
		}, nil},
		{"turnaround short by a minute", func(s *scene) {
			s.plane().Turnaround = 60
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/1", "c", "a", "02:59")
		}, []string{"R2 m2 c 02:59 59/60 minutes"}},
		{"elsewhere", func(s *scene) {
			s.move("plane/1", "a", "b", "01:00")
			s.move("plane/1", "c", "a", "03:00")
		}, []string{"R2 m2 c 03:00"}},
		{"not from the base", func(s *scene) { s.move("plane/1", "b", "c", "01:00") }, []string{"R2 m1 b 01:00"}},
		{"window with the ends", func(s *scene) {
			s.planes().From, s.planes().Until = clock("00:30"), clock("02:20")
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, nil},
		{"window left at both ends", func(s *scene) {
			s.planes().From, s.planes().Until = clock("00:31"), clock("02:19")
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R2 m1 a 00:30 -1/0 minutes", "R2 m1 c 02:20 1/0 minutes"}},
		{"returns", func(s *scene) {
			s.planes().Return = true
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/1", "c", "a", "03:00")
		}, nil},
		{"stays away", func(s *scene) {
			s.planes().Return = true
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R2 m1 c 02:20"}},
	})
}

func TestUtilisation(t *testing.T) {
	shuttle := func(s *scene, hours float64, departs ...string) {
		s.planes().HoursPerDay = hours
		from, to := "a", "c"
		for _, depart := range departs {
			s.move("plane/1", from, to, depart)
			from, to = to, from
		}
	}
	runEdges(t, []edge{
		{"three hours of three", func(s *scene) { shuttle(s, 3, "01:00", "03:00", "05:00") }, nil},
		{"four hours of three", func(s *scene) { shuttle(s, 3, "01:00", "03:00", "05:00", "07:00") },
			[]string{"R11 m4 a 08:00 4/3 hours"}},
		{"the fourth when the first leaves the window", func(s *scene) { shuttle(s, 3, "01:00", "03:00", "05:00", "25:00") }, nil},
		{"the fourth a minute too early", func(s *scene) { shuttle(s, 3, "01:00", "03:00", "05:00", "24:59") },
			[]string{"R11 m4 a 25:59 3.01667/3 hours"}},
		{"stops do not count", func(s *scene) {
			shuttle(s, 2)
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", 9*time.Hour)
		}, nil},
		{"both legs of a movement count", func(s *scene) {
			shuttle(s, 1.5)
			s.via(s.move("plane/1", "a", "c", "01:00"), "b", time.Hour)
		}, []string{"R11 m1 c 04:00 2/1.5 hours"}},
		{"no limit on the road", func(s *scene) {
			s.Fleets[0].HoursPerDay = 0.5
			s.move("bus/1", "a", "b", "01:00")
		}, nil},
		{"rail has one", func(s *scene) {
			s.Fleets[2].HoursPerDay = 0.5
			s.move("train/1", "a", "b", "01:00")
		}, []string{"R11 m1 b 02:00 1/0.5 hours"}},
	})
}

func TestSeats(t *testing.T) {
	beside := func(s *scene, people int, seats sortie.Seats, kind string, x float64) {
		s.plane().Decks, s.plane().Seats = []sortie.Deck{{Count: 2, Length: 10, Width: 4, Height: 4}}, seats
		load := stowed("u", kind, 1, x, 0)
		load.People = people
		s.move("plane/1", "a", "c", "01:00", load)
	}
	half := sortie.Seats{Empty: 40, Full: 10}
	runEdges(t, []edge{
		// 5 of 20 m: 10 + 30 × 0.75 = 32.5.
		{"beside an item", func(s *scene) { beside(s, 32, half, "box", 3) }, nil},
		{"one too many", func(s *scene) { beside(s, 33, half, "box", 3) }, []string{"R6 m1 a 00:30 33/32 people"}},
		// 4 of 20 m: 10 + 30 × 0.8 = 34, which floating point makes 34.000000000000004 or less.
		{"a whole number by a hair", func(s *scene) { beside(s, 34, half, "box", 2) }, nil},
		{"the last metre", func(s *scene) { beside(s, 25, half, "box", 8) }, nil},
		{"more beside a full deck", func(s *scene) { beside(s, 16, sortie.Seats{Empty: 10, Full: 30}, "box", 4) }, nil},
		{"empty deck", func(s *scene) {
			s.plane().Decks, s.plane().Seats = []sortie.Deck{{Count: 1, Length: 10, Width: 4, Height: 4}}, half
			s.move("plane/1", "a", "c", "01:00", who("u", 40))
		}, nil},
		{"without decks the empty seats count", func(s *scene) {
			s.plane().Seats = half
			s.move("plane/1", "a", "c", "01:00", vehicles("u", 41, "box"))
		}, []string{"R6 m1 a 00:30 41/40 people"}},
		{"people of two units together", func(s *scene) {
			s.plane().Seats = half
			s.move("plane/1", "a", "b", "01:00", who("u", 20), who("v", 21))
		}, []string{"R6 m1 a 00:30 41/40 people"}},
		{"no seats", func(s *scene) {
			s.plane().Seats = sortie.Seats{}
			s.move("plane/1", "a", "b", "01:00", who("v", 1))
		}, []string{"R6 m1 a 00:30 1/0 people"}},
	})
}
