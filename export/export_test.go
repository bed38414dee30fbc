package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"sortie"
	"sortie/bench/plans"
	"sortie/explain"
	"sortie/export"
	"sortie/internal/lang"
)

var made = export.Options{Lang: lang.EN, Now: time.Date(2022, 1, 12, 9, 30, 0, 0, time.UTC)}

// kazakhstan is the withdrawal of 2022 and its best known plan.
func kazakhstan(t testing.TB) (*sortie.Mission, *sortie.Plan) {
	t.Helper()
	m, p, err := plans.BestKnown("kazakhstan-2022")
	if err != nil {
		t.Fatal(err)
	}
	return m, p
}

func written(t testing.TB, format string, m *sortie.Mission, p *sortie.Plan) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := export.Write(&out, format, m, p, made); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEveryFormatIsWritten(t *testing.T) {
	m, p := kazakhstan(t)
	for _, f := range export.MissionFormats {
		if len(written(t, f, m, nil)) == 0 {
			t.Errorf("%s of a mission is empty", f)
		}
	}
	for _, f := range export.PlanFormats {
		if len(written(t, f, m, p)) == 0 {
			t.Errorf("%s of a plan is empty", f)
		}
	}
	if err := export.Write(io.Discard, "ics", m, nil, made); err == nil {
		t.Error("a mission has no calendar")
	}
}

// sheet is a sheet of a workbook, its rows by the heading of each cell.
func sheet(t *testing.T, book []byte, name string) []map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, cells := range rows[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[rows[0][i]] = c
		}
		out = append(out, row)
	}
	return out
}

func TestWorkbookOfAPlan(t *testing.T) {
	m, p := kazakhstan(t)
	book := written(t, "xlsx", m, p)
	rows := sheet(t, book, "movements")
	if len(rows) != len(p.Movements) {
		t.Fatalf("%d rows for %d movements", len(rows), len(p.Movements))
	}
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if is, err := f.GetSheetDimension("movements"); err != nil || is != fmt.Sprintf("A1:O%d", len(p.Movements)+1) {
		t.Errorf("the sheet says that it is %s: %v", is, err)
	}
	zone := explain.Zone(m)
	for i, v := range p.Movements {
		if want := v.Depart.In(zone).Format("2006-01-02 15:04 -07:00"); rows[i]["depart"] != want || rows[i]["lift"] != v.Lift || rows[i]["to"] != v.To {
			t.Errorf("movement %d: %v, not at %s", v.ID, rows[i], want)
		}
	}
	items := 0
	for _, v := range p.Movements {
		for _, c := range v.Cargo {
			items += len(c.Items)
		}
	}
	listed := 0
	for _, row := range sheet(t, book, "manifests") {
		n := 0
		for heading, cell := range row {
			if heading != "movement" && heading != "people" && heading != "items" && heading != "unit" {
				n += number(t, cell)
			}
		}
		if n != number(t, row["items"]) {
			t.Errorf("%v lists %d items", row, n)
		}
		listed += n
	}
	if listed != items {
		t.Errorf("%d items are listed of %d", listed, items)
	}
}

func number(t *testing.T, cell string) int {
	t.Helper()
	if cell == "" {
		return 0
	}
	var n int
	if err := json.Unmarshal([]byte(cell), &n); err != nil {
		t.Fatalf("%q is no number", cell)
	}
	return n
}

// Text is text, whatever a spreadsheet would make of it: the parts of the workbook
// hold no formula, and what is read back is what was written.
func TestTextIsNoFormula(t *testing.T) {
	m, _ := kazakhstan(t)
	hostile := []string{`=HYPERLINK("http://a.example","x")`, "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "<f>1</f>", "a\x00b", strings.Repeat("x", 32_000), "_x0041_"}
	m.Units = m.Units[:0:0]
	for i, name := range hostile {
		m.Units = append(m.Units, sortie.Unit{ID: "u" + string(rune('a'+i)), Name: name, At: "almaty", Priority: 3})
	}
	book := written(t, "xlsx", m, nil)
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(r); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s is not XML: %v", part.Name, err)
			}
			if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "f" || e.Name.Local == "hyperlink") {
				t.Errorf("%s has a %s", part.Name, e.Name.Local)
			}
		}
		r.Close()
	}
	for i, row := range sheet(t, book, "units") {
		if i < 4 && row["name"] != hostile[i] {
			t.Errorf("%q became %q", hostile[i], row["name"])
		}
	}
}

// Text of a mission does not become lines of a calendar, whatever a reader takes for
// the end of one.
func TestTextIsNoLineOfACalendar(t *testing.T) {
	m, p := kazakhstan(t)
	const evil = "a\r\nBEGIN:VALARM\rATTACH:http://x\u0085\n\x00b"
	m.Title = sortie.Text{"en": evil}
	m.Places = slices.Clone(m.Places)
	for i := range m.Places {
		m.Places[i].Name = evil
	}
	text := string(written(t, "ics", m, p))
	if left := strings.ReplaceAll(text, "\r\n", ""); strings.ContainsAny(left, "\r\n\x00\u0085") || strings.Contains(text, "\nBEGIN:VALARM") {
		t.Errorf("%.300q", text)
	}
}

func unfit(err error) bool {
	_, is := errors.AsType[*export.Unfit](err)
	return is
}

// A mission each of whose units has equipment that no other has would be a table of
// thousands of millions of cells: it is refused, and not begun.
func TestTablesThatWouldBeTooWide(t *testing.T) {
	for _, n := range []int{3_000, 20_000} {
		m, p := &sortie.Mission{}, &sortie.Plan{}
		for i := range n {
			kind := fmt.Sprint("t", i)
			m.Units = append(m.Units, sortie.Unit{ID: kind, Equipment: map[string]int{kind: 1}})
			p.Movements = append(p.Movements, sortie.Movement{Cargo: []sortie.Cargo{{Unit: kind, Items: []sortie.Item{{Type: kind}}}}})
		}
		for _, format := range []string{"csv", "xlsx"} {
			var out bytes.Buffer
			if err := export.Write(&out, format, m, nil, made); !unfit(err) || out.Len() > 0 {
				t.Errorf("%d units as %s: %v, %d bytes", n, format, err, out.Len())
			}
		}
		if err := export.Write(io.Discard, "xlsx", m, p, made); !unfit(err) {
			t.Errorf("%d movements: %v", n, err)
		}
		if err := export.Write(io.Discard, "csv", m, p, made); err != nil { // one column for all of it
			t.Errorf("%d movements as CSV: %v", n, err)
		}
	}
	m := &sortie.Mission{}
	for i := range 20_000 {
		m.Record = append(m.Record, sortie.Entry{ID: fmt.Sprint(i), Text: sortie.Text{fmt.Sprint("x", i): "x"}})
	}
	if err := export.Write(io.Discard, "xlsx", m, nil, made); !unfit(err) {
		t.Error(err)
	}
}

// A text as long as a cell can hold is kept whole; one character more is refused, with
// its place, and nothing is written.
func TestTextThatACellCannotHold(t *testing.T) {
	most := strings.Repeat("é", excelize.TotalCellChars-2) + "\U0001F681" // which counts twice
	m := &sortie.Mission{Units: []sortie.Unit{{ID: "u", Name: most}}}
	if got := sheet(t, written(t, "xlsx", m, nil), "units")[0]["name"]; got != most {
		t.Errorf("%d bytes of %d are left", len(got), len(most))
	}
	m.Units[0].Name += "x"
	var out bytes.Buffer
	err := export.Write(&out, "xlsx", m, nil, made)
	if !unfit(err) || !strings.HasPrefix(err.Error(), "sheet units, row 2, name: ") || out.Len() > 0 {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
}

func TestMapOfAPlan(t *testing.T) {
	m, p := kazakhstan(t)
	var c struct {
		Type     string
		Features []struct {
			Type, ID string
			Geometry *struct {
				Type        string
				Coordinates json.RawMessage
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(written(t, "geojson", m, p), &c); err != nil || c.Type != "FeatureCollection" || len(c.Features) != len(m.Places)+len(p.Movements) {
		t.Fatalf("%v: %d features", err, len(c.Features))
	}
	at := map[string]sortie.Position{}
	for _, place := range m.Places {
		at[place.ID] = place.At
	}
	for i, f := range c.Features[len(m.Places):] {
		v := p.Movements[i]
		if f.Geometry == nil {
			t.Errorf("movement %d has no course", v.ID)
			continue
		}
		var line [][2]float64
		if err := json.Unmarshal(f.Geometry.Coordinates, &line); err != nil || f.Geometry.Type != "LineString" || len(line) < 2 {
			t.Fatalf("%s: %v", f.Geometry.Coordinates, err)
		}
		first, last := line[0], line[len(line)-1]
		if from, to := at[v.From], at[v.To]; math.Abs(first[0]-from[1])+math.Abs(first[1]-from[0])+math.Abs(last[0]-to[1])+math.Abs(last[1]-to[0]) > 1e-5 {
			t.Errorf("movement %d goes from %v to %v", v.ID, first, last)
		}
		depart, err := time.Parse(time.RFC3339, f.Properties["depart"].(string))
		if err != nil || !depart.Equal(v.Depart) || f.Properties["movement"] != float64(v.ID) {
			t.Errorf("%v", f.Properties)
		}
	}
}

// The calendar is read by another hand than wrote it: lines of at most 75 bytes,
// ended as RFC 5545 asks, unfolded and unescaped.
func TestCalendarOfAPlan(t *testing.T) {
	m, p := kazakhstan(t)
	m.Places = slices.Clone(m.Places)
	for i := range m.Places {
		m.Places[i].Name = "Аэродром " + m.Places[i].ID + `; "north", gate\1`
	}
	text := string(written(t, "ics", m, p))
	for i, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("line %d has %d bytes: %q", i+1, len(line), line)
		}
	}
	uids := map[string]bool{}
	events := strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "BEGIN:VEVENT\r\n")[1:]
	if len(events) != len(p.Movements) {
		t.Fatalf("%d events for %d movements", len(events), len(p.Movements))
	}
	for i, e := range events {
		v := p.Movements[i]
		keys := map[string]string{}
		for _, line := range strings.Split(e, "\r\n") {
			key, value, _ := strings.Cut(line, ":")
			keys[key] = value
		}
		if keys["DTSTART"] != v.Depart.UTC().Format("20060102T150405Z") || keys["DTEND"] != v.Arrive.UTC().Format("20060102T150405Z") || keys["DTSTAMP"] != "20220112T093000Z" {
			t.Errorf("movement %d: %v", v.ID, keys)
		}
		if !strings.HasSuffix(keys["SUMMARY"], `→ Аэродром `+v.To+`\; "north"\, gate\\1`) || !strings.Contains(keys["DESCRIPTION"], `\n`) {
			t.Errorf("movement %d: %q %q", v.ID, keys["SUMMARY"], keys["DESCRIPTION"])
		}
		uids[keys["UID"]] = true
	}
	if len(uids) != len(p.Movements) {
		t.Errorf("%d UIDs for %d movements", len(uids), len(p.Movements))
	}
	if again := string(written(t, "ics", m, p)); again != text {
		t.Error("the same plan makes another calendar")
	}
	if cal, err := ics.ParseCalendar(strings.NewReader(text)); err != nil || len(cal.Events()) != len(p.Movements) {
		t.Error(err)
	}
}

func TestListOfMissions(t *testing.T) {
	zone := time.FixedZone("", 6*3600)
	closure, margin, most, last := time.Date(2024, 9, 3, 13, 22, 0, 0, zone), 638, 150, 0
	lines := []export.Line{
		{ID: "planned", Title: "=1+1", Host: "KG", Zone: "Asia/Bishkek", Kind: "withdrawal", State: "closed", Deadline: closure.Add(time.Hour), Plan: 3, Closure: &closure, Margin: &margin, Most: &most, Last: &last, Changed: 1, At: closure.UTC()},
		{ID: "asked", Kind: "deployment", State: "asked", Draft: true, Deadline: closure, Changed: 2, At: closure},
	}
	var text bytes.Buffer
	if err := export.Missions(&text, "csv", lines); err != nil {
		t.Fatal(err)
	}
	const want = `id,title,host,timezone,kind,state,draft,deadline,plan,closure,margin_minutes,strength.most,strength.last,changed,at
planned,'=1+1,KG,Asia/Bishkek,withdrawal,closed,,2024-09-03T14:22:00+06:00,3,2024-09-03T13:22:00+06:00,638,150,0,1,2024-09-03T07:22:00Z
asked,,,,deployment,asked,true,2024-09-03T13:22:00+06:00,,,,,,2,2024-09-03T13:22:00+06:00
`
	if text.String() != want {
		t.Errorf("got\n%s\nwant\n%s", text.String(), want)
	}
	text.Reset()
	if err := export.Missions(&text, "xlsx", lines); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&text)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for cell, want := range map[string]string{"A2": "planned", "B2": "=1+1", "J2": "2024-09-03 13:22 +06:00", "O2": "2024-09-03 07:22 +00:00", "G3": "TRUE", "J3": ""} {
		if got, err := book.GetCellValue("missions", cell); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", cell, got, err, want)
		}
	}
	if err := export.Missions(&text, "ics", lines); err == nil {
		t.Error("a calendar of missions is written")
	}
}
