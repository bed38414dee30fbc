package server_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"

	"sortie"
	"sortie/server"
)

// lastRepairs is the last event of a stream of repairs, and how many there were.
func lastRepairs(t *testing.T, stream []byte) (out server.PlanRepairs, events int) {
	t.Helper()
	for line := range strings.Lines(string(stream)) {
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			out = server.PlanRepairs{}
			if err := json.Unmarshal([]byte(data), &out); err != nil {
				t.Fatal(err)
			}
			events++
		}
	}
	return out, events
}

// shuttle is a house with a mission of a single lift that goes three times, and its
// plan: the address of that.
func shuttle(t *testing.T) (*house, string) {
	h := open(t)
	h.must(http.StatusCreated, nil, "POST", "/api/missions", file(t, "../testdata/hand/one-shuttle.yaml"), "Content-Type", yaml)
	var added struct{ Entry server.Entry }
	h.must(http.StatusCreated, &added, "POST", "/api/missions/one-shuttle/plans", file(t, "../testdata/hand/one-shuttle.plan.json"))
	return h, "/api/missions/one-shuttle/plans/2"
}

// The repair is told, and its patch makes the mission that it was planned for.
func TestRepairsAreTold(t *testing.T) {
	h, plan := shuttle(t)
	found, events := lastRepairs(t, (&marked{house: h}).follow(plan+"/repairs", "planner", ""))
	if !found.Done || found.Tried != 1 || found.Of != 1 || len(found.Repairs) != 1 || events < 1 || found.Plan != 2 || found.Revision != 1 {
		t.Fatalf("%+v", found)
	}
	r := found.Repairs[0]
	if want := "One more lift in the fleet f (2 instead of 1): closes on Tue 1 Mar 2022 07:45 UTC, 4 h 45 min sooner."; r.Says != want || r.Gained != 285 {
		t.Errorf("%q, not %q", r.Says, want)
	}
	h.must(http.StatusOK, nil, "PATCH", "/api/missions/one-shuttle", string(r.Patch), "Content-Type", patch, "If-Match", `"1"`)
	var m sortie.Mission
	h.must(http.StatusOK, &m, "GET", "/api/missions/one-shuttle", nil)
	if m.Fleets[0].Count != 2 || r.Changes[0].Path != "fleets[0].count" {
		t.Errorf("%d lifts, by %s", m.Fleets[0].Count, r.Changes[0].Path)
	}
}

// What has been found is kept, and told in the language of whoever asks; those who
// ask at once are told of one search.
func TestRepairsAreKept(t *testing.T) {
	h, plan := shuttle(t)
	var asking sync.WaitGroup
	streams := make([][]byte, 6)
	for i := range streams {
		asking.Go(func() { streams[i] = (&marked{house: h}).follow(plan+"/repairs", "observer", "") })
	}
	asking.Wait()
	first, _ := lastRepairs(t, streams[0])
	for _, s := range streams {
		if found, _ := lastRepairs(t, s); !found.Done || found.Repairs[0].Says != first.Repairs[0].Says {
			t.Errorf("%+v", found)
		}
	}
	a := h.ask("GET", plan+"/repairs?lang=fr", nil, "Accept-Language", "en")
	french, events := lastRepairs(t, a.body)
	if events != 1 || french.Lang != "fr" || !strings.HasPrefix(french.Repairs[0].Says, "Un vecteur de plus") {
		t.Errorf("%d events: %s", events, a.body)
	}
	again, _ := lastRepairs(t, h.ask("GET", plan+"/repairs", nil).body)
	if again.Repairs[0].Says != first.Repairs[0].Says {
		t.Errorf("%+v", again.Repairs[0])
	}
}

// Whoever leaves at the first event leaves nothing behind, and who comes after finds all.
func TestRepairsOfWhoLeaves(t *testing.T) {
	h := open(t)
	h.must(http.StatusCreated, nil, "POST", "/api/missions", file(t, "../missions/first-lift/mission.yaml"), "Content-Type", yaml)
	h.must(http.StatusCreated, nil, "POST", "/api/missions/first-lift/plans", planned(t, "first-lift", func(*sortie.Plan) {}))
	path := "/api/missions/first-lift/plans/2/repairs"
	if begun := (&marked{house: h}).follow(path, "planner", `"tried":`); !bytes.Contains(begun, []byte("event: repairs")) {
		t.Errorf("%s", begun)
	}
	found, _ := lastRepairs(t, (&marked{house: h}).follow(path, "planner", ""))
	if !found.Done || len(found.Repairs) == 0 || found.Repairs[0].Changes[0].Kind != "lift" {
		t.Errorf("%+v", found)
	}
}

func TestRepairsThatAreRefused(t *testing.T) {
	h, plan := shuttle(t)
	for as, status := range map[string]int{"liaison/RU": http.StatusForbidden, "liaison/FR": http.StatusNotFound, "nobody": http.StatusUnauthorized} {
		h.must(status, nil, "GET", plan+"/repairs", nil, "As", as)
	}
	h.must(http.StatusNotFound, nil, "GET", "/api/missions/one-shuttle/plans/1/repairs", nil)
}
