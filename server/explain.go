package server

import (
	"context"
	"slices"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/answer"
	"sortie/internal/lang"
	"sortie/server/view"
)

// Explanation says why a plan is as it is.
type Explanation struct {
	Lang       lang.Lang          `json:"lang" enum:"en,fr" doc:"Language of the sentences."`
	Sentence   string             `json:"sentence" doc:"The answer: when the plan closes, against the deadline."`
	LastOut    string             `json:"last_out,omitempty" doc:"When the last lift or convoy leaves the theatre, and what the record reports of that."`
	Bound      string             `json:"bound" doc:"What is proven about closure."`
	Bottleneck *Bottleneck        `json:"bottleneck,omitempty" doc:"What holds closure back; absent where nothing is delivered."`
	Days       []explain.Day      `json:"days" doc:"Each local day of the plan."`
	Reported   []ReportedDay      `json:"reported" doc:"What really happened: each day of the operation for which the record reports sorties."`
	Units      []explain.UnitPlan `json:"units" doc:"Each unit that has to move."`
	Others     *view.Outcome      `json:"others,omitempty" doc:"What becomes of the units that are not shown, together."`
}

// ReportedDay is what the record says was flown or driven across the theatre's
// border on a local day of the mission's zone.
type ReportedDay struct {
	Date sortie.Date `json:"date"`
	explain.Reported
}

// reported lists the days that a mission's record reports sorties of, in order.
func reported(m *sortie.Mission) []ReportedDay {
	out := []ReportedDay{}
	for date, r := range explain.ReportedSorties(m) {
		out = append(out, ReportedDay{date, *r})
	}
	slices.SortFunc(out, func(a, b ReportedDay) int { return a.Date.In(time.UTC).Compare(b.Date.In(time.UTC)) })
	return out
}

// Bottleneck is the resource that was full longest on the path to closure.
type Bottleneck struct {
	explain.Binding
	Sentence  string `json:"sentence" doc:"It in words, with the arithmetic."`
	Breakdown string `json:"breakdown" doc:"How the whole path divides."`
}

func (s *Server) explainPlan(ctx context.Context, in *PlanPath) (*bodyOf[Explanation], error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	return answered(showExplanation(at, f)), nil
}

// explained is the explanation for whoever sees everything.
func explained(m *sortie.Mission, p *sortie.Plan, l lang.Lang) Explanation {
	out := Explanation{Lang: l, LastOut: answer.LastOut(m, p, l), Days: listed(explain.Days(m, p)), Reported: reported(m), Units: listed(explain.Units(m, p))}
	out.Sentence, out.Bound = sentences(m, p.Verdict, l)
	if b := explain.Bottleneck(m, p); b != nil {
		out.Bottleneck = &Bottleneck{*b, b.Sentence(m, l), b.Breakdown(m, l)}
	}
	return out
}

// sentences are the answer, and what is proven about it.
func sentences(m *sortie.Mission, v sortie.Verdict, l lang.Lang) (is, bound string) {
	return answer.Sentence(m, v, l), answer.Bound(m, v, l)
}
