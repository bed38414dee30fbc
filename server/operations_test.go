package server_test

import (
	"context"
	"log/slog"
	"net/http"
	"path/filepath"
	"slices"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"sortie/server"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/server/signin"
	"sortie/store/sqlite"
)

// plainOperations are the rows of the policy's table that are no operations of
// the API: its document, its page, health and figures.
var plainOperations = []string{"openapi", "documentation", "page", "map", "health", "readiness", "metrics"}

// TestEveryOperationHasItsRow holds what the API registers against the table of
// the policy: an operation without a row fails, and so does a row without one.
func TestEveryOperationHasItsRow(t *testing.T) {
	s := server.New(server.Config{Operations: []func(huma.API){registerSignIn(t)}})
	ids := plainOperations
	for path, item := range s.OpenAPI().Paths {
		for _, o := range operations(item) {
			ids = append(ids, o.OperationID)
			if o.Summary == "" || len(o.Tags) != 1 {
				t.Errorf("%s %s: an operation has a summary and one tag: %q, %v", o.OperationID, path, o.Summary, o.Tags)
			}
		}
	}
	missing, superfluous := access.Unlisted(ids)
	if missing != nil || superfluous != nil {
		t.Errorf("operations without a row: %v; rows without an operation: %v", missing, superfluous)
	}
}

// operations are those of a path.
func operations(item *huma.PathItem) []*huma.Operation {
	all := []*huma.Operation{item.Get, item.Put, item.Post, item.Patch, item.Delete}
	return slices.DeleteFunc(all, func(o *huma.Operation) bool { return o == nil })
}

// What sign-in refuses comes out of the whole server as it should: its own tests
// know nothing of problems.
func TestGuessesAreRefusedByAProblem(t *testing.T) {
	h := open(t, func(c *server.Config) { c.Operations = append(c.Operations, registerSignIn(t)) })
	var last answer
	for range 10 {
		last = h.ask("POST", "/api/session", `{"name":"planner","password":"guessed and guessed"}`, "As", "nobody", "Content-Type", "application/json")
	}
	if last.status != http.StatusTooManyRequests || last.header.Get("Retry-After") == "" || last.header.Get("Content-Type") != problem.Type {
		t.Errorf("the tenth guess: %d %v\n%s", last.status, last.header, last.body)
	}
}

// registerSignIn is what adds sign-in's operations to an API.
func registerSignIn(t testing.TB) func(huma.API) {
	t.Helper()
	kept, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "sortie.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	auth, err := signin.New(context.Background(), signin.Config{Mode: signin.Local, Log: slog.New(slog.DiscardHandler)}, kept)
	if err != nil {
		t.Fatal(err)
	}
	return auth.Register
}
