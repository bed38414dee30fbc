package export

import (
	"math"
	"testing"

	"sortie"
)

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "150": "150", "-3.5": "-3.5", "unit": "unit", "=1+1": "'=1+1", "+cmd": "'+cmd", "@sum": "'@sum", "-2+3": "'-2+3", "\tx": "'\tx", "\n=1": "'\n=1", "＝1+1": "'＝1+1",
	} {
		if got := inert(in); got != want {
			t.Errorf("inert(%q) is %q, want %q", in, got, want)
		}
	}
}

// Almaty to Ivanovo leads north of the straight line on the chart, over points at
// even distances.
func TestCourse(t *testing.T) {
	almaty, ivanovo := sortie.Position{43.352, 77.04}, sortie.Position{57.058, 40.983}
	way := course([]sortie.Position{almaty, ivanovo})
	if way[0] != almaty || way[len(way)-1] != ivanovo || len(way) < 25 {
		t.Fatalf("%d points from %v to %v", len(way), way[0], way[len(way)-1])
	}
	if middle := way[len(way)/2]; middle[0] < (almaty[0]+ivanovo[0])/2+1 {
		t.Errorf("the middle lies at %v", middle)
	}
	step := 0.0
	for i := 1; i < len(way); i++ {
		a, b := vector(way[i-1]), vector(way[i])
		angle := math.Acos(min(1, a[0]*b[0]+a[1]*b[1]+a[2]*b[2])) * 180 / math.Pi
		if step == 0 {
			step = angle
		}
		if angle > legDegrees+1e-9 || math.Abs(angle-step) > 1e-6 {
			t.Errorf("step %d is %v degrees, not %v", i, angle, step)
		}
	}
}

// A line over the antimeridian is two, which meet there (RFC 7946, 3.1.9); one to
// the other end of the earth is a line too.
func TestCut(t *testing.T) {
	parts := cut(course([]sortie.Position{{-18, 178}, {-14, -172}}))
	if len(parts) != 2 {
		t.Fatalf("%d parts", len(parts))
	}
	end, begin := parts[0][len(parts[0])-1], parts[1][0]
	if end[0] != 180 || begin[0] != -180 || end[1] != begin[1] || end[1] > -16.5 || end[1] < -18 {
		t.Errorf("it ends at %v and begins again at %v", end, begin)
	}
	for _, part := range parts {
		for i := 1; i < len(part); i++ {
			if math.Abs(part[i][0]-part[i-1][0]) > 180 {
				t.Errorf("%v to %v", part[i-1], part[i])
			}
		}
	}
	for _, far := range []sortie.Position{{0, -180}, {0, 180}, {-43.352, -102.96}} {
		for _, part := range cut(course([]sortie.Position{{43.352, 77.04}, far})) {
			for _, p := range part {
				if math.IsNaN(p[0]+p[1]) || math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
					t.Errorf("to %v by way of %v", far, p)
				}
			}
		}
	}
}
