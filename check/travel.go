package check

import (
	"math"

	"sortie"
	"sortie/internal/lang"
)

// earthRadius is the mean radius of the sphere on which air distances are
// measured, in km.
const earthRadius = 6371.0088

// mostMinutes bounds a travel time: two centuries, past any leg.
const mostMinutes = 1e8

// route is the way of one leg. Where there is none, ok is false and why says
// the reason; both are empty for a leg whose ends or lift are unknown.
type route struct {
	ok      bool
	why     lang.Text
	km      float64
	known   bool  // km is known
	minutes int64 // the whole time, overhead and rests included, rounded up
}

// vehicle is what decides how a leg is travelled: the lift type, or for a
// convoy (typ -1) the speed of its slowest vehicle.
type vehicle struct {
	mode  sortie.Mode
	typ   int
	speed float64 // km/h; infinite where nothing limits it
}

type trip struct {
	vehicle
	from, to int
}

// router finds routes and remembers them.
type router struct {
	mission *sortie.Mission
	index   *index
	air     map[[2]int][]*sortie.Link // by ends, in the order of the list
	roads   map[sortie.Mode][][]edge
	trees   map[trip][]label // by vehicle and start
	trips   map[trip]route
}

func newRouter(m *sortie.Mission, x *index) router {
	r := router{
		mission: m, index: x,
		air:   map[[2]int][]*sortie.Link{},
		roads: map[sortie.Mode][][]edge{},
		trees: map[trip][]label{},
		trips: map[trip]route{},
	}
	for i := range m.Links {
		r.add(&m.Links[i])
	}
	return r
}

// drives reports whether the movement is a convoy with vehicles. One without
// has no speed; R0 or R12 says what is wrong with it.
func (mv *movement) drives() bool {
	if !mv.convoy {
		return false
	}
	for _, part := range mv.src.Cargo {
		if len(part.Items) > 0 {
			return true
		}
	}
	return false
}

// find is the route of a leg of the movement; speed is that of a convoy.
func (r *router) find(mv *movement, speed float64, from, to int) route {
	if from < 0 || to < 0 || from == to || (mv.kind == nil && !mv.drives()) {
		return route{}
	}
	v := vehicle{mode: mv.mode, typ: mv.typ, speed: speed}
	if !mv.convoy {
		v.speed = mv.kind.Speed
	}
	key := trip{v, from, to}
	found, ok := r.trips[key]
	if !ok {
		if v.mode == sortie.Air {
			found = r.fly(mv.kind, from, to)
		} else {
			found = r.drive(mv.kind, v, from, to)
		}
		r.trips[key] = found
	}
	return found
}

// fly takes the first air link that matches, or else the great circle.
func (r *router) fly(kind *sortie.LiftType, from, to int) route {
	var link *sortie.Link
	for _, l := range r.air[[2]int{from, to}] {
		if serves(l, kind.ID) {
			link = l
			break
		}
	}
	if link == nil && r.mission.Air == sortie.AirListed {
		return route{why: onlyListedAir.Text()}
	}
	km, known := r.greatCircle(from, to)
	if link != nil && link.KM > 0 {
		km, known = link.KM, true
	}
	if link != nil && link.Minutes != nil {
		return rounded(*link.Minutes, km, known)
	}
	if !known {
		return route{why: noAirLink.Text()}
	}
	return rounded(float64(kind.Overhead)+km/kind.Speed*60, km, known)
}

// drive takes the fastest path by road, rail or sea, with the rests that a
// road needs.
func (r *router) drive(kind *sortie.LiftType, v vehicle, from, to int) route {
	key := trip{vehicle: v, from: from}
	tree, ok := r.trees[key]
	if !ok {
		tree = r.tree(v, from)
		r.trees[key] = tree
	}
	end := tree[to]
	switch {
	case !end.reached && math.IsInf(v.speed, 1):
		return route{why: noLinkOrSpeed.Text()}
	case !end.reached:
		return route{why: noUsableLink.Text(modeName(v.mode))}
	}
	total := end.minutes
	if v.mode == sortie.Road {
		total += rests(end.minutes, r.mission.Convoy)
	}
	if kind != nil {
		total += float64(kind.Overhead)
	}
	return rounded(total, end.km, end.known)
}

// rests is the time that drivers rest on the way: after each full drive but
// not at the end.
func rests(driving float64, c sortie.Convoy) float64 {
	if c.Drive <= 0 {
		return 0
	}
	return max(math.Ceil((driving-tolerance)/float64(c.Drive))-1, 0) * float64(c.Rest)
}

func rounded(minutes, km float64, known bool) route {
	if !(minutes >= 0 && minutes <= mostMinutes) {
		return route{why: noTravelTime.Text()}
	}
	return route{ok: true, km: km, known: known, minutes: int64(math.Ceil(minutes - tolerance))}
}

// greatCircle is the distance on the sphere in km, by the haversine formula,
// where both places have coordinates.
func (r *router) greatCircle(from, to int) (float64, bool) {
	a, b := r.index.places[from].At, r.index.places[to].At
	if a == (sortie.Position{}) || b == (sortie.Position{}) {
		return 0, false
	}
	const degree = math.Pi / 180
	north := math.Sin((b[0] - a[0]) * degree / 2)
	east := math.Sin((b[1] - a[1]) * degree / 2)
	h := north*north + math.Cos(a[0]*degree)*math.Cos(b[0]*degree)*east*east
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1))), true
}
