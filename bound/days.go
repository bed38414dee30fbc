package bound

import "sortie/network"

// dayStep is from one 24 hours in which minutes under way can have a fee to the next. These overlap: of days one
// after the other a lift could be under way at the end of one and the beginning of the next.
const dayStep = 2 * feeStep

// day is the beginning of the n-th 24 hours.
func (r *routing) day(n int) network.Minute { return r.w.n.Start + network.Minute(n)*dayStep }

// within is how many minutes until one a leg is under way in the 24 hours from a minute on.
func (leg *flight) within(day, by network.Minute) network.Minute {
	return max(min(leg.arrive, day+wholeDay, by)-max(leg.depart, day), 0)
}

// mostIn is how many minutes until one all lifts of a fleet can be under way in the 24 hours from a minute on.
func (f *lifts) mostIn(day, by network.Minute) int64 {
	return mul(int64(max(f.Count, 0)), int64(max(min(by-day, network.Minute(f.PerDay)), 0)))
}

// flying is what all minutes under way before each cost, from the start on.
func (r *routing) flying(prices []int64, by network.Minute) []int64 {
	end := by - r.w.n.Start
	dearer, total := make([]int64, end+1), make([]int64, end+1) // than the minute before; before each minute
	for n, price := range prices {
		if from := r.day(n) - r.w.n.Start; from < end {
			dearer[from] += price
			dearer[min(from+wholeDay, end)] -= price
		}
	}
	minute := int64(0)
	for t := range end {
		minute += dearer[t]
		total[t+1] = total[t] + minute
	}
	return total
}
