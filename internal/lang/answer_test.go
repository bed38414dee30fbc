package lang

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

type inner struct{ Text Text }

type leaf struct {
	inner
	By   map[string]Text
	List []*inner
	Next *leaf
	N    int
	kept Text
}

func TestEveryTextOfAnAnswerIsPutIntoTheLanguage(t *testing.T) {
	word := Phrase{EN: "late", FR: "en retard"}.Text()
	made := func() *leaf {
		return &leaf{inner{word}, map[string]Text{"a": word}, []*inner{{word}, nil}, &leaf{inner: inner{word}}, 7, word}
	}
	said := made()
	text, err := json.Marshal(Put(said, FR))
	if err != nil || strings.Count(string(text), "en retard") != 4 || strings.Contains(string(text), "late") {
		t.Errorf("%s, %v", text, err)
	}
	if !reflect.DeepEqual(said, made()) {
		t.Errorf("what was put into a language is changed: %v", said)
	}
	if Speaks(nil) || Put(nil, FR) != nil || Speaks([]string{}) || !Speaks(struct{ L Lang }{}) {
		t.Error("what speaks is not told from what does not")
	}
}
