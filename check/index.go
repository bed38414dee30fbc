package check

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sortie"
	"sortie/internal/lang"
)

// mostPeople bounds any count that is added up, so that no sum overflows
// whatever a plan says. It is far past the people there are.
const mostPeople = int64(1) << 36

// people is the kind of what is counted that is not an equipment type.
const people = -1

// index finds what a mission lists by its id. Of two things with one id the
// first counts; a mission that has passed its checks has no such two.
type index struct {
	places    []place
	placeOf   map[string]int
	unitOf    map[string]int
	fleetOf   map[string]int
	liftType  map[string]int
	equipment map[string]int
	units     []unit
	fleets    []fleet
	zones     zones
}

// unit is a unit with its places looked up; -1 where there is none.
type unit struct {
	*sortie.Unit
	at, to int
	via    []int
	ready  int64
	strong map[int]int64 // people and each equipment type: how many
}

type fleet struct {
	*sortie.Fleet
	kind *sortie.LiftType // nil where the mission does not list it
	typ  int
	base int
}

func newIndex(m *sortie.Mission) index {
	x := index{
		placeOf: ids(m.Places, func(p *sortie.Place) string { return p.ID }),
		unitOf:  ids(m.Units, func(u *sortie.Unit) string { return u.ID }),
		fleetOf: ids(m.Fleets, func(f *sortie.Fleet) string { return f.ID }),
		liftType: ids(m.LiftTypes, func(t *sortie.LiftType) string {
			return t.ID
		}),
		equipment: ids(m.EquipmentTypes, func(t *sortie.EquipmentType) string { return t.ID }),
		zones:     zones{},
	}
	for i := range m.Places {
		x.places = append(x.places, newPlace(m, &m.Places[i], x.zones))
	}
	for i := range m.Units {
		x.units = append(x.units, x.newUnit(m, &m.Units[i]))
	}
	for i := range m.Fleets {
		f := fleet{Fleet: &m.Fleets[i], typ: -1, base: lookup(x.placeOf, m.Fleets[i].Base)}
		if typ, ok := x.liftType[f.Type]; ok {
			f.typ, f.kind = typ, &m.LiftTypes[typ]
		}
		x.fleets = append(x.fleets, f)
	}
	return x
}

func (x *index) newUnit(m *sortie.Mission, u *sortie.Unit) unit {
	n := unit{Unit: u, at: lookup(x.placeOf, u.At), to: lookup(x.placeOf, u.To), strong: map[int]int64{}}
	n.ready = max(minute(m.Operation.Start), minuteOr(u.Ready, -latest))
	for _, via := range u.Via {
		n.via = append(n.via, lookup(x.placeOf, via))
	}
	if u.People > 0 {
		n.strong[people] = min(int64(u.People), mostPeople)
	}
	for id, count := range u.Equipment {
		if kind := lookup(x.equipment, id); kind >= 0 && count > 0 {
			n.strong[kind] = min(int64(count), mostPeople)
		}
	}
	return n
}

func ids[T any](list []T, id func(*T) string) map[string]int {
	found := make(map[string]int, len(list))
	for i := range list {
		if _, twice := found[id(&list[i])]; !twice {
			found[id(&list[i])] = i
		}
	}
	return found
}

func lookup(ids map[string]int, id string) int {
	if i, ok := ids[id]; ok && id != "" {
		return i
	}
	return -1
}

func (c *checker) placeID(i int) string {
	if i < 0 {
		return ""
	}
	return c.places[i].ID
}

// nameIn names people or an equipment type of the mission.
func nameIn(m *sortie.Mission, kind int) lang.Text {
	if kind == people {
		return inPeople.Text()
	}
	return lang.Plain(m.EquipmentTypes[kind].ID)
}

func (c *checker) nameOf(kind int) lang.Text { return nameIn(c.mission, kind) }

func (w *prover) nameOf(kind int) lang.Text { return nameIn(w.mission, kind) }

// short cuts a text of a foreign plan to what fits in a message.
func short(s string) string {
	const most = 64
	if len(s) <= most {
		return strings.ToValidUTF8(s, "?")
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strings.ToValidUTF8(s[:cut], "?") + "…"
}

// quote writes an id of a foreign plan, control characters made visible.
func quote(s string) lang.Text {
	quoted := strconv.Quote(short(s))
	return lang.Each(func(l lang.Lang) string { return l.Say(quotation, quoted[1:len(quoted)-1]) })
}
