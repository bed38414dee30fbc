package signin

import (
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"testing"

	"sortie/server/access"
	"sortie/store"
)

func TestPasswordRules(t *testing.T) {
	for _, tc := range []struct {
		name, password string
		ok             bool
	}{
		{"planner", sentence, true},
		{"planner", "twelve chars", true},
		{"planner", "eleven char", false},
		{"planner", "", false},
		{"planner", "пароль длинный", true},
		{"planner", "двенадцать", false}, // ten characters, though twenty bytes
		{"movement control", "movement control", false},
		{"movement control", "MOVEMENT CONTROL 1", false},
		{"planner", "planner planner", false},
		{"mcc", "mcc keeps the light on", true},
		{"planner", strings.Repeat("x", 257), false},
		{"planner", "not text at all \xff", false},
	} {
		if err := checkPassword(tc.name, tc.password); (err == nil) != tc.ok {
			t.Errorf("%q for %s: %v", tc.password, tc.name, err)
		}
	}
}

func TestTheSamePasswordOnAnotherKeyboard(t *testing.T) {
	composed, decomposed := "relève terminée à midi", "rele\u0300ve termine\u0301e a\u0300 midi"
	hashed, err := hash(t.Context(), composed)
	if err != nil {
		t.Fatal(err)
	}
	for password, want := range map[string]bool{composed: true, decomposed: true, composed + " ": false, "": false} {
		if ok, err := matches(t.Context(), password, hashed); ok != want || err != nil {
			t.Errorf("%q matches: %v, %v", password, ok, err)
		}
	}
	if ok, err := matches(t.Context(), "", ""); ok || err != nil {
		t.Errorf("no password matches no hash: %v, %v", ok, err)
	}
}

// TestANameThatIsNotThereCostsAsMuch weighs the work by the memory that it
// takes, which does not depend on the machine's speed.
func TestANameThatIsNotThereCostsAsMuch(t *testing.T) {
	if _, err := nobodys(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := matches(t.Context(), sentence, ""); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken < uint64(cost.Memory)<<10 {
		t.Errorf("a name that is not there took %d bytes, a hash takes %d", taken, cost.Memory<<10)
	}
}

func TestAccountsThatCannotBe(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	o.account("MCC Almaty", access.Planner, "")
	for _, tc := range []struct {
		name   string
		role   access.Role
		nation string
		field  string // that is at fault; empty: taken
	}{
		{"", access.Planner, "", "name"},
		{"a\x1b[31mb", access.Planner, "", "name"},
		{"left \u202eright", access.Planner, "", "name"},
		{"<script>", access.Planner, "", "name"},
		{"-rf", access.Planner, "", "name"},
		{strings.Repeat("x", 65), access.Planner, "", "name"},
		{"MCC Almaty", access.Planner, "", ""},
		{"mcc almaty", access.Planner, "", ""},
		{"desk", "", "", "role"},
		{"desk", "root", "", "role"},
		{"desk", access.Liaison, "", "nation"},
		{"desk", access.Liaison, "kz", "nation"},
		{"desk", access.Liaison, "KAZ", "nation"},
		{"desk", access.Planner, "KZ", "nation"},
		{"desk", access.Administrator, "KZ", "nation"},
	} {
		_, err := o.service.accounts.Add(t.Context(), tc.name, tc.role, tc.nation, sentence)
		var invalid *Invalid
		switch {
		case tc.field == "" && !errors.Is(err, store.ErrTaken):
			t.Errorf("%q: %v, want %v", tc.name, err, store.ErrTaken)
		case tc.field != "" && (!errors.As(err, &invalid) || invalid.Field != tc.field):
			t.Errorf("%q %s %s: %v, want a fault of %s", tc.name, tc.role, tc.nation, err, tc.field)
		}
	}
	for _, name := range []string{"Liaison KZ", "état-major", "штаб ОДКБ", "mcc@example.org", "J. O'Neill's desk", "5e bureau"} {
		if _, err := o.service.accounts.Add(t.Context(), name, access.DecisionMaker, "KZ", sentence); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAdministration(t *testing.T) {
	o := open(t, Config{Mode: Local}, nil)
	chief := o.account("chief", access.Administrator, "")
	o.account("planner", access.Planner, "")
	admin, planner := o.browser(), o.browser()
	admin.signIn("chief")
	planner.signIn("planner")

	planner.must(403, "GET", "/api/accounts", "")
	o.browser().must(403, "GET", "/api/accounts", "")
	body := func(name, role, nation string) string {
		text, _ := json.Marshal(map[string]string{"name": name, "role": role, "nation": nation, "password": sentence})
		return string(text)
	}
	planner.must(403, "POST", "/api/accounts", body("mine", "administrator", ""))
	var made Account
	if err := json.Unmarshal([]byte(admin.must(201, "POST", "/api/accounts", body("desk KZ", "liaison", "KZ"))), &made); err != nil {
		t.Fatal(err)
	}
	admin.must(409, "POST", "/api/accounts", body("desk KZ", "liaison", "KZ"))
	admin.must(422, "POST", "/api/accounts", body("desk AM", "liaison", ""))
	admin.must(422, "POST", "/api/accounts", body("desk AM", "king", ""))
	admin.must(422, "POST", "/api/accounts", `{"name":"desk AM","role":"liaison","nation":"AM","password":"short"}`)
	admin.must(422, "POST", "/api/accounts", `{"name":"desk AM","role":"liaison","nation":"AM","password":"`+sentence+`","subject":"x"}`)
	admin.must(413, "POST", "/api/accounts", body(strings.Repeat("x", maxBody), "planner", ""))

	desk := o.browser()
	desk.signIn("desk KZ")
	if s := desk.who(); s.Role != "liaison" || s.Nation != "KZ" {
		t.Errorf("the liaison is %+v", s)
	}
	admin.must(200, "PATCH", "/api/accounts/"+made.ID, `{"nation":"AM"}`)
	if s := desk.who(); s.Nation != "AM" {
		t.Errorf("the nation is still %s", s.Nation)
	}
	admin.must(422, "PATCH", "/api/accounts/"+made.ID, `{"nation":""}`)
	admin.must(422, "PATCH", "/api/accounts/"+made.ID, `{"role":"planner"}`) // with a nation
	admin.must(200, "PATCH", "/api/accounts/"+made.ID, `{"disabled":true}`)
	if desk.who().Name != "" {
		t.Error("a disabled account is signed in")
	}
	admin.must(200, "PATCH", "/api/accounts/"+made.ID, `{"disabled":false,"password":"quite another sentence"}`)
	desk.must(401, "POST", "/api/session", credentials("desk KZ", sentence))
	desk.must(200, "POST", "/api/session", credentials("desk KZ", "quite another sentence"))
	admin.must(404, "PATCH", "/api/accounts/nobody", `{"disabled":true}`)

	for _, change := range []string{`{"disabled":true}`, `{"role":"planner"}`} {
		admin.must(409, "PATCH", "/api/accounts/"+chief.ID, change)
	}
	o.account("deputy", access.Administrator, "")
	admin.must(200, "PATCH", "/api/accounts/"+chief.ID, `{"role":"planner"}`)
	if text := admin.must(403, "GET", "/api/accounts", ""); strings.Contains(text, "deputy") {
		t.Errorf("the refusal names an account: %s", text)
	}
	deputy := o.browser()
	deputy.signIn("deputy")
	list := deputy.must(200, "GET", "/api/accounts", "")
	if strings.Count(list, `"id"`) != 4 || strings.Contains(list, "argon2") || strings.Contains(list, "subject") {
		t.Errorf("the accounts are listed as %s", list)
	}
}
