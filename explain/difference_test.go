package explain

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/bench/plans"
	"sortie/internal/lang"
)

// two is the hand-made mission with a second unit, of another nation, and nations
// for its fleets.
func two() *sortie.Mission {
	m := mission()
	m.Units[0].Nation = "RU"
	m.Units = append(m.Units, sortie.Unit{ID: "k", Nation: "KG", Name: "Second company", At: "a", To: "b", People: 100, Priority: 3})
	m.Fleets[0].Nation, m.Fleets[1].Nation = "RU", "KZ"
	m.Fleets = append(m.Fleets, sortie.Fleet{ID: "g", Type: "plane", Nation: "TJ", Count: 2, Base: "b"})
	m.Places = append(m.Places, sortie.Place{ID: "d", Name: "Bishkek", Country: "KG"})
	return m
}

// with is a movement with a change.
func with(v sortie.Movement, change func(*sortie.Movement)) sortie.Movement {
	v.Cargo = slices.Clone(v.Cargo)
	change(&v)
	return v
}

func TestDifferenceOfOneMovement(t *testing.T) {
	was := fly("f/1", 10, 100)
	late := func(v *sortie.Movement) {
		for _, at := range []*time.Time{&v.Load, &v.Depart, &v.Arrive, &v.Unloaded} {
			*at = at.Add(130 * time.Minute)
		}
	}
	for _, tc := range []struct {
		name string
		now  []sortie.Movement
		kind []ChangeKind
		what []Aspect
		tell map[string][]Aspect // who → why
		says string
	}{
		{name: "nothing", now: []sortie.Movement{was}},
		{
			name: "later", now: []sortie.Movement{with(was, late)}, kind: []ChangeKind{Moved}, what: []Aspect{Times},
			tell: map[string][]Aspect{"nation RU": {Times}, "place a": {Times}, "place b": {Times}, "fleet f RU": {Times}},
			says: "f/1, Almaty to Ivanovo: leaves 2 h 10 min later, on Thu 13 Jan 14:10 instead of Thu 13 Jan 12:00.",
		},
		{
			name: "unloaded later", now: []sortie.Movement{with(was, func(v *sortie.Movement) { v.Unloaded = v.Unloaded.Add(time.Hour) })},
			kind: []ChangeKind{Moved}, what: []Aspect{Times},
			tell: map[string][]Aspect{"nation RU": {Times}, "place b": {Times}, "fleet f RU": {Times}},
			says: "is unloaded 1 h later, on Thu 13 Jan 18:00 instead of Thu 13 Jan 17:00.",
		},
		{
			name: "another lift of the fleet", now: []sortie.Movement{with(was, func(v *sortie.Movement) { v.Lift = "f/3" })},
			kind: []ChangeKind{Changed}, what: []Aspect{OfLift}, tell: map[string][]Aspect{"fleet f RU": {OfLift}},
			says: "f/1, Almaty to Ivanovo: f/3 instead of f/1.",
		},
		{
			name: "another fleet", now: []sortie.Movement{with(was, func(v *sortie.Movement) { v.Lift = "g/1" })},
			kind: []ChangeKind{Changed}, what: []Aspect{OfFleet},
			tell: map[string][]Aspect{"nation RU": {OfFleet}, "place a": {OfFleet}, "place b": {OfFleet}, "fleet f RU": {NoLonger}, "fleet g TJ": {Whole}},
		},
		{
			name: "others ride along", now: []sortie.Movement{with(was, func(v *sortie.Movement) { v.Cargo = append(v.Cargo, sortie.Cargo{Unit: "k", People: 20}) })},
			kind: []ChangeKind{Changed}, what: []Aspect{Load},
			tell: map[string][]Aspect{"nation KG": {Whole}, "place a": {Load}, "place b": {Load}, "fleet f RU": {Load}},
			says: "carries also 20 people of Second company.",
		},
		{
			name: "fewer aboard", now: []sortie.Movement{fly("f/1", 10, 80)}, kind: []ChangeKind{Changed}, what: []Aspect{Load},
			tell: map[string][]Aspect{"nation RU": {Load}, "place a": {Load}, "place b": {Load}, "fleet f RU": {Load}},
			says: "carries less: 20 people of First company.",
		},
		{
			name: "to another place", now: []sortie.Movement{with(was, func(v *sortie.Movement) { v.To = "d" })}, kind: []ChangeKind{Changed}, what: []Aspect{Route},
			tell: map[string][]Aspect{"nation RU": {Route}, "place b": {NoLonger}, "place d": {Whole}, "fleet f RU": {Route}},
			says: "f/1, Almaty to Ivanovo: goes from Almaty to Bishkek instead of from Almaty to Ivanovo.",
		},
		{
			name: "by a stop", now: []sortie.Movement{with(was, func(v *sortie.Movement) { v.Stops = []sortie.Stop{{At: "d", Arrive: clock(13), Depart: clock(14)}} })},
			kind: []ChangeKind{Changed}, what: []Aspect{Route}, tell: map[string][]Aspect{"nation RU": {Route}, "place d": {Whole}, "fleet f RU": {Route}},
			says: "goes from Almaty to Ivanovo by Bishkek instead of from Almaty to Ivanovo.",
		},
		{
			name: "gone", kind: []ChangeKind{Gone}, tell: map[string][]Aspect{"nation RU": {NoLonger}, "place a": {NoLonger}, "place b": {NoLonger}, "fleet f RU": {NoLonger}},
			says: "f/1, Almaty to Ivanovo: gone, was to leave on Thu 13 Jan 12:00; 100 people of First company.",
		},
		{
			name: "an empty leg more", now: []sortie.Movement{was, position("f/2", 3)}, kind: []ChangeKind{New},
			tell: map[string][]Aspect{"place a": {Whole}, "place b": {Whole}, "fleet f RU": {Whole}},
			says: "f/2, Ivanovo to Almaty: new, leaves on Wed 12 Jan 23:00; a positioning leg.",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := two()
			d := Compare(Side{m, plan(was)}, Side{m, plan(tc.now...)}, lang.EN)
			var kinds []ChangeKind
			for _, v := range d.Movements {
				kinds = append(kinds, v.Kind)
			}
			if !slices.Equal(kinds, tc.kind) {
				t.Fatalf("%v, not %v: %+v", kinds, tc.kind, d.Movements)
			}
			if len(kinds) > 0 && (!slices.Equal(d.Movements[0].What, tc.what) || !strings.Contains(d.Movements[0].Says, tc.says)) {
				t.Errorf("%v %q, not %v %q", d.Movements[0].What, d.Movements[0].Says, tc.what, tc.says)
			}
			if got := toldWhy(d); len(got)+len(tc.tell) > 0 && !reflect.DeepEqual(got, tc.tell) {
				t.Errorf("told %v, not %v", got, tc.tell)
			}
			for _, v := range Compare(Side{m, plan(was)}, Side{m, plan(tc.now...)}, lang.FR).Movements {
				if strings.Contains(v.Says, "%!") {
					t.Error(v.Says)
				}
			}
		})
	}
}

// toldWhy is who is told of the first movement that concerns them, and why.
func toldWhy(d *Difference) map[string][]Aspect {
	out := map[string][]Aspect{}
	for _, n := range d.Tell {
		who := string(n.Whom)
		for _, word := range []string{n.Fleet, n.Place, n.Nation} {
			if word != "" {
				who += " " + word
			}
		}
		out[who] = n.Calls[0].Why
	}
	return out
}

// Pairs are the movements that are matched, the same and the changed.
func pairs(d *Difference) []Pair {
	out := slices.Clone(d.Same)
	for _, v := range d.Movements {
		if v.Before != nil && v.After != nil {
			out = append(out, Pair{v.Before.Movement, v.After.Movement})
		}
	}
	slices.SortFunc(out, func(a, b Pair) int { return a.Before - b.Before })
	return out
}

func TestMatching(t *testing.T) {
	for _, tc := range []struct {
		name        string
		before, now []sortie.Movement
		want        []Pair
	}{
		{
			// Each has one at the same minute: that nobody changes lift is worth more
			// than an hour only.
			name:   "numbers of lifts dealt anew",
			before: []sortie.Movement{fly("f/1", 0, 100), fly("f/2", 24, 100)},
			now:    []sortie.Movement{fly("f/2", 0, 100), fly("f/1", 24, 100)},
			want:   []Pair{{1, 1}, {2, 2}},
		},
		{
			name:   "the same lift within the hour",
			before: []sortie.Movement{fly("f/1", 0, 100), fly("f/2", 0.5, 100)},
			now:    []sortie.Movement{fly("f/2", 0, 100), fly("f/1", 0.5, 100)},
			want:   []Pair{{1, 2}, {2, 1}},
		},
		{
			name:   "one taken out of a row",
			before: []sortie.Movement{fly("f/1", 0, 100), fly("f/1", 20, 100), fly("f/1", 40, 100)},
			now:    []sortie.Movement{fly("f/1", 20, 100), fly("f/1", 41, 100)},
			want:   []Pair{{2, 1}, {3, 2}},
		},
		{
			// The load of 90 is more like 100 than that of 20, far though it is.
			name:   "the load that is most alike",
			before: []sortie.Movement{fly("f/1", 0, 100)},
			now:    []sortie.Movement{fly("f/1", 1, 20), fly("f/1", 12, 90)},
			want:   []Pair{{1, 2}},
		},
		{
			name:   "a shuttle that begins later",
			before: []sortie.Movement{fly("f/1", 0, 100), fly("f/1", 20, 100)},
			now:    []sortie.Movement{fly("f/1", 19, 100), fly("f/1", 39, 100)},
			want:   []Pair{{1, 1}, {2, 2}},
		},
		{
			name:   "another load days later",
			before: []sortie.Movement{fly("f/1", 0, 100)},
			now:    []sortie.Movement{fly("f/1", 30, 90)},
		},
		{
			name:   "the same load days later",
			before: []sortie.Movement{fly("f/1", 0, 100), position("f/1", 0), position("f/2", 0)},
			now:    []sortie.Movement{fly("f/1", 50, 100), position("f/1", 50), position("f/3", 50)},
			want:   []Pair{{1, 1}, {2, 2}},
		},
		{
			name:   "nothing in common",
			before: []sortie.Movement{with(fly("f/1", 0, 100), func(v *sortie.Movement) { v.Cargo[0].Unit = "k" })},
			now:    []sortie.Movement{fly("f/1", 0, 100)},
		},
	} {
		m := two()
		if got := pairs(Compare(Side{m, plan(tc.before...)}, Side{m, plan(tc.now...)}, lang.EN)); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, not %v", tc.name, got, tc.want)
		}
	}
}

// A hundred convoys of the same that leave in the same minute are all found again.
func TestMatchingManyOfTheSame(t *testing.T) {
	m := two()
	convoy := sortie.Movement{Mode: sortie.Road, From: "c", To: "b", Load: clock(1), Depart: clock(1), Arrive: clock(2), Unloaded: clock(2), Cargo: []sortie.Cargo{{Unit: "u", People: 2}}}
	p := plan(slices.Repeat([]sortie.Movement{convoy}, 300)...)
	if d := Compare(Side{m, p}, Side{m, p}, lang.EN); d.Count.Same != 300 || len(d.Movements) > 0 {
		t.Errorf("%+v", d.Count)
	}
}

func TestUnitsThatChange(t *testing.T) {
	m := two()
	before := plan(fly("f/1", 0, 200), fly("f/2", 0, 200), with(fly("f/3", 0, 100), func(v *sortie.Movement) { v.Cargo[0].Unit = "k" }))
	after := plan(fly("f/1", 3, 200), fly("f/2", 0, 100), with(fly("f/3", 0, 100), func(v *sortie.Movement) { v.Cargo[0].Unit = "k" }))
	d := Compare(Side{m, before}, Side{m, after}, lang.EN)
	if len(d.Units) != 1 {
		t.Fatalf("%+v", d.Units)
	}
	u := d.Units[0]
	if u.Unit != "u" || u.Nation != "RU" || !u.Before.FirstDepart.Equal(clock(2)) || !u.Before.LastArrive.Equal(clock(7)) || !u.After.LastArrive.Equal(clock(10)) ||
		u.Before.Left.People != 0 || u.After.Left.People != 100 || u.After.Movements != 2 {
		t.Errorf("%+v", u)
	}
}

func TestSentenceOfADifference(t *testing.T) {
	m := two()
	a, b := plan(fly("f/1", 0, 100)), plan(fly("f/1", 1, 100), position("f/2", 4))
	a.Verdict.Closure, b.Verdict.Closure = &a.Movements[0].Unloaded, &b.Movements[0].Unloaded
	for _, tc := range []struct{ got, want string }{
		{Compare(Side{m, a}, Side{m, b}, lang.EN).Sentence, "Closes 1 h later, on Thu 13 Jan 2022 08:00 UTC instead of Thu 13 Jan 2022 07:00 UTC: 1 moves in time and 1 is new."},
		{Compare(Side{m, b}, Side{m, a}, lang.EN).Sentence, "Closes 1 h sooner, on Thu 13 Jan 2022 07:00 UTC instead of Thu 13 Jan 2022 08:00 UTC: 1 moves in time and 1 is gone."},
		{Compare(Side{m, a}, Side{m, a}, lang.FR).Sentence, "Clôture au même moment, le jeu. 13 janv. 2022 07 h 00 UTC : aucun mouvement ne change."},
		{Compare(Side{m, a}, Side{m, plan()}, lang.EN).Sentence, "Nothing is delivered any more; before, it closed on Thu 13 Jan 2022 07:00 UTC: 1 is gone."},
	} {
		if tc.got != tc.want {
			t.Errorf("%q, not %q", tc.got, tc.want)
		}
	}
}

// A plan does not differ from itself, and a difference is the mirror of the one the
// other way round: the same pairs, the same people told of the same movements.
func TestDifferenceMirrors(t *testing.T) {
	m, best := bestKnown(t, "kazakhstan-2022")
	for seed := range uint64(20) {
		a, b := shaken(best, rand.New(rand.NewPCG(seed, 1))), shaken(best, rand.New(rand.NewPCG(seed, 2)))
		none := Compare(Side{m, a}, Side{m, a}, lang.EN)
		if len(none.Movements)+len(none.Units)+len(none.Tell) > 0 || len(none.Same) != len(a.Movements) || *none.ClosureBy != 0 {
			t.Fatalf("seed %d: a plan differs from itself: %+v", seed, none.Count)
		}
		there, back := Compare(Side{m, a}, Side{m, b}, lang.EN), Compare(Side{m, b}, Side{m, a}, lang.EN)
		turned := pairs(back)
		for i, p := range turned {
			turned[i] = Pair{p.After, p.Before}
		}
		slices.SortFunc(turned, func(a, b Pair) int { return a.Before - b.Before })
		if got := pairs(there); !slices.Equal(got, turned) {
			t.Fatalf("seed %d: pairs %v, and back %v", seed, got, turned)
		}
		mirrored := Tally{back.Count.Same, back.Count.Moved, back.Count.Changed, back.Count.Gone, back.Count.New}
		if there.Count != mirrored || there.Count.Same+there.Count.Moved+there.Count.Changed+there.Count.Gone != len(a.Movements) {
			t.Errorf("seed %d: %+v, and back %+v", seed, there.Count, back.Count)
		}
		if x, y := calls(there), calls(back); !reflect.DeepEqual(x, y) {
			t.Errorf("seed %d: told %v, and back %v", seed, x, y)
		}
		if len(there.Movements) == 0 || len(there.Tell) == 0 {
			t.Errorf("seed %d: nothing differs", seed)
		}
		if x, y := asJSON(t, there), asJSON(t, Compare(Side{m, a}, Side{m, b}, lang.EN)); x != y {
			t.Errorf("seed %d: twice the same question, two answers", seed)
		}
	}
}

// calls is how many calls each gets, at which times.
func calls(d *Difference) map[party][]time.Time {
	out := map[party][]time.Time{}
	for _, n := range d.Tell {
		key := party{n.Whom, n.Nation, n.Place, n.Fleet}
		for _, c := range n.Calls {
			out[key] = append(out[key], c.At)
		}
	}
	return out
}

// shaken is a plan in which some movements are later, lighter, by other lifts, or
// left out.
func shaken(p *sortie.Plan, r *rand.Rand) *sortie.Plan {
	out := *p
	out.Movements = nil
	for _, v := range p.Movements {
		v.Cargo = slices.Clone(v.Cargo)
		switch r.IntN(6) {
		case 0:
			by := time.Duration(r.IntN(600)-300) * time.Minute
			for _, at := range []*time.Time{&v.Load, &v.Depart, &v.Arrive, &v.Unloaded} {
				*at = at.Add(by)
			}
		case 1:
			if len(v.Cargo) > 0 {
				v.Cargo[0].People += 1 + r.IntN(5)
			}
		case 2:
			if v.Lift != "" {
				v.Lift = p.Movements[r.IntN(len(p.Movements))].Lift
			}
		case 3:
			continue
		}
		out.Movements = append(out.Movements, v)
	}
	for i := range out.Movements {
		out.Movements[i].ID = i + 1
	}
	return &out
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// bestKnown is a mission of the repository with its best known plan.
func bestKnown(t testing.TB, name string) (*sortie.Mission, *sortie.Plan) {
	t.Helper()
	m, p, err := plans.BestKnown(name)
	if err != nil {
		t.Fatal(err)
	}
	return m, p
}
