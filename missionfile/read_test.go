package missionfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"sortie"
)

const small = `sortie: 1
id: small
timezone: Asia/Almaty
host: KZ
d_day: 2022-01-11
operation: {kind: withdrawal, start: D+2, deadline: D+12}
places:
  - {id: almaty, country: KZ, at: [43.3521, 77.0405], handles: {air: {working_mog: 4}, road: {}}}
  - {id: tec2, country: KZ}
  - {id: ivanovo, country: RU, at: [57.06, 40.98], handles: {air: {}}}
links:
  - {mode: road, between: [tec2, almaty], km: 14, kmh: 40}
fleets:
  - {id: wing, type: il-76md, count: 2, base: ivanovo}
units:
  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}
`

// mustParse reads a mission that has no error.
func mustParse(t *testing.T, text string, beside fs.FS) *File {
	t.Helper()
	f := Parse("mission.yaml", []byte(text), beside)
	if f.Failed() {
		t.Fatalf("%s\n%s", f.Render(), text)
	}
	return f
}

// changed is the small mission with one part replaced.
func changed(t *testing.T, old, fresh string) string {
	t.Helper()
	if !strings.Contains(small, old) {
		t.Fatalf("%q is not in the mission", old)
	}
	return strings.Replace(small, old, fresh, 1)
}

func TestReadFileOrFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("mission.yaml", changed(t, "units:\n  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}", "units: {csv: units.csv}"))
	write("units.csv", "id,at,to,people\nfirst,tec2,ivanovo,100\nsecond,tec2,nowhere,1\n")
	for _, name := range []string{dir, filepath.Join(dir, "mission.yaml")} {
		f, err := Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Mission.Units) != 2 || f.Mission.Units[0].People != 100 {
			t.Errorf("units %+v", f.Mission.Units)
		}
		if len(f.Diagnostics) == 0 || f.Diagnostics[len(f.Diagnostics)-1].File != filepath.ToSlash(filepath.Join(dir, "units.csv")) {
			t.Errorf("%s", f.Render())
		}
	}
	if _, err := Read(filepath.Join(dir, "absent.yaml")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("absent file: %v", err)
	}
}

func TestTableOutsideTheFolderIsNotRead(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.csv")
	if err := os.WriteFile(outside, []byte("id,at\nsecret,tec2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "units.csv")); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.csv"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"units.csv", "folder.csv", "../secret.csv", outside, "a\\b.csv", ".", "C:units.csv"} {
		text := changed(t, "units:\n  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}", "units: {csv: '"+name+"'}")
		path := filepath.Join(dir, "mission.yaml")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		refused := slices.ContainsFunc(f.Diagnostics, func(d Diagnostic) bool { return d.Rule == "csv-file" && d.Severity == sortie.Error })
		if !refused || len(f.Mission.Units) != 0 || strings.Contains(f.Render(), "secret,tec2") {
			t.Errorf("%s: %s", name, f.Render())
		}
	}
	if f := Parse("mission.yaml", []byte(changed(t, "units:\n  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}", "units: {csv: units.csv}")), nil); !f.Failed() {
		t.Error("a table was read without a folder")
	}
}

func TestHugeFileIsRefusedUnread(t *testing.T) {
	name := filepath.Join(t.TempDir(), "mission.yaml")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Truncate(200 << 20); err != nil {
		t.Fatal(err)
	}
	file.Close()
	allocated := testing.AllocsPerRun(1, func() {
		f, err := Read(name)
		if err != nil || !f.Failed() || f.Diagnostics[0].Rule != "too-large" || f.Mission != nil {
			t.Errorf("%v %+v", err, f)
		}
	})
	if allocated > 1000 {
		t.Errorf("%v allocations for a file that is not read", allocated)
	}
	if f := Parse("mission.yaml", make([]byte, maxBytes+1), nil); !f.Failed() || f.Diagnostics[0].Rule != "too-large" {
		t.Error("a huge text was read")
	}
}

// The same mission, however it is written down.
func TestFormsOfOneMission(t *testing.T) {
	want, err := SHA256(mustParse(t, small, nil).Mission)
	if err != nil {
		t.Fatal(err)
	}
	canonical, err := MarshalMission(mustParse(t, small, nil).Mission)
	if err != nil {
		t.Fatal(err)
	}
	table := fstest.MapFS{"units.csv": {Data: []byte("\xEF\xBB\xBFid;nation;at;to;people;equipment.jeep\r\nfirst;RU;tec2;ivanovo;100;\r\n;;;;;\r\n")}}
	withTable := changed(t, "units:\n  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}", "units: {csv: units.csv}")
	for name, f := range map[string]*File{
		"BOM":             Parse("m.yaml", []byte("\xEF\xBB\xBF"+small), nil),
		"CRLF":            Parse("m.yaml", []byte(strings.ReplaceAll(small, "\n", "\r\n")), nil),
		"CR":              Parse("m.yaml", []byte(strings.ReplaceAll(small, "\n", "\r")), nil),
		"comments":        Parse("m.yaml", []byte("# a\n"+strings.ReplaceAll(small, "host: KZ\n", "host: KZ # b\n\n  # c\n")), nil),
		"document marks":  Parse("m.yaml", []byte("%YAML 1.2\n---\n"+small+"...\n"), nil),
		"JSON":            Parse("m.json", canonical, nil),
		"JSON as YAML":    Parse("m.yaml", canonical, nil),
		"YAML in braces":  Parse("m.yaml", []byte("{sortie: 1, id: small, timezone: Asia/Almaty, host: KZ, d_day: 2022-01-11, operation: {kind: withdrawal, start: D+2, deadline: D+12}, places: [{id: almaty, country: KZ, at: [43.3521, 77.0405], handles: {air: {working_mog: 4}, road: {}}}, {id: tec2, country: KZ}, {id: ivanovo, country: RU, at: [57.06, 40.98], handles: {air: {}}}], links: [{mode: road, between: [tec2, almaty], km: 14, kmh: 40}], fleets: [{id: wing, type: il-76md, count: 2, base: ivanovo}], units: [{id: first, nation: RU, at: tec2, to: ivanovo, people: 100}]}"), nil),
		"table":           Parse("m.yaml", []byte(withTable), table),
		"anchor":          Parse("m.yaml", []byte(strings.Replace(strings.Replace(small, "country: KZ}", "country: &kz KZ}", 1), "country: KZ, at", "country: KZ, at", 1)), nil),
		"merge":           Parse("m.yaml", []byte(strings.Replace(small, "  - {id: first, nation: RU, at: tec2, to: ivanovo, people: 100}", "  - {<<: {nation: RU, at: nowhere, people: 100}, id: first, at: tec2, to: ivanovo}", 1)), nil),
		"absolute times":  Parse("m.yaml", []byte(strings.Replace(strings.Replace(small, "D+2,", "2022-01-12T18:00:00Z,", 1), "D+12", "2022-01-23T00:00+06:00", 1)), nil),
		"empty keys":      Parse("m.yaml", []byte(strings.Replace(small, "people: 100}", "people: 100, via: , name: \"\", ready: }", 1)), nil),
		"zero of a thing": Parse("m.yaml", []byte(strings.Replace(small, "people: 100}", "people: 100, equipment: {ural-4320: 0}}", 1)), nil),
	} {
		if f.Failed() {
			t.Errorf("%s: %s", name, f.Render())
			continue
		}
		if have, err := SHA256(f.Mission); err != nil || have != want {
			text, _ := MarshalMission(f.Mission)
			t.Errorf("%s: another mission\n%s\nwant\n%s", name, text, canonical)
		}
	}
}

func TestTextsThatLookLikeSomethingElse(t *testing.T) {
	f := mustParse(t, `sortie: 1
id: 2022-01-11
timezone: Asia/Almaty
host: NO
title: yes
operation: {kind: rotation, start: 2022-01-13T06:00:00+06:00, deadline: 2022-01-20T00:00:00+06:00}
places:
  - {id: on, country: NO, name: 1.10, open: [06:00-22:00]}
  - {id: 31, country: NO, name: 0x1F}
  - {id: 1e3, country: NO, name: true}
links:
  - {mode: road, between: [31, on], minutes: 55}
  - {mode: road, from: 1e3, to: 31, minutes: 1h30m}
units:
  - {id: 007, at: 31, to: on, people: 1e2, name: "31"}
`, nil)
	m := f.Mission
	for _, pair := range [][2]string{
		{m.ID, "2022-01-11"}, {m.Host, "NO"}, {m.Title.In("en"), "yes"}, {m.Places[0].ID, "on"}, {m.Places[0].Name, "1.10"},
		{m.Places[0].Open[0], "06:00-22:00"}, {m.Places[1].ID, "31"}, {m.Places[1].Name, "0x1F"}, {m.Places[2].ID, "1e3"},
		{m.Places[2].Name, "true"}, {m.Units[0].ID, "007"}, {m.Units[0].At, "31"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%q, want %q", pair[0], pair[1])
		}
	}
	if m.Units[0].People != 100 || *m.Links[0].Minutes != 55 || *m.Links[1].Minutes != 90 {
		t.Errorf("%+v %+v", m.Units[0], m.Links)
	}
}

func TestManyDiagnosticsAreCutShort(t *testing.T) {
	var b strings.Builder
	b.WriteString(small)
	for range 3000 { // each without an id, and in a place that is not there
		b.WriteString("  - {at: nowhere}\n")
	}
	f := Parse("m.yaml", []byte(b.String()), nil)
	const doubts = 1 // a built-in type rests on assumptions
	if len(f.Diagnostics) != maxKept+doubts || f.More != 6000-maxKept {
		t.Errorf("%d kept, %d more", len(f.Diagnostics), f.More)
	}
	text := f.Render()
	if n := strings.Count(text, ": error:"); n != maxRendered || !strings.HasSuffix(text, "and 5801 more\n") {
		t.Errorf("%d printed, ends %q", n, text[len(text)-40:])
	}
}

func TestLongAndStrangeLinesAreQuotedSafely(t *testing.T) {
	long := `{"sortie": 1, "id": "` + strings.Repeat("日", 30_000) + `", "host": "\u001b[31m", "hots": 1}`
	f := Parse("m.json", []byte(long), nil)
	for _, d := range f.Diagnostics {
		out := d.Render("en")
		if len(out) > 3000 || !utf8.ValidString(out) || strings.ContainsRune(out, 0x1b) {
			t.Errorf("%d bytes: %.200q", len(out), out)
		}
	}
	f = Parse("m.yaml", []byte("sortie: 1\nid: x \x1b[2J\nhots: 1\n"), nil)
	if strings.ContainsRune(f.Render(), 0x1b) {
		t.Error("an escape reaches the terminal")
	}
	f = Parse("m.yaml", []byte("sortie: 1\nid: 日本\ntitle: {en: 日本, xx-: 1}\n"), nil)
	want := "    title: {en: 日本, xx-: 1}\n                      ^\n"
	if !strings.Contains(f.Render(), want) {
		t.Errorf("%s", f.Render())
	}
}

func TestDefaults(t *testing.T) {
	m := mustParse(t, `sortie: 1
id: d
timezone: Europe/Berlin
host: DE
d_day: 2024-05-06
operation: {kind: deployment, deadline: D+1}
places: [{id: a, country: DE}]
lift_types:
  - {id: bare, mode: road, speed: 50}
  - {id: none, mode: road, speed: 50, decks: []}
  - {id: decked, mode: rail, speed: 50, decks: [{length: 10, width: 2, height: 2}], seats: 7}
units: [{id: u, at: a}]
`, nil).Mission
	u, l := m.Units[0], m.LiftTypes
	if m.PersonT != 0.12 || u.Priority != 3 || u.People != 0 || !u.Ready.IsZero() || !u.Due.IsZero() {
		t.Errorf("%+v %+v", m, u)
	}
	if have := m.Operation.Start.Format("2006-01-02T15:04Z07:00"); have != "2024-05-06T00:00+02:00" {
		t.Errorf("start %s", have)
	}
	if l[0].Gap != 0.15 || l[0].Slots != 1 || l[0].Decks != nil || l[1].Decks == nil || len(l[1].Decks) != 0 {
		t.Errorf("%+v", l)
	}
	if l[2].Decks[0].Count != 1 || l[2].Seats != (sortie.Seats{Empty: 7, Full: 7}) {
		t.Errorf("%+v", l[2])
	}
}
