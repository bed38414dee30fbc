package access

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cedar-policy/cedar-go/x/exp/ast"
	"github.com/cedar-policy/cedar-go/x/exp/schema"
	"github.com/cedar-policy/cedar-go/x/exp/schema/validate"

	"sortie"
	"sortie/internal/lang"
)

var update = flag.Bool("update", false, "write the table of docs/access.md anew")

// The policy names only groups, roles and attributes that there are, and
// compares what can be compared.
func TestPolicyFitsItsSchema(t *testing.T) {
	text, err := os.ReadFile("testdata/entities.cedarschema")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.Write(text)
	b.WriteString("action \"operation\";\n")
	seen := map[Group]bool{}
	for _, o := range Operations {
		if !seen[o.Group] {
			seen[o.Group] = true
			fmt.Fprintf(&b, "action %q;\n", o.Group)
		}
		fmt.Fprintf(&b, "action %q in [%q, \"operation\"] appliesTo { principal: [Nobody, Account], resource: [%s] };\n", o.ID, o.Group, o.On)
	}
	var s schema.Schema
	if err := s.UnmarshalCedar([]byte(b.String())); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve()
	if err != nil {
		t.Fatal(err)
	}
	validator := validate.New(resolved)
	for id, p := range policy().All() {
		if err := validator.Policy(string(id), (*ast.Policy)(p.AST())); err != nil {
			t.Errorf("%s: %v", p.Annotations()["id"], err)
		}
	}
}

func TestUnlisted(t *testing.T) {
	var ids []string
	for _, o := range Operations {
		ids = append(ids, o.ID)
	}
	if missing, superfluous := Unlisted(ids); missing != nil || superfluous != nil {
		t.Error(missing, superfluous)
	}
	missing, superfluous := Unlisted(append(ids[1:], "launch-rocket"))
	if !slices.Equal(missing, []string{"launch-rocket"}) || !slices.Equal(superfluous, ids[:1]) {
		t.Error(missing, superfluous)
	}
}

// What get-session lists is what the table allows on something.
func TestAllowed(t *testing.T) {
	for i, asker := range askers {
		want := map[string]bool{}
		for _, r := range rows(t) {
			// A liaison may have its part in some mission even if not in this.
			if r.want[i] == "ok" || asker.who.Role == Liaison && asker.who.Nation != "" && r.want[6] == "ok" {
				want[r.operation] = true
			}
		}
		got := Allowed(asker.who)
		if len(got) != len(want) {
			t.Errorf("%s: %d operations, not %d", asker.name, len(got), len(want))
		}
		for _, id := range got {
			if !want[id] {
				t.Errorf("%s may not %s", asker.name, id)
			}
		}
	}
	if got := Allowed(Everything); len(got) != len(Operations) {
		t.Errorf("whoever need not sign in may do %d of %d operations", len(got), len(Operations))
	}
}

func TestDenialSaysWhatToDo(t *testing.T) {
	kg := Principal{Account: "6", Role: Liaison, Nation: "KG"}
	for _, c := range []struct {
		who       Principal
		operation string
		on        Resource
		status    int
		reason    string
		french    string
	}{
		{Principal{}, "get-mission", Of(scene), 401, "sign in first", "connectez-vous d'abord"},
		{kg, "start-run", Of(scene), 403, "your account is in the role liaison, and this needs one of: administrator, planner, decision-maker",
			"votre compte a le rôle officier de liaison\u202f; il faut pour cela l'un de ces rôles\u202f: administrateur, planificateur, décideur"},
		{kg, "put-unit", Of(scene).Unit(nil, unit("RU")), 403, "your account may do this for its own nation alone", "votre compte ne peut faire cela que pour sa propre nation"},
		{kg, "put-unit", Of(scene).Unit(unit("RU"), unit("KG")), 409, "this id is not free: choose another", "cet identifiant n'est pas libre\u202f: choisissez-en un autre"},
		{kg, "delete-unit", Of(scene).Unit(unit("RU"), nil), 404, NotFound().Error(), "cela n'existe pas ici, ou votre compte ne le voit pas"},
		{kg, "get-mission", Of(&sortie.Mission{Host: "FR"}), 404, NotFound().Error(), "cela n'existe pas ici, ou votre compte ne le voit pas"},
		{Everything, "launch-rocket", Installation(), 403, "nobody may do this", "personne ne peut faire cela"},
	} {
		var denial *Denial
		if err := Decide(c.who, c.operation, c.on); !errors.As(err, &denial) || denial.Status != c.status || denial.Error() != c.reason || denial.Reason.In(lang.FR) != c.french {
			t.Errorf("%s: %v; %s", c.operation, err, denial.Reason.In(lang.FR))
		}
	}
}

// Whoever is denied is told the same whether a thing is there or not.
func TestDenialTellsNothing(t *testing.T) {
	fr := Principal{Account: "9", Role: Liaison, Nation: "FR"}
	for _, r := range targets {
		if r.kind == OnInstallation {
			continue
		}
		if err := Decide(fr, "get-mission", r); err == nil || err.Error() != NotFound().Error() {
			t.Error(err)
		}
	}
}

const begin, end = "<!-- table: make docs -->\n", "<!-- end of table -->\n"

// The page's table is what the policy says.
func TestPageHoldsTheTable(t *testing.T) {
	const name = "../../docs/access.md"
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("the page has no table")
	}
	want := before + begin + pageTable() + end + after
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(page) != want {
		t.Error("docs/access.md is not what the policy says: go test ./server/access -update")
	}
}

// pageTable asks the policy for every role and operation: on what its own nation
// has a part in, and on what it has none in.
func pageTable() string {
	var b strings.Builder
	b.WriteString("| Operation | Group | nobody |")
	for _, r := range Roles {
		fmt.Fprintf(&b, " %s |", r)
	}
	b.WriteString("\n|---|---|" + strings.Repeat("---|", 1+len(Roles)) + "\n")
	whos := []Principal{{}}
	for _, r := range Roles {
		whos = append(whos, Principal{Account: "any", Role: r, Nation: "KG"})
	}
	others := Of(&sortie.Mission{Host: "RU", Units: scene.Units[1:2], Fleets: scene.Fleets[1:]})
	other := map[Kind]Resource{
		OnInstallation: Installation(), OnMission: others, OnVote: others.Vote("RU"),
		OnUnit: others.Unit(unit("RU"), unit("RU")), OnMovement: others.Movement(movement("ru-lift/1", "ru")),
	}
	for _, o := range Operations {
		fmt.Fprintf(&b, "| `%s` | %s |", o.ID, o.Group)
		for _, p := range whos {
			cell := "–"
			switch {
			case Decide(p, o.ID, other[o.On]) == nil:
				cell = "yes"
			case slices.Contains(Allowed(p), o.ID):
				cell = "own"
			}
			fmt.Fprintf(&b, " %s |", cell)
		}
		b.WriteString("\n")
	}
	return b.String()
}
