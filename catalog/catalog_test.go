package catalog

import (
	"encoding/json"
	"math"
	"net/url"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"sortie"
)

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func TestFilesParse(t *testing.T) {
	if _, err := parse(); err != nil {
		t.Fatal(err)
	}
}

func TestIDsAreUniqueSortedAndKebabCase(t *testing.T) {
	var lifts, equipment, sources []string
	for _, l := range LiftTypes() {
		lifts = append(lifts, l.ID)
	}
	for _, e := range EquipmentTypes() {
		equipment = append(equipment, e.ID)
	}
	for _, s := range Sources() {
		sources = append(sources, s.ID)
	}
	for _, ids := range [][]string{lifts, equipment, sources} {
		if !sort.StringsAreSorted(ids) {
			t.Errorf("not sorted: %v", ids)
		}
		for i, id := range ids {
			if !kebab.MatchString(id) {
				t.Errorf("%q is not kebab-case", id)
			}
			if i > 0 && ids[i-1] == id {
				t.Errorf("%q is there twice", id)
			}
		}
	}
}

func TestLiftTypesArePossible(t *testing.T) {
	for _, l := range LiftTypes() {
		if l.Name == "" || !slices.Contains(sortie.Modes, l.Mode) || l.Speed <= 0 || l.Slots < 1 || l.Gap < 0 {
			t.Errorf("%s: name, mode, speed, slots or gap: %+v", l.ID, l)
		}
		if l.Load < 0 || l.Unload < 0 || l.Turnaround < 0 || l.Overhead < 0 || l.Runway < 0 || l.Range < 0 {
			t.Errorf("%s: a time or length is negative", l.ID)
		}
		if l.PayloadRange != nil && l.Payload != nil {
			t.Errorf("%s: both payload and payload_range", l.ID)
		}
		for i, p := range l.PayloadRange {
			if i > 0 && (p[0] <= l.PayloadRange[i-1][0] || p[1] >= l.PayloadRange[i-1][1]) {
				t.Errorf("%s: the payload curve does not fall at %v", l.ID, p)
			}
		}
		if l.Seats.Full < 0 || l.Seats.Full > l.Seats.Empty {
			t.Errorf("%s: seats %+v", l.ID, l.Seats)
		}
		for _, d := range l.Decks {
			if d.Count < 1 || min(d.Length, d.Width, d.Height) <= 0 || d.Payload != nil && *d.Payload <= 0 {
				t.Errorf("%s: deck %+v", l.ID, d)
			}
		}
	}
}

func TestOnlyFreightHasDecks(t *testing.T) {
	for _, l := range LiftTypes() {
		passengers := regexp.MustCompile(`^(b7|a3|mi-|ch-|coach)`).MatchString(l.ID)
		if l.Decks == nil || passengers != (len(l.Decks) == 0) {
			t.Errorf("%s: decks %v, want none for passengers only, and never absent", l.ID, l.Decks)
		}
	}
}

func TestFullCabinsFly(t *testing.T) {
	for _, l := range LiftTypes() {
		if len(l.PayloadRange) == 0 {
			continue
		}
		if people := float64(l.Seats.Empty) * sortie.DefaultPersonT; people > l.PayloadRange[0][1]+1e-9 {
			t.Errorf("%s: %d people weigh %.2f t, it lifts %.2f t", l.ID, l.Seats.Empty, people, l.PayloadRange[0][1])
		}
	}
}

func TestEquipmentTypesArePossible(t *testing.T) {
	for _, e := range EquipmentTypes() {
		if e.Name == "" || min(e.Length, e.Width, e.Height, e.Mass) <= 0 {
			t.Errorf("%s: a dimension is missing: %+v", e.ID, e)
		}
		if e.Drives && e.Towed {
			t.Errorf("%s: drives and is towed", e.ID)
		}
		if e.Drives != (e.KMH > 0) || e.Drives != (e.Seats > 0) {
			t.Errorf("%s: what drives, and nothing else, has a speed and seats: %+v", e.ID, e)
		}
		if e.KMH > 60 {
			t.Errorf("%s: %v km/h is no convoy speed", e.ID, e.KMH)
		}
	}
}

// unsourced are the keys that say what a thing is, not how much.
var unsourced = []string{"id", "mode", "name", "basis", "drives", "towed"}

// keys are those of the type that carry a figure of its own.
func keys(t *testing.T, v any) []string {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	var out []string
	for k, value := range m {
		empty, isList := value.([]any)
		switch {
		case slices.Contains(unsourced, k), isList && len(empty) == 0:
		case k == "gap" && value == sortie.DefaultGap, k == "slots" && value == float64(sortie.DefaultSlots):
		default:
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}

func TestEveryFigureSaysWhereItComesFrom(t *testing.T) {
	type entry struct {
		id   string
		keys []string
	}
	var entries []entry
	for _, l := range LiftTypes() {
		entries = append(entries, entry{l.ID, keys(t, l)})
	}
	for _, e := range EquipmentTypes() {
		entries = append(entries, entry{e.ID, keys(t, e)})
	}
	for _, e := range entries {
		var covered []string
		for _, f := range Figures(e.id) {
			covered = append(covered, f.Of...)
			if len(f.Sources) == 0 && f.Assumed == "" {
				t.Errorf("%s: %v has neither source nor assumption", e.id, f.Of)
			}
		}
		sort.Strings(covered)
		if !slices.Equal(covered, e.keys) {
			t.Errorf("%s: figures cover %v, the type has %v", e.id, covered, e.keys)
		}
	}
}

func TestSourcesResolveAndNoneIsUnused(t *testing.T) {
	named := map[string]bool{}
	for _, s := range Sources() {
		named[s.ID] = false
		if u, err := url.Parse(s.URL); err != nil || u.Host == "" || s.Publisher == "" || !strings.HasPrefix(s.ID, "cat-") {
			t.Errorf("source %+v", s)
		}
	}
	bases := map[string]*sortie.Basis{}
	for _, l := range LiftTypes() {
		bases[l.ID] = l.Basis
	}
	for _, e := range EquipmentTypes() {
		bases[e.ID] = e.Basis
	}
	for id, b := range bases {
		if b == nil || len(b.Sources) == 0 && b.Assumed == "" {
			t.Errorf("%s has no basis", id)
			continue
		}
		for _, s := range b.Sources {
			if _, ok := named[s]; !ok {
				t.Errorf("%s names the unknown source %s", id, s)
			}
			named[s] = true
		}
	}
	for id, used := range named {
		if !used {
			t.Errorf("source %s is named by nothing", id)
		}
	}
}

func TestPublishedFiguresStand(t *testing.T) {
	lift := func(id string) sortie.LiftType {
		l, ok := Lift(id)
		if !ok {
			t.Fatalf("no lift type %s", id)
		}
		return l
	}
	item := func(id string) sortie.EquipmentType {
		e, ok := Equipment(id)
		if !ok {
			t.Fatalf("no equipment type %s", id)
		}
		return e
	}
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"Il-76MD hold, with ramp", lift("il-76md").Decks[0].Length, 24.5},
		{"Il-76MD payload", lift("il-76md").PayloadRange[0][1], 48},
		{"Il-76MD block speed, 0.9 × 770", lift("il-76md").Speed, 693},
		{"Il-76MD-90A range with 60 t", lift("il-76md-90a").PayloadRange[0][0], 4000},
		{"C-17A hold, 88 ft", lift("c-17a").Decks[0].Length, 88 * 0.3048},
		{"C-17A runway, 3,500 ft", lift("c-17a").Runway, 3500 * 0.3048},
		{"C-5M payload, 281,001 lb", lift("c-5m").PayloadRange[0][1], 281001 * 0.00045359237},
		{"C-130J ground time, 1.75 h", float64(lift("c-130j").Load), 1.75 * 60},
		{"coach seats", float64(lift("coach-57").Seats.Empty), 57},
		{"Point class lane metres", 21 * lift("roro-point").Decks[0].Length, 2650},
		{"463L pallet length, 108 in", item("pallet-463l").Length, 108 * 0.0254},
		{"463L pallet, 7,855 lb", item("pallet-463l").Mass, 7855 * 0.00045359237},
		{"BTR-80 mass", item("btr-80").Mass, 13.6},
		{"Ural-4320 length", item("ural-4320").Length, 7.366},
		{"ISO 20 ft, tare and half of 28.18 t", item("iso-20").Mass, 2.3 + 28.18/2},
	} {
		if math.Abs(c.got-c.want) > 0.002*c.want {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestCallersGetCopies(t *testing.T) {
	first, _ := Lift("train-20-flats")
	*first.Decks[0].Payload, first.Decks[0].Count, first.Basis.Assumed = 1, 1, ""
	Sources()[0].ID = ""
	Figures("btr-80")[0].Of[0] = ""
	again, _ := Lift("train-20-flats")
	if *again.Decks[0].Payload != 70 || again.Decks[0].Count != 20 || again.Basis.Assumed == "" {
		t.Error("a caller changed the catalogue")
	}
	if Sources()[0].ID == "" || Figures("btr-80")[0].Of[0] == "" {
		t.Error("a caller changed the sources or figures")
	}
}

func TestLookUpAndSearch(t *testing.T) {
	if _, ok := Lift("il-77"); ok {
		t.Error("il-77 was found")
	}
	if _, ok := Equipment(""); ok {
		t.Error("an empty id was found")
	}
	for query, want := range map[string][]string{
		"IL-76":         {"il-76md", "il-76md-90a"},
		"il76 90a":      {"il-76md-90a"},
		"globemaster":   {"c-17a"},
		"Ural":          {"truck-ural-4320", "ural-4320", "ural-4320-excavator"},
		"no such thing": nil,
	} {
		lifts, equipment := Search(query)
		var got []string
		for _, l := range lifts {
			got = append(got, l.ID)
		}
		for _, e := range equipment {
			got = append(got, e.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Search(%q) = %v, want %v", query, got, want)
		}
	}
	lifts, equipment := Search("")
	if len(lifts) != len(LiftTypes()) || len(equipment) != len(EquipmentTypes()) {
		t.Error("an empty query does not find everything")
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := parse(); err != nil {
			b.Fatal(err)
		}
	}
}
