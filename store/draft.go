package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf8"

	"sortie"
)

// Limits of an entry, in bytes.
const (
	MaxBody = 64 << 20 // a mission or plan as compact JSON
	maxName = 200      // mission, actor, key
)

// Checked is the draft as the ledger takes it: its body as compact JSON, its
// time to the millisecond. It returns *Invalid where it cannot be taken.
func (d Draft) Checked() (Draft, error) {
	for _, n := range []struct{ field, text string }{{"mission", d.Mission}, {"actor", d.Actor}, {"key", d.Key}} {
		if n.text == "" && n.field == "key" {
			continue
		}
		if why := badName(n.text); why != "" {
			return d, &Invalid{n.field, why}
		}
	}
	if y := d.At.UTC().Year(); d.At.IsZero() || y < 1 || y > 9999 {
		return d, &Invalid{"at", "the time is missing, or not of the years 1 to 9999"}
	}
	body, err := compact(d.Body)
	if err != nil {
		return d, err
	}
	if why := badBody(d.Mission, d.Kind, body); why != "" {
		return d, &Invalid{"body", why}
	}
	d.Body, d.At = body, Milli(d.At)
	return d, nil
}

// badName says why a text cannot be a mission's id, an actor or a key: each is a
// line of the hashed text.
func badName(s string) string {
	switch {
	case s == "":
		return "it is missing"
	case len(s) > maxName:
		return fmt.Sprintf("it is longer than %d bytes", maxName)
	case !utf8.ValidString(s):
		return "it is not UTF-8"
	}
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return "it holds a control character"
		}
	}
	return ""
}

// compact is JSON without white space, byte for byte what is kept and hashed.
func compact(body []byte) (json.RawMessage, error) {
	if len(body) > MaxBody {
		return nil, &Invalid{"body", fmt.Sprintf("it has %d bytes; an entry takes at most %d MB", len(body), MaxBody>>20)}
	}
	if !utf8.Valid(body) {
		return nil, &Invalid{"body", "it is not UTF-8"}
	}
	var out bytes.Buffer
	out.Grow(len(body))
	if err := json.Compact(&out, body); err != nil {
		return nil, &Invalid{"body", "it is not JSON: " + err.Error()}
	}
	return out.Bytes(), nil
}

// badBody says why a body is not one of its kind. What passes can be folded, so
// that no entry makes a mission unreadable.
func badBody(mission string, kind Kind, body []byte) string {
	switch kind {
	case Revision:
		b, m := Revised{}, sortie.Mission{}
		if err := json.Unmarshal(body, &b); err != nil {
			return err.Error()
		}
		if err := json.Unmarshal(b.Mission, &m); err != nil {
			return "mission: " + err.Error()
		}
		if m.ID != mission {
			return fmt.Sprintf("the mission calls itself %q, and its ledger %q", m.ID, mission)
		}
	case Vote:
		b := Voted{}
		if err := json.Unmarshal(body, &b); err != nil {
			return err.Error()
		}
		if b.Decision == "" || b.Nation == "" || b.Vote != sortie.For && b.Vote != sortie.Against && b.Vote != sortie.Abstain {
			return "a vote has a decision, a nation, and says for, against or abstain"
		}
	case Statement:
		b := sortie.Entry{}
		if err := json.Unmarshal(body, &b); err != nil {
			return err.Error()
		}
		if b.ID == "" || b.Kind == "" {
			return "an entry of the record has an id and a kind"
		}
	case Plan:
		b, p := Planned{}, sortie.Plan{}
		if err := json.Unmarshal(body, &b); err != nil {
			return err.Error()
		}
		if err := json.Unmarshal(b.Plan, &p); err != nil {
			return "plan: " + err.Error()
		}
		if b.Plan[0] != '{' {
			return "plan: it is no object"
		}
		if b.Revision < 1 {
			return "a plan says which revision it plans"
		}
	case Actual:
		b := Happened{}
		if err := json.Unmarshal(body, &b); err != nil {
			return err.Error()
		}
		if b.Plan < 1 || b.Movement < 1 {
			return "what happened names a plan and one of its movements"
		}
	default:
		return fmt.Sprintf("there is no kind of entry %q", kind)
	}
	return ""
}
