package stow

// Limits of the search: sets of more boxes are left to the skyline, and a
// search that has looked at so many partial packings gives up.
const (
	searchItems = 12
	searchNodes = 4000
	// shortenNodes is the same where all lies on the deck already and what is
	// looked for is a few more seats beside it.
	shortenNodes = 400
)

// searcher looks for a shorter packing than the one known: it always fills the
// lowest stretch of the skyline, with each kind of box in turn or with nothing.
type searcher struct {
	boxes   []box
	width   int
	bestFar int
	best    []spot
	nodes   int
	used    []bool
	before  []int // of each box, the one before it of its size; -1 for none
	area    int   // of boxes not used
	spots   []spot
	skies   [][]segment // the skyline at each depth
}

// run finds a packing shorter than bestFar, if it can.
func (s *searcher) run() {
	s.used = append(s.used[:0], make([]bool, len(s.boxes))...)
	s.before = s.before[:0]
	for i := range s.boxes {
		j := i - 1
		for j >= 0 && (s.boxes[j].length != s.boxes[i].length || s.boxes[j].width != s.boxes[i].width) {
			j--
		}
		s.before = append(s.before, j)
	}
	s.spots = append(s.spots[:0], make([]spot, len(s.boxes))...)
	s.area = area(s.boxes)
	if s.skies == nil {
		s.skies = [][]segment{nil}
	}
	s.skies[0] = append(s.skies[0][:0], segment{0, s.width, 0})
	s.fill(0, len(s.boxes), 0)
}

func (s *searcher) fill(depth, left, far int) {
	if left == 0 {
		if far < s.bestFar {
			s.bestFar = far
			s.best = append(s.best[:0], s.spots...)
		}
		return
	}
	if s.nodes--; s.nodes < 0 || far >= s.bestFar {
		return
	}
	if depth+1 == len(s.skies) {
		s.skies = append(s.skies, nil)
	}
	sky, low, room := s.skies[depth], 0, 0
	for i := range sky {
		room += sky[i].width * (s.bestFar - 1 - sky[i].x)
		if sky[i].x < sky[low].x {
			low = i
		}
	}
	if room < s.area {
		return // no packing of the rest is shorter
	}
	at := sky[low]
	for i := range s.boxes {
		b := &s.boxes[i]
		if s.used[i] || b.width > at.width || at.x+b.length >= s.bestFar {
			continue
		}
		if j := s.before[i]; j >= 0 && !s.used[j] {
			continue // tried: of a size the first is always used first
		}
		s.used[i], s.spots[i] = true, spot{at.x, at.y}
		s.area -= b.length * b.width
		s.skies[depth+1] = raise(s.skies[depth+1], sky, low, b.width, at.x+b.length)
		s.fill(depth+1, left-1, max(far, at.x+b.length))
		s.used[i] = false
		s.area += b.length * b.width
	}
	if level, ok := neighbour(sky, low); ok { // leave the stretch empty up to its lower neighbour
		s.skies[depth+1] = raise(s.skies[depth+1], sky, low, at.width, level)
		s.fill(depth+1, left, far)
	}
}

// neighbour is the level of the lower of the stretches beside s.
func neighbour(sky []segment, s int) (level int, ok bool) {
	for _, i := range []int{s - 1, s + 1} {
		if i >= 0 && i < len(sky) && (!ok || sky[i].x < level) {
			level, ok = sky[i].x, true
		}
	}
	return level, ok
}
