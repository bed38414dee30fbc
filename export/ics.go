package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
)

var (
	convoyWord   = lang.Phrase{EN: "convoy", FR: "convoi"}
	peopleWord   = lang.Counted{One: lang.Phrase{EN: "%s person", FR: "%s personne"}, Many: lang.Phrase{EN: "%s people", FR: "%s personnes"}}
	itemsWord    = lang.Counted{One: lang.Phrase{EN: "%s item", FR: "%s article"}, Many: lang.Phrase{EN: "%s items", FR: "%s articles"}}
	emptyWord    = lang.Phrase{EN: "empty: a positioning leg", FR: "à vide : mise en place"}
	loadingWord  = lang.Phrase{EN: "Loading from %s", FR: "Chargement à partir de %s"}
	unloadedWord = lang.Phrase{EN: "Unloaded at %s", FR: "Déchargé à %s"}
	stopsWord    = lang.Phrase{EN: "By way of %s", FR: "Par %s"}
)

// ICS writes the movements of a plan as an iCalendar (RFC 5545), one event each
// from departure to arrival, in UTC. An event keeps its UID for as long as lift,
// places and departure stay, so that a calendar that reads the next plan replaces
// it.
func ICS(to io.Writer, m *sortie.Mission, p *sortie.Plan, o Options) error {
	cal := ics.NewCalendarFor("sortie")
	cal.SetProductId("-//sortie//movement plan//EN")
	cal.SetXWRCalName(plain(m.Title.In(string(o.Lang))))
	zone := explain.Zone(m)
	places := map[string]*sortie.Place{}
	for i := range m.Places {
		places[m.Places[i].ID] = &m.Places[i]
	}
	name := func(id string) string {
		if at := places[id]; at != nil && at.Name != "" {
			return at.Name
		}
		return id
	}
	seen := map[string]int{}
	for _, v := range p.Movements {
		key := strings.Join([]string{m.ID, v.Lift, v.From, v.To, v.Depart.UTC().Format(time.RFC3339)}, "\n")
		seen[key]++
		event := cal.AddEvent(uid(key, seen[key]))
		event.SetDtStampTime(o.Now)
		event.SetStartAt(v.Depart)
		event.SetEndAt(v.Arrive)
		lift := v.Lift
		if lift == "" {
			lift = convoyWord.In(o.Lang)
		}
		event.SetSummary(plain(fmt.Sprintf("%d · %s · %s → %s", v.ID, lift, name(v.From), name(v.To))))
		event.SetLocation(plain(name(v.From)))
		if at := places[v.From]; at != nil && at.At != (sortie.Position{}) {
			event.SetGeo(at.At[0], at.At[1])
		}
		lines := told(v, name, zone, o.Lang)
		for i := range lines {
			lines[i] = plain(lines[i])
		}
		event.SetDescription(strings.Join(lines, "\n"))
		event.AddCategory(string(v.Mode))
	}
	return cal.SerializeTo(to, ics.WithNewLineWindows)
}

// plain is a text without what a calendar would take for the end of a line: only a
// line feed has a way of being written there.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

// told is what an event says of a movement, line by line.
func told(v sortie.Movement, name func(string) string, zone *time.Location, l lang.Lang) []string {
	out := []string{l.Say(loadingWord, l.Time(v.Load.In(zone)))}
	if len(v.Stops) > 0 {
		var stops []string
		for _, s := range v.Stops {
			stops = append(stops, name(s.At))
		}
		out = append(out, l.Say(stopsWord, strings.Join(stops, ", ")))
	}
	out = append(out, l.Say(unloadedWord, l.Time(v.Unloaded.In(zone))))
	for _, c := range v.Cargo {
		line := c.Unit + ": " + l.Count(c.People, peopleWord)
		if len(c.Items) > 0 {
			line += ", " + l.Count(len(c.Items), itemsWord)
			var kinds []string
			for _, item := range c.Items {
				kinds = append(kinds, item.Type)
			}
			slices.Sort(kinds)
			line += " (" + strings.Join(slices.Compact(kinds), ", ") + ")"
		}
		out = append(out, line)
	}
	if len(v.Cargo) == 0 {
		out = append(out, emptyWord.In(l))
	}
	return out
}

// uid tells an event from every other, wherever its calendar goes.
func uid(key string, nth int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d", key, nth))
	return hex.EncodeToString(sum[:16]) + "@sortie"
}
