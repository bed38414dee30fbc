package brief

import (
	"fmt"
	"math"
	"strings"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// Mission is a draft of the mission that the announcement is about: what was
// said and nothing else. Who reads it lists what is missing as doubts.
func (b *Brief) Mission() *sortie.Mission {
	d := b.draft()
	return &d.Mission
}

// draft is a draft mission with the facts that its keys came from.
type draft struct {
	sortie.Mission
	basis map[string][]Fact    // path, such as record[0].by
	notes map[string]lang.Text // what is not said and was filled in
}

func (b *Brief) draft() *draft {
	d := &draft{basis: map[string][]Fact{}, notes: map[string]lang.Text{}}
	m := &d.Mission
	m.Version, m.Draft, m.PersonT = sortie.FormatVersion, true, sortie.DefaultPersonT
	m.Places, m.Units = []sortie.Place{}, []sortie.Unit{}
	if b.title.Text != "" {
		m.Title = sortie.Text{b.Lang: oneLine(b.title.Text, 300)}
	}
	zone := time.UTC
	if f, ok := b.first(Host); ok {
		m.Host = f.Value.(string)
		d.basis["host"] = []Fact{f}
		if name := zoneOf(m.Host); name != "" {
			m.Timezone = name
			d.notes["timezone"] = zoneAssumed.Text()
			if loaded, err := time.LoadLocation(name); err == nil {
				zone = loaded
			}
		}
	}
	m.Operation.Kind = b.kind
	if f, ok := b.first(Start); ok {
		m.Operation.Start, _ = instant(f.Date, zone, false)
		d.basis["operation.start"] = []Fact{f}
	}
	if f, ok := b.earliestDeadline(); ok {
		m.Operation.Deadline, _ = instant(f.Date, zone, !f.reckoned)
		d.basis["operation.deadline"] = []Fact{f}
	}
	if o := &m.Operation; !o.Start.IsZero() && !o.Deadline.IsZero() && !o.Deadline.After(o.Start) {
		o.Start = time.Time{}
		d.basis["operation.deadline"] = append(d.basis["operation.deadline"], d.basis["operation.start"]...)
		d.notes["operation.deadline"] = startAfter.Text()
	}
	if f, ok := b.first(Organisation); ok {
		id := strings.ToLower(f.Value.(string))
		m.Organisation = &sortie.Organisation{ID: id, Name: sortie.Text{b.Lang: oneLine(f.Text, 200)}}
		d.basis["organisation.id"] = []Fact{f}
	}
	b.draftSource(d)
	b.draftPlaces(d)
	b.draftUnits(d)
	b.draftRecord(d, zone)
	m.ID = b.missionID(m)
	return d
}

func (b *Brief) first(k Kind) (Fact, bool) {
	for _, f := range b.Facts {
		if f.Kind == k {
			return f, true
		}
	}
	return Fact{}, false
}

func (b *Brief) all(k Kind) (out []Fact) {
	for _, f := range b.Facts {
		if f.Kind == k {
			out = append(out, f)
		}
	}
	return out
}

// earliestDeadline takes the earlier of several ends, as of several readings.
func (b *Brief) earliestDeadline() (best Fact, ok bool) {
	for _, f := range b.all(Deadline) {
		if !ok || f.Date < best.Date {
			best, ok = f, true
		}
	}
	return best, ok
}

// instant is the beginning of a day, or its end.
func instant(day string, zone *time.Location, end bool) (time.Time, error) {
	d, err := sortie.ParseDate(day)
	if err != nil {
		return time.Time{}, err
	}
	if end {
		d = plus(d, 1)
	}
	return d.In(zone), nil
}

func (b *Brief) missionID(m *sortie.Mission) string {
	if id := slug(b.name); id != "" {
		return id
	}
	parts := []string{strings.ToLower(m.Host), string(m.Operation.Kind), b.Published}
	if m.Host == "" {
		parts[0] = "draft"
	}
	return slug(strings.Join(parts, "-"))
}

// slug keeps of a name what an id may have.
func slug(s string) string {
	var out strings.Builder
	for _, r := range fold(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			out.WriteRune(r)
		case out.Len() > 0 && !strings.HasSuffix(out.String(), "-"):
			out.WriteByte('-')
		}
		if out.Len() >= 40 {
			break
		}
	}
	return strings.Trim(out.String(), "-")
}

func (b *Brief) draftSource(d *draft) {
	s := sortie.Source{ID: "s1", Lang: b.Lang, Title: oneLine(b.title.Text, 300)}
	s.Published, _ = sortie.ParseDate(b.Published)
	if f, ok := b.first(Origin); ok {
		s.Publisher = fmt.Sprint(f.Value)
		d.basis["sources[0].publisher"] = []Fact{f}
	}
	d.Sources = []sortie.Source{s}
}

func (b *Brief) draftPlaces(d *draft) {
	seen := map[string]bool{}
	for _, f := range b.all(Place) {
		id := slug(f.Value.(string))
		if id == "" || seen[id] {
			continue
		}
		seen[id] = true
		d.basis[fmt.Sprintf("places[%d].id", len(d.Places))] = []Fact{f}
		d.Places = append(d.Places, sortie.Place{ID: id, Name: f.Value.(string), Country: f.Who})
	}
}

// draftUnits makes a unit of each contributor, with its people where a figure
// of its own was given; without contributors, one of the force as a whole.
func (b *Brief) draftUnits(d *draft) {
	for _, f := range b.all(Contributor) {
		code := f.Value.(string)
		u := sortie.Unit{ID: strings.ToLower(code), Nation: code, Priority: sortie.DefaultPriority, Basis: &sortie.Basis{Sources: []string{"s1"}}}
		path := fmt.Sprintf("units[%d]", len(d.Units))
		d.basis[path+".nation"] = []Fact{f}
		if p, ok := b.strength(code); ok {
			u.People = count(p.Value.(float64))
			d.basis[path+".people"] = []Fact{p}
		}
		d.Units = append(d.Units, u)
	}
	if len(d.Units) > 0 {
		return
	}
	for _, p := range b.all(Personnel) {
		if n, ok := p.Value.(float64); ok {
			d.basis["units[0].people"] = []Fact{p}
			d.Units = append(d.Units, sortie.Unit{ID: "force", People: count(n), Priority: sortie.DefaultPriority, Basis: &sortie.Basis{Sources: []string{"s1"}}})
			return
		}
	}
}

func (b *Brief) strength(code string) (Fact, bool) {
	for _, p := range b.all(Personnel) {
		if _, ok := p.Value.(float64); ok && p.Who == code && p.Unit == "people" {
			return p, true
		}
	}
	return Fact{}, false
}

// count is a count of people or things; no mission has more than the format
// can hold.
func count(n float64) int { return int(math.Min(math.Max(math.Round(n), 0), 10e6)) }

// oneLine is text without line breaks and controls, at most n characters.
func oneLine(s string, n int) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, s)), " ")
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n]) + "…"
	}
	return s
}

// zoneOf is the zone of a country's capital, from the tables.
func zoneOf(country string) string {
	data, err := tables.ReadFile("data/zones.txt")
	if err != nil {
		return ""
	}
	for _, line := range strings.Split(string(data), "\n") {
		if code, name, ok := strings.Cut(line, " "); ok && code == country {
			return name
		}
	}
	return ""
}
