package ui_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"sortie/ui"
)

func get(t *testing.T, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	ui.Handler().ServeHTTP(w, r)
	return w
}

// Every address of the page gives the page; its files come packed or not, as
// asked, and may be kept since their names change with them.
func TestPage(t *testing.T) {
	if !ui.Built() {
		t.Skip("built without the page: `make page` makes it")
	}
	page := get(t, "/missions/kazakhstan-2022/plan").Body.String()
	script := regexp.MustCompile(`/assets/[^"]+\.js`).FindString(page)
	if script == "" {
		t.Fatalf("the page loads no script:\n%s", page)
	}
	packed := get(t, script, "Accept-Encoding", "gzip, br")
	plain := get(t, script)
	if packed.Header().Get("Content-Encoding") != "gzip" || plain.Header().Get("Content-Encoding") != "" {
		t.Errorf("packed: %v, plain: %v", packed.Header(), plain.Header())
	}
	if packed.Body.Len() == 0 || packed.Body.Len() >= plain.Body.Len() {
		t.Errorf("packed has %d bytes, plain %d", packed.Body.Len(), plain.Body.Len())
	}
	if !strings.Contains(plain.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("the script may not be kept: %v", plain.Header())
	}
	if strings.Contains(page, "<script>") || strings.Contains(page, " style=") {
		t.Errorf("the page has a script or style within, which its own policy forbids:\n%s", page)
	}
}

// Who has the page is told so; a program that has changed gives it again.
func TestPageIsNotSentTwice(t *testing.T) {
	if !ui.Built() {
		t.Skip("built without the page: `make page` makes it")
	}
	first := get(t, "/missions")
	tag := first.Header().Get("ETag")
	if first.Code != http.StatusOK || tag == "" || first.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("%d %v", first.Code, first.Header())
	}
	if again := get(t, "/", "If-None-Match", tag); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("again: %d, %d bytes", again.Code, again.Body.Len())
	}
	if other := get(t, "/", "If-None-Match", `"other"`); other.Code != http.StatusOK || other.Body.String() != first.Body.String() {
		t.Errorf("another page's tag: %d", other.Code)
	}
}

func TestNoSuchFile(t *testing.T) {
	for _, path := range []string{"/assets/none.js", "/assets/..%2findex.html", "/assets/.keep"} {
		if w := get(t, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
