package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// YAML is the draft mission as a file, each key with the words it came from in
// a comment: their bytes in the announcement, how a date came about, and the
// sentence. What is not said is left out, for a person to fill in. Comments are
// in the language of that person.
func (b *Brief) YAML(l lang.Lang) []byte {
	d := b.draft()
	w := &yamlWriter{d: d, lang: l}
	w.line(0, "# "+draftOf.In(l))
	w.line(0, "# "+draftLacks.In(l))
	for _, o := range b.Warnings {
		if o.Kind != "left_out" && o.Kind != "more" {
			w.line(0, fmt.Sprintf("# %s: %s [%d:%d] %s", o.Named().In(l), quote(oneLine(o.Text, 200)), o.Start, o.End, oneLine(o.Why.In(l), 300)))
		}
	}
	w.line(0, "")
	w.mission(b)
	return w.out.Bytes()
}

type yamlWriter struct {
	d    *draft
	lang lang.Lang // of the comments
	out  bytes.Buffer
}

func (w *yamlWriter) line(depth int, s string) {
	fmt.Fprintf(&w.out, "%s%s\n", strings.Repeat("  ", depth), s)
}

// key writes a key with its value and, behind it, where the value is from.
func (w *yamlWriter) key(depth int, key, value, path string) {
	s := key + ": " + value
	if c := w.comment(path); c != "" {
		s += "   # " + c
	}
	w.line(depth, s)
}

func (w *yamlWriter) comment(path string) string {
	var parts []string
	last := -1
	for _, f := range w.d.basis[path] {
		s := fmt.Sprintf("[%d:%d] %s", f.Start, f.End, quote(oneLine(f.Text, 200)))
		if f.Precision != Exact && f.Precision != "" {
			s += " (" + howExact[f.Precision].In(w.lang) + ")"
		}
		if !f.Rule.IsZero() {
			s += " = " + f.Rule.In(w.lang)
		}
		if f.Also != "" {
			s += w.lang.Say(orElse, f.Also)
		}
		if f.Sentence.Start != last {
			s += w.lang.Say(inSentence, fmt.Sprintf("[%d:%d] %s", f.Sentence.Start, f.Sentence.End, quote(oneLine(f.Sentence.Text, 600))))
			last = f.Sentence.Start
		}
		parts = append(parts, s)
	}
	if n := w.d.notes[path].In(w.lang); n != "" {
		parts = append(parts, n)
	}
	return strings.Join(parts, "; ")
}

// quote writes a text as JSON does, which YAML reads too.
func quote(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func at(t time.Time) string { return t.Format(time.RFC3339) }

func (w *yamlWriter) text(depth int, key string, t sortie.Text) {
	for l, s := range t {
		w.line(depth, key+": {"+l+": "+quote(s)+"}")
	}
}

func (w *yamlWriter) mission(b *Brief) {
	m := &w.d.Mission
	w.key(0, "sortie", "1", "")
	w.key(0, "draft", "true", "")
	w.key(0, "id", quote(m.ID), "")
	w.text(0, "title", m.Title)
	if m.Timezone != "" {
		w.key(0, "timezone", m.Timezone, "timezone")
	}
	if m.Host != "" {
		w.key(0, "host", quote(m.Host), "host")
	}
	o := m.Operation
	if o.Kind != "" || !o.Start.IsZero() || !o.Deadline.IsZero() {
		w.line(0, "operation:")
		if o.Kind != "" {
			w.key(1, "kind", string(o.Kind), "operation.kind")
		}
		if !o.Start.IsZero() {
			w.key(1, "start", at(o.Start), "operation.start")
		}
		if !o.Deadline.IsZero() {
			w.key(1, "deadline", at(o.Deadline), "operation.deadline")
		}
	}
	if m.Organisation != nil {
		w.line(0, "organisation:")
		w.key(1, "id", quote(m.Organisation.ID), "organisation.id")
		w.text(1, "name", m.Organisation.Name)
	}
	w.sources()
	w.record()
	w.places()
	w.units()
	w.unsaid()
}

// unsaid names the keys that a mission needs and the announcement does not give.
func (w *yamlWriter) unsaid() {
	m := &w.d.Mission
	for _, k := range []struct {
		key  string
		said bool
	}{{"host", m.Host != ""}, {"timezone", m.Timezone != ""}, {"operation.kind", m.Operation.Kind != ""}, {"operation.start", !m.Operation.Start.IsZero()},
		{"operation.deadline", !m.Operation.Deadline.IsZero()}, {"organisation", m.Organisation != nil}, {"places", len(m.Places) > 0}, {"units", len(m.Units) > 0},
		{"fleets", false}} {
		if !k.said {
			w.line(0, "# "+k.key+": "+notSaid.In(w.lang))
		}
	}
}

func (w *yamlWriter) sources() {
	w.line(0, "sources:")
	for i, s := range w.d.Sources {
		w.line(1, "- id: "+s.ID)
		if s.Publisher != "" {
			w.key(2, "publisher", quote(s.Publisher), fmt.Sprintf("sources[%d].publisher", i))
		}
		if s.Title != "" {
			w.key(2, "title", quote(s.Title), "")
		}
		if !s.Published.IsZero() {
			w.key(2, "published", s.Published.String(), "")
		}
		w.key(2, "lang", s.Lang, "")
	}
}

func (w *yamlWriter) places() {
	if len(w.d.Places) == 0 {
		return
	}
	w.line(0, "places:")
	for i, p := range w.d.Places {
		w.key(1, "- id", p.ID, fmt.Sprintf("places[%d].id", i))
		w.key(2, "name", quote(p.Name), "")
		if p.Country != "" {
			w.key(2, "country", quote(p.Country), "")
		}
	}
}

func (w *yamlWriter) units() {
	if len(w.d.Units) == 0 {
		return
	}
	w.line(0, "units:")
	for i, u := range w.d.Units {
		path := fmt.Sprintf("units[%d]", i)
		w.line(1, "- id: "+quote(u.ID))
		if u.Nation != "" {
			w.key(2, "nation", quote(u.Nation), path+".nation")
		}
		if _, said := w.d.basis[path+".people"]; said {
			w.key(2, "people", fmt.Sprint(u.People), path+".people")
		}
		w.line(2, "basis: {sources: [s1]}")
	}
}
