package server

import (
	"context"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"sortie/repair"
)

// A search for which there was no time is not what is told for ever: the next who
// asks begins it anew. What was found before the time was up is kept.
func TestRepairsThatWereCutShort(t *testing.T) {
	for _, c := range []struct {
		name   string
		report *repair.Report
		again  bool
	}{
		{"no time at all", nil, true},
		{"for the mission as it is alone", &repair.Report{Of: 3}, true},
		{"for some changes", &repair.Report{Of: 3, Tried: 2}, false},
	} {
		r, searches := newRepairs(), 0
		find := func(_ context.Context, progress func(*repair.Report)) error {
			searches++
			if c.report != nil {
				progress(c.report)
			}
			return context.DeadlineExceeded
		}
		for range 2 {
			is, leave := r.join(repairKey{"m", 2}, find)
			for {
				_, _, ended, changed, _ := is.seen()
				if ended {
					break
				}
				<-changed
			}
			is.change(func() { is.cut, is.err = true, nil }) // as where the time was up
			leave()
		}
		if again := searches == 2; again != c.again {
			t.Errorf("%s: %d searches", c.name, searches)
		}
	}
}

// A search ends with the last who follows it, and is begun anew by who comes after.
func TestRepairsThatNobodyFollows(t *testing.T) {
	r, stopped := newRepairs(), make(chan struct{})
	find := func(ctx context.Context, _ func(*repair.Report)) error {
		<-ctx.Done()
		stopped <- struct{}{}
		return ctx.Err()
	}
	first, leave := r.join(repairKey{"m", 2}, find)
	second, leaveToo := r.join(repairKey{"m", 2}, find)
	if first != second {
		t.Error("two searches for the same repairs")
	}
	leave()
	select {
	case <-stopped:
		t.Error("the search ended while somebody followed it")
	default:
	}
	leaveToo()
	<-stopped
	third, leave := r.join(repairKey{"m", 2}, find)
	if third == first {
		t.Error("who came after follows a search that has ended")
	}
	leave()
	<-stopped
}

// How long somebody listens is no time that an answer takes.
func TestStreamsAreNotTimed(t *testing.T) {
	f := &figures{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "n"}, []string{"operation", "status"}),
		seconds:  prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "s"}, []string{"operation"}),
	}
	for _, operation := range []string{"follow-mission", "find-repairs", "get-mission"} {
		f.request(&request{operation: operation, status: 200}, time.Minute)
	}
	if n, timed := collected(f.requests), collected(f.seconds); n != 3 || timed != 1 {
		t.Errorf("%d counted, %d timed", n, timed)
	}
}

// collected is how many figures a collector has.
func collected(c prometheus.Collector) int {
	out := make(chan prometheus.Metric, 100)
	c.Collect(out)
	return len(out)
}
