package brief

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"sortie"
)

// draftRecord makes the record: the request and the decision, what each nation
// pledged, what was announced, the figures, what happened.
func (b *Brief) draftRecord(d *draft, zone *time.Location) {
	published, _ := sortie.ParseDate(b.Published)
	request := ""
	for _, f := range b.all(RequestedBy) {
		id := d.entry(sortie.Entry{Kind: sortie.Request, By: f.Who, On: b.eventDay("request", f), For: "help"}, "by", f)
		if request == "" {
			request = id
		}
	}
	for _, f := range b.all(DecidedBy) {
		d.entry(sortie.Entry{Kind: sortie.Decision, By: b.partyName(f.Who), On: b.eventDay("decision", f), Answers: request}, "by", f)
	}
	b.draftPledges(d, published)
	b.draftStatement(d, published, zone)
	b.draftReport(d, published)
	events := b.all(Event)
	sort.SliceStable(events, func(i, j int) bool { return events[i].Date < events[j].Date })
	for _, f := range events {
		on, err := sortie.ParseDate(f.Date)
		if err != nil || f.Value == "request" || f.Value == "decision" {
			continue
		}
		d.entry(sortie.Entry{Kind: sortie.Event, On: on, Text: sortie.Text{b.Lang: oneLine(f.Sentence.Text, 400)}}, "on", f)
	}
}

// entry appends to the record and returns the entry's id.
func (d *draft) entry(e sortie.Entry, key string, facts ...Fact) string {
	e.ID = fmt.Sprintf("r%d", len(d.Record)+1)
	e.Sources = []string{"s1"}
	d.basis[fmt.Sprintf("record[%d].%s", len(d.Record), key)] = facts
	d.Record = append(d.Record, e)
	return e.ID
}

// partyName is a country's code, or an organisation's id.
func (b *Brief) partyName(code string) string {
	if len(code) == 2 && !contains([]string{"UN", "AU", "EU"}, code) {
		return code
	}
	return strings.ToLower(code)
}

// eventDay is the day of a request or decision, where one was said in its
// sentence.
func (b *Brief) eventDay(kind string, f Fact) sortie.Date {
	for _, e := range b.all(Event) {
		if e.Value == kind && e.Sentence.Start == f.Sentence.Start {
			on, _ := sortie.ParseDate(e.Date)
			return on
		}
	}
	return sortie.Date{}
}

func (b *Brief) draftPledges(d *draft, published sortie.Date) {
	for _, c := range b.all(Contributor) {
		e := sortie.Entry{Kind: sortie.Pledge, By: c.Value.(string), On: published}
		facts := []Fact{c}
		if p, ok := b.strength(e.By); ok {
			n := count(p.Value.(float64))
			e.People = &n
			facts = append(facts, p)
		}
		for _, q := range b.all(Equipment) {
			if v, ok := q.Value.(float64); ok && q.Who == e.By && q.Unit == "items" {
				n := count(v)
				e.Equipment = &n
				facts = append(facts, q)
				break
			}
		}
		d.entry(e, "by", facts...)
	}
}

func (b *Brief) draftStatement(d *draft, published sortie.Date, zone *time.Location) {
	says := sortie.Says{Gradual: b.slow}
	var facts []Fact
	if f, ok := b.first(Start); ok {
		says.Start, _ = instant(f.Date, zone, false)
		facts = append(facts, f)
	}
	if f, ok := b.first(Duration); ok && f.Precision != AtLeast {
		n := f.Value.(float64)
		for unit, length := range map[string]sortie.Duration{"h": sortie.Hour, "d": sortie.Day, "w": 7 * sortie.Day} {
			if f.Unit == unit && n > 0 && n < 3000 {
				most := sortie.Duration(n * float64(length))
				says.AtMost = &most
			}
		}
		facts = append(facts, f)
	}
	if f, ok := b.earliestDeadline(); ok {
		says.Deadline, _ = instant(f.Date, zone, !f.reckoned)
		facts = append(facts, f)
	}
	speaker, spoke := b.first(Speaker)
	if !says.Start.IsZero() && !says.Deadline.IsZero() && !says.Deadline.After(says.Start) {
		says.Start = time.Time{}
	}
	if len(facts) == 0 && !spoke {
		return
	}
	e := sortie.Entry{Kind: sortie.Statement, On: published}
	if spoke {
		e.By = b.partyName(speaker.Who)
		e.Text = sortie.Text{b.Lang: oneLine(fmt.Sprint(speaker.Value)+": "+speaker.Sentence.Text, 400)}
		facts = append(facts, speaker)
	}
	if says != (sortie.Says{}) {
		e.Says = &says
	}
	d.entry(e, "on", facts...)
}

// draftReport gathers the figures, each with its precision.
func (b *Brief) draftReport(d *draft, published sortie.Date) {
	e := sortie.Entry{Kind: sortie.Report, On: published}
	for _, k := range []Kind{Personnel, Equipment, Aircraft, Flights, Detained, Dead, Injured, Damage} {
		for _, f := range b.all(k) {
			figure := sortie.Figure{What: string(k), Of: f.Who}
			if k == Damage || k == Equipment && f.Unit == "t" || f.Unit == "evacuees" {
				figure.What = string(k) + "-" + slug(f.Unit)
				if slug(f.Unit) == "" {
					figure.What = string(k)
				}
			}
			amount := &sortie.Amount{}
			if n, ok := f.Value.(float64); ok {
				amount.N = n
			} else {
				amount.Word = string(f.Precision)
			}
			switch f.Precision {
			case AtLeast:
				figure.AtLeast = amount
			case AtMost:
				figure.AtMost = amount
			case Exact:
				figure.Exact = amount
			default:
				figure.About = amount
			}
			d.basis[fmt.Sprintf("record[%d].figures[%d].what", len(d.Record), len(e.Figures))] = []Fact{f}
			e.Figures = append(e.Figures, figure)
		}
	}
	if len(e.Figures) > 0 {
		d.entry(e, "on")
	}
}
