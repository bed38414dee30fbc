package brief_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"sortie"
	"sortie/brief"
	"sortie/brief/evaluate"
	"sortie/missionfile"
)

func day(s string) sortie.Date {
	d, err := sortie.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func read(t *testing.T, text, published string) *brief.Brief {
	t.Helper()
	b, err := brief.Read([]byte(text), brief.Options{Published: day(published)})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return b
}

func find(b *brief.Brief, k brief.Kind) []brief.Fact {
	return slices.DeleteFunc(slices.Clone(b.Facts), func(f brief.Fact) bool { return f.Kind != k })
}

func cases(t testing.TB) []evaluate.Case {
	t.Helper()
	var out []evaluate.Case
	for _, dir := range []string{"testdata/dev", "testdata/check", "testdata/unseen"} {
		c, err := evaluate.Cases(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c...)
	}
	return out
}

// TestOffsets holds every fact and warning of every announcement to the bytes
// that it names.
func TestOffsets(t *testing.T) {
	for _, c := range cases(t) {
		b, err := brief.Read(c.Text, brief.Options{Published: c.Published})
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		for _, f := range b.Facts {
			if got := string(c.Text[f.Start:f.End]); got != f.Text || got == "" {
				t.Errorf("%s: %s is %q, and bytes %d to %d are %q", c.Name, f.Kind, f.Text, f.Start, f.End, got)
			}
			if f.Sentence.Start > f.Start || f.Sentence.End < f.End {
				t.Errorf("%s: %s %q does not lie in its sentence %q", c.Name, f.Kind, f.Text, f.Sentence.Text)
			}
		}
		for _, w := range b.Warnings {
			if got := string(c.Text[w.Start:w.End]); got != w.Text {
				t.Errorf("%s: warning %q is of bytes %q", c.Name, w.Text, got)
			}
		}
	}
}

// TestDraftsRead holds every draft to the reader of missions: no error, only
// doubts, and the same mission as in memory.
func TestDraftsRead(t *testing.T) {
	for _, c := range cases(t) {
		b, err := brief.Read(c.Text, brief.Options{Published: c.Published, Name: c.Name})
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		text := b.YAML()
		f := missionfile.Parse(c.Name, text, nil)
		if f.Failed() || f.Mission == nil {
			for _, d := range f.Diagnostics {
				t.Log(d.Render("en"))
			}
			t.Errorf("%s: the draft cannot be read:\n%s", c.Name, text)
			continue
		}
		if !f.Mission.Draft {
			t.Errorf("%s is not marked as a draft", c.Name)
		}
		want, err := missionfile.MarshalMission(b.Mission())
		if err != nil {
			t.Fatal(err)
		}
		got, err := missionfile.MarshalMission(f.Mission)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: the file reads as\n%s\nwant\n%s", c.Name, got, want)
		}
	}
}

func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"La France envoie 2 300 soldats au Mali.":                            "2300 exact",
		"La France envoie 2\u202f300 soldats au Mali.":                       "2300 exact",
		"La France envoie 2\u00a0300 soldats au Mali.":                       "2300 exact",
		"La France envoie 2\u2009300 soldats au Mali.":                       "2300 exact",
		"La France envoie 2.300 soldats au Mali.":                            "2300 exact",
		"La France envoie deux mille trois cents soldats au Mali.":           "2300 exact",
		"La France envoie quatre-vingt-dix-sept soldats au Mali.":            "97 exact",
		"La France envoie soixante et onze soldats au Mali.":                 "71 exact",
		"La France envoie une dizaine de soldats au Mali.":                   "10 about",
		"La France envoie plus d'une centaine de soldats au Mali.":           "100 at_least",
		"La France envoie des dizaines de soldats au Mali.":                  "<nil> dozens",
		"La France envoie plusieurs centaines de soldats au Mali.":           "<nil> hundreds",
		"France sends 2,300 soldiers to Mali.":                               "2300 exact",
		"France sends two thousand three hundred and five soldiers to Mali.": "2305 exact",
		"France sends several hundred soldiers to Mali.":                     "<nil> hundreds",
		"France sends up to 120 soldiers to Mali.":                           "120 at_most",
		"France sends no fewer than 120 soldiers to Mali.":                   "120 at_least",
		"France sends a dozen soldiers to Mali.":                             "12 about",
		"Франция отправила в Мали около 8 тысяч солдат.":                     "8000 about",
		"Франция отправила в Мали 2,5 тыс. военнослужащих.":                  "2500 exact",
		"Франция отправила в Мали две тысячи триста солдат.":                 "2300 exact",
		"Франция отправила в Мали не менее двух тысяч трёхсот солдат.":       "2300 at_least",
		"Франция отправила в Мали полторы тысячи солдат.":                    "1500 about",
		"Франция отправила в Мали несколько сотен солдат.":                   "<nil> hundreds",
		"Франция отправила в Мали свыше двухсот пятидесяти солдат.":          "250 at_least",
	} {
		facts := find(read(t, text, "2022-01-11"), brief.Personnel)
		if len(facts) != 1 {
			t.Errorf("%q: %d figures of people, want 1", text, len(facts))
			continue
		}
		if got := fmt.Sprintf("%v %s", facts[0].Value, facts[0].Precision); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestRange(t *testing.T) {
	facts := find(read(t, "La France envoie entre 70 et 100 soldats au Mali.", "2022-01-11"), brief.Personnel)
	if len(facts) != 2 || facts[0].Value != 70.0 || facts[0].Precision != brief.AtLeast || facts[1].Value != 100.0 || facts[1].Precision != brief.AtMost {
		t.Errorf("a range reads as %+v", facts)
	}
}

// TestTimesAsPeopleSayThem counts from Tuesday 11 January 2022.
func TestTimesAsPeopleSayThem(t *testing.T) {
	for _, tc := range []struct {
		text string
		kind brief.Kind
		want string
		also string
	}{
		{"Le retrait des soldats du Mali commencera dans deux jours.", brief.Start, "2022-01-13", ""},
		{"Le retrait des soldats du Mali commencera demain.", brief.Start, "2022-01-12", ""},
		{"Le retrait des soldats du Mali commencera lundi.", brief.Start, "2022-01-17", ""},
		{"Le retrait des soldats du Mali a commencé lundi.", brief.Start, "2022-01-10", ""},
		{"Le retrait des soldats du Mali commencera le 2 février.", brief.Start, "2022-02-02", ""},
		{"Le retrait des soldats du Mali s'achèvera le 19 janvier.", brief.Deadline, "2022-01-19", ""},
		{"Le retrait des soldats du Mali s'achèvera d'ici la fin du mois.", brief.Deadline, "2022-01-31", ""},
		{"Les soldats quitteront le Mali avant le 19 janvier.", brief.Deadline, "2022-01-18", ""},
		{"The withdrawal of troops from Mali will begin on Thursday.", brief.Start, "2022-01-13", ""},
		{"The withdrawal of troops from Mali will begin tomorrow.", brief.Start, "2022-01-12", ""},
		{"The troops will leave Mali within ten days.", brief.Deadline, "2022-01-21", ""},
		{"The withdrawal of troops from Mali will be completed by the end of the month.", brief.Deadline, "2022-01-31", ""},
		{"The withdrawal of troops from Mali begins in two days and must end within ten days.", brief.Deadline, "2022-01-21", "2022-01-23"},
		{"Вывод войск из Мали начнется через два дня.", brief.Start, "2022-01-13", ""},
		{"Вывод войск из Мали начнется в четверг.", brief.Start, "2022-01-13", ""},
		{"Вывод войск из Мали начнется через неделю.", brief.Start, "2022-01-18", ""},
		{"Вывод войск из Мали продлится по 19 января.", brief.Deadline, "2022-01-19", ""},
		{"Вывод войск из Мали продлится до 19 января включительно.", brief.Deadline, "2022-01-19", ""},
		{"Вывод войск из Мали продлится до 19 января.", brief.Deadline, "2022-01-18", "2022-01-19"},
	} {
		b := read(t, tc.text, "2022-01-11")
		facts := find(b, tc.kind)
		if len(facts) != 1 || facts[0].Date != tc.want || facts[0].Also != tc.also {
			t.Errorf("%q: %s is %+v, want %s (or %s)", tc.text, tc.kind, facts, tc.want, tc.also)
			continue
		}
		if facts[0].Rule == "" {
			t.Errorf("%q: no rule is shown", tc.text)
		}
		if tc.also != "" && !slices.ContainsFunc(b.Warnings, func(w brief.Warning) bool { return w.Kind == "two_readings" }) {
			t.Errorf("%q: no warning of two readings: %+v", tc.text, b.Warnings)
		}
	}
}

func TestWhatIsNotSaidAsAFact(t *testing.T) {
	for _, text := range []string{
		"Le Mali a demandé de l'aide à l'ONU. La France pourrait envoyer 500 soldats.",
		"Le Mali a demandé de l'aide à l'ONU. La France n'enverra pas 500 soldats.",
		"Le Mali a demandé de l'aide à l'ONU. Si la situation empire, la France enverra 500 soldats.",
		"Mali asked the UN for help. France could send 500 soldiers.",
		"Mali asked the UN for help. France denied that it sent 500 soldiers.",
		"Mali asked the UN for help. France plans to send 500 soldiers.",
		"Мали обратилось за помощью к ООН. Франция не исключила отправки 500 солдат.",
		"Мали обратилось за помощью к ООН. Франция может направить 500 солдат.",
	} {
		b := read(t, text, "2022-01-11")
		if got := find(b, brief.Personnel); len(got) > 0 {
			t.Errorf("%q: read as a fact: %+v", text, got)
		}
		if !slices.ContainsFunc(b.Warnings, func(w brief.Warning) bool { return strings.Contains(w.Text, "500") }) {
			t.Errorf("%q: no warning names the 500: %+v", text, b.Warnings)
		}
	}
}

func TestOrganisationsHaveOneName(t *testing.T) {
	for text, want := range map[string]string{
		"L'OTSC envoie 100 soldats au Kazakhstan.": "CSTO", "The CSTO sends 100 soldiers to Kazakhstan.": "CSTO", "ОДКБ направила 100 солдат в Казахстан.": "CSTO",
		"L'ONU envoie 100 soldats au Mali.": "UN", "The UN sends 100 soldiers to Mali.": "UN", "ООН направила 100 солдат в Мали.": "UN",
		"L'UA envoie 100 soldats au Mali.": "AU", "L'UE envoie 100 soldats au Mali.": "EU", "ЕС направил 100 солдат в Мали.": "EU",
		"La CEDEAO envoie 100 soldats en Gambie.": "ECOWAS", "ЭКОВАС направил 100 солдат в Гамбию.": "ECOWAS", "L'OTAN envoie 100 soldats au Kosovo.": "NATO",
	} {
		facts := find(read(t, text, "2022-01-11"), brief.Organisation)
		if len(facts) != 1 || facts[0].Value != want {
			t.Errorf("%q: %+v, want %s", text, facts, want)
		}
	}
}

func TestWhatDoesNotBelong(t *testing.T) {
	text := "Accueil Monde Sport\n\n05.01.2022 Burkina Faso : dix morts dans une attaque\n\nLe contingent de l'OTSC quitte le Kazakhstan\n\n" +
		"Le retrait du contingent de l'OTSC du Kazakhstan commencera dans deux jours, a annoncé le président.Source : AA\n\nPartager sur Facebook\n"
	b := read(t, text, "2022-01-11")
	if len(find(b, brief.Dead)) > 0 {
		t.Error("the dead of another article were read")
	}
	for _, word := range []string{"Accueil", "Burkina", "Partager", "Source"} {
		if !slices.ContainsFunc(b.Warnings, func(w brief.Warning) bool { return w.Kind == "left_out" && strings.Contains(w.Text, word) }) {
			t.Errorf("no warning names what is left out: %s; %+v", word, b.Warnings)
		}
	}
	if s := find(b, brief.Origin); len(s) != 1 || s[0].Value != "AA" {
		t.Errorf("the source is %+v, want AA", s)
	}
	var undated *brief.UndatedError
	if _, err := brief.Read([]byte(text), brief.Options{}); !errors.As(err, &undated) {
		t.Errorf("a date in a stray headline dates the text: %v", err)
	}
}

func TestOwnDates(t *testing.T) {
	for text, want := range map[string]string{
		"MOSCOW, January 13, 2022. /TASS/. The withdrawal of CSTO peacekeepers from Kazakhstan will be completed by January 19, the defence minister said today.":                 "2022-01-13",
		"Publié le 11 janvier 2022 à 14h05\n\nLe retrait des soldats de l'OTSC du Kazakhstan commencera dans deux jours.":                                                         "2022-01-11",
		"<html><head><meta property=\"article:published_time\" content=\"2022-01-11T10:00:00Z\"></head><body><p>CSTO troops will leave Kazakhstan in two days.</p></body></html>": "2022-01-11",
	} {
		b, err := brief.Read([]byte(text), brief.Options{})
		if err != nil || b.Published != want {
			t.Errorf("%q: published %v, %v, want %s", text, b, err, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	text := "Вывод миротворцев ОДКБ из Казахстана начнется через два дня, задержаны около 8 тысяч человек."
	for name, table := range map[string]*charmap.Charmap{"windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R} {
		data, err := table.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		b, err := brief.Read(data, brief.Options{Published: day("2022-01-11")})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		start := find(b, brief.Start)
		if len(start) != 1 || start[0].Date != "2022-01-13" {
			t.Errorf("%s: start %+v", name, start)
			continue
		}
		raw, _ := table.NewDecoder().Bytes(data[start[0].Start:start[0].End])
		if string(raw) != start[0].Text {
			t.Errorf("%s: offsets are of %q, want %q", name, raw, start[0].Text)
		}
	}
	latin, _ := charmap.ISO8859_1.NewEncoder().String("Le retrait des militaires français du Mali a été annoncé et débutera dans deux jours.")
	if b, err := brief.Read([]byte(latin), brief.Options{Published: day("2022-01-11")}); err != nil || len(find(b, brief.Start)) != 1 {
		t.Errorf("latin-1: %v, %v", b, err)
	}
}

func TestKindOfOperation(t *testing.T) {
	for text, want := range map[string]string{
		"The withdrawal of CSTO peacekeepers from Kazakhstan will begin on Thursday. Some 2,000 soldiers are deployed there; 250 vehicles were sent and 70 aircraft arrived.":                                                    "withdrawal",
		"La France enverra 300 soldats au Tchad dans deux jours. Les militaires français ont quitté le Mali et quitté le Niger.":                                                                                                 "deployment",
		"Вывод миротворцев ОДКБ из Казахстана начнётся через два дня. Россия может направить 500 военнослужащих, направить технику и развернуть госпиталь.":                                                                      "withdrawal",
		"Le président a annoncé que le retrait des forces de l'OTSC du Kazakhstan commencera dans deux jours. 2 030 militaires et 250 véhicules y sont déployés. La Russie pourrait envoyer 500 soldats et déployer des avions.": "withdrawal",
	} {
		if draft := string(read(t, text, "2022-01-11").YAML()); !strings.Contains(draft, "kind: "+want+"\n") {
			t.Errorf("%q is no %s:\n%s", text, want, draft)
		}
	}
}

func TestBadInput(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty": nil, "blank": []byte(" \n\t"), "binary": {0, 1, 2, 3, 255, 254, 0, 0, 7}, "pdf": []byte("%PDF-1.7 and more"),
		"utf-16": []byte("\xff\xfeL\x00e\x00"), "50 MB": bytes.Repeat([]byte("word "), 10<<20),
		"mixed":  []byte(strings.Repeat("Вывод войск из Мали начнется. ", 20) + "\xc2\xfb\xe2\xee\xe4 \xe2\xee\xe9\xf1\xea \xed\xe0\xf7\xed\xe5\xf2\xf1\xff \xe7\xe0\xe2\xf2\xf0\xe0 \xe8 \xe7\xe0\xea\xee\xed\xf7\xe8\xf2\xf1\xff"),
		"german": []byte("Die Bundeswehr verlegt ihre Soldaten und das Gerät aus dem Lager zurück nach Hause, sagte der Minister gestern Abend."),
	} {
		var bad *brief.InputError
		if _, err := brief.Read(data, brief.Options{Published: day("2022-01-11")}); !errors.As(err, &bad) {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
}

// hostile are texts that are nothing but what is looked for.
var hostile = map[string]string{
	"countries": "France, Mali and ", "numbers": "5 ", "troops": "soldiers from France, Mali, Chad and Niger sent 5 said ",
	"names": "President said Ivan Petrov, minister, on Monday 5 May by 6 June ",
}

// TestHostileText ends: what grew with the square of its length would outlast
// every test.
func TestHostileText(t *testing.T) {
	for name, part := range hostile {
		text := strings.Repeat(part, 1<<19/len(part))
		b, err := brief.Read([]byte(text), brief.Options{Published: day("2022-01-11"), Lang: "en"})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(b.Facts) > 100 {
			t.Errorf("%s: %d facts of a few words again and again", name, len(b.Facts))
		}
	}
}

// BenchmarkHostile reads hostile texts of two lengths: time per byte stays.
func BenchmarkHostile(b *testing.B) {
	for name, part := range hostile {
		for _, size := range []int{1 << 18, 1 << 19} {
			text := []byte(strings.Repeat(part, size/len(part)))
			b.Run(fmt.Sprintf("%s/%dk", name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := brief.Read(text, brief.Options{Published: day("2022-01-11"), Lang: "en"}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkRead reads a megabyte of announcements of each language.
func BenchmarkRead(b *testing.B) {
	for _, lang := range brief.Languages {
		text := evaluate.Megabyte(cases(b), lang)
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := brief.Read(text, brief.Options{Published: day("2022-01-11"), Lang: lang}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.Text, "")
	}
	f.Add([]byte("<p>&#8239;1&nbsp;2</p><!--"), "fr")
	f.Add([]byte("a\x00b"), "en")
	f.Fuzz(func(t *testing.T, data []byte, lang string) {
		b, err := brief.Read(data, brief.Options{Published: day("2022-01-11"), Lang: lang})
		if err != nil {
			return
		}
		for _, x := range b.Facts {
			if x.Start < 0 || x.End > len(data) || x.Start >= x.End {
				t.Fatalf("fact %+v lies outside the file", x)
			}
		}
		for _, w := range b.Warnings {
			if w.Start < 0 || w.End > len(data) || w.Start > w.End {
				t.Fatalf("warning %+v lies outside the file", w)
			}
		}
		if len(b.Facts) == 0 {
			return
		}
		if m := missionfile.Parse("draft.yaml", b.YAML(), nil); m.Failed() {
			t.Fatalf("the draft cannot be read: %s\n%s", m.Diagnostics[0].Render("en"), b.YAML())
		}
	})
}
