package record

import (
	"math"
	"strconv"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// none is no hint.
var none lang.Text

// How entries are named in a sentence: in French with an article, so no
// preposition may stand before them that would merge with it.
var (
	entryOf    = lang.Phrase{EN: "%s %q (%s, %s)", FR: "%s %q (%s, %s)"}
	entryOn    = lang.Phrase{EN: "%s %q (%s)", FR: "%s %q (%s)"}
	someEntry  = lang.Phrase{EN: "entry", FR: "l’entrée"}
	noDay      = lang.Phrase{EN: "no day", FR: "sans date"}
	entryKinds = map[sortie.EntryKind]lang.Phrase{
		sortie.Request:   {EN: "request", FR: "la demande"},
		sortie.Decision:  {EN: "decision", FR: "la décision"},
		sortie.Pledge:    {EN: "pledge", FR: "l’engagement"},
		sortie.Statement: {EN: "statement", FR: "la déclaration"},
		sortie.Report:    {EN: "report", FR: "le rapport"},
		sortie.Handover:  {EN: "handover", FR: "la passation"},
		sortie.Event:     {EN: "event", FR: "l’événement"},
	}
	anOrganisation   = lang.Phrase{EN: "%s", FR: "l’organisation %s"}
	someOrganisation = lang.Phrase{EN: "the organisation", FR: "l’organisation"}
)

// Lists, figures and times.
var (
	andMore = lang.Counted{
		One:  lang.Phrase{EN: "%[2]s and %[1]s more", FR: "%[2]s et %[1]s autre"},
		Many: lang.Phrase{EN: "%[2]s and %[1]s more", FR: "%[2]s et %[1]s autres"}}
	beside     = lang.Phrase{EN: "%s, %s", FR: "%s, %s"}
	hasOfIt    = lang.Phrase{EN: "%s %s", FR: "%s %s"}
	atMost     = lang.Phrase{EN: " (at most %s)", FR: " (au plus %s)"}
	noNumber   = lang.Phrase{EN: "no number", FR: "pas de nombre"}
	precisions = map[Precision]lang.Phrase{
		About:   {EN: "about %s", FR: "environ %s"},
		AtLeast: {EN: "at least %s", FR: "au moins %s"},
		AtMost:  {EN: "at most %s", FR: "au plus %s"},
	}
	amounts = map[string]lang.Phrase{
		"dozens":    {EN: "dozens", FR: "des dizaines"},
		"hundreds":  {EN: "hundreds", FR: "des centaines"},
		"thousands": {EN: "thousands", FR: "des milliers"},
	}
)

// few is how many of a list a message names before it counts the rest.
const few = 8

// short keeps a text from a file within a message.
func short(s string) string {
	const most = 60
	for n := range s {
		if n >= most {
			return s[:n] + "…"
		}
	}
	return s
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// list names a few things, and how many more there are.
func list(names []lang.Text) lang.Text {
	var out lang.Text
	for i, name := range names[:min(len(names), few)] {
		if i == 0 {
			out = name
		} else {
			out = beside.Text(out, name)
		}
	}
	if more := len(names) - few; more > 0 {
		return andMore.Text(more, out)
	}
	return out
}

// codes lists what is the same in every language.
func codes(names []string) lang.Text {
	texts := make([]lang.Text, len(names))
	for i, name := range names {
		texts[i] = lang.Plain(name)
	}
	return list(texts)
}

// number writes a figure with its thousands apart: 2,030 and 0.67.
func number(n float64) lang.Text {
	if math.IsNaN(n) || math.IsInf(n, 0) || math.Abs(n) >= 1e15 {
		return lang.Plain(strconv.FormatFloat(n, 'g', -1, 64))
	}
	return lang.Each(func(l lang.Lang) string { return l.Number(n, 9) })
}

func amount(a sortie.Amount) lang.Text {
	if a.Word == "" {
		return number(a.N)
	}
	if known, ok := amounts[a.Word]; ok {
		return known.Text()
	}
	return lang.Plain(a.Word)
}

// figure writes the value with its precision, as the record keeps it.
func figure(f sortie.Figure) lang.Text {
	a, precision := Value(f)
	switch {
	case precision == "":
		return noNumber.Text()
	case a.Word != "" && precision == About, precision == Exact:
		return amount(a)
	}
	return precisions[precision].Text(amount(a))
}

// day writes a local day, and moment a time with its zone, as a mission file
// does in every language.
func (b *book) day(t time.Time) string { return t.In(b.zone).Format(time.DateOnly) }

func (b *book) moment(t time.Time) string { return t.In(b.zone).Format("2006-01-02 15:04 MST") }

// apart is how far two times are from each other.
func apart(a, b time.Time) lang.Text {
	d := a.Sub(b)
	if d < 0 {
		d = -d
	}
	return length(sortie.Duration(d / time.Minute))
}

// length is a length of time: in English as a mission file writes it.
func length(d sortie.Duration) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		if l == lang.EN {
			return d.String()
		}
		return l.Minutes(int(d))
	})
}
