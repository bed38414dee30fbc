package search

import (
	"math"
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// prunings is how many hauls are scheduled for pruning a plan, in all schedules
// that this takes; and at most as much time goes into the loads that are tried for them.
const prunings = 20000

// pruned is the plan with loads spared for which others have room, however late
// it closes for now: what is wrong with the order of fewer loads a walk puts right
// sooner than it finds a load that is needless.
func (w *Worker) pruned(s *Solution, most int) *Solution {
	given, before := s, w.build.packed
	for range prunings / max(100, len(s.Order)) {
		if w.build.packed-before > placing*prunings || len(s.Order) == 0 || w.Tried >= most || w.stop.Load() {
			break
		}
		w.prices = pricesOf(w.p, s)
		change := (*Worker).tighten
		if w.r.IntN(2) == 0 {
			change = (*Worker).consolidate
		}
		order := change(w, s)
		if order == nil {
			continue
		}
		next := w.try(order)
		if next == nil {
			break
		}
		a, b := next.Schedule.Score, s.Schedule.Score
		if a.Lacking <= b.Lacking && a.Undelivered <= b.Undelivered && a.Late <= b.Late && a.Tardiness <= b.Tardiness && a.Work <= b.Work {
			if s != given {
				w.forget(s)
			}
			s = w.kept(next)
		}
	}
	return s
}

// tighten loads hauls of a hop anew, a few at a time, until there is a load less,
// or the room that is left lies more in one of them.
func (w *Worker) tighten(s *Solution) []*haul.Haul {
	i := w.critical(s)
	hop := s.Order[i].Hop
	if w.p.Hops[hop].Convoy || w.prices == nil {
		return nil
	}
	chosen := w.alongside(s.Order, i)
	before := w.pick(s.Order, chosen)
	after, _ := w.tightened(hop, before, w.tariff(hop, w.prices.eased(w.r)))
	if !slices.ContainsFunc(after, func(h *haul.Haul) bool { return !slices.Contains(before, h) }) {
		return nil
	}
	return replaced(s.Order, chosen, after)
}

// mostTightened is how many hauls are loaded anew at a time, two or three of
// them in each of so many rounds.
const (
	mostTightened = 16
	rounds        = 24
)

// alongside is some hauls of a hop, the one given among them.
func (w *Worker) alongside(order []*haul.Haul, with int) []int {
	out := []int{with}
	begin := w.r.IntN(len(order))
	for k := range order {
		if k = (begin + k) % len(order); k != with && order[k].Hop == order[with].Hop && len(out) < mostTightened {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// tightened loads two or three of the hauls anew, again and again, and keeps what
// costs less; or what costs the same and has its waste in fewer hauls, which is
// what in the end makes one of them needless. It returns what that saves.
func (w *Worker) tightened(hop haul.HopID, hauls []*haul.Haul, t *tariff) (out []*haul.Haul, saved float64) {
	out = slices.Clone(hauls)
	for range rounds {
		if len(out) < 2 {
			break
		}
		w.r.Shuffle(len(out), func(a, b int) { out[a], out[b] = out[b], out[a] })
		few := out[:min(len(out), 2+w.r.IntN(2))]
		all := 0
		for _, h := range few {
			all += h.People + h.Items
		}
		made := w.build.loads(hop, w.unloaded(few...), style{fleet: network.None, rand: w.r, prices: t.prices})
		if carried(made) != all {
			continue
		}
		anew := w.anew[:0]
		for _, m := range made {
			anew = append(anew, m.haul)
		}
		w.anew = anew
		cost, uneven := t.bill(few)
		now, nowUneven := t.bill(anew)
		if now < cost-small || now < cost+small && nowUneven > uneven+small {
			saved += cost - now
			for k, h := range anew {
				anew[k] = h.Kept()
			}
			out = slices.Replace(out, 0, len(few), anew...)
		}
	}
	return out, saved
}

// small is less than any difference of costs that matters.
const small = 1e-6

// replaced is the order with other hauls in the places of those chosen; those
// that are the same stay where they are.
func replaced(order []*haul.Haul, chosen []int, hauls []*haul.Haul) []*haul.Haul {
	var gone []int
	for _, k := range chosen {
		if !slices.Contains(hauls, order[k]) {
			gone = append(gone, k)
		}
	}
	var made []planned
	for _, h := range hauls {
		if !slices.ContainsFunc(chosen, func(k int) bool { return order[k] == h }) {
			made = append(made, planned{haul: h})
		}
	}
	if len(gone) == 0 { // there are only more
		at := chosen[len(chosen)-1] + 1
		for _, m := range made {
			order = slices.Insert(slices.Clone(order), at, m.haul)
		}
		return order
	}
	return replace(order, gone, made)
}

// tariff is what loads over a hop cost by each type of lift, at some prices.
type tariff struct {
	prices   *prices
	carriers []carrier
	costs    []float64                     // of a load, by carrier
	shares   map[network.ItemIndex]float64 // what one of a kind is worth: its part of the cheapest load that holds it
}

// tariff is that of a hop, until the next.
func (w *Worker) tariff(hop haul.HopID, pr *prices) *tariff {
	t := &w.tariffed
	if t.shares == nil {
		t.shares = map[network.ItemIndex]float64{}
	}
	clear(t.shares)
	t.prices, t.carriers, t.costs = pr, t.carriers[:0], t.costs[:0]
	for _, c := range w.build.carriers(hop, style{fleet: network.None}) {
		t.carriers = append(t.carriers, *c)
		t.costs = append(t.costs, pr.of(hop, c))
	}
	return t
}

// cost is the least that a haul costs by any type that can carry it.
func (t *tariff) cost(h *haul.Haul) float64 {
	least, n := math.Inf(1), t.prices.p.N
	for i := range t.carriers {
		if t.costs[i] < least && slices.ContainsFunc(h.Options, func(o haul.Option) bool { return n.Fleets[o.Fleet].Type == t.carriers[i].typ }) {
			least = t.costs[i]
		}
	}
	return least
}

// worth is the parts of loads that a haul carries, at what those cost.
func (t *tariff) worth(h *haul.Haul) float64 {
	sum, n := 0.0, t.prices.p.N
	for _, p := range h.Parts {
		each, ok := t.shares[p.Kind]
		if !ok {
			each = math.Inf(1)
			for i := range t.carriers {
				if c := &t.carriers[i]; n.Fits(c.typ, p.Kind) {
					each = math.Min(each, float64(t.costs[i]*shareOf(n, c, p.Kind)))
				}
			}
			t.shares[p.Kind] = each
		}
		sum += float64(each * float64(p.N))
	}
	return sum
}

// bill is what hauls cost together, and how unevenly their waste is spread.
func (t *tariff) bill(hauls []*haul.Haul) (cost, uneven float64) {
	for _, h := range hauls {
		each := t.cost(h)
		waste := each - t.worth(h)
		cost += each
		uneven += float64(waste * math.Abs(waste))
	}
	return cost, uneven
}
