package server

import (
	"context"
	"io"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

type (
	exportMissionIn struct {
		MissionPath
		Format string `path:"format" enum:"json,csv" doc:"json: the mission's canonical JSON, whose bytes mission_sha256 is of. csv: its units, as a mission file reads them."`
	}
	exportPlanIn struct {
		PlanPath
		Format string `path:"format" enum:"json,csv" doc:"json: an object with mission and plan. csv: one row a movement."`
	}
)

// exportTypes are the media types of the formats.
var exportTypes = map[string]string{"json": "application/json", "csv": "text/csv; charset=utf-8"}

func (s *Server) exportOperations() {
	mission := op("export-mission", http.MethodGet, "/api/missions/{mission}/export/{format}", tagMissions, "Export a mission", "For other programs; the file is named after the mission.")
	mission.Responses = fileResponse("application/json", "text/csv")
	register(s, mission, s.exportMission)
	plan := op("export-plan", http.MethodGet, "/api/missions/{mission}/plans/{plan}/export/{format}", tagPlans, "Export a plan", "For other programs, with the mission that was planned.")
	plan.Responses = fileResponse("application/json", "text/csv")
	register(s, plan, s.exportPlan)
}

func (s *Server) exportMission(ctx context.Context, in *exportMissionIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	return file(in.Format, at.state.ID, showExport(at, in.Format, at.state.Mission, nil)), nil
}

func (s *Server) exportPlan(ctx context.Context, in *exportPlanIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	found, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	return file(in.Format, found.name(), showExport(at, in.Format, found.mission, found.plan)), nil
}

// file answers with a file of the given format.
func file(format, name string, write func(io.Writer) error) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		hc.SetHeader("Content-Type", exportTypes[format])
		hc.SetHeader("Content-Disposition", attachment(name+"."+format))
		if err := write(hc.BodyWriter()); err != nil {
			panic(err) // the answer has begun: its connection is cut, so that nobody takes it for whole
		}
	}}
}

// attachment names a file for a browser to save.
func attachment(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
