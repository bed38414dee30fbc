package server

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/export"
)

type exportListIn struct {
	Spoken
	Format string `path:"format" enum:"csv,xlsx" doc:"One row a mission, either way."`
}

func (s *Server) exportListOperations() {
	list := heavy(op("export-missions", http.MethodGet, "/api/export/missions/{format}", tagMissions, "Export the list of missions",
		"What the list says of each mission, for a spreadsheet: state, deadline, closure, margin and strength. Titles are in the language of the one who asks, where there are any."))
	list.Responses, list.Middlewares = fileResponse(typesOf(export.ListFormats)...), huma.Middlewares{marked}
	register(s, list, s.exportMissions)
}

func (s *Server) exportMissions(ctx context.Context, in *exportListIn) (*fileOut, error) {
	list, err := s.listMissions(ctx, nil)
	if err != nil {
		return nil, err
	}
	l := scopeOf(ctx).lang
	lines := make([]export.Line, len(list.Body.Missions))
	for i, m := range list.Body.Missions {
		lines[i] = exported(m, m.Title.In(string(l)))
	}
	var text bytes.Buffer
	if err := export.Missions(&text, in.Format, lines); err != nil {
		return nil, err
	}
	return &fileOut{exportTypes[in.Format], attachment("missions." + in.Format), text.Bytes()}, nil
}

// exported is a line of the list as a spreadsheet has it, in the mission's zone.
func exported(m MissionLine, title string) export.Line {
	zone, err := time.LoadLocation(m.Zone)
	if err != nil {
		zone = time.UTC
	}
	out := export.Line{
		ID: m.ID, Title: title, Host: m.Host, Zone: m.Zone, Kind: string(m.Kind), State: string(m.State), Draft: m.Draft,
		Deadline: m.Deadline.In(zone), Plan: m.Plan, Margin: m.Margin, Changed: m.Changed, At: m.At.In(zone),
	}
	if m.Closure != nil {
		closure := m.Closure.In(zone)
		out.Closure = &closure
	}
	if n := len(m.Strength); n > 0 {
		most, last := 0, m.Strength[n-1].People
		for _, day := range m.Strength {
			most = max(most, day.People)
		}
		out.Most, out.Last = &most, &last
	}
	return out
}
