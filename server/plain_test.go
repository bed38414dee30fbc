package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"

	"sortie/jobs"
	"sortie/server"
	"sortie/server/problem"
	"sortie/store"
)

func TestThePageShowsEveryOperationAndNeedsNothingFromElsewhere(t *testing.T) {
	h := open(t, func(c *server.Config) { c.Page = nil })
	page := string(h.must(http.StatusOK, nil, "GET", "/", nil, "As", "nobody").body)
	if docs := string(h.must(http.StatusOK, nil, "GET", "/docs", nil, "As", "nobody").body); docs != page {
		t.Error("/docs is not the page at / of a server without a page")
	}
	h.must(http.StatusOK, nil, "GET", "/docs/reference.css", nil, "As", "nobody")
	for _, item := range h.server.OpenAPI().Paths {
		if item.Get != nil && !strings.Contains(page, `<section id="`+item.Get.OperationID+`">`) {
			t.Errorf("the page does not show %s", item.Get.OperationID)
		}
	}
	if found := regexp.MustCompile(`(?i)<script|style=|\bon[a-z]+=|(src|href)="(https?:)?//`).FindString(page); found != "" {
		t.Errorf("the page has %q in it", found)
	}
	for _, at := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `id="`+at[1]+`"`) {
			t.Errorf("the page links to #%s, which is not on it", at[1])
		}
	}
	var doc struct {
		OpenAPI string         `json:"openapi"`
		Paths   map[string]any `json:"paths"`
	}
	h.must(http.StatusOK, &doc, "GET", "/openapi.json", nil, "As", "nobody")
	if doc.OpenAPI != "3.1.0" || len(doc.Paths) != len(h.server.OpenAPI().Paths) {
		t.Errorf("the document is of version %s and has %d paths", doc.OpenAPI, len(doc.Paths))
	}
}

func TestWhatIsNotThereYetIsNotRead(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	var list server.RevisionList
	h.must(http.StatusOK, &list, "GET", "/api/missions/guard-and-handover/revisions?before=9223372036854775807", nil)
	if len(list.Revisions) != 1 {
		t.Errorf("of one revision there are %d", len(list.Revisions))
	}
}

func TestFiguresAreForAdministrators(t *testing.T) {
	h := open(t)
	h.must(http.StatusUnauthorized, nil, "GET", "/metrics", nil, "As", "nobody")
	h.must(http.StatusForbidden, nil, "GET", "/metrics", nil, "As", "observer")
	h.add("guard-and-handover")
	h.must(http.StatusNotFound, nil, "GET", "/api/missions/none", nil)
	text := string(h.must(http.StatusOK, nil, "GET", "/metrics", nil, "As", "administrator").body)
	for _, want := range []string{
		`sortie_requests_total{code="201",operation="create-mission"} 1`, `sortie_requests_total{code="404",operation="get-mission"} 1`,
		`sortie_entries_total{kind="revision"} 1`, "sortie_streams_open 0", `sortie_runs{state="waiting"} 0`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the figures lack %s", want)
		}
	}
}

// faulty is a queue that panics when it is asked for a list.
type faulty struct{ *jobs.Queue }

func (faulty) List(string) []jobs.Run { panic("a token that nobody sees") }

func TestAPanicReachesTheLogAlone(t *testing.T) {
	h := open(t, func(c *server.Config) { c.Queue = faulty{c.Queue.(*jobs.Queue)} })
	h.add("guard-and-handover")
	var p problem.Problem
	a := h.must(http.StatusInternalServerError, &p, "GET", guard+"/runs", nil)
	if a.header.Get("Content-Type") != problem.Type || p.Instance == "" || p.Instance != a.header.Get("Request-Id") || strings.Contains(string(a.body), "token") {
		t.Errorf("the client is told %s", a.body)
	}
	if log := h.log.String(); !strings.Contains(log, "a token that nobody sees") || !strings.Contains(log, "request="+p.Instance) {
		t.Errorf("the log does not tell of the panic:\n%s", log)
	}
}

// TestNoEditIsLost lets several people change one mission at once: whoever comes
// second reads again, and in the end every change is there.
func TestNoEditIsLost(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	const writers, each = 8, 5
	var writing sync.WaitGroup
	conflicts := make(chan int, writers)
	for w := range writers {
		writing.Go(func() {
			lost := 0
			defer func() { conflicts <- lost }()
			for i := range each {
				unit := fmt.Sprintf(`{"at":"station","to":"otar","people":1,"nation":"KZ","name":"%d"}`, i)
				for {
					tag := h.ask("GET", guard, nil).header.Get("ETag")
					a := h.ask("PUT", fmt.Sprintf("%s/units/u-%d-%d", guard, w, i), unit, "If-Match", tag)
					if a.status == http.StatusOK {
						break
					}
					var p problem.Problem
					if err := json.Unmarshal(a.body, &p); a.status != http.StatusPreconditionFailed || err != nil || p.Conflict == nil || p.Conflict.Actor != "planner" {
						t.Errorf("status %d: %s", a.status, a.body)
						return
					}
					lost++
				}
			}
		})
	}
	writing.Wait()
	close(conflicts)
	sum := 0
	for n := range conflicts {
		sum += n
	}
	if sum == 0 {
		t.Error("nobody came second: the test does not test what it should")
	}
	var m struct {
		Units []struct {
			ID string `json:"id"`
		} `json:"units"`
	}
	h.must(http.StatusOK, &m, "GET", guard, nil)
	if len(m.Units) != 2+writers*each {
		t.Errorf("the mission has %d units, want %d", len(m.Units), 2+writers*each)
	}
	v, err := store.VerifyLedger(context.Background(), h.store, "guard-and-handover")
	if err != nil || v.Breaks != nil || v.Entries != 1+writers*each {
		t.Errorf("the ledger is %+v, %v", v, err)
	}
}

func TestStatementsOfManyAtOnceAreAllThere(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	var writing sync.WaitGroup
	for w := range 6 {
		writing.Go(func() {
			for i := range 4 {
				a := h.ask("POST", guard+"/record", fmt.Sprintf(`{"id":"s-%d-%d","kind":"statement","by":"KZ","on":"2024-09-01"}`, w, i))
				if a.status != http.StatusCreated {
					t.Errorf("status %d: %s", a.status, a.body)
				}
			}
		})
	}
	writing.Wait()
	var r server.Record
	h.must(http.StatusOK, &r, "GET", guard+"/record", nil)
	said := 0
	for _, e := range r.Entries {
		if strings.HasPrefix(e.ID, "s-") {
			said++
		}
	}
	if said != 24 {
		t.Errorf("%d statements are in the record, want 24", said)
	}
}

// FuzzRequests sends bodies that nobody would to every operation that takes one.
// Nothing may end in a fault of sortie's own.
func FuzzRequests(f *testing.F) {
	h := open(f)
	tag := h.add("guard-and-handover")
	targets := []struct{ method, path, kind string }{
		{"POST", "/api/check", "application/yaml"},
		{"PATCH", guard, patch},
		{"PUT", guard + "/units/u", "application/json"},
		{"PATCH", guard + "/units/kz-platoon", patch},
		{"POST", guard + "/record", "application/json"},
		{"POST", guard + "/record/decided/votes", "application/json"},
		{"POST", guard + "/plans", "application/json"},
		{"POST", guard + "/plans/1/actuals", "application/json"},
		{"POST", guard + "/runs", "application/json"},
		{"POST", "/api/ledgers", "application/x-ndjson"},
		{"POST", "/api/brief", "text/plain"},
	}
	for i := range targets {
		f.Add(i, []byte(`{"id":"x","people":1,"nation":"KZ","at":"station","kind":"report","vote":"for","movement":1,"sortie":1,"seconds":-1}`))
		f.Add(i, []byte("\xff\x00{"))
	}
	f.Fuzz(func(t *testing.T, which int, body []byte) {
		to := targets[max(0, which)%len(targets)]
		here := *h
		here.t = t
		a := here.ask(to.method, to.path, body, "Content-Type", to.kind, "If-Match", tag)
		if a.status >= http.StatusInternalServerError {
			t.Fatalf("%s %s: status %d: %s\n%s", to.method, to.path, a.status, a.body, h.log)
		}
	})
}
