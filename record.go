package sortie

import (
	"encoding/json"
	"fmt"
	"time"
)

// Organisation is who may ask and who decides.
type Organisation struct {
	ID      string       `json:"id"`
	Name    Text         `json:"name,omitempty"`
	Members []string     `json:"members,omitempty"` // ISO 3166
	Decides DecidingBody `json:"decides,omitzero"`
}

// DecidingBody is an organisation's body and its rule.
type DecidingBody struct {
	Body string       `json:"body,omitempty"`
	Rule DecisionRule `json:"rule,omitempty"`
}

// DecisionRule says when a vote carries.
type DecisionRule string

// The decision rules.
const (
	Consensus DecisionRule = "consensus"
	Majority  DecisionRule = "majority"
	TwoThirds DecisionRule = "two-thirds"
	Chair     DecisionRule = "chair"
)

// Source is where something was published.
type Source struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher,omitempty"`
	Title     string `json:"title,omitempty"`
	Published Date   `json:"published,omitzero"`
	URL       string `json:"url,omitempty"`
	Lang      string `json:"lang,omitempty"`
}

// EntryKind is what an entry of the record is.
type EntryKind string

// The kinds of entry.
const (
	Request   EntryKind = "request"
	Decision  EntryKind = "decision"
	Pledge    EntryKind = "pledge"
	Statement EntryKind = "statement"
	Report    EntryKind = "report"
	Handover  EntryKind = "handover"
	Event     EntryKind = "event"
)

// Entry is one line of the record. Which fields it has depends on its kind; a
// correction is a new entry that replaces an earlier one.
type Entry struct {
	ID        string          `json:"id"`
	Kind      EntryKind       `json:"kind"`
	By        string          `json:"by,omitempty"` // nation, body or organisation
	On        Date            `json:"on,omitzero"`
	For       string          `json:"for,omitempty"`
	Text      Text            `json:"text,omitempty"`
	Answers   string          `json:"answers,omitempty"` // request that a decision answers
	Votes     map[string]Vote `json:"votes,omitempty"`
	Grants    *Grants         `json:"grants,omitempty"`
	People    *int            `json:"people,omitempty"`
	Equipment *int            `json:"equipment,omitempty"`
	Figures   []Figure        `json:"figures,omitempty"`
	Says      *Says           `json:"says,omitempty"`
	Task      string          `json:"task,omitempty"` // of a handover
	To        string          `json:"to,omitempty"`
	Replaces  string          `json:"replaces,omitempty"`
	Sources   []string        `json:"sources,omitempty"`
}

// Vote is one member's vote.
type Vote string

// The votes.
const (
	For     Vote = "for"
	Against Vote = "against"
	Abstain Vote = "abstain"
)

// Grants is what a decision allows. An absent figure is not limited.
type Grants struct {
	People    *int      `json:"people,omitempty"`
	Equipment *int      `json:"equipment,omitempty"`
	Until     time.Time `json:"until,omitzero"`
	Nations   []string  `json:"nations,omitempty"` // contributors that it allows besides members
}

// Says is what a statement announces of an operation.
type Says struct {
	StartIn  *Duration `json:"start_in,omitempty"` // from the day it was said
	AtMost   *Duration `json:"at_most,omitempty"`  // length of the operation
	Start    time.Time `json:"start,omitzero"`
	Deadline time.Time `json:"deadline,omitzero"`
	Gradual  bool      `json:"gradual,omitzero"`
}

// Figure is a published number with its precision: exactly one of Exact,
// About, AtLeast and AtMost is given.
type Figure struct {
	What    string  `json:"what"`
	Of      string  `json:"of,omitempty"`
	At      string  `json:"at,omitempty"`
	Exact   *Amount `json:"exact,omitempty"`
	About   *Amount `json:"about,omitempty"`
	AtLeast *Amount `json:"at_least,omitempty"`
	AtMost  *Amount `json:"at_most,omitempty"`
}

// Amount is a number, or one of the words dozens, hundreds and thousands where
// no number was published.
type Amount struct {
	N    float64
	Word string
}

// MarshalJSON writes the word or the number.
func (a Amount) MarshalJSON() ([]byte, error) {
	if a.Word != "" {
		return json.Marshal(a.Word)
	}
	return json.Marshal(a.N)
}

// UnmarshalJSON reads a number or one of the words.
func (a *Amount) UnmarshalJSON(data []byte) error {
	*a = Amount{}
	if len(data) > 0 && data[0] == '"' {
		if err := json.Unmarshal(data, &a.Word); err != nil {
			return err
		}
		switch a.Word {
		case "dozens", "hundreds", "thousands":
			return nil
		}
		return fmt.Errorf("%q is not an amount: write a number, dozens, hundreds or thousands", a.Word)
	}
	return json.Unmarshal(data, &a.N)
}
