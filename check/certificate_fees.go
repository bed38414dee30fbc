package check

import (
	"math/big"

	"sortie"
	"sortie/internal/lang"
)

// routeFee is what a minute costs from each step on: of a team, a slot or the runway of a place; or, of a lift of a
// fleet that is under way, in the 24 hours that begin with each step.
type routeFee struct {
	Resource string      `json:"resource"` // absent: working_mog
	Place    string      `json:"place"`
	Mode     sortie.Mode `json:"mode"`
	Fleet    string      `json:"fleet"`
	Prices   [][2]int64  `json:"prices"`
}

// feeKey is what has a fee.
type feeKey struct {
	resource string
	server
}

// charge lays out the fees of a case, and adds up what all that there is to use costs. What has no
// limit cannot have a fee.
func (d *dispatch) charge(list []routeFee) (*big.Int, error) {
	all, minutes := new(big.Int), d.by-d.start+1
	d.fees, d.flying = map[feeKey][]int64{}, make([][]int64, len(d.fleets))
	if len(list) > 0 && (minutes < 1 || minutes > mostMinute || d.step < 1 || d.step > mostMinute) {
		return nil, lang.Err(feeStep)
	}
	spend := func(number, cost int64) {
		all.Add(all, new(big.Int).Mul(big.NewInt(max(number, 0)), big.NewInt(cost)))
	}
	for _, fee := range list {
		if err := ascending(fee.Prices, mostPoints); err != nil {
			return nil, err
		}
		if fee.Resource == "hours_per_day" {
			if err := d.fly(fee, spend); err != nil {
				return nil, err
			}
			continue
		}
		if fee.Resource == "" {
			fee.Resource = "working_mog"
		}
		p := lookup(d.placeOf, fee.Place)
		if p < 0 {
			return nil, lang.Err(noSuchPlace, quote(fee.Place))
		}
		number, ok := d.servers(fee.Resource, p, fee.Mode)
		at := feeKey{fee.Resource, server{p, fee.Mode}}
		if !ok || d.fees[at] != nil {
			return nil, lang.Err(feeUnlimited, quote(fee.Resource), quote(fee.Place))
		}
		d.fees[at] = lay(fee.Prices, d.step, int(minutes))
		spend(number, d.fees[at][d.by-d.start])
	}
	return all, nil
}

// servers is how many there are of a resource; false where there is no limit of it.
func (d *dispatch) servers(resource string, p int, mode sortie.Mode) (int64, bool) {
	h, ok := d.places[p].handles(mode)
	switch {
	case !ok:
	case resource == "working_mog" && h.WorkingMOG != nil:
		return int64(*h.WorkingMOG), true
	case resource == "parking_mog" && h.ParkingMOG != nil:
		return int64(*h.ParkingMOG), true
	case resource == "interval" && h.Interval > 0:
		return 1, true
	}
	return 0, false
}

// fly lays out the fee of a fleet for minutes under way, and spends what all of its lifts can be under way in each
// of its 24 hours, as far as these are over by the minute.
func (d *dispatch) fly(fee routeFee, spend func(number, cost int64)) error {
	i := d.fleetNamed(fee.Fleet)
	if i < 0 || d.fleets[i].perDay <= 0 || d.flying[i] != nil {
		return lang.Err(hoursFee, quote(fee.Fleet))
	}
	f, end := d.fleets[i], d.by-d.start
	dearer := make([]int64, end+1) // than the minute before
	for _, of := range fee.Prices {
		from, price := of[0]*d.step, of[1]
		if from >= end {
			break
		}
		spend(timesCapped(int64(max(f.Count, 0)), min(f.perDay, end-from)), price)
		dearer[from] += price
		dearer[min(from+day, end)] -= price
	}
	total, minute := make([]int64, end+1), int64(0)
	for t := range end {
		minute += dearer[t]
		total[t+1] = total[t] + minute
	}
	d.flying[i] = total
	return nil
}
