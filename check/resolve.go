package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sortie"
)

// movement is one of the plan's with its ids looked up, -1 where unknown, and
// its times in minutes.
type movement struct {
	src    *sortie.Movement
	index  int // position in the plan
	id     int // what a breach calls it
	convoy bool
	fleet  int
	number int
	kind   *sortie.LiftType // nil for a convoy and an unknown lift
	typ    int
	mode   sortie.Mode // the lift's own, where it is known
	from   int
	to     int
	timed  bool // every time is given
	load   int64
	depart int64
	arrive int64
	done   int64 // unloaded
	legs   []leg
	cargo  []cargo
	people int64
	mass   float64
}

// leg is a journey without a stop.
type leg struct {
	from, to       int
	depart, arrive int64
	route          route
}

// cargo is what a movement carries of one unit that exists.
type cargo struct {
	unit  int
	kinds []amount
}

type amount struct {
	kind int // people or an equipment type
	n    int64
}

func (c *checker) resolve() {
	c.moves = make([]movement, len(c.plan.Movements))
	counts := make([]int64, len(c.mission.EquipmentTypes))
	for i := range c.plan.Movements {
		mv := &c.moves[i]
		mv.src, mv.index = &c.plan.Movements[i], i
		c.resolveLift(mv)
		c.resolveTimes(mv)
		c.resolveCargo(mv, counts)
		speed := c.convoySpeed(mv)
		for l := range mv.legs {
			mv.legs[l].route = c.routes.find(mv, speed, mv.legs[l].from, mv.legs[l].to)
		}
	}
}

func (c *checker) resolveLift(mv *movement) {
	mv.id = mv.src.ID
	if mv.id == 0 {
		mv.id = mv.index + 1
	}
	mv.convoy, mv.fleet, mv.typ, mv.mode = mv.src.Lift == "", -1, -1, mv.src.Mode
	if mv.convoy {
		mv.mode = sortie.Road
		return
	}
	name, number, ok := splitLift(mv.src.Lift)
	if !ok {
		return
	}
	mv.number = number
	if mv.fleet = lookup(c.fleetOf, name); mv.fleet >= 0 && c.fleets[mv.fleet].kind != nil {
		mv.kind, mv.typ = c.fleets[mv.fleet].kind, c.fleets[mv.fleet].typ
		mv.mode = mv.kind.Mode
	}
}

// splitLift reads fleet/number; the number has no leading zero.
func splitLift(id string) (fleet string, number int, ok bool) {
	slash := strings.LastIndexByte(id, '/')
	if slash < 0 {
		return "", 0, false
	}
	digits := id[slash+1:]
	number, err := strconv.Atoi(digits)
	if err != nil || number < 1 || strconv.Itoa(number) != digits {
		return "", 0, false
	}
	return id[:slash], number, true
}

func (c *checker) resolveTimes(mv *movement) {
	s := mv.src
	mv.from, mv.to = lookup(c.placeOf, s.From), lookup(c.placeOf, s.To)
	mv.timed = !s.Load.IsZero() && !s.Depart.IsZero() && !s.Arrive.IsZero() && !s.Unloaded.IsZero()
	mv.load, mv.depart, mv.arrive, mv.done = minute(s.Load), minute(s.Depart), minute(s.Arrive), minute(s.Unloaded)
	mv.legs = make([]leg, 0, len(s.Stops)+1)
	next := leg{from: mv.from, depart: mv.depart}
	for _, stop := range s.Stops {
		mv.timed = mv.timed && !stop.Arrive.IsZero() && !stop.Depart.IsZero()
		next.to, next.arrive = lookup(c.placeOf, stop.At), minute(stop.Arrive)
		mv.legs = append(mv.legs, next)
		next = leg{from: next.to, depart: minute(stop.Depart)}
	}
	next.to, next.arrive = mv.to, mv.arrive
	mv.legs = append(mv.legs, next)
}

func (c *checker) resolveCargo(mv *movement, counts []int64) {
	for _, part := range mv.src.Cargo {
		mv.people = min(mv.people+int64(max(part.People, 0)), mostPeople)
		for _, item := range part.Items {
			if kind := lookup(c.equipment, item.Type); kind >= 0 {
				counts[kind]++
				mv.mass += c.mission.EquipmentTypes[kind].Mass
			}
		}
		carried := cargo{unit: lookup(c.unitOf, part.Unit)}
		if part.People > 0 {
			carried.kinds = append(carried.kinds, amount{people, min(int64(part.People), mostPeople)})
		}
		for _, item := range part.Items {
			if kind := lookup(c.equipment, item.Type); kind >= 0 && counts[kind] > 0 {
				carried.kinds = append(carried.kinds, amount{kind, counts[kind]})
				counts[kind] = 0
			}
		}
		if carried.unit >= 0 {
			mv.cargo = append(mv.cargo, carried)
		}
	}
	mv.mass += float64(mv.people) * c.mission.PersonT
}

// sequence puts each known lift's movements in the order in which it makes
// them, and the lifts in the order in which the plan first names them.
func (c *checker) sequence() {
	of := map[string]int{}
	for i := range c.moves {
		mv := &c.moves[i]
		if mv.kind == nil || !mv.timed {
			continue
		}
		n, known := of[mv.src.Lift]
		if !known {
			n = len(c.sequences)
			of[mv.src.Lift] = n
			c.sequences = append(c.sequences, nil)
		}
		c.sequences[n] = append(c.sequences[n], i)
	}
	for _, moves := range c.sequences {
		slices.SortStableFunc(moves, func(a, b int) int {
			return cmp.Or(cmp.Compare(c.moves[a].load, c.moves[b].load), cmp.Compare(c.moves[a].depart, c.moves[b].depart))
		})
	}
}
