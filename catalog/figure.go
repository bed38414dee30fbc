package catalog

import (
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// Figure says where one figure of a type, or several that share it, comes
// from.
type Figure struct {
	Of      []string `json:"of"`                // keys of the type, as a mission file writes them
	Sources []string `json:"sources,omitempty"` // ids of [Sources]
	Assumed string   `json:"assumed,omitempty"` // why this value, where none is published
	Note    string   `json:"note,omitempty"`    // what else the sources say
}

// Figures returns where each figure of the built-in lift or equipment type
// comes from, in the order of the catalogue; nil where there is no such type.
func Figures(id string) []Figure {
	for _, r := range load().lifts {
		if r.ID == id {
			return cloneFigures(r.Figures)
		}
	}
	for _, r := range load().equipment {
		if r.ID == id {
			return cloneFigures(r.Figures)
		}
	}
	return nil
}

func cloneFigures(figures []Figure) []Figure {
	out := slices.Clone(figures)
	for i := range out {
		out[i].Of = slices.Clone(out[i].Of)
		out[i].Sources = slices.Clone(out[i].Sources)
	}
	return out
}

// basis is the whole type's: every source once, and each assumption after the
// figures that it is about.
func basis(figures []Figure) *sortie.Basis {
	var b sortie.Basis
	for _, f := range figures {
		b.Sources = append(b.Sources, f.Sources...)
	}
	slices.Sort(b.Sources)
	b.Sources = slices.Compact(b.Sources)
	b.Assumed = assumptions(figures, lang.EN)
	return &b
}
