package explain

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"sortie"
	"sortie/internal/lang"
)

var (
	sooner = lang.Phrase{EN: "Closes %[1]s sooner, on %[2]s instead of %[3]s: ", FR: "Clôture %[1]s plus tôt, le %[2]s au lieu du %[3]s : "}
	later  = lang.Phrase{EN: "Closes %[1]s later, on %[2]s instead of %[3]s: ", FR: "Clôture %[1]s plus tard, le %[2]s au lieu du %[3]s : "}
	atOnce = lang.Phrase{EN: "Closes at the same time, %s: ", FR: "Clôture au même moment, le %s : "}

	onlyAfter    = lang.Phrase{EN: "Closes on %s; before, nothing was delivered: ", FR: "Clôture le %s ; auparavant, rien n'était livré : "}
	onlyBefore   = lang.Phrase{EN: "Nothing is delivered any more; before, it closed on %s: ", FR: "Plus rien n'est livré ; auparavant, la clôture était le %s : "}
	neither      = lang.Phrase{EN: "Neither plan delivers anything: ", FR: "Aucun des deux plans ne livre quoi que ce soit : "}
	nothing      = lang.Phrase{EN: "no movement changes.", FR: "aucun mouvement ne change."}
	sameCount    = lang.Counted{One: lang.Phrase{EN: "%s movement stays", FR: "%s mouvement inchangé"}, Many: lang.Phrase{EN: "%s movements stay", FR: "%s mouvements inchangés"}}
	movedCount   = lang.Counted{One: lang.Phrase{EN: "%s moves in time", FR: "%s déplacé dans le temps"}, Many: lang.Phrase{EN: "%s move in time", FR: "%s déplacés dans le temps"}}
	changedCount = lang.Counted{One: lang.Phrase{EN: "%s changes", FR: "%s modifié"}, Many: lang.Phrase{EN: "%s change", FR: "%s modifiés"}}
	newCount     = lang.Counted{One: lang.Phrase{EN: "%s is new", FR: "%s nouveau"}, Many: lang.Phrase{EN: "%s are new", FR: "%s nouveaux"}}
	goneCount    = lang.Counted{One: lang.Phrase{EN: "%s is gone", FR: "%s supprimé"}, Many: lang.Phrase{EN: "%s are gone", FR: "%s supprimés"}}

	route    = lang.Phrase{EN: "%[1]s, %[2]s to %[3]s", FR: "%[1]s, de %[2]s à %[3]s"}
	convoyed = lang.Phrase{EN: "convoy", FR: "convoi"}

	isNew  = lang.Phrase{EN: "new, leaves on %[1]s", FR: "nouveau, part le %[1]s"}
	isGone = lang.Phrase{EN: "gone, was to leave on %[1]s", FR: "supprimé, devait partir le %[1]s"}

	leavesLater   = lang.Phrase{EN: "leaves %[1]s later, on %[2]s instead of %[3]s", FR: "part %[1]s plus tard, le %[2]s au lieu du %[3]s"}
	leavesSooner  = lang.Phrase{EN: "leaves %[1]s sooner, on %[2]s instead of %[3]s", FR: "part %[1]s plus tôt, le %[2]s au lieu du %[3]s"}
	unloadsLater  = lang.Phrase{EN: "is unloaded %[1]s later, on %[2]s instead of %[3]s", FR: "déchargé %[1]s plus tard, le %[2]s au lieu du %[3]s"}
	unloadsSooner = lang.Phrase{EN: "is unloaded %[1]s sooner, on %[2]s instead of %[3]s", FR: "déchargé %[1]s plus tôt, le %[2]s au lieu du %[3]s"}
	otherTimes    = lang.Phrase{EN: "begins to load on %[1]s instead of %[2]s", FR: "commence à charger le %[1]s au lieu du %[2]s"}
	otherStops    = lang.Phrase{EN: "other times at its stops", FR: "autres heures aux escales"}

	insteadOf    = lang.Phrase{EN: "%[1]s instead of %[2]s", FR: "%[1]s au lieu de %[2]s"}
	goes         = lang.Phrase{EN: "goes %[1]s instead of %[2]s", FR: "va %[1]s au lieu de %[2]s"}
	way          = lang.Phrase{EN: "from %[1]s to %[2]s", FR: "de %[1]s à %[2]s"}
	wayBy        = lang.Phrase{EN: "from %[1]s to %[2]s by %[3]s", FR: "de %[1]s à %[2]s par %[3]s"}
	alsoCarries  = lang.Phrase{EN: "carries also %s", FR: "emporte aussi %s"}
	noLonger     = lang.Phrase{EN: "no longer carries %s", FR: "n'emporte plus %s"}
	carriesMore  = lang.Phrase{EN: "carries more: %s", FR: "emporte en plus : %s"}
	carriesLess  = lang.Phrase{EN: "carries less: %s", FR: "emporte en moins : %s"}
	restowed     = lang.Phrase{EN: "the same load, stowed otherwise", FR: "même chargement, arrimé autrement"}
	ofKind       = lang.Phrase{EN: "%[1]s %[2]s", FR: "%[1]s %[2]s"}
	ofUnit       = lang.Phrase{EN: "%[1]s of %[2]s", FR: "%[1]s (%[2]s)"}
	positioning  = lang.Phrase{EN: "a positioning leg", FR: "trajet de mise en place"}
	otherNations = lang.Phrase{EN: "other nations", FR: "autres nations"}
	moreUnits    = lang.Phrase{EN: "%s other units", FR: "%s autres unités"}
	colon        = lang.Phrase{EN: ": ", FR: " : "}
	semicolon    = lang.Phrase{EN: "; ", FR: " ; "}

	peopleCount = lang.Counted{One: lang.Phrase{EN: "%s person", FR: "%s personne"}, Many: lang.Phrase{EN: "%s people", FR: "%s personnes"}}
)

// others is the unit that stands for what is aboard and not shown.
const others = "others"

// wording puts a difference into words. What the mission after no longer has is
// named as the one before did.
type wording struct {
	l      lang.Lang
	m, old *sortie.Mission
	zone   *time.Location
}

// whole is the difference in a sentence.
func (w wording) whole(d *Difference) string {
	l := w.l
	var s string
	when := func(t *time.Time) string { return l.Time(t.In(w.zone)) }
	switch a, b := d.Before.Closure, d.After.Closure; {
	case a == nil && b == nil:
		s = l.Say(neither)
	case a == nil:
		s = l.Say(onlyAfter, when(b))
	case b == nil:
		s = l.Say(onlyBefore, when(a))
	case b.Before(*a):
		s = l.Say(sooner, l.Span(a.Sub(*b)), when(b), when(a))
	case b.After(*a):
		s = l.Say(later, l.Span(b.Sub(*a)), when(b), when(a))
	default:
		s = l.Say(atOnce, when(b))
	}
	if len(d.Movements) == 0 {
		return s + l.Say(nothing)
	}
	var parts []string
	for _, part := range []struct {
		n    int
		says lang.Counted
	}{{d.Count.Same, sameCount}, {d.Count.Moved, movedCount}, {d.Count.Changed, changedCount}, {d.Count.New, newCount}, {d.Count.Gone, goneCount}} {
		if part.n > 0 {
			parts = append(parts, l.Count(part.n, part.says))
		}
	}
	return s + l.List(parts) + "."
}

// change is what becomes of a movement, as it is told to those whom it concerns.
func (w wording) change(v *MovementChange) string {
	l := w.l
	is := v.Before
	if is == nil {
		is = v.After
	}
	head := l.Say(route, cmp.Or(is.Lift, l.Say(convoyed)), w.place(is.From), w.place(is.To))
	var parts []string
	switch v.Kind {
	case New:
		parts = []string{l.Say(isNew, w.time(v.After.Depart)), w.aboard(v.After)}
	case Gone:
		parts = []string{l.Say(isGone, w.time(v.Before.Depart)), w.aboard(v.Before)}
	default:
		for _, what := range v.What {
			parts = append(parts, w.aspect(v, what))
		}
	}
	return head + l.Say(colon) + strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), l.Say(semicolon)) + "."
}

func (w wording) aspect(v *MovementChange, what Aspect) string {
	l, a, b := w.l, v.Before, v.After
	switch what {
	case Times:
		return w.times(v)
	case OfMode, OfFleet, OfLift:
		if what == OfFleet && a.Mode != b.Mode {
			return "" // the mode has said it
		}
		return l.Say(insteadOf, cmp.Or(b.Lift, l.Say(convoyed)), cmp.Or(a.Lift, l.Say(convoyed)))
	case Route:
		return l.Say(goes, w.way(b), w.way(a))
	case Load:
		return w.loads(a.Cargo, b.Cargo)
	}
	return l.Say(restowed)
}

func (w wording) times(v *MovementChange) string {
	l, a, b := w.l, v.Before, v.After
	moved := func(by int, late, soon lang.Phrase, is, was time.Time) string {
		if by < 0 {
			return l.Say(soon, l.Minutes(by), w.time(is), w.time(was))
		}
		return l.Say(late, l.Minutes(by), w.time(is), w.time(was))
	}
	var parts []string
	if v.DepartBy != 0 {
		parts = append(parts, moved(v.DepartBy, leavesLater, leavesSooner, b.Depart, a.Depart))
	}
	if v.UnloadedBy != 0 && v.UnloadedBy != v.DepartBy {
		parts = append(parts, moved(v.UnloadedBy, unloadsLater, unloadsSooner, b.Unloaded, a.Unloaded))
	}
	switch {
	case parts != nil:
	case !a.Load.Equal(b.Load):
		parts = append(parts, l.Say(otherTimes, w.time(b.Load), w.time(a.Load)))
	default:
		parts = append(parts, l.Say(otherStops))
	}
	return strings.Join(parts, ", ")
}

func (w wording) way(is *Leg) string {
	if len(is.Stops) == 0 {
		return w.l.Say(way, w.place(is.From), w.place(is.To))
	}
	var via []string
	for _, s := range is.Stops {
		via = append(via, w.place(s))
	}
	return w.l.Say(wayBy, w.place(is.From), w.place(is.To), w.l.List(via))
}

// aboard is what a movement carries, or that it is a positioning leg.
func (w wording) aboard(is *Leg) string {
	if len(is.Cargo) == 0 {
		return w.l.Say(positioning)
	}
	return w.load(is.Cargo)
}

// mostUnits is how many units a sentence names of a load; the others are counted.
const mostUnits = 4

func (w wording) load(cargo []Part) string {
	l := w.l
	var out []string
	for i, p := range cargo {
		if i == mostUnits && len(cargo) > mostUnits+1 {
			out = append(out, l.Say(moreUnits, len(cargo)-i))
			break
		}
		var parts []string
		if p.People > 0 {
			parts = append(parts, l.Count(p.People, peopleCount))
		}
		for _, kind := range slices.Sorted(maps.Keys(p.Items)) {
			parts = append(parts, l.Say(ofKind, p.Items[kind], kind))
		}
		out = append(out, l.Say(ofUnit, l.List(parts), w.unit(p.Unit)))
	}
	return l.List(out)
}

// loads is what one load has more and less than another.
func (w wording) loads(before, after []Part) string {
	l := w.l
	also, more := beyond(after, before)
	gone, less := beyond(before, after)
	var out []string
	for _, part := range []struct {
		says lang.Phrase
		what []Part
	}{{alsoCarries, also}, {noLonger, gone}, {carriesMore, more}, {carriesLess, less}} {
		if len(part.what) > 0 {
			out = append(out, l.Say(part.says, w.load(part.what)))
		}
	}
	return strings.Join(out, ", ")
}

// beyond is what a load has of units that another has nothing of, and what it has
// more than that of the others.
func beyond(a, b []Part) (units, more []Part) {
	of := map[string]Part{}
	for _, p := range b {
		of[p.Unit] = p
	}
	for _, p := range a {
		other, both := of[p.Unit]
		if !both {
			units = append(units, p)
			continue
		}
		rest := Part{Unit: p.Unit, People: max(0, p.People-other.People), Items: map[string]int{}}
		for kind, n := range p.Items {
			if n > other.Items[kind] {
				rest.Items[kind] = n - other.Items[kind]
			}
		}
		if rest.People > 0 || len(rest.Items) > 0 {
			more = append(more, rest)
		}
	}
	return units, more
}

// time is a time as sentences write it. Its zone stands once, in the whole's
// sentence.
func (w wording) time(t time.Time) string { return w.l.ShortTime(t.In(w.zone)) }

func (w wording) place(id string) string {
	if name := placeName(w.m, id); name != id {
		return name
	}
	return placeName(w.old, id)
}

func (w wording) unit(id string) string {
	for _, m := range []*sortie.Mission{w.m, w.old} {
		for _, u := range m.Units {
			if u.ID == id {
				return cmp.Or(u.Name, id)
			}
		}
	}
	if id == others {
		return w.l.Say(otherNations)
	}
	return id
}
