package view

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sortie"
	"sortie/internal/lang"
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
			return f.Message.String()
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
// id, as [View.WriteUnits] writes several. written is what the body says of id and
// nation also beside an error. It returns *Refused, store.ErrTaken for the id of a
// unit that is not seen, and ErrOthers.
func (v View) PutUnit(m *sortie.Mission, id string, body []byte) (next *sortie.Mission, written *sortie.Unit, err error) {
	c, err := v.change(m, Writing{ID: id, Body: body})
	if err != nil {
		return nil, c.written, err
	}
	next, _, err = v.write(m, []change{c})
	return next, c.written, err
}

// DeleteUnit is the mission without a unit. It returns store.ErrNotFound,
// *Refused and ErrOthers.
func (v View) DeleteUnit(m *sortie.Mission, id string) (*sortie.Mission, error) {
	next, _, err := v.write(m, []change{{id: id, out: true}})
	return next, err
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

func errorsOf(f *missionfile.File) []sortie.Finding {
	var out []sortie.Finding
	for _, d := range f.Diagnostics {
		if d.Severity == sortie.Error {
			out = append(out, d.Finding)
		}
	}
	return out
}

func indexOf(units []sortie.Unit, id string) int {
	return slices.IndexFunc(units, func(u sortie.Unit) bool { return u.ID == id })
}

func refuse(path, format string, args ...any) *Refused {
	return &Refused{[]sortie.Finding{{Severity: sortie.Error, Rule: "unit", Path: path, Message: lang.Plain(fmt.Sprintf(format, args...))}}}
}

// quoted is a name in an error, cut where it is long.
func quoted(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return fmt.Sprintf("%q", strings.ToValidUTF8(s, "?"))
}
