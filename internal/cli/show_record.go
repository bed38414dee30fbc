package cli

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"sortie"
	"sortie/record"
)

// viewRecord is the value of --by that tells the story of a mission.
const viewRecord = "record"

// showRecord tells the record of a mission in order, then sets the figures side
// by side that were not published alike.
func (e *env) showRecord(m *sortie.Mission) error {
	if e.json {
		return e.writeJSON(record.Tell(m))
	}
	title := or(m.Title.In(string(e.lang)), m.ID)
	if len(m.Record) == 0 {
		e.say(wordNoRecord, title)
		return nil
	}
	e.say(wordRecordOf, title, e.lang.Count(len(m.Record), wordEntries))
	teller := newTeller(m, e.lang)
	if o := m.Organisation; o != nil && o.Decides.Body != "" {
		e.say(wordDecides, or(o.Name.In(string(e.lang)), o.ID), strings.Join(o.Members, " "), o.Decides.Body, teller.rule(o.Decides.Rule))
	}
	e.tellStory(m, teller)
	e.printDifferences(m, teller)
	return nil
}

func (e *env) tellStory(m *sortie.Mission, t teller) {
	sources := record.SourcesOf(m)
	heading := ""
	for _, told := range record.Story(m) {
		entry := &m.Record[told.Entry]
		if day := t.day(entry.On); day != heading {
			heading = day
			e.blank()
			e.line(day)
		}
		mark := ""
		if len(told.ReplacedBy) > 0 {
			mark = e.lang.Say(wordReplaced)
		}
		e.wrapped(2, fmt.Sprintf("%s [%s]%s", t.kind(entry), entry.ID, mark))
		e.wrapped(4, t.sentence(entry))
		if text := entry.Text.In(string(e.lang)); text != "" {
			e.wrapped(4, text)
		}
		if told.Replaces >= 0 {
			e.wrapped(4, e.lang.Say(wordReplaces, t.beside(told.Replaces)...))
		}
		for _, by := range told.ReplacedBy {
			e.wrapped(4, e.lang.Say(wordReplacedBy, t.beside(by)...))
		}
		for _, s := range sources(entry.Sources) {
			e.wrapped(4, e.lang.Say(wordSource, t.source(s)))
		}
		if len(entry.Sources) == 0 {
			e.wrapped(4, e.lang.Say(wordNoSource))
		}
	}
	e.blank()
}

// beside is what stands next to a correction or what it corrects: the other
// entry's id, day and words.
func (t teller) beside(i int) []any {
	entry := &t.m.Record[i]
	return []any{entry.ID, t.date(entry.On), strings.TrimSpace(t.sentence(entry) + " " + entry.Text.In(string(t.lang)))}
}

// day is the heading that an entry stands under.
func (t teller) day(d sortie.Date) string {
	if d.IsZero() {
		return t.lang.Say(wordNoDay)
	}
	return t.date(d)
}

func (t teller) date(d sortie.Date) string {
	if d.IsZero() {
		return t.lang.Say(wordNotDated)
	}
	return t.lang.Day(d.In(time.UTC))
}

// source is one source on one line: who published what, when and where.
func (t teller) source(s sortie.Source) string {
	parts := []string{or(s.Publisher, s.ID)}
	if s.Title != "" {
		parts = append(parts, s.Title)
	}
	parts = append(parts, t.date(s.Published))
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, ", ")
}

// printDifferences sets each figure that was published differently side by side,
// one table for each.
func (e *env) printDifferences(m *sortie.Mission, t teller) {
	all := record.Differences(m)
	if len(all) == 0 {
		e.say(wordAllAlike)
		return
	}
	e.line(e.lang.Count(len(all), wordDifferTitle))
	sources := record.SourcesOf(m)
	for _, d := range all {
		e.blank()
		s := sheet{title: t.thing(d.What, d.Of, d.At), columns: words(e.lang, headDate, headPrecision, headNumber, headSaidBy, headEntry, headSource)}
		for _, p := range d.Values {
			entry := &m.Record[p.Entry]
			amount, precision := record.Value(p.Figure)
			id := entry.ID
			if p.Replaced {
				id += e.lang.Say(wordReplaced)
			}
			var from []string
			for _, source := range sources(entry.Sources) {
				from = append(from, or(source.Publisher, source.ID)+" ("+t.published(source)+")")
			}
			s.add(t.date(entry.On), t.lang.Say(wordPrecisions[precision]), t.amount(amount), or(entry.By, "–"), id, or(strings.Join(from, "; "), "–"))
		}
		e.print(s)
	}
}

// published is a source's date as it is written in a file, which is short.
func (t teller) published(s sortie.Source) string {
	if s.Published.IsZero() {
		return t.lang.Say(wordNotDated)
	}
	return s.Published.String()
}

// lineWidth is where running text is wrapped; a longer word (an address) is
// left whole, so that it can be copied.
const lineWidth = 110

// wrapped writes running text, indented.
func (e *env) wrapped(indent int, text string) {
	margin := strings.Repeat(" ", indent)
	line := margin
	for _, word := range strings.Split(oneLine(text), " ") { // no-break spaces stay within a word
		switch {
		case word == "":
		case line == margin:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth:
			e.line(line)
			line = margin + "  " + word
		default:
			line += " " + word
		}
	}
	e.line(line)
}
