package bound

import "math"

// step finds the next prices x, and what the claims say is earned at them. They are where
//
//	what the claims say + Σ (x − center)² / (2 reach × scale)
//
// is least, which is found from its dual: each fleet's lifts are parted over its claims, and x follows from what
// all parts together earn. Of each fleet lifts go over from the claim that says least to the one that says most,
// as many as gain, until little more is to be won.
func (b *bundle) step() (claimed float64) {
	p := b.parting()
	for sweep := 1; sweep <= mostSweeps; sweep++ {
		lost := 0.0
		claimed = 0
		for _, t := range b.fixed {
			claimed += t.times * b.next[t.variable]
		}
		for i := range b.claims {
			most, now := p.sweep(i)
			claimed += most
			lost += most - now
		}
		if sweep%8 == 0 && lost < 0.1*math.Max(b.least-claimed, 1e-4) {
			break
		}
	}
	return claimed
}

// parting is how a bundle's lifts are parted, and what that earns at each price.
type parting struct {
	*bundle
	slope []float64
	apart []float64 // of two claims, while they are compared
}

func (b *bundle) parting() *parting {
	p := &parting{b, make([]float64, len(b.center)), make([]float64, len(b.center))}
	for _, t := range b.fixed {
		p.slope[t.variable] += t.times
	}
	for _, claims := range b.claims {
		for _, c := range claims {
			for _, t := range c.terms {
				p.slope[t.variable] += c.part * t.times
			}
		}
	}
	b.next = make([]float64, len(b.center))
	for v := range b.next {
		p.set(v)
	}
	p.balance()
	return p
}

// set is the price that follows from the slope.
func (p *parting) set(v int) {
	p.next[v] = math.Max(0, p.center[v]-p.reach*p.scale[v]*(p.slope[v]-p.level*p.owed[v]))
}

// balance sets the level so that about one is owed.
func (p *parting) balance() {
	for range 3 {
		owed, bend := 0.0, 0.0
		for v, part := range p.owed {
			if owed += part * p.next[v]; p.next[v] > 0 {
				bend += p.reach * p.scale[v] * part * part
			}
		}
		if math.Abs(owed-1) < 1e-9 || bend <= 0 {
			return
		}
		p.level += (1 - owed) / bend
		for v, part := range p.owed {
			if part != 0 {
				p.set(v)
			}
		}
	}
}

// sweep moves lifts of one fleet from one claim to another, or to doing nothing, and says what they earned: at
// the most, and as they were parted.
func (p *parting) sweep(i int) (most, now float64) {
	count := float64(max(p.w.fleets[i].Count, 0))
	idle, high, low := count, 0.0, math.Inf(1)
	var best, worst *claim
	for _, c := range p.claims[i] {
		p.w.work += len(c.terms) / 4
		says := c.earns(p.next)
		idle -= c.part
		now += c.part * says
		if says > high {
			best, high = c, says
		}
		if c.part > 1e-12 && says < low {
			worst, low = c, says
		}
	}
	from := idle
	if idle <= 1e-9 || low < 0 {
		if worst != nil {
			from = worst.part
		}
	} else {
		worst, low = nil, 0
	}
	if most = count * high; best == worst || high-low < 1e-9 {
		return most, now
	}
	by := math.Min(from, (high-low)/math.Max(p.bend(best, worst), 1e-12))
	p.shift(worst, -by)
	p.shift(best, by)
	p.balance()
	return most, now
}

func (p *parting) shift(c *claim, by float64) {
	if c == nil {
		return
	}
	c.part += by
	for _, t := range c.terms {
		p.slope[t.variable] += by * t.times
		p.set(t.variable)
	}
}

// bend is how fast what two claims say comes together as lifts go from one to the other; either may be none.
func (p *parting) bend(a, b *claim) float64 {
	var list []term
	for n, c := range []*claim{a, b} {
		if c == nil {
			continue
		}
		for _, t := range c.terms {
			p.apart[t.variable] += float64(1-2*n) * t.times
		}
		list = append(list, c.terms...)
	}
	total := 0.0
	for _, t := range list {
		if x := p.apart[t.variable]; p.next[t.variable] > 0 {
			total += p.scale[t.variable] * x * x
		}
		p.apart[t.variable] = 0
	}
	return p.reach * total
}
