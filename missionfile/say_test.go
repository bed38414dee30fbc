package missionfile

import (
	"testing"

	"sortie"
	"sortie/internal/lang"
)

func TestSentence(t *testing.T) {
	p := lang.Phrase{EN: "%[1]s: at most %[2]s km, %[3]s of %[1]s", FR: "%[1]s : %[3]s au plus %[2]s km"}
	said := say(p, asWritten("a %s"), figure(3650.25), say(aList)).text()
	for l, want := range map[lang.Lang]string{
		lang.EN: "a %s: at most 3,650.25 km, a list of a %s", lang.FR: "a %s : une liste au plus 3\u202f650,25 km",
	} {
		if got := said.In(l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if (sentence{}).text() != (lang.Text{}) {
		t.Error("nothing was said as something")
	}
}

func TestNouns(t *testing.T) {
	for got, want := range map[lang.Phrase]lang.Phrase{
		aUnit.one():      {EN: "a unit", FR: "une unité"},
		anEntry.no():     {EN: "no record entry", FR: "aucune entrée du dossier"},
		anItemType.one(): {EN: "an equipment type", FR: "un type de matériel"},
		aTask.second():   {EN: "a second task", FR: "une seconde tâche"},
		aPlace.second():  {EN: "a second place", FR: "un second lieu"},
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// asked counts how often a message wants to know it.
type asked struct{ times *int }

func (a asked) String() string { *a.times++; return "x" }

func TestFindingsPastTheLimitAreNotSaid(t *testing.T) {
	times := 0
	d := &decoder{book: &book{}}
	c := &checker{decoder: d}
	for range 3 * maxKept {
		d.fail(mark{}, nil, "wrong-type", say(wrongForm, asked{&times}, "a", "b"), sentence{})
		d.book.fail(mark{}, "syntax", "", say(wrongForm, asked{&times}, "a", "b"), sentence{})
		c.doubt("", "stays", say(viaNowhere, asked{&times}), sentence{})
	}
	if len(d.book.diagnostics) != 2*maxKept || d.book.dropped != 7*maxKept || times != 2*len(lang.All)*maxKept {
		t.Errorf("%d kept, %d counted, said %d times", len(d.book.diagnostics), d.book.dropped, times)
	}
	if d.book.kept[sortie.Error] != 6*maxKept {
		t.Errorf("%d errors", d.book.kept[sortie.Error])
	}
}
