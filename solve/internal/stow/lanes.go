package stow

// mostDivisions is how many ways of sharing boxes between two lanes are looked
// at; sets with more are left to the skyline.
const mostDivisions = 20000

// twoLanes lays boxes in two lanes along the deck, any of which may lie beside
// any other, and no three abreast: no packing is shorter than the longer lane
// of the best division of their lengths. Nil where there are too many
// divisions to look at.
func twoLanes(boxes []box, width int) ([]spot, int) {
	var kinds []division
	total, ways := 0, 1
	for i, b := range boxes {
		total += b.length
		known := false
		for k := range kinds {
			if known = kinds[k].length == b.length; known {
				kinds[k].boxes = append(kinds[k].boxes, i)
				break
			}
		}
		if !known {
			kinds = append(kinds, division{length: b.length, boxes: []int{i}})
		}
	}
	for _, k := range kinds {
		if ways *= len(k.boxes) + 1; ways > mostDivisions {
			return nil, 0
		}
	}
	best := total + 1
	share(kinds, 0, 0, total, &best)
	spots := make([]spot, len(boxes))
	near, far := 0, 0
	for _, k := range kinds {
		for i, b := range k.boxes {
			if i < k.best {
				spots[b] = spot{near, 0}
				near += boxes[b].length
			} else {
				spots[b] = spot{far, width - boxes[b].width}
				far += boxes[b].length
			}
		}
	}
	return spots, best
}

// division is the boxes of one length, and how many of them lie in the first lane.
type division struct {
	length  int
	boxes   []int
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
	for n := range len(kinds[k].boxes) + 1 {
		kinds[k].n = n
		share(kinds, k+1, lane+n*kinds[k].length, total, best)
	}
}
