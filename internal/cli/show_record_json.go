package cli

import (
	"sortie"
	"sortie/record"
)

// recordView is what `show MISSION --by record --json` writes: the story in
// order, and the figures that differ.
type recordView struct {
	Mission      string               `json:"mission"`
	Organisation *sortie.Organisation `json:"organisation,omitempty"`
	Entries      []entryView          `json:"entries"`
	Differences  []differenceView     `json:"differences"`
}

// entryView is an entry with its sources in full and what corrects it.
type entryView struct {
	sortie.Entry
	ReplacedBy []string        `json:"replaced_by,omitempty"` // absent: it counts
	Sources    []sortie.Source `json:"sources"`
}

type differenceView struct {
	What   string          `json:"what"`
	Of     string          `json:"of,omitempty"`
	At     string          `json:"at,omitempty"`
	Values []publishedView `json:"values"`
}

type publishedView struct {
	Entry      string           `json:"entry"`
	By         string           `json:"by,omitempty"`
	On         sortie.Date      `json:"on,omitzero"`
	Value      sortie.Amount    `json:"value"`
	Precision  record.Precision `json:"precision"`
	ReplacedBy []string         `json:"replaced_by,omitempty"`
	Sources    []sortie.Source  `json:"sources"`
}

// recordTables puts ids and sources where the record has only references.
func recordTables(m *sortie.Mission) recordView {
	v := recordView{Mission: m.ID, Organisation: m.Organisation, Entries: []entryView{}, Differences: []differenceView{}}
	sources := sourcesOf(m)
	replacedBy := map[int][]string{}
	for _, told := range record.Story(m) {
		for _, by := range told.ReplacedBy {
			replacedBy[told.Entry] = append(replacedBy[told.Entry], m.Record[by].ID)
		}
		e := m.Record[told.Entry]
		v.Entries = append(v.Entries, entryView{e, replacedBy[told.Entry], sources(e.Sources)})
	}
	for _, d := range record.Differences(m) {
		view := differenceView{What: d.What, Of: d.Of, At: d.At}
		for _, p := range d.Values {
			e := m.Record[p.Entry]
			amount, precision := record.Value(p.Figure)
			view.Values = append(view.Values, publishedView{e.ID, e.By, e.On, amount, precision, replacedBy[p.Entry], sources(e.Sources)})
		}
		v.Differences = append(v.Differences, view)
	}
	return v
}

// sourcesOf looks sources up by id; one that is not listed is its id alone.
func sourcesOf(m *sortie.Mission) func(ids []string) []sortie.Source {
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
