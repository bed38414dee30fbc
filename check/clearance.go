package check

import (
	"slices"

	"sortie"
)

// permit is a clearance with its window in minutes, both ends included.
type permit struct {
	*sortie.Clearance
	from, until int64
}

// clearance checks R16 on every departure and arrival, stops included.
func (c *checker) clearance() {
	byCountry := map[string][]permit{}
	for i := range c.mission.Clearances {
		p := &c.mission.Clearances[i]
		byCountry[p.Country] = append(byCountry[p.Country],
			permit{p, minuteOr(p.From, farPast), minuteOr(p.Until, farFuture)})
	}
	if len(byCountry) == 0 {
		return
	}
	for i := range c.moves {
		mv := &c.moves[i]
		if !mv.timed {
			continue
		}
		nations := c.nations(mv)
		for _, u := range c.uses(i) {
			permits := naming(byCountry[c.places[u.place].Country], mv.mode)
			for _, nation := range nations {
				if len(permits) > 0 {
					c.cleared(mv, u, nation, permits)
				}
			}
		}
	}
}

// naming keeps those of a country's clearances that are about the mode.
func naming(permits []permit, mode sortie.Mode) []permit {
	var found []permit
	for _, p := range permits {
		if p.Mode == "" || p.Mode == mode {
			found = append(found, p)
		}
	}
	return found
}

// nations are those that need clearance: the fleet's, or those of all units of
// a convoy. A fleet without a nation needs a clearance for all nations.
func (c *checker) nations(mv *movement) []string {
	if !mv.convoy {
		if mv.fleet < 0 {
			return nil
		}
		return []string{c.fleets[mv.fleet].Nation}
	}
	var found []string
	for _, part := range mv.cargo {
		if n := c.units[part.unit].Nation; !slices.Contains(found, n) {
			found = append(found, n)
		}
	}
	return found
}

func (c *checker) cleared(mv *movement, u use, nation string, permits []permit) {
	covered := false
	for _, p := range permits {
		if len(p.Nations) > 0 && (nation == "" || !slices.Contains(p.Nations, nation)) {
			continue
		}
		covered = true
		if p.from <= u.at && u.at <= p.until {
			return
		}
	}
	who := ofNation.Text(nation)
	switch {
	case nation == "" && mv.convoy:
		who = unitNoNation.Text()
	case nation == "":
		who = fleetNoNation.Text()
	}
	b := c.where(mv.breach(Clearance), u.place, u.at)
	country := c.places[u.place].Country
	if !covered {
		c.report(b, uncovered, u.tell(b.Place), modeName(mv.mode), country, who)
		return
	}
	c.report(b, notCleared, u.tell(b.Place), modeName(mv.mode), c.tell(u.at), country, who)
}
