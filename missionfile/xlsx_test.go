package missionfile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// booked is a workbook with these sheets, each cell as a spreadsheet would have
// it; the first sheet is the one that is named first.
func booked(t testing.TB, sheets ...any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range sheets[i+1].([][]any) {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", r+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// withUnits reads a mission whose units are in a workbook.
func withUnits(units string, book []byte) *File {
	var beside fs.FS = fstest.MapFS{"force.xlsx": {Data: book}}
	return Parse("mission.yaml", []byte("sortie: 1\nid: x\ntimezone: Asia/Almaty\nhost: KZ\nd_day: 2022-01-11\noperation: {kind: withdrawal, deadline: D+12}\n"+
		"places:\n  - {id: almaty, country: KZ}\n  - {id: osh, country: KG}\nlinks:\n  - {mode: road, between: [almaty, osh], km: 500}\n"+
		"equipment_types:\n  - {id: truck, length: 7.8, width: 2.5, height: 3, mass: 8.5, drives: true, kmh: 60, seats: 3}\nunits: "+units+"\n"), beside)
}

var heading = []any{"id", "nation", "at", "to", "people", "equipment.truck", "ready", "due", "together", "via"}

// What an officer types into a spreadsheet is what the mission has: dates are the
// mission's local time, numbers are numbers, and formulas what they come to.
func TestForceListInAWorkbook(t *testing.T) {
	book := booked(t, "Notes", [][]any{{"whatever"}}, "Units", [][]any{
		heading,
		{"kg-1", "KG", "almaty", "osh", 30, 2.0, time.Date(2022, 1, 13, 8, 15, 0, 0, time.UTC), "D+5", "24h", nil},
		{},
		{7, "KG", "almaty", "osh", "12", "", "2022-01-14T06:00+06:00"},
	})
	for _, units := range []string{"{xlsx: force.xlsx}", "{xlsx: force.xlsx, sheet: Units}"} {
		f := withUnits(units, book)
		if f.Failed() {
			t.Fatal(f.Render("en"))
		}
		a, b := f.Mission.Units[0], f.Mission.Units[1]
		if a.Ready.Format(time.RFC3339) != "2022-01-13T08:15:00+06:00" || a.Due.Format(time.RFC3339) != "2022-01-16T00:00:00+06:00" ||
			a.People != 30 || a.Equipment["truck"] != 2 || a.Together.String() != "1d" {
			t.Errorf("%+v", a)
		}
		if b.ID != "7" || b.People != 12 || b.Ready.Format(time.RFC3339) != "2022-01-14T06:00:00+06:00" || len(f.Mission.Units) != 2 {
			t.Errorf("%+v", b)
		}
	}
	one := booked(t, "Tabelle1", [][]any{heading[:5], {"kg-1", "KG", "almaty", "osh", 30}})
	if f := withUnits("{xlsx: force.xlsx}", one); f.Failed() || f.Mission.Units[0].People != 30 {
		t.Error(f.Render("en"))
	}
}

// Findings point at the cell.
func TestFindingsInAWorkbook(t *testing.T) {
	book := booked(t, "Units", [][]any{
		append(append([]any{}, heading...), "pepole"),
		{"kg-1", "KG", "almty", "osh", -3, "two", 99999999, "D+5", "", "", 4},
		{"kg-1", "KG", "almaty", "osh", 30},
		{"kg-2", "KG", "almaty", "osh", 1, 1, "", "", "", "", "", "", "more"},
	})
	f := withUnits("{xlsx: force.xlsx}", book)
	got := map[string]string{}
	for _, d := range f.Diagnostics {
		if d.File == "force.xlsx" {
			got[d.Cell] += d.Rule + " "
		}
	}
	for cell, rule := range map[string]string{"Units!K1": "unknown-key", "Units!C2": "unknown-id", "Units!E2": "out-of-range", "Units!F2": "wrong-type", "Units!G2": "time",
		"Units!A3": "duplicate-id", "Units!M4": "csv-heading"} {
		if !strings.Contains(got[cell], rule) {
			t.Errorf("%s: %q, not %s\n%s", cell, got[cell], rule, f.Render("en"))
		}
	}
	if text := f.Render("en"); !strings.Contains(text, "force.xlsx:Units!C2: error: ") {
		t.Error(text)
	}
}

func TestWorkbooksThatCannotBeRead(t *testing.T) {
	two := booked(t, "A", [][]any{{"id"}}, "B", [][]any{{"id"}})
	wide := make([]any, maxCSVColumns+1)
	for i := range wide {
		wide[i] = "x"
	}
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range maxWorkbook>>20 + 1 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, units string
		book        []byte
		says        string
	}{
		{"not there", "{xlsx: other.xlsx}", two, "is not there"},
		{"outside", "{xlsx: ../force.xlsx}", two, "not a plain file name"},
		{"no workbook", "{xlsx: force.xlsx}", []byte("id,at\na,almaty\n"), "is not a workbook"},
		{"encrypted", "{xlsx: force.xlsx}", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "without a password"},
		{"a bomb", "{xlsx: force.xlsx}", bomb.Bytes(), "is too large"},
		{"no such sheet", "{xlsx: force.xlsx, sheet: C}", two, `no sheet "C"`},
		{"which sheet", "{xlsx: force.xlsx}", two, "none is called"},
		{"a sheet that is a list", "{xlsx: force.xlsx, sheet: [A]}", two, "name of a sheet"},
		{"both", "{xlsx: force.xlsx, csv: force.csv}", two, "beside csv there is no key"},
		{"empty", "{xlsx: force.xlsx}", booked(t, "units", [][]any{}), "the table is empty"},
		{"too wide", "{xlsx: force.xlsx}", booked(t, "units", [][]any{{"id", "at"}, wide}), "more than 1,000 columns"},
		{"a text no mission may have", "{xlsx: force.xlsx}", booked(t, "units", [][]any{{"id", strings.Repeat("x", maxShared+1)}}), "more than 10,000 bytes"},
		{"too long", "{xlsx: force.xlsx}", far(t), "more than 200,000 rows"},
		{"a name that is none", "{xlsx: [force.xlsx]}", two, "name of a file"},
	} {
		f := withUnits(c.units, c.book)
		inFrench(t, f.Diagnostics)
		if !f.Failed() || !strings.Contains(f.Render("en"), c.says) {
			t.Errorf("%s: %s", c.name, f.Render("en"))
		}
	}
}

// A workbook keeps a text once, however often it is shown: what a small file stands
// for is weighed before any of it is made.
func TestTextsOfAWorkbookAreWeighed(t *testing.T) {
	long := strings.Repeat("x", maxShared)
	shown := func(cells int) string {
		// All of it is one row, though it is written as many.
		return `<row r="1">` + strings.Repeat(`<c t="s"><v> 1 </v></c><c t="s"><foo/><v>0</v></c></row><row r="1">`, cells) + "</row>"
	}
	for _, c := range []struct{ name, shared, cells, says string }{
		{"as many as there may be", "<si><t>a</t></si><si><t>" + long + "</t></si>", shown(3), ""},
		{"a text shown often", "<si><t>a</t></si><si><r><t>" + long[1:] + "</t></r><r><t>y</t></r></si>", shown(maxWorkbook/maxShared + 1), "cells of a sheet have at most 32 MB"},
		{"a long text", "<si><v/><t>" + long + "y</t></si>", shown(1), "a text of more than 10,000 bytes"},
		{"a long text of a cell's own", "<si/>", `<row><c t="inlineStr"><is><t>` + long + "y</t></is></c></row>", "a text of more than 10,000 bytes"},
		{"escaped signs", "<si><t>" + strings.Repeat("_x0041_", maxEscapes+1) + "</t></si>", "", "signs written as codes"},
		{"UTF-16", `<?xml version="1.0" encoding="UTF-16"?><si/>`, "", "not in UTF-8"},
	} {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for name, text := range map[string]string{"xl/any.bin": c.shared, "xl/worksheets/other.xml": "<sheetData>" + c.cells + "</sheetData>", "xl/media/image1.png": "\x89PNG\r\n\x1a\n"} {
			part, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(part, text); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if why := weigh(z).text(); !why.IsZero() {
			ours(t, why)
		}
		if why := weigh(z).text().String(); c.says == "" && why != "" || !strings.Contains(why, c.says) {
			t.Errorf("%s: %q", c.name, why)
		}
	}
}

// far is a workbook with a cell in the last row that a sheet can have.
func far(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	for cell, text := range map[string]string{"A1": "id", "A1048576": "x"} {
		if err := f.SetCellValue("Sheet1", cell, text); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Whatever is broken in a workbook, reading it ends, without a fault of sortie's.
func TestHostileWorkbooks(t *testing.T) {
	parts := map[string][]byte{}
	z := booked(t, "units", [][]any{heading, {"kg-1", "KG", "almaty", "osh", 30, 2, time.Date(2022, 1, 13, 8, 15, 0, 0, time.UTC)}})
	r, err := zip.NewReader(bytes.NewReader(z), int64(len(z)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		if parts[f.Name], err = fs.ReadFile(r, f.Name); err != nil {
			t.Fatal(err)
		}
	}
	pieces := []string{"", "<", "1048576", "XFD1", "-1", "1e309", `t="s"`, `t="b"`, `r="A0"`, "<row r=\"2\">", "</row>", "\x00", "9999999999999999999", `<c r="A1"><v>`}
	rapid.Check(t, func(t *rapid.T) {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		hit := rapid.SampledFrom(names).Draw(t, "part")
		for _, name := range names {
			data := bytes.Clone(parts[name])
			if name == hit {
				for range rapid.IntRange(1, 4).Draw(t, "cuts") {
					at := rapid.IntRange(0, len(data)).Draw(t, "at")
					until := min(len(data), at+rapid.IntRange(0, 20).Draw(t, "bytes"))
					data = append(append(bytes.Clone(data[:at]), rapid.SampledFrom(pieces).Draw(t, "piece")...), data[until:]...)
				}
			}
			part, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := part.Write(data); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		f := withUnits("{xlsx: force.xlsx}", out.Bytes())
		if f.Mission == nil && !f.Failed() {
			t.Fatal("neither a mission nor an error")
		}
		for _, d := range f.Diagnostics {
			if d.Rule == "unreadable" {
				t.Fatal(d.Message)
			}
		}
	})
}
