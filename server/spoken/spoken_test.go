package spoken

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sortie/internal/lang"
)

func TestTheLanguageIsThatOfWhoeverAsks(t *testing.T) {
	for _, tc := range []struct {
		method, target, accept string
		want                   lang.Lang
	}{
		{"GET", "/", "", lang.EN},
		{"GET", "/", "fr-CA, en;q=0.5", lang.FR},
		{"GET", "/", "de, fr;q=0.3", lang.FR},
		{"GET", "/", "en, fr;q=0.9", lang.EN},
		{"GET", "/", "ru", lang.EN},
		{"GET", "/", "fr;;;", lang.EN},
		{"GET", "/", "fr" + strings.Repeat(",fr", 200), lang.EN},
		{"GET", "/?lang=fr", "en", lang.FR},
		{"GET", "/?lang=en", "fr", lang.EN},
		{"GET", "/?lang=ru", "fr", lang.FR},
		{"POST", "/?lang=fr", "en", lang.EN}, // of an announcement there
	} {
		r := httptest.NewRequest(tc.method, tc.target, nil)
		r.Header.Set("Accept-Language", tc.accept)
		if got := Of(r); got != tc.want {
			t.Errorf("%s %s of %.20q: %s, not %s", tc.method, tc.target, tc.accept, got, tc.want)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Header["Accept-Language"] = []string{"de", "fr;q=0.5"} // one list in two lines
	if got := Of(r); got != lang.FR {
		t.Errorf("of two lines: %s", got)
	}
	for i, tag := range tags {
		if tag.String() != string(lang.All[i]) {
			t.Errorf("the languages are %v here, and %v elsewhere", tags, lang.All)
		}
	}
}
