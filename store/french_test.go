package store_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
	"sortie/store"
)

func TestErrorsOfAStoreAreSaidInFrench(t *testing.T) {
	told := []error{store.ErrNotFound, store.ErrTaken, store.ErrFull, store.ErrReadOnly, store.ErrUnavailable, store.ErrRefused, store.ErrBusy, store.ErrDamaged,
		store.ErrNewer, store.ErrNotEmpty, store.Failed(store.ErrFull, json.Unmarshal([]byte("{"), new(int))),
		&store.Conflict{}, &store.Conflict{Actor: "planner", Changed: 4}, &store.Diverged{Mission: "m", Seq: 2030}}
	sound := store.Draft{Mission: "m", Kind: store.Revision, Actor: "planner", At: time.Date(2022, 1, 11, 9, 0, 0, 0, time.UTC), Body: json.RawMessage(`{"mission":{"sortie":1,"id":"m"}}`)}
	begin := sound.After(store.Entry{})
	for name, change := range map[string]func(*store.Draft){
		"no mission":  func(d *store.Draft) { d.Mission = "" },
		"long":        func(d *store.Draft) { d.Actor = strings.Repeat("a", 300) },
		"a control":   func(d *store.Draft) { d.Actor = "a\nb" },
		"bytes":       func(d *store.Draft) { d.Actor = "\xff" },
		"no time":     func(d *store.Draft) { d.At = time.Time{} },
		"no JSON":     func(d *store.Draft) { d.Body = []byte("{") },
		"a list":      func(d *store.Draft) { d.Body = []byte("[]") },
		"another":     func(d *store.Draft) { d.Body = []byte(`{"mission":{"id":"n"}}`) },
		"a vote":      func(d *store.Draft) { d.Kind, d.Body = store.Vote, []byte("{}") },
		"a statement": func(d *store.Draft) { d.Kind, d.Body = store.Statement, []byte("{}") },
		"a plan":      func(d *store.Draft) { d.Kind, d.Body = store.Plan, []byte(`{"plan":null,"revision":1}`) },
		"no revision": func(d *store.Draft) { d.Kind, d.Body = store.Plan, []byte(`{"plan":{}}`) },
		"an actual":   func(d *store.Draft) { d.Kind, d.Body = store.Actual, []byte("{}") },
		"no kind":     func(d *store.Draft) { d.Kind = "gossip" },
	} {
		d := sound
		change(&d)
		_, err := d.Checked()
		if err == nil {
			t.Errorf("%s: the ledger takes it", name)
			continue
		}
		told = append(told, err)
		chain := store.Chain{Last: begin}
		for _, b := range chain.Next(d.After(begin)) {
			told = append(told, b)
			if b.What == "body" {
				langtest.French(t, b.Want)
				langtest.French(t, b.Got)
			}
		}
	}
	for _, file := range []string{"", "{}", "x\n", "{} {}\n", `{"sortie_backup":{"version":9}}` + "\n", `{"sortie_ledger":{"version":9}}` + "\n", `{"end":{"lines":7}}` + "\n", `{"end":{"lines":0}}` + "\n",
		`{"sortie_backup":{"version":1}}` + "\n" + `{"account":{}}` + "\n", `{"sortie_backup":{"version":1}}` + "\n{}\n", `{"sortie_ledger":{"version":1}}` + "\n{}\n"} {
		for _, err := range store.ReadBackup(strings.NewReader(file)) {
			told = append(told, err)
		}
		for _, err := range store.ReadExport(strings.NewReader(file)) {
			told = append(told, err)
		}
	}
	for _, err := range told {
		if err == nil {
			t.Error("nothing is wrong with a file of nonsense")
			continue
		}
		langtest.French(t, lang.Said(err))
		if lang.Said(err).String() != err.Error() {
			t.Errorf("%q is said as %q", err, lang.Said(err))
		}
	}
}
