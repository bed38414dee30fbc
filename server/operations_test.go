package server_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"sortie/server"
	"sortie/server/access"
	"sortie/server/signin"
	"sortie/store/sqlite"
)

// plainOperations are the rows of the policy's table that are no operations of
// the API: its document, its page, health and figures.
var plainOperations = []string{"openapi", "documentation", "health", "readiness", "metrics"}

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
