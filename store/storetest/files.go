package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"sync"
	"testing"

	"sortie"
	"sortie/store"
)

// story writes a small mission with every kind of entry.
func story(t testing.TB, s store.Store, mission string) {
	t.Helper()
	first := Revised(mission, "é \u2028 <&>", 0)
	first.Key = "the first"
	add(t, s, first)
	add(t, s, Voted(mission, "AM", sortie.For))
	add(t, s, planned(mission, 1, ""))
	add(t, s, happened(mission, 3, 1, ""))
	add(t, s, store.Draft{Mission: mission, Kind: store.Statement, Actor: "Ministère", At: at(9), Blind: true,
		Body: body(sortie.Entry{ID: "r3", Kind: sortie.Statement, By: "KZ"})})
}

func exported(t testing.TB, s store.Store, mission string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := store.Export(t.Context(), s, mission, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func testExport(t *testing.T, d Database) {
	s := d.open(t)
	story(t, s, "alpha")
	file := exported(t, s, "alpha")
	v, err := store.VerifyEntries(store.ReadExport(bytes.NewReader(file)))
	if err != nil || v.Breaks != nil || v.Entries != 5 || v.Mission != "alpha" {
		t.Fatalf("%+v, %v", v, err)
	}
	if head, _ := s.Entry(t.Context(), "alpha", 5); head.Hash != v.Head {
		t.Errorf("the head is %s, and in the file %s", head.Hash, v.Head)
	}
	if err := store.Export(t.Context(), s, "beta", &bytes.Buffer{}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a mission that is not there: %v", err)
	}
	// Whatever is cut off or changed is told, with the place.
	var damaged *store.Damaged
	var broken store.Break
	for cut := range len(file) {
		if _, err := store.VerifyEntries(store.ReadExport(bytes.NewReader(file[:cut]))); !errors.As(err, &damaged) {
			t.Fatalf("cut off after %d bytes: %v", cut, err)
		}
	}
	for _, c := range [][2]string{{"AM", "BY"}, {`"seq":3`, `"seq":4`}, {"Ministère", "Ministere"}, {`"lines":6`, `"lines":5`}, {`{"entry"`, `{"account"`}} {
		changed := bytes.Replace(file, []byte(c[0]), []byte(c[1]), 1)
		if bytes.Equal(changed, file) {
			t.Fatalf("the file holds no %s", c[0])
		}
		if _, _, err := store.Import(t.Context(), s, bytes.NewReader(changed)); !errors.As(err, &damaged) && !errors.As(err, &broken) {
			t.Errorf("%s for %s: %v", c[1], c[0], err)
		}
	}
}

func testAdopt(t *testing.T, d Database) {
	s, from := d.open(t), d.another(t)
	story(t, from, "alpha")
	early := exported(t, from, "alpha")
	add(t, from, Revised("alpha", "later", 5))
	late := exported(t, from, "alpha")
	story(t, s, "beta")
	for _, c := range []struct {
		file  []byte
		added int64
	}{{early, 5}, {early, 0}, {late, 1}, {late, 0}, {early, 0}} {
		if v, added, err := store.Import(t.Context(), s, bytes.NewReader(c.file)); err != nil || added != c.added || v.Mission != "alpha" {
			t.Errorf("%d added and not %d: %+v, %v", added, c.added, v, err)
		}
	}
	if got := exported(t, s, "alpha"); !bytes.Equal(got, late) {
		t.Errorf("exported again:\n%s\nand before:\n%s", got, late)
	}
	// Their stories part after the sixth entry: neither takes the other's.
	add(t, s, Revised("alpha", "here", 6))
	add(t, from, Revised("alpha", "there", 6))
	var diverged *store.Diverged
	if _, _, err := store.Import(t.Context(), s, bytes.NewReader(exported(t, from, "alpha"))); !errors.As(err, &diverged) || diverged.Seq != 7 {
		t.Errorf("another story: %v", err)
	}
	if n := verified(t, s, "alpha"); n != 7 {
		t.Errorf("%d entries", n)
	}
	if _, _, err := store.Import(t.Context(), s, strings.NewReader("")); err == nil {
		t.Error("an empty file was imported")
	}
}

func testRestore(t *testing.T, d Database) {
	s := d.open(t)
	story(t, s, "alpha")
	story(t, s, "beta")
	accounts := []store.Account{
		{ID: "a1", Name: "Council", Role: "decision-maker", Password: "$argon2id$…", Created: at(0)},
		{ID: "a2", Name: "Liaison", Role: "liaison", Nation: "KG", Subject: "https://id.example 42", Disabled: true, Created: at(1)},
	}
	for _, a := range accounts {
		if err := s.PutAccount(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.CommitCtx(t.Context(), "secret token", body(map[string]string{"account": "a1"}), at(0).AddDate(200, 0, 0)); err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := s.Backup(t.Context(), &file); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(file.String(), "secret token") {
		t.Error("a session is in the backup")
	}
	restored := d.another(t)
	// Nothing of a damaged file stays.
	lines := bytes.SplitAfter(file.Bytes(), []byte("\n"))
	for name, bad := range map[string][]byte{
		"empty": nil, "cut off": file.Bytes()[:file.Len()-1], "without its end": bytes.Join(lines[:len(lines)-2], nil),
		"an exported ledger": exported(t, s, "alpha"), "no text": {0xff, 0, '\n'},
		"an entry less":   bytes.Join(append(append([][]byte{}, lines[:5]...), lines[6:]...), nil),
		"an account less": bytes.Join(append(append([][]byte{}, lines[:1]...), lines[2:]...), nil),
		"a vote changed":  bytes.Replace(file.Bytes(), []byte("AM"), []byte("BY"), 1),
	} {
		var damaged *store.Damaged
		if err := restored.Restore(t.Context(), bytes.NewReader(bad)); !errors.As(err, &damaged) || damaged.Line < 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := restored.Restore(t.Context(), bytes.NewReader(file.Bytes())); err != nil {
		t.Fatal(err)
	}
	for _, mission := range []string{"alpha", "beta"} {
		if got, want := exported(t, restored, mission), exported(t, s, mission); !bytes.Equal(got, want) {
			t.Errorf("%s was restored as\n%s\nand was\n%s", mission, got, want)
		}
	}
	if all, err := restored.Accounts(t.Context()); err != nil || !reflect.DeepEqual(all, accounts) {
		t.Errorf("%+v, %v", all, err)
	}
	again := Revised("alpha", "sent again", 0)
	again.Key = "the first"
	if e := add(t, restored, again); e.Seq != 1 {
		t.Errorf("a key was lost: %+v", e)
	}
	add(t, restored, Revised("alpha", "after it", 5))
	if err := restored.Restore(t.Context(), bytes.NewReader(file.Bytes())); !errors.Is(err, store.ErrNotEmpty) {
		t.Errorf("restored into a store with entries: %v", err)
	}
}

// testBackup takes backups while others write. Each is of one moment: chains
// that hold, and everything that was acknowledged before it began.
func testBackup(t *testing.T, d Database) {
	s := d.open(t)
	missions := []string{"alpha", "beta", "gamma"}
	for _, m := range missions {
		add(t, s, Revised(m, "", 0))
	}
	var mu sync.Mutex
	acknowledged := map[string]int64{}
	stop := make(chan struct{})
	var all sync.WaitGroup
	for _, m := range missions {
		all.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				e, err := s.Append(t.Context(), planned(m, 1, fmt.Sprint(i)))
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				acknowledged[m] = e.Seq
				mu.Unlock()
			}
		})
	}
	for range 5 {
		mu.Lock()
		want := maps.Clone(acknowledged)
		mu.Unlock()
		var file bytes.Buffer
		if err := s.Backup(t.Context(), &file); err != nil {
			t.Fatal(err)
		}
		held := map[string]int64{}
		for k, err := range store.ReadBackup(&file) {
			if err != nil {
				t.Fatal(err)
			}
			held[k.Entry.Mission] = k.Entry.Seq
		}
		for m, seq := range want {
			if held[m] < seq {
				t.Errorf("the backup holds %s up to %d, and %d was acknowledged", m, held[m], seq)
			}
		}
	}
	close(stop)
	all.Wait()
}
