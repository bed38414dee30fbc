package store_test

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"sortie/missionfile"
	"sortie/store"
)

// real are the missions of the project, as drafts of their first revision.
func real(t testing.TB) map[string]store.Draft {
	t.Helper()
	folders, err := filepath.Glob("../missions/*/mission.yaml")
	if err != nil || len(folders) < 3 {
		t.Fatal(folders, err)
	}
	out := map[string]store.Draft{}
	for _, path := range folders {
		f, err := missionfile.Read(filepath.Dir(path))
		if err != nil || f.Failed() {
			t.Fatal(path, err)
		}
		text, err := missionfile.MarshalMission(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		body, err := json.Marshal(store.Revised{Mission: text})
		if err != nil {
			t.Fatal(err)
		}
		out[string(text)] = store.Draft{Mission: f.Mission.ID, Kind: store.Revision, Actor: "planner", At: time.Date(2022, 1, 11, 0, 0, 0, 0, time.UTC), Body: body}
	}
	return out
}

// A mission comes out of the ledger as it went in, to the byte.
func TestRealMissionsFold(t *testing.T) {
	for text, draft := range real(t) {
		draft, err := draft.Checked()
		if err != nil {
			t.Fatal(draft.Mission, err)
		}
		state, err := store.Fold([]store.Entry{draft.After(store.Entry{})})
		if err != nil {
			t.Fatal(draft.Mission, err)
		}
		back, err := missionfile.MarshalMission(state.Mission)
		if err != nil {
			t.Fatal(err)
		}
		if string(back) != text {
			t.Errorf("%s comes out of the ledger otherwise than it went in:\n%s\n%s", draft.Mission, back, text)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	for _, draft := range real(b) {
		draft, err := draft.Checked()
		if err != nil {
			b.Fatal(err)
		}
		entries := []store.Entry{draft.After(store.Entry{})}
		b.Run(draft.Mission, func(b *testing.B) {
			b.SetBytes(int64(len(draft.Body)))
			for b.Loop() {
				if _, err := store.Fold(entries); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
