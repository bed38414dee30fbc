package server

import (
	"context"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie"
	"sortie/repair"
	"sortie/server/view"
	"sortie/store"
)

// The tags that group operations in the document, in its order.
const (
	tagMissions = "Missions"
	tagHistory  = "Revisions and ledger"
	tagRecord   = "Record"
	tagPlans    = "Plans"
	tagRuns     = "Runs"
	tagCatalog  = "Catalogue and schemas"
	tagSession  = "Sign-in and accounts"
)

// document is the frame of the API's document. Nothing is added to the bodies
// of answers, and no page is served by huma itself: its own loads scripts from
// elsewhere.
func document(version string) huma.Config {
	registry := huma.NewMapRegistry("#/components/schemas/", schemaName)
	registry.RegisterTypeAlias(reflect.TypeFor[sortie.Position](), reflect.TypeFor[[2]float64]())
	doc := &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info: &huma.Info{
			Title: "sortie", Version: version,
			Description: "Missions, their plans and their ledger over HTTP. Metres, tonnes, kilometres, km/h and people; times are RFC 3339 with an offset, " +
				"lengths of time such as 90m or 2d. What is wrong comes as problem details (RFC 9457). A mission's ETag is the number of the ledger entry that changed it last; " +
				"whoever changes a mission names it in If-Match.",
			License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
		},
		Components: &huma.Components{Schemas: registry},
	}
	for _, name := range []string{tagMissions, tagHistory, tagRecord, tagPlans, tagRuns, tagCatalog, tagSession} {
		doc.Tags = append(doc.Tags, &huma.Tag{Name: name})
	}
	return huma.Config{
		OpenAPI:       doc,
		Formats:       map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{speak},
	}
}

// named are types whose names others have too.
var named = map[reflect.Type]string{
	reflect.TypeFor[Entry]():              "LedgerEntry",
	reflect.TypeFor[view.Day]():           "HiddenDay",
	reflect.TypeFor[Vote]():               "CastVote",
	reflect.TypeFor[store.Verification](): "LedgerVerification",
	reflect.TypeFor[repair.Outcome]():     "RepairOutcome",
	reflect.TypeFor[repair.Change]():      "RepairChange",
}

// schemaName names a type in the document.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if apart, ok := named[t]; ok {
		return apart
	}
	return name
}

// op is an operation of the API.
func op(id, method, path, tag, summary, description string) huma.Operation {
	return huma.Operation{OperationID: id, Method: method, Path: path, Tags: []string{tag}, Summary: summary, Description: description}
}

// creates marks an operation that answers 201.
func creates(o huma.Operation) huma.Operation {
	o.DefaultStatus = http.StatusCreated
	return o
}

// bodyTime is how long a body may take to come in: 64 MB at 10 Mbit/s.
const bodyTime = time.Minute

// takes is for an operation that reads its body itself: it bounds the body and says
// which media types it has.
func takes(o huma.Operation, most int64, types ...string) huma.Operation {
	o.MaxBodyBytes, o.BodyReadTimeout, o.SkipValidateBody = most+1, bodyTime, true
	if len(types) > 0 {
		o.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{}}
		for _, t := range types {
			o.RequestBody.Content[t] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
		}
	}
	return heavy(o)
}

// register adds an operation whose errors come out as problems.
func register[I, O any](s *Server, o huma.Operation, handler func(context.Context, *I) (*O, error)) {
	huma.Register(s.api, o, func(ctx context.Context, in *I) (*O, error) {
		if o.Metadata[heavyKey] != nil { // its body is here: nobody holds a place by being slow
			leave, err := s.slots.enter(ctx, scopeOf(ctx).who.Account)
			if err != nil {
				return nil, s.problem(ctx, err)
			}
			defer leave()
			if err := s.refresh(ctx); err != nil {
				return nil, s.problem(ctx, err)
			}
		}
		out, err := handler(ctx, in)
		if err != nil {
			return nil, s.problem(ctx, err)
		}
		return out, nil
	})
}

// bodyOf is an answer that is a body alone.
type bodyOf[T any] struct{ Body T }

func answered[T any](body T) *bodyOf[T] { return &bodyOf[T]{body} }
