package stow

import (
	"cmp"
	"slices"
)

// strip packs boxes into strips, and reuses its memory from one to the next.
type strip struct {
	order       []int
	spots, best []spot
	sky, next   []segment
	search      searcher
}

// pack lays boxes into a strip of the width, none turned, and returns their
// spots, which last until the next, and the length used; it fails where it finds
// no way within the length.
// Several orders are tried on a skyline; small sets that resist are searched.
func (k *strip) pack(boxes []box, length, width int) ([]spot, int, bool) {
	area, total, wide1, wide2, narrow1, narrow2 := 0, 0, 0, 0, width+1, width+1
	for _, b := range boxes {
		area += b.length * b.width
		total += b.length
		if b.width > wide1 {
			wide1, wide2 = b.width, wide1
		} else {
			wide2 = max(wide2, b.width)
		}
		if b.length > length {
			return nil, 0, false
		}
		switch {
		case b.width < narrow1:
			narrow1, narrow2 = b.width, narrow1
		case b.width < narrow2:
			narrow2 = b.width
		}
	}
	if wide1 > width || len(boxes) == 0 {
		return nil, 0, len(boxes) == 0
	}
	if narrow1+narrow2 > width {
		return k.inLine(boxes, length)
	}
	// No more lie abreast than of the narrowest, and none on top of another.
	abreast := width / narrow1
	lower := max((area+width-1)/width, (total+abreast-1)/abreast)
	if lower > length {
		return nil, 0, false
	}
	if abreast == 2 && wide1+wide2 <= width {
		if spots, far := k.twoLanes(boxes, width); spots != nil {
			return spots, far, far <= length
		}
	}
	bestFar := length + 1
	order := append(k.order[:0], make([]int, len(boxes))...)
	k.order = order
	for _, compare := range orders {
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(i, j int) int { return compare(&boxes[i], &boxes[j]) })
		if far := k.skyline(boxes, order, width); far < bestFar {
			k.spots, k.best, bestFar = k.best, k.spots, far
		}
	}
	if len(boxes) <= searchItems && bestFar > lower {
		s := &k.search
		*s = searcher{boxes: boxes, width: width, bestFar: bestFar, nodes: searchNodes, best: k.best, used: s.used, before: s.before, spots: s.spots, skies: s.skies}
		if bestFar <= length {
			s.nodes = shortenNodes
		}
		s.run()
		k.best, bestFar = s.best, s.bestFar
	}
	return k.best, bestFar, bestFar <= length
}

// inLine lays boxes one behind the other, where no two fit side by side.
func (k *strip) inLine(boxes []box, length int) ([]spot, int, bool) {
	k.best = k.best[:0]
	x := 0
	for _, b := range boxes {
		k.best = append(k.best, spot{x: x})
		x += b.length
	}
	return k.best, x, x <= length
}

var orders = []func(a, b *box) int{
	func(a, b *box) int { return cmp.Or(b.length-a.length, b.width-a.width) },
	func(a, b *box) int { return cmp.Or(b.width-a.width, b.length-a.length) },
	func(a, b *box) int { return b.length*b.width - a.length*a.width },
}

// segment is a stretch of the skyline: from y on, width wide, filled up to x.
type segment struct{ y, width, x int }

// skyline puts each box in order where it can begin nearest to the start.
func (k *strip) skyline(boxes []box, order []int, width int) (far int) {
	spots := slices.Grow(k.spots[:0], len(boxes))[:len(boxes)]
	sky, next := append(k.sky[:0], segment{0, width, 0}), k.next
	for _, i := range order {
		b := boxes[i]
		at, x := -1, 0
		for s := range sky {
			if level, ok := restsAt(sky, s, b.width); ok && (at < 0 || level < x) {
				at, x = s, level
			}
		}
		spots[i] = spot{x, sky[at].y}
		sky, next = raise(next, sky, at, b.width, x+b.length), sky
		far = max(far, x+b.length)
	}
	k.spots, k.sky, k.next = spots, sky, next
	return far
}

// restsAt is how far in a box begins that lies from segment s on.
func restsAt(sky []segment, s, width int) (x int, ok bool) {
	for ; s < len(sky) && width > 0; s++ {
		x = max(x, sky[s].x)
		width -= sky[s].width
	}
	return x, width <= 0
}

// raise is the skyline after a box from segment s on has filled it to x, in the
// memory of another.
func raise(into, sky []segment, s, width, x int) []segment {
	into = into[:0]
	for i := range s {
		into = merge(into, sky[i])
	}
	into = merge(into, segment{sky[s].y, width, x})
	for ; s < len(sky); s++ {
		if sky[s].width <= width {
			width -= sky[s].width
			continue
		}
		into = merge(into, segment{sky[s].y + width, sky[s].width - width, sky[s].x})
		width = 0
	}
	return into
}

// merge appends a segment, or makes the last one wider that goes as far.
func merge(sky []segment, next segment) []segment {
	if n := len(sky); n > 0 && sky[n-1].x == next.x {
		sky[n-1].width += next.width
		return sky
	}
	return append(sky, next)
}
