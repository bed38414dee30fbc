package bound

import (
	"fmt"

	"sortie"
	"sortie/network"
)

// Runs is a proof by how many loads there can be: in each case, what one of each kind of
// each part of the demand is worth, and what a minute of a resource costs.
type Runs struct {
	Case *RunCase `json:"case"`
}

// RunCase is one of the cases; or it is two cases.
type RunCase struct {
	Weights []map[string]int64 `json:"weights,omitempty"` // of each part
	Prices  []RunPrice         `json:"prices,omitempty"`
	Tolls   []int64            `json:"tolls,omitempty"` // from the outermost split on

	Split *RunSplit `json:"split,omitempty"`
	Fewer *RunCase  `json:"fewer,omitempty"` // at most so many loads
	More  *RunCase  `json:"more,omitempty"`
}

// RunPrice is what a team or slot costs a minute, or a runway a use, from one minute until another, in minutes
// from the start of the operation. With shares, the span is divided into so many, of which whole ones cost. Or it is
// what a lift of a fleet costs whose n-th load begins from a minute on, or whose next could not cross after that.
type RunPrice struct {
	Resource string      `json:"resource"` // working_mog, parking_mog, interval or lifts
	Place    string      `json:"place,omitempty"`
	Mode     sortie.Mode `json:"mode,omitempty"`
	Fleet    string      `json:"fleet,omitempty"`
	Trip     int         `json:"trip,omitempty"` // from 1
	From     int64       `json:"from"`
	Until    int64       `json:"until"`
	Shares   int64       `json:"shares,omitempty"`
	Price    int64       `json:"price"`
}

// RunSplit is loads that cross, and a number of them: those of a fleet, or of a type, the n-th of each lift, from one
// place to another, those in which some parts of the demand can be and no other, or those of which the way bears more than so many
// tonnes; or all where it names none of these.
// With a lot, it is how many of that are in these loads.
type RunSplit struct {
	Fleet string  `json:"fleet,omitempty"`
	Trip  int     `json:"trip,omitempty"`  // from 1
	Parts []int   `json:"parts,omitempty"` // from 0
	Type  string  `json:"type,omitempty"`
	From  string  `json:"from,omitempty"`
	To    string  `json:"to,omitempty"`
	Over  float64 `json:"over,omitempty"` // tonnes
	Lot   *RunLot `json:"lot,omitempty"`
	Most  int64   `json:"most"`
}

// RunLot is one kind of a part of the demand.
type RunLot struct {
	Part int    `json:"part"` // from 0
	Kind string `json:"kind"`
}

func (s *search) proveByRuns(c *cut, r *roster, tree *runCase) {
	n := s.w.n
	s.best = r.by + 1
	cert := &Certificate{Kind: "runs", Closure: s.best.Time(n.Zone), Left: s.l.left(),
		Tardiness: s.l.punctual(c.entries(), s.best), Total: c.total}
	for i := range c.streams {
		cert.Parts = append(cert.Parts, s.part(&c.streams[i]))
	}
	if len(cert.Parts) == 1 {
		cert.Part, cert.Parts = cert.Parts[0], nil
	}
	cases := 0
	cert.Runs = &Runs{Case: r.write(tree, &cases)}
	proof := fmt.Sprintf("to close before %s more loads would have to leave %s than teams, stands, runways and lifts allow", s.clock(s.best), s.where(c))
	if stay := s.tellHeld(c.entries()); stay != "" {
		proof = stay + "; " + proof
	}
	if cases > 1 {
		proof += fmt.Sprintf(", in each of %d cases of how many", cases)
	}
	s.found = &Result{s.best, cert, proof + prompt(c.entries(), s.best)}
	s.better(s.found)
}

func (r *roster) write(of *runCase, cases *int) *RunCase {
	n := r.c.w.n
	if of.split != nil {
		split := &RunSplit{Trip: of.split.trip + 1, Over: of.split.over, Most: of.split.most}
		for k := range r.c.streams {
			if of.split.of>>k&1 == 1 {
				split.Parts = append(split.Parts, k)
			}
		}
		if of.split.fleet != network.None {
			split.Fleet = r.c.w.fleets[of.split.fleet].ID
		}
		if of.split.typ != network.None {
			split.Type = n.Types[of.split.typ].ID
		}
		if of.split.from != network.None {
			split.From = n.Places[of.split.from].ID
		}
		if of.split.to != network.None {
			split.To = n.Places[of.split.to].ID
		}
		if of.split.lot != network.None {
			split.Lot = &RunLot{r.lots[of.split.lot].stream, kindName(n, r.lots[of.split.lot].kind)}
		}
		return &RunCase{Split: split, Fewer: r.write(of.fewer, cases), More: r.write(of.more, cases)}
	}
	*cases++
	out := &RunCase{Tolls: of.stakes.tolls}
	for range r.c.streams {
		out.Weights = append(out.Weights, map[string]int64{})
	}
	for k, each := range of.stakes.weights {
		if each > 0 {
			out.Weights[r.lots[k].stream][kindName(n, r.lots[k].kind)] = each
		}
	}
	for _, p := range of.stakes.prices {
		price := RunPrice{Resource: resourceNames[p.resource], From: int64(p.first - n.Start), Until: int64(p.last - n.Start), Shares: p.shares, Price: p.price}
		if p.resource == lift {
			price.Fleet, price.Trip = r.c.w.fleets[p.fleet].ID, p.trip+1
		} else {
			price.Place, price.Mode = n.Places[p.place].ID, p.mode.ModeName()
		}
		out.Prices = append(out.Prices, price)
	}
	return out
}
