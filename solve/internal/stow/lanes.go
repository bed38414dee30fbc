package stow

import "slices"

// mostDivisions is how many ways of sharing boxes between two lanes are looked
// at; sets with more are left to the skyline.
const mostDivisions = 20000

// twoLanes lays boxes in two lanes along the deck, any of which may lie beside
// any other, and no three abreast: no packing is shorter than the longer lane
// of the best division of their lengths. Nil where there are too many
// divisions to look at.
func (k *strip) twoLanes(boxes []box, width int) ([]spot, int) {
	kinds := make([]division, 0, 8)
	total, ways := 0, 1
	for _, b := range boxes {
		total += b.length
		i := slices.IndexFunc(kinds, func(d division) bool { return d.length == b.length })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, division{length: b.length})
		}
		kinds[i].boxes++
	}
	for _, d := range kinds {
		if ways *= d.boxes + 1; ways > mostDivisions {
			return nil, 0
		}
	}
	best := total + 1
	share(kinds, 0, 0, total, &best)
	spots := slices.Grow(k.best[:0], len(boxes))[:len(boxes)]
	k.best = spots
	near, far := 0, 0
	for _, d := range kinds {
		laid := 0
		for i, b := range boxes {
			if b.length != d.length {
				continue
			}
			if laid++; laid <= d.best {
				spots[i] = spot{near, 0}
				near += b.length
			} else {
				spots[i] = spot{far, width - b.width}
				far += b.length
			}
		}
	}
	return spots, best
}

// division is the boxes of one length, and how many of them lie in the first lane.
type division struct {
	length  int
	boxes   int
	n, best int
}

// share tries every number of each length for the first lane.
func share(kinds []division, k, lane, total int, best *int) {
	if lane >= *best {
		return
	}
	if k == len(kinds) {
		if far := max(lane, total-lane); far < *best {
			*best = far
			for i := range kinds {
				kinds[i].best = kinds[i].n
			}
		}
		return
	}
	for n := range kinds[k].boxes + 1 {
		kinds[k].n = n
		share(kinds, k+1, lane+n*kinds[k].length, total, best)
	}
}
