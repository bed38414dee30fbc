package server_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"sortie"
	"sortie/bench/plans"
	"sortie/jobs"
	"sortie/missionfile"
	"sortie/server/view/viewtest"
)

const withdrawal = "/api/missions/kazakhstan-2022"

// marked is a house with the withdrawal from Kazakhstan in which all that is of
// other nations than TJ is marked: mission, plans, notes, reports, record, a run.
type marked struct {
	*house
	mission       *sortie.Mission
	own, other    string // a unit of TJ, and one that it does not see
	ownMovement   int
	otherMovement int
	broken        int64 // a plan that breaks rules; 2 is the best known one
	run           string
}

func openMarked(t *testing.T) *marked {
	h := &marked{house: open(t), own: "tj-battalion"}
	m, p := bestKnown(t, "kazakhstan-2022")
	viewtest.Plant(m, "TJ", p)
	text := canonical(t, m)
	h.mission = missionfile.Parse("mission.json", text, nil).Mission
	for _, u := range h.mission.Units {
		if u.Nation == "RU" {
			h.other = u.ID
		}
	}
	for _, v := range p.Movements {
		switch {
		case v.Lift != "" && slices.ContainsFunc(v.Cargo, func(c sortie.Cargo) bool { return c.Unit == h.own }):
			h.ownMovement = v.ID
		case len(v.Cargo) > 0:
			h.otherMovement = v.ID
		}
	}
	note := "?note=" + viewtest.Mark
	h.must(http.StatusCreated, nil, "POST", "/api/missions"+note, text, "Content-Type", "application/json")
	h.must(http.StatusCreated, nil, "POST", withdrawal+"/plans"+note, planText(t, p))
	for i := range p.Movements {
		p.Movements[i].KM += 1000
		for k := range p.Movements[i].Cargo {
			p.Movements[i].Cargo[k].People += 40
		}
	}
	p.Verdict.LeftBehind = []sortie.Left{{Unit: h.other, Counts: sortie.Counts{People: 7}, Reason: "it waits for " + h.other}}
	h.broken = h.wrote("POST", withdrawal+"/plans"+note, planText(t, p))
	h.wrote("POST", withdrawal+"/record", `{"id":"said","kind":"statement","by":"RU","on":"2022-01-16","text":{"en":"Relieved by `+h.other+`."}}`)
	h.must(http.StatusCreated, nil, "POST", withdrawal+"/record/"+decision(t, m)+"/votes", `{"nation":"RU","vote":"for"}`, "As", "decision-maker")
	for movement, arrives := range map[int]string{h.ownMovement: "2022-01-14T00:00:00Z", h.otherMovement: "2191-01-01T00:00:00Z"} {
		h.wrote("POST", withdrawal+"/plans/2/actuals", fmt.Sprintf(`{"movement":%d,"arrive":%q,"note":"fog, says %s"}`, movement, arrives, h.other))
	}
	h.work()
	var run jobs.Run
	h.must(http.StatusAccepted, &run, "POST", withdrawal+"/runs", `{"iterations":1}`)
	h.run = run.ID
	h.follow("/api/runs/"+h.run+"/events", "planner", "") // until its plan is in the ledger
	return h
}

// wrote sends what writes an entry, and returns its number.
func (h *marked) wrote(method, path string, body any) int64 {
	h.t.Helper()
	var out struct {
		Entry struct{ Seq int64 }
	}
	h.must(http.StatusCreated, &out, method, path, body)
	return out.Entry.Seq
}

// follow reads a stream until it ends, or holds a text.
func (h *marked) follow(path, as, until string) []byte {
	h.t.Helper()
	r, err := http.NewRequestWithContext(h.t.Context(), http.MethodGet, h.url+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	r.Header.Set("As", as)
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	defer w.Body.Close()
	var out bytes.Buffer
	for lines := bufio.NewScanner(w.Body); lines.Scan(); {
		out.Write(append(lines.Bytes(), '\n'))
		if until != "" && strings.Contains(lines.Text(), until) {
			break
		}
	}
	return out.Bytes()
}

// probe is a request of a liaison and the status that answers it.
type probe struct {
	operation, method, path string
	body                    string
	status                  int
}

// probes try everything that the API does, in ways that are allowed, not allowed
// and mistaken. Those of the liaison of a nation that has no part in the mission
// are all answered like ones of a mission that is not there.
func (h *marked) probes() []probe {
	plan, broken := withdrawal+"/plans/2", fmt.Sprintf("%s/plans/%d", withdrawal, h.broken)
	const unit = `"at":"tets-2","to":"tokmok","people":12`
	out := []probe{
		{"list-missions", "GET", "/api/missions", "", 200},
		{"export-missions", "GET", "/api/export/missions/csv", "", 200},
		{"export-missions", "GET", "/api/export/missions/xlsx", "", 200},
		{"create-mission", "POST", "/api/missions", "{}", 403},
		{"list-examples", "GET", "/api/examples", "", 200},
		{"add-example", "POST", "/api/examples/kazakhstan-2022", "", 403},
		{"check-file", "POST", "/api/check", "sortie: 1\nid: kazakhstan-2022", 200},
		{"brief-announcement", "POST", "/api/brief?published=2022-01-11", "The withdrawal from Kazakhstan begins in two days.", 200},
		{"get-mission", "GET", withdrawal, "", 200},
		{"replace-mission", "PUT", withdrawal, "{}", 403},
		{"patch-mission", "PATCH", withdrawal, `{"units":[]}`, 403},
		{"check-mission", "GET", withdrawal + "/findings", "", 200},
		{"list-revisions", "GET", withdrawal + "/revisions", "", 200},
		{"get-revision", "GET", withdrawal + "/revisions/1", "", 200},
		{"get-revision", "GET", withdrawal + "/revisions/2", "", 404},
		{"restore-revision", "POST", withdrawal + "/revisions/1/restore", "", 403},
		{"put-unit", "PUT", withdrawal + "/units/tj-second", `{` + unit + `,"equipment":{"ural-4320":2}}`, 200},
		{"put-unit", "PUT", withdrawal + "/units/tj-second", `{` + unit + `,"equipment":{"btr":2}}`, 422},
		{"put-unit", "PUT", withdrawal + "/units/tj-third", `{` + unit + `,"after":["tj-batallion"],"at":"tets"}`, 422},
		{"put-unit", "PUT", withdrawal + "/units/tj-third", `{"nation":"RU",` + unit + `}`, 403},
		{"put-unit", "PUT", withdrawal + "/units/" + h.other, `{` + unit + `}`, 409},
		{"put-unit", "PUT", withdrawal + "/units/" + h.other, `{`, 409},
		{"put-unit", "PUT", withdrawal + "/units/tj-third", `{`, 422},
		{"patch-unit", "PATCH", withdrawal + "/units/tj-second", `{"people":13}`, 200},
		{"patch-unit", "PATCH", withdrawal + "/units/tj-second", `{"people":-13}`, 422},
		{"patch-unit", "PATCH", withdrawal + "/units/" + h.other, `{"people":13}`, 404},
		{"patch-unit", "PATCH", withdrawal + "/units/nothing", `{"people":13}`, 404},
		{"delete-unit", "DELETE", withdrawal + "/units/tj-second", "", 200},
		{"delete-unit", "DELETE", withdrawal + "/units/" + h.other, "", 404},
		{"delete-unit", "DELETE", withdrawal + "/units/nothing", "", 404},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":{"people":201},"tj-fourth":{` + unit + `}}`, 200},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-fourth":null,"tj-battalion":{"people":200}}`, 200},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":{"people":-1},"tj-fourth":{` + unit + `,"at":"tets","after":["tj-batallion"]}}`, 422},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":null,"tj-fourth":{` + unit + `,"after":["tj-battalion"]}}`, 422},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":{"people":202},"` + h.other + `":{"people":1}}`, 409},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":{"people":202},"` + h.other + `":null}`, 404},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":{"people":202},"nothing":null}`, 404},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-battalion":{"nation":"RU"}}`, 403},
		{"change-units", "PATCH", withdrawal + "/units", `{"tj-fourth":{"nation":"RU",` + unit + `}}`, 403},
		{"change-units", "PATCH", withdrawal + "/units", `[]`, 400},
		{"get-record", "GET", withdrawal + "/record", "", 200},
		{"add-statement", "POST", withdrawal + "/record", "{}", 403},
		{"vote", "POST", withdrawal + "/record/" + decision(h.t, h.mission) + "/votes", `{"nation":"TJ","vote":"for"}`, 403},
		{"list-entries", "GET", withdrawal + "/ledger", "", 200},
		{"get-entry", "GET", withdrawal + "/ledger/9999", "", 404},
		{"verify-ledger", "GET", withdrawal + "/ledger/verification", "", 200},
		{"export-ledger", "GET", withdrawal + "/ledger/export", "", 403},
		{"import-ledger", "POST", "/api/ledgers", "{}", 403},
		{"list-plans", "GET", withdrawal + "/plans", "", 200},
		{"add-plan", "POST", withdrawal + "/plans", "{}", 403},
		{"get-plan", "GET", plan, "", 200},
		{"get-plan", "GET", broken, "", 200},
		{"get-plan", "GET", withdrawal + "/plans/1", "", 404},
		{"explain-plan", "GET", plan + "/explanation", "", 200},
		{"explain-plan", "GET", broken + "/explanation", "", 200},
		{"compare-plans", "GET", fmt.Sprintf("%s/difference?with=%d", plan, h.broken), "", 200},
		{"compare-plans", "GET", broken + "/difference?with=2", "", 200},
		{"compare-plans", "GET", plan + "/difference?with=1", "", 404},
		{"compare-plans", "GET", plan + "/difference", "", 422},
		{"find-repairs", "GET", plan + "/repairs", "", 403},
		{"verify-plan", "GET", plan + "/verification", "", 200},
		{"verify-plan", "GET", broken + "/verification", "", 200},
		{"get-movement", "GET", fmt.Sprintf("%s/movements/%d", plan, h.ownMovement), "", 200},
		{"get-movement", "GET", fmt.Sprintf("%s/movements/%d", plan, h.otherMovement), "", 404},
		{"get-movement", "GET", plan + "/movements/9999", "", 404},
		{"export-mission", "GET", withdrawal + "/export/json", "", 200},
		{"export-mission", "GET", withdrawal + "/export/csv", "", 200},
		{"export-plan", "GET", plan + "/export/json", "", 200},
		{"export-mission", "GET", withdrawal + "/export/xlsx", "", 200},
		{"export-mission", "GET", withdrawal + "/export/geojson", "", 200},
		{"export-plan", "GET", plan + "/export/csv", "", 200},
		{"export-plan", "GET", plan + "/export/xlsx", "", 200},
		{"export-plan", "GET", plan + "/export/geojson", "", 200},
		{"export-plan", "GET", plan + "/export/ics", "", 200},
		{"add-actual", "POST", plan + "/actuals", fmt.Sprintf(`{"movement":%d,"note":"late"}`, h.ownMovement), 201},
		{"add-actual", "POST", plan + "/actuals", fmt.Sprintf(`{"movement":%d,"note":"late"}`, h.otherMovement), 404},
		{"add-actual", "POST", plan + "/actuals", `{"movement":9999,"note":"late"}`, 404},
		{"list-actuals", "GET", plan + "/actuals", "", 200},
		{"start-run", "POST", withdrawal + "/runs", "{}", 403},
		{"list-runs", "GET", withdrawal + "/runs", "", 200},
		{"get-run", "GET", "/api/runs/" + h.run, "", 200},
		{"get-run", "GET", "/api/runs/nothing", "", 404},
		{"stop-run", "POST", "/api/runs/" + h.run + "/stop", "", 403},
		{"get-catalog", "GET", "/api/catalog/equipment", "", 200},
		{"get-schema", "GET", "/api/schemas/plan", "", 200},
		{"openapi", "GET", "/openapi.json", "", 200},
		{"documentation", "GET", "/docs", "", 200},
		{"page", "GET", "/missions/kazakhstan-2022/plan", "", 200},
		{"get-settings", "GET", "/api/settings", "", 200},
		{"map", "GET", "/map.pmtiles", "", 404},
		{"health", "GET", "/healthz", "", 200},
		{"readiness", "GET", "/readyz", "", 200},
		{"metrics", "GET", "/metrics", "", 403},
	}
	for n := range h.head() {
		out = append(out, probe{"get-entry", "GET", fmt.Sprintf("%s/ledger/%d", withdrawal, n+1), "", 200})
	}
	return out
}

// head is the number of the ledger's last entry.
func (h *marked) head() int64 {
	m, err := h.store.Mission(h.t.Context(), "kazakhstan-2022")
	if err != nil {
		h.t.Fatal(err)
	}
	return m.Seq
}

// send sends a probe with the mission's ETag as it is now.
func (h *marked) send(p probe, as, lang string) answer {
	h.t.Helper()
	m, err := h.store.Mission(h.t.Context(), "kazakhstan-2022")
	if err != nil {
		h.t.Fatal(err)
	}
	kind := map[string]string{"PATCH": "application/merge-patch+json", "PUT": "application/json", "POST": "application/json"}[p.method]
	switch p.operation {
	case "check-file":
		kind = "application/yaml"
	case "brief-announcement":
		kind = "text/plain"
	}
	return h.ask(p.method, p.path, p.body, "As", as, "Content-Type", kind, "If-Match", fmt.Sprintf(`"%d"`, m.Changed), "Accept-Language", lang)
}

// told fails where an answer has a mark of another nation.
func told(t *testing.T, what string, a answer) {
	t.Helper()
	var head bytes.Buffer
	if err := a.header.Write(&head); err != nil {
		t.Fatal(err)
	}
	if found := viewtest.Found(append(head.Bytes(), opened(t, a)...)); found != nil {
		t.Errorf("%s tells %q", what, found)
	}
}

// opened is what an answer says: a workbook unpacked, the lines of a calendar
// whole.
func opened(t *testing.T, a answer) []byte {
	t.Helper()
	switch kind := a.header.Get("Content-Type"); {
	case strings.HasPrefix(kind, "text/calendar"):
		return bytes.ReplaceAll(a.body, []byte("\r\n "), nil)
	case !strings.HasSuffix(kind, "sheet"):
		return a.body
	}
	z, err := zip.NewReader(bytes.NewReader(a.body), int64(len(a.body)))
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, text...)
		r.Close()
	}
	return out
}

// A liaison is told nothing of other nations' units, by no operation, allowed or
// not, right or mistaken, nor by the streams.
func TestNothingOfOthersIsTold(t *testing.T) {
	h := openMarked(t)
	asked := map[string]bool{"follow-run": true, "follow-mission": true}
	for _, p := range h.probes() {
		asked[p.operation] = true
		what := fmt.Sprintf("%s %s %.60s", p.method, p.path, p.body)
		for _, lang := range []string{"en", "fr"} {
			a := h.send(p, "liaison/TJ", lang)
			if p.operation == "change-units" { // it says which of the units that it was sent
				a.body = bytes.ReplaceAll(a.body, []byte(`"units[\"`+h.other+`\"].id"`), []byte(`"which"`))
			}
			told(t, what+" in "+lang, a)
			again := lang == "fr" && p.method != "GET" && p.status < 300 // it has been done
			if a.status != p.status && !again {
				t.Errorf("%s in %s: status %d, not %d: %s", what, lang, a.status, p.status, a.body)
			}
			for _, nation := range []string{"FR", "KZ"} {
				told(t, what+" as "+nation, h.send(p, "liaison/"+nation, lang))
			}
		}
	}
	last := fmt.Sprintf("id: %d", h.head())
	for path, until := range map[string]string{"/api/runs/" + h.run + "/events": "", withdrawal + "/events?after=0": last,
		"/api/runs/" + h.run + "/events?lang=fr": "", withdrawal + "/events?after=0&lang=fr": last} {
		stream := h.follow(path, "liaison/TJ", until)
		if !bytes.Contains(stream, []byte("data: ")) {
			t.Errorf("%s: %s", path, stream)
		}
		told(t, path, answer{body: stream})
	}
	for _, lang := range []string{"en", "fr"} {
		told(t, "a conflict in "+lang, h.ask("PUT", withdrawal+"/units/"+h.own, "{}", "As", "liaison/TJ", "If-Match", `"1"`, "Accept-Language", lang))
	}

	for _, item := range h.server.OpenAPI().Paths {
		for _, o := range operations(item) {
			if !asked[o.OperationID] {
				t.Errorf("%s is not asked", o.OperationID)
			}
		}
	}
}

// A mission in which a nation has no part answers as one that is not there.
func TestMissionOfOthersIsNotThere(t *testing.T) {
	h := openMarked(t)
	for _, p := range h.probes() {
		if !strings.HasPrefix(p.path, withdrawal) {
			continue
		}
		for _, lang := range []string{"en", "fr"} {
			other := p
			other.path = strings.Replace(p.path, "kazakhstan-2022", "not-there", 1)
			a, b := h.send(p, "liaison/FR", lang), h.send(other, "liaison/FR", lang)
			if a.status != 404 || b.status != 404 || !bytes.Equal(a.body, b.body) {
				t.Errorf("%s %s in %s: %d %s and %d %s", p.method, p.path, lang, a.status, a.body, b.status, b.body)
			}
		}
	}
	if a := h.ask("GET", "/api/missions", nil, "As", "liaison/FR"); strings.TrimSpace(string(a.body)) != `{"missions":[]}` {
		t.Errorf("%s", a.body)
	}
}

// The marks would be found: a planner is told them.
func TestPlannerIsToldEverything(t *testing.T) {
	h := openMarked(t)
	silent := map[string]bool{}
	for _, p := range h.probes() {
		if p.method == "GET" && p.status == 200 && strings.HasPrefix(p.path, withdrawal) {
			marks := viewtest.Found(opened(t, h.send(p, "planner", "en"))) != nil
			silent[p.operation] = !marks && (silent[p.operation] || !has(silent, p.operation))
		}
	}
	for _, operation := range []string{"get-mission", "check-mission", "list-revisions", "get-revision", "get-record", "get-entry", "list-plans", "get-plan",
		"explain-plan", "compare-plans", "verify-plan", "export-mission", "export-plan", "list-actuals"} {
		if !has(silent, operation) || silent[operation] {
			t.Errorf("%s: a planner is told nothing either", operation)
		}
	}
}

func has(m map[string]bool, key string) bool { _, ok := m[key]; return ok }

// bestKnown is a mission of the repository with its best known plan.
func bestKnown(t testing.TB, name string) (*sortie.Mission, *sortie.Plan) {
	t.Helper()
	m, p, err := plans.BestKnown(name)
	if err != nil {
		t.Fatal(err)
	}
	return m, p
}

func canonical(t testing.TB, m *sortie.Mission) []byte {
	t.Helper()
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func planText(t testing.TB, p *sortie.Plan) []byte {
	t.Helper()
	text, err := missionfile.MarshalPlan(p)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func decision(t testing.TB, m *sortie.Mission) string {
	t.Helper()
	for _, e := range m.Record {
		if e.Kind == sortie.Decision {
			return e.ID
		}
	}
	t.Fatal("the mission has no decision")
	return ""
}
