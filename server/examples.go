package server

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"slices"
	"sync"
	"time"

	"sortie"
	"sortie/missions"
	"sortie/server/access"
)

// Example is a mission that comes with the program.
type Example struct {
	ID       string               `json:"id" doc:"Id of the example, and of the mission that it becomes."`
	Title    sortie.Text          `json:"title,omitempty" doc:"Language tag → title."`
	Kind     sortie.OperationKind `json:"kind" enum:"deployment,withdrawal,rotation,evacuation" doc:"Which way it moves."`
	Host     string               `json:"host" doc:"ISO 3166 code of the country where it is."`
	Start    time.Time            `json:"start" doc:"Nothing loads before."`
	Deadline time.Time            `json:"deadline" doc:"Everything is unloaded at its destination by then."`
	Timezone string               `json:"timezone" doc:"The mission's zone, an IANA name."`
	Units    int                  `json:"units" doc:"How many units it has."`
	People   int                  `json:"people" doc:"People of all units."`
	Items    int                  `json:"items" doc:"Vehicles, containers and pallets of all units."`
	Record   int                  `json:"record" doc:"Entries of its record that name a source; 0: it is made up, for learning."`
}

// ExampleList is every example.
type ExampleList struct {
	Examples []Example `json:"examples" doc:"Those with the fewest people first."`
}

type exampleIn struct {
	Example string `path:"example" maxLength:"128" doc:"Id of the example."`
	Note    string `query:"note" maxLength:"1000" doc:"Why, in the writer's words."`
}

func (s *Server) exampleOperations() {
	register(s, op("list-examples", http.MethodGet, "/api/examples", tagMissions, "The missions that come with sortie",
		"Real operations with their sources, and small ones for learning. None of them is a mission of this server until it is added."), s.listExamples)
	register(s, creates(heavy(op("add-example", http.MethodPost, "/api/examples/{example}", tagMissions, "Add an example as a mission",
		"As adding its file would. 409: there is a mission of that id."))), s.addExample)
}

// examples are read once: they are a part of the program.
var examples = sync.OnceValues(func() (ExampleList, error) {
	out := ExampleList{Examples: []Example{}}
	for _, name := range missions.Names() {
		f, err := missions.Read(name)
		if err != nil {
			return out, err
		}
		m, err := sound(f)
		if err != nil {
			return out, err
		}
		e := Example{ID: m.ID, Title: m.Title, Kind: m.Operation.Kind, Host: m.Host, Start: m.Operation.Start, Deadline: m.Operation.Deadline,
			Timezone: m.Timezone, Units: len(m.Units)}
		for _, r := range m.Record {
			if len(r.Sources) > 0 {
				e.Record++
			}
		}
		for _, u := range m.Units {
			e.People += u.People
			for _, n := range u.Equipment {
				e.Items += n
			}
		}
		out.Examples = append(out.Examples, e)
	}
	slices.SortFunc(out.Examples, func(a, b Example) int { return cmp.Or(cmp.Compare(a.People, b.People), cmp.Compare(a.ID, b.ID)) })
	return out, nil
})

func (s *Server) listExamples(context.Context, *struct{}) (*bodyOf[ExampleList], error) {
	list, err := examples()
	return answered(list), err
}

func (s *Server) addExample(ctx context.Context, in *exampleIn) (*savedOut, error) {
	f, err := missions.Read(in.Example)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, access.NotFound()
	}
	if err != nil {
		return nil, err
	}
	return s.create(ctx, scopeOf(ctx), f, in.Note)
}
