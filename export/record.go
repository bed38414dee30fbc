package export

import (
	"maps"
	"slices"

	"sortie"
)

// entries are the record, one row an entry.
func entries(m *sortie.Mission) *table {
	tags, voters := map[string]bool{}, map[string]bool{}
	for _, e := range m.Record {
		for tag := range e.Text {
			tags[tag] = true
		}
		for nation := range e.Votes {
			voters[nation] = true
		}
	}
	t := &table{name: "record", head: []string{"id", "kind", "by", "on", "for", "answers", "people", "equipment", "task", "to", "replaces",
		"grants.people", "grants.equipment", "grants.until", "grants.nations", "says.start_in", "says.at_most", "says.start", "says.deadline", "sources"}}
	languages, nations := slices.Sorted(maps.Keys(tags)), slices.Sorted(maps.Keys(voters))
	for _, tag := range languages {
		t.head = append(t.head, "text."+tag)
	}
	for _, n := range nations {
		t.head = append(t.head, "votes."+n)
	}
	for _, e := range m.Record {
		row := []any{e.ID, string(e.Kind), e.By, day(e.On), e.For, e.Answers, given(e.People), given(e.Equipment), e.Task, e.To, e.Replaces}
		if g := e.Grants; g != nil {
			row = append(row, given(g.People), given(g.Equipment), g.Until, joined(g.Nations))
		} else {
			row = append(row, nil, nil, nil, nil)
		}
		if s := e.Says; s != nil {
			row = append(row, length(s.StartIn), length(s.AtMost), s.Start, s.Deadline)
		} else {
			row = append(row, nil, nil, nil, nil)
		}
		row = append(row, joined(e.Sources))
		for _, tag := range languages {
			row = append(row, e.Text[tag])
		}
		for _, n := range nations {
			row = append(row, string(e.Votes[n]))
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// figures are what the entries publish, with their precision.
func figures(m *sortie.Mission) *table {
	t := &table{name: "figures", head: []string{"entry", "what", "of", "at", "exact", "about", "at_least", "at_most"}}
	for _, e := range m.Record {
		for _, f := range e.Figures {
			t.add(e.ID, f.What, f.Of, f.At, amount(f.Exact), amount(f.About), amount(f.AtLeast), amount(f.AtMost))
		}
	}
	return t
}

func sources(m *sortie.Mission) *table {
	t := &table{name: "sources", head: []string{"id", "publisher", "title", "published", "url", "lang"}}
	for _, s := range m.Sources {
		t.add(s.ID, s.Publisher, s.Title, day(s.Published), s.URL, s.Lang)
	}
	return t
}

func amount(a *sortie.Amount) any {
	switch {
	case a == nil:
		return nil
	case a.Word != "":
		return a.Word
	}
	return a.N
}

func day(d sortie.Date) any {
	if d == (sortie.Date{}) {
		return nil
	}
	return d.String()
}

func length(d *sortie.Duration) any {
	if d == nil {
		return nil
	}
	return d.String()
}
