// Package ui is the page: Svelte and TypeScript under src, and what Vite makes of
// them under dist, which goes into the binary. `make page` makes it; a program
// that was built without has no page.
package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed all:dist
var built embed.FS

// Built reports whether the program has a page.
func Built() bool {
	_, err := fs.Stat(built, "dist/index.html")
	return err == nil
}

// types are the media types of what a page is made of. The system's own table is
// not asked: it differs from machine to machine.
var types = map[string]string{
	".js":    "text/javascript; charset=utf-8",
	".css":   "text/css; charset=utf-8",
	".json":  "application/json",
	".svg":   "image/svg+xml",
	".woff2": "font/woff2",
}

// Handler serves the page: its files under /assets/, whose names change with what
// is in them, and index.html for every other path, since the page itself knows
// what its addresses mean.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /assets/{name}", asset)
	page, err := built.ReadFile("dist/index.html")
	sum := sha256.Sum256(page)
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		if err != nil {
			http.Error(w, "this program was built without its page", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache") // it is asked each time, and most often told that nothing has changed
		w.Header().Set("ETag", tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(page))
	})
	return mux
}

func asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	kind, known := types[path.Ext(name)]
	file, packed := open(name)
	if file == nil || !known {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	var data io.Reader = file
	if packed {
		w.Header().Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
		} else {
			plain, err := gzip.NewReader(file)
			if err != nil {
				http.NotFound(w, r)
				return
			}
			data = plain
		}
	}
	_, _ = io.Copy(w, data)
}

// open opens a file of the page, and says whether it is packed; nil where there
// is none.
func open(name string) (file fs.File, packed bool) {
	if f, err := built.Open("dist/assets/" + name + ".gz"); err == nil {
		return f, true
	}
	f, err := built.Open("dist/assets/" + name)
	if err != nil {
		return nil, false
	}
	return f, false
}
