package server

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"time"

	"sortie"
	"sortie/brief"
	"sortie/internal/lang"
	"sortie/internal/review"
	"sortie/missionfile"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/server/upload"
	"sortie/store"
)

// MissionLine is what the list of missions shows of one.
type MissionLine struct {
	ID       string               `json:"id" doc:"The mission's id."`
	Title    sortie.Text          `json:"title,omitempty" doc:"Language tag → title."`
	Host     string               `json:"host" doc:"ISO 3166 code of the country where it is."`
	Zone     string               `json:"timezone" doc:"IANA name of the mission's time zone, in which its times are shown."`
	Kind     sortie.OperationKind `json:"kind" enum:"deployment,withdrawal,rotation,evacuation" doc:"Which way it moves."`
	Draft    bool                 `json:"draft,omitempty" doc:"Keys are still missing."`
	State    Stage                `json:"state" enum:"asked,decided,deploying,in-place,withdrawing,closed" doc:"How far it has come, by its record, its newest plan and the clock."`
	Changed  int64                `json:"changed" doc:"Ledger entry that changed it last: its ETag."`
	At       time.Time            `json:"at" doc:"When that was."`
	Deadline time.Time            `json:"deadline" doc:"Everything is unloaded at its destination by then."`
	Plan     int64                `json:"plan,omitempty" doc:"Ledger entry of the newest plan; absent: there is none."`
	Closure  *time.Time           `json:"closure" doc:"Last unloading at a destination, by the newest plan; null: nothing is delivered, or there is no plan."`
	Margin   *int                 `json:"margin_minutes" doc:"Minutes from closure to the deadline; negative: late."`
	Strength []Strength           `json:"strength" doc:"People in the theatre at the end of each day of the newest plan, from the day before its first on."`
}

// MissionList is every mission that the one who asks may see.
type MissionList struct {
	Missions []MissionLine `json:"missions" doc:"By id."`
}

// Strength is a point of a strength curve.
type Strength struct {
	Date   sortie.Date `json:"date" format:"date" doc:"Local day of the mission's zone."`
	People int         `json:"people" doc:"People in the theatre at the day's end."`
}

// Checked is what is to be said of a mission file.
type Checked struct {
	Mission  string           `json:"mission,omitempty" doc:"The mission's id, where it could be read."`
	Errors   int              `json:"errors" doc:"Findings that keep it from being planned."`
	Doubts   int              `json:"doubts" doc:"Findings with which it is planned as far as it goes."`
	Assumed  int              `json:"assumed" doc:"Figures that are assumed rather than published."`
	Findings []problem.Detail `json:"findings" doc:"Every finding, in the order of the file."`
	More     int              `json:"more,omitempty" doc:"Findings past a thousand of each severity, counted only."`
	Others   map[string]int   `json:"others,omitempty" doc:"Severity → how many findings there are besides on what the one who asks does not see."`
}

// Saved is what became of a write that changed a mission.
type Saved struct {
	Mission string `json:"mission" doc:"The mission's id."`
	Entry   Entry  `json:"entry" doc:"The ledger entry that was written; its number is the mission's ETag now."`
	Checked
}

// Drafted is an announcement in words as a mission.
type Drafted struct {
	YAML     string          `json:"yaml" doc:"The draft as a mission file, each key with the words that it came from."`
	Mission  *missionShown   `json:"mission" doc:"The draft: what was said, and nothing else."`
	Facts    []brief.Fact    `json:"facts" doc:"What the announcement says, with the bytes that say it."`
	Warnings []brief.Warning `json:"warnings" doc:"What is no fact, or a fact with a doubt."`
}

type (
	// MissionPath is of operations on one mission. Like the others that inputs
	// embed it is exported for huma to see its fields.
	MissionPath struct {
		Mission string `path:"mission" maxLength:"128" doc:"Id of the mission."`
	}
	uploadBody struct {
		Type    string `header:"Content-Type" doc:"Media type of the body."`
		Note    string `query:"note" maxLength:"1000" doc:"Why, in the writer's words."`
		RawBody []byte `contentType:"application/yaml"`
	}
	savedOut struct {
		Location string `header:"Location" doc:"Where the mission is."`
		ETag     string `header:"ETag" doc:"Number of the entry that changed it."`
		Body     Saved
	}
)

func (s *Server) missionOperations() {
	bodies := []string{upload.YAML, upload.JSON, upload.Zip, upload.Multipart}
	register(s, op("list-missions", http.MethodGet, "/api/missions", tagMissions, "List the missions",
		"Those that the one who asks may see, by id, each with its state, strength and margin."), s.listMissions)
	register(s, shaped(creates(takes(op("create-mission", http.MethodPost, "/api/missions", tagMissions, "Add a mission",
		"A mission file as YAML or JSON, a zip of its folder, or the files of a form with its CSV lists and workbooks beside. 422 says what is wrong with it, where; doubts are answered and do not stand in the way. 409: there is a mission of that id."),
		upload.MaxBytes, bodies...)), upload.JSON, "Mission", asFile), s.createMission)
	register(s, shaped(takes(op("check-file", http.MethodPost, "/api/check", tagMissions, "Check a mission file",
		"The same body as adding a mission takes; nothing is stored."), upload.MaxBytes, bodies...), upload.JSON, "Mission", asFile), s.checkFile)
	register(s, takes(op("brief-announcement", http.MethodPost, "/api/brief", tagMissions, "Read an announcement in words",
		"Plain text, Markdown or a saved HTML page, in French, English or Russian; the answer is a draft to be filled in."), brief.MaxBytes, "text/plain", "text/markdown", "text/html"), s.briefAnnouncement)
	s.oneMissionOperations()
}

func (s *Server) listMissions(ctx context.Context, _ *struct{}) (*bodyOf[MissionList], error) {
	out := MissionList{Missions: []MissionLine{}}
	heads, err := s.store.Missions(ctx)
	if err != nil {
		return nil, err
	}
	at := scopeOf(ctx)
	for _, head := range heads {
		state, err := s.mission(ctx, head.ID)
		if err != nil {
			return nil, err
		}
		if access.Decide(at.who, "get-mission", access.Of(state.Mission)) == nil {
			out.Missions = append(out.Missions, s.line(at, state))
		}
	}
	return answered(out), nil
}

func (s *Server) createMission(ctx context.Context, in *uploadBody) (*savedOut, error) {
	f, err := upload.Mission(in.Type, in.RawBody)
	if err != nil {
		return nil, err
	}
	return s.create(ctx, scopeOf(ctx), f, in.Note)
}

// create adds the mission of a file, if there is none of its id.
func (s *Server) create(ctx context.Context, at *scope, f *missionfile.File, note string) (*savedOut, error) {
	m, err := s.usable(f)
	if err != nil {
		return nil, err
	}
	saved, err := s.revise(ctx, at, f, m, 0, note, 0)
	var conflict *store.Conflict
	if errors.As(err, &conflict) {
		return nil, problem.New(http.StatusConflict, wordMissionThere, m.ID)
	}
	return saved, err
}

func (s *Server) checkFile(_ context.Context, in *uploadBody) (*bodyOf[Checked], error) {
	f, err := upload.Mission(in.Type, in.RawBody)
	if err != nil {
		return nil, err
	}
	if err := review.File(f); err != nil {
		return nil, err
	}
	return answered(checked(f)), nil
}

type briefIn struct {
	Published string `query:"published" maxLength:"10" doc:"Day of publication as YYYY-MM-DD, from which days such as Tuesday are counted; absent: the date that the text gives itself."`
	Lang      string `query:"lang" enum:"en,fr,ru" doc:"Language of the announcement; absent: told from its words."`
	RawBody   []byte `contentType:"text/plain"`
}

func (s *Server) briefAnnouncement(ctx context.Context, in *briefIn) (*bodyOf[Drafted], error) {
	options := brief.Options{Lang: in.Lang, Name: "announcement"}
	if in.Published != "" {
		day, err := sortie.ParseDate(in.Published)
		if err != nil {
			return nil, problem.New(http.StatusUnprocessableEntity, wordPublishedForm)
		}
		options.Published = day
	}
	b, err := brief.Read(bytes.Clone(in.RawBody), options)
	var undated *brief.UndatedError
	var unread *brief.InputError
	switch {
	case errors.As(err, &undated):
		return nil, problem.New(http.StatusUnprocessableEntity, wordWhenPublished, lang.Said(undated))
	case errors.As(err, &unread):
		return nil, problem.New(http.StatusUnprocessableEntity, wordUnreadBrief, lang.Said(unread))
	case err != nil:
		return nil, err
	}
	return answered(Drafted{string(b.YAML(scopeOf(ctx).lang)), &missionShown{Mission: *b.Mission()}, listed(b.Facts), listed(b.Warnings)}), nil
}

// usable is the mission of a file that has no errors; its errors as a problem
// where it has any.
func (s *Server) usable(f *missionfile.File) (*sortie.Mission, error) {
	if err := review.File(f); err != nil {
		return nil, err
	}
	return sound(f)
}

// sound is the same without asking what is doubtful.
func sound(f *missionfile.File) (*sortie.Mission, error) {
	if f.Failed() || f.Mission == nil {
		return nil, problem.Findings(http.StatusUnprocessableEntity, wordHasErrors.Text(review.Count(f).Errors), f.Diagnostics, f.More)
	}
	return f.Mission, nil
}

func checked(f *missionfile.File) Checked {
	t := review.Count(f)
	out := Checked{Errors: t.Errors, Doubts: t.Doubts, Assumed: t.Assumed, Findings: []problem.Detail{}, More: f.More}
	if f.Mission != nil {
		out.Mission = f.Mission.ID
	}
	for _, d := range f.Diagnostics {
		out.Findings = append(out.Findings, problem.Of(d))
	}
	return out
}

// listed makes an absent list an empty one: JSON has [] then, not null.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
