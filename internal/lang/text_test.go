package lang

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
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

func TestErrorsAreSaidInEveryLanguage(t *testing.T) {
	nested := Err(Phrase{EN: "of %s units: %s", FR: "sur %s unités : %s"}, big.NewInt(-20000), errors.New("no disk"))
	if got := Said(nested); got.In(EN) != "of -20,000 units: no disk" || got.In(FR) != "sur -20\u202f000 unités : no disk" {
		t.Errorf("%q, %q", got.In(EN), got.In(FR))
	}
	full := Err(Phrase{EN: "%s files are too many", FR: "%s fichiers, c'est trop"}, 1500)
	for _, err := range []error{full, fmt.Errorf("writing: %w", full)} {
		if got := Said(err); got.In(EN) != "1,500 files are too many" || got.In(FR) != "1\u202f500 fichiers, c'est trop" || !errors.Is(err, full) {
			t.Errorf("%v is said as %q and %q", err, got.In(EN), got.In(FR))
		}
	}
	if got := Said(errors.New("no disk")); got != Plain("no disk") || full.Error() != "1,500 files are too many" {
		t.Errorf("%q, %q", got, full)
	}
}
