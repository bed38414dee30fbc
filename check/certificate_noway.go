package check

import (
	"sortie"
	"sortie/internal/lang"
)

// noWay verifies what a certificate says cannot be delivered: by every way that
// the rules leave open, and some that they do not, the destination is never
// reached.
func (w *prover) noWay(cert *certificate) error {
	taken := map[[2]int]bool{}
	for _, d := range cert.NoWay {
		if len(d.Units) != 1 || len(d.Tasks) > 0 || d.Floor != 0 || d.After != nil {
			return lang.Err(ofOneUnit)
		}
		u, kind := lookup(w.unitOf, d.Units[0]), w.kindOf(d.Kind)
		if u < 0 || kind < people {
			return lang.Err(noUnitOrKind, quote(d.Units[0]), quote(d.Kind))
		}
		moves := w.moves(u, kind, nil)
		if taken[[2]int{u, kind}] || d.Count <= 0 || d.Count > moves {
			return lang.Err(toMove, moves, w.nameOf(kind), w.units[u].ID, d.Count)
		}
		taken[[2]int{u, kind}] = true
		c, ok := w.carriage(u, kind)
		if !ok || w.from(c, w.units[u].at, w.units[u].ready).stands[w.units[u].to] < farFuture {
			return lang.Err(mayHaveWay, w.nameOf(kind), w.units[u].ID)
		}
	}
	return nil
}

// covers reports whether so much has no way by the certificate.
func (c *certificate) covers(amount sortie.Counts) bool {
	var have sortie.Counts
	for _, d := range c.NoWay {
		if d.Kind == "people" {
			have.People = sum(have.People, d.Count)
		} else {
			have.Items = sum(have.Items, d.Count)
		}
	}
	return amount.People <= have.People && amount.Items <= have.Items
}
