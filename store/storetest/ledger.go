package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/store"
)

func testAppend(t *testing.T, d Database) {
	s := d.open(t)
	first := add(t, s, Revised("alpha", "é \u2028 <b>", 0))
	if first.Seq != 1 || first.Previous != store.Genesis || first.Hash != store.Sum(first) || first.BodySHA256 != store.SumBody(first.Body) {
		t.Errorf("the first entry is %+v", first)
	}
	spaced := Revised("alpha", "", 1)
	spaced.Body = json.RawMessage(strings.ReplaceAll(string(spaced.Body), `,`, " ,\n"))
	spaced.At = time.Date(2022, 1, 11, 12, 0, 0, 123456789, time.FixedZone("", 6*3600))
	second := add(t, s, spaced)
	if second.Seq != 2 || second.Previous != first.Hash || !second.At.Equal(time.Date(2022, 1, 11, 6, 0, 0, 123e6, time.UTC)) {
		t.Errorf("the second entry is %+v", second)
	}
	if strings.ContainsAny(string(second.Body), " \n") {
		t.Errorf("the body has white space: %s", second.Body)
	}
	early := Revised("alpha", "", 2)
	early.At = at(-3600)
	if third := add(t, s, early); !third.At.Equal(second.At) {
		t.Errorf("an entry of %s follows one of %s", third.At, second.At)
	}
	for _, want := range []store.Entry{first, second} {
		got, err := d.open(t).Entry(t.Context(), "alpha", want.Seq)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("entry %d is %+v, %v\nwritten as %+v", want.Seq, got, err, want)
		}
	}
	if n := verified(t, s, "alpha"); n != 3 {
		t.Errorf("%d entries were verified", n)
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

func testRead(t *testing.T, d Database) {
	s := d.open(t)
	add(t, s, Revised("alpha", "one", 0))
	add(t, s, Voted("alpha", "AM", sortie.For))
	add(t, s, planned("alpha", 1, "p1"))
	add(t, s, planned("alpha", 1, "p2"))
	add(t, s, Revised("alpha", "two", 2))
	add(t, s, Revised("beta", "other", 0))

	seqs := func(entries []store.Entry, err error) (out []int64) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.Mission != "alpha" {
				t.Errorf("an entry of %s", e.Mission)
			}
			out = append(out, e.Seq)
		}
		return out
	}
	ctx := t.Context()
	for _, c := range []struct {
		name      string
		got, want []int64
	}{
		{"entries", seqs(s.Entries(ctx, "alpha", 0, 100)), []int64{1, 2, 3, 4, 5}},
		{"entries after 2, at most 2", seqs(s.Entries(ctx, "alpha", 2, 2)), []int64{3, 4}},
		{"latest plans", seqs(s.Latest(ctx, "alpha", store.Plan, 5)), []int64{4, 3}},
		{"latest revision", seqs(s.Latest(ctx, "alpha", store.Revision, 1)), []int64{5}},
		{"since", seqs(s.Since(ctx, "alpha", 1, store.Vote, store.Revision)), []int64{2, 5}},
		{"since, of no kind", seqs(s.Since(ctx, "alpha", 0)), nil},
		{"of no mission", seqs(s.Entries(ctx, "gamma", 0, 10)), nil},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	heads, _ := s.Entries(ctx, "alpha", 0, 1)
	whole, _ := s.Latest(ctx, "alpha", store.Revision, 1)
	if heads[0].Body != nil || whole[0].Body == nil {
		t.Error("lists have bodies, or the latest have none")
	}
	for _, seq := range []int64{0, 6, -1} {
		if _, err := s.Entry(ctx, "alpha", seq); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("entry %d: %v", seq, err)
		}
	}
	var read []int64
	for e, err := range store.Read(ctx, s, "alpha", 1) {
		if err != nil || e.Body == nil {
			t.Fatal(e, err)
		}
		read = append(read, e.Seq)
		add(t, s, planned("alpha", 1, "while reading"))
	}
	if !reflect.DeepEqual(read, []int64{2, 3, 4, 5}) {
		t.Errorf("read %v", read)
	}
}

func testMissions(t *testing.T, d Database) {
	s := d.open(t)
	if all, err := s.Missions(t.Context()); err != nil || len(all) != 0 {
		t.Fatalf("an empty store has %v, %v", all, err)
	}
	for _, id := range []string{"mali-2023", "Kabul", "kazakhstan-2022", "Émeute"} {
		add(t, s, Revised(id, "", 0))
	}
	vote := Voted("Kabul", "AM", sortie.For)
	vote.At = at(7)
	add(t, s, vote)
	add(t, s, planned("Kabul", 1, "")) // at 2 s, and so at 7
	all, err := s.Missions(t.Context())
	if err != nil || len(all) != 4 {
		t.Fatal(all, err)
	}
	for i, id := range []string{"Kabul", "kazakhstan-2022", "mali-2023", "Émeute"} {
		if all[i].ID != id {
			t.Errorf("mission %d is %s, want %s", i, all[i].ID, id)
		}
	}
	want := store.Mission{ID: "Kabul", Seq: 3, Changed: 2, Begun: at(0), At: at(7)}
	if all[0] != want {
		t.Errorf("%+v, want %+v", all[0], want)
	}
	if one, err := s.Mission(t.Context(), "Kabul"); err != nil || one != want {
		t.Errorf("%+v, %v", one, err)
	}
	for _, id := range []string{"kabul", "Kabul\x00", "\xff"} {
		if _, err := s.Mission(t.Context(), id); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%q, which is not there: %v", id, err)
		}
	}
}

func testConflict(t *testing.T, d Database) {
	s := d.open(t)
	add(t, s, Revised("alpha", "", 0))
	add(t, s, Revised("alpha", "", 1))
	add(t, s, planned("alpha", 2, "")) // changes nothing: whoever saw 2 has seen the mission
	add(t, s, Revised("alpha", "", 2))
	for _, builds := range []int64{0, 1, 2, 3, 5} {
		var c *store.Conflict
		_, err := s.Append(t.Context(), Revised("alpha", "", builds))
		if !errors.As(err, &c) || *c != (store.Conflict{Mission: "alpha", Builds: builds, Changed: 4, Actor: "planner", At: at(2)}) {
			t.Errorf("building on %d: %v", builds, err)
		}
	}
	var c *store.Conflict
	if _, err := s.Append(t.Context(), Revised("beta", "", 3)); !errors.As(err, &c) || c.Changed != 0 {
		t.Errorf("a change of no mission: %v", err)
	}
	add(t, s, Voted("alpha", "AM", sortie.For)) // 5, blind
	if _, err := s.Append(t.Context(), Revised("alpha", "", 4)); !errors.As(err, &c) || c.Changed != 5 || c.Actor != "council" {
		t.Errorf("a revision without the vote: %v", err)
	}
	for _, d := range []store.Draft{planned("beta", 1, ""), Voted("beta", "AM", sortie.For), happened("beta", 1, 1, "")} {
		if _, err := s.Append(t.Context(), d); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a %s of no mission: %v", d.Kind, err)
		}
	}
	if n := verified(t, s, "alpha"); n != 5 {
		t.Errorf("%d entries", n)
	}
}

func testInvalid(t *testing.T, d Database) {
	s := d.open(t)
	for name, spoil := range map[string]func(*store.Draft){
		"mission: missing":   func(d *store.Draft) { d.Mission = "" },
		"mission: two lines": func(d *store.Draft) { d.Mission = "al\npha" },
		"mission: other":     func(d *store.Draft) { d.Mission = "beta" },
		"actor: missing":     func(d *store.Draft) { d.Actor = "" },
		"actor: not UTF-8":   func(d *store.Draft) { d.Actor = "\xff" },
		"actor: long":        func(d *store.Draft) { d.Actor = strings.Repeat("a", 201) },
		"key: a line feed":   func(d *store.Draft) { d.Key = "a\n" },
		"at: missing":        func(d *store.Draft) { d.At = time.Time{} },
		"at: far":            func(d *store.Draft) { d.At = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"kind: unknown":      func(d *store.Draft) { d.Kind = "rumour" },
		"body: none":         func(d *store.Draft) { d.Body = nil },
		"body: null":         func(d *store.Draft) { d.Body = []byte("null") },
		"body: not JSON":     func(d *store.Draft) { d.Body = []byte("{") },
		"body: not UTF-8":    func(d *store.Draft) { d.Body = []byte("{\"note\":\"\xff\"}") },
		"body: no mission":   func(d *store.Draft) { d.Body = []byte("{}") },
		"body: too large": func(d *store.Draft) {
			d.Body = append(append(d.Body[:len(d.Body)-1:len(d.Body)-1], strings.Repeat(" ", store.MaxBody)...), '}')
		},
		"vote: on nothing": func(d *store.Draft) { d.Kind, d.Body = store.Vote, []byte(`{}`) },
		"vote: maybe": func(d *store.Draft) {
			d.Kind, d.Body = store.Vote, body(store.Voted{Decision: "r2", Nation: "AM", Vote: "maybe"})
		},
		"statement: without id": func(d *store.Draft) { d.Kind, d.Body = store.Statement, []byte(`{"kind":"event"}`) },
		"plan: null":            func(d *store.Draft) { d.Kind, d.Body = store.Plan, []byte(`{"plan":null,"revision":1}`) },
		"plan: of no revision":  func(d *store.Draft) { d.Kind, d.Body = store.Plan, []byte(`{"plan":{}}`) },
		"actual: of nothing":    func(d *store.Draft) { d.Kind, d.Body = store.Actual, []byte(`{"plan":1}`) },
	} {
		draft := Revised("alpha", "", 0)
		spoil(&draft)
		var i *store.Invalid
		if _, err := s.Append(t.Context(), draft); !errors.As(err, &i) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if all, err := s.Missions(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("something was written: %v, %v", all, err)
	}
}

func testKeys(t *testing.T, d Database) {
	s := d.open(t)
	first := Revised("alpha", "first", 0)
	first.Key = "k1"
	e := add(t, s, first)
	add(t, s, Revised("alpha", "second", 1))
	again := Revised("alpha", "sent again", 0) // stale by now, but it is the same request
	again.Key = "k1"
	if got := add(t, s, again); !reflect.DeepEqual(got, e) {
		t.Errorf("sent again: %+v\nat first: %+v", got, e)
	}
	other := Revised("beta", "", 0)
	other.Key = "k1"
	if got := add(t, s, other); got.Seq != 1 || got.Mission != "beta" {
		t.Errorf("the key of another mission: %+v", got)
	}
	if n := verified(t, s, "alpha"); n != 2 {
		t.Errorf("%d entries", n)
	}
}

func testCurrent(t *testing.T, d Database) {
	s := d.open(t)
	if _, err := store.Current(t.Context(), s, "alpha"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a mission that is not there: %v", err)
	}
	add(t, s, Revised("alpha", "", 0))                     // 1
	add(t, s, Voted("alpha", "AM", sortie.Against))        // 2
	add(t, s, Voted("alpha", "AM", sortie.For))            // 3: instead of 2
	add(t, s, planned("alpha", 3, "first"))                // 4
	add(t, s, happened("alpha", 4, 7, "of an older plan")) // 5
	add(t, s, planned("alpha", 3, "second"))               // 6
	add(t, s, happened("alpha", 6, 2, "delayed"))          // 7
	add(t, s, happened("alpha", 6, 1, ""))                 // 8
	add(t, s, happened("alpha", 6, 2, "corrected"))        // 9
	add(t, s, store.Draft{Mission: "alpha", Kind: store.Statement, Actor: "spokesman", At: at(9), Builds: 3,
		Body: body(sortie.Entry{ID: "r3", Kind: sortie.Statement, By: "KZ"})}) // 10
	stray := Voted("alpha", "AM", sortie.For)
	stray.Body = body(store.Voted{Decision: "r9", Nation: "AM", Vote: sortie.For})
	add(t, s, stray) // 11
	got, err := store.Current(t.Context(), s, "alpha")
	if err != nil {
		t.Fatal(err)
	}
	m := got.Mission
	if got.ID != "alpha" || got.Seq != 11 || got.Changed != 11 || got.Revision != 1 || got.Actor != "council" || !got.At.Equal(at(9)) {
		t.Errorf("%+v", got)
	}
	if len(m.Record) != 3 || m.Record[2].ID != "r3" || !reflect.DeepEqual(m.Record[1].Votes, map[string]sortie.Vote{"AM": sortie.For}) {
		t.Errorf("the record is %+v", m.Record)
	}
	if got.Plan == nil || got.Plan.Entry.Seq != 6 || got.Plan.Note != "second" || got.Plan.Revision != 3 || got.Plan.Entry.Body != nil {
		t.Errorf("the plan is %+v", got.Plan)
	}
	if len(got.Actuals) != 2 || got.Actuals[0].Movement != 1 || got.Actuals[1].Note != "corrected" {
		t.Errorf("what happened is %+v", got.Actuals)
	}
	if !reflect.DeepEqual(got.Stray, []int64{11}) {
		t.Errorf("stray are %v", got.Stray)
	}
	var all []store.Entry
	for e, err := range store.Read(t.Context(), s, "alpha", 0) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	if whole, err := store.Fold(all); err != nil || !reflect.DeepEqual(whole, got) {
		t.Errorf("folded from the first entry on: %+v, %v\nfrom the last revision on: %+v", whole, err, got)
	}
	add(t, s, Revised("alpha", "undone", 11))
	if got, err = store.Current(t.Context(), s, "alpha"); err != nil || len(got.Mission.Record) != 2 || got.Mission.Record[1].Votes != nil || got.Stray != nil {
		t.Errorf("a revision is the whole mission: %+v, %v", got, err)
	}
}

// testRenew folds a mission as it grows, entry by entry and in larger steps: it
// is always what folding it from the first entry gives, and what was handed out
// before does not change.
func testRenew(t *testing.T, d Database) {
	s := d.open(t)
	chance := rand.New(rand.NewPCG(1, 2))
	add(t, s, Revised("alpha", "", 0))
	kept, err := store.Current(t.Context(), s, "alpha")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := store.Renew(t.Context(), s, kept); err != nil || again != kept {
		t.Errorf("nothing has come: %+v, %v", again, err)
	}
	plan, nations := int64(1), []string{"AM", "BY", "KG", "KZ"}
	for range 25 {
		for range 1 + chance.IntN(3)*chance.IntN(12) {
			switch draft := Revised("alpha", "", 0); chance.IntN(6) {
			case 0:
				draft.Blind = true
				add(t, s, draft)
			case 1:
				plan = add(t, s, planned("alpha", 1, "")).Seq
			case 2, 3:
				add(t, s, Voted("alpha", nations[chance.IntN(4)], []sortie.Vote{sortie.For, sortie.Against}[chance.IntN(2)]))
			case 4:
				add(t, s, happened("alpha", plan, 1+chance.IntN(3), ""))
			case 5:
				add(t, s, store.Draft{Mission: "alpha", Kind: store.Statement, Actor: "spokesman", At: at(9), Blind: true,
					Body: body(sortie.Entry{ID: "s", Kind: sortie.Statement, By: "KZ"})})
			}
		}
		var all []store.Entry
		for e, err := range store.Read(t.Context(), s, "alpha", 0) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, e)
		}
		want, err := store.Fold(all)
		if err != nil {
			t.Fatal(err)
		}
		before, err := store.Fold(all[:kept.Seq])
		if err != nil {
			t.Fatal(err)
		}
		renewed, err := store.Renew(t.Context(), s, kept)
		if err != nil || !alike(renewed, want) {
			t.Fatalf("after %d entries: %+v, %v\nwant %+v", len(all), renewed, err, want)
		}
		if !alike(kept, before) {
			t.Fatalf("what was handed out has changed: %+v\nwas %+v", kept, before)
		}
		kept = renewed
	}
}

// alike compares two states; a list that is empty and one that is absent are
// the same.
func alike(a, b *store.State) bool {
	x, y := *a, *b
	for _, s := range []*store.State{&x, &y} {
		s.Stray = append([]int64{}, s.Stray...)
		s.Actuals = append([]store.Happened{}, s.Actuals...)
	}
	return reflect.DeepEqual(x, y)
}

func testCancelled(t *testing.T, d Database) {
	s := d.open(t)
	add(t, s, Revised("alpha", "", 0))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Append(ctx, Revised("alpha", "", 1)); !errors.Is(err, context.Canceled) || !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("appended after its caller had left: %v", err)
	}
	if strings.Contains(store.Failed(store.ErrUnavailable, context.Canceled).Error(), "context") {
		t.Error("an error tells of the driver")
	}
	if n := verified(t, s, "alpha"); n != 1 {
		t.Errorf("%d entries", n)
	}
}
