package access

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"sortie"
)

// scene is a mission of the nations KG (a unit, and a lift), RU (a unit) and KZ
// (the host), with a pledge of AM.
var scene = &sortie.Mission{
	Host:   "KZ",
	Units:  []sortie.Unit{{ID: "kg", Nation: "KG"}, {ID: "ru", Nation: "RU"}, {ID: "none"}},
	Fleets: []sortie.Fleet{{ID: "kg-lift", Nation: "KG"}, {ID: "ru-lift", Nation: "RU"}},
	Record: []sortie.Entry{{ID: "r1", Kind: sortie.Pledge, By: "AM"}, {ID: "r2", Kind: sortie.Statement, By: "FR"}},
}

func unit(nation string) *sortie.Unit { return &sortie.Unit{ID: "u", Nation: nation} }

func movement(lift string, units ...string) sortie.Movement {
	v := sortie.Movement{Lift: lift}
	for _, u := range units {
		v.Cargo = append(v.Cargo, sortie.Cargo{Unit: u})
	}
	return v
}

// targets are the resources of the table, by the name that it calls them.
var targets = map[string]Resource{
	"installation":     Installation(),
	"mission":          Of(scene),
	"unit new":         Of(scene).Unit(nil, unit("KG")),
	"unit own":         Of(scene).Unit(unit("KG"), unit("KG")),
	"unit out":         Of(scene).Unit(unit("KG"), nil),
	"unit other":       Of(scene).Unit(unit("RU"), unit("RU")),
	"unit other new":   Of(scene).Unit(nil, unit("RU")),
	"unit other out":   Of(scene).Unit(unit("RU"), nil),
	"unit taken":       Of(scene).Unit(unit("RU"), unit("KG")),
	"unit given":       Of(scene).Unit(unit("KG"), unit("RU")),
	"unit nobody's":    Of(scene).Unit(unit(""), unit("KG")),
	"unit to nobody":   Of(scene).Unit(unit("KG"), unit("")),
	"movement own":     Of(scene).Movement(movement("ru-lift/1", "kg")),
	"movement shared":  Of(scene).Movement(movement("ru-lift/1", "kg", "ru")),
	"movement lift":    Of(scene).Movement(movement("kg-lift/1", "ru")),
	"movement empty":   Of(scene).Movement(movement("kg-lift/1")),
	"movement other":   Of(scene).Movement(movement("ru-lift/1", "ru")),
	"movement unknown": Of(scene).Movement(movement("ru-lift/1", "gone", "kg")),
	"vote own":         Of(scene).Vote("KG"),
	"vote other":       Of(scene).Vote("RU"),
}

// askers are the columns of the table.
var askers = []struct {
	name string
	who  Principal
}{
	{"nobody", Principal{}},
	{"administrator", Principal{Account: "1", Role: Administrator}},
	{"planner", Principal{Account: "2", Role: Planner}},
	{"decision maker", Principal{Account: "3", Role: DecisionMaker}},
	{"decision maker of KG", Principal{Account: "4", Role: DecisionMaker, Nation: "KG"}},
	{"observer", Principal{Account: "5", Role: Observer}},
	{"liaison of KG", Principal{Account: "6", Role: Liaison, Nation: "KG"}},
	{"liaison of AM, which pledged", Principal{Account: "7", Role: Liaison, Nation: "AM"}},
	{"liaison of KZ, the host", Principal{Account: "8", Role: Liaison, Nation: "KZ"}},
	{"liaison of FR, no part in it", Principal{Account: "9", Role: Liaison, Nation: "FR"}},
	{"liaison of no nation", Principal{Account: "10", Role: Liaison}},
	{"role unknown", Principal{Account: "11", Role: "king", Nation: "KG"}},
}

// The table: every operation on everything that it is done to, and the answer
// for every asker in the order of askers.
const table = `
                                        nobody admin planner dm   dmKG obs  KG   AM   KZ   FR   none king
get-session        installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
sign-in            installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
sign-in-elsewhere  installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
openid-callback    installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
openapi            installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
documentation      installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
page               installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
health             installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
readiness          installation         ok     ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok

sign-out           installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
change-password    installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
list-missions      installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
export-missions    installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
check-file         installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
brief-announcement installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
list-examples      installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
get-catalog        installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
get-schema         installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
get-settings       installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok
map                installation         401    ok    ok      ok   ok   ok   ok   ok   ok   ok   ok   ok

get-mission        mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
check-mission      mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
list-revisions     mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
get-revision       mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
get-record         mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
list-entries       mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
get-entry          mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
verify-ledger      mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
list-plans         mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
get-plan           mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
explain-plan       mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
compare-plans      mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
verify-plan        mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
get-movement       mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
export-mission     mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
export-plan        mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
list-actuals       mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
list-runs          mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
get-run            mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
follow-run         mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404
follow-mission     mission              401    ok    ok      ok   ok   ok   ok   ok   ok   404  404  404

export-ledger      mission              401    ok    ok      ok   ok   ok   403  403  403  404  404  404
find-repairs       mission              401    ok    ok      ok   ok   ok   403  403  403  404  404  404

put-unit           unit new             401    ok    ok      403  403  403  ok   403  403  404  404  404
put-unit           unit own             401    ok    ok      403  403  403  ok   409  409  404  404  404
put-unit           unit other           401    ok    ok      403  403  403  409  409  409  404  404  404
put-unit           unit other new       401    ok    ok      403  403  403  403  403  403  404  404  404
put-unit           unit taken           401    ok    ok      403  403  403  409  409  409  404  404  404
put-unit           unit given           401    ok    ok      403  403  403  403  409  409  404  404  404
put-unit           unit nobody's        401    ok    ok      403  403  403  409  409  409  404  404  404
put-unit           unit to nobody       401    ok    ok      403  403  403  403  409  409  404  404  404
patch-unit         unit own             401    ok    ok      403  403  403  ok   404  404  404  404  404
patch-unit         unit other           401    ok    ok      403  403  403  404  404  404  404  404  404
patch-unit         unit taken           401    ok    ok      403  403  403  404  404  404  404  404  404
patch-unit         unit given           401    ok    ok      403  403  403  403  404  404  404  404  404
patch-unit         unit nobody's        401    ok    ok      403  403  403  404  404  404  404  404  404
patch-unit         unit to nobody       401    ok    ok      403  403  403  403  404  404  404  404  404
delete-unit        unit out             401    ok    ok      403  403  403  ok   404  404  404  404  404
delete-unit        unit other out       401    ok    ok      403  403  403  404  404  404  404  404  404
change-units       unit new             401    ok    ok      403  403  403  ok   403  403  404  404  404
change-units       unit own             401    ok    ok      403  403  403  ok   409  409  404  404  404
change-units       unit out             401    ok    ok      403  403  403  ok   404  404  404  404  404
change-units       unit other           401    ok    ok      403  403  403  409  409  409  404  404  404
change-units       unit other new       401    ok    ok      403  403  403  403  403  403  404  404  404
change-units       unit other out       401    ok    ok      403  403  403  404  404  404  404  404  404
change-units       unit taken           401    ok    ok      403  403  403  409  409  409  404  404  404
change-units       unit given           401    ok    ok      403  403  403  403  409  409  404  404  404
change-units       unit nobody's        401    ok    ok      403  403  403  409  409  409  404  404  404
change-units       unit to nobody       401    ok    ok      403  403  403  403  409  409  404  404  404

create-mission     installation         401    ok    ok      403  403  403  403  403  403  403  403  403
add-example        installation         401    ok    ok      403  403  403  403  403  403  403  403  403
import-ledger      installation         401    ok    403     403  403  403  403  403  403  403  403  403
replace-mission    mission              401    ok    ok      403  403  403  403  403  403  404  404  404
patch-mission      mission              401    ok    ok      403  403  403  403  403  403  404  404  404
restore-revision   mission              401    ok    ok      403  403  403  403  403  403  404  404  404
add-plan           mission              401    ok    ok      403  403  403  403  403  403  404  404  404

add-statement      mission              401    ok    ok      ok   ok   403  403  403  403  404  404  404
vote               vote own             401    ok    403     ok   ok   403  403  403  403  404  404  404
vote               vote other           401    ok    403     ok   403  403  403  403  403  404  404  404

add-actual         movement own         401    ok    ok      403  403  403  ok   404  404  404  404  404
add-actual         movement shared      401    ok    ok      403  403  403  403  404  404  404  404  404
add-actual         movement lift        401    ok    ok      403  403  403  403  404  404  404  404  404
add-actual         movement empty       401    ok    ok      403  403  403  ok   404  404  404  404  404
add-actual         movement other       401    ok    ok      403  403  403  404  404  404  404  404  404
add-actual         movement unknown     401    ok    ok      403  403  403  403  404  404  404  404  404

start-run          mission              401    ok    ok      ok   ok   403  403  403  403  404  404  404
stop-run           mission              401    ok    ok      ok   ok   403  403  403  403  404  404  404

list-accounts      installation         401    ok    403     403  403  403  403  403  403  403  403  403
create-account     installation         401    ok    403     403  403  403  403  403  403  403  403  403
change-account     installation         401    ok    403     403  403  403  403  403  403  403  403  403
metrics            installation         401    ok    403     403  403  403  403  403  403  403  403  403

not-an-operation   installation         401    403   403     403  403  403  403  403  403  403  403  403
not-an-operation   mission              401    403   403     403  403  403  403  403  403  404  404  404
`

type row struct {
	operation, target string
	want              []string
}

func rows(t *testing.T) []row {
	t.Helper()
	var out []row
	for _, line := range strings.Split(table, "\n")[2:] {
		if strings.TrimSpace(line) == "" {
			continue
		}
		r := row{strings.TrimSpace(line[:19]), strings.TrimSpace(line[19:40]), strings.Fields(line[40:])}
		if _, ok := targets[r.target]; !ok || len(r.want) != len(askers) {
			t.Fatalf("cannot read %q", line)
		}
		out = append(out, r)
	}
	return out
}

func TestTable(t *testing.T) {
	for _, r := range rows(t) {
		for i, asker := range askers {
			got := "ok"
			if err := Decide(asker.who, r.operation, targets[r.target]); err != nil {
				var denial *Denial
				if !errors.As(err, &denial) || denial.Reason.IsZero() {
					t.Fatalf("%T %v", err, err)
				}
				got = fmt.Sprint(denial.Status)
			}
			if got != r.want[i] {
				t.Errorf("%s: %s on %s: %s, not %s", asker.name, r.operation, r.target, got, r.want[i])
			}
		}
	}
}

// Every operation has a row for everything that it is done to.
func TestTableIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rows(t) {
		kind := targets[r.target].kind
		seen[r.operation+" on "+string(kind)] = true
	}
	for _, o := range Operations {
		if !seen[o.ID+" on "+string(o.On)] {
			t.Errorf("%s on %s has no row", o.ID, o.On)
		}
	}
	for _, role := range Roles {
		found := false
		for _, a := range askers {
			found = found || a.who.Role == role
		}
		if !found {
			t.Errorf("the table does not ask as %s", role)
		}
	}
}
