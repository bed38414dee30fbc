package sortie

import "time"

// FormatVersion is the version of the mission and plan formats that this
// package describes: the value of their `sortie` key.
const FormatVersion = 1

// Defaults of the mission format, filled in by whoever reads a mission: the
// values in a [Mission] are final.
const (
	DefaultPersonT  = 0.12 // tonnes, one person with baggage
	DefaultGap      = 0.15 // metres between two items on a deck
	DefaultPriority = 3    // of 1 (first) to 5 (last)
	DefaultSlots    = 1    // parking places that a lift takes
)

// Mission is one operation: who asked and decided, what stands where, what has
// to move, with what, under which rules. Every default is filled in, every
// relative time resolved and every type that it uses listed.
type Mission struct {
	Version        int             `json:"sortie"`
	ID             string          `json:"id"`
	Draft          bool            `json:"draft,omitzero"` // missing keys are doubts, not errors
	Title          Text            `json:"title,omitempty"`
	Timezone       string          `json:"timezone"` // IANA name
	Host           string          `json:"host"`     // ISO 3166: the theatre is every place in this country
	DDay           Date            `json:"d_day,omitzero"`
	Operation      Operation       `json:"operation"`
	PersonT        float64         `json:"person_t"` // tonnes, one person with baggage
	Convoy         Convoy          `json:"convoy,omitzero"`
	Air            string          `json:"air,omitempty"` // "listed": only listed air links may be flown
	Organisation   *Organisation   `json:"organisation,omitempty"`
	Record         []Entry         `json:"record,omitempty"`
	Sources        []Source        `json:"sources,omitempty"`
	Places         []Place         `json:"places"`
	Links          []Link          `json:"links,omitempty"`
	LiftTypes      []LiftType      `json:"lift_types,omitempty"`
	EquipmentTypes []EquipmentType `json:"equipment_types,omitempty"`
	Fleets         []Fleet         `json:"fleets,omitempty"`
	Units          []Unit          `json:"units"`
	Clearances     []Clearance     `json:"clearances,omitempty"`
	Tasks          []Task          `json:"tasks,omitempty"`
}

// AirListed is the value of [Mission.Air] under which only listed air links
// may be flown.
const AirListed = "listed"

// Text is a short text in several languages: language tag → words. A text
// without a language has the empty tag.
type Text map[string]string

// In is the text in the language, or else in English, or else in whichever
// language comes first in the alphabet; empty where there is none.
func (t Text) In(lang string) string {
	for _, tag := range []string{lang, "en", ""} {
		if s, ok := t[tag]; ok {
			return s
		}
	}
	best := ""
	for tag := range t {
		if best == "" || tag < best {
			best = tag
		}
	}
	return t[best]
}

// Operation is what is to happen and by when.
type Operation struct {
	Kind     OperationKind `json:"kind"`
	Start    time.Time     `json:"start,omitzero"` // nothing loads before
	Deadline time.Time     `json:"deadline"`       // everything is unloaded at its destination by then
	Drawdown Drawdown      `json:"drawdown,omitzero"`
}

// OperationKind says which way a mission moves. It is a word for readers: the
// rules are the same for each.
type OperationKind string

// The kinds of operation.
const (
	Deployment OperationKind = "deployment"
	Withdrawal OperationKind = "withdrawal"
	Rotation   OperationKind = "rotation"
	Evacuation OperationKind = "evacuation"
)

// Drawdown is what "gradually" means: how fast the theatre may empty.
type Drawdown struct {
	PeoplePerDay *int    `json:"people_per_day,omitempty"` // most people leaving the theatre in one local calendar day
	Floor        []Floor `json:"floor,omitempty"`
}

// Floor is a least strength: people still in the theatre until a time.
type Floor struct {
	People int       `json:"people"`
	Until  time.Time `json:"until"`
}

// Convoy is how units drive in their own vehicles. A zero field is no limit.
type Convoy struct {
	FormUp   Duration `json:"form_up,omitzero"`  // load time
	Disperse Duration `json:"disperse,omitzero"` // unload time
	Vehicles int      `json:"vehicles,omitzero"` // most items in one convoy
	Headway  Duration `json:"headway,omitzero"`  // least time between two convoys leaving the same place
	Drive    Duration `json:"drive,omitzero"`    // driving time after which there is a rest; all road movements
	Rest     Duration `json:"rest,omitzero"`
}

// Basis says where the figures of a thing come from: published sources, or an
// assumption with its reasoning.
type Basis struct {
	Sources []string `json:"sources,omitempty"`
	Assumed string   `json:"assumed,omitempty"`
}
