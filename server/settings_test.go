package server_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"sortie/server"
)

// A base map comes in the parts that are asked for, to whoever has signed in.
func TestBaseMap(t *testing.T) {
	data := "PMTiles\x03" + strings.Repeat("0123456789", 1000)
	h := open(t, func(c *server.Config) {
		c.Map = &server.Map{Data: strings.NewReader(data), Size: int64(len(data)), Modified: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)}
	})
	var settings server.Settings
	h.must(http.StatusOK, &settings, "GET", "/api/settings", nil, "As", "liaison/FR")
	if !settings.Map || settings.Version != "0.0.0" {
		t.Errorf("%+v", settings)
	}
	h.must(http.StatusUnauthorized, nil, "GET", "/map.pmtiles", nil, "As", "nobody")
	h.must(http.StatusUnauthorized, nil, "GET", "/api/settings", nil, "As", "nobody")
	a := h.must(http.StatusPartialContent, nil, "GET", "/map.pmtiles", nil, "Range", "bytes=8-17")
	if string(a.body) != "0123456789" || a.header.Get("Content-Range") != "bytes 8-17/10008" || a.header.Get("Content-Type") != "application/vnd.pmtiles" {
		t.Errorf("%q %v", a.body, a.header)
	}
	tag := a.header.Get("ETag")
	h.must(http.StatusNotModified, nil, "GET", "/map.pmtiles", nil, "If-None-Match", tag)
	if a := h.must(http.StatusOK, nil, "GET", "/map.pmtiles", nil, "Range", "bytes=0-7", "If-Range", `"another"`); len(a.body) != len(data) {
		t.Errorf("a part of another map: %d bytes", len(a.body))
	}
	h.must(http.StatusRequestedRangeNotSatisfiable, nil, "GET", "/map.pmtiles", nil, "Range", "bytes=20000-")
	if a := h.must(http.StatusOK, nil, "HEAD", "/map.pmtiles", nil); len(a.body) != 0 || a.header.Get("Content-Length") != "10008" {
		t.Errorf("%v", a.header)
	}
}

func TestNoBaseMap(t *testing.T) {
	h := open(t)
	var settings server.Settings
	h.must(http.StatusOK, &settings, "GET", "/api/settings", nil)
	if settings.Map {
		t.Error("there is a map")
	}
	h.must(http.StatusNotFound, nil, "GET", "/map.pmtiles", nil)
}
