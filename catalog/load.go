package catalog

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"sortie"
)

//go:embed data/*.yaml
var files embed.FS

type liftRecord struct {
	sortie.LiftType
	Figures []Figure `json:"figures"`
}

type equipmentRecord struct {
	sortie.EquipmentType
	Figures []Figure `json:"figures"`
}

type translation struct {
	EN string `json:"en"`
	FR string `json:"fr"`
}

// contents is the parsed catalogue, each list sorted by id.
type contents struct {
	lifts     []*liftRecord
	equipment []*equipmentRecord
	sources   []sortie.Source
	french    map[string]string // of each [Figure.Assumed]
}

// load parses the embedded files at the first use. They are part of the
// program, so a fault in them is a fault of the program's own; the tests read
// every one.
var load = sync.OnceValue(func() *contents {
	c, err := parse()
	if err != nil {
		panic("catalog: " + err.Error())
	}
	return c
})

func parse() (*contents, error) {
	c := new(contents)
	for _, name := range []string{"air", "surface"} {
		records, err := list(name, func() *liftRecord {
			return &liftRecord{LiftType: sortie.LiftType{Gap: sortie.DefaultGap, Slots: sortie.DefaultSlots}}
		})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			for i := range r.Decks {
				r.Decks[i].Count = max(r.Decks[i].Count, 1)
			}
		}
		c.lifts = append(c.lifts, records...)
	}
	var err error
	if c.equipment, err = list("equipment", func() *equipmentRecord { return new(equipmentRecord) }); err != nil {
		return nil, err
	}
	sources, err := list("sources", func() *sortie.Source { return new(sortie.Source) })
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		c.sources = append(c.sources, *s)
	}
	translated, err := list("french", func() *translation { return new(translation) })
	if err != nil {
		return nil, err
	}
	c.french = make(map[string]string, len(translated))
	for _, t := range translated {
		c.french[t.EN] = t.FR
	}
	slices.SortFunc(c.lifts, func(a, b *liftRecord) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.equipment, func(a, b *equipmentRecord) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.sources, func(a, b sortie.Source) int { return cmp.Compare(a.ID, b.ID) })
	return c, nil
}

// list reads one file: a list of records, each decoded over what fresh returns
// so that defaults stand where a key is absent. Unknown keys are errors.
func list[T any](name string, fresh func() *T) ([]*T, error) {
	path := "data/" + name + ".yaml"
	data, err := files.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text, err := yaml.YAMLToJSON(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var entries []json.RawMessage
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	records := make([]*T, len(entries))
	for i, entry := range entries {
		records[i] = fresh()
		decoder := json.NewDecoder(bytes.NewReader(entry))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(records[i]); err != nil {
			return nil, fmt.Errorf("%s: entry %d: %w", path, i+1, err)
		}
	}
	return records, nil
}

func (r *liftRecord) lift() sortie.LiftType {
	t := r.LiftType
	t.PayloadRange = slices.Clone(t.PayloadRange)
	t.Payload = clone(t.Payload)
	t.Decks = slices.Clone(t.Decks)
	for i := range t.Decks {
		t.Decks[i].Payload = clone(t.Decks[i].Payload)
	}
	t.Basis = basis(r.Figures)
	return t
}

func (r *equipmentRecord) equipment() sortie.EquipmentType {
	t := r.EquipmentType
	t.Basis = basis(r.Figures)
	return t
}

func clone[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
