package bound

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"sortie"
	"sortie/network"
)

// Prices is what each resource costs in a relaxation, and what lifts are
// worth: from From on, in steps of so many minutes. The unit is free.
type Prices struct {
	From    time.Time `json:"from"`
	Step    int       `json:"step"`
	Servers []Price   `json:"servers,omitempty"`
	Lifts   []Worth   `json:"lifts,omitempty"`
}

// Price is what a minute of a resource costs from each of some steps on:
// working_mog, interval or headway at a place; hours_per_day, for a minute
// under way, by 24 hours; people_per_day, for a point, by date.
type Price struct {
	Resource string           `json:"resource"`
	Place    string           `json:"place,omitempty"`
	Mode     sortie.Mode      `json:"mode,omitempty"`
	Fleet    string           `json:"fleet,omitempty"`
	Prices   [][2]int64       `json:"prices,omitempty"`
	Days     map[string]int64 `json:"days,omitempty"`
}

// Worth is what a lift of a fleet is worth that stands free at a place, at the
// end of some steps, in straight lines from one to the next.
type Worth struct {
	Fleet string     `json:"fleet"`
	Place string     `json:"place"`
	Worth [][2]int64 `json:"worth"`
}

// prices rounds a solution's dual values to whole units.
func (r *relaxation) prices(s *Solution) *prices {
	scale := math.Min(math.Max(math.Floor(1e13/float64(r.d.cut.total)), 1), 1e9)
	whole := func(row int32, most int64) int64 {
		return int64(math.Round(math.Min(math.Max(s.Dual[row], 0)*scale, float64(most))))
	}
	list := func(rows []int32) []int64 {
		out := make([]int64, len(rows))
		for k, row := range rows {
			out[k] = whole(row, mostPrice)
		}
		return out
	}
	p := &prices{step: r.step, teams: map[station][]int64{}, runway: map[station][]int64{}, headway: map[network.PlaceIndex][]int64{},
		hours: map[int][]int64{}, dates: map[int]int64{}, worth: map[[2]int][]int64{}}
	for at, rows := range r.teams {
		p.teams[at] = list(rows)
	}
	for at, rows := range r.runway {
		p.runway[at] = list(rows)
	}
	for at, rows := range r.headway {
		p.headway[at] = list(rows)
	}
	for i, rows := range r.hours {
		for _, f := range r.pools[i].fleets {
			p.hours[f] = list(rows)
		}
	}
	for date, row := range r.dates {
		p.dates[date] = whole(row, mostPrice)
	}
	for key, rows := range r.lift {
		out := make([]int64, r.steps+1)
		for k := range out {
			if row, ok := rows.rows[max(k, rows.first)]; ok {
				out[k] = whole(row, mostWorth)
			}
		}
		for _, f := range r.pools[key[0]].fleets {
			p.worth[[2]int{f, key[1]}] = out
		}
	}
	return p
}

// changes is the steps at which a price changes.
func changes(list []int64) [][2]int64 {
	var out [][2]int64
	before := int64(0)
	for k, price := range append(list, 0) {
		if price != before {
			out = append(out, [2]int64{int64(k), price})
			before = price
		}
	}
	return out
}

// corners is a worth without the points that lie between two others of the
// same amount.
func corners(list []int64) [][2]int64 {
	var out [][2]int64
	for k, v := range list {
		if k > 0 && k+1 < len(list) && list[k-1] == v && list[k+1] == v {
			continue
		}
		out = append(out, [2]int64{int64(k), v})
	}
	return out
}

func (p *prices) public(n *network.Network) *Prices {
	out := &Prices{From: n.Start.Time(n.Zone), Step: int(p.step)}
	add := func(price Price, list []int64) {
		if price.Prices = changes(list); len(price.Prices) > 0 {
			out.Servers = append(out.Servers, price)
		}
	}
	for at := range n.Places {
		for _, m := range modes() {
			s := station{network.PlaceIndex(at), m}
			add(Price{Resource: "working_mog", Place: n.Places[at].ID, Mode: m.ModeName()}, p.teams[s])
			add(Price{Resource: "interval", Place: n.Places[at].ID, Mode: m.ModeName()}, p.runway[s])
		}
		add(Price{Resource: "headway", Place: n.Places[at].ID}, p.headway[network.PlaceIndex(at)])
	}
	for f := range n.Fleets {
		add(Price{Resource: "hours_per_day", Fleet: n.Fleets[f].ID}, p.hours[f])
		for at := range n.Places {
			if list := p.worth[[2]int{f, at}]; slices.ContainsFunc(list, func(v int64) bool { return v > 0 }) {
				out.Lifts = append(out.Lifts, Worth{n.Fleets[f].ID, n.Places[at].ID, corners(list)})
			}
		}
	}
	days := map[string]int64{}
	for date, price := range p.dates {
		if price > 0 {
			days[time.Unix(int64(date)*86400, 0).UTC().Format(time.DateOnly)] = price
		}
	}
	if len(days) > 0 {
		out.Servers = append(out.Servers, Price{Resource: "people_per_day", Days: days})
	}
	return out
}

// relaxed is the result of a proof by prices.
func (s *search) relaxed(d *priced, p *prices, closes network.Minute) *Result {
	n := s.w.n
	var entries []*entry
	for _, part := range d.parts {
		entries = append(entries, part.entry)
	}
	cert := &Certificate{Kind: "relaxation", Closure: closes.Time(n.Zone), Left: s.l.left(),
		Part: Part{Demand: s.l.demand(entries), Weights: map[string]int64{}}, Total: d.cut.total, Prices: p.public(n)}
	for kind, each := range d.each {
		if each > 0 {
			cert.Weights[kindName(n, kind)] = each
		}
	}
	return &Result{closes, cert, s.tellRelaxed(cert.Prices, closes)}
}

// tellRelaxed is the proof in a sentence: what is scarce, and that together it
// does not do.
func (s *search) tellRelaxed(p *Prices, closes network.Minute) string {
	scarce := p.Scarce()
	if len(scarce) == 0 {
		scarce = []string{"time"}
	}
	return fmt.Sprintf("to close before %s takes more of %s together than there is, by the prices of a linear relaxation",
		s.clock(closes), strings.ReplaceAll(strings.Join(scarce, ", "), "_", " "))
}

// Scarce is the resources that have a price, each named once: lifts, and those
// of a certificate's supply.
func (p *Prices) Scarce() []string {
	var out []string
	if len(p.Lifts) > 0 {
		out = append(out, "lifts")
	}
	for _, s := range p.Servers {
		if !slices.Contains(out, s.Resource) {
			out = append(out, s.Resource)
		}
	}
	return out
}
