package server_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"os"
	"testing"
)

// BenchmarkWriteUnit is a liaison's edit of a real mission, over HTTP.
func BenchmarkWriteUnit(b *testing.B) {
	h := open(b)
	kind, body := h.zipped("kazakhstan-2022")
	tag := h.must(http.StatusCreated, nil, "POST", "/api/missions", body, "Content-Type", kind).header.Get("ETag")
	for i := 0; b.Loop(); i++ {
		unit := fmt.Sprintf(`{"at":"almaty","to":"ivanovo","people":%d,"nation":"RU"}`, 1+i%100)
		tag = h.must(http.StatusOK, nil, "PUT", "/api/missions/kazakhstan-2022/units/added", unit, "If-Match", tag).header.Get("ETag")
	}
}

// zipped is a mission's folder as a zip.
func (h *house) zipped(folder string) (kind string, body []byte) {
	h.t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if err := z.AddFS(os.DirFS("../missions/" + folder)); err != nil {
		h.t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		h.t.Fatal(err)
	}
	return "application/zip", out.Bytes()
}
