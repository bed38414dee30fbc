package langtest_test

import (
	"testing"

	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
)

func TestFault(t *testing.T) {
	for said, wrong := range map[lang.Phrase]bool{
		{EN: "the day", FR: "le jour"}:                                false,
		{EN: "no fleet \"x\"", FR: "pas de flotte «\u202fx\u202f»"}:   false,
		{EN: "why: wait; go!", FR: "raison\u202f: attendre\u202f; !"}: true, // a space that breaks before the last
		{EN: "\"the\"? no", FR: "« the? » ? non"}:                     false,
		{EN: "closed at 14:20", FR: "fermé à 14:20"}:                  false,
		{EN: "the day", FR: "the day"}:                                true,
		{EN: "day of it", FR: "jour of it"}:                           true,
		{EN: "unit: none", FR: "unité : aucune"}:                      true,
		{EN: "so; not", FR: "ainsi; pas"}:                             true,
		{EN: "", FR: "rien"}:                                          true,
	} {
		if got := langtest.Fault(said.Text()); (got != "") != wrong {
			t.Errorf("%q: %q", said.FR, got)
		}
	}
	if langtest.Fault(lang.Phrase{EN: "%d days", FR: "%d jours"}.Text("x")) == "" {
		t.Error("a phrase that is not filled in passes")
	}
}
