package view

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sortie"
	"sortie/missionfile"
	"sortie/store"
)

// ErrOthers is returned where a change fits all that its writer sees, and not the
// rest of the mission.
var ErrOthers = errors.New("it does not fit units of other nations, which you do not see: ask a planner of the mission")

// Refused is returned for a change after which the mission would be wrong.
type Refused struct {
	Findings []sortie.Finding // errors and doubts of the unit that was written, or of the mission
}

func (r *Refused) Error() string {
	for _, f := range r.Findings {
		if f.Severity == sortie.Error {
			return f.Message
		}
	}
	return "the mission would be wrong"
}

// Unit is the JSON of a unit as it is seen: what a merge patch is applied to.
// It returns store.ErrNotFound for one that is not seen.
func (v View) Unit(m *sortie.Mission, id string) ([]byte, error) {
	seen := v.Mission(m)
	i := indexOf(seen.Units, id)
	if i < 0 {
		return nil, store.ErrNotFound
	}
	return json.Marshal(seen.Units[i])
}

// PutUnit is the mission with a unit added, or written in place of the one of its
// id. The body is JSON as in a mission file; id and nation may be left out where
// they are as before, or the nation the liaison's.
//
// The body is read within what the writer sees, so that no finding tells of what
// is hidden, and then put into the whole, where what the unit waits for of other
// nations stays. written is what the body says of id and nation also beside an
// error: the policy is asked of it first. PutUnit returns *Refused,
// store.ErrTaken for the id of a unit that is not seen, and ErrOthers.
func (v View) PutUnit(m *sortie.Mission, id string, body []byte) (next *sortie.Mission, written *sortie.Unit, err error) {
	fields, written, err := v.head(m, id, body)
	if err != nil {
		return nil, written, err
	}
	at := indexOf(m.Units, id)
	if at >= 0 && !v.own(m.Units[at].Nation) {
		return nil, written, store.ErrTaken
	}
	if !v.own(written.Nation) {
		return nil, written, refuse("nation", "a unit of nation %q is not yours to write", written.Nation)
	}
	unit, err := v.read(m, fields)
	if err != nil {
		return nil, written, err
	}
	out := *m
	out.Units = slices.Clone(m.Units)
	if at < 0 {
		out.Units = append(out.Units, *unit)
	} else {
		unit.After = append(unit.After, v.hiddenAfter(m, m.Units[at])...)
		out.Units[at] = *unit
	}
	next, err = v.sound(&out)
	return next, unit, err
}

// DeleteUnit is the mission without a unit. It returns store.ErrNotFound,
// *Refused and ErrOthers.
func (v View) DeleteUnit(m *sortie.Mission, id string) (*sortie.Mission, error) {
	at := indexOf(m.Units, id)
	if at < 0 || !v.own(m.Units[at].Nation) {
		return nil, store.ErrNotFound
	}
	out := *m
	out.Units = slices.Delete(slices.Clone(m.Units), at, at+1)
	return v.sound(&out)
}

// head reads which unit of which nation a body is, and fills in what it may
// leave out.
func (v View) head(m *sortie.Mission, id string, body []byte) (fields map[string]json.RawMessage, written *sortie.Unit, err error) {
	written = &sortie.Unit{ID: id, Nation: v.nation}
	if at := indexOf(m.Units, id); at >= 0 && v.own(m.Units[at].Nation) {
		written.Nation = m.Units[at].Nation
	}
	if json.Unmarshal(body, &fields) != nil || fields == nil {
		return nil, written, refuse("", "a unit is a JSON object")
	}
	said := id
	if raw, ok := fields["nation"]; ok && json.Unmarshal(raw, &written.Nation) != nil {
		return nil, written, refuse("nation", "nation should be text")
	}
	if raw, ok := fields["id"]; ok && json.Unmarshal(raw, &said) != nil || said != id || !utf8.ValidString(id) {
		return nil, written, refuse("id", "the unit is %s by its address: its id should be the same, or be left out", quoted(id))
	}
	for key, value := range map[string]string{"id": id, "nation": written.Nation} {
		if fields[key], err = json.Marshal(value); err != nil {
			return nil, written, err
		}
	}
	if written.Nation == "" {
		delete(fields, "nation")
	}
	return fields, written, nil
}

// read reads a unit's body within the mission as it is seen.
func (v View) read(m *sortie.Mission, fields map[string]json.RawMessage) (*sortie.Unit, error) {
	seen := v.Mission(m).Mission
	text, err := missionfile.MarshalMission(&seen)
	if err != nil {
		return nil, err
	}
	var whole map[string]json.RawMessage
	var units []json.RawMessage
	if err := json.Unmarshal(text, &whole); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(whole["units"], &units); err != nil {
		return nil, err
	}
	unit, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	var id string
	if err := json.Unmarshal(fields["id"], &id); err != nil {
		return nil, err
	}
	at := indexOf(seen.Units, id)
	if at < 0 {
		at, units = len(units), append(units, nil)
	}
	units[at] = unit
	if whole["units"], err = json.Marshal(units); err != nil {
		return nil, err
	}
	if text, err = json.Marshal(whole); err != nil {
		return nil, err
	}
	f := missionfile.Parse("mission.json", text, nil)
	if f.Failed() || f.Mission == nil || at >= len(f.Mission.Units) {
		return nil, &Refused{errorsOf(f)}
	}
	return &f.Mission.Units[at], nil
}

// sound is a mission that was put together from parts, read anew as a whole: its
// types listed, and without an error.
func (v View) sound(m *sortie.Mission) (*sortie.Mission, error) {
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		return nil, err
	}
	f := missionfile.Parse("mission.json", text, nil)
	if !f.Failed() && f.Mission != nil {
		return f.Mission, nil
	}
	if !v.whole {
		return nil, ErrOthers
	}
	return nil, &Refused{errorsOf(f)}
}

func errorsOf(f *missionfile.File) []sortie.Finding {
	var out []sortie.Finding
	for _, d := range f.Diagnostics {
		if d.Severity == sortie.Error {
			out = append(out, d.Finding)
		}
	}
	return out
}

// hiddenAfter are the units that a unit waits for and that are not seen.
func (v View) hiddenAfter(m *sortie.Mission, u sortie.Unit) []string {
	own := v.units(m)
	return slices.DeleteFunc(slices.Clone(u.After), func(id string) bool { return own[id] })
}

func indexOf(units []sortie.Unit, id string) int {
	return slices.IndexFunc(units, func(u sortie.Unit) bool { return u.ID == id })
}

func refuse(path, format string, args ...any) *Refused {
	return &Refused{[]sortie.Finding{{Severity: sortie.Error, Rule: "unit", Path: path, Message: fmt.Sprintf(format, args...)}}}
}

// quoted is a name in an error, cut where it is long.
func quoted(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return fmt.Sprintf("%q", strings.ToValidUTF8(s, "?"))
}
