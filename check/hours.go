package check

import (
	"strings"

	"sortie/internal/lang"
)

// hours checks R10 on every departure and arrival, of every mode, stops
// included.
func (c *checker) hours() {
	for i := range c.moves {
		if !c.moves[i].timed {
			continue
		}
		for _, u := range c.uses(i) {
			c.within(&c.places[u.place], u)
		}
	}
}

func (c *checker) within(p *place, u use) {
	b := c.where(c.moves[u.move].breach(Hours), u.place, u.at)
	if len(p.Open) > 0 && !p.isOpen(u.at) {
		when, note := c.tell(u.at), lang.Text{}
		if p.zone == nil {
			note = zoneUnknown.Text(quote(p.Timezone))
		} else {
			when = c.tellIn(u.at, p.zone)
		}
		c.report(b, notOpen, u.tell(p.ID), when, strings.Join(p.Open, ", "), note)
	}
	for _, shut := range p.closed {
		if u.at >= shut.from && u.at < shut.to {
			why := lang.Text{}
			if shut.why != "" {
				why = shutWhy.Text(shut.why)
			}
			c.report(b, shutThen, u.tell(p.ID), c.tell(u.at), c.tellSpan(shut.from, shut.to), why)
			break
		}
	}
}

// isOpen reports whether the minute lies in the opening hours. Hours that
// cannot be read, or in a zone that is unknown, are never open: what cannot be
// verified is not passed.
func (p *place) isOpen(at int64) bool {
	if p.zone == nil {
		return false
	}
	m := p.localMinute(at)
	for _, w := range p.open {
		if w.contains(m) {
			return true
		}
	}
	return false
}
