package bound_test

import (
	"fmt"
	"math"
	"slices"
	"time"

	"sortie"
	"sortie/check"
)

// tinyKind is people or items of one unit.
type tinyKind struct {
	unit, ready, at, to int
	item                *sortie.EquipmentType // nil for people
	count               int8
}

// exhaustive tries every schedule of a tiny mission, tick by tick, each
// distinct state once.
type exhaustive struct {
	m       *sortie.Mission
	kinds   []tinyKind
	minutes [3][3]int // ticks between two places; 0 where there is no link
	km      [3][3]float64
	n       int // lifts
	next    map[scene]scene
}

const (
	firstTick   = -4
	lastTick    = 60
	mostScenes  = 2500
	ticksPerDay = 24 * 60 / tick
)

func ticks(d sortie.Duration) int { return int(d) / tick }

func tickOf(t time.Time) int { return int(t.Sub(tinyStart) / (tick * time.Minute)) }

func placeOf(m *sortie.Mission, id string) int {
	return slices.IndexFunc(m.Places, func(p sortie.Place) bool { return p.ID == id })
}

// exhaust is a plan of the least closure and that closure in ticks; false
// where nothing delivers all in time, or there are too many states to try.
func exhaust(m *sortie.Mission) (*sortie.Plan, int, bool) {
	x := &exhaustive{m: m}
	for i, u := range m.Units {
		ready := 0
		if !u.Ready.IsZero() {
			ready = max(0, tickOf(u.Ready))
		}
		k := tinyKind{unit: i, ready: ready, at: placeOf(m, u.At), to: placeOf(m, u.To), count: int8(u.People)}
		if u.People > 0 {
			x.kinds = append(x.kinds, k)
		}
		for e := range m.EquipmentTypes {
			if c := u.Equipment[m.EquipmentTypes[e].ID]; c > 0 {
				k.item, k.count = &m.EquipmentTypes[e], int8(c)
				x.kinds = append(x.kinds, k)
			}
		}
	}
	for _, l := range m.Links {
		a, b := placeOf(m, l.Between[0]), placeOf(m, l.Between[1])
		x.minutes[a][b], x.minutes[b][a] = int(*l.Minutes)/tick, int(*l.Minutes)/tick
		x.km[a][b], x.km[b][a] = l.KM, l.KM
	}
	var first scene
	for f, fleet := range m.Fleets {
		for range fleet.Count {
			first.lifts[x.n] = lift{fleet: int8(f), place: int8(placeOf(m, fleet.Base)), free: -1000}
			x.n++
		}
	}
	if x.n > 3 || len(x.kinds) > 4 {
		return nil, 0, false
	}
	for k, kind := range x.kinds {
		first.stock[k][kind.at] = kind.count
	}
	first.used = [3]int16{-1000, -1000, -1000}
	now := map[scene]scene{{}: first}
	for t := firstTick; t < lastTick; t++ {
		x.next = map[scene]scene{}
		ended := false
		for _, s := range now {
			x.settle(t, &s)
			if !x.delivered(&s) {
				x.depart(t, s, 0)
				continue
			}
			ended = true // unless a lift that is still under way cannot land
			if plan := x.plan(s); len(check.Plan(m, plan).Breaches) == 0 {
				return plan, t, true
			}
		}
		if ended {
			return nil, 0, false
		}
		if now = x.next; len(now) > mostScenes {
			return nil, 0, false
		}
	}
	return nil, 0, false
}

// settle ends what ends at the tick: unloading and loading.
func (x *exhaustive) settle(t int, s *scene) {
	if (t+12)%ticksPerDay == 0 { // the start is at six in the morning
		s.left = 0
	}
	for i := range x.n {
		l := &s.lifts[i]
		switch {
		case l.phase == loading && int(l.until) == t:
			l.phase = loaded
		case l.phase == unloading && int(l.until) == t:
			for k := range x.kinds {
				s.stock[k][l.place] += l.cargo[k]
			}
			l.cargo, l.phase = [4]int8{}, idle
		}
	}
}

func (x *exhaustive) delivered(s *scene) bool {
	for k, kind := range x.kinds {
		if s.stock[k][kind.to] < kind.count {
			return false
		}
	}
	return true
}

func (x *exhaustive) typ(l *lift) *sortie.LiftType { return &x.m.LiftTypes[l.fleet] }

// use reports whether the runway may be used at the tick, and uses it.
func (x *exhaustive) use(t, p int, s *scene) bool {
	place := &x.m.Places[p]
	for _, c := range place.Closed {
		if t >= tickOf(c.From) && t < tickOf(c.To) {
			return false
		}
	}
	for _, c := range x.m.Clearances {
		if c.Country == place.Country && t < tickOf(c.From) {
			return false
		}
	}
	if apart := ticks(place.Handles[sortie.Air].Interval); apart > 0 && t-int(s.used[p]) < apart {
		return false
	}
	s.used[p] = int16(t)
	return true
}

// depart lets each lift from i on depart in every way, or not.
func (x *exhaustive) depart(t int, s scene, i int) {
	if i == x.n {
		x.arrive(t, s)
		return
	}
	x.depart(t, s, i+1)
	l := s.lifts[i]
	if l.phase != idle && l.phase != loaded && l.phase != stopping || t < int(l.free) || t < tickOf(x.m.Fleets[l.fleet].From) {
		return
	}
	for q := range x.m.Places {
		takes := x.minutes[l.place][q]
		if takes == 0 {
			continue
		}
		next := s
		if !x.bears(l, q) || !x.use(t, int(l.place), &next) || !x.leaving(l, q, &next) {
			continue
		}
		next.lifts[i].phase, next.lifts[i].until, next.lifts[i].place = flying, int16(t+takes), int8(q)
		next.back = &deed{t, i, 'd', q, s.back}
		x.depart(t, next, i+1)
	}
}

// leaving counts who leaves the theatre. Whoever goes on after a stop was
// counted on departure, which only stops inside could change: there are none.
func (x *exhaustive) leaving(l lift, q int, s *scene) bool {
	if l.phase != loaded || x.m.Places[l.place].Country != x.m.Host {
		return true
	}
	for k, kind := range x.kinds {
		if kind.item == nil {
			s.left += int16(l.cargo[k])
		}
	}
	most := x.m.Operation.Drawdown.PeoplePerDay
	return most == nil || int(s.left) <= *most
}

// arrive lands what lands at the tick, each with cargo to unload or to stop.
func (x *exhaustive) arrive(t int, s scene) {
	for i := range x.n {
		l := s.lifts[i]
		if l.phase != flying || int(l.until) != t {
			continue
		}
		if !x.use(t, int(l.place), &s) {
			return
		}
		n := &s.lifts[i]
		n.free = int16(t + ticks(x.typ(n).Turnaround))
		if n.cargo == [4]int8{} {
			n.phase = idle
			continue
		}
		if len(x.m.Places) > 2 && n.place != n.from {
			stop := s
			stop.lifts[i].phase = stopping
			x.arrive(t, stop)
		}
		if n.place == n.from {
			n.phase = stopping
			continue
		}
		n.phase, n.until = unloading, int16(t+ticks(x.typ(n).Unload))
		s.back = &deed{t, i, 'u', int(n.place), s.back}
	}
	x.load(t, s, 0)
}

// load lets each lift from i on begin to load in every way, or not.
func (x *exhaustive) load(t int, s scene, i int) {
	if i == x.n {
		x.keep(t, s)
		return
	}
	x.load(t, s, i+1)
	l := s.lifts[i]
	if l.phase != idle || t < 0 || t < tickOf(x.m.Fleets[l.fleet].From) {
		return
	}
	x.fill(t, s, i, 0)
}

func (x *exhaustive) fill(t int, s scene, i, k int) {
	l := &s.lifts[i]
	if k == len(x.kinds) {
		if l.cargo == [4]int8{} {
			return
		}
		l.phase, l.until, l.from = loading, int16(t+ticks(x.typ(l).Load)), l.place
		cargo := 0
		for n := range x.kinds {
			cargo = cargo*8 + int(l.cargo[n])
		}
		s.back = &deed{t, i, 'l', cargo, s.back}
		x.load(t, s, i+1)
		return
	}
	kind := x.kinds[k]
	for n := int8(0); n <= s.stock[k][l.place]; n++ {
		next := s
		next.lifts[i].cargo[k] = n
		next.stock[k][l.place] -= n
		if n > 0 && (t < kind.ready || int(l.place) == kind.to || !x.relieved(&s, kind.unit)) || !x.carries(&next.lifts[i]) {
			break
		}
		x.fill(t, next, i, k+1)
	}
}

// carries holds a load against payload, deck and seats. Items lie in one row,
// each a gap after the one before.
func (x *exhaustive) carries(l *lift) bool {
	t := x.typ(l)
	people, used := 0, 0.0
	for k, kind := range x.kinds {
		if kind.item == nil {
			people += int(l.cargo[k])
		} else {
			used += float64(l.cargo[k]) * (kind.item.Length + t.Gap)
		}
	}
	most := t.Payload
	if t.PayloadRange != nil {
		most = &t.PayloadRange[0][1]
	}
	if x.mass(l) > *most {
		return false
	}
	if t.Decks == nil || used == 0 {
		return people <= max(t.Seats.Empty, t.Seats.Full)
	}
	free := 1 - used/t.Decks[0].Length
	seats := math.Floor(float64(t.Seats.Full) + float64(t.Seats.Empty-t.Seats.Full)*free + 1e-9)
	return used+t.Gap <= t.Decks[0].Length+1e-9 && float64(people) <= seats
}

// bears reports whether what is aboard may be flown to a place: of a payload that falls with the distance
// the second point holds for the long legs.
func (x *exhaustive) bears(l lift, q int) bool {
	t := x.typ(&l)
	return t.PayloadRange == nil || x.km[l.place][q] < t.PayloadRange[1][0] || x.mass(&l) <= t.PayloadRange[1][1]
}

// mass is the tonnes aboard.
func (x *exhaustive) mass(l *lift) float64 {
	mass := 0.0
	for k, kind := range x.kinds {
		each := x.m.PersonT
		if kind.item != nil {
			each = kind.item.Mass
		}
		mass += float64(l.cargo[k]) * each
	}
	return mass
}

// relieved reports whether those that the unit comes after are at their ends.
func (x *exhaustive) relieved(s *scene, unit int) bool {
	for _, id := range x.m.Units[unit].After {
		for k, kind := range x.kinds {
			if x.m.Units[kind.unit].ID == id && s.stock[k][kind.to] < kind.count {
				return false
			}
		}
	}
	return true
}

// keep enters the scene for the next tick if all that holds for a time holds
// in this one.
func (x *exhaustive) keep(t int, s scene) {
	for p := range x.m.Places {
		h := x.m.Places[p].Handles[sortie.Air]
		standing, working := 0, 0
		for i := range x.n {
			l := &s.lifts[i]
			if int(l.place) != p || l.phase == flying {
				continue
			}
			if placeOf(x.m, x.m.Fleets[l.fleet].Base) != p {
				standing++
			}
			if l.phase == loading || l.phase == unloading {
				working++
			}
		}
		if h.ParkingMOG != nil && standing > *h.ParkingMOG || h.WorkingMOG != nil && working > *h.WorkingMOG {
			return
		}
	}
	here := 0 // the site is the whole theatre
	for k, kind := range x.kinds {
		if kind.item == nil {
			here += int(s.stock[k][0])
		}
	}
	for _, task := range x.m.Tasks {
		if t >= 0 && t < tickOf(task.Until) && here < task.People {
			return
		}
	}
	for _, f := range x.m.Operation.Drawdown.Floor {
		if t >= 0 && t < tickOf(f.Until) && here < f.People {
			return
		}
	}
	key := s
	key.back = nil
	for p := range key.used {
		key.used[p] = max(key.used[p], int16(t-8))
	}
	for i := range x.n {
		l := &key.lifts[i]
		if int(l.free) <= t {
			l.free = 0
		}
		if l.phase == idle || l.phase == loaded || l.phase == stopping {
			l.until = 0
		}
		if l.cargo == [4]int8{} {
			l.from = 0
		}
	}
	x.next[key] = s
}

// plan is the movements of the deeds that led to a scene.
func (x *exhaustive) plan(s scene) *sortie.Plan {
	var deeds []*deed
	for d := s.back; d != nil; d = d.before {
		deeds = append(deeds, d)
	}
	slices.Reverse(deeds)
	moves := make([][]sortie.Movement, x.n)
	at := make([]int, x.n)
	open := make([]*sortie.Movement, x.n)
	name := make([]string, x.n)
	for i := range x.n {
		l := s.lifts[i]
		number := 1
		for j := range i {
			if s.lifts[j].fleet == l.fleet {
				number++
			}
		}
		name[i] = fmt.Sprintf("%s/%d", x.m.Fleets[l.fleet].ID, number)
		at[i] = placeOf(x.m, x.m.Fleets[l.fleet].Base)
	}
	finish := func(i int) { moves[i] = append(moves[i], *open[i]); open[i] = nil }
	for _, d := range deeds {
		mv, when := open[d.lift], atTick(d.tick)
		switch d.what {
		case 'l':
			open[d.lift] = &sortie.Movement{Lift: name[d.lift], Mode: sortie.Air, From: x.m.Places[at[d.lift]].ID, Load: when,
				Cargo: x.cargo(d.to, x.typ(&s.lifts[d.lift]))}
		case 'd':
			arrive := atTick(d.tick + x.minutes[at[d.lift]][d.to])
			switch {
			case mv == nil:
				open[d.lift] = &sortie.Movement{Lift: name[d.lift], Mode: sortie.Air, From: x.m.Places[at[d.lift]].ID,
					To: x.m.Places[d.to].ID, Load: when, Depart: when, Arrive: arrive, Unloaded: arrive}
				finish(d.lift)
			case mv.Depart.IsZero():
				mv.Depart, mv.Arrive = when, arrive
			default:
				mv.Stops = append(mv.Stops, sortie.Stop{At: x.m.Places[at[d.lift]].ID, Arrive: mv.Arrive, Depart: when})
				mv.Arrive = arrive
			}
			at[d.lift] = d.to
		case 'u':
			mv.To, mv.Unloaded = x.m.Places[d.to].ID, mv.Arrive.Add(time.Duration(x.typ(&s.lifts[d.lift]).Unload)*time.Minute)
			finish(d.lift)
		}
	}
	p := &sortie.Plan{Version: 1, Mission: x.m.ID}
	for _, list := range moves {
		p.Movements = append(p.Movements, list...)
	}
	slices.SortStableFunc(p.Movements, func(a, b sortie.Movement) int {
		if c := a.Load.Compare(b.Load); c != 0 {
			return c
		}
		if a.Lift < b.Lift {
			return -1
		}
		return 1
	})
	for i := range p.Movements {
		p.Movements[i].ID = i + 1
	}
	return p
}

func (x *exhaustive) cargo(code int, t *sortie.LiftType) []sortie.Cargo {
	var out []sortie.Cargo
	counts := make([]int, len(x.kinds))
	for k := len(x.kinds) - 1; k >= 0; k-- {
		counts[k], code = code%8, code/8
	}
	end := 0.0
	for k, kind := range x.kinds {
		if counts[k] == 0 {
			continue
		}
		id := x.m.Units[kind.unit].ID
		if len(out) == 0 || out[len(out)-1].Unit != id {
			out = append(out, sortie.Cargo{Unit: id})
		}
		last := &out[len(out)-1]
		if kind.item == nil {
			last.People = counts[k]
			continue
		}
		for range counts[k] {
			item := sortie.Item{Type: kind.item.ID}
			if t.Decks != nil {
				item.Stowage = &sortie.Stowage{X: end + t.Gap, Y: t.Gap}
				end += t.Gap + kind.item.Length
			}
			last.Items = append(last.Items, item)
		}
	}
	return out
}
