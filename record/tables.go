package record

import (
	"sortie"
	"sortie/internal/lang"
)

// Telling is a mission's record as it is shown: the story in order, and the
// figures that differ.
type Telling struct {
	Mission      string               `json:"mission"`
	Organisation *sortie.Organisation `json:"organisation,omitempty"`
	Entries      []ToldEntry          `json:"entries"`
	Differences  []ToldDifference     `json:"differences"`
	Names        map[string]lang.Text `json:"names" doc:"What figures count, and of what or whom, in words: by what their keys what and of say. What is not among them is its own name."`
}

// ToldEntry is an entry with its sources in full and what corrects it.
type ToldEntry struct {
	sortie.Entry
	ReplacedBy []string        `json:"replaced_by,omitempty" doc:"Absent: it counts."`
	Sources    []sortie.Source `json:"sources"`
}

// ToldDifference is a figure with every way in which it was published.
type ToldDifference struct {
	What   string       `json:"what"`
	Of     string       `json:"of,omitempty"`
	At     string       `json:"at,omitempty"`
	Values []ToldFigure `json:"values"`
}

// ToldFigure is one figure as one entry gives it.
type ToldFigure struct {
	Entry      string          `json:"entry"`
	By         string          `json:"by,omitempty"`
	On         sortie.Date     `json:"on,omitzero"`
	Value      sortie.Amount   `json:"value"`
	Precision  Precision       `json:"precision"`
	ReplacedBy []string        `json:"replaced_by,omitempty"`
	Sources    []sortie.Source `json:"sources"`
}

// Tell puts ids and sources where the record has only references.
func Tell(m *sortie.Mission) Telling {
	v := Telling{Mission: m.ID, Organisation: m.Organisation, Entries: []ToldEntry{}, Differences: []ToldDifference{}, Names: Names(m)}
	sources := SourcesOf(m)
	replacedBy := map[int][]string{}
	for _, told := range Story(m) {
		for _, by := range told.ReplacedBy {
			replacedBy[told.Entry] = append(replacedBy[told.Entry], m.Record[by].ID)
		}
		e := m.Record[told.Entry]
		v.Entries = append(v.Entries, ToldEntry{e, replacedBy[told.Entry], sources(e.Sources)})
	}
	for _, d := range Differences(m) {
		view := ToldDifference{What: d.What, Of: d.Of, At: d.At}
		for _, p := range d.Values {
			e := m.Record[p.Entry]
			amount, precision := Value(p.Figure)
			view.Values = append(view.Values, ToldFigure{e.ID, e.By, e.On, amount, precision, replacedBy[p.Entry], sources(e.Sources)})
		}
		v.Differences = append(v.Differences, view)
	}
	return v
}

// SourcesOf looks sources up by id; one that is not listed is its id alone.
func SourcesOf(m *sortie.Mission) func(ids []string) []sortie.Source {
	known := map[string]sortie.Source{}
	for _, s := range m.Sources {
		known[s.ID] = s
	}
	return func(ids []string) []sortie.Source {
		out := make([]sortie.Source, len(ids))
		for i, id := range ids {
			s, ok := known[id]
			if !ok {
				s = sortie.Source{ID: id}
			}
			out[i] = s
		}
		return out
	}
}
