package server

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"sortie/server/access"
)

// Map is a base map of the installation's own, as PMTiles.
type Map struct {
	Data     io.ReaderAt
	Size     int64
	Modified time.Time
}

// Settings are what a page has to know of the installation.
type Settings struct {
	Version string `json:"version" doc:"Of sortie."`
	Map     bool   `json:"map" doc:"There is a base map of the installation's own at /map.pmtiles."`
}

func (s *Server) settingsOperations(version string) {
	register(s, op("get-settings", http.MethodGet, "/api/settings", tagCatalog, "What there is in this installation", "For a page that shows it."),
		func(context.Context, *struct{}) (*bodyOf[Settings], error) {
			return answered(Settings{Version: version, Map: s.basemap != nil}), nil
		})
}

// serveMap answers with the parts of the base map that a page asks for.
func (s *Server) serveMap(w http.ResponseWriter, r *http.Request) {
	m := s.basemap
	if m == nil {
		s.answer(w, r, access.NotFound())
		return
	}
	w.Header().Set("Content-Type", "application/vnd.pmtiles")
	w.Header().Set("Cache-Control", "private, max-age=3600") // no account's secret, and many small parts
	w.Header().Set("ETag", fmt.Sprintf(`"%x-%x"`, m.Size, m.Modified.UnixNano()))
	http.ServeContent(w, r, "", m.Modified, io.NewSectionReader(m.Data, 0, m.Size))
}
