package bound

import (
	"context"
	"math"
	"slices"

	"sortie/network"
)

// bundle looks for the prices at which all lifts together earn the least part of what is owed, by
// a minute, in coarse steps of time. At any prices a lift earns no less than each route found so far earns it. So the next prices are
// those at which these say least, but not far from the best so far (Kiwiel's proximal bundles).
// Prices are such that one is owed in all.
type bundle struct {
	*master
	by     network.Minute
	owed   []float64  // by price: how much of it is owed
	fixed  []term     // what all that there is to use earns
	claims [][]*claim // by fleet
	scale  []float64  // how far each price may go, as a square
	reach  float64    // how far all of them may

	center  []float64 // the best prices so far
	least   float64   // what is earned at them
	claimed float64   // what the routes known say is earned at the next
	next    []float64
	level   float64 // what one more owed would be worth, where the next prices are
}

// claim is a route: what it earns is no more than what a lift does.
type claim struct {
	route *route
	terms []term
	part  float64 // of the lifts
}

const (
	firstReach  = 0.3
	mostReach   = 1e4
	feeScale    = 10    // of fees against worths
	mostAscent  = 95    // of a hundred parts of the work on routes
	mostClaims  = 40    // of a fleet
	mostSweeps  = 200   // for the next prices
	mostAsked   = 60    // rounds of asking for routes, at one minute
	hopeless    = 20    // of them, where the routes known earn more than what is owed
	beyond      = 1.004 // so much more
	farBeyond   = 0.02  // and each so much more counts as one round more
	smallChange = 1e-3
	coarse      = 10    // minutes at once
	roughly     = 0.995 // of what is owed: to earn no more in coarse steps is as good as less than all
	mostReloads = 6     // searches for loads on the routes known, each round
	muchMore    = 0.05  // of what the claims and the lifts are apart: so much more a load has to bring
)

// ascend looks for the latest minute by which the lifts cannot earn what is owed: always for one that is far
// beyond what is proven, since prices made for a minute prove little beyond it. It is false where there is too much
// to do.
func (s *search) ascend(m *master, l *leaf) bool {
	b := &bundle{master: m, owed: make([]float64, len(l.prices)), scale: make([]float64, len(l.prices)),
		claims: make([][]*claim, len(m.w.fleets)), center: slices.Clone(l.prices), reach: firstReach}
	copy(b.owed, m.objective(nil)[:m.size])
	b.even(b.center)
	jump := max(30, (l.by-s.w.n.Start)/4)
	small := max(10, jump/16)
	end := m.until
	defer func() { m.until = end }()
	all := s.w.work + (end-s.w.work)*mostAscent/100
	most := min(all, s.w.work+s.effort*mostHope)
	for jump >= small && s.ctx.Err() == nil && s.w.work < most {
		by := l.by + jump
		if by >= s.w.n.Last {
			return true
		}
		b.until(by)
		m.until, m.grain = most, coarse
		b.descend(s.ctx)
		m.until, m.grain = end, 1
		tried := &leaf{prices: slices.Clone(b.center)}
		proves := b.least < 1 && s.latest(m, tried, by, max(small, jump/8))
		if (proves || s.latest(m, tried, l.by, max(small, jump/8))) && tried.by > l.by {
			l.by, l.prices, l.stakes, most = tried.by, tried.prices, tried.stakes, all
			if l.by > s.best { // so that something is known where the time ends before this does
				s.routed(m, l, l.by, 1)
			}
		}
		if l.by < by { // the more is earned, the farther off is the minute by which it is not
			jump = network.Minute(float64(jump) / min(max(1+8*(b.claimed-1), 2), 5))
		}
	}
	s.latest(m, l, max(l.by-1, s.w.n.Start), 1)
	return s.w.work < most
}

// even makes prices such that one is owed.
func (b *bundle) even(prices []float64) {
	owed := 0.0
	for v, part := range b.owed {
		owed += part * prices[v]
	}
	for v := range prices {
		prices[v] /= math.Max(owed, 1e-12)
	}
}

// until sets the minute. Of routes that end later, the loads until then are known.
func (b *bundle) until(by network.Minute) {
	b.by, b.fixed, b.least = by, nil, math.Inf(1)
	level, all := b.master.level(), 0.0
	for v, mass := range level {
		all += b.owed[v] * mass
	}
	for v, mass := range level {
		b.scale[v] = mass / all
	}
	for v := b.size; v < b.underWay(nil, 0, 0); v++ {
		server, step := b.servers[(v-b.size)/b.steps], network.Minute((v-b.size)%b.steps)
		minutes := float64(server.number) * float64(max(0, min(by-b.w.n.Start-step*feeStep, feeStep)))
		b.fix(v, minutes, feeScale/float64((by-b.w.n.Start)/feeStep+1))
	}
	for i, f := range b.w.fleets {
		for n := 0; n < b.days && f.limited(); n++ {
			b.fix(b.underWay(nil, i, n), float64(f.mostIn(b.day(n), by)), 1)
		}
	}
	for i, claims := range b.claims {
		for _, c := range claims {
			route := *c.route
			route.loads = slices.DeleteFunc(slices.Clone(route.loads), func(d *delivery) bool { return d.ends > by })
			c.route, c.terms = &route, b.terms(i, &route)
		}
	}
}

// fix is that there is so much of something to use, for a price.
func (b *bundle) fix(v int, much, scale float64) {
	if b.scale[v] = 0; much > 0 {
		b.fixed = append(b.fixed, term{v, much})
		b.scale[v] = scale / (much * much)
	}
}

// terms is what a route of a fleet earns at each price.
func (b *bundle) terms(i int, route *route) []term {
	var out []term
	add := func(v int, times float64) {
		n := slices.IndexFunc(out, func(t term) bool { return t.variable == v })
		if n < 0 {
			n = len(out)
			out = append(out, term{variable: v})
		}
		out[n].times += times
	}
	for _, d := range route.loads {
		for _, p := range d.parts {
			part := float64(p.count) / float64(b.sorts[p.sort].count)
			if v := b.names[p.sort][d.from]; v != network.None {
				add(v, part)
			}
			if v := b.names[p.sort][d.to]; v != network.None {
				add(v, -part)
			}
		}
	}
	c := &column{fleet: i}
	b.spend(c, route, b.by)
	for _, u := range c.uses {
		add(b.size+u.server*b.steps+u.step, -u.minutes)
	}
	for n := 0; n < b.days && b.w.fleets[i].limited(); n++ {
		minutes := network.Minute(0)
		for _, leg := range route.flown {
			minutes += leg.within(b.day(n), b.by)
		}
		if minutes > 0 {
			out = append(out, term{b.underWay(nil, i, n), -float64(minutes)})
		}
	}
	return out
}

// earns is what a claim says at some prices.
func (c *claim) earns(prices []float64) float64 {
	total := 0.0
	for _, t := range c.terms {
		total += t.times * prices[t.variable]
	}
	return total
}

// ask finds the best routes at some prices, and what is earned; false where that is not known.
func (b *bundle) ask(prices []float64) (earned float64, ok bool) {
	s := b.whole(nil, prices)
	owed, total := b.master.owed(s), b.paid(s, b.by)
	for i, f := range b.w.fleets {
		if f.Count <= 0 {
			continue
		}
		one, route, known := b.best(i, s, b.by, unlimited)
		if !known || b.over() {
			return 0, false
		}
		if total += mul(int64(f.Count), one); one <= 0 {
			continue
		}
		for _, d := range route.loads {
			d.parts = b.parts(f.typ, d.offer, d.tonnes)
		}
		b.claims[i] = append(b.claims[i], &claim{route: route, terms: b.terms(i, route)})
	}
	return float64(total) / math.Max(float64(owed), 1e-9), true
}

// descend looks for prices at which less is earned by the minute than what is owed.
func (b *bundle) descend(ctx context.Context) {
	earned, ok := b.ask(b.center)
	b.least = earned
	idle, beaten := 0, 0
	for round := 0; ok && round < mostAsked && b.least >= roughly && ctx.Err() == nil; round++ {
		claimed := b.step()
		for range mostReloads {
			if !b.reload(claimed) {
				break
			}
			claimed = b.step()
		}
		if earned, ok = b.ask(b.next); !ok {
			return
		}
		b.claimed = claimed
		hoped := math.Max(b.least-claimed, 1e-9)
		switch gain := (b.least - earned) / hoped; {
		case gain > 0.1:
			if gain > 0.5 {
				b.reach = min(2*b.reach, mostReach)
			}
			b.least, idle = earned, 0
			copy(b.center, b.next)
			b.even(b.center)
		case gain < -1 || idle >= 4:
			b.reach *= 0.6
			idle = 0
		default:
			idle++
		}
		if hoped < 0.02*math.Max(b.least-1, 0.01) && b.reach < firstReach {
			b.reach *= 4
			continue
		}
		if claimed > beyond {
			beaten += 1 + int((claimed-1)/farBeyond)
		}
		if beaten > hopeless || hoped < smallChange {
			return
		}
		b.forget()
	}
}

// forget drops the oldest claims that the last step made nothing of.
func (b *bundle) forget() {
	for i, claims := range b.claims {
		drop := len(claims) - mostClaims
		b.claims[i] = slices.DeleteFunc(claims, func(c *claim) bool {
			if drop <= 0 || c.part > 1e-9 {
				return false
			}
			drop--
			return true
		})
	}
}
