package missionfile

import (
	"reflect"
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

// Every object and word of the format has a noun of its own.
func TestEverythingHasANoun(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
			if typ.Kind() == reflect.Map {
				visit(typ.Key())
			}
			typ = typ.Elem()
		}
		if seen[typ] {
			return
		}
		seen[typ] = true
		_, special := specials[typ]
		isObject := typ.Kind() == reflect.Struct && (!special || typ == reflect.TypeFor[sortie.Seats]())
		if _, ok := nouns[typ]; !ok && (isObject || words[typ] != nil) {
			t.Errorf("%s has no noun", typ)
		}
		if isObject {
			for _, f := range infoOf(typ).fields {
				visit(typ.FieldByIndex(f.index).Type)
			}
		}
	}
	visit(reflect.TypeFor[sortie.Mission]())
	visit(reflect.TypeFor[sortie.Plan]())
	if len(seen) < 40 {
		t.Errorf("only %d types were seen", len(seen))
	}
}
