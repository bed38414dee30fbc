package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sortie"
	"sortie/server"
	"sortie/server/upload"
)

// A change of as many units as there may be is one entry of the ledger, and one
// with something wrong in it is none.
func TestManyUnitsAreOneRevision(t *testing.T) {
	h := open(t)
	tag := h.add("guard-and-handover")
	var all []string
	for i := range upload.MostUnits {
		all = append(all, fmt.Sprintf(`"kz-%d":{"nation":"KZ","at":"station","to":"otar","people":%d}`, i, i%7))
	}
	wrong := strings.Replace(strings.Join(all, ","), `"to":"otar","people":2}`, `"to":"otar","people":-2}`, 1)
	var refusal struct{ Errors []struct{ Path string } }
	h.must(http.StatusUnprocessableEntity, &refusal, "PATCH", guard+"/units", "{"+wrong+"}", "Content-Type", patch, "If-Match", tag, "As", "liaison/KZ")
	if len(refusal.Errors) != 1 || refusal.Errors[0].Path != `units["kz-2"].people` {
		t.Errorf("%+v", refusal)
	}
	if now := h.ask("GET", guard, nil).header.Get("ETag"); now != tag {
		t.Errorf("what was refused made %s of %s", now, tag)
	}
	tag = h.must(http.StatusOK, nil, "PATCH", guard+"/units?note=force+list", "{"+strings.Join(all, ",")+"}", "Content-Type", patch, "If-Match", tag, "As", "liaison/KZ").header.Get("ETag")
	var m sortie.Mission
	h.must(http.StatusOK, &m, "GET", guard, nil)
	if n := len(m.Units); tag != `"2"` || n != upload.MostUnits+2 || m.Units[n-1].ID != fmt.Sprintf("kz-%d", upload.MostUnits-1) {
		t.Errorf("%s: %d units, the last of them %s", tag, n, m.Units[n-1].ID)
	}
	var list server.RevisionList
	h.must(http.StatusOK, &list, "GET", guard+"/revisions", nil)
	if len(list.Revisions) != 2 || list.Revisions[0].Note != "force list" {
		t.Errorf("%+v", list.Revisions)
	}
	h.must(http.StatusPreconditionFailed, nil, "PATCH", guard+"/units", `{"kz-1":null}`, "Content-Type", patch, "If-Match", `"1"`)
}

// A patch of one key leaves the others as they are, null takes one away.
func TestUnitsArePatched(t *testing.T) {
	h := open(t)
	tag := h.add("guard-and-handover")
	before := sortie.Unit{}
	for _, u := range mission(t, h).Units {
		if u.ID == "kz-company" {
			before = u
		}
	}
	h.must(http.StatusOK, nil, "PATCH", guard+"/units", `{"kz-company":{"people":119,"name":null,"equipment":{"tiger":null}}}`, "Content-Type", patch, "If-Match", tag)
	after := mission(t, h).Units[0]
	if after.ID != "kz-company" || after.People != 119 || after.Name != "" || len(after.Equipment) != len(before.Equipment)-1 || after.Equipment["ural-4320"] != before.Equipment["ural-4320"] ||
		after.To != before.To || len(after.Via) != len(before.Via) || after.Priority != before.Priority {
		t.Errorf("%+v of %+v", after, before)
	}
}

func mission(t *testing.T, h *house) *sortie.Mission {
	t.Helper()
	m := &sortie.Mission{}
	h.must(http.StatusOK, m, "GET", guard, nil)
	return m
}
