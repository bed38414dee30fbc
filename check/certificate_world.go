package check

import (
	"fmt"
	"math"
	"slices"

	"sortie"
)

// prover is what a certificate is verified with: who can be carried by what,
// along which passages, and how early lifts can be where.
type prover struct {
	mission *sortie.Mission
	index
	start   int64
	routes  router
	fleets  []*squad
	roads   map[string][][]*passage // of convoys, by nation and speeds: place → passages that leave it
	gates   map[string]*access
	carried map[string]*carriage
	carries map[[2]int]*carriage // by unit and kind; nil where nothing is known
	ready   map[int]int64
	known   map[string]*reach
	sides   map[string][][]int64 // their measures
	bays    map[*sortie.LiftType]*bay
	rows    map[space][][]int64
}

// squad is a fleet with its passages.
type squad struct {
	fleet
	load, unload, turn int64
	from, until        int64
	perDay             int64 // most minutes under way in 24 h; 0: no limit
	out, in            [][]*passage
	at                 []int64 // earliest that a lift can stand at each place
	home               []int64 // latest departure from each place that still ends at the base; nil where it need not
}

func newProver(m *sortie.Mission) *prover {
	w := &prover{mission: m, index: newIndex(m), roads: map[string][][]*passage{}, gates: map[string]*access{},
		carried: map[string]*carriage{}, carries: map[[2]int]*carriage{}, ready: map[int]int64{}, known: map[string]*reach{}, sides: map[string][][]int64{}, bays: map[*sortie.LiftType]*bay{}, rows: map[space][][]int64{}}
	w.start = minute(m.Operation.Start)
	w.routes = newRouter(m, &w.index)
	for i := range w.index.fleets {
		w.fleets = append(w.fleets, w.newSquad(w.index.fleets[i]))
	}
	return w
}

// longAgo is a minute before anything that the mission dates, by so much that
// a lift without a window can have gone anywhere since.
func (w *prover) longAgo() int64 {
	first := w.start
	sooner := func(at int64) {
		if at > -latest {
			first = min(first, at)
		}
	}
	for i := range w.places {
		for _, c := range w.places[i].closed {
			sooner(c.from)
		}
	}
	for _, c := range w.mission.Clearances {
		sooner(minuteOr(c.From, w.start))
		sooner(minuteOr(c.Until, w.start))
	}
	return first - 3650*day
}

func (w *prover) gate(p int, mode sortie.Mode, nation string) *access {
	key := fmt.Sprint(p, "\x00", mode, "\x00", nation)
	if w.gates[key] == nil {
		w.gates[key] = newAccess(w.mission, &w.places[p], mode, nation)
	}
	return w.gates[key]
}

func (w *prover) newSquad(f fleet) *squad {
	s := &squad{fleet: f, out: make([][]*passage, len(w.places)), in: make([][]*passage, len(w.places))}
	if f.kind == nil || f.base < 0 || f.Count <= 0 || !(f.kind.Speed > 0) {
		s.Fleet = &sortie.Fleet{ID: f.ID}
		return s
	}
	s.load, s.unload, s.turn = int64(f.kind.Load), int64(f.kind.Unload), int64(f.kind.Turnaround)
	s.from, s.until = minuteOr(f.From, w.longAgo()), minuteOr(f.Until, farFuture)
	if f.HoursPerDay > 0 && f.HoursPerDay < 24 && f.kind.Mode != sortie.Road {
		s.perDay = int64(math.Floor(f.HoursPerDay*60 + tolerance))
	}
	for p := range w.places {
		for q := range w.places {
			if way, ok := w.leg(f, p, q); ok {
				s.out[p] = append(s.out[p], way)
				s.in[q] = append(s.in[q], way)
			}
		}
	}
	s.at = all(len(w.places), farFuture)
	s.at[f.base] = s.from
	s.roam(s.at, func(p int, t int64) int64 { return t + s.turnAt(p) })
	if f.Return {
		s.homeward()
	}
	return s
}

// leg is a leg of a lift of the fleet, where it can make it at all.
func (w *prover) leg(f fleet, p, q int) (*passage, bool) {
	from, okFrom := w.places[p].handles(f.kind.Mode)
	to, okTo := w.places[q].handles(f.kind.Mode)
	if p == q || !okFrom || !okTo {
		return nil, false
	}
	for _, h := range []sortie.Handling{from, to} {
		if h.Runway > 0 && f.kind.Runway > h.Runway+tolerance {
			return nil, false
		}
	}
	var r route
	if f.kind.Mode == sortie.Air {
		r = w.routes.fly(f.kind, p, q)
	} else {
		r = w.routes.drive(f.kind, vehicle{mode: f.kind.Mode, typ: f.typ, speed: f.kind.Speed}, p, q)
	}
	if !r.ok {
		return nil, false
	}
	most, limited, reaches := capacity(f.kind, r.km)
	if !reaches {
		return nil, false
	}
	return &passage{p, q, r.minutes, most, limited, w.gate(p, f.kind.Mode, f.Nation), w.gate(q, f.kind.Mode, f.Nation)}, true
}

// turnAt is the least time from the first arrival at a place to the next
// departure; a lift at its base need not have arrived.
func (s *squad) turnAt(p int) int64 {
	if p == s.base {
		return 0
	}
	return s.turn
}

func all(n int, with int64) []int64 {
	list := make([]int64, n)
	for i := range list {
		list[i] = with
	}
	return list
}

// roam lets an empty lift go on from wherever it is.
func (s *squad) roam(at []int64, free func(p int, t int64) int64) {
	for changed := true; changed; {
		changed = false
		for p := range at {
			if at[p] >= farFuture {
				continue
			}
			for _, way := range s.out[p] {
				if d := way.leave(free(p, at[p])); d < farFuture && d+way.minutes < at[way.to] && d+way.minutes <= s.until {
					at[way.to] = d + way.minutes
					changed = true
				}
			}
		}
	}
}

func (s *squad) homeward() {
	arrive := all(len(s.in), farPast)
	s.home = all(len(s.in), farPast)
	arrive[s.base], s.home[s.base] = s.until, farFuture
	for changed := true; changed; {
		changed = false
		for q := range arrive {
			if arrive[q] <= farPast {
				continue
			}
			for _, way := range s.in[q] {
				if d := way.leaveBy(arrive[q]); d > s.home[way.from] {
					s.home[way.from], arrive[way.from] = d, d-s.turn
					changed = true
				}
			}
		}
	}
}

// carriage is what may carry a kind of a unit, and where it has to go.
type carriage struct {
	key    string
	fleets []int
	roads  [][]*passage // nil where it cannot drive
	mass   float64
	to     int
}

// carriage finds it; false where its convoys have no speed that is known.
func (w *prover) carriage(u, kind int) (*carriage, bool) {
	found, ok := w.carries[[2]int{u, kind}]
	if !ok {
		found, ok = w.newCarriage(u, kind)
		if !ok {
			found = nil
		}
		w.carries[[2]int{u, kind}] = found
	}
	return found, found != nil
}

func (w *prover) newCarriage(u, kind int) (*carriage, bool) {
	unit := &w.units[u]
	c := &carriage{mass: w.mission.PersonT, to: unit.to}
	if kind != people {
		c.mass = w.mission.EquipmentTypes[kind].Mass
	}
	for i, f := range w.fleets {
		serves := len(f.Serves) == 0 || slices.Contains(f.Serves, unit.Nation)
		if f.Count > 0 && serves && mayUse(unit, f.kind.Mode) && w.takes(f.kind, kind) {
			c.fleets = append(c.fleets, i)
		}
	}
	speeds, known := w.speeds(unit, kind)
	if !known {
		return nil, false
	}
	if len(speeds) > 0 {
		c.roads = w.convoyRoads(unit.Nation, speeds)
	}
	c.key = fmt.Sprint(c.fleets, speeds, c.mass, c.to, "\x00", unit.Nation)
	if found, ok := w.carried[c.key]; ok {
		return found, true
	}
	w.carried[c.key] = c
	return c, true
}

func mayUse(u *unit, mode sortie.Mode) bool {
	return len(u.Modes) == 0 || slices.Contains(u.Modes, mode)
}

// takes reports whether one of the kind can be aboard the type at all.
func (w *prover) takes(t *sortie.LiftType, kind int) bool {
	if kind == people {
		return max(t.Seats.Empty, t.Seats.Full) > 0
	}
	if t.Decks == nil {
		return true
	}
	for i := range t.Decks {
		if t.Decks[i].Count > 0 && fits(t, &t.Decks[i], &w.mission.EquipmentTypes[kind]) {
			return true
		}
	}
	return false
}

// fits reports whether the item lies on the empty deck.
func fits(t *sortie.LiftType, d *sortie.Deck, e *sortie.EquipmentType) bool {
	return e.Length+2*t.Gap <= d.Length+3*tolerance && e.Width+2*t.Gap <= d.Width+3*tolerance &&
		e.Height <= d.Height+tolerance && (d.Payload == nil || e.Mass <= *d.Payload+tolerance)
}

// speeds is those of the convoys that the kind can be part of, in km/h: any
// moving vehicle of its nation may be in it, and the slowest decides. None
// where it cannot drive. Slower ones count too: they may leave before a place
// closes and arrive when the next one opens.
func (w *prover) speeds(u *unit, kind int) (speeds []float64, known bool) {
	if !mayUse(u, sortie.Road) {
		return nil, true
	}
	own := 0.0
	if kind != people {
		e := &w.mission.EquipmentTypes[kind]
		if !e.Drives && !e.Towed {
			return nil, true
		}
		own = e.KMH
	}
	driven := false
	for i := range w.units {
		v := &w.units[i]
		if v.Nation != u.Nation || v.To == "" || !mayUse(v, sortie.Road) {
			continue
		}
		for k := range v.strong {
			if k == people {
				continue
			}
			e := &w.mission.EquipmentTypes[k]
			if e.Drives && !(e.KMH > 0) {
				return nil, false
			}
			driven = driven || e.Drives
			if (e.Drives || e.Towed) && e.KMH > 0 && !(own > 0 && e.KMH > own) && !slices.Contains(speeds, e.KMH) {
				speeds = append(speeds, e.KMH)
			}
		}
	}
	if !driven {
		return nil, true
	}
	slices.Sort(speeds)
	return speeds, true
}

// convoyRoads is the ways of convoys of a nation: they end where one of its
// units is going or passing, or where another mode takes over.
func (w *prover) convoyRoads(nation string, speeds []float64) [][]*passage {
	key := fmt.Sprint(speeds, "\x00", nation)
	if found, ok := w.roads[key]; ok {
		return found
	}
	ends := make([]bool, len(w.places))
	for p := range ends {
		for _, mode := range sortie.Modes {
			_, ok := w.places[p].handles(mode)
			ends[p] = ends[p] || ok && mode != sortie.Road
		}
	}
	for i := range w.units {
		if u := &w.units[i]; u.Nation == nation {
			for _, p := range append([]int{u.to}, u.via...) {
				if p >= 0 {
					ends[p] = true
				}
			}
		}
	}
	roads := make([][]*passage, len(w.places))
	for p := range w.places {
		for q := range w.places {
			_, okFrom := w.places[p].handles(sortie.Road)
			_, okTo := w.places[q].handles(sortie.Road)
			if p == q || !ends[q] || !okFrom || !okTo {
				continue
			}
			for _, speed := range speeds {
				if r := w.routes.drive(nil, vehicle{mode: sortie.Road, typ: -1, speed: speed}, p, q); r.ok {
					roads[p] = append(roads[p], &passage{from: p, to: q, minutes: r.minutes,
						out: w.gate(p, sortie.Road, nation), in: w.gate(q, sortie.Road, nation)})
				}
			}
		}
	}
	w.roads[key] = roads
	return roads
}
