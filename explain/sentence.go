package explain

import (
	"math"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// Sentence says in words what holds a plan, with the arithmetic. It names
// places, fleets and tasks as the mission does.
func (b *Binding) Sentence(m *sortie.Mission, l lang.Lang) string {
	f := b.Figures
	from, until := l.Time(f.From), l.Time(f.Until)
	span := int(f.Until.Sub(f.From) / time.Minute)
	length := l.Minutes(span)
	switch b.Kind {
	case WorkingMOG:
		return l.Say(workingMOG, placeName(m, b.Place), f.Capacity, from, until, length, l.Count(f.Uses, works), l.Minutes(f.Busy),
			l.Count(f.Capacity, teams), l.Minutes(f.Busy/max(1, f.Capacity)), l.Percent(share(f.Full, span)))
	case ParkingMOG:
		return l.Say(parkingMOG, placeName(m, b.Place), f.Capacity, from, until, length, l.Count(f.Uses, liftCount),
			l.Percent(share(f.Busy, span*f.Capacity)), l.Percent(share(f.Full, span)))
	case Runway:
		return l.Say(runway, placeName(m, b.Place), from, until, length, l.Count(f.Uses, runwayUses), l.Minutes(f.Each), l.Minutes(f.Busy))
	case Lifts:
		return l.Say(lifts, b.Fleet, from, until, length, l.Count(f.Uses, sorties), l.Minutes(f.Busy/max(1, f.Uses)),
			l.Count(f.Capacity, liftCount), l.Minutes(f.Busy/max(1, f.Capacity)))
	case Utilisation:
		return l.Say(utilisation, b.Fleet, l.Minutes(f.Each), l.Count(f.Uses, sorties), from, until, length)
	case Headway:
		return l.Say(headway, placeName(m, b.Place), from, until, length, l.Count(f.Uses, runwayUses), l.Minutes(f.Each))
	case Quota:
		days := int(math.Ceil(float64(f.Uses) / float64(max(1, f.Capacity))))
		return l.Say(quota, f.Capacity, f.Uses, l.Count(days, dayCount))
	case Trip:
		return b.tripSentence(m, l)
	}
	return b.dateSentence(m, l)
}

// dateSentence is for what opens or ends at a moment.
func (b *Binding) dateSentence(m *sortie.Mission, l lang.Lang) string {
	until, length := l.Time(b.Figures.Until), l.Minutes(b.Minutes)
	switch b.Kind {
	case Window:
		return l.Say(window, b.Fleet, until, length)
	case Hours:
		return l.Say(hours, placeName(m, b.Place), length)
	case Permission:
		return l.Say(permission, b.ID, until, length)
	case Cover:
		for _, t := range m.Tasks {
			if t.ID == b.ID {
				return l.Say(cover, or(t.Name, t.ID), t.People, placeName(m, t.At), until, length)
			}
		}
	case Floor:
		for _, f := range m.Operation.Drawdown.Floor {
			if f.Until.Equal(b.Figures.Until) {
				return l.Say(floor, f.People, until, length)
			}
		}
	case After:
		return l.Say(after, b.ID, until, length)
	}
	return l.Say(ready, unitName(m, b.ID), until, length)
}

func (b *Binding) tripSentence(m *sortie.Mission, l lang.Lang) string {
	f := b.Figures
	return l.Say(trip, b.Closing, l.Time(f.From), l.Time(f.Until), l.Span(f.Until.Sub(f.From)), l.Minutes(b.Minutes), l.Minutes(b.Path))
}

// Breakdown says how the whole path divides, and that it is no proof.
func (b *Binding) Breakdown(m *sortie.Mission, l lang.Lang) string {
	var parts []string
	rest := 0
	for i, s := range b.Shares {
		if i >= 4 || s.Minutes*50 < b.Path {
			rest += s.Minutes
			continue
		}
		parts = append(parts, l.Say(sharePart, name(m, s.Resource, l), l.Minutes(s.Minutes)))
	}
	if rest > 0 {
		parts = append(parts, l.Say(restPart, l.Minutes(rest)))
	}
	return l.Say(breakdown, l.Minutes(b.Path), b.Closing, l.List(parts))
}

// name is a resource in a few words.
func name(m *sortie.Mission, r Resource, l lang.Lang) string {
	p := names[r.Kind]
	switch r.Kind {
	case WorkingMOG, ParkingMOG, Runway, Hours, Headway:
		return l.Say(p, placeName(m, r.Place))
	case Lifts, Window, Utilisation:
		return l.Say(p, r.Fleet)
	case Permission, Cover, After:
		return l.Say(p, r.ID)
	case Ready:
		return l.Say(p, unitName(m, r.ID))
	}
	return l.Say(p)
}

func placeName(m *sortie.Mission, id string) string {
	for _, p := range m.Places {
		if p.ID == id {
			return or(p.Name, id)
		}
	}
	return id
}

func unitName(m *sortie.Mission, id string) string {
	for _, u := range m.Units {
		if u.ID == id {
			return or(u.Name, id)
		}
	}
	return id
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func share(part, whole int) float64 {
	if whole <= 0 {
		return 0
	}
	return min(1, float64(part)/float64(whole))
}
