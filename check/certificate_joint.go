package check

import (
	"slices"

	"sortie"
)

// voyage is the n-th loads of the lifts of a fleet that are in time.
type voyage struct {
	fleet       int
	count, load int64
	loads       int64 // earliest minute at which it is loaded
	lands       int64 // earliest minute at which it lands outside
	back        int64 // earliest minute at which the lift is inside for it
	leaves      int64 // latest minute at which it leaves inside
	arrives     int64 // latest minute at which it lands outside
	again       bool  // it is not the first
}

func (v *voyage) begins(inside bool) int64 {
	if inside {
		return v.loads
	}
	return v.lands
}

func (v *voyage) last(inside bool) int64 {
	if inside {
		return v.leaves
	}
	return v.arrives
}

// joint is what each voyage takes of each resource, a row for each.
type joint struct {
	*border
	mode    sortie.Mode
	voyages []voyage
	rows    [][]int64
}

// mostVoyages bounds the sorts of voyages that are held against all resources.
const mostVoyages = 2000

// wholeLoads is the most points of whole loads that teams, stands, runways and
// the trips of the lifts allow together, where that is less than the demand.
func (b *border) wholeLoads(mode sortie.Mode, l *reach) int64 {
	j := &joint{border: b, mode: mode}
	for i := range b.fleets {
		x, f := &b.fleets[i], b.prover.fleets[i]
		if !x.carries || f.kind.Mode != mode || x.load == 0 {
			continue
		}
		leaves, arrives := farPast, farPast
		for p, in := range b.inside {
			if in {
				leaves = max(leaves, l.leaves[i][p])
			} else {
				arrives = max(arrives, min(l.stands[p], f.until)-f.unload)
			}
		}
		left := b.loads(i, l)
		for n := 0; left > 0; n++ {
			count := min(left, int64(f.Count))
			left -= count
			j.voyages = append(j.voyages, voyage{i, count, x.load, x.loading[n], slices.Min(x.trips[n]), x.back[n], leaves, arrives, n > 0})
		}
	}
	if len(j.voyages) > mostVoyages {
		return boundless
	}
	for _, inside := range []bool{true, false} {
		places := b.served(mode, inside, l)
		for _, from := range j.times(inside) {
			j.teamTime(inside, from, farFuture, places, l)
			j.standTime(inside, from, places)
		}
		for _, to := range j.lasts(inside) {
			j.runwayUses(inside, to, places)
			if inside {
				j.teamTime(true, farPast, to, places, l)
			}
		}
	}
	h := j.hold()
	if len(h.kinds) == 0 {
		return boundless
	}
	return h.below(b.total)
}

// hold is the rows, with voyages that take the same of each as one kind; it is
// of no kinds where they are too many.
func (j *joint) hold() *hold {
	h := &hold{rows: make([][]int64, len(j.rows))}
	var first []int // voyage of each kind
	for n, v := range j.voyages {
		k := slices.IndexFunc(first, func(m int) bool {
			return j.voyages[m].load == v.load && !slices.ContainsFunc(j.rows, func(row []int64) bool { return row[m] != row[n] })
		})
		if k >= 0 {
			h.counts[k] = plusCapped(h.counts[k], v.count)
			continue
		}
		if len(first) == mostStowedKinds {
			return &hold{}
		}
		first = append(first, n)
		h.kinds, h.counts, h.each = append(h.kinds, len(h.kinds)), append(h.counts, v.count), append(h.each, v.load)
		for i := range j.rows {
			h.rows[i] = append(h.rows[i], j.rows[i][n])
		}
	}
	return h
}

// times is the minutes from which on loads are counted: from the first, and from
// when the next loads of the lifts of some fleet can begin.
func (j *joint) times(inside bool) []int64 {
	out := []int64{farPast}
	for i := range j.voyages {
		if v := &j.voyages[i]; v.again {
			out = append(out, v.begins(inside))
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), 4)]
}

// lasts is the latest minutes of voyages on that side, the very last first.
func (j *joint) lasts(inside bool) []int64 {
	var out []int64
	for i := range j.voyages {
		out = append(out, j.voyages[i].last(inside))
	}
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out[:min(len(out), 4)]
}
