package upload_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"mime/multipart"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sortie/missionfile"
	"sortie/server/problem"
	"sortie/server/upload"
)

const kazakhstan = "../../missions/kazakhstan-2022"

// packed is a mission's folder as a zip, below a folder of the given name.
func packed(t testing.TB, folder, below string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, data := range read(t, folder) {
		w, err := z.Create(below + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// form is a mission's folder as the files of a form, with its Content-Type.
func form(t testing.TB, folder string) (string, []byte) {
	t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for name, data := range read(t, folder) {
		part, err := w.CreateFormFile("file", name)
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
	return w.FormDataContentType(), out.Bytes()
}

func read(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, pattern := range []string{"*.yaml", "*.csv"} {
		paths, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if out[filepath.Base(path)], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	if out["mission.yaml"] == nil {
		t.Fatalf("there is no mission in %s", folder)
	}
	return out
}

func sum(t *testing.T, f *missionfile.File) string {
	t.Helper()
	if f.Failed() || f.Mission == nil {
		t.Fatalf("the mission has errors:\n%s", f.Render("en"))
	}
	sum, err := missionfile.SHA256(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func TestAMissionIsTheSameHoweverItComes(t *testing.T) {
	on, err := missionfile.Read(kazakhstan)
	if err != nil {
		t.Fatal(err)
	}
	want := sum(t, on)
	canonical, err := missionfile.MarshalMission(on.Mission)
	if err != nil {
		t.Fatal(err)
	}
	formType, formBody := form(t, kazakhstan)
	for name, in := range map[string]struct {
		kind string
		body []byte
	}{
		"json":               {"application/json; charset=utf-8", canonical},
		"json as yaml":       {upload.YAML, canonical},
		"no type":            {"", canonical},
		"zip":                {upload.Zip, packed(t, kazakhstan, "")},
		"zip with a folder":  {upload.Zip, packed(t, kazakhstan, "kazakhstan-2022/")},
		"several form files": {formType, formBody},
	} {
		f, err := upload.Mission(in.kind, in.body)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := sum(t, f); got != want {
			t.Errorf("%s: the mission differs: %s, want %s", name, got, want)
		}
	}
}

func zipOf(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsNoMissionIsRefused(t *testing.T) {
	many := map[string]string{}
	for i := range 1001 {
		many[strings.Repeat("a", i+1)] = ""
	}
	for name, in := range map[string]struct {
		kind, body string
		status     int
	}{
		"another type":        {"image/png", "x", 415},
		"a broken type":       {"a/b/c; =", "x", 415},
		"no zip":              {upload.Zip, "PK", 400},
		"an empty zip":        {upload.Zip, string(zipOf(t, nil)), 422},
		"too deep":            {upload.Zip, string(zipOf(t, map[string]string{"a/b/mission.yaml": "x"})), 422},
		"a path outside":      {upload.Zip, string(zipOf(t, map[string]string{"../mission.yaml": "x"})), 422},
		"an absolute path":    {upload.Zip, string(zipOf(t, map[string]string{"/mission.yaml": "x"})), 422},
		"a backslash":         {upload.Zip, string(zipOf(t, map[string]string{`a\mission.yaml`: "x"})), 422},
		"a bomb":              {upload.Zip, string(zipOf(t, map[string]string{"mission.yaml": strings.Repeat("a", 60<<20)})), 422},
		"too large":           {upload.Zip, string(zipOf(t, map[string]string{"mission.yaml": strings.Repeat("a", 65<<20)})), 413},
		"too many files":      {upload.Zip, string(zipOf(t, many)), 422},
		"a form without end":  {upload.Multipart + "; boundary=b", "--b\r\nContent-Disposition: form-data; name=a; filename=mission.yaml\r\n\r\nx", 400},
		"no boundary":         {upload.Multipart, "", 400},
		"no mission":          {upload.Multipart + "; boundary=b", "--b--\r\n", 422},
		"two files of a name": {upload.Multipart + "; boundary=b", twice, 422},
	} {
		_, err := upload.Mission(in.kind, []byte(in.body))
		var p *problem.Problem
		if !errors.As(err, &p) || p.Status != in.status {
			t.Errorf("%s: got %v, want status %d", name, err, in.status)
		}
	}
}

const twice = "--b\r\nContent-Disposition: form-data; name=a; filename=mission.yaml\r\n\r\nx\r\n" +
	"--b\r\nContent-Disposition: form-data; name=a; filename=mission.yaml\r\n\r\ny\r\n--b--\r\n"

func TestAListBesideIsFoundOnlyInTheUpload(t *testing.T) {
	f, err := upload.Mission(upload.Zip, zipOf(t, map[string]string{
		"m/mission.yaml": "sortie: 1\nid: a\nunits: {csv: ../secret.csv}\nplaces: {csv: /etc/passwd}\n", "secret.csv": "id\n1\n"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"../secret.csv" is not a plain file name`, `"/etc/passwd" is not a plain file name`} {
		if !strings.Contains(f.Render("en"), want) {
			t.Errorf("the findings do not say %s:\n%s", want, f.Render("en"))
		}
	}
}

func TestMergePatch(t *testing.T) {
	for _, tc := range []struct {
		patch, want string
		status      int
	}{
		{`{"b":2}`, `{"a":1,"c":{"d":3},"b":2}`, 0},
		{`{"a":null,"c":{"e":4}}`, `{"c":{"d":3,"e":4}}`, 0},
		{`{}`, `{"a":1,"c":{"d":3}}`, 0},
		{`[]`, "", 400}, {`null`, "", 400}, {`{`, "", 400}, {`{} {}`, "", 400}, {``, "", 400},
		{`{"a":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`, "", 400},
	} {
		got, err := upload.Patch([]byte(`{"a":1,"c":{"d":3}}`), []byte(tc.patch))
		var p *problem.Problem
		switch {
		case tc.status != 0:
			if !errors.As(err, &p) || p.Status != tc.status {
				t.Errorf("%s: got %v, want status %d", tc.patch, err, tc.status)
			}
		case err != nil || string(got) != tc.want:
			t.Errorf("%s: got %s, %v; want %s", tc.patch, got, err, tc.want)
		}
	}
}

func FuzzMission(f *testing.F) {
	formType, formBody := form(f, "../../missions/first-lift")
	f.Add(formType, formBody)
	f.Add(upload.Zip, packed(f, "../../missions/first-lift", "a/"))
	f.Add(upload.JSON, []byte(`{"sortie":1}`))
	f.Add(upload.Multipart+"; boundary=b", []byte(twice))
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		file, err := upload.Mission(kind, body)
		if (file == nil) == (err == nil) {
			t.Fatalf("neither a file nor a problem, or both: %v, %v", file, err)
		}
		var p *problem.Problem
		if err != nil && !errors.As(err, &p) {
			t.Fatalf("%v is no problem that a user is told", err)
		}
	})
}

func FuzzPatch(f *testing.F) {
	f.Add([]byte(`{"a":1}`), []byte(`{"a":null,"b":{"c":[1,2]}}`))
	f.Fuzz(func(t *testing.T, target, patch []byte) {
		if _, err := upload.Patch(target, patch); err != nil {
			var p *problem.Problem
			if !errors.As(err, &p) {
				t.Fatalf("%v is no problem that a user is told", err)
			}
		}
	})
}
