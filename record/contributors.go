package record

import (
	"fmt"
	"sort"

	"sortie"
	"sortie/internal/lang"
)

// contributorsAreAllowed looks for nations that contribute units, lifts or
// pledges, are not members and are named by no decision. The host is at home.
func contributorsAreAllowed(b *book) {
	if len(b.members) == 0 {
		return
	}
	allowed := map[string]bool{b.m.Host: true, "": true}
	var decisions []lang.Text
	b.each(sortie.Decision, func(i int, e *sortie.Entry) {
		decisions = append(decisions, b.name(i))
		if e.Grants != nil {
			for _, nation := range e.Grants.Nations {
				allowed[nation] = true
			}
		}
	})
	brings, first := map[string][]lang.Text{}, map[string]string{}
	add := func(nation string, what lang.Text, path string) {
		if allowed[nation] || b.members[nation] {
			return
		}
		if _, ok := first[nation]; !ok {
			first[nation] = path
		}
		brings[nation] = append(brings[nation], what)
	}
	for i := range b.m.Units {
		add(b.m.Units[i].Nation, aUnit.Text(short(b.m.Units[i].ID)), fmt.Sprintf("units[%d].nation", i))
	}
	for i := range b.m.Fleets {
		add(b.m.Fleets[i].Nation, aFleet.Text(short(b.m.Fleets[i].ID)), fmt.Sprintf("fleets[%d].nation", i))
	}
	b.each(sortie.Pledge, func(i int, e *sortie.Entry) { add(e.By, b.name(i), at(i, "by")) })
	nations := make([]string, 0, len(brings))
	for nation := range brings {
		nations = append(nations, nation)
	}
	sort.Strings(nations)
	for _, nation := range nations {
		var allows lang.Text
		switch len(decisions) {
		case 0:
			allows = noneCouldAllow.Text()
		case 1:
			allows = oneDoesNotAllow.Text(decisions[0])
		default:
			allows = noneAllows.Text(list(decisions))
		}
		b.doubt(RuleContributor, first[nation], strangerBrings.Text(short(nation), list(brings[nation]), b.organisation(), allows), writeNations.Text())
	}
}
