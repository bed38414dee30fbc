package check

import (
	"math/big"

	"sortie"
	"sortie/internal/lang"
)

// routeFee is what a minute costs from each step on: of a team, a slot or the runway of a place, or
// of a lift of a fleet that is under way.
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
	d.fees, d.flying = map[feeKey][]int64{}, make([]int64, len(d.fleets))
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
			minutes, err := d.fly(fee)
			if err != nil {
				return nil, err
			}
			spend(minutes, fee.Prices[0][1])
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

// fly notes the fee of a fleet for minutes under way, and says how many of these all of its lifts have: in
// whole days from the start of the operation, and in what is left of the last.
func (d *dispatch) fly(fee routeFee) (int64, error) {
	i := d.fleetNamed(fee.Fleet)
	if i < 0 || d.fleets[i].perDay <= 0 || d.flying[i] != 0 || len(fee.Prices) != 1 || fee.Prices[0][0] != 0 {
		return 0, lang.Err(hoursFee, quote(fee.Fleet))
	}
	d.flying[i] = fee.Prices[0][1]
	f, span := d.fleets[i], d.by-d.start
	return timesCapped(int64(max(f.Count, 0)), span/day*f.perDay+min(span%day, f.perDay)), nil
}
