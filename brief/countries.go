package brief

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countries adds the names that CLDR has for every country in the language; in
// Russian with the endings of their cases.
func (l *lexicon) countries() {
	tag := language.MustParse(l.lang)
	names := display.Regions(tag)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() || region.Canonicalize() != region || region.String() != string([]rune{a, b}) {
				continue
			}
			if code := region.String(); code == "UN" || code == "EU" || code == "EZ" {
				continue // organisations
			}
			name := names.Name(region)
			if name == "" || acronym(name) {
				continue
			}
			name, _, _ = strings.Cut(name, " (")
			name = strings.ReplaceAll(name, "’", "'")
			forms := []string{name}
			if l.lang == "ru" {
				forms = cases(name)
			} else if bare := plain.Replace(name); bare != name {
				forms = append(forms, bare)
			}
			for _, f := range forms {
				l.add("country", f, region.String())
			}
		}
	}
}

// plain takes the accents off, as capitals and hurried writers do.
var plain = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "ë", "e", "É", "E", "ï", "i", "î", "i", "ô", "o", "Î", "I", "ã", "a", "ü", "u", "ç", "c")

// cases are the forms of a Russian name of one word by its ending.
func cases(name string) []string {
	if strings.ContainsAny(name, " -") {
		return []string{name}
	}
	for _, e := range []struct {
		ends  string
		forms []string
	}{
		{"ия", []string{"ия", "ии", "ию", "ией"}}, {"ья", []string{"ья", "ьи", "ью", "ьей"}},
		{"а", []string{"а", "ы", "и", "е", "у", "ой"}}, {"я", []string{"я", "и", "е", "ю", "ей"}},
		{"ь", []string{"ь", "я", "ю", "ем", "е", "и", "ью"}}, {"й", []string{"й", "я", "ю", "ем", "е"}},
	} {
		if base, ok := strings.CutSuffix(name, e.ends); ok {
			out := make([]string, len(e.forms))
			for i, f := range e.forms {
				out[i] = base + f
			}
			return out
		}
	}
	switch last := []rune(name)[len([]rune(name))-1]; last {
	case 'о', 'е', 'и', 'у', 'э', 'ю', 'ы':
		return []string{name}
	}
	return []string{name, name + "а", name + "у", name + "ом", name + "е"}
}
