package signin

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"sortie/server/access"
)

// FuzzRequest sends any body to the operations that take one before anybody has
// signed in: the answer is a refusal, and never a fault.
func FuzzRequest(f *testing.F) {
	for _, body := range []string{"", "{", "null", `{"name":1}`, `{"name":"a","password":null}`, `{"name":"a","password":"\ud800"}`,
		`{"name":"a","password":"b","name":"c"}`, strings.Repeat("[", 2000), credentials("nobody", "wrong")} {
		f.Add("application/json", []byte(body))
	}
	f.Add("application/cbor", []byte{0xbf})
	f.Add("multipart/form-data", []byte("--"))
	o := open(f, Config{Mode: Local}, nil)
	handler := o.service.handler()
	f.Fuzz(func(t *testing.T, contentType string, body []byte) {
		for _, method := range []string{"POST", "PUT"} {
			path := map[string]string{"POST": "/api/session", "PUT": "/api/session/password"}[method]
			r := httptest.NewRequest(method, path, bytes.NewReader(body))
			r.Header.Set("Content-Type", contentType)
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			if w.Code < 400 || w.Code >= 500 || len(w.Header()["Set-Cookie"]) > 0 {
				t.Errorf("%s %q: status %d: %s", method, body, w.Code, w.Body)
			}
		}
	})
}

// FuzzToken sends any cookie: nobody is signed in by one that was not given.
func FuzzToken(f *testing.F) {
	for _, token := range []string{"", "A", strings.Repeat("A", 43), "\x00", "a;b", `"`, strings.Repeat("long", 5000)} {
		f.Add(token)
	}
	o := open(f, Config{Mode: Local}, nil)
	o.account("planner", access.Planner, "")
	handler := o.service.handler()
	f.Fuzz(func(t *testing.T, token string) {
		r := httptest.NewRequest(http.MethodGet, "/api/session", nil)
		r.Header.Set("Cookie", "sortie="+token)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if w.Code != 200 || strings.Contains(w.Body.String(), "planner") {
			t.Errorf("%q: status %d: %s", token, w.Code, w.Body)
		}
	})
}

// FuzzClaims reads any claims: what comes out is an account that may be.
func FuzzClaims(f *testing.F) {
	for _, claims := range []string{`{}`, `null`, `[]`, `{"office":"a","realm_access":{"roles":["mcc"]}}`, `{"office":["a"],"realm_access.roles":"liaison","country":"KAZ"}`,
		`{"office":{"a":1},"realm_access":{"roles":[null,1,"council"]},"country":[]}`, `{"realm_access":{"realm_access":{"roles":"mcc"}}}`} {
		f.Add([]byte(claims))
	}
	m, err := ReadMapping([]byte(atHeadquarters))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, claims []byte) {
		c, err := m.read(claims)
		if err == nil && (checkName(c.name) != nil || checkRole(c.role, c.nation) != nil || !slices.Contains(access.Roles, c.role)) {
			t.Errorf("%s makes %+v", claims, c)
		}
	})
}

// FuzzMapping reads any mapping: it can be used, or the option is named.
func FuzzMapping(f *testing.F) {
	f.Add([]byte(atHeadquarters))
	f.Add([]byte("&a [*a]"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := ReadMapping(text)
		var fault *ConfigError
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("%q: %v", text, err)
		}
		if err == nil && m.validate() != nil {
			t.Errorf("%q passes and is not valid", text)
		}
	})
}

// FuzzSession reads any session: what is written again is the same.
func FuzzSession(f *testing.F) {
	for _, data := range []string{`{}`, `null`, `{"account":"a","deadline":"2022-01-11T12:00:00Z","values":{"account":"b"}}`, `{"values":null}`, `{"deadline":"x"}`} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		deadline, values, err := codec{}.Decode(data)
		if err != nil || deadline.Year() < 0 || deadline.Year() > 9999 {
			return
		}
		again, err := codec{}.Encode(deadline, values)
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		d, v, err := codec{}.Decode(again)
		if err != nil || !d.Equal(deadline) || len(v) < len(values) {
			t.Errorf("%q becomes %s: %v", data, again, err)
		}
	})
}
