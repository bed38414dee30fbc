package missionfile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// rules are what a mission must keep beyond the form of each value. Each looks
// at one thing, reports all of it and leaves alone what the reader has refused
// already (an absent id, a zero time). A new rule is a new line.
var rules = []func(*checker){
	// errors in how things hang together
	uniqueIDs,
	placesExist,
	typesExist,
	unitsExist,
	sourcesExist,
	recordHangsTogether,
	afterHasNoCircle,
	// figures that cannot be
	windowsOpenBeforeTheyClose,
	operationHasTime,
	liftTypesCanCarry,
	equipmentMovesOneWay,
	linksJoinTwoPlaces,
	basesHandleTheirFleets,
	airPlacesHaveCoordinates,
	placesHandleSomething,
	zonesExist,
	totalsStayCountable,
	figuresHaveOneAmount,
	figuresHaveSources,
	// doubts
	unitsHaveSomewhereToGo,
	hostHasPlaces,
	clearancesApply,
	tasksCanBeCovered,
	thingsAssumed,
}

// checker holds a mission with its ids at hand while the rules look at it.
type checker struct {
	decoder   *decoder
	root      *node
	m         *sortie.Mission
	places    map[string]int
	lifts     map[string]int
	equipment map[string]int
	units     map[string]int
	tasks     map[string]int
	entries   map[string]int
	sources   map[string]int
	names     map[string][]string // per kind of thing, for hints, made when the first is needed
}

// validate holds the mission against every rule.
func (d *decoder) validate(m *sortie.Mission, root *node) {
	c := &checker{
		decoder: d, root: root, m: m, names: map[string][]string{},
		places:    indexByID(m.Places, func(p *sortie.Place) string { return p.ID }),
		lifts:     indexByID(m.LiftTypes, func(l *sortie.LiftType) string { return l.ID }),
		equipment: indexByID(m.EquipmentTypes, func(e *sortie.EquipmentType) string { return e.ID }),
		units:     indexByID(m.Units, func(u *sortie.Unit) string { return u.ID }),
		tasks:     indexByID(m.Tasks, func(t *sortie.Task) string { return t.ID }),
		entries:   indexByID(m.Record, func(e *sortie.Entry) string { return e.ID }),
		sources:   indexByID(m.Sources, func(s *sortie.Source) string { return s.ID }),
	}
	for _, rule := range rules {
		rule(c)
	}
}

// indexByID is where each id is listed first.
func indexByID[T any](all []T, id func(*T) string) map[string]int {
	out := make(map[string]int, len(all))
	for i := range all {
		if name := id(&all[i]); name != "" {
			if _, known := out[name]; !known {
				out[name] = i
			}
		}
	}
	return out
}

func (c *checker) report(severity sortie.Severity, path, rule, message, hint string) {
	c.reportAt(path, sortie.Finding{Severity: severity, Rule: rule, Path: strings.TrimSuffix(path, "@"), Message: lang.Plain(message), Hint: lang.Plain(hint)})
}

// reportAt reports a finding in a line that is not that of its path: what a
// built-in type is like shows where the mission uses it.
func (c *checker) reportAt(path string, f sortie.Finding) {
	c.decoder.book.add(c.root.locate(path), f)
}

func (c *checker) fail(path, rule, message, hint string) {
	c.report(sortie.Error, path, rule, message, hint)
}

func (c *checker) doubt(path, rule, message, hint string) {
	c.report(sortie.Doubt, path, rule, message, hint)
}

// known reports an id that nothing has. what is said of it names the list that
// it should be in.
func (c *checker) known(what, id string, in map[string]int, more func() []string, path string, args ...any) bool {
	if id == "" {
		return false
	}
	if _, ok := in[id]; ok {
		return true
	}
	names, ok := c.names[what]
	if !ok {
		if names = slices.Sorted(maps.Keys(in)); more != nil {
			names = append(names, more()...)
		}
		c.names[what] = names
	}
	hint := c.decoder.suggest(id, names)
	switch {
	case hint != "":
	case len(in) == 0:
		hint = "the mission lists none"
	default:
		hint = "known: " + enumerate(names[:len(in)])
	}
	c.fail(fmt.Sprintf(path, args...), "unknown-id", fmt.Sprintf("no %s is called %q", what, shorten(id)), hint)
	return false
}

// enumerate lists a few names.
func enumerate(names []string) string {
	const few = 8
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}
