package network

import (
	"slices"
	"sort"

	"sortie"
)

// clearances answers when a nation may depart or arrive in a country by a mode.
type clearances struct{ all []sortie.Clearance }

func newClearances(all []sortie.Clearance) clearances { return clearances{all} }

// access is the place's hours within the clearances for each nation, and last
// for lifts of no nation. It is nil where everyone may come at any time.
func (c clearances) access(hours *Calendar, country string, mode sortie.Mode, nations []string) []*Calendar {
	var named []sortie.Clearance
	for _, cl := range c.all {
		if cl.Country == country && (cl.Mode == "" || cl.Mode == mode) {
			named = append(named, cl)
		}
	}
	if len(named) == 0 && hours == nil {
		return nil
	}
	out := make([]*Calendar, len(nations)+1)
	for i := range out {
		nation := ""
		if i < len(nations) {
			nation = nations[i]
		}
		out[i] = hours
		if len(named) > 0 {
			out[i] = intersect(hours, covering(named, nation))
		}
	}
	return out
}

// covering is when one of the clearances covers the nation. Windows of two
// clearances that only touch are not joined: both ends are included anyway.
func covering(named []sortie.Clearance, nation string) *Calendar {
	var spans []span
	for _, cl := range named {
		if len(cl.Nations) > 0 && !slices.Contains(cl.Nations, nation) {
			continue
		}
		s := span{Past, Forever}
		if !cl.From.IsZero() {
			s.from = MinuteOf(cl.From)
		}
		if !cl.Until.IsZero() {
			s.to = MinuteOf(cl.Until)
		}
		spans = append(spans, s)
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	return newCalendar(spans)
}
