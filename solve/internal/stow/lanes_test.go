package stow

import (
	"testing"

	"pgregory.net/rapid"
)

// TestTwoLanesAreShortest: no division of the boxes is shorter, and no two boxes
// lie on each other.
func TestTwoLanesAreShortest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const width = 60
		boxes := make([]box, rapid.IntRange(1, 10).Draw(t, "boxes"))
		for i := range boxes {
			boxes[i] = box{length: rapid.IntRange(1, 12).Draw(t, "length"), width: rapid.IntRange(21, 30).Draw(t, "width")}
		}
		total := 0
		for _, b := range boxes {
			total += b.length
		}
		shortest := total
		for set := range 1 << len(boxes) {
			lane := 0
			for i, b := range boxes {
				if set>>i&1 == 1 {
					lane += b.length
				}
			}
			shortest = min(shortest, max(lane, total-lane))
		}
		spots, far := new(strip).twoLanes(boxes, width)
		if far != shortest {
			t.Errorf("%d long; %d does", far, shortest)
		}
		for i, a := range boxes {
			if s := spots[i]; s.x < 0 || s.y < 0 || s.x+a.length > far || s.y+a.width > width {
				t.Errorf("box %d at %v lies outside", i, s)
			}
			for j := range i {
				b, p, q := boxes[j], spots[i], spots[j]
				if p.x < q.x+b.length && q.x < p.x+a.length && p.y < q.y+b.width && q.y < p.y+a.width {
					t.Errorf("boxes %d and %d lie on each other", i, j)
				}
			}
		}
	})
}
