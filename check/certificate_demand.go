package check

import (
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// party is a demand of a certificate, verified: so many that have to move, the
// ways they can, and how early they can be where.
type party struct {
	units  []int
	kind   int
	count  int64
	held   []int // places where tasks hold them
	floor  bool
	after  int64
	ways   []*carriage
	early  *reach
	until  int64 // latest unloading in the plans that are spoken of
	single bool  // all of one unit's kind that has to be delivered
	part   int   // number of the part of the demand that it is of
}

// left is what the certificate does not count on being delivered.
func (w *prover) left(cert *certificate) map[[2]int]int64 {
	left := map[[2]int]int64{}
	for _, l := range cert.Left {
		u, kind := lookup(w.unitOf, l.Unit), w.kindOf(l.Kind)
		if u >= 0 && kind >= people && l.Count > 0 {
			left[[2]int{u, kind}] = plusCapped(left[[2]int{u, kind}], min(l.Count, boundless))
		}
	}
	return left
}

// kindOf is the kind of a name; less than people where there is none.
func (w *prover) kindOf(name string) int {
	if name == "people" {
		return people
	}
	if kind := lookup(w.equipment, name); kind >= 0 {
		return kind
	}
	return people - 1
}

// moves is how many of a kind of a unit a plan has to deliver somewhere else.
func (w *prover) moves(u, kind int, left map[[2]int]int64) int64 {
	unit := &w.units[u]
	if unit.to < 0 || unit.at < 0 || unit.at == unit.to {
		return 0
	}
	return max(unit.strong[kind]-left[[2]int{u, kind}], 0)
}

// entries verifies the demand: that it is there, that the mission demands it,
// and that nothing is counted twice.
func (w *prover) entries(cert *certificate) ([]*party, error) {
	left := w.left(cert)
	taken := map[[2]int][]*party{}
	var out []*party
	for n, part := range cert.parts() {
		if len(part.Demand) == 0 {
			return nil, lang.Err(noDemand)
		}
		for i := range part.Demand {
			p, err := w.party(&part.Demand[i], left, taken, cert.Tardy)
			if err != nil {
				return nil, err
			}
			p.part = n
			out = append(out, p)
		}
	}
	return out, nil
}

// mostSharing is how many entries may count people of one unit, or items of it of one type.
const mostSharing = 8

// party verifies one entry of the demand; taken is those before, by unit and kind. What these count of the same
// units may be the same as what it counts: it counts no more than there are without them.
func (w *prover) party(d *demand, left map[[2]int]int64, taken map[[2]int][]*party, tardiness *int64) (*party, error) {
	p := &party{kind: w.kindOf(d.Kind), count: d.Count, until: farFuture}
	if p.kind < people {
		return nil, lang.Err(noSuchKind, quote(d.Kind))
	}
	var others []*party
	for _, id := range d.Units {
		u := lookup(w.unitOf, id)
		if u < 0 {
			return nil, lang.Err(noSuchUnit, quote(id))
		}
		of := [2]int{u, p.kind}
		for _, q := range taken[of] {
			if !slices.Contains(others, q) {
				others = append(others, q)
			}
		}
		if taken[of] = append(taken[of], p); slices.Contains(p.units, u) || len(taken[of]) > mostSharing {
			return nil, lang.Err(countsTwice, w.nameOf(p.kind), w.units[u].ID)
		}
		if w.moves(u, p.kind, left) == 0 {
			return nil, lang.Err(noneMoves, w.nameOf(p.kind), w.units[u].ID)
		}
		p.units = append(p.units, u)
	}
	if len(p.units) == 0 || p.count <= 0 || p.count > boundless {
		return nil, lang.Err(demandNobody)
	}
	shared := int64(0)
	for _, q := range others {
		shared = plusCapped(shared, q.count)
	}
	if len(d.Tasks) > 0 || d.Floor != 0 {
		return p, w.heldParty(p, d, left, shared, tardiness)
	}
	if tardiness != nil && len(p.units) == 1 {
		p.until = w.untardy(p.units[0], *tardiness)
	}
	return p, w.unitParty(p, left, shared)
}

// unitParty is what a unit has to deliver of a kind, but for so many.
func (w *prover) unitParty(p *party, left map[[2]int]int64, shared int64) error {
	u := p.units[0]
	if len(p.units) > 1 {
		return lang.Err(unheld)
	}
	moves := w.moves(u, p.kind, left) - shared
	if p.count > moves {
		return lang.Err(toMove, max(moves, 0), w.nameOf(p.kind), w.units[u].ID, p.count)
	}
	p.single = p.count == w.units[u].strong[p.kind]
	c, ok := w.carriage(u, p.kind)
	if !ok {
		return lang.Err(speedUnknown, w.units[u].ID)
	}
	p.ways, p.early = []*carriage{c}, w.from(c, w.units[u].at, w.readyAt(u, nil))
	return nil
}

// heldParty is people who stand where tasks or a floor need them in the minute
// before After. It counts no more than the need, less all others who could
// stand there in their stead, and less so many.
func (w *prover) heldParty(p *party, d *demand, left map[[2]int]int64, shared int64, tardiness *int64) error {
	if p.kind != people || d.After == nil || d.Floor != 0 && len(d.Tasks) > 0 {
		return lang.Err(holdsUntil)
	}
	p.after = minute(*d.After)
	need, places, err := w.need(p, d)
	if err != nil {
		return err
	}
	need -= shared
	for _, u := range p.units {
		if slices.Contains(places, w.units[u].to) {
			return lang.Err(mayStay, w.units[u].ID)
		}
	}
	for u := range w.units {
		first := farFuture
		for _, at := range places {
			first = min(first, w.canStand(u, at))
		}
		switch {
		case first >= p.after:
		case slices.Contains(p.units, u):
			need -= w.units[u].strong[people] - w.moves(u, people, left)
		case w.tooLate(u, places, p.after, tardiness):
			need -= w.units[u].strong[people] - w.moves(u, people, left)
		default:
			need -= w.units[u].strong[people]
		}
	}
	if p.count > need {
		return lang.Err(heldUntil, max(need, 0), moment(d.After.UTC()), p.count)
	}
	for _, u := range p.units {
		c, ok := w.carriage(u, people)
		if !ok {
			return lang.Err(speedUnknown, w.units[u].ID)
		}
		r := w.released(c, u, places, p.after)
		if !slices.Contains(p.ways, c) {
			p.ways = append(p.ways, c)
		}
		p.early = w.sooner(p.early, r)
	}
	return nil
}

// released is how early people of a unit can be where who stand at one of the
// places until the minute.
func (w *prover) released(c *carriage, u int, places []int, after int64) *reach {
	r := w.newReach(c, farFuture)
	for _, at := range places {
		if t := w.canStand(u, at); t < farFuture {
			r.stands[at] = max(t, after, w.readyAt(u, nil))
		}
	}
	w.early(c, r)
	return r
}

// tooLate reports whether those of a unit that move cannot have stood at the
// places in the minute before: they would come home so late that the unit alone
// is tardier than the certificate allows.
func (w *prover) tooLate(u int, places []int, after int64, tardiness *int64) bool {
	unit := &w.units[u]
	if tardiness == nil || unit.to < 0 || unit.at < 0 || unit.at == unit.to || slices.Contains(places, unit.to) {
		return false
	}
	c, ok := w.carriage(u, people)
	if !ok {
		return false
	}
	return w.released(c, u, places, after).stands[unit.to] > w.untardy(u, *tardiness)
}

// untardy is the latest minute at which the last of a unit can be unloaded where
// the unit alone has no more tardiness.
func (w *prover) untardy(u int, tardiness int64) int64 {
	unit := &w.units[u]
	weight := 6 - int64(min(max(unit.Priority, 1), 5))
	return minuteOr(unit.Due, minute(w.mission.Operation.Deadline)) + min(tardiness/weight, farFuture/4)
}

// need is how many people have to stand where, in the minute before.
func (w *prover) need(p *party, d *demand) (need int64, places []int, err error) {
	if d.Floor != 0 {
		floors := w.mission.Operation.Drawdown.Floor
		if d.Floor < 0 || d.Floor > len(floors) || minute(floors[d.Floor-1].Until) != p.after || p.after <= w.start {
			return 0, nil, lang.Err(noSuchFloor)
		}
		p.floor = true
		for at := range w.places {
			if w.places[at].host {
				places = append(places, at)
			}
		}
		return int64(floors[d.Floor-1].People), places, nil
	}
	for _, id := range d.Tasks {
		n := slices.IndexFunc(w.mission.Tasks, func(t sortie.Task) bool { return t.ID == id })
		if n < 0 {
			return 0, nil, lang.Err(noSuchTask, quote(id))
		}
		t := &w.mission.Tasks[n]
		at := lookup(w.placeOf, t.At)
		if at < 0 || slices.Contains(places, at) {
			return 0, nil, lang.Err(holdsNobody, quote(id))
		}
		if minuteOr(t.From, w.start) >= p.after || p.after > minuteOr(t.Until, farFuture) || p.after <= w.start {
			return 0, nil, lang.Err(endsBefore, quote(id))
		}
		need = plusCapped(need, int64(min(max(t.People, 0), int(mostPeople))))
		places = append(places, at)
	}
	p.held = places
	return need, places, nil
}

// canStand is the first minute at which people of a unit can stand at a place.
func (w *prover) canStand(u, at int) int64 {
	unit := &w.units[u]
	switch {
	case unit.strong[people] == 0:
		return farFuture
	case unit.at == at:
		return farPast
	case unit.to < 0:
		return farFuture
	case unit.at < 0:
		return farPast
	}
	c, ok := w.carriage(u, people)
	if !ok {
		return farPast
	}
	return w.from(c, unit.at, w.readyAt(u, nil)).stands[at]
}

// sooner is the lesser of two reaches; it changes neither.
func (w *prover) sooner(a, b *reach) *reach {
	if a == nil {
		return b
	}
	out := &reach{stands: slices.Clone(a.stands), aboard: make([][]int64, len(w.fleets))}
	for p := range out.stands {
		out.stands[p] = min(out.stands[p], b.stands[p])
	}
	for _, r := range []*reach{a, b} {
		for f, at := range r.aboard {
			if out.aboard[f] == nil {
				out.aboard[f] = slices.Clone(at)
			}
			for p := range at {
				out.aboard[f][p] = min(out.aboard[f][p], at[p])
			}
		}
	}
	return out
}

// arrival is the first minute at which all of a demand can be unloaded at a
// destination. Where a whole unit moves, some of it has been at each via place
// before, and that part too has to go on.
func (w *prover) arrival(p *party) int64 {
	first := farFuture
	for _, u := range p.units {
		first = min(first, p.early.stands[w.units[u].to])
	}
	if !p.single {
		return first
	}
	u, c := &w.units[p.units[0]], p.ways[0]
	passed := farPast
	for _, via := range u.via {
		if via < 0 || via == u.at || via == u.to {
			continue
		}
		onward := w.newReach(c, farFuture)
		onward.stands[via] = max(passed, p.early.stands[via])
		passes := onward.stands[via]
		for _, f := range c.fleets {
			onward.aboard[f][via] = max(passed, p.early.aboard[f][via])
			passes = min(passes, onward.aboard[f][via])
		}
		if passes >= farFuture {
			return first
		}
		passed = passes
		w.early(c, onward)
		first = max(first, onward.stands[u.to])
	}
	return first
}
