package check_test

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/check"
	"sortie/check/checktest"
)

func TestNothingToCheck(t *testing.T) {
	m, p := checktest.Exercise()
	for _, r := range []check.Report{check.Plan(nil, nil), check.Plan(nil, p), check.Plan(m, nil)} {
		if len(r.Breaches) != 1 || r.Breaches[0].Rule != check.Form || r.Verdict.Feasible {
			t.Errorf("%+v", r)
		}
	}
	r := check.Plan(&sortie.Mission{}, &sortie.Plan{Version: 1, Verdict: sortie.Verdict{Feasible: true}})
	if len(r.Breaches) > 0 || !r.Verdict.Feasible {
		t.Errorf("an empty mission and plan: %+v", r)
	}
	data, err := json.Marshal(r)
	if err != nil || !strings.HasPrefix(string(data), `{"breaches":[],"differences":[],"verdict":{`) {
		t.Errorf("%s, %v", data, err)
	}
}

// TestHostilePlans puts values into the exercise's plan that no planner would.
// Each must be reported, and the report must be one that JSON can hold.
func TestHostilePlans(t *testing.T) {
	first := func(alter func(mv *sortie.Movement)) func(*sortie.Plan) {
		return func(p *sortie.Plan) { alter(&p.Movements[5]) } // vta/1 with people and items on a deck
	}
	each := func(alter func(mv *sortie.Movement)) func(*sortie.Plan) {
		return func(p *sortie.Plan) {
			for i := range p.Movements {
				alter(&p.Movements[i])
			}
		}
	}
	for name, alter := range map[string]func(*sortie.Plan){
		"a movement of nothing":    func(p *sortie.Plan) { p.Movements[3] = sortie.Movement{} },
		"all movements of nothing": each(func(mv *sortie.Movement) { *mv = sortie.Movement{} }),
		"the end of time":          first(func(mv *sortie.Movement) { mv.Unloaded = time.Unix(math.MaxInt64, 0) }),
		"the beginning of time":    first(func(mv *sortie.Movement) { mv.Load = time.Unix(math.MinInt64, 0) }),
		"all times far":            each(func(mv *sortie.Movement) { mv.Depart = time.Unix(math.MaxInt64/2, 0) }),
		"the year 9999":            each(func(mv *sortie.Movement) { mv.Unloaded = time.Date(9999, 12, 31, 23, 59, 0, 0, time.UTC) }),
		"people without number": each(func(mv *sortie.Movement) {
			for c := range mv.Cargo {
				mv.Cargo[c].People = math.MaxInt
			}
		}),
		"fewer than nobody": each(func(mv *sortie.Movement) {
			for c := range mv.Cargo {
				mv.Cargo[c].People = math.MinInt
			}
		}),
		"not a number":       first(func(mv *sortie.Movement) { mv.Cargo[0].Items[0].X, mv.KM = math.NaN(), math.NaN() }),
		"nor a number":       first(func(mv *sortie.Movement) { mv.Cargo[0].Items[0].Y = math.NaN() }),
		"endless deck":       first(func(mv *sortie.Movement) { mv.Cargo[0].Items[0].X = math.Inf(1) }),
		"endless deck back":  first(func(mv *sortie.Movement) { mv.Cargo[0].Items[0].X = math.Inf(-1) }),
		"deck without end":   first(func(mv *sortie.Movement) { mv.Cargo[0].Items[0].Deck = math.MaxInt }),
		"deck without begin": first(func(mv *sortie.Movement) { mv.Cargo[0].Items[0].Deck = math.MinInt }),
		"lift of great number": first(func(mv *sortie.Movement) {
			mv.Lift = "vta/" + strings.Repeat("9", 1000)
		}),
		"control characters": first(func(mv *sortie.Movement) { mv.From, mv.Lift = "\x1b[2J", "\x00\xff/1" }),
		"a long name":        first(func(mv *sortie.Movement) { mv.To = strings.Repeat("é", 1<<20) }),
		"a thousand stops": first(func(mv *sortie.Movement) {
			mv.Stops = make([]sortie.Stop, 1000)
		}),
		"no cargo to speak of": each(func(mv *sortie.Movement) { mv.Cargo = make([]sortie.Cargo, 100) }),
		"backwards": each(func(mv *sortie.Movement) {
			mv.Load, mv.Unloaded = mv.Unloaded, mv.Load
			mv.Depart, mv.Arrive = mv.Arrive, mv.Depart
		}),
		"negative id": first(func(mv *sortie.Movement) { mv.ID = math.MinInt }),
	} {
		t.Run(name, func(t *testing.T) {
			m, p := checktest.Exercise()
			alter(p)
			r := check.Plan(m, p)
			if len(r.Breaches) == 0 || r.Verdict.Feasible {
				t.Error("no breach is reported")
			}
			if _, err := json.Marshal(r); err != nil {
				t.Error(err)
			}
			for _, b := range r.Breaches {
				if strings.ContainsFunc(b.Message.String(), func(r rune) bool { return r < ' ' }) || len(b.Message.String()) > 1000 {
					t.Errorf("message %q", b.Message)
				}
			}
		})
	}
}

// TestManyItems checks that a deck of very many items is done at once.
func TestManyItems(t *testing.T) {
	s := newScene()
	s.EquipmentTypes[0] = sortie.EquipmentType{ID: "box"}
	s.plane().Decks = []sortie.Deck{{Count: math.MaxInt, Length: 1, Width: 1, Height: 1}, {Count: math.MaxInt, Length: 1}}
	cargo := sortie.Cargo{Unit: "u"}
	for i := range 200_000 {
		cargo.Items = append(cargo.Items, sortie.Item{Type: "box", Stowage: &sortie.Stowage{X: 0.5, Y: float64(i) / 200_000}})
	}
	s.move("plane/1", "a", "c", "01:00", cargo)
	if r := s.check(); len(r.Breaches) == 0 {
		t.Error("no breach")
	}
}

// TestCheckAltersNothing holds that a mission and a plan can be checked by
// many at once.
func TestCheckAltersNothing(t *testing.T) {
	m, p := checktest.Exercise()
	before, err := json.Marshal([]any{m, p})
	if err != nil {
		t.Fatal(err)
	}
	check.Plan(m, p)
	if after, _ := json.Marshal([]any{m, p}); string(before) != string(after) {
		t.Error("the mission or the plan is altered")
	}
}

func FuzzPlan(f *testing.F) {
	m, p := checktest.Exercise()
	mission, err := json.Marshal(m)
	if err != nil {
		f.Fatal(err)
	}
	plan, err := json.Marshal(p)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(mission, plan)
	f.Add([]byte(`{}`), []byte(`{"sortie":1,"movements":[{},{"lift":"/","stops":[{}],"cargo":[{"items":[{"deck":-1}]}]}]}`))
	for _, mutation := range checktest.Mutations() {
		m, p, err := checktest.Clone(checktest.Exercise())
		if err != nil {
			f.Fatal(err)
		}
		mutation.Break(m, p)
		plan, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(mission, plan)
	}
	f.Fuzz(func(t *testing.T, mission, plan []byte) {
		m, p := new(sortie.Mission), new(sortie.Plan)
		if json.Unmarshal(mission, m) != nil || json.Unmarshal(plan, p) != nil {
			return
		}
		r := check.Plan(m, p)
		if r.Verdict.Feasible && len(r.Breaches) > 0 {
			t.Error("feasible with breaches")
		}
		if _, err := json.Marshal(r.Breaches); err != nil {
			t.Error(err)
		}
	})
}

// FuzzAlterations puts random values into random fields of the exercise's
// plan, eleven bytes to a change: movement, field, part and value.
func FuzzAlterations(f *testing.F) {
	for field := range byte(14) {
		f.Add([]byte{5, field, 0, 0, 0, 0, 0, 0, 0, 0, 1})
		f.Add([]byte{4, field, 1, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0, 9, field, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	}
	f.Fuzz(func(t *testing.T, changes []byte) {
		m, p := checktest.Exercise()
		for ; len(changes) >= 11; changes = changes[11:] {
			mv := &p.Movements[int(changes[0])%len(p.Movements)]
			alterField(p, mv, changes[1], int(changes[2]), binary.BigEndian.Uint64(changes[3:]))
		}
		r := check.Plan(m, p)
		if r.Verdict.Feasible && len(r.Breaches) > 0 {
			t.Error("feasible with breaches")
		}
		if _, err := json.Marshal(r); err != nil {
			t.Error(err)
		}
	})
}

func alterField(p *sortie.Plan, mv *sortie.Movement, field byte, part int, value uint64) {
	number, real, minutes := int(int64(value)), math.Float64frombits(value), time.Duration(int16(value))*time.Minute
	names := []string{"", "home", "field", "mid", "depot", "nowhere", "vta/1", "vta/2", "rail/1", "bus/1", "kg", "ru", "tiger", "trailer"}
	name := names[value%uint64(len(names))]
	var c *sortie.Cargo
	var item *sortie.Item
	if len(mv.Cargo) > 0 {
		c = &mv.Cargo[part%len(mv.Cargo)]
		if len(c.Items) > 0 {
			item = &c.Items[part%len(c.Items)]
		}
	}
	switch field % 14 {
	case 0:
		mv.ID = number
	case 1:
		mv.Lift = name
	case 2:
		mv.From = name
	case 3:
		mv.To = name
	case 4:
		times := []*time.Time{&mv.Load, &mv.Depart, &mv.Arrive, &mv.Unloaded}
		*times[part%4] = times[part%4].Add(minutes)
	case 5:
		times := []*time.Time{&mv.Load, &mv.Depart, &mv.Arrive, &mv.Unloaded}
		*times[part%4] = time.Unix(int64(value), 0)
	case 6:
		mv.Stops = append(mv.Stops, sortie.Stop{At: name, Arrive: mv.Depart.Add(minutes), Depart: mv.Arrive})
	case 7:
		mv.Mode = sortie.Modes[part%len(sortie.Modes)]
	case 8:
		mv.Cargo = append(mv.Cargo, sortie.Cargo{Unit: name, People: number})
	case 9:
		if c != nil {
			c.People = number
		}
	case 10:
		if c != nil {
			c.Items = append(c.Items, sortie.Item{Type: name, Stowage: &sortie.Stowage{X: real}})
		}
	case 11:
		if item != nil {
			item.Stowage = &sortie.Stowage{Deck: part - 1, X: real, Y: real}
		}
	case 12:
		if item != nil {
			item.Stowage = nil
		}
	case 13:
		mv.KM = real
		p.Movements = append(p.Movements, *mv)
	}
}
