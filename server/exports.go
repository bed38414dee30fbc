package server

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sortie"
	"sortie/export"
	"sortie/server/problem"
	"sortie/server/spoken"
)

type (
	exportMissionIn struct {
		MissionPath
		Spoken
		Format string `path:"format" enum:"json,csv,xlsx,geojson" doc:"json: the mission's canonical JSON, whose bytes mission_sha256 is of. csv: its units, as a mission file reads them. xlsx: a workbook of its lists, one a sheet. geojson: places and links."`
	}
	exportPlanIn struct {
		PlanPath
		Spoken
		Format string `path:"format" enum:"json,csv,xlsx,geojson,ics" doc:"json: an object with mission and plan. csv: one row a movement. xlsx: verdict, movements and manifests. geojson: places, and each movement as a line. ics: a calendar with an event for each movement."`
	}
)

// exportTypes are the media types of the formats.
var exportTypes = map[string]string{
	"json": "application/json", "csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"geojson": "application/geo+json", "ics": "text/calendar; charset=utf-8",
}

// typesOf are the media types of some formats, without their parameters.
func typesOf(formats []string) []string {
	var out []string
	for _, f := range formats {
		kind, _, _ := strings.Cut(exportTypes[f], ";")
		out = append(out, kind)
	}
	return out
}

func (s *Server) exportOperations() {
	mission := heavy(op("export-mission", http.MethodGet, "/api/missions/{mission}/export/{format}", tagMissions, "Export a mission", "For other programs; the file is named after the mission."))
	mission.Responses, mission.Middlewares = fileResponse(typesOf(export.MissionFormats)...), huma.Middlewares{marked}
	register(s, mission, s.exportMission)
	plan := heavy(op("export-plan", http.MethodGet, "/api/missions/{mission}/plans/{plan}/export/{format}", tagPlans, "Export a plan",
		"For other programs, with the mission that was planned. What a calendar says to people is in the language of Accept-Language."))
	plan.Responses, plan.Middlewares = fileResponse(typesOf(export.PlanFormats)...), huma.Middlewares{marked}
	register(s, plan, s.exportPlan)
}

func (s *Server) exportMission(ctx context.Context, in *exportMissionIn) (*fileOut, error) {
	at := scopeOf(ctx)
	return s.file(at, in.Format, at.state.ID, at.state.Mission, nil)
}

func (s *Server) exportPlan(ctx context.Context, in *exportPlanIn) (*fileOut, error) {
	at := scopeOf(ctx)
	found, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	return s.file(at, in.Format, found.name(), found.mission, found.plan)
}

// fileOut is an answer that a browser saves.
type fileOut struct {
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition" doc:"Name of the file."`
	Body        []byte
}

// file is a mission, or one with a plan of it, as a file of a format. It is whole
// before the answer begins, so that an error is told as one.
func (s *Server) file(at *scope, format, name string, m *sortie.Mission, p *sortie.Plan) (*fileOut, error) {
	var text bytes.Buffer
	if err := showExport(&text, at, format, m, p, s.now()); err != nil {
		if unfit, is := errors.AsType[*export.Unfit](err); is {
			return nil, problem.Told(http.StatusUnprocessableEntity, unfit.Said())
		}
		return nil, err
	}
	return &fileOut{exportTypes[format], attachment(name + "." + format), text.Bytes()}, nil
}

// marked says which language a file, or an answer without a text of lang, is in.
func marked(ctx huma.Context, next func(huma.Context)) {
	spoken.Mark(headerOf(ctx), spokenBy(ctx))
	next(ctx)
}

// attachment names a file for a browser to save.
func attachment(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
