package review_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/internal/review"
	"sortie/missionfile"
	"sortie/store"
)

func TestAStoryThatNobodyCouldHaveWritten(t *testing.T) {
	text := func(change func(*sortie.Mission)) json.RawMessage {
		f, err := missionfile.Read("../../missions/guard-and-handover")
		if err != nil || f.Failed() {
			t.Fatalf("%v", err)
		}
		change(f.Mission)
		mission, err := json.Marshal(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		body, err := json.Marshal(store.Revised{Mission: mission})
		if err != nil {
			t.Fatal(err)
		}
		return body
	}
	sound := text(func(*sortie.Mission) {})
	for name, tc := range map[string]struct {
		kind store.Kind
		body json.RawMessage
		want string // in the error; empty: it is taken
	}{
		"nothing more":       {"", nil, ""},
		"a revision":         {store.Revision, sound, ""},
		"a statement":        {store.Statement, json.RawMessage(`{"id":"said","kind":"event","on":"2024-09-01"}`), ""},
		"no such zone":       {store.Revision, text(func(m *sortie.Mission) { m.Timezone = "Moon/Tycho" }), "line 3"},
		"too many":           {store.Revision, text(func(m *sortie.Mission) { m.Units[0].People = 1 << 40 }), "line 3"},
		"a place of no one":  {store.Revision, text(func(m *sortie.Mission) { m.Units[0].At = "nowhere" }), "line 3"},
		"a source of no one": {store.Statement, json.RawMessage(`{"id":"said","kind":"event","sources":["none"]}`), "line 3"},
	} {
		err := review.Story(func(yield func(store.Entry, error) bool) {
			d := store.Draft{Mission: "guard-and-handover", Kind: store.Revision, Actor: "planner", At: time.Date(2024, 9, 1, 6, 0, 0, 0, time.UTC), Body: sound}
			first := d.After(store.Entry{})
			if yield(first, nil) && tc.kind != "" {
				d.Kind, d.Body = tc.kind, tc.body
				yield(d.After(first), nil)
			}
		})
		var damaged *store.Damaged
		if tc.want == "" && err != nil || tc.want != "" && (!errors.As(err, &damaged) || !strings.Contains(err.Error(), tc.want)) {
			t.Errorf("%s: %v, want %q", name, err, tc.want)
		}
	}
}
