package spoken

import (
	"encoding/json"
	"net/http/httptest"
	"reflect"
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
	for i, tag := range tags {
		if tag.String() != string(lang.All[i]) {
			t.Errorf("the languages are %v here, and %v elsewhere", tags, lang.All)
		}
	}
}

type inner struct{ Text lang.Text }

type leaf struct {
	inner
	By   map[string]lang.Text
	List []*inner
	Next *leaf
	N    int
	kept lang.Text
}

func TestEveryTextOfAnAnswerIsPutIntoTheLanguage(t *testing.T) {
	word := lang.Phrase{EN: "late", FR: "en retard"}.Text()
	made := func() *leaf {
		return &leaf{inner{word}, map[string]lang.Text{"a": word}, []*inner{{word}, nil}, &leaf{inner: inner{word}}, 7, word}
	}
	said := made()
	text, err := json.Marshal(Put(said, lang.FR))
	if err != nil || strings.Count(string(text), "en retard") != 4 || strings.Contains(string(text), "late") {
		t.Errorf("%s, %v", text, err)
	}
	if !reflect.DeepEqual(said, made()) {
		t.Errorf("what was put into a language is changed: %v", said)
	}
	if Speaks(nil) || Put(nil, lang.FR) != nil || Speaks([]string{}) || !Speaks(struct{ L lang.Lang }{}) {
		t.Error("what speaks is not told from what does not")
	}
}
