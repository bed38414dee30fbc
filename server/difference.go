package server

import (
	"context"

	"sortie/explain"
	"sortie/internal/lang"
)

// PlanDifference is what changes from one plan of a mission to another.
type PlanDifference struct {
	Lang lang.Lang `json:"lang" enum:"en,fr" doc:"Language of the sentences."`
	Plan int64     `json:"plan" doc:"The plan after: number of its ledger entry."`
	With int64     `json:"with" doc:"The plan before, likewise."`
	explain.Difference
}

type differenceIn struct {
	PlanPath
	With int64 `query:"with" minimum:"1" required:"true" doc:"The plan before: number of the ledger entry that it is in."`
}

func (s *Server) comparePlans(ctx context.Context, in *differenceIn) (*bodyOf[PlanDifference], error) {
	at := scopeOf(ctx)
	after, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	before, err := s.plan(ctx, at, in.With)
	if err != nil {
		return nil, err
	}
	return answered(PlanDifference{at.lang, in.Plan, in.With, *showDifference(at, before, after)}), nil
}
