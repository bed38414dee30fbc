package brief

import (
	"strings"
	"unicode"
)

// person is a name in a sentence, with its title where it has one.
type person struct {
	from, to int // of the name; of the title where there is no name
	name     string
	code     string // country or organisation of the title
	titled   bool
}

// findPeople reads names and titles, so that who speaks and asks is known: "le
// président kazakh Kassym-Jomart Tokaïev" makes Tokaïev Kazakhstan's.
func (s *sentence) findPeople() (out []person) {
	for i := 0; i < len(s.toks); i++ {
		if m, ok := s.titleAt(i); ok {
			p := s.titled(m)
			if p.to > 0 {
				out = append(out, p)
				i = p.to - 1
				continue
			}
		}
		if n := s.nameAt(i); n > i {
			out = append(out, person{from: i, to: n, name: s.joined(i, n)})
			i = n - 1
		}
	}
	return out
}

func (s *sentence) titleAt(i int) (best mark, ok bool) {
	for _, class := range []string{"title", "institution"} {
		if m, found := s.at(class, i); found && (!ok || m.to > best.to) {
			best, ok = m, true
		}
	}
	if m, found := s.officeOf(i); found && (!ok || m.to > best.to) {
		best, ok = m, true
	}
	return best, ok
}

// officeOf is an office that no table knows, by the capitals of what it is for:
// "Department of Foreign Affairs", "Agency for Disaster Relief and Shelter".
func (s *sentence) officeOf(i int) (mark, bool) {
	m, ok := s.at("office", i)
	if !ok || !s.toks[i].capital || m.to+1 >= len(s.toks) || s.toks[m.to].norm != "of" && s.toks[m.to].norm != "for" {
		return mark{}, false
	}
	end := m.to
	for k := m.to + 1; k < min(m.to+9, len(s.toks)) && s.toks[k].kind == word; k++ {
		if s.toks[k].capital && !s.covered(k, "country", "organisation") {
			end = k + 1
		} else if !s.covered(k, "list.and") && s.toks[k].norm != "the" {
			break
		}
	}
	return mark{class: "institution", from: i, to: end}, end > m.to
}

// titled reads what follows a title: whose it is, and a name.
func (s *sentence) titled(m mark) person {
	p := person{from: m.from, to: m.to, titled: true}
	if m.from > 0 {
		if a, ok := s.before("demonym", m.from); ok {
			p.code, p.from = a.value, a.from
		} else if a, ok := s.before("country", m.from); ok && s.doc.lex.lang == "en" {
			p.code, p.from = a.value, a.from
		} else if a, ok := s.before("organisation", m.from); ok && s.doc.lex.lang == "en" {
			p.code, p.from = a.value, a.from
		} else if m.from > 1 && s.toks[m.from-1].norm == "'s" {
			if a, ok := s.before("country", m.from-1); ok {
				p.code, p.from = a.value, a.from
			}
		} else if a, ok := s.ofWhom(m.from); ok {
			p.code = a.value
		}
	}
	if from, to, ok := s.missionName(m); ok {
		p.from, p.to = from, to
		return p
	}
	i := m.to
	for i < len(s.toks) && i < m.to+14 {
		t := s.toks[i]
		if m.class == "institution" && (t.norm == "by" || t.norm == "par" || s.doc.lex.lang == "ru" && s.covered(i, "loc.in", "purpose")) {
			break
		}
		if opens(t.text) && i+2 < len(s.toks) && closes(s.toks[i+2].text) {
			i += 3 // Начальник «Центроспаса» Иван Петров
			continue
		}
		if t.kind == punct && t.text != "," && t.text != "." || t.digitLike() {
			break
		}
		if _, ok := s.at("place", i); ok || m.class == "institution" && s.doc.lex.lang == "en" && t.norm == "in" {
			break
		}
		if a, ok := s.party(i); ok && a.class != "person" && !(t.kind == punct) {
			if p.code == "" {
				p.code = a.value
				if a.class == "organisation.mission" {
					p.code = nameIn(a.value)
				}
			}
			i = a.to
			p.to = max(p.to, i)
			continue
		}
		if m2, ok := s.titleAt(i); ok {
			i = m2.to
			p.to = max(p.to, i)
			continue
		}
		if m.class == "institution" && t.kind == word && t.capital && s.personal(i, i) && i > 0 && small[s.toks[i-1].norm] {
			i++ // le ministère russe de la Défense
			if t.norm == "affaires" && i < len(s.toks) && s.toks[i].kind == word && !small[s.toks[i].norm] && !s.covered(i, "say", "past", "have") {
				i++ // des Affaires étrangères
			}
			p.to = i
			continue
		}
		if n := s.nameAt(i); n > i {
			if m.class == "institution" {
				return p
			}
			if s.doc.lex.lang == "en" && s.toks[i-1].norm == "for" && m.class == "title" {
				i = s.portfolio(n) // "Commissioner for Crisis Management"
				p.to = i
				continue
			}
			if k := s.further(i, n); k > 0 {
				i, n = k, s.nameAt(k)
			} else if k := s.holderOf(n); k > 0 && n == i+1 {
				i, n = k, s.nameAt(k)
			}
			p.from, p.to, p.name = i, n, s.joined(i, n)
			return p
		}
		if t.kind == word && s.covered(i, "say", "contribute", "maybe", "begin", "end", "request") {
			break
		}
		if t.text == "." && s.shortened(i) {
			i++ // "Lt. Gen. Bello", "M. Diop"
			continue
		}
		if t.kind == punct {
			if t.text == "." {
				break
			}
			// "le président du Mali, Assimi Goïta", "the head of mission, General X"
			next := i + 1
			for next < len(s.toks) && small[s.toks[next].norm] {
				next++ // "le porte-parole, le colonel X"
			}
			if m2, ok := s.titleAt(next); ok && (m.class == "title" || m2.class == "title" && m2.to > next) {
				i = m2.to
				continue
			}
			if n := s.nameAt(i + 1); n > i+1 {
				p.from, p.to, p.name = i+1, n, s.joined(i+1, n)
			}
			return p
		}
		i++
		if small[t.norm] || s.covered(i-1, "of", "loc.in") {
			continue
		}
		if i-m.to > 7 {
			break
		}
	}
	return p
}

// portfolio is where the words with capitals of what an office is for end, over commas
// and "and": "Political Affairs, Peace and Security".
func (s *sentence) portfolio(end int) int {
	for k := end; k+1 < len(s.toks); k++ {
		switch {
		case s.toks[k].kind == word && s.toks[k].capital && !s.covered(k, "title"):
			end = k + 1
		case s.covered(k, "list.and") && s.toks[k+1].capital, s.toks[k].text == "," && s.toks[k+1].capital && s.covered(k+2, "list.and"):
		default:
			return end
		}
	}
	return end
}

// shortened reports whether the full stop at token i is that of a title: one that
// the tables know as an abbreviation, or one letter.
func (s *sentence) shortened(i int) bool {
	if i == 0 || !s.covered(i-1, "title") || i+1 >= len(s.toks) {
		return false
	}
	prev := s.toks[i-1]
	return len([]rune(prev.text)) == 1 || s.doc.lex.abbreviation(prev.norm)
}

// missionName is the whole name of a mission that speaks: "the African Union Mission
// in Somalia".
func (s *sentence) missionName(m mark) (from, to int, ok bool) {
	if m.class != "institution" || !s.covered(m.from, "mission") || !s.toks[m.from].capital || m.from == 0 {
		return 0, 0, false
	}
	from, to = m.from, m.to
	for from > 0 && s.toks[from-1].kind == word && s.toks[from-1].capital && !small[s.toks[from-1].norm] && !s.covered(from-1, "weekday", "month") {
		from--
	}
	if from > 3 && s.toks[from-1].text == ")" && s.toks[from-3].text == "(" {
		for from -= 3; from > 0 && s.toks[from-1].kind == word && s.toks[from-1].capital && !small[s.toks[from-1].norm]; {
			from-- // "the African Union (AU) Transition Mission"
		}
	}
	if s.covered(to, "loc.in", "loc.from") {
		at := to + 1
		for at < len(s.toks) && small[s.toks[at].norm] {
			at++
		}
		if c, found := s.at("country", at); found {
			to = c.to
		}
	}
	return from, to, to-from > 1
}

// ofWhom is the country before a title that further words make longer:
// "Mozambique's foreign affairs minister".
func (s *sentence) ofWhom(at int) (mark, bool) {
	if s.doc.lex.lang != "en" {
		return mark{}, false
	}
	for k := at - 1; k > max(0, at-5) && s.toks[k].kind == word; k-- {
		if s.toks[k].norm == "'s" {
			return s.before("country", k)
		}
		if a, ok := s.before("demonym", k+1); ok {
			return a, true
		}
		if s.covered(k, "say", "contribute", "be") {
			break
		}
	}
	return mark{}, false
}

// further is where the name begins that a single word with a capital, of an
// office, leads to: "секретарь Совета безопасности Иван Петров".
func (s *sentence) further(begin, end int) int {
	if end != begin+1 {
		return 0
	}
	for k := end; k < min(end+7, len(s.toks)) && s.toks[k].kind == word; k++ {
		if k > end && s.nameAt(k) >= k+2 {
			return k
		}
		if s.toks[k].capital || s.covered(k, "say", "contribute", "be", "past") {
			return 0
		}
	}
	return 0
}

// holderOf is where the name begins of who holds an office that is written with
// capitals: "the Commander Joint Forces, Rear Admiral Jane Smith", "la ministre
// espagnole de la Défense, Jeanne Martin".
func (s *sentence) holderOf(end int) int {
	if k := end; k > 1 && small[s.toks[k-2].norm] {
		for k < min(end+5, len(s.toks)) && s.toks[k].kind == word && !s.toks[k].capital && !s.covered(k, "say", "contribute", "be", "past", "have") {
			k++ // "le délégué du Conseil fédéral à l'aide humanitaire, Jean Martin"
		}
		if k < len(s.toks) && s.toks[k].text == "," {
			for k++; k < len(s.toks) && small[s.toks[k].norm]; {
				k++
			}
			if m, ok := s.at("title", k); ok {
				k = m.to // "le directeur du Bureau, le général Jean Martin"
			}
			if s.nameAt(k) > k+1 {
				return k
			}
		}
	}
	for k := end; k < min(end+4, len(s.toks)); k++ {
		if s.toks[k].text == "," {
			if m, ok := s.at("title", k+1); ok && s.nameAt(m.to) > m.to {
				return m.to
			}
			return 0
		}
		if !s.toks[k].capital {
			return 0
		}
	}
	return 0
}

// nameAt is where a name that begins at token i ends: words with capitals,
// initials, and the small words within names.
func (s *sentence) nameAt(i int) int {
	end := i
	for k := i; k < len(s.toks); k++ {
		t := s.toks[k]
		switch {
		case t.kind == word && k > i && (strings.HasPrefix(t.text, "al-") || strings.HasPrefix(t.text, "el-") || strings.HasPrefix(t.text, "as-") || strings.HasPrefix(t.text, "аль-")):
			end = k + 1
			continue
		case k > i && (t.text == "Le" || t.text == "La" || t.text == "El" || t.text == "De" || t.text == "Van" || t.text == "Ben" || t.text == "Al") && k+1 < len(s.toks) && s.toks[k+1].capital:
			continue
		case t.kind == word && t.capital && s.personal(k, i):
			end = k + 1
			if len([]rune(t.text)) == 1 && k+1 < len(s.toks) && s.toks[k+1].text == "." {
				k++
			}
			continue
		case k > i && t.kind == word && (t.norm == "de" || t.norm == "al" || t.norm == "ag" || t.norm == "ould" || t.norm == "bin" || t.norm == "ben" || t.norm == "von" || t.norm == "van" || t.norm == "el" || t.norm == "der" || t.norm == "da") && k+1 < len(s.toks) && s.toks[k+1].capital && s.personal(k+1, i) && (t.norm != "de" || s.doc.lex.lang == "en"):
			continue
		}
		break
	}
	if end > i && len([]rune(s.toks[end-1].text)) < 2 {
		return i
	}
	return end
}

// personal reports whether a word with a capital may be of a name: nothing that
// the tables know, nor a first word of a sentence that is a common one.
func (s *sentence) personal(k, begin int) bool {
	t := s.toks[k]
	if head, joined, ok := strings.Cut(t.norm, "-"); ok && head != "" && s.doc.lex.joins[joined] {
		return false // "Islamic State-linked"
	}
	if s.doc.lex.stops[t.norm] || strings.HasSuffix(t.norm, "'") || acronym(t.text) && len([]rune(t.text)) < 5 {
		return false
	}
	for _, m := range s.marks {
		if m.from > k || m.to <= k {
			continue
		}
		switch m.class {
		case "past", "future", "maybe", "sport", "stray.share", "maybe.reported", "number.article", "part.end", "event", "damage.verb":
			if k > 0 {
				continue
			}
			return false
		}
		return false
	}
	if k == 0 || k == begin && k < 3 && s.toks[k-1].kind == punct {
		// The first word has a capital anyway: it is of a name if a second
		// one follows, or if it is known.
		if s.doc.people[t.norm] != "" {
			return true
		}
		return k+1 < len(s.toks) && (s.toks[k+1].capital && s.personal(k+1, begin) || s.covered(k+1, "say") || s.toks[k+1].text == ":" || s.toks[k+1].text == "." && len([]rune(t.text)) == 1)
	}
	return unicode.IsLetter([]rune(t.text)[0])
}

func (s *sentence) joined(from, to int) string {
	a, b := s.span(from, to)
	return strings.Join(strings.Fields(string(s.doc.page.text[a:b])), " ")
}

// lastName is how a person is named again.
func lastName(name string) string {
	parts := strings.Fields(name)
	if len(parts) == 0 {
		return ""
	}
	return fold(parts[len(parts)-1])
}

// stemName is a last name without the endings of Russian cases.
func stemName(name string) string {
	n := []rune(lastName(name))
	if len(n) > 5 && n[0] >= 'а' && n[0] <= 'я' {
		for _, e := range []string{"ым", "ом", "ем", "ого", "ому", "а", "у", "е"} {
			if base, ok := strings.CutSuffix(string(n), e); ok {
				return base
			}
		}
	}
	return string(n)
}

func (r *reading) knows(code string) bool {
	for _, c := range r.people {
		if c == code {
			return true
		}
	}
	return false
}

// knowPeople remembers whose the people are that the text gives a title to.
func (r *reading) knowPeople() {
	r.people = map[string]string{}
	for _, s := range r.sents {
		for _, p := range s.findPeople() {
			if p.name != "" && p.code != "" && r.people[stemName(p.name)] == "" {
				r.people[stemName(p.name)] = p.code
				r.people[lastName(p.name)] = p.code
			}
		}
	}
}
