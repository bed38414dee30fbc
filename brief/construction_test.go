package brief_test

import (
	"fmt"
	"strings"
	"testing"
)

// Each line is a construction of the language that no single announcement owns:
// the facts that it must give, and those that it must not (with a minus).
func TestConstructions(t *testing.T) {
	for _, c := range []struct{ published, text, want string }{
		{"2024-02-08", "The force in Mali grows. Poland has a company in the battalion. Belgian paratroopers guard the airport.", "contributor PL, contributor BE"},
		{"2024-02-08", "The British ship Argus and a Dutch patrol vessel are there for the mission in Haiti, with a helicopter each.", "contributor GB, contributor NL"},
		{"2024-02-08", "Norwegian Armed Forces\n\nOur soldiers have left for Mali. The Government has decided to extend the mission by one year.", "contributor NO, decided_by NO, duration 1 y"},
		{"2024-02-08", "Fifty soldiers leave Tonga this weekend for a six-month deployment to Iraq.", "duration 6 m"},
		{"2024-02-08", "Kenya has been fighting in Somalia for ten years.", "-duration 10 y"},
		{"2024-02-08", "A twelve-member rescue team from the Fire Service of Bangladesh is being sent to Turkey on instructions of the Prime Minister.", "contributor BD, decided_by BD"},
		{"2024-02-08", "The Cabinet on Thursday approved the extension of the mission in Iraq. Japanese Prime Minister Junichiro Koizumi said the troops would stay.", "decided_by JP"},
		{"2024-02-08", "Kenya could send a battalion to Somalia for another year.", "-contributor KE, -duration 1 y"},
		{"2024-02-08", "Kenya decides to deploy to Goma. The mission is in the Democratic Republic of the Congo.", "-decided_by CD"},
		{"2024-02-09", "Le Maroc a accepté l'aide de deux pays, l'Espagne et le Qatar, après le séisme. Du Qatar sont venus 87 secouristes.", "contributor ES, contributor QA"},
		{"2024-02-09", "L'Égypte, à la demande des autorités somaliennes, rejoindra la mission en Somalie. La force compte des soldats de plusieurs pays.", "contributor EG, requested_by SO"},
		{"2024-02-09", "Ministère belge de la Défense\n\nNos paracommandos sont partis jeudi pour le Niger. Ils y resteront un an.", "contributor BE, event departure 2024-02-08, duration 1 y"},
		{"2022-01-11", "L'OTSC, qui regroupe la Russie, l'Arménie et le Kazakhstan, avait décidé le 6 janvier d'envoyer des troupes au Kazakhstan.", "decided_by CSTO, -decided_by KZ"},
		{"2022-01-11", "The CSTO, which unites Russia, Armenia and Kazakhstan, decided on 6 January to send troops to Kazakhstan.", "decided_by CSTO, -decided_by KZ"},
		{"2022-01-11", "Au Kazakhstan, 8 000 personnes ont été arrêtées et 160 personnes, dont trois enfants, ont été tuées. L'OTSC y a 2 030 soldats.", "detained 8000, dead 160, -dead 8000"},
		{"2024-02-09", "После землетрясения в Марокко из Испании прибыли 56 спасателей.", "contributor ES"},
		{"2024-02-09", "В Конго поедут 300 украинских военнослужащих сроком на год.", "duration 1 y"},
		{"2024-02-09", "Министерство обороны Армении\n\nНаши спасатели вылетели сегодня в Турцию. Отряд пробудет там полгода.", "contributor AM, duration 6 m"},
	} {
		got := map[string]bool{}
		var all []string
		for _, f := range read(t, c.text, c.published).Facts {
			for _, s := range []string{fmt.Sprint(f.Kind, " ", f.Value), fmt.Sprint(f.Kind, " ", f.Value, " ", f.Unit), fmt.Sprint(f.Kind, " ", f.Value, " ", f.Date)} {
				got[s] = true
			}
			all = append(all, fmt.Sprint(f.Kind, " ", f.Value))
		}
		for _, w := range strings.Split(c.want, ", ") {
			name, denied := strings.CutPrefix(w, "-")
			if got[name] == denied {
				t.Errorf("%q: want %s; got %s", c.text, w, strings.Join(all, ", "))
			}
		}
	}
}
