package catalog

import (
	"strings"

	"sortie"
)

// Search returns the built-in lift and equipment types whose id or name
// contains every word of the query, whatever the case; an empty query finds
// all. Both lists are sorted by id.
func Search(query string) (lifts []sortie.LiftType, equipment []sortie.EquipmentType) {
	words := strings.Fields(strings.ToLower(query))
	for _, r := range load().lifts {
		if matches(words, r.ID, r.Name) {
			lifts = append(lifts, r.lift())
		}
	}
	for _, r := range load().equipment {
		if matches(words, r.ID, r.Name) {
			equipment = append(equipment, r.equipment())
		}
	}
	return lifts, equipment
}

// matches looks in the id with and without its hyphens, so that c130 and il76
// find what they mean.
func matches(words []string, id, name string) bool {
	text := strings.ToLower(id + " " + strings.ReplaceAll(id, "-", "") + " " + name)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
