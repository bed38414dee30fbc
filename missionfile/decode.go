package missionfile

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"sortie"
	"sortie/internal/lang"
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

func (d *decoder) fail(at mark, t *trail, rule, message, hint string) {
	d.report(sortie.Error, at, t, rule, message, hint)
}

func (d *decoder) report(severity sortie.Severity, at mark, t *trail, rule, message, hint string) {
	if d.draft && rule == "missing-key" {
		message += ": not said in the announcement"
	}
	d.book.add(at, sortie.Finding{Severity: severity, Rule: rule, Path: t.String(), Message: lang.Plain(message), Hint: lang.Plain(hint)})
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

// raw keeps a JSON value as it was written.
func (d *decoder) raw(n *node, v reflect.Value, _ *trail, _ *fieldInfo) {
	if json.Valid([]byte(n.text)) {
		v.SetBytes([]byte(n.text))
	}
}
