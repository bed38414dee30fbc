package store

import (
	"bytes"
	"encoding/json"
	"unicode"
	"unicode/utf8"

	"sortie"
	"sortie/internal/lang"
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
		if why := badName(n.text); why != fit {
			return d, &Invalid{n.field, why}
		}
	}
	if y := d.At.UTC().Year(); d.At.IsZero() || y < 1 || y > 9999 {
		return d, &Invalid{"at", hasNoTime.Text()}
	}
	body, err := compact(d.Body)
	if err != nil {
		return d, err
	}
	if why := badBody(d.Mission, d.Kind, body); why != fit {
		return d, &Invalid{"body", why}
	}
	d.Body, d.At = body, Milli(d.At)
	return d, nil
}

// fit is no reason against a draft.
var fit lang.Text

// badName says why a text cannot be a mission's id, an actor or a key: each is a
// line of the hashed text.
func badName(s string) lang.Text {
	switch {
	case s == "":
		return isMissing.Text()
	case len(s) > maxName:
		return isLonger.Text(maxName)
	case !utf8.ValidString(s):
		return isNoUTF8.Text()
	}
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return hasControls.Text()
		}
	}
	return fit
}

// compact is JSON without white space, byte for byte what is kept and hashed.
func compact(body []byte) (json.RawMessage, error) {
	if len(body) > MaxBody {
		return nil, &Invalid{"body", isTooLarge.Text(len(body), MaxBody>>20)}
	}
	if !utf8.Valid(body) {
		return nil, &Invalid{"body", isNoUTF8.Text()}
	}
	var out bytes.Buffer
	out.Grow(len(body))
	if err := json.Compact(&out, body); err != nil {
		return nil, &Invalid{"body", isNoJSON.Text(malformed(err))}
	}
	return out.Bytes(), nil
}

// badBody says why a body is not one of its kind. What passes can be folded, so
// that no entry makes a mission unreadable.
func badBody(mission string, kind Kind, body []byte) lang.Text {
	switch kind {
	case Revision:
		b, m := Revised{}, sortie.Mission{}
		if err := json.Unmarshal(body, &b); err != nil {
			return isUnread.Text(malformed(err))
		}
		if err := json.Unmarshal(b.Mission, &m); err != nil {
			return missionUnread.Text(malformed(err))
		}
		if m.ID != mission {
			return otherMission.Text(m.ID, mission)
		}
	case Vote:
		b := Voted{}
		if err := json.Unmarshal(body, &b); err != nil {
			return isUnread.Text(malformed(err))
		}
		if b.Decision == "" || b.Nation == "" || b.Vote != sortie.For && b.Vote != sortie.Against && b.Vote != sortie.Abstain {
			return halfVote.Text()
		}
	case Statement:
		b := sortie.Entry{}
		if err := json.Unmarshal(body, &b); err != nil {
			return isUnread.Text(malformed(err))
		}
		if b.ID == "" || b.Kind == "" {
			return halfStatement.Text()
		}
	case Plan:
		b, p := Planned{}, sortie.Plan{}
		if err := json.Unmarshal(body, &b); err != nil {
			return isUnread.Text(malformed(err))
		}
		if err := json.Unmarshal(b.Plan, &p); err != nil {
			return planUnread.Text(malformed(err))
		}
		if b.Plan[0] != '{' {
			return planNoObject.Text()
		}
		if b.Revision < 1 {
			return planOfNothing.Text()
		}
	case Actual:
		b := Happened{}
		if err := json.Unmarshal(body, &b); err != nil {
			return isUnread.Text(malformed(err))
		}
		if b.Plan < 1 || b.Movement < 1 {
			return halfActual.Text()
		}
	default:
		return noSuchKind.Text(kind)
	}
	return fit
}
