package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sortie"
	"sortie/internal/planning"
	"sortie/missionfile"
	"sortie/network"
)

// step is a request and the name of the file with its golden answer.
type step struct {
	name, method, path string
	body               any
	header             []string
}

const (
	guard = "/api/missions/guard-and-handover"
	lift  = "/api/missions/first-lift"
	yaml  = "application/yaml"
	patch = "application/merge-patch+json"
)

// steps are one story: each finds what those before it have left.
func steps(t *testing.T) []step {
	plan := planned(t, "guard-and-handover", func(p *sortie.Plan) { p.Verdict.Tardiness = 99999 })
	broken := planned(t, "guard-and-handover", func(p *sortie.Plan) { p.Movements[0].Cargo[0].People += 9 })
	return []step{
		{"list-empty", "GET", "/api/missions", nil, nil},
		{"examples", "GET", "/api/examples", nil, nil},
		{"check-findings", "POST", "/api/check", file(t, "../missionfile/testdata/bad/duplicate-ids.yaml"), []string{"Content-Type", yaml}},
		{"check-findings-french", "POST", "/api/check", file(t, "../missionfile/testdata/bad/duplicate-ids.yaml"), []string{"Content-Type", yaml, "Accept-Language", "fr"}},
		{"create-refused", "POST", "/api/missions", "sortie: 1\nid: x\nhost: KZ\nplaces: []\nunits:\n  - {id: a, at: nowhere}\n", []string{"Content-Type", yaml}},
		{"create-refused-french", "POST", "/api/missions", "sortie: 1\nid: x\nhost: KZ\nplaces: []\nunits:\n  - {id: a, at: nowhere}\n", []string{"Content-Type", yaml, "Accept-Language", "fr"}},
		{"create-unknown-type", "POST", "/api/missions", "<mission/>", []string{"Content-Type", "application/xml"}},
		{"create-unknown-type-french", "POST", "/api/missions", "<mission/>", []string{"Content-Type", "application/xml", "Accept-Language", "fr"}},
		{"create", "POST", "/api/missions?note=as+announced", file(t, "../missions/guard-and-handover/mission.yaml"), []string{"Content-Type", yaml}},
		{"create-twice", "POST", "/api/missions", file(t, "../missions/guard-and-handover/mission.yaml"), []string{"Content-Type", yaml}},
		{"list", "GET", "/api/missions", nil, nil},
		{"get", "GET", guard, nil, nil},
		{"get-french", "GET", guard, nil, []string{"Accept-Language", "fr"}},
		{"get-nobody", "GET", guard, nil, []string{"As", "nobody"}},
		{"get-nobody-french", "GET", guard, nil, []string{"As", "nobody", "Accept-Language", "fr"}},
		{"get-other-liaison", "GET", guard, nil, []string{"As", "liaison/AM"}},
		{"get-unknown", "GET", "/api/missions/no-such", nil, nil},
		{"get-unknown-french", "GET", "/api/missions/no-such", nil, []string{"Accept-Language", "fr"}},
		{"patch-without-etag", "PATCH", guard, `{"draft":true}`, []string{"Content-Type", patch}},
		{"patch-without-etag-french", "PATCH", guard, `{"draft":true}`, []string{"Content-Type", patch, "Accept-Language", "fr"}},
		{"patch-bad-etag", "PATCH", guard, `{}`, []string{"Content-Type", patch, "If-Match", "1"}},
		{"patch-refused", "PATCH", guard, `{"operation":{"deadline":"yesterday"},"host":null}`, []string{"Content-Type", patch, "If-Match", `"1"`}},
		{"patch-observer", "PATCH", guard, `{}`, []string{"Content-Type", patch, "If-Match", `"1"`, "As", "observer"}},
		{"patch-observer-french", "PATCH", guard, `{}`, []string{"Content-Type", patch, "If-Match", `"1"`, "As", "observer", "Accept-Language", "fr"}},
		{"patch", "PATCH", guard, `{"title":{"en":"Guard"},"operation":{"drawdown":{"people_per_day":150}}}`, []string{"Content-Type", patch, "If-Match", `"1"`}},
		{"patch-conflict", "PATCH", guard, `{"title":{"en":"Mine"}}`, []string{"Content-Type", patch, "If-Match", `"1"`, "As", "administrator"}},
		{"patch-conflict-french", "PATCH", guard, `{"title":{"en":"Mine"}}`, []string{"Content-Type", patch, "If-Match", `"1"`, "As", "administrator", "Accept-Language", "fr"}},
		{"patch-conflict-liaison-french", "PUT", guard + "/units/kz-platoon", `{}`, []string{"If-Match", `"1"`, "As", "liaison/KZ", "Accept-Language", "fr"}},
		{"replace", "PUT", guard, file(t, "../missions/guard-and-handover/mission.yaml"), []string{"Content-Type", yaml, "If-Match", `"2"`}},
		{"replace-other-id", "PUT", guard, file(t, "../missions/first-lift/mission.yaml"), []string{"Content-Type", yaml, "If-Match", `"3"`}},
		{"unit-put", "PUT", guard + "/units/kz-platoon-2", `{"at":"station","to":"otar","people":20,"nation":"KZ","equipment":{"tiger":3}}`, []string{"If-Match", `"3"`, "As", "liaison/KZ"}},
		{"unit-patch", "PATCH", guard + "/units/kz-platoon-2", `{"people":25}`, []string{"Content-Type", patch, "If-Match", `"4"`, "As", "liaison/KZ"}},
		{"unit-refused", "PUT", guard + "/units/kz-platoon-2", `{"at":"statoin","to":"otar","people":-1}`, []string{"If-Match", `"5"`, "As", "liaison/KZ"}},
		{"unit-refused-french", "PUT", guard + "/units/kz-platoon-2", `{"at":"statoin","to":"otar","people":-1}`, []string{"If-Match", `"5"`, "As", "liaison/KZ", "Accept-Language", "fr"}},
		{"unit-delete", "DELETE", guard + "/units/kz-platoon-2", nil, []string{"If-Match", `"5"`, "As", "liaison/KZ"}},
		{"revisions", "GET", guard + "/revisions?limit=3", nil, nil},
		{"revision", "GET", guard + "/revisions/2", nil, nil},
		{"restore", "POST", guard + "/revisions/2/restore?note=undo", nil, []string{"If-Match", `"6"`}},
		{"restore-none", "POST", guard + "/revisions/77/restore", nil, []string{"If-Match", `"7"`}},
		{"restore-first", "POST", guard + "/revisions/1/restore", nil, []string{"If-Match", `"7"`}},
		{"findings", "GET", guard + "/findings", nil, nil},
		{"findings-french", "GET", guard + "/findings?lang=fr", nil, nil},
		{"record", "GET", guard + "/record", nil, nil},
		{"record-french", "GET", guard + "/record", nil, []string{"Accept-Language", "fr"}},
		{"statement", "POST", guard + "/record", `{"id":"asked","kind":"request","by":"KG","on":"2024-09-01","for":"relief"}`, []string{"As", "decision-maker"}},
		{"decision", "POST", guard + "/record", `{"id":"decided","kind":"decision","by":"CSTO","on":"2024-09-01","answers":"asked"}`, []string{"As", "decision-maker"}},
		{"statement-refused", "POST", guard + "/record", `{"id":"asked","kind":"wish"}`, []string{"As", "decision-maker"}},
		{"vote", "POST", guard + "/record/decided/votes", `{"nation":"KZ","vote":"for"}`, []string{"As", "decision-maker"}},
		{"vote-refused", "POST", guard + "/record/decided/votes", `{"nation":"kz","vote":"perhaps"}`, []string{"As", "decision-maker"}},
		{"vote-refused-french", "POST", guard + "/record/decided/votes", `{"nation":"kz","vote":"perhaps"}`, []string{"As", "decision-maker", "Accept-Language", "fr"}},
		{"vote-on-nothing", "POST", guard + "/record/other/votes", `{"nation":"KZ","vote":"for"}`, []string{"As", "decision-maker"}},
		{"plan-unreadable", "POST", guard + "/plans", `{"sortie":1,"movements":{}}`, nil},
		{"plan-unreadable-french", "POST", guard + "/plans", `{"sortie":1,"movements":{}}`, []string{"Accept-Language", "fr"}},
		{"plan-broken", "POST", guard + "/plans?note=by+hand", broken, nil},
		{"plan-add", "POST", guard + "/plans", plan, []string{"Idempotency-Key", "once"}},
		{"plan-add-again", "POST", guard + "/plans", plan, []string{"Idempotency-Key", "once"}},
		{"plans", "GET", guard + "/plans", nil, nil},
		{"plans-bad-query", "GET", guard + "/plans?limit=900&before=x", nil, nil},
		{"plans-bad-query-french", "GET", guard + "/plans?limit=900&before=x", nil, []string{"Accept-Language", "fr"}},
		{"list-planned", "GET", "/api/missions", nil, nil},
		{"plan", "GET", guard + "/plans/13", nil, nil},
		{"plan-none", "GET", guard + "/plans/1", nil, nil},
		{"explanation", "GET", guard + "/plans/13/explanation", nil, nil},
		{"explanation-french", "GET", guard + "/plans/13/explanation", nil, []string{"Accept-Language", "fr-CA, en;q=0.5"}},
		{"difference", "GET", guard + "/plans/13/difference?with=12", nil, nil},
		{"difference-french", "GET", guard + "/plans/12/difference?with=13", nil, []string{"Accept-Language", "fr"}},
		{"difference-liaison", "GET", guard + "/plans/13/difference?with=12", nil, []string{"As", "liaison/KZ"}},
		{"difference-none", "GET", guard + "/plans/13/difference?with=1", nil, nil},
		{"verification", "GET", guard + "/plans/13/verification", nil, nil},
		{"verification-french", "GET", guard + "/plans/13/verification", nil, []string{"Accept-Language", "fr"}},
		{"verification-broken-french", "GET", guard + "/plans/12/verification", nil, []string{"Accept-Language", "fr"}},
		{"verification-liaison-french", "GET", guard + "/plans/12/verification", nil, []string{"As", "liaison/KZ", "Accept-Language", "fr"}},
		{"movement", "GET", guard + "/plans/13/movements/1", nil, nil},
		{"movement-none", "GET", guard + "/plans/13/movements/99", nil, nil},
		{"actual", "POST", guard + "/plans/13/actuals", `{"movement":1,"depart":"2024-09-02T10:05:00+06:00"}`, nil},
		{"actual-correction", "POST", guard + "/plans/13/actuals", `{"movement":1,"depart":"2024-09-02T10:15:00+06:00","note":"late column"}`, []string{"As", "liaison/KZ"}},
		{"actual-refused", "POST", guard + "/plans/13/actuals", `{"movement":1,"depart":"2024-09-02T10:15:00+06:00","arrive":"2024-09-02T09:15:00+06:00"}`, nil},
		{"actuals", "GET", guard + "/plans/13/actuals", nil, nil},
		{"export-missions", "GET", "/api/export/missions/csv", nil, []string{"Accept-Language", "fr"}},
		{"export-missions-unknown", "GET", "/api/export/missions/ics", nil, nil},
		{"export-csv", "GET", guard + "/export/csv", nil, nil},
		{"export-plan-csv", "GET", guard + "/plans/13/export/csv", nil, nil},
		{"export-geojson", "GET", guard + "/export/geojson", nil, nil},
		{"export-plan-geojson", "GET", guard + "/plans/13/export/geojson", nil, nil},
		{"export-plan-ics", "GET", guard + "/plans/13/export/ics", nil, []string{"Accept-Language", "fr"}},
		{"export-unknown", "GET", guard + "/export/ics", nil, nil},
		{"ledger", "GET", guard + "/ledger?after=11", nil, nil},
		{"ledger-entry", "GET", guard + "/ledger/11", nil, nil},
		{"ledger-verification", "GET", guard + "/ledger/verification", nil, nil},
		{"run-unknown", "GET", "/api/runs/AAAAAAAAAAAAAAAAAAAAAAAAAA", nil, nil},
		{"run-limit", "POST", guard + "/runs", `{"seconds":100000}`, nil},
		{"run-limit-french", "POST", guard + "/runs", `{"seconds":100000}`, []string{"Accept-Language", "fr"}},
		{"runs", "GET", guard + "/runs", nil, nil},
		{"brief", "POST", "/api/brief?published=2022-01-11", "The withdrawal of the peacekeepers from Kazakhstan begins in two days and takes at most ten days.", []string{"Content-Type", "text/plain"}},
		{"brief-french", "POST", "/api/brief?published=2022-01-11&lang=en", "The withdrawal of the peacekeepers from Kazakhstan begins in two days and takes at most ten days.", []string{"Content-Type", "text/plain", "Accept-Language", "fr"}},
		{"brief-undated", "POST", "/api/brief", "The withdrawal begins in two days.", []string{"Content-Type", "text/plain"}},
		{"brief-undated-french", "POST", "/api/brief", "The withdrawal begins in two days.", []string{"Content-Type", "text/plain", "Accept-Language", "fr"}},
		{"catalog", "GET", "/api/catalog/lifts?q=coach", nil, nil},
		{"catalog-french", "GET", "/api/catalog/lifts?q=coach", nil, []string{"Accept-Language", "fr"}},
		{"schema-unknown", "GET", "/api/schemas/unit", nil, nil},
		{"example-none", "POST", "/api/examples/none", nil, nil},
		{"example-add", "POST", "/api/examples/first-lift", nil, nil},
		{"example-twice", "POST", "/api/examples/first-lift", nil, nil},
		{"example-twice-french", "POST", "/api/examples/first-lift", nil, []string{"Accept-Language", "fr"}},
		{"lift-plan-add", "POST", "/api/missions/first-lift/plans", planned(t, "first-lift", func(*sortie.Plan) {}), nil},
		{"lift-movement", "GET", "/api/missions/first-lift/plans/2/movements/6", nil, nil},
		{"units-change", "PATCH", lift + "/units", `{"kg-second":{"nation":"KG","at":"camp","to":"osh","people":20},"kg-third":{"nation":"KG","at":"camp","to":"osh","people":5,"after":["kg-second"]}}`, []string{"Content-Type", patch, "If-Match", `"1"`, "As", "liaison/KG"}},
		{"units-refused", "PATCH", lift + "/units", `{"kg-second":null,"kg-fourth":{"at":"cmp","people":-1},"kg-third":{"people":"five"}}`, []string{"Content-Type", patch, "If-Match", `"3"`, "As", "liaison/KG"}},
		{"units-refused-french", "PATCH", lift + "/units", `{"kg-second":null,"kg-fourth":{"at":"cmp","people":-1},"kg-third":{"people":"five"}}`, []string{"Content-Type", patch, "If-Match", `"3"`, "As", "liaison/KG", "Accept-Language", "fr"}},
		{"units-unseen", "PATCH", lift + "/units", `{"kg-second":{"people":21},"kg-fourth":null}`, []string{"Content-Type", patch, "If-Match", `"3"`, "As", "liaison/KG"}},
		{"units-none", "PATCH", lift + "/units", `{}`, []string{"Content-Type", patch, "If-Match", `"3"`}},
		{"units-out", "PATCH", lift + "/units?note=they+stay", `{"kg-second":null,"kg-third":null}`, []string{"Content-Type", patch, "If-Match", `"3"`, "As", "liaison/KG"}},
		{"no-such-address", "GET", "/api/none", nil, nil},
		{"no-such-address-french", "GET", "/api/none", nil, []string{"Accept-Language", "fr"}},
		{"no-such-method", "PUT", "/api/missions", "x", nil},
	}
}

func TestGoldenAnswers(t *testing.T) {
	h := open(t)
	for _, s := range steps(t) {
		a := h.ask(s.method, s.path, s.body, s.header...)
		got := golden(t, s, a)
		path := filepath.Join("testdata", s.name+".golden.json")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want := file(t, path); want != string(got) {
			t.Errorf("%s: %s %s\ngot  %s\nwant %s", s.name, s.method, s.path, got, want)
		}
	}
}

// golden is an answer as its file holds it: status, the headers that matter, and
// the body.
func golden(t *testing.T, s step, a answer) []byte {
	t.Helper()
	out := struct {
		Request string            `json:"request"`
		Status  int               `json:"status"`
		Header  map[string]string `json:"header"`
		Body    any               `json:"body"`
	}{s.method + " " + s.path, a.status, map[string]string{}, nil}
	for _, name := range []string{"Content-Type", "Content-Language", "Content-Disposition", "ETag", "Location", "Allow"} {
		if v := a.header.Get(name); v != "" {
			out.Header[name] = v
		}
	}
	if json.Valid(a.body) {
		out.Body = json.RawMessage(a.body)
	} else {
		out.Body = strings.Split(strings.TrimSuffix(string(a.body), "\n"), "\n")
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// planned is a plan of one of the repository's missions, the same on every
// machine, with a change to it.
func planned(t testing.TB, folder string, change func(*sortie.Plan)) []byte {
	t.Helper()
	f, err := missionfile.Read("../missions/" + folder)
	if err != nil {
		t.Fatal(err)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	p, err := planning.Plan(context.Background(), f.Mission, n, planning.Options{By: "a test", Iterations: 20, Seed: 1, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	p.Plan.Made = sortie.Made{By: "a test", Seed: 1}
	change(p.Plan)
	data, err := missionfile.MarshalPlan(p.Plan)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
