package missionfile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"sortie"
)

// canonicalMission is a mission as canonical JSON writes it: the keys of
// [sortie.Mission] in their order, a deadline that a draft does not know left
// out, and lift types whole.
type canonicalMission struct {
	Version        int                    `json:"sortie"`
	ID             string                 `json:"id"`
	Draft          bool                   `json:"draft,omitzero"`
	Title          sortie.Text            `json:"title,omitempty"`
	Timezone       string                 `json:"timezone"`
	Host           string                 `json:"host"`
	DDay           sortie.Date            `json:"d_day,omitzero"`
	Operation      canonicalOperation     `json:"operation"`
	PersonT        float64                `json:"person_t"`
	Convoy         sortie.Convoy          `json:"convoy,omitzero"`
	Air            string                 `json:"air,omitempty"`
	Organisation   *sortie.Organisation   `json:"organisation,omitempty"`
	Record         []sortie.Entry         `json:"record,omitempty"`
	Sources        []sortie.Source        `json:"sources,omitempty"`
	Places         []sortie.Place         `json:"places"`
	Links          []sortie.Link          `json:"links,omitempty"`
	LiftTypes      []canonicalLift        `json:"lift_types,omitempty"`
	EquipmentTypes []sortie.EquipmentType `json:"equipment_types,omitempty"`
	Fleets         []sortie.Fleet         `json:"fleets,omitempty"`
	Units          []sortie.Unit          `json:"units"`
	Clearances     []sortie.Clearance     `json:"clearances,omitempty"`
	Tasks          []sortie.Task          `json:"tasks,omitempty"`
}

type canonicalOperation struct {
	Kind     sortie.OperationKind `json:"kind"`
	Start    time.Time            `json:"start,omitzero"`
	Deadline time.Time            `json:"deadline,omitzero"`
	Drawdown sortie.Drawdown      `json:"drawdown,omitzero"`
}

// canonicalLift writes every key, null where there is nothing, so that a type
// with the id of a built-in one takes nothing from whichever catalogue the
// reader has.
type canonicalLift struct {
	ID           string          `json:"id"`
	Mode         sortie.Mode     `json:"mode"`
	Name         *string         `json:"name"`
	Speed        float64         `json:"speed"`
	Overhead     sortie.Duration `json:"overhead"`
	PayloadRange [][2]float64    `json:"payload_range"`
	Payload      *float64        `json:"payload"`
	Range        *float64        `json:"range"`
	Decks        []sortie.Deck   `json:"decks"`
	Gap          float64         `json:"gap"`
	Seats        sortie.Seats    `json:"seats"`
	Load         sortie.Duration `json:"load"`
	Unload       sortie.Duration `json:"unload"`
	Turnaround   sortie.Duration `json:"turnaround"`
	Slots        int             `json:"slots"`
	Runway       *float64        `json:"runway"`
	CostPerHour  float64         `json:"cost_per_hour"`
	Basis        *sortie.Basis   `json:"basis"`
}

func orNull[T comparable](x T) *T {
	var zero T
	if x == zero {
		return nil
	}
	return &x
}

func canonical(m *sortie.Mission) *canonicalMission {
	c := &canonicalMission{
		Version: m.Version, ID: m.ID, Draft: m.Draft, Title: m.Title, Timezone: m.Timezone, Host: m.Host, DDay: m.DDay,
		Operation: canonicalOperation(m.Operation), PersonT: m.PersonT, Convoy: m.Convoy, Air: m.Air, Organisation: m.Organisation,
		Record: m.Record, Sources: m.Sources, Places: m.Places, Links: m.Links, EquipmentTypes: m.EquipmentTypes,
		Fleets: m.Fleets, Units: m.Units, Clearances: m.Clearances, Tasks: m.Tasks,
	}
	if c.Places == nil {
		c.Places = []sortie.Place{}
	}
	if c.Units == nil {
		c.Units = []sortie.Unit{}
	}
	for _, l := range m.LiftTypes {
		c.LiftTypes = append(c.LiftTypes, canonicalLift{
			ID: l.ID, Mode: l.Mode, Name: orNull(l.Name), Speed: l.Speed, Overhead: l.Overhead, PayloadRange: l.PayloadRange,
			Payload: l.Payload, Range: orNull(l.Range), Decks: l.Decks, Gap: l.Gap, Seats: l.Seats, Load: l.Load, Unload: l.Unload,
			Turnaround: l.Turnaround, Slots: l.Slots, Runway: orNull(l.Runway), CostPerHour: l.CostPerHour, Basis: l.Basis,
		})
	}
	return c
}

// MarshalMission is the canonical JSON of a mission, with a newline at its end:
// defaults, types and times written out, so that it means the same to whoever
// reads it alone, and one entry of a list on each line. [Parse] reads it back to
// the same mission. It returns an error for figures that JSON cannot write (NaN,
// infinities).
func MarshalMission(m *sortie.Mission) ([]byte, error) {
	return lines(canonical(m))
}

// SHA256 is the hash of a mission's canonical JSON, in hexadecimal: what a plan
// says of the mission that it was made for.
func SHA256(m *sortie.Mission) (string, error) {
	text, err := MarshalMission(m)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// MarshalPlan is the JSON of a plan, one movement on each line, so that two
// plans can be compared line by line. It returns an error for figures that JSON
// cannot write, and for a certificate that is not JSON.
func MarshalPlan(p *sortie.Plan) ([]byte, error) {
	out := *p
	if out.Movements == nil {
		out.Movements = []sortie.Movement{}
	}
	return lines(&out)
}

// lines writes an object with one member on each line, and below that one
// member or one entry of a list of objects on each.
func lines(value any) ([]byte, error) {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return nil, err
	}
	s := newJSONScanner(text.String(), 0)
	var out bytes.Buffer
	out.Grow(text.Len() + text.Len()/8)
	end := "{\n  "
	s.members(func(key string, _ mark) {
		out.WriteString(end)
		end = ",\n  "
		name(&out, key)
		switch c, rest := s.peek(), s.text[s.at:]; {
		case c == '[' && len(rest) > 1 && rest[1] == '{':
			between := "["
			s.elements(func(int) {
				out.WriteString(between + "\n    " + s.pass())
				between = ","
			})
			out.WriteString("\n  ]")
		case c == '{' && rest[1] != '}':
			between := "{"
			s.members(func(key string, _ mark) {
				out.WriteString(between + "\n    ")
				name(&out, key)
				out.WriteString(s.pass())
				between = ","
			})
			out.WriteString("\n  }")
		default:
			out.WriteString(s.pass())
		}
	})
	if !s.err.empty() {
		return nil, fmt.Errorf("writing JSON: %s", s.err.text())
	}
	out.WriteString("\n}\n")
	return out.Bytes(), nil
}

func name(out *bytes.Buffer, key string) {
	text, _ := json.Marshal(key)
	out.Write(text)
	out.WriteString(": ")
}

// pass is the text of the next value.
func (s *jsonScanner) pass() string {
	s.peek()
	start := s.at
	s.pastValue()
	return s.text[start:s.at]
}
