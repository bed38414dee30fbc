package brief

import (
	"encoding/json"
	"fmt"
	"strings"

	"sortie"
)

func (w *yamlWriter) record() {
	if len(w.d.Record) == 0 {
		return
	}
	w.line(0, "record:")
	for i, e := range w.d.Record {
		path := fmt.Sprintf("record[%d]", i)
		w.line(1, "- id: "+e.ID)
		w.key(2, "kind", string(e.Kind), path+".on")
		if e.By != "" {
			w.key(2, "by", quote(e.By), path+".by")
		}
		if !e.On.IsZero() {
			w.key(2, "on", e.On.String(), "")
		}
		if e.For != "" {
			w.key(2, "for", quote(e.For), "")
		}
		if e.Answers != "" {
			w.key(2, "answers", e.Answers, "")
		}
		w.text(2, "text", e.Text)
		if e.People != nil {
			w.key(2, "people", fmt.Sprint(*e.People), "")
		}
		if e.Equipment != nil {
			w.key(2, "equipment", fmt.Sprint(*e.Equipment), "")
		}
		w.says(e.Says)
		w.figures(e.Figures, path)
		w.line(2, "sources: [s1]")
	}
}

func (w *yamlWriter) says(s *sortie.Says) {
	if s == nil {
		return
	}
	var parts []string
	if s.AtMost != nil {
		parts = append(parts, "at_most: "+s.AtMost.String())
	}
	if !s.Start.IsZero() {
		parts = append(parts, "start: "+quote(at(s.Start)))
	}
	if !s.Deadline.IsZero() {
		parts = append(parts, "deadline: "+quote(at(s.Deadline)))
	}
	if s.Gradual {
		parts = append(parts, "gradual: true")
	}
	w.line(2, "says: {"+strings.Join(parts, ", ")+"}")
}

func (w *yamlWriter) figures(list []sortie.Figure, path string) {
	if len(list) == 0 {
		return
	}
	w.line(2, "figures:")
	for i, f := range list {
		parts := []string{"what: " + quote(f.What)}
		if f.Of != "" {
			parts = append(parts, "of: "+quote(f.Of))
		}
		for _, a := range []struct {
			key string
			n   *sortie.Amount
		}{{"exact", f.Exact}, {"about", f.About}, {"at_least", f.AtLeast}, {"at_most", f.AtMost}} {
			if a.n != nil {
				value, err := json.Marshal(*a.n)
				if err == nil {
					parts = append(parts, a.key+": "+strings.Trim(string(value), `"`))
				}
			}
		}
		s := "- {" + strings.Join(parts, ", ") + "}"
		if c := w.comment(fmt.Sprintf("%s.figures[%d].what", path, i)); c != "" {
			s += "   # " + c
		}
		w.line(3, s)
	}
}
