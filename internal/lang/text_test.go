package lang

import (
	"encoding/json"
	"testing"
)

func TestText(t *testing.T) {
	p := Phrase{EN: "%[1]s of %[2]s waits for %[3]s", FR: "%[2]s : %[1]s attend %[3]s"}
	inner := Phrase{EN: "the relief", FR: "la relève"}.Text()
	said := p.Text(1500, Plain("KG"), inner)
	for l, want := range map[Lang]string{EN: "1,500 of KG waits for the relief", FR: "KG : 1\u202f500 attend la relève"} {
		if got := said.In(l); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
		if got := said.Only(l); got.String() != want || got.In(FR) != want {
			t.Errorf("only %s: %q and %q", l, got.String(), got.In(FR))
		}
	}
	var back struct {
		A, B Text `json:",omitzero"`
	}
	data, err := json.Marshal(struct {
		A, B Text `json:",omitzero"`
	}{A: said})
	if err != nil || string(data) != `{"A":"1,500 of KG waits for the relief"}` {
		t.Fatalf("%s, %v", data, err)
	}
	if err := json.Unmarshal(data, &back); err != nil || back.A.In(FR) != said.In(EN) || !back.B.IsZero() {
		t.Errorf("read back %+v, %v", back, err)
	}
}
