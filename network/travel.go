package network

import (
	"container/heap"
	"math"
	"slices"
	"strconv"
	"sync"

	"sortie"
	"sortie/internal/lang"
)

// Leg is one way from a place to another without a stop.
type Leg struct {
	KM      float64
	Minutes int
	OK      bool // false: there is no way
}

// link is one direction of a road, rail or sea link.
type link struct {
	from, to PlaceIndex
	km, kmh  float64
	minutes  float64 // negative where km and speed decide
	types    []string
}

// row is the travel times from one place by one lift type, or by convoys of one
// speed.
type row struct {
	once sync.Once
	legs []Leg
}

// earthRadius is that of the contract's sphere, km.
const earthRadius = 6371.0088

func greatCircle(a, b sortie.Position) float64 {
	rad := math.Pi / 180
	la, lb := a[0]*rad, b[0]*rad
	sinLat, sinLon := math.Sin((lb-la)/2), math.Sin((b[1]-a[1])*rad/2)
	h := sinLat*sinLat + math.Cos(la)*math.Cos(lb)*sinLon*sinLon
	return 2 * earthRadius * math.Asin(math.Min(1, math.Sqrt(h)))
}

func (c *compiler) travel() error {
	n := c.n
	n.airLinks = make(map[[2]PlaceIndex][]*sortie.Link)
	for m := range n.adjacent {
		n.adjacent[m] = make([][]int, len(n.Places))
	}
	for i := range c.m.Links {
		l := &c.m.Links[i]
		ends := [][2]string{{l.From, l.To}}
		if len(l.Between) == 2 {
			ends = [][2]string{{l.Between[0], l.Between[1]}, {l.Between[1], l.Between[0]}}
		}
		for _, e := range ends {
			from, okFrom := c.place[e[0]]
			to, okTo := c.place[e[1]]
			mode := modeIndex(l.Mode)
			if !okFrom || !okTo || mode == None {
				return lang.Err(linkUnknown, strconv.Itoa(i+1))
			}
			if mode == Air {
				n.airLinks[[2]PlaceIndex{from, to}] = append(n.airLinks[[2]PlaceIndex{from, to}], l)
				continue
			}
			n.addLink(mode, l, from, to)
		}
	}
	n.liftRows = make([][]*row, len(n.Types))
	for t := range n.liftRows {
		n.liftRows[t] = make([]*row, len(n.Places))
		for p := range n.Places {
			if n.Places[p].Handles[n.Types[t].Mode] {
				n.liftRows[t][p] = new(row)
			}
		}
	}
	n.driveRows = make([][]row, len(n.speeds))
	for s := range n.driveRows {
		n.driveRows[s] = make([]row, len(n.Places))
	}
	return nil
}

func (n *Network) addLink(mode ModeIndex, l *sortie.Link, from, to PlaceIndex) {
	out := link{from: from, to: to, km: l.KM, kmh: l.KMH, minutes: -1, types: l.Types}
	if l.Minutes != nil {
		out.minutes = *l.Minutes
	}
	zero := sortie.Position{}
	if a, b := n.Places[from].At, n.Places[to].At; out.km == 0 && a != zero && b != zero {
		out.km = greatCircle(a, b)
	}
	n.adjacent[mode][from] = append(n.adjacent[mode][from], len(n.links[mode]))
	n.links[mode] = append(n.links[mode], out)
}

// Leg is the direct way of a lift type; not OK where a place does not handle
// its mode, there is no path, a runway is too short or the leg is out of range.
func (n *Network) Leg(t TypeIndex, from, to PlaceIndex) Leg {
	r := n.liftRows[t][from]
	if r == nil || from == to {
		return Leg{}
	}
	r.once.Do(func() { r.legs = n.liftRow(t, from) })
	return r.legs[to]
}

// Drive is the way of a convoy whose slowest vehicle has the speed.
func (n *Network) Drive(speed int, from, to PlaceIndex) Leg {
	if from == to {
		return Leg{}
	}
	r := &n.driveRows[speed][from]
	r.once.Do(func() {
		r.legs = n.paths(Road, from, n.speeds[speed], "", 0)
	})
	return r.legs[to]
}

func (n *Network) liftRow(t TypeIndex, from PlaceIndex) []Leg {
	typ := &n.Types[t]
	var legs []Leg
	if typ.Mode == Air {
		legs = make([]Leg, len(n.Places))
		for to := range n.Places {
			legs[to] = n.flight(typ, from, PlaceIndex(to))
		}
	} else {
		legs = n.paths(typ.Mode, from, typ.Speed, typ.ID, int(typ.Overhead))
	}
	short := func(p PlaceIndex) bool {
		have := n.Places[p].Runway[typ.Mode]
		return typ.Runway > 0 && have > 0 && typ.Runway > have
	}
	for to := range legs {
		_, reaches := typ.PayloadAt(legs[to].KM)
		if !reaches || !n.Places[to].Handles[typ.Mode] || short(from) || short(PlaceIndex(to)) {
			legs[to] = Leg{}
		}
	}
	return legs
}

// flight is an air leg: by the first listed link that matches, or else along
// the great circle.
func (n *Network) flight(typ *LiftType, from, to PlaceIndex) Leg {
	a, b := n.Places[from].At, n.Places[to].At
	zero := sortie.Position{}
	known := a != zero && b != zero
	if from == to {
		return Leg{}
	}
	km := 0.0
	if known {
		km = greatCircle(a, b)
	}
	for _, l := range n.airLinks[[2]PlaceIndex{from, to}] {
		if len(l.Types) > 0 && !slices.Contains(l.Types, typ.ID) {
			continue
		}
		if l.KM > 0 {
			km = l.KM
		}
		if l.Minutes != nil {
			return Leg{km, ceilMinutes(*l.Minutes), true}
		}
		if l.KM > 0 || known {
			return Leg{km, ceilMinutes(float64(typ.Overhead) + km/typ.Speed*60), true}
		}
	}
	if !known || n.Mission.Air == sortie.AirListed {
		return Leg{}
	}
	return Leg{km, ceilMinutes(float64(typ.Overhead) + km/typ.Speed*60), true}
}

// paths is the fastest way from a place to every other along the links of a
// mode, of equally fast ones the shortest; typ is empty for convoys, which may
// use links of every type only.
func (n *Network) paths(mode ModeIndex, from PlaceIndex, speed float64, typ string, overhead int) []Leg {
	type reached struct{ minutes, km float64 }
	best := make([]reached, len(n.Places))
	for i := range best {
		best[i] = reached{math.Inf(1), math.Inf(1)}
	}
	best[from] = reached{}
	q := &pathQueue{{0, 0, from}}
	for q.Len() > 0 {
		at := heap.Pop(q).(pathNode)
		if b := best[at.place]; at.minutes > b.minutes || at.minutes == b.minutes && at.km > b.km {
			continue
		}
		for _, i := range n.adjacent[mode][at.place] {
			l := &n.links[mode][i]
			minutes, ok := l.travel(speed, typ)
			if !ok {
				continue
			}
			next := pathNode{at.minutes + minutes, at.km + l.km, l.to}
			if b := best[l.to]; next.minutes < b.minutes-1e-9 || next.minutes <= b.minutes+1e-9 && next.km < b.km-1e-9 {
				best[l.to] = reached{next.minutes, next.km}
				heap.Push(q, next)
			}
		}
	}
	legs := make([]Leg, len(n.Places))
	for to, b := range best {
		if to == int(from) || math.IsInf(b.minutes, 1) || b.minutes > 1e8 {
			continue
		}
		minutes := b.minutes + float64(overhead)
		if mode == Road {
			minutes += n.rests(b.minutes)
		}
		legs[to] = Leg{b.km, ceilMinutes(minutes), true}
	}
	return legs
}

// rests is the minutes of rest that a drive of so many minutes needs.
func (n *Network) rests(driving float64) float64 {
	drive := float64(n.Convoy.Drive)
	if drive <= 0 {
		return 0
	}
	return float64(n.Convoy.Rest) * math.Max(0, math.Ceil(driving/drive-1e-9)-1)
}

// travel is the minutes along the link at the speed.
func (l *link) travel(speed float64, typ string) (minutes float64, ok bool) {
	if len(l.types) > 0 && !slices.Contains(l.types, typ) {
		return 0, false
	}
	if l.minutes >= 0 {
		return l.minutes, true
	}
	if l.kmh > 0 {
		speed = math.Min(speed, l.kmh)
	}
	return l.km / speed * 60, l.km > 0
}

type pathNode struct {
	minutes, km float64
	place       PlaceIndex
}

type pathQueue []pathNode

func (q pathQueue) Len() int { return len(q) }
func (q pathQueue) Less(i, j int) bool {
	if q[i].minutes != q[j].minutes {
		return q[i].minutes < q[j].minutes
	}
	return q[i].km < q[j].km
}
func (q pathQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *pathQueue) Push(x any)   { *q = append(*q, x.(pathNode)) }
func (q *pathQueue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}
