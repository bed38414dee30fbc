package missionfile

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"sortie"
)

// tables reads a mission whose lists are all in CSV files.
func tables(t *testing.T, files map[string]string) *File {
	t.Helper()
	beside := fstest.MapFS{}
	mission := "sortie: 1\nid: tables\ntimezone: Asia/Almaty\nhost: KZ\nd_day: 2022-01-11\noperation: {kind: withdrawal, deadline: D+12, drawdown: {floor: {csv: floor.csv}}}\n"
	all := map[string]string{
		"places.csv": "id,country,lon,lat,handles.air.working_mog,handles.air.interval,handles.road.runway,open\n" +
			"almaty,KZ,77.0405,43.3521,4,5m,,06:00-12:00;14:00-22:00\ntec2,KZ,,,,,,\nivanovo,RU,40.98,57.06,2,,,\n",
		"units.csv": "id,at,to,people,equipment.ural-4320,equipment.kamaz.5350,via,modes,after,together\n" +
			"a,tec2,ivanovo,100,4,,almaty,road;air,b,1h30m\nb,tec2,ivanovo,,,2,,,,\n",
		"equipment_types.csv": "id,length,width,height,mass,drives,kmh,seats,basis.sources\nkamaz.5350,7.8,2.5,3,8.5,TRUE,60,3,s1;s2\n",
		"sources.csv":         "id,url,published\ns1,https://example.org,2022-01-11\ns2,,\n",
		"lift_types.csv":      "id,mode,speed,payload,range,seats.empty,seats.full\nplane,air,750,48,5000,145,40\n",
		"fleets.csv":          "id,type,count,base,serves,return\nwing,plane,3,ivanovo,RU;KZ,true\n",
		"links.csv":           "mode,from,to,km,kmh\nroad,tec2,almaty,14,40\nroad,almaty,tec2,14,\n",
		"floor.csv":           "people,until\n100,D+3\n",
		"record.csv":          "id,kind,by,votes.KZ,votes.RU,text.en,text.fr,grants.people,sources\nr1,decision,CSTO,for,against,Yes,Oui,2500,s1\n",
		"tasks.csv":           "id,at,people\nguard,tec2,10\n",
		"clearances.csv":      "id,country,odds,lead\npermit,RU,0.5,3d\n",
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		beside[name] = &fstest.MapFile{Data: []byte(text)}
		if list := strings.TrimSuffix(name, ".csv"); list != "floor" {
			mission += list + ": {csv: " + name + "}\n"
		}
	}
	return Parse("mission.yaml", []byte(mission), beside)
}

func TestEveryListInATable(t *testing.T) {
	f := tables(t, nil)
	if f.Failed() {
		t.Fatal(f.Render())
	}
	m := f.Mission
	four, two := 4, 2
	if have := m.Places[0]; have.At != (sortie.Position{43.3521, 77.0405}) || !reflect.DeepEqual(have.Open, []string{"06:00-12:00", "14:00-22:00"}) ||
		!reflect.DeepEqual(have.Handles, map[sortie.Mode]sortie.Handling{sortie.Air: {WorkingMOG: &four, Interval: 5}}) {
		t.Errorf("%+v", have)
	}
	if have := m.Places[1]; have.Handles != nil || have.Open != nil {
		t.Errorf("%+v", have)
	}
	if have := m.Places[2].Handles[sortie.Air]; have.WorkingMOG == nil || *have.WorkingMOG != two || have.ParkingMOG != nil {
		t.Errorf("%+v", have)
	}
	ninety := 90 * sortie.Minute
	want := sortie.Unit{ID: "a", At: "tec2", To: "ivanovo", People: 100, Priority: 3, Equipment: map[string]int{"ural-4320": 4}, Via: []string{"almaty"},
		Modes: []sortie.Mode{sortie.Road, sortie.Air}, After: []string{"b"}, Together: &ninety}
	if !reflect.DeepEqual(m.Units[0], want) {
		t.Errorf("%+v, want %+v", m.Units[0], want)
	}
	if have := m.Units[1]; have.People != 0 || !reflect.DeepEqual(have.Equipment, map[string]int{"kamaz.5350": 2}) {
		t.Errorf("%+v", have)
	}
	if have := m.EquipmentTypes[0]; !have.Drives || !reflect.DeepEqual(have.Basis.Sources, []string{"s1", "s2"}) {
		t.Errorf("%+v", have)
	}
	if have := m.LiftTypes[0]; have.Seats != (sortie.Seats{Empty: 145, Full: 40}) || *have.Payload != 48 {
		t.Errorf("%+v", have)
	}
	if have := m.Record[0]; have.Votes["RU"] != sortie.Against || have.Text["fr"] != "Oui" || *have.Grants.People != 2500 {
		t.Errorf("%+v", have)
	}
	if len(m.Operation.Drawdown.Floor) != 1 || len(m.Clearances) != 1 || *m.Clearances[0].Odds != 0.5 || !m.Fleets[0].Return || m.Tasks[0].People != 10 {
		t.Errorf("%+v", m)
	}
}

func TestTablesAsSpreadsheetsWriteThem(t *testing.T) {
	for name, text := range map[string]string{
		"comma":         "id,country,lat,lon\nalmaty,KZ,43.3521,77.0405\n",
		"semicolon":     "id;country;lat;lon\nalmaty;KZ;43,3521;77,0405\n",
		"tab":           "id\tcountry\tlat\tlon\nalmaty\tKZ\t43.3521\t77.0405\n",
		"BOM and CRLF":  "\xEF\xBB\xBFid;country;lat;lon\r\nalmaty;KZ;43.3521;77.0405\r\n\r\n;;;\r\n",
		"quotes":        "\"id\",\"country\",\"lat\",\"lon\",\"name\"\n\"almaty\",\"KZ\",\"43.3521\",\"77.0405\",\"a, \"\"b\"\"\nc\"\n",
		"spaces":        " id , country ,lat,lon\n almaty , KZ, 43.3521 ,77.0405\n",
		"empty columns": "id,country,lat,lon,,\nalmaty,KZ,43.3521,77.0405,,\n",
		"short rows":    "id,country,lat,lon,icao,name\nalmaty,KZ,43.3521,77.0405\n",
	} {
		f := tables(t, map[string]string{"places.csv": text + map[bool]string{true: "tec2;KZ;;\nivanovo;RU;57,06;40,98\n"}[strings.Contains(text, ";")]})
		place := f.Mission.Places[0]
		if place.ID != "almaty" || place.At != (sortie.Position{43.3521, 77.0405}) || place.Country != "KZ" {
			t.Errorf("%s: %+v", name, place)
		}
		for _, d := range f.Diagnostics {
			if d.File == "places.csv" && d.Severity == sortie.Error {
				t.Errorf("%s: %s", name, d.Render("en"))
			}
		}
	}
}

func TestTableDiagnosticsPointIntoTheTable(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		line, col  int
		rule       string
	}{
		"cell":             {"units.csv", "id,at,people\na,tec2,10\nb,tec2,\"ten\"\n", 3, 8, "wrong-type"},
		"multi-line cell":  {"units.csv", "id,name,at,people\na,\"x\ny\",tec2,ten\n", 3, 9, "wrong-type"},
		"part of a list":   {"units.csv", "id,at,via\na,tec2,almaty;nowhere\n", 2, 15, "unknown-id"},
		"heading":          {"units.csv", "id,at,peple\na,tec2,1\n", 1, 7, "unknown-key"},
		"nested heading":   {"places.csv", "id,country,handles.air.mog\nalmaty,KZ,1\ntec2,KZ,\nivanovo,RU,\n", 1, 12, "unknown-key"},
		"decimal count":    {"units.csv", "id,at,people\na,tec2,1.5\n", 2, 8, "wrong-type"},
		"missing id":       {"units.csv", "id,at,people\n,tec2,1\n", 2, 2, "missing-key"},
		"latitude alone":   {"places.csv", "id,country,lat\nalmaty,KZ,43\ntec2,KZ,\nivanovo,RU,\n", 1, 1, "csv-heading"},
		"half coordinates": {"places.csv", "id,country,lat,lon\nalmaty,KZ,43,\ntec2,KZ,,\nivanovo,RU,,\n", 2, 11, "wrong-type"},
		"seats twice":      {"lift_types.csv", "id,mode,speed,seats,seats.empty\nplane,air,750,100,145\n", 2, 19, "duplicate-key"},
		"encoding":         {"units.csv", "id,at\nb\xe9,tec2\n", 2, 2, "encoding"},
		"duplicate id":     {"units.csv", "id,at\na,tec2\na,tec2\n", 3, 1, "duplicate-id"},
	} {
		f := tables(t, map[string]string{c.file: c.text})
		found := false
		for _, d := range f.Diagnostics {
			if d.File == c.file && d.Line == c.line && d.Col == c.col && d.Rule == c.rule {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: no %s at %s:%d:%d in\n%s", name, c.rule, c.file, c.line, c.col, f.Render())
		}
	}
}

func TestTablesTogetherAreBounded(t *testing.T) {
	big := strings.Repeat("x,tec2\n", (maxBytes/2)/7+10)
	f := tables(t, map[string]string{"units.csv": "id,at\n" + big, "tasks.csv": "id,at\n" + big})
	if !f.Failed() || len(f.Mission.Units)+len(f.Mission.Tasks) > 0 {
		t.Errorf("%d units, %d tasks", len(f.Mission.Units), len(f.Mission.Tasks))
	}
	text := f.Render()
	if !strings.Contains(text, "64 MB together") || !strings.Contains(text, "too many values") {
		t.Errorf("%.2000s", text)
	}
}
