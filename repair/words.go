package repair

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
)

// What changes, in words.
var changes = map[Kind]lang.Phrase{
	Team:        {EN: "One more loading team at %[1]s (working MOG %[3]s instead of %[2]s)", FR: "Une équipe de chargement de plus à %[1]s (MOG de travail %[3]s au lieu de %[2]s)"},
	Stand:       {EN: "Room for one more lift at %[1]s (parking MOG %[3]s instead of %[2]s)", FR: "Place pour un vecteur de plus à %[1]s (MOG de stationnement %[3]s au lieu de %[2]s)"},
	Opens:       {EN: "%[1]s opens sooner (%[3]s instead of %[2]s)", FR: "%[1]s ouvre plus tôt (%[3]s au lieu de %[2]s)"},
	Shuts:       {EN: "%[1]s stays open longer (%[3]s instead of %[2]s)", FR: "%[1]s reste ouvert plus longtemps (%[3]s au lieu de %[2]s)"},
	Reopens:     {EN: "%[1]s opens again %[4]s sooner, on %[3]s instead of %[2]s", FR: "%[1]s rouvre %[4]s plus tôt, le %[3]s au lieu du %[2]s"},
	HoursPerDay: {EN: "Lifts of %[1]s are under way %[3]s h in a day instead of %[2]s", FR: "Les vecteurs de %[1]s sont en route %[3]s h par jour au lieu de %[2]s"},
	Lift:        {EN: "One more lift in the fleet %[1]s (%[3]s instead of %[2]s)", FR: "Un vecteur de plus dans la flotte %[1]s (%[3]s au lieu de %[2]s)"},
	Available:   {EN: "The fleet %[1]s is available %[4]s sooner, from %[3]s instead of %[2]s", FR: "La flotte %[1]s est disponible %[4]s plus tôt, à partir du %[3]s au lieu du %[2]s"},
	Stays:       {EN: "The fleet %[1]s stays %[4]s longer, until %[3]s instead of %[2]s", FR: "La flotte %[1]s reste %[4]s de plus, jusqu'au %[3]s au lieu du %[2]s"},
	Clearance:   {EN: "The clearance %[1]s opens %[4]s sooner, on %[3]s instead of %[2]s", FR: "L'autorisation %[1]s s'ouvre %[4]s plus tôt, le %[3]s au lieu du %[2]s"},
	Holds:       {EN: "The clearance %[1]s holds %[4]s longer, until %[3]s instead of %[2]s", FR: "L'autorisation %[1]s vaut %[4]s de plus, jusqu'au %[3]s au lieu du %[2]s"},
	Release:     {EN: "%[1]s is released %[4]s sooner, on %[3]s instead of %[2]s", FR: "%[1]s est mise à disposition %[4]s plus tôt, le %[3]s au lieu du %[2]s"},
	Task:        {EN: "The task %[1]s ends %[4]s sooner, on %[3]s instead of %[2]s", FR: "La tâche %[1]s se termine %[4]s plus tôt, le %[3]s au lieu du %[2]s"},
	Floor:       {EN: "The floor ends %[4]s sooner, on %[3]s instead of %[2]s", FR: "Le plancher prend fin %[4]s plus tôt, le %[3]s au lieu du %[2]s"},
	PerDay:      {EN: "%[3]s people may leave in a day instead of %[2]s", FR: "%[3]s personnes peuvent partir par jour au lieu de %[2]s"},
	Deadline:    {EN: "The deadline is %[4]s later, on %[3]s instead of %[2]s", FR: "L'échéance est repoussée de %[4]s, au %[3]s au lieu du %[2]s"},
}

// Where there is no end, or none any more.
var (
	taskWithoutEnd = lang.Phrase{EN: "The task %[1]s, which has no end, ends on %[3]s", FR: "La tâche %[1]s, qui n'a pas de fin, se termine le %[3]s"}
	notClosed      = lang.Phrase{EN: "%[1]s stays open (no closure until %[2]s)", FR: "%[1]s reste ouvert (pas de fermeture jusqu'au %[2]s)"}
)

// What comes of it.
var (
	searched     = lang.Phrase{EN: "Search alone, without any change, closes on %[1]s, %[2]s sooner than this plan; repairs are measured against that.", FR: "La recherche seule, sans rien changer, clôt le %[1]s, %[2]s plus tôt que ce plan ; les remèdes se mesurent à cela."}
	nothingToTry = lang.Phrase{EN: "There is no repair to try: nothing that there could be more of holds this plan back.", FR: "Aucun remède à essayer : rien dont on pourrait avoir davantage ne retient ce plan."}
	noneHelps    = lang.Counted{
		One:  lang.Phrase{EN: "No repair: %s change of what holds the plan back was tried, and does not help.", FR: "Aucun remède : %s changement de ce qui retient le plan a été essayé, sans effet."},
		Many: lang.Phrase{EN: "No repair: %s changes of what holds the plan back were tried, and none helps.", FR: "Aucun remède : %s changements de ce qui retient le plan ont été essayés, sans effet."}}
	and       = lang.Phrase{EN: ", and ", FR: ", et "}
	closes    = lang.Phrase{EN: "%[1]s: closes on %[2]s, %[3]s sooner", FR: "%[1]s : clôture le %[2]s, %[3]s plus tôt"}
	closesAt  = lang.Phrase{EN: "%[1]s: closes on %[2]s", FR: "%[1]s : clôture le %[2]s"}
	delivers  = lang.Phrase{EN: ", and delivers %s more", FR: ", et livre %s de plus"}
	allInTime = lang.Phrase{EN: ", with everything in time", FR: ", tout à temps"}
	fewerLate = lang.Phrase{EN: ", with %s fewer late", FR: ", avec %s de moins en retard"}
	isProven  = lang.Phrase{EN: ". Proven: no plan does as well without it.", FR: ". Prouvé : aucun plan ne fait aussi bien sans cela."}
	notMet    = lang.Phrase{EN: ". Proven: no plan meets the deadline as it is.", FR: ". Prouvé : aucun plan ne tient l'échéance actuelle."}
	people    = lang.Counted{One: lang.Phrase{EN: "%s person", FR: "%s personne"}, Many: lang.Phrase{EN: "%s people", FR: "%s personnes"}}
	items     = lang.Counted{One: lang.Phrase{EN: "%s item", FR: "%s matériel"}, Many: lang.Phrase{EN: "%s items", FR: "%s matériels"}}
)

// Word puts the repairs of a mission into words.
func (r *Report) Word(m *sortie.Mission, l lang.Lang) {
	var says []string
	if r.searched > 0 {
		says = append(says, l.Say(searched, l.Time(r.Base.Closure.In(explain.Zone(m))), l.Minutes(r.searched)))
	}
	switch {
	case !r.Done || len(r.Repairs) > 0:
	case r.Of == 0:
		says = append(says, l.Say(nothingToTry))
	default:
		says = append(says, l.Count(r.Tried, noneHelps))
	}
	r.Sentence = strings.Join(says, " ")
	for i := range r.Repairs {
		r.Repairs[i].Says = r.Repairs[i].sentence(m, r.Base, l)
	}
}

func (r *Repair) sentence(m *sortie.Mission, base Outcome, l lang.Lang) string {
	var parts []string
	for i := range r.Changes {
		parts = append(parts, r.Changes[i].words(m, l, i > 0))
	}
	s := strings.Join(parts, l.Say(and))
	switch {
	case r.Closure != nil && r.Gained > 0:
		s = l.Say(closes, s, l.Time(r.Closure.In(explain.Zone(m))), l.Minutes(r.Gained))
	case r.Closure != nil:
		s = l.Say(closesAt, s, l.Time(r.Closure.In(explain.Zone(m))))
	}
	if more := (sortie.Counts{People: base.Undelivered.People - r.Undelivered.People, Items: base.Undelivered.Items - r.Undelivered.Items}); total(r.Undelivered) < total(base.Undelivered) {
		s += l.Say(delivers, amount(more, l))
	}
	if fewer := (sortie.Counts{People: base.Late.People - r.Late.People, Items: base.Late.Items - r.Late.Items}); total(r.Late) < total(base.Late) {
		if total(r.Late) == 0 {
			s += l.Say(allInTime)
		} else {
			s += l.Say(fewerLate, amount(fewer, l))
		}
	}
	switch {
	case r.Proven && r.Changes[0].Kind == Deadline:
		return s + l.Say(notMet)
	case r.Proven:
		return s + l.Say(isProven)
	}
	return s + "."
}

// amount is how many people and items; what is less of one kind and more of the other
// is said by what is more.
func amount(c sortie.Counts, l lang.Lang) string {
	var parts []string
	if c.People > 0 {
		parts = append(parts, l.Count(c.People, people))
	}
	if c.Items > 0 {
		parts = append(parts, l.Count(c.Items, items))
	}
	return l.List(parts)
}

// words is a change in words: as a sentence begins, or as it goes on.
func (c *Change) words(m *sortie.Mission, l lang.Lang, on bool) string {
	zone := explain.Zone(m)
	value := func(s string) string {
		if t, err := time.Parse(time.RFC3339, s); err == nil {
			return l.Time(t.In(zone))
		}
		if n, err := strconv.Atoi(s); err == nil {
			return l.Int(n)
		}
		return s
	}
	phrase := changes[c.Kind]
	switch {
	case c.Kind == Task && c.From == "":
		phrase = taskWithoutEnd
	case c.Kind == Reopens && c.To == "":
		phrase = notClosed
	}
	s := l.Say(phrase, c.name(m), value(c.From), value(c.To), l.Minutes(c.By))
	if on && !strings.HasPrefix(phrase.In(l), "%") {
		first, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToLower(first)) + s[size:]
	}
	return s
}

// name is what a change is of, as people call it.
func (c *Change) name(m *sortie.Mission) string {
	switch c.Kind {
	case Release:
		for _, u := range m.Units {
			if u.ID == c.ID {
				return cmp.Or(u.Name, u.ID)
			}
		}
	case Task:
		for _, t := range m.Tasks {
			if t.ID == c.ID {
				return cmp.Or(t.Name, t.ID)
			}
		}
	case Team, Stand, Opens, Shuts, Reopens:
		for _, p := range m.Places {
			if p.ID == c.Place {
				return cmp.Or(p.Name, p.ID) + c.why
			}
		}
	}
	return cmp.Or(c.ID, c.Fleet, c.Place)
}
