package upload

import (
	"bytes"
	"encoding/json"
	"net/http"

	"sortie/server/problem"
)

// MostUnits is how many units one change may touch.
const MostUnits = 5000

// UnitPatch is what is to change of a unit: a merge patch, or null for a unit that
// is to be taken out.
type UnitPatch struct {
	ID    string
	Patch json.RawMessage
}

// Gone reports whether the unit is to be taken out.
func (p UnitPatch) Gone() bool { return string(p.Patch) == "null" }

// Units reads a merge patch of units by their ids, in its order, which is that of
// new ones. It returns a *problem.Problem where the body is none.
func Units(body []byte) ([]UnitPatch, error) {
	if err := object(body); err != nil {
		return nil, err
	}
	var out []UnitPatch
	seen := map[string]bool{}
	d := json.NewDecoder(bytes.NewReader(body))
	if _, err := d.Token(); err != nil { // the brace
		return nil, notUnits()
	}
	for d.More() {
		token, err := d.Token()
		id, ok := token.(string)
		if err != nil || !ok {
			return nil, notUnits()
		}
		var patch json.RawMessage
		if err := d.Decode(&patch); err != nil || patch[0] != '{' && string(patch) != "null" {
			return nil, notUnits()
		}
		switch {
		case seen[id]:
			return nil, problem.New(http.StatusBadRequest, wordUnitTwice)
		case len(out) == MostUnits:
			return nil, problem.New(http.StatusRequestEntityTooLarge, wordUnitsMany, MostUnits)
		}
		seen[id] = true
		out = append(out, UnitPatch{id, patch})
	}
	if out == nil {
		return nil, problem.New(http.StatusBadRequest, wordUnitsNone)
	}
	return out, nil
}

func notUnits() error {
	return problem.New(http.StatusBadRequest, wordUnitsForm)
}
