package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// Report is everything that the verifier has to say of a plan.
type Report struct {
	// Breaches are in order of rule, then movement, then time; empty, not nil,
	// where there are none.
	Breaches []Breach `json:"breaches"`
	// Differences are statements of the plan about itself that are not so. They
	// break no rule.
	Differences []Difference `json:"differences"`
	// Verdict is computed from the mission and the movements; its Bound and
	// LeftBehind stay nil.
	Verdict sortie.Verdict `json:"verdict"`
}

// Breach is one place where a plan breaks a rule. What does not apply is zero.
type Breach struct {
	Rule     Rule      `json:"rule"`
	Movement int       `json:"movement,omitzero" doc:"Its id, or its position in the plan where it has none."`
	Lift     string    `json:"lift,omitempty"`
	Unit     string    `json:"unit,omitempty"`
	Place    string    `json:"place,omitempty"`
	At       time.Time `json:"at,omitzero" doc:"In the mission's zone."`
	Message  lang.Text `json:"message"`
	Have     float64   `json:"have" doc:"The figure that the plan comes to."`
	Want     float64   `json:"want" doc:"The limit that the rule sets."`
	Measure  string    `json:"measure,omitzero" doc:"Unit of Have and Want; empty where there are none."`
}

// Difference is a field of the plan that says one thing where another is so.
type Difference struct {
	Field string `json:"field" doc:"Such as verdict.closure or movements[3].km."`
	Says  string `json:"says"`
	Is    string `json:"is"`
}

// report keeps a breach with its message.
func (c *checker) report(b Breach, format string, args ...any) {
	b.Message = lang.Plain(fmt.Sprintf(format, args...))
	b.Have, b.Want = finite(b.Have), finite(b.Want)
	c.breaches = append(c.breaches, b)
}

// breach starts one that concerns the movement.
func (mv *movement) breach(r Rule) Breach {
	return Breach{Rule: r, Movement: mv.id, Lift: short(mv.src.Lift)}
}

// figures adds the figure that the plan comes to and the one that it may.
func (b Breach) figures(have, want float64, measure string) Breach {
	b.Have, b.Want, b.Measure = have, want, measure
	return b
}

// where adds the place and the minute.
func (c *checker) where(b Breach, place int, at int64) Breach {
	b.Place, b.At = c.placeID(place), c.clock(at)
	return b
}

// blame adds the movement that brought a breach about, where there is one.
func (c *checker) blame(b Breach, move int) Breach {
	if move >= 0 {
		b.Movement, b.Lift = c.moves[move].id, short(c.moves[move].src.Lift)
	}
	return b
}

func (c *checker) sortBreaches() {
	slices.SortStableFunc(c.breaches, func(a, b Breach) int {
		return cmp.Or(
			cmp.Compare(a.Rule.number(), b.Rule.number()),
			cmp.Compare(a.Movement, b.Movement),
			a.At.Compare(b.At),
			cmp.Compare(a.Place, b.Place),
			cmp.Compare(a.Unit, b.Unit),
		)
	})
}

// finite makes a figure one that JSON can hold.
func finite(f float64) float64 {
	switch {
	case math.IsNaN(f):
		return 0
	case math.IsInf(f, 1):
		return math.MaxFloat64
	case math.IsInf(f, -1):
		return -math.MaxFloat64
	}
	return f
}
