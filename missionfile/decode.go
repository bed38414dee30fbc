package missionfile

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"time"

	"sortie"
)

// decoder reads nodes into values. It goes on past what it cannot read, so that
// one run finds everything.
type decoder struct {
	book   *book
	clock  clock
	draft  bool
	beside fs.FS  // where CSV lists are; nil where there is no folder
	folder string // its name, for diagnostics
	csvs   int    // bytes of CSV lists read so far
	nodes  int    // nodes of CSV lists read so far
	hints  int    // comparisons made for hints
	clears bool   // a null takes an inherited value away
}

func (d *decoder) fail(at mark, t *trail, rule, message, hint string) {
	d.report(sortie.Error, at, t, rule, message, hint)
}

func (d *decoder) report(severity sortie.Severity, at mark, t *trail, rule, message, hint string) {
	d.book.add(at, sortie.Finding{Severity: severity, Rule: rule, Path: t.String(), Message: message, Hint: hint})
}

// missing is how severe the absence of a key is.
func (d *decoder) missing() sortie.Severity {
	if d.draft {
		return sortie.Doubt
	}
	return sortie.Error
}

// suggest is a hint with the nearest known name, as long as there have not been
// so many that comparing would take for ever.
func (d *decoder) suggest(name string, known []string) string {
	if d.hints += len(known); d.hints > maxHints {
		return ""
	}
	return didYouMean(name, known)
}

// shape is what a wrong value is called in a message.
func (n *node) shape() string {
	switch n.kind {
	case null:
		return "nothing"
	case list:
		return "a list"
	case object:
		return "a mapping"
	}
	if len(n.text) > 60 {
		return "a long text"
	}
	return fmt.Sprintf("%q", n.text)
}

func (d *decoder) wrongType(n *node, t *trail, want, hint string) {
	if n.kind == broken {
		return
	}
	d.fail(n.mark, t, "wrong-type", fmt.Sprintf("%s should be %s, not %s", t.last(), want, n.shape()), hint)
}

// last is the key that the trail ends with.
func (t *trail) last() string {
	for ; t != nil; t = t.above {
		if t.key != "" {
			return t.key
		}
	}
	return "a mission"
}

// into reads the node into the value. f says what the format demands of it.
func (d *decoder) into(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	if n.kind == broken {
		return
	}
	if special, ok := specials[v.Type()]; ok {
		special(d, n, v, t, f)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(v.Type().Elem())
		if f != nil && f.owner == "Link" && f.key == "minutes" {
			d.minutes(n, fresh.Elem(), t, f)
		} else {
			d.into(n, fresh.Elem(), t, f)
		}
		v.Set(fresh)
	case reflect.Struct:
		d.object(n, v, t)
	case reflect.Slice:
		d.list(n, v, t, f)
	case reflect.Array:
		d.pair(n, v, t)
	case reflect.Map:
		d.mapping(n, v, t, f)
	case reflect.String:
		d.text(n, v, t, f)
	case reflect.Bool:
		d.bool(n, v, t)
	default:
		d.number(n, v, t, f)
	}
}

// object reads the keys of a struct.
func (d *decoder) object(n *node, v reflect.Value, t *trail) {
	info := infoOf(v.Type())
	if n.kind != object {
		d.wrongType(n, t, "a mapping with keys such as "+strings.Join(info.keys[:min(3, len(info.keys))], ", "), "")
		return
	}
	seen := make([]int32, len(info.fields))
	for pass := range 2 { // what is written out goes before what is merged in
		for i := range n.fields {
			entry := &n.fields[i]
			if entry.merged != (pass == 1) {
				continue
			}
			f := info.byKey[entry.key]
			if f == nil {
				if !entry.merged {
					d.unknownKey(entry, info, t)
				}
				continue
			}
			at := &seen[f.number]
			if *at != 0 {
				if !entry.merged {
					d.duplicate(entry, *at, t)
				}
				continue
			}
			*at = max(entry.mark.line, 1)
			d.member(entry.value, v, f, &trail{above: t, key: f.key})
		}
	}
	for i := range info.fields {
		f := &info.fields[i]
		if !f.required || seen[i] != 0 && !blank(n, f.key) || seen[i] == 0 && !v.FieldByIndex(f.index).IsZero() {
			continue
		}
		d.absent(n, info, f, t)
	}
}

// blank reports whether the key has nothing after it, which is as good as
// absent.
func blank(n *node, key string) bool {
	value := n.get(key)
	return value != nil && value.empty()
}

// absentTime is how a time that is not known is written in canonical JSON where
// its key cannot be left out, as in a draft.
const absentTime = "0001-01-01T00:00:00Z"

// empty reports whether the node is nothing, or a text without characters.
func (n *node) empty() bool {
	return n.kind == null || n.kind == scalar && (strings.TrimSpace(n.text) == "" || n.text == absentTime)
}

func (d *decoder) member(value *node, v reflect.Value, f *fieldInfo, t *trail) {
	target := v.FieldByIndex(f.index)
	if value.empty() {
		if d.clears && value.kind == null && f.key != "gap" && f.key != "slots" {
			target.SetZero()
		}
		return
	}
	d.into(value, target, t, f)
}

func (d *decoder) absent(n *node, info *structInfo, f *fieldInfo, t *trail) {
	at := n.locate(f.key)
	what := "this " + info.name
	if id := n.get("id"); id != nil && id.kind == scalar && id.text != "" && f.key != "id" {
		what = fmt.Sprintf("%s %q", info.name, shorten(id.text))
	}
	message := fmt.Sprintf("%s has no %s", what, f.key)
	if t == nil && n.get("id") == nil {
		message = fmt.Sprintf("the %s has no %s", info.name, f.key)
	}
	d.report(d.missing(), at, &trail{above: t, key: f.key}, "missing-key", message, example(f))
}

// example is a hint at what could be written for the key.
func example(f *fieldInfo) string {
	switch f.owner + "." + f.key {
	case "Mission.sortie":
		return "write sortie: 1, the version of the format"
	case "Mission.timezone":
		return "write an IANA name such as timezone: Asia/Almaty"
	case "Mission.host", "Place.country":
		return "write an ISO 3166 code such as " + f.key + ": KZ"
	case "Operation.deadline":
		return "write a time such as deadline: 2022-01-20T00:00:00+06:00, or D+12"
	case "Mission.places", "Mission.units":
		return "write " + f.key + ": [] where there are none"
	}
	return ""
}

func (d *decoder) unknownKey(entry *field, info *structInfo, t *trail) {
	hint := d.suggest(entry.key, info.keys)
	if hint == "" {
		hint = "known keys: " + strings.Join(info.keys, ", ")
	}
	d.fail(entry.mark, &trail{above: t, key: entry.key}, "unknown-key", fmt.Sprintf("%s has no key %q", withArticle(info.name), shorten(entry.key)), hint)
}

func (d *decoder) duplicate(entry *field, first int32, t *trail) {
	d.fail(entry.mark, &trail{above: t, key: entry.key}, "duplicate-key",
		fmt.Sprintf("%q is given twice; the first is on line %d", shorten(entry.key), first), "")
}

// shorten keeps a message readable, whatever a file says.
func shorten(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}

// list reads a list, or the table that {csv: name} stands for.
func (d *decoder) list(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	elem := v.Type().Elem()
	if n.kind == object && elem.Kind() == reflect.Struct && n.get("csv") != nil {
		d.table(n, elem, t)
		if n.kind == broken {
			return
		}
	}
	if n.kind == scalar && n.cell && elem.Kind() != reflect.Struct {
		n.split()
	}
	if n.kind != list {
		hint := "write [a, b], or one entry on each line after a dash"
		if elem.Kind() == reflect.Struct {
			hint = "write one entry on each line after a dash, or {csv: " + t.last() + ".csv}"
		}
		d.wrongType(n, t, "a list", hint)
		return
	}
	limit := mostItems
	if f != nil {
		if n, ok := maxItems[f.owner+"."+f.key]; ok {
			limit = n
		}
	}
	if len(n.items) > limit {
		d.fail(n.mark, t, "too-many", fmt.Sprintf("%s has %d entries; at most %d are read", t.last(), len(n.items), limit), "")
		return
	}
	if len(n.items) == 0 && f != nil && emptyMeansNothing[f.owner+"."+f.key] {
		d.fail(n.mark, t, "empty-list", fmt.Sprintf("%s lists nothing", t.last()), "leave "+t.last()+" out where there is no limit")
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		here := &trail{above: t, index: i}
		if elem.Kind() == reflect.Struct && elem != reflect.TypeFor[time.Time]() {
			d.entry(item, out.Index(i), here)
			continue
		}
		if item.empty() {
			d.fail(item.mark, here, "wrong-type", fmt.Sprintf("an entry of %s is empty", t.last()), "")
			continue
		}
		d.into(item, out.Index(i), here, f)
	}
	v.Set(out)
}

// emptyMeansNothing are the lists whose absence means everything, so that an
// empty one would mean the opposite of what it looks like.
var emptyMeansNothing = map[string]bool{
	"Fleet.serves": true, "Unit.modes": true, "Clearance.nations": true, "Place.open": true,
	"Link.types": true, "LiftType.payload_range": true,
}

// entry reads one struct of a list, over the values that it has if its file
// does not say them.
func (d *decoder) entry(n *node, v reflect.Value, t *trail) {
	setDefaults(v)
	if n.kind == null {
		d.fail(n.mark, t, "wrong-type", fmt.Sprintf("an entry of %s is empty", t.last()), "")
		return
	}
	if v.Type() == reflect.TypeFor[sortie.LiftType]() && n.kind == object {
		d.liftType(n, v, t)
		return
	}
	d.into(n, v, t, nil)
}

// pair reads the two numbers of a point on a payload curve.
func (d *decoder) pair(n *node, v reflect.Value, t *trail) {
	if n.kind != list || len(n.items) != v.Len() {
		d.wrongType(n, t, "a pair such as [3650, 48]", "distance in km, then payload in t")
		return
	}
	limits := []*bound{&curveKM, &curveT}
	for i, item := range n.items {
		d.number(item, v.Index(i), &trail{above: t, index: i}, &fieldInfo{bound: limits[i]})
	}
}

// mapping reads a mapping whose keys are names.
func (d *decoder) mapping(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	if n.kind != object {
		d.wrongType(n, t, "a mapping", "write {name: value}")
		return
	}
	limit := mostItems
	if f != nil {
		if n, ok := maxItems[f.owner+"."+f.key]; ok {
			limit = n
		}
	}
	if len(n.fields) > limit {
		d.fail(n.mark, t, "too-many", fmt.Sprintf("%s has %d entries; at most %d are read", t.last(), len(n.fields), limit), "")
		return
	}
	out := reflect.MakeMapWithSize(v.Type(), len(n.fields))
	lines := make(map[string]int32, len(n.fields))
	for pass := range 2 {
		for i := range n.fields {
			entry := &n.fields[i]
			if entry.merged != (pass == 1) {
				continue
			}
			if first, ok := lines[entry.key]; ok {
				if !entry.merged {
					d.duplicate(entry, first, t)
				}
				continue
			}
			lines[entry.key] = entry.mark.line
			here := &trail{above: t, key: entry.key}
			if !d.mapKey(entry, v.Type().Key(), here, f) {
				continue
			}
			value := reflect.New(v.Type().Elem()).Elem()
			switch {
			case !entry.value.empty():
				d.into(entry.value, value, here, f.withoutFormat())
			case value.Kind() != reflect.Struct:
				if !entry.value.cell {
					d.fail(entry.mark, here, "wrong-type", fmt.Sprintf("%s of %s has no value", shorten(entry.key), t.last()), "")
				}
				continue
			}
			out.SetMapIndex(reflect.ValueOf(entry.key).Convert(v.Type().Key()), value)
		}
	}
	if len(out.MapKeys()) > 0 {
		v.Set(out)
	}
}

func (f *fieldInfo) withoutFormat() *fieldInfo {
	if f == nil || f.format == nil {
		return f
	}
	out := *f
	out.format = nil
	return &out
}

func (d *decoder) mapKey(entry *field, key reflect.Type, t *trail, f *fieldInfo) bool {
	if known, ok := words[key]; ok {
		for _, word := range known {
			if entry.key == word {
				return true
			}
		}
		d.fail(entry.mark, t, "unknown-word", fmt.Sprintf("%q is none of %s", shorten(entry.key), strings.Join(known, ", ")), d.suggest(entry.key, known))
		return false
	}
	check := idForm.check
	name, rule := "a name", "id-form"
	if f != nil && f.format != nil {
		check, name, rule = f.format.check, f.format.name, f.format.rule
	}
	if hint, ok := check(entry.key); !ok || entry.key == "" && rule != language.rule {
		d.fail(entry.mark, t, rule, fmt.Sprintf("%q is not %s", shorten(entry.key), name), hint)
		return false
	}
	return true
}

// raw keeps a JSON value as it was written.
func (d *decoder) raw(n *node, v reflect.Value, _ *trail, _ *fieldInfo) {
	if json.Valid([]byte(n.text)) {
		v.SetBytes([]byte(n.text))
	}
}
