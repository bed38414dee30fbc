package record

import (
	"fmt"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// book is a mission's record, opened: which entries there are, which of them
// still count, and from which day each is.
type book struct {
	m          *sortie.Mission
	zone       *time.Location
	index      map[string]int   // id → where it is listed first
	sources    map[string]int   // id → where it is listed first
	replacedBy map[int][]int    // entry → the entries that replace it
	days       []sortie.Date    // per entry, for order only; see dayOf
	members    map[string]bool  // of the organisation
	theatre    map[string]bool  // places in the host country
	findings   []sortie.Finding // so far
}

func open(m *sortie.Mission) *book {
	b := &book{
		m: m, zone: zoneOf(m), index: map[string]int{}, sources: map[string]int{}, replacedBy: map[int][]int{},
		members: map[string]bool{}, theatre: map[string]bool{},
	}
	for i := range m.Record {
		if _, twice := b.index[m.Record[i].ID]; !twice {
			b.index[m.Record[i].ID] = i
		}
	}
	for i := range m.Sources {
		if _, twice := b.sources[m.Sources[i].ID]; !twice {
			b.sources[m.Sources[i].ID] = i
		}
	}
	for i := range m.Record {
		// Only what stands above can be replaced, so there is no circle.
		if target, ok := b.index[m.Record[i].Replaces]; ok && m.Record[i].Replaces != "" && target < i {
			b.replacedBy[target] = append(b.replacedBy[target], i)
		}
	}
	b.days = make([]sortie.Date, len(m.Record))
	var above sortie.Date
	for i := range m.Record {
		b.days[i] = b.dayOf(i, above)
		above = b.days[i]
	}
	if m.Organisation != nil {
		for _, nation := range m.Organisation.Members {
			b.members[nation] = true
		}
	}
	for i := range m.Places {
		if m.Host != "" && m.Places[i].Country == m.Host {
			b.theatre[m.Places[i].ID] = true
		}
	}
	return b
}

func zoneOf(m *sortie.Mission) *time.Location {
	if zone, err := time.LoadLocation(m.Timezone); err == nil && m.Timezone != "" {
		return zone
	}
	return time.UTC
}

// dayOf is the day that orders an entry: its own; else the day on which the
// first of its sources was published, by when it had been said; else that of
// the entry above it, since entries are appended.
func (b *book) dayOf(i int, above sortie.Date) sortie.Date {
	e := &b.m.Record[i]
	if !e.On.IsZero() {
		return e.On
	}
	var first sortie.Date
	for _, id := range e.Sources {
		if s, ok := b.sources[id]; ok {
			if p := b.m.Sources[s].Published; !p.IsZero() && (first.IsZero() || before(p, first)) {
				first = p
			}
		}
	}
	if first.IsZero() {
		return above
	}
	return first
}

func before(a, b sortie.Date) bool {
	if a.Year != b.Year {
		return a.Year < b.Year
	}
	if a.Month != b.Month {
		return a.Month < b.Month
	}
	return a.Day < b.Day
}

// counts reports whether nothing replaces the entry.
func (b *book) counts(i int) bool { return len(b.replacedBy[i]) == 0 }

// each calls f for every entry of the kind that still counts, in the order of
// the file.
func (b *book) each(kind sortie.EntryKind, f func(i int, e *sortie.Entry)) {
	for i := range b.m.Record {
		if b.m.Record[i].Kind == kind && b.counts(i) {
			f(i, &b.m.Record[i])
		}
	}
}

// latest is the entry of the kind that counts, that qualifies and is of the
// latest day; of one day, the last in the file; −1 where there is none.
func (b *book) latest(kind sortie.EntryKind, qualifies func(*sortie.Entry) bool) int {
	last := -1
	b.each(kind, func(i int, e *sortie.Entry) {
		if qualifies(e) && (last < 0 || !before(b.days[i], b.days[last])) {
			last = i
		}
	})
	return last
}

// name is how a message names an entry: kind, id, who and when.
func (b *book) name(i int) string {
	e := &b.m.Record[i]
	who := ""
	if e.By != "" {
		who = short(e.By) + ", "
	}
	on := "no day"
	if !e.On.IsZero() {
		on = e.On.String()
	}
	return fmt.Sprintf("%s %q (%s%s)", or(string(e.Kind), "entry"), short(e.ID), who, on)
}

func (b *book) say(severity sortie.Severity, rule, path, message, hint string) {
	b.findings = append(b.findings, sortie.Finding{Severity: severity, Rule: rule, Path: path, Message: lang.Plain(message), Hint: lang.Plain(hint)})
}

func (b *book) doubt(rule, path, message, hint string) {
	b.say(sortie.Doubt, rule, path, message, hint)
}

// at is the path of an entry, or of a key of it.
func at(i int, key string) string {
	path := fmt.Sprintf("record[%d]", i)
	if key == "" {
		return path
	}
	return path + "." + key
}
