package missionfile

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// Read reads the mission in a file, or in a folder with mission.yaml in it,
// together with the CSV lists beside it. It returns an error only where the
// file cannot be opened at all; whatever is wrong with the mission is among the
// diagnostics.
func Read(name string) (*File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		name = filepath.Join(name, "mission.yaml")
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > maxBytes {
		return tooLarge(name), nil
	}
	text, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxBytes {
		return tooLarge(name), nil
	}
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return Parse(name, text, root.FS()), nil
}

func tooLarge(name string) *File {
	f := &File{Name: name}
	f.book.open(name, nil, false)
	f.book.add(mark{}, sortie.Finding{Severity: sortie.Error, Rule: "too-large",
		Message: lang.Plain(fmt.Sprintf("the file has more than %d MB and was not read", maxBytes>>20)),
		Hint:    lang.Plain("a mission of a hundred thousand units has less; keep long lists in CSV files beside it")})
	f.publish()
	return f
}

// Parse reads a mission from YAML or JSON. name is what diagnostics call it;
// beside is the folder of its CSV lists, nil where there is none.
func Parse(name string, data []byte, beside fs.FS) (f *File) {
	f = &File{Name: name}
	defer func() {
		if fault := recover(); fault != nil {
			f.book.add(mark{}, sortie.Finding{Severity: sortie.Error, Rule: "unreadable",
				Message: lang.Plain(fmt.Sprintf("the file could not be read: %.200v", fault)), Hint: lang.Plain("please report it, with the file")})
		}
		f.publish()
	}()
	if len(data) > maxBytes {
		return tooLarge(name)
	}
	f.root = f.tree(name, data)
	if f.root == nil {
		return f
	}
	if f.root.kind != object {
		hint := "a mission begins with sortie: 1"
		f.book.add(f.root.mark, sortie.Finding{Severity: sortie.Error, Rule: "wrong-type",
			Message: lang.Plain(fmt.Sprintf("a mission is a mapping of keys to values, not %s", f.root.shape())), Hint: lang.Plain(hint)})
		return f
	}
	d := &decoder{book: &f.book, beside: beside, folder: filepath.ToSlash(filepath.Dir(name))}
	f.Mission = d.mission(f.root)
	return f
}

// tree reads the text as JSON where it is JSON, and else as YAML.
func (f *File) tree(name string, data []byte) *node {
	text := bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	src := f.book.open(name, text, false)
	if at, message, hint := unreadable(text); message != "" {
		at.source = src
		f.book.add(at, sortie.Finding{Severity: sortie.Error, Rule: "encoding", Message: lang.Plain(message), Hint: lang.Plain(hint)})
		return nil
	}
	isJSON := strings.EqualFold(filepath.Ext(name), ".json")
	if isJSON || bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) {
		f.book.sources[src].byteColumns = true
		root, scanned := buildJSON(string(text), src)
		if scanned.err == "" {
			return root
		}
		if isJSON || len(text) > maxYAMLBytes {
			f.book.add(scanned.errMark, sortie.Finding{Severity: sortie.Error, Rule: "syntax", Message: lang.Plain(scanned.err)})
			return nil
		}
		f.book.sources[src].byteColumns = false
	}
	lines := bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	lines = bytes.ReplaceAll(lines, []byte("\r"), []byte("\n"))
	f.book.sources[src].text = lines
	return readYAML(&f.book, src, lines)
}

// mission reads the root. The zone, the D-day and whether it is a draft come
// first, since they say what everything else means.
func (d *decoder) mission(root *node) *sortie.Mission {
	m := &sortie.Mission{}
	if draft := root.get("draft"); draft != nil && draft.kind == scalar {
		d.draft = strings.EqualFold(draft.text, "true") && !draft.quoted
	}
	d.readClock(root)
	setDefaults(reflect.ValueOf(m).Elem())
	d.object(root, reflect.ValueOf(m).Elem(), nil)
	d.complete(m, root)
	d.validate(m, root)
	return m
}

func (d *decoder) readClock(root *node) {
	if n := root.get("timezone"); n != nil && n.kind == scalar && !n.empty() {
		zone, err := zoneNamed(n.text)
		if err != nil {
			d.fail(n.mark, &trail{key: "timezone"}, "timezone", err.Error(), zoneHint(n.text))
		}
		d.clock.zone = zone
	}
	if n := root.get("d_day"); n != nil && !n.empty() {
		date, err := sortie.ParseDate(strings.TrimSpace(n.text))
		d.clock.dDay, d.clock.bad = date, err != nil
	}
}
