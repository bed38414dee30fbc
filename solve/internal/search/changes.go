package search

import "sortie/solve/internal/haul"

// change is one way of making another order of hauls from one, with how well it
// has done in this mission: what finds better plans is tried more often.
type change struct {
	of     func(w *Worker, s *Solution) []*haul.Haul // nil where it could not be made
	usual  float64                                   // how often it is tried at first, beside the others
	weight float64
	tried  int // since weights were last set
	spent  int // see placing
	gained int
}

// changes are all of them; each file of this package that describes one says
// what it is for.
func changes() []change {
	return []change{
		{of: (*Worker).advance, usual: 3},
		{of: (*Worker).swap, usual: 1},
		{of: (*Worker).advanceUnit, usual: 1},
		{of: (*Worker).repack, usual: 6},
		{of: (*Worker).pin, usual: 2},
		{of: (*Worker).delay, usual: 1},
		{of: (*Worker).thrift, usual: 0.5},
		{of: (*Worker).stay, usual: 0.5},
		{of: (*Worker).rest, usual: 0.5},
		{of: (*Worker).split, usual: 2},
		{of: (*Worker).exchange, usual: 2},
		{of: (*Worker).ride, usual: 0.5},
		{of: (*Worker).join, usual: 1},
		{of: (*Worker).bySchedule, usual: 0.5},
		{of: (*Worker).reroute, usual: 1},
		{of: (*Worker).relay, usual: 0.5},
		{of: (*Worker).straighten, usual: 0.25},
		{of: (*Worker).dissolve, usual: 0.5},
		{of: (*Worker).tighten, usual: 0.5},
		{of: (*Worker).consolidate, usual: 0.2},
		{of: (*Worker).rework, usual: 0.2},
		{of: (*Worker).graft, usual: 0.5},
		{of: (*Worker).rebuildUnit, usual: 2},
		{of: (*Worker).rebuildOrigin, usual: 1},
	}
}

// choose picks a change for a solution by weight.
func (w *Worker) choose(s *Solution) *change {
	if len(s.Order) == 0 {
		return &change{of: (*Worker).rebuildUnit} // there is no haul to change
	}
	if len(s.Order) > many && w.r.IntN(len(s.Order)) >= many {
		if w.r.IntN(3) == 0 {
			return &change{of: (*Worker).relieve}
		}
		return &change{of: (*Worker).balance}
	}
	if w.changes == nil {
		w.changes = changes()
		for i := range w.changes {
			w.changes[i].weight = w.changes[i].usual
		}
	}
	sum := 0.0
	for i := range w.changes {
		sum += w.changes[i].weight
	}
	at := w.r.Float64() * sum
	for i := range w.changes {
		if at -= w.changes[i].weight; at < 0 {
			return &w.changes[i]
		}
	}
	return &w.changes[0]
}

// Learning is how much of a weight is made anew at a time; no change is given
// less than seldom of the time that it was given at first.
const (
	learning = 0.1
	seldom   = 0.3
)

// placing is how many loads may be tried in the time in which a haul is
// scheduled.
const placing = 4

// reward sets the weights by what each change gained for what was spent on it,
// beside what all of them did: what takes longer than others has to gain more.
func (w *Worker) reward() {
	tried, spent, gained := 0, 0, 0
	for i := range w.changes {
		tried += w.changes[i].tried
		spent += w.changes[i].spent
		gained += w.changes[i].gained
	}
	if tried < 100 || gained == 0 {
		return
	}
	mean := float64(gained) / float64(spent)
	each := float64(spent) / float64(tried)
	for i := range w.changes {
		c := &w.changes[i]
		if c.tried == 0 {
			continue
		}
		rate := float64(c.gained) / float64(c.spent) / mean
		often := min(1, each*float64(c.tried)/float64(c.spent)) // what takes longer, less often
		aim := c.usual * often * min(4, seldom+rate)
		c.weight += float64(learning * float64(aim-c.weight))
		c.tried, c.spent, c.gained = 0, 0, 0
	}
}
