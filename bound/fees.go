package bound

import "sortie/network"

// teams is those of a place and mode that load and unload.
type teams struct {
	place  network.PlaceIndex
	mode   network.ModeIndex
	number int64
}

// feeStep is how long a minute of a team costs the same.
const feeStep = network.Minute(60)

// feesOf is what all minutes of a team before each cost, from the start on.
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

// paid is what all minutes of all teams until one cost.
func (r *routing) paid(s *stakes, by network.Minute) int64 {
	all := int64(0)
	for i, fees := range s.fees {
		total := r.feesOf(fees, by)
		all = min(unlimited, all+mul(r.teams[i].number, total[len(total)-1]))
	}
	return all
}

// staff finds the teams that can have fees: those that are not without limit.
func (r *routing) staff() {
	for p := range r.w.n.Places {
		for _, mode := range modes() {
			if number := r.w.n.Places[p].Working[mode]; number < network.Unlimited {
				r.teams = append(r.teams, teams{network.PlaceIndex(p), mode, int64(number)})
			}
		}
	}
}
