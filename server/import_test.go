package server_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"sortie/store"
)

// A chain can hold and be that of a mission that nobody could have written.
func TestAStoryFromElsewhereIsCheckedLikeAnyMission(t *testing.T) {
	elsewhere := open(t)
	mission := `{"sortie":1,"id":"moon","timezone":"Moon/Tycho","host":"KZ","places":[],"units":[]}`
	if _, err := elsewhere.store.Append(t.Context(), store.Draft{Mission: "moon", Kind: store.Revision, Actor: "x", At: now, Body: []byte(`{"mission":` + mission + `}`)}); err != nil {
		t.Fatal(err)
	}
	elsewhere.add("guard-and-handover")
	h := open(t)
	for id, want := range map[string]int{"moon": http.StatusUnprocessableEntity, "guard-and-handover": http.StatusCreated} {
		var story bytes.Buffer
		if err := store.Export(t.Context(), elsewhere.store, id, &story); err != nil {
			t.Fatal(err)
		}
		h.must(http.StatusForbidden, nil, "POST", "/api/ledgers", story.Bytes(), "Content-Type", "application/x-ndjson")
		a := h.must(want, nil, "POST", "/api/ledgers", story.Bytes(), "Content-Type", "application/x-ndjson", "As", "administrator")
		if want != http.StatusCreated && !strings.Contains(string(a.body), "line 2") {
			t.Errorf("it does not say where: %s", a.body)
		}
	}
	h.must(http.StatusNotFound, nil, "GET", "/api/missions/moon", nil, "As", "administrator")
}
