package server_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"sortie/server"
	"sortie/server/access"
)

// Every operation passes the gate: whom the policy denies it is told so over
// HTTP, with the policy's status, in every role and for every operation.
func TestEveryOperationPassesTheGate(t *testing.T) {
	register := registerSignIn(t)
	h := open(t, func(c *server.Config) { c.Operations = []func(huma.API){register} })
	h.must(http.StatusCreated, nil, "POST", "/api/missions", file(t, "../missions/guard-and-handover/mission.yaml"), "Content-Type", "application/yaml")
	fill := strings.NewReplacer("{mission}", "guard-and-handover", "{unit}", "no-such", "{plan}", "9", "{movement}", "9", "{entry}", "1", "{revision}", "1",
		"{decision}", "none", "{format}", "json", "{kind}", "lifts", "{run}", "none", "{account}", "none", "{example}", "first-lift")
	type request struct{ operation, method, path string }
	requests := []request{
		{"openapi", "GET", "/openapi.json"}, {"page", "GET", "/"}, {"page", "GET", "/missions/any/plan"}, {"documentation", "GET", "/docs"}, {"map", "GET", "/map.pmtiles"},
		{"health", "GET", "/healthz"}, {"readiness", "GET", "/readyz"}, {"metrics", "GET", "/metrics"},
	}
	for path, item := range h.server.OpenAPI().Paths {
		for _, o := range operations(item) {
			if filled := fill.Replace(path); !strings.Contains(filled, "{") {
				requests = append(requests, request{o.OperationID, o.Method, filled})
			} else {
				t.Errorf("%s: %s", o.OperationID, filled)
			}
		}
	}
	denied := 0
	for _, as := range []string{"nobody", "administrator", "planner", "decision-maker", "observer", "liaison/KZ", "liaison/FR", "king"} {
		role, nation, _ := strings.Cut(as, "/")
		who := access.Principal{Account: "any", Role: access.Role(role), Nation: nation}
		if as == "nobody" {
			who = access.Principal{}
		}
		may := map[string]bool{}
		for _, id := range access.Allowed(who) {
			may[id] = true
		}
		for _, r := range requests {
			if may[r.operation] {
				continue
			}
			denied++
			want := http.StatusForbidden
			var denial *access.Denial
			if err := access.Decide(who, r.operation, access.Installation()); errors.As(err, &denial) {
				want = denial.Status
			}
			about := strings.Contains(r.path, "guard-and-handover") || strings.Contains(r.path, "/runs/")
			if unseen := as == "liaison/FR" || as == "king" || strings.Contains(r.path, "/runs/"); about && unseen && as != "nobody" {
				want = http.StatusNotFound
			}
			if status := h.status(r.method, r.path, as); status != want {
				t.Errorf("%s as %s: %d, not %d", r.operation, as, status, want)
			}
		}
	}
	if denied < 100 {
		t.Errorf("%d requests were to be denied", denied)
	}
}

// status is how a request is answered. It reads no more: a stream that should
// have been denied would have no end.
func (h *house) status(method, path, as string) int {
	h.t.Helper()
	r, err := http.NewRequestWithContext(h.t.Context(), method, h.url+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	if as != "nobody" {
		r.Header.Set("As", as)
	}
	r.Header.Set("Content-Type", "application/json")
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	w.Body.Close()
	return w.StatusCode
}
