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
	f.book.fail(mark{}, "too-large", "", say(fileTooLarge, maxBytes>>20), say(longLists))
	f.publish()
	return f
}

// Parse reads a mission from YAML or JSON. name is what diagnostics call it;
// beside is the folder of its CSV lists, nil where there is none.
func Parse(name string, data []byte, beside fs.FS) (f *File) {
	f = &File{Name: name}
	defer func() {
		if fault := recover(); fault != nil {
			f.book.fail(mark{}, "unreadable", "", say(fileFault, fmt.Sprintf("%.200v", fault)), say(pleaseReport))
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
		f.book.fail(f.root.mark, "wrong-type", "", say(notAMission, f.root.shape()), say(beginsWith))
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
	if at, message, hint := unreadable(text); !message.empty() {
		at.source = src
		f.book.fail(at, "encoding", "", message, hint)
		return nil
	}
	isJSON := strings.EqualFold(filepath.Ext(name), ".json")
	if isJSON || bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) {
		f.book.sources[src].byteColumns = true
		root, scanned := buildJSON(string(text), src)
		if scanned.err.empty() {
			return root
		}
		if isJSON || len(text) > maxYAMLBytes {
			f.book.fail(scanned.errMark, "syntax", "", scanned.err, sentence{})
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
		zone, ok := zoneNamed(n.text)
		if !ok {
			d.fail(n.mark, &trail{key: "timezone"}, "timezone", say(noSuchZone, shorten(n.text)), zoneHint(n.text))
		}
		d.clock.zone = zone
	}
	if n := root.get("d_day"); n != nil && !n.empty() {
		date, err := sortie.ParseDate(strings.TrimSpace(n.text))
		d.clock.dDay, d.clock.bad = date, err != nil
	}
}
