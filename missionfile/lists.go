package missionfile

import (
	"reflect"
	"strings"
	"time"

	"sortie"
)

// list reads a list, or the table that {csv: name} or {xlsx: name} stands for.
func (d *decoder) list(n *node, v reflect.Value, t *trail, f *fieldInfo) {
	elem := v.Type().Elem()
	if n.kind == object && elem.Kind() == reflect.Struct && (n.get("csv") != nil || n.get("xlsx") != nil) {
		d.table(n, elem, t)
		if n.kind == broken {
			return
		}
	}
	if n.kind == scalar && n.cell && elem.Kind() != reflect.Struct {
		n.split()
	}
	if n.kind != list {
		hint := say(writeList)
		if elem.Kind() == reflect.Struct {
			hint = say(writeTable, t.last())
		}
		d.wrongType(n, t, say(aList), hint)
		return
	}
	limit := mostItems
	if f != nil {
		if n, ok := maxItems[f.owner+"."+f.key]; ok {
			limit = n
		}
	}
	if len(n.items) > limit {
		d.fail(n.mark, t, "too-many", say(tooMany, t.last(), len(n.items), limit), sentence{})
		return
	}
	if len(n.items) == 0 && f != nil && emptyMeansNothing[f.owner+"."+f.key] {
		d.fail(n.mark, t, "empty-list", say(listsNothing, t.last()), say(leaveOutNoEnd, t.last()))
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
			d.fail(item.mark, here, "wrong-type", say(emptyEntry, t.last()), sentence{})
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
		d.fail(n.mark, t, "wrong-type", say(emptyEntry, t.last()), sentence{})
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
		d.wrongType(n, t, say(aCurvePoint), say(pairOrder))
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
		d.wrongType(n, t, say(aMapping), say(writeMapping))
		return
	}
	limit := mostItems
	if f != nil {
		if n, ok := maxItems[f.owner+"."+f.key]; ok {
			limit = n
		}
	}
	if len(n.fields) > limit {
		d.fail(n.mark, t, "too-many", say(tooMany, t.last(), len(n.fields), limit), sentence{})
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
					d.fail(entry.mark, here, "wrong-type", say(noValue, shorten(entry.key), t.last()), sentence{})
				}
				continue
			}
			out.SetMapIndex(reflect.ValueOf(entry.key).Convert(v.Type().Key()), value)
		}
	}
	if out.Len() > 0 {
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
		d.fail(entry.mark, t, "unknown-word", say(noneOf, shorten(entry.key), strings.Join(known, ", ")), d.suggest(entry.key, known))
		return false
	}
	check := idForm.check
	name, rule := aName, "id-form"
	if f != nil && f.format != nil {
		check, name, rule = f.format.check, f.format.name, f.format.rule
	}
	if hint, ok := check(entry.key); !ok || entry.key == "" && rule != language.rule {
		d.fail(entry.mark, t, rule, say(notOfForm, shorten(entry.key), name), hint)
		return false
	}
	return true
}
