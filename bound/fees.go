package bound

import "sortie/network"

// server is what lifts of a mode use at a place, of which there is so much: teams that load and
// unload, the slots of stands, or the runway.
type server struct {
	resource resource
	place    network.PlaceIndex
	mode     network.ModeIndex
	number   int64
}

type resource int

const (
	team resource = iota
	stand
	runway
	lift // of proofs by runs alone
)

// resourceNames is as certificates say it.
var resourceNames = []string{team: "working_mog", stand: "parking_mog", runway: "interval", lift: "lifts"}

// feeStep is how long a minute of a server costs the same.
const feeStep = network.Minute(60)

// feesOf is what all minutes of a server before each cost, from the start on.
func (r *routing) feesOf(fees []int64, by network.Minute) []int64 {
	total := make([]int64, by-r.w.n.Start+1)
	for t := 1; t < len(total); t++ {
		total[t] = total[t-1]
		if k := (t - 1) / int(feeStep); k < len(fees) {
			total[t] += fees[k]
		}
	}
	return total
}

// paid is what all minutes of all servers until one cost.
func (r *routing) paid(s *stakes, by network.Minute) int64 {
	all := int64(0)
	for i, fees := range s.fees {
		total := r.feesOf(fees, by)
		all = min(unlimited, all+mul(r.servers[i].number, total[len(total)-1]))
	}
	for i, prices := range s.days {
		for n, price := range prices {
			all = min(unlimited, all+mul(price, r.w.fleets[i].mostIn(r.day(n), by)))
		}
	}
	return all
}

// serve finds what can have fees: what there is some of, and not without limit.
func (r *routing) serve() {
	add := func(what resource, p int, mode network.ModeIndex, number int) {
		if number > 0 && number < network.Unlimited {
			r.servers = append(r.servers, server{what, network.PlaceIndex(p), mode, int64(number)})
		}
	}
	for _, what := range []resource{team, stand, runway} {
		for p := range r.w.n.Places {
			place := &r.w.n.Places[p]
			for _, mode := range modes() {
				switch what {
				case team:
					add(team, p, mode, place.Working[mode])
				case stand:
					add(stand, p, mode, place.Parking[mode])
				case runway:
					add(runway, p, mode, min(place.Interval[mode], 1))
				}
			}
		}
	}
}

// spends is a server that a lift uses from a minute until another.
type spends struct {
	server      int
	number      int64
	from, until network.Minute
}

// stay is a lift at a place.
type stay struct {
	at               network.PlaceIndex
	from, until      network.Minute
	arrives, departs bool // it does so then; else it was there before, or is after
}

// spent is what a lift of a fleet on a route uses of the servers until a minute.
func (r *routing) spent(f *lifts, route *route, by network.Minute) []spends {
	var out []spends
	add := func(what resource, p network.PlaceIndex, number int, from, until network.Minute) {
		for n, s := range r.servers {
			from, until := max(from, r.w.n.Start), min(until, by)
			if s.resource == what && s.place == p && s.mode == f.typ.Mode && number > 0 && from < until {
				out = append(out, spends{n, int64(number), from, until})
			}
		}
	}
	for _, d := range route.loads {
		add(team, d.from, 1, d.begins, d.begins+f.load())
		add(team, d.to, 1, d.ends-f.unload(), d.ends)
	}
	for _, s := range route.stays {
		if s.at != f.Base {
			add(stand, s.at, f.typ.Slots, s.from, s.until)
		}
		interval := network.Minute(r.w.n.Places[s.at].Interval[f.typ.Mode])
		if s.arrives {
			add(runway, s.at, 1, s.from, s.from+interval)
		}
		if s.departs {
			add(runway, s.at, 1, s.until, s.until+interval)
		}
	}
	return out
}
