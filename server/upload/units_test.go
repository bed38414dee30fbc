package upload_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"sortie/server/problem"
	"sortie/server/upload"
)

func TestUnits(t *testing.T) {
	got, err := upload.Units([]byte(` {"z": {"people": 3, "equipment": {"btr-80": null}}, "a": null, "é\"": {}} `))
	if err != nil || len(got) != 3 || got[0].ID != "z" || got[0].Gone() || got[1].ID != "a" || !got[1].Gone() || got[2].ID != `é"` {
		t.Errorf("%+v %v", got, err)
	}
	most := strings.TrimSuffix(strings.Repeat(`"%d":{},`, upload.MostUnits), ",")
	ids := make([]any, upload.MostUnits)
	for i := range ids {
		ids[i] = i
	}
	all := fmt.Sprintf(most, ids...)
	if got, err := upload.Units([]byte("{" + all + "}")); err != nil || len(got) != upload.MostUnits {
		t.Errorf("%d units, %v", len(got), err)
	}
	for body, status := range map[string]int{
		"": 400, "null": 400, "[]": 400, "{}": 400, `{"a":3}`: 400, `{"a":[]}`: 400, `{"a":"null"}`: 400, `{"a":{}} {}`: 400, `{"a":{}`: 400,
		`{"a":{},"a":{}}`: 400, `{"a":{},"\u0061":null}`: 400, "{" + all + `,"more":{}}`: 413,
		`{"a":` + strings.Repeat(`{"b":`, 40) + "1" + strings.Repeat("}", 41): 400,
	} {
		var p *problem.Problem
		if _, err := upload.Units([]byte(body)); !errors.As(err, &p) || p.Status != status {
			t.Errorf("%.40s: %v", body, err)
		}
	}
}
