package missionfile

import (
	"fmt"

	"sortie"
)

// linksJoinTwoPlaces refuses links that join nothing, or that say nothing of
// how long they take.
func linksJoinTwoPlaces(c *checker) {
	for i := range c.m.Links {
		l := &c.m.Links[i]
		path := fmt.Sprintf("links[%d]", i)
		ends := l.Between
		hint := say(linkEnds)
		switch {
		case l.Between != nil && (l.From != "" || l.To != ""):
			c.fail(path+".between", "link-ends", say(linkEndsTwice), hint)
			continue
		case l.Between == nil && (l.From == "" || l.To == ""):
			if !given(c.root.at("links", i), "between") {
				c.report(c.decoder.missing(), path, "missing-key", say(linkNoEnds), hint)
			}
			continue
		case l.Between == nil:
			ends = []string{l.From, l.To}
		case len(l.Between) != 2:
			c.fail(path+".between", "link-ends", say(linkOfMany, len(l.Between)), hint)
			continue
		}
		if ends[0] == ends[1] && ends[0] != "" {
			c.fail(path, "link-ends", say(linkToItself, ends[0]), sentence{})
		}
		if (l.Mode == sortie.Road || l.Mode == sortie.Rail || l.Mode == sortie.Sea) && l.KM == 0 && l.Minutes == nil {
			c.report(c.decoder.missing(), path, "missing-key", say(linkNoLength, l.Mode), say(writeLength))
		}
		if l.Mode == sortie.Air {
			c.linkNeedsAirports(i, ends)
		}
	}
}

func (c *checker) linkNeedsAirports(i int, ends []string) {
	for _, id := range ends {
		if p, ok := c.places[id]; ok && !handles(&c.m.Places[p], sortie.Air) {
			c.doubt(fmt.Sprintf("links[%d]", i), "mode-not-handled", say(cannotFly, id), sentence{})
		}
	}
}

// at is the entry of a list, or nil.
func (n *node) at(key string, i int) *node {
	if list := n.get(key); list != nil && i < len(list.items) {
		return list.items[i]
	}
	return nil
}

// airPlacesHaveCoordinates asks for them where flights are timed by the great
// circle: not where only listed links are flown, nor where the place's own
// links may be all that is wanted.
func airPlacesHaveCoordinates(c *checker) {
	if c.m.Air == sortie.AirListed {
		return
	}
	linked := map[string]bool{}
	for _, l := range c.m.Links {
		if l.Mode == sortie.Air {
			linked[l.From], linked[l.To] = true, true
			for _, id := range l.Between {
				linked[id] = true
			}
		}
	}
	for i := range c.m.Places {
		p := &c.m.Places[i]
		if p.At != (sortie.Position{}) || !handles(p, sortie.Air) || given(c.root.at("places", i), "at") {
			continue
		}
		hint := say(writeAt)
		if linked[p.ID] {
			c.doubt(fmt.Sprintf("places[%d]", i), "no-coordinates", say(onlyListed, p.ID), hint)
			continue
		}
		c.report(c.decoder.missing(), fmt.Sprintf("places[%d]", i), "no-coordinates", say(noFlightTimed, p.ID), hint)
	}
}

// placesHandleSomething refuses handles without a mode: whether it means
// nothing or the road cannot be told.
func placesHandleSomething(c *checker) {
	for i := range c.m.Places {
		n := c.root.at("places", i).get("handles")
		if n != nil && n.kind == object && len(n.fields) == 0 && c.m.Places[i].Handles == nil {
			c.fail(fmt.Sprintf("places[%d].handles", i), "empty-list", say(handlesNone), say(roadAlone))
		}
	}
}

// hostHasPlaces doubts a mission without a theatre: nothing counts as leaving
// it.
func hostHasPlaces(c *checker) {
	if c.m.Host == "" || len(c.m.Places) == 0 {
		return
	}
	for i := range c.m.Places {
		if c.m.Places[i].Country == c.m.Host {
			return
		}
	}
	c.doubt("host", "empty-theatre", say(emptyTheatre, c.m.Host), say(hostCountry))
}

// clearancesApply doubts permissions for countries where nothing is.
func clearancesApply(c *checker) {
	countries := map[string]bool{}
	for i := range c.m.Places {
		countries[c.m.Places[i].Country] = true
	}
	for i := range c.m.Clearances {
		if country := c.m.Clearances[i].Country; country != "" && !countries[country] {
			c.doubt(fmt.Sprintf("clearances[%d].country", i), "unused-clearance", say(noPlaceIn, country), say(flownOver))
		}
	}
}
