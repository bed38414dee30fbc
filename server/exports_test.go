package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"sortie"
)

// A mission that no workbook holds whole is told of in the reader's language, with the
// place, and can be had in another format.
func TestWhatASpreadsheetCannotHoldIsTold(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	var m sortie.Mission
	h.must(http.StatusOK, &m, "GET", guard, nil)
	m.ID = "many-sources"
	m.Units[0].Basis = &sortie.Basis{}
	for i := range 320 {
		id := fmt.Sprintf("s-%0118d", i)
		m.Sources = append(m.Sources, sortie.Source{ID: id, Title: "t", URL: "https://a.example/"})
		m.Units[0].Basis.Sources = append(m.Units[0].Basis.Sources, id)
	}
	h.must(http.StatusCreated, nil, "POST", "/api/missions", m)
	var p struct{ Detail string }
	h.must(http.StatusUnprocessableEntity, &p, "GET", "/api/missions/many-sources/export/xlsx", nil, "Accept-Language", "fr")
	if !strings.HasPrefix(p.Detail, "feuille units, ligne 2, basis.sources : ") {
		t.Error(p.Detail)
	}
	h.must(http.StatusOK, nil, "GET", "/api/missions/many-sources/export/json", nil)
}
