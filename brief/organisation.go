package brief

import "strings"

// findOrganisations lists the organisations that act in the mission.
func (r *reading) findOrganisations() {
	for _, s := range r.sents {
		for _, m := range s.marks {
			code := m.value
			switch m.class {
			case "organisation":
			case "organisation.mission":
				code = nameIn(m.value)
			case "body":
				if code == "" || code != strings.ToUpper(code) || len(code) < 3 {
					continue
				}
				if code == "UN" && s.any(m.from, min(m.to+3, len(s.toks)), "organisation") {
					continue
				}
			default:
				continue
			}
			if code == "" {
				continue
			}
			if s.aid(m) || s.recalls() || s.any(max(0, m.from-3), m.from, "people.evacuee", "people.plain", "countries") && s.any(0, len(s.toks), "move.evacuate", "leave", "return", "aboard", "vessel") {
				continue
			}
			if !contains(r.orgs, code) {
				r.orgs = append(r.orgs, code)
				r.add(s, m.from, m.to, Fact{Kind: Organisation, Value: code, Precision: Exact})
			}
		}
	}
}

// aid reports whether a body is only named as a source of figures: "according to the
// UN", "the United Nations estimates that".
func (s *sentence) aid(m mark) bool {
	if _, ok := s.preceded("according", m.from); ok {
		return true
	}
	return s.covered(m.to, "estimate")
}

func contains(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
