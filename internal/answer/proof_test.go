package answer

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"sortie"
	"sortie/bound"
	"sortie/internal/handcases"
	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
	"sortie/missionfile"
	"sortie/network"
)

// TestProofInBothLanguages tells what is proven of the hand-worked missions.
func TestProofInBothLanguages(t *testing.T) {
	cases, err := handcases.Load(os.DirFS("../../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{}
	for _, c := range cases {
		if c.Closure == nil || c.Plan == nil {
			continue
		}
		f := missionfile.Parse(c.Name+".yaml", c.Mission, nil)
		plan, _ := missionfile.ReadPlan(c.Name, c.Plan)
		n, err := network.Compile(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		found := bound.Closure(context.Background(), n, bound.Of(n, plan))
		if found == nil {
			continue
		}
		raw, err := json.Marshal(found.Certificate)
		if err != nil {
			t.Fatal(err)
		}
		b := &sortie.Bound{Closure: &found.Certificate.Closure, Proof: found.Proof, Certificate: raw}
		said := lang.Each(func(l lang.Lang) string { return Proof(f.Mission, b, l) })
		langtest.French(t, said)
		for _, kind := range []string{"working_mog", "_per_day", " air", " road"} {
			if fr := said.In(lang.FR); strings.Contains(fr, kind) && !strings.Contains(fr, "par air") {
				t.Errorf("%s: %q", c.Name, fr)
			}
		}
		kinds[found.Certificate.Kind] = said.In(lang.FR)
	}
	if len(kinds) < 5 {
		t.Errorf("only these are proven: %v", kinds)
	}
}

// TestProofOfAnother reads a certificate whose words are not ours.
func TestProofOfAnother(t *testing.T) {
	m := &sortie.Mission{Timezone: "UTC"}
	for _, raw := range []string{
		`{"kind":"lifts","demand":[{"units":["u"],"kind":"people","count":1}],"total":5,"supply":[{"resource":"magic","mode":"air","amount":3}]}`,
		`{"kind":"relaxation","demand":[{"units":["u"],"kind":"people","count":1}],"prices":{"servers":[{"resource":"magic"}]}}`,
		`{"kind":"lifts","demand":[{"units":["u"],"kind":"people","count":1}],"inside":["a"],"weights":{"people":7},"total":7,"supply":[{"resource":"lifts","mode":"air","amount":6}]}`,
		`{"kind":"runs","demand":[{"units":["u"],"kind":"people","count":1}],"inside":["a"],"weights":{"people":1},"total":1,"runs":{}}`,
		`{"kind":"routes","tardiness":3,"demand":[{"units":["u"],"kind":"people","count":1}],"routes":{}}`,
	} {
		b := &sortie.Bound{Proof: "the moon forbids it", Certificate: json.RawMessage(raw)}
		said := lang.Each(func(l lang.Lang) string { return Proof(m, b, l) })
		langtest.French(t, said)
		if strings.Contains(said.In(lang.FR), "magic") {
			t.Error(said.In(lang.FR))
		}
	}
}
