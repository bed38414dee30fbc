package check

import (
	"container/heap"
	"math"
	"slices"

	"sortie"
)

// edge is a link in one direction.
type edge struct {
	to    int
	link  *sortie.Link
	km    float64
	known bool // km is known
}

// label is the best way found to a place: fastest first, then shortest.
type label struct {
	reached bool
	minutes float64
	km      float64
	known   bool
}

// sameMinutes is within what two paths are equally fast.
const sameMinutes = 1e-9

func (a label) better(b label) bool {
	if !b.reached {
		return true
	}
	return a.minutes < b.minutes-sameMinutes || (a.minutes <= b.minutes+sameMinutes && a.km < b.km-sameMinutes)
}

// add enters a link; one whose ends do not exist joins nothing.
func (r *router) add(l *sortie.Link) {
	var ends [][2]int
	if len(l.Between) == 2 {
		a, b := lookup(r.index.placeOf, l.Between[0]), lookup(r.index.placeOf, l.Between[1])
		ends = [][2]int{{a, b}, {b, a}}
	} else {
		ends = [][2]int{{lookup(r.index.placeOf, l.From), lookup(r.index.placeOf, l.To)}}
	}
	for _, e := range ends {
		if e[0] < 0 || e[1] < 0 {
			continue
		}
		if l.Mode == sortie.Air {
			r.air[e] = append(r.air[e], l)
			continue
		}
		way := edge{to: e[1], link: l, km: l.KM, known: l.KM > 0}
		if !way.known {
			way.km, way.known = r.greatCircle(e[0], e[1])
		}
		if r.roads[l.Mode] == nil {
			r.roads[l.Mode] = make([][]edge, len(r.index.places))
		}
		r.roads[l.Mode][e[0]] = append(r.roads[l.Mode][e[0]], way)
	}
}

// serves reports whether a link holds for a lift type; for a convoy, which has
// none, only a link for all types does.
func serves(l *sortie.Link, liftType string) bool {
	return len(l.Types) == 0 || (liftType != "" && slices.Contains(l.Types, liftType))
}

// driving is the time on the edge in minutes; false where its figures give none.
func (e edge) driving(speed float64) (float64, bool) {
	if e.link.Minutes != nil {
		return *e.link.Minutes, *e.link.Minutes >= 0
	}
	if e.link.KMH > 0 {
		speed = min(speed, e.link.KMH)
	}
	minutes := e.link.KM / speed * 60
	return minutes, e.link.KM > 0 && speed > 0 && !math.IsInf(speed, 0) && minutes <= mostMinutes
}

// tree is the best way from a place to every other, by Dijkstra's algorithm.
// A label may improve within [sameMinutes] after it was settled, so a place is
// taken up again whenever it does.
func (r *router) tree(v vehicle, from int) []label {
	best := make([]label, len(r.index.places))
	best[from] = label{reached: true, known: true}
	edges := r.roads[v.mode]
	if edges == nil {
		return best
	}
	liftType := ""
	if v.typ >= 0 {
		liftType = r.mission.LiftTypes[v.typ].ID
	}
	queue := frontier{{from, best[from]}}
	for len(queue) > 0 {
		here := heap.Pop(&queue).(visit)
		if here.label != best[here.place] {
			continue
		}
		for _, e := range edges[here.place] {
			minutes, ok := e.driving(v.speed)
			if !ok || !serves(e.link, liftType) {
				continue
			}
			next := label{true, here.minutes + minutes, here.km + e.km, here.known && e.known}
			if next.better(best[e.to]) {
				best[e.to] = next
				heap.Push(&queue, visit{e.to, next})
			}
		}
	}
	return best
}

type visit struct {
	place int
	label
}

type frontier []visit

func (f frontier) Len() int { return len(f) }
func (f frontier) Less(i, j int) bool {
	return f[i].minutes < f[j].minutes || (f[i].minutes == f[j].minutes && f[i].km < f[j].km)
}
func (f frontier) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)   { *f = append(*f, x.(visit)) }
func (f *frontier) Pop() any {
	last := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return last
}
