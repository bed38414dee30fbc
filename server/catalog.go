package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sortie"
	"sortie/catalog"
	"sortie/internal/lang"
	"sortie/missionfile"
)

// Catalog is the built-in types that were asked for.
type Catalog struct {
	Lifts     []sortie.LiftType      `json:"lifts,omitempty" doc:"Lift types, by id."`
	Equipment []sortie.EquipmentType `json:"equipment,omitempty" doc:"Equipment types, by id."`
	Sources   []sortie.Source        `json:"sources" doc:"Every source that a basis in the catalogue names."`
	Says      map[string]string      `json:"says,omitempty" doc:"Names and assumptions of these types as missions have them, in English → in the language of the answer. None where that is English."`
}

type (
	catalogIn struct {
		Kind  string `path:"kind" enum:"lifts,equipment" doc:"Which types."`
		Query string `query:"q" maxLength:"200" doc:"Words that the id or the name contains."`
	}
	schemaIn struct {
		Kind string `path:"kind" enum:"mission,plan" doc:"Which format."`
	}
	schemaOut struct {
		Type string `header:"Content-Type"`
		Body []byte
	}
)

func (s *Server) catalogOperations() {
	list := op("get-catalog", http.MethodGet, "/api/catalog/{kind}", tagCatalog, "Built-in lift and equipment types",
		"Each with where its figures come from: published, assumed, or both. Names and assumptions are in the language of Accept-Language; what a mission has of them is in English.")
	list.Middlewares = huma.Middlewares{marked}
	register(s, list, s.getCatalog)
	schema := op("get-schema", http.MethodGet, "/api/schemas/{kind}", tagCatalog, "JSON Schema of mission or plan files", "Draft 2020-12, for editors.")
	schema.Responses = fileResponse("application/schema+json")
	register(s, schema, s.getSchema)
}

func (s *Server) getCatalog(ctx context.Context, in *catalogIn) (*bodyOf[Catalog], error) {
	l := scopeOf(ctx).lang
	lifts, equipment := catalog.Search(in.Query)
	out := Catalog{Sources: catalog.Sources(), Says: map[string]string{}}
	if in.Kind == "lifts" {
		out.Lifts = lifts
	} else {
		out.Equipment = equipment
	}
	for i := range out.Lifts {
		t := &out.Lifts[i]
		t.Name, t.Basis = out.said(t.Name, t.Basis, l)
	}
	for i := range out.Equipment {
		t := &out.Equipment[i]
		t.Name, t.Basis = out.said(t.Name, t.Basis, l)
	}
	return answered(out), nil
}

// said is the name and the basis of a type in the language; what differs from
// English is noted.
func (c *Catalog) said(name string, b *sortie.Basis, l lang.Lang) (string, *sortie.Basis) {
	called, basis := catalog.Name(name).In(l), said(b, l)
	if called != name {
		c.Says[name] = called
	}
	if b != nil && basis.Assumed != b.Assumed {
		c.Says[b.Assumed] = basis.Assumed
	}
	return called, basis
}

// said is the basis of a type with what the catalogue assumes in the language.
func said(b *sortie.Basis, l lang.Lang) *sortie.Basis {
	if b == nil {
		return nil
	}
	in := *b
	in.Assumed = catalog.Reason(b.Assumed).In(l)
	return &in
}

func (s *Server) getSchema(_ context.Context, in *schemaIn) (*schemaOut, error) {
	make := missionfile.MissionSchema
	if in.Kind == "plan" {
		make = missionfile.PlanSchema
	}
	data, err := make()
	if err != nil {
		return nil, err
	}
	return &schemaOut{"application/schema+json", data}, nil
}
