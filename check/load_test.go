package check_test

import (
	"testing"
	"time"

	"sortie"
)

func TestPayload(t *testing.T) {
	curve := [][2]float64{{400, 4}, {800, 2}, {1000, 0}}
	lifted := func(s *scene, km float64, cargo ...sortie.Cargo) {
		for i := range s.Links {
			s.Links[i].KM = km
		}
		s.plane().PayloadRange = curve
		mv := s.move("plane/1", "a", "c", "01:00", cargo...)
		travel := time.Duration(km/10) * time.Minute
		mv.Arrive = mv.Depart.Add(travel)
		mv.Unloaded = mv.Arrive
		if len(cargo) > 0 {
			mv.Unloaded = mv.Arrive.Add(20 * time.Minute)
		}
	}
	runEdges(t, []edge{
		{"flat before the first point", func(s *scene) { lifted(s, 100, who("u", 40)) }, nil},
		{"halfway", func(s *scene) { lifted(s, 600, who("u", 30)) }, nil},
		{"halfway and one person", func(s *scene) { lifted(s, 600, who("u", 31)) }, []string{"R4 m1 a 01:00 3.1/3 t"}},
		{"people and items add up", func(s *scene) { lifted(s, 600, vehicles("u", 10, "box", "box")) }, nil},
		{"on a point", func(s *scene) { lifted(s, 800, who("u", 21)) }, []string{"R4 m1 a 01:00 2.1/2 t"}},
		{"nothing at the last point", func(s *scene) { lifted(s, 1000, who("u", 1)) }, []string{"R4 m1 a 01:00 0.1/0 t"}},
		{"empty to the last point", func(s *scene) { lifted(s, 1000) }, nil},
		{"empty past the last point", func(s *scene) { lifted(s, 1010) }, []string{"R4 m1 a 01:00 1010/1000 km"}},
		{"payload without range", func(s *scene) {
			s.plane().Payload = ptr(1.0)
			s.move("plane/1", "a", "c", "01:00", who("u", 11))
		}, []string{"R4 m1 a 01:00 1.1/1 t"}},
		{"payload to the last gram", func(s *scene) {
			s.plane().Payload = ptr(0.3) // three people come to 0.30000000000000004 t
			s.move("plane/1", "a", "c", "01:00", who("u", 3))
		}, nil},
		{"range without payload", func(s *scene) {
			s.plane().Range = 599
			s.move("plane/1", "a", "c", "01:00", who("u", 11))
		}, []string{"R4 m1 a 01:00 600/599 km"}},
		{"range to the kilometre", func(s *scene) {
			s.plane().Range = 600
			s.move("plane/1", "a", "c", "01:00", who("u", 11))
		}, nil},
		{"each leg by itself", func(s *scene) {
			s.plane().Range, s.plane().Payload = 600, ptr(1.0)
			s.via(s.move("plane/1", "a", "c", "01:00", who("u", 10)), "b", 0)
		}, nil},
		{"the second leg is too far", func(s *scene) {
			s.plane().Range = 600
			s.Links[3].KM = 660 // b to c by air
			mv := s.move("plane/1", "a", "c", "01:00", who("u", 10))
			s.via(mv, "b", 0)
			mv.Arrive, mv.Unloaded = clock("03:06"), clock("03:26")
		}, []string{"R4 m1 b 02:00 660/600 km"}},
		{"a deck's own payload", func(s *scene) {
			s.plane().Decks = []sortie.Deck{{Count: 1, Length: 9, Width: 9, Height: 9}, {Count: 2, Length: 9, Width: 9, Height: 9, Payload: ptr(1.0)}}
			cargo := stowed("u", "box", 1, 0, 0)
			cargo.Items = append(cargo.Items, stowed("u", "box", 1, 2, 0).Items[0], stowed("u", "car", 0, 0, 0).Items[0],
				stowed("u", "box", 2, 0, 0).Items[0])
			s.move("plane/1", "a", "c", "01:00", cargo)
		}, []string{"R4 m1 a 01:00 2/1 t"}},
	})
}

func TestStowage(t *testing.T) {
	const gap = 0.25
	lay := func(s *scene, decks []sortie.Deck, cargo ...sortie.Cargo) {
		s.plane().Decks, s.plane().Gap = decks, gap
		all := sortie.Cargo{Unit: "u"}
		for _, c := range cargo {
			all.Items = append(all.Items, c.Items...)
		}
		s.move("plane/1", "a", "c", "01:00", all)
	}
	one := []sortie.Deck{{Count: 1, Length: 5, Width: 5, Height: 2}}
	runEdges(t, []edge{
		{"four in the corners", func(s *scene) {
			lay(s, one, stowed("u", "box", 0, gap, gap), stowed("u", "box", 0, 2.5, gap),
				stowed("u", "box", 0, gap, 2.5), stowed("u", "box", 0, 2.5, 2.75))
		}, nil},
		{"within the tolerance", func(s *scene) { lay(s, one, stowed("u", "box", 0, gap-9e-7, gap)) }, nil},
		{"past the tolerance", func(s *scene) { lay(s, one, stowed("u", "box", 0, gap-2e-6, gap)) },
			[]string{"R5 m1 u a 00:30 0.249998/0.25 m"}},
		{"rear and right edge", func(s *scene) { lay(s, one, stowed("u", "box", 0, 2.8, 2.8)) },
			[]string{"R5 m1 u a 00:30 0.2/0.25 m", "R5 m1 u a 00:30 0.2/0.25 m"}},
		{"apart along y alone", func(s *scene) { lay(s, one, stowed("u", "box", 0, 1, gap), stowed("u", "box", 0, 1.5, 2.5)) }, nil},
		{"too near along both", func(s *scene) { lay(s, one, stowed("u", "box", 0, gap, gap), stowed("u", "box", 0, 2.4, 2.4)) },
			[]string{"R5 m1 u a 00:30 0.15/0.25 m"}},
		{"one over the other", func(s *scene) { lay(s, one, stowed("u", "box", 0, 1, 1), stowed("u", "box", 0, 1, 1)) },
			[]string{"R5 m1 u a 00:30 -2/0.25 m"}},
		{"same place on two decks", func(s *scene) {
			lay(s, []sortie.Deck{{Count: 2, Length: 5, Width: 5, Height: 2}}, stowed("u", "box", 0, 1, 1), stowed("u", "box", 1, 1, 1))
		}, nil},
		{"as high as the deck", func(s *scene) { lay(s, one, stowed("u", "box", 0, 1, 1)) }, nil},
		{"too high", func(s *scene) {
			lay(s, []sortie.Deck{{Count: 1, Length: 5, Width: 5, Height: 1.99}}, stowed("u", "box", 0, 1, 1))
		}, []string{"R5 m1 u a 00:30 2/1.99 m"}},
		{"deck numbers count each deck", func(s *scene) {
			lay(s, []sortie.Deck{{Count: 2, Length: 1, Width: 1, Height: 1}, {Count: 1, Length: 5, Width: 5, Height: 5}}, stowed("u", "box", 2, 1, 1))
		}, nil},
		{"no deck of that number", func(s *scene) { lay(s, one, stowed("u", "box", 1, 1, 1)) }, []string{"R5 m1 u a 00:30 1/0 deck"}},
		{"no stowage", func(s *scene) { lay(s, one, vehicles("u", 0, "box")) }, []string{"R5 m1 u a 00:30"}},
		{"people alone", func(s *scene) { lay(s, []sortie.Deck{}, vehicles("u", 0, "box", "car")) }, []string{"R5 m1 u a 00:30 2/0 items"}},
		{"space not modelled", func(s *scene) { lay(s, nil, vehicles("u", 0, "box", "car"), stowed("u", "box", 7, -3, 99)) }, nil},
	})
}

func TestForm(t *testing.T) {
	runEdges(t, []edge{
		{"nothing wrong with nothing", func(s *scene) {}, nil},
		{"number past the count", func(s *scene) { s.move("plane/10", "a", "c", "01:00", who("u", 1)) }, []string{"R0 m1 10/9 lifts"}},
		{"number nought", func(s *scene) { s.move("plane/0", "a", "c", "01:00", who("u", 1)) }, []string{"R0 m1"}},
		{"no number", func(s *scene) { s.move("plane/", "a", "c", "01:00", who("u", 1)) }, []string{"R0 m1"}},
		{"no fleet", func(s *scene) { s.move("plane/x/1", "a", "c", "01:00", who("u", 1)).Mode = sortie.Rail }, []string{"R0 m1"}},
		{"a convoy of nothing", func(s *scene) { s.move("", "a", "c", "01:00") }, []string{"R0 m1"}},
		{"a place with no handling is on the road", func(s *scene) {
			s.place("c").Handles = nil
			s.move("bus/1", "a", "c", "01:00", who("u", 1))
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R0 m2 c"}},
		{"a place that handles no road", func(s *scene) {
			delete(s.place("c").Handles, sortie.Road)
			s.move("bus/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R0 m1 c"}},
		{"back where it stopped", func(s *scene) { s.via(s.move("plane/1", "a", "c", "01:00", who("u", 1)), "c", 0) },
			[]string{"R0 m1 c 02:00"}},
		{"without a time", func(s *scene) {
			s.u().Ready = clock("00:00")
			s.move("plane/1", "a", "c", "01:00", who("u", 99)).Load = time.Time{}
		}, []string{"R0 m1"}},
		{"without a time of a stop", func(s *scene) {
			s.u().Via = []string{"b"}
			s.via(s.move("plane/1", "a", "c", "01:00", who("u", 99)), "b", 0)
			s.plan.Movements[0].Stops[0].Depart = time.Time{}
		}, []string{"R0 m1"}},
		{"a lift type that is not there", func(s *scene) {
			s.Fleets[0].Type = "tram"
			s.move("bus/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R0 m1"}},
		{"nowhere, and before it departs", func(s *scene) {
			mv := s.move("plane/1", "a", "nowhere", "01:00")
			mv.Arrive, mv.Unloaded = clock("00:59"), clock("00:59")
		}, []string{"R0 m1", "R3 m1 a 01:00 -1/0 minutes"}},
		{"nowhere at the minute of departure", func(s *scene) {
			mv := s.move("plane/1", "a", "nowhere", "01:00")
			mv.Arrive, mv.Unloaded = clock("01:00"), clock("01:00")
		}, []string{"R0 m1"}},
		{"there and back by a stop", func(s *scene) { s.via(s.move("plane/1", "a", "a", "01:00", who("u", 1)), "b", 0) },
			[]string{"R0 m1 a 01:00"}},
		{"to where it stands", func(s *scene) {
			mv := s.move("plane/1", "a", "a", "01:00")
			mv.Arrive, mv.Unloaded = clock("01:00"), clock("01:00")
		}, []string{"R0 m1 a 01:00"}},
		{"a unit that stays", func(s *scene) {
			s.u().To = ""
			s.move("plane/1", "a", "c", "01:00", who("u", 1))
		}, []string{"R0 m1 u"}},
	})
}
