package cli

import (
	"fmt"
	"slices"
	"strings"

	"sortie"
	"sortie/catalog"
	"sortie/internal/lang"
)

type catalogCmd struct {
	Of    string   `arg:"" name:"lifts|equipment" help:"${catalogOf}"`
	Query []string `arg:"" optional:"" help:"${catalogQuery}"`
}

// Run lists the built-in types whose id or name has every word of the query.
func (c *catalogCmd) Run(e *env) error {
	of := []string{"lifts", "equipment"}
	if !slices.Contains(of, c.Of) {
		return usageError(e.lang.Say(wordNoSuchCatalog, c.Of, e.lang.List(of)))
	}
	lifts, equipment := catalog.Search(strings.Join(c.Query, " "))
	found := len(lifts)
	if c.Of == "equipment" {
		found = len(equipment)
	}
	switch {
	case e.json && c.Of == "lifts":
		return e.writeFound(append([]sortie.LiftType{}, lifts...), found)
	case e.json:
		return e.writeFound(append([]sortie.EquipmentType{}, equipment...), found)
	case found == 0:
		e.note(wordNothingFound, strings.Join(c.Query, " "))
		return errNo
	case c.Of == "lifts":
		e.print(e.liftSheet(lifts))
	default:
		e.print(e.equipmentSheet(equipment))
	}
	e.blank()
	e.say(wordCatalogBasis)
	return nil
}

func (e *env) writeFound(list any, found int) error {
	if err := e.writeJSON(list); err != nil || found > 0 {
		return err
	}
	return errNo
}

func (e *env) liftSheet(types []sortie.LiftType) sheet {
	l := e.lang
	s := sheet{columns: words(l, headType, headMode, headName, headSpeed, headPayload, headDecks, headSeats, headRunway, headLoad, headUnload, headTurnaround, headBasis)}
	for _, t := range types {
		s.add(t.ID, string(t.Mode), catalog.Name(t.Name).In(l), l.Number(t.Speed, 0), payload(t, l), decks(t.Decks, l),
			seats(t.Seats, l), length(t.Runway, l), t.Load.String(), t.Unload.String(), t.Turnaround.String(), catalogBasis(t.Basis, l))
	}
	return s
}

func (e *env) equipmentSheet(types []sortie.EquipmentType) sheet {
	l := e.lang
	s := sheet{columns: words(l, headType, headName, headLength, headWidth, headHeight, headMass, headRoad, headSeats, headBasis)}
	for _, t := range types {
		road := "–"
		switch {
		case t.Drives:
			road = l.Say(wordDrives, l.Number(t.KMH, 0))
		case t.Towed:
			road = l.Say(wordTowed)
		}
		s.add(t.ID, catalog.Name(t.Name).In(l), l.Number(t.Length, 2), l.Number(t.Width, 2), l.Number(t.Height, 2), l.Number(t.Mass, 2), road, l.Int(t.Seats), catalogBasis(t.Basis, l))
	}
	return s
}

// payload is the most tonnes, then the range at which it is carried.
func payload(t sortie.LiftType, l lang.Lang) string {
	switch {
	case len(t.PayloadRange) > 0:
		first, last := t.PayloadRange[0], t.PayloadRange[len(t.PayloadRange)-1]
		return l.Say(wordPayloadRange, l.Number(first[1], 1), l.Number(first[0], 0), l.Number(last[0], 0))
	case t.Payload != nil && t.Range > 0:
		return l.Say(wordPayloadTo, l.Number(*t.Payload, 1), l.Number(t.Range, 0))
	case t.Payload != nil:
		return l.Say(wordTonnes, l.Number(*t.Payload, 1))
	}
	return "–"
}

func decks(list []sortie.Deck, l lang.Lang) string {
	if list == nil {
		return "–"
	}
	if len(list) == 0 {
		return l.Say(wordNoItems)
	}
	parts := make([]string, len(list))
	for i, d := range list {
		parts[i] = fmt.Sprintf("%s × %s × %s", l.Number(d.Length, 2), l.Number(d.Width, 2), l.Number(d.Height, 2))
		if d.Count > 1 {
			parts[i] = l.Int(d.Count) + " × (" + parts[i] + ")"
		}
	}
	return strings.Join(parts, "; ")
}

func seats(s sortie.Seats, l lang.Lang) string {
	if s.Empty == s.Full {
		return l.Int(s.Empty)
	}
	return l.Int(s.Empty) + " / " + l.Int(s.Full)
}

func length(metres float64, l lang.Lang) string {
	if metres == 0 {
		return "–"
	}
	return l.Number(metres, 0)
}

// catalogBasis says published, assumed or both; --json has the reasoning.
func catalogBasis(b *sortie.Basis, l lang.Lang) string {
	switch {
	case b == nil:
		return "–"
	case b.Assumed != "" && len(b.Sources) > 0:
		return l.Say(wordPartlyAssumed)
	case b.Assumed != "":
		return l.Say(wordAssumed)
	}
	return l.Say(wordPublished)
}
