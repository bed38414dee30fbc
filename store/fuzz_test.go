package store_test

import (
	"bytes"
	"errors"
	"os"
	"testing"
	"time"

	"sortie/store"
)

// example is a ledger that store/sqlite exports, and docs/ledger.md explains.
const example = "testdata/example.ledger"

// FuzzReadExport reads whatever is called an exported ledger. What is read
// without an error and without a break can be folded.
func FuzzReadExport(f *testing.F) {
	file, err := os.ReadFile(example)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte(`{"sortie_ledger":{"version":1,"mission":"m"}}` + "\n" + `{"end":{"lines":1,"sha256":""}}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := store.VerifyEntries(store.ReadExport(bytes.NewReader(data)))
		var damaged *store.Damaged
		if err != nil {
			if !errors.As(err, &damaged) || damaged.Line < 1 || damaged.Line > int64(bytes.Count(data, []byte("\n")))+1 {
				t.Fatalf("%v", err)
			}
			return
		}
		if v.Entries < 1 {
			t.Fatal("an empty ledger was read")
		}
		if v.Breaks != nil {
			return
		}
		var entries []store.Entry
		for e, err := range store.ReadExport(bytes.NewReader(data)) {
			if err != nil {
				t.Fatal("read once, and not again:", err)
			}
			entries = append(entries, e)
		}
		if _, err := store.Fold(entries); err != nil {
			t.Fatal("verified, and cannot be folded:", err)
		}
	})
}

// FuzzReadBackup reads whatever is called a backup.
func FuzzReadBackup(f *testing.F) {
	text, err := os.ReadFile(example)
	if err != nil {
		f.Fatal(err)
	}
	var file bytes.Buffer
	w, err := store.NewBackupWriter(&file, time.Unix(0, 0))
	if err != nil {
		f.Fatal(err)
	}
	write := func(k store.Kept) {
		if err := w.Write(k); err != nil {
			f.Fatal(err)
		}
	}
	write(store.Kept{Account: &store.Account{ID: "a1", Name: "Council", Role: "decision-maker", Password: "$argon2id$", Created: time.Unix(0, 0)}})
	for e, err := range store.ReadExport(bytes.NewReader(text)) {
		if err != nil {
			f.Fatal(err)
		}
		write(store.Kept{Entry: &e, Key: "k" + e.Hash})
	}
	if err := w.Finish(); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add(bytes.Replace(file.Bytes(), []byte(`"account"`), []byte(`"entry"`), 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		seen := map[string]int64{}
		for k, err := range store.ReadBackup(bytes.NewReader(data)) {
			if err != nil {
				if !errors.As(err, new(*store.Damaged)) {
					t.Fatal(err)
				}
				return
			}
			if (k.Account == nil) == (k.Entry == nil) {
				t.Fatalf("%+v", k)
			}
			if k.Entry == nil {
				continue
			}
			if k.Entry.Seq != seen[k.Entry.Mission]+1 || k.Entry.Hash != store.Sum(*k.Entry) {
				t.Fatalf("entry %d of %s after %d", k.Entry.Seq, k.Entry.Mission, seen[k.Entry.Mission])
			}
			seen[k.Entry.Mission] = k.Entry.Seq
		}
	})
}

// FuzzBody drafts entries with whatever is called a body. What the ledger takes
// it can fold, and verifies.
func FuzzBody(f *testing.F) {
	for _, draft := range real(f) {
		if len(draft.Body) < 10_000 {
			f.Add(string(draft.Kind), []byte(draft.Body))
		}
	}
	f.Add("vote", []byte(`{"decision":"r2","nation":"AM","vote":"for"}`))
	f.Add("statement", []byte(`{"id":"r3","kind":"statement","figures":[{"what":"dead","about":"dozens"}]}`))
	f.Add("plan", []byte(`{"plan":{"sortie":1,"movements":[]},"revision":1}`))
	f.Add("actual", []byte(`{"plan":4,"movement":1,"depart":"2022-01-11T09:30:00+06:00"}`))
	first, err := store.Draft{Mission: "first-lift", Kind: store.Revision, Actor: "a", At: time.Unix(0, 0),
		Body: []byte(`{"mission":{"sortie":1,"id":"first-lift"}}`)}.Checked()
	if err != nil {
		f.Fatal(err)
	}
	begin := first.After(store.Entry{})
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		d, err := store.Draft{Mission: "first-lift", Kind: store.Kind(kind), Actor: "a", At: time.Unix(1, 0), Body: body}.Checked()
		if err != nil {
			if !errors.As(err, new(*store.Invalid)) {
				t.Fatal(err)
			}
			return
		}
		chain := store.Chain{Last: begin}
		e := d.After(begin)
		if breaks := chain.Next(e); breaks != nil {
			t.Fatal(breaks[0])
		}
		if _, err := store.Fold([]store.Entry{begin, e}); err != nil {
			t.Fatal(err)
		}
	})
}
