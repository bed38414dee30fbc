package missionfile

import (
	"encoding/json"
	"io/fs"
	"reflect"
	"strconv"
	"strings"

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
	csvs   int    // bytes of tables read so far, unpacked
	nodes  int    // nodes of tables read so far
	books  map[string]*workbook
	hints  int  // comparisons made for hints
	clears bool // a null takes an inherited value away
}

func (d *decoder) fail(at mark, t *trail, rule string, message, hint sentence) {
	d.report(sortie.Error, at, t, rule, message, hint)
}

func (d *decoder) report(severity sortie.Severity, at mark, t *trail, rule string, message, hint sentence) {
	if !d.book.count(severity) {
		return
	}
	if d.draft && rule == "missing-key" {
		message = say(notAnnounced, message)
	}
	d.book.keep(at, sortie.Finding{Severity: severity, Rule: rule, Path: t.String(), Message: message.text(), Hint: hint.text()})
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
func (d *decoder) suggest(name string, known []string) sentence {
	if d.hints += len(known); d.hints > maxHints {
		return sentence{}
	}
	return didYouMean(name, known)
}

// shape is what a wrong value is called in a message.
func (n *node) shape() sentence {
	switch n.kind {
	case null:
		return say(nothing)
	case list:
		return say(aList)
	case object:
		return say(aMapping)
	}
	if len(n.text) > 60 {
		return say(aLongText)
	}
	return asWritten(strconv.Quote(n.text))
}

func (d *decoder) wrongType(n *node, t *trail, want, hint sentence) {
	if n.kind == broken {
		return
	}
	d.fail(n.mark, t, "wrong-type", say(wrongForm, t.last(), want, n.shape()), hint)
}

// last is the key that the trail ends with.
func (t *trail) last() string {
	for ; t != nil; t = t.above {
		if t.key != "" {
			return t.key
		}
	}
	return "mission"
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
		d.wrongType(n, t, say(aMappingOf, strings.Join(info.keys[:min(3, len(info.keys))], ", ")), sentence{})
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
	message := say(thisLacks, info.name.Phrase, f.key)
	switch id := n.get("id"); {
	case t == nil && id == nil:
		message = say(theLacks, info.name.Phrase, f.key)
	case id != nil && id.kind == scalar && id.text != "" && f.key != "id":
		message = say(namedLacks, info.name.Phrase, shorten(id.text), f.key)
	}
	d.report(d.missing(), at, &trail{above: t, key: f.key}, "missing-key", message, example(f))
}

// example is a hint at what could be written for the key.
func example(f *fieldInfo) sentence {
	switch f.owner + "." + f.key {
	case "Mission.sortie":
		return say(writeVersion)
	case "Mission.timezone":
		return say(writeTimezone)
	case "Mission.host", "Place.country":
		return say(writeCountry, f.key)
	case "Operation.deadline":
		return say(writeDeadline)
	case "Mission.places", "Mission.units":
		return say(writeNone, f.key)
	}
	return sentence{}
}

func (d *decoder) unknownKey(entry *field, info *structInfo, t *trail) {
	hint := d.suggest(entry.key, info.keys)
	if hint.empty() {
		hint = say(knownKeys, strings.Join(info.keys, ", "))
	}
	d.fail(entry.mark, &trail{above: t, key: entry.key}, "unknown-key", say(noSuchKey, info.name.one(), shorten(entry.key)), hint)
}

func (d *decoder) duplicate(entry *field, first int32, t *trail) {
	d.fail(entry.mark, &trail{above: t, key: entry.key}, "duplicate-key", say(givenTwiceAt, shorten(entry.key), strconv.Itoa(int(first))), sentence{})
}

// shorten keeps a message readable, whatever a file says.
func shorten(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}

// raw keeps a JSON value as it was written.
func (d *decoder) raw(n *node, v reflect.Value, _ *trail, _ *fieldInfo) {
	if json.Valid([]byte(n.text)) {
		v.SetBytes([]byte(n.text))
	}
}
