package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"sortie/internal/lang"
	"sortie/solve"
)

// liveLine is the one line that changes while a plan is made. Without a
// terminal it writes nothing.
type liveLine struct {
	mu    sync.Mutex
	to    io.Writer
	lang  lang.Lang
	zone  *time.Location
	start time.Time // operation.start
	begun time.Time
	drawn time.Time
	wrote bool
}

// redraw is the least time between two drawings.
const redraw = 100 * time.Millisecond

func (e *env) startLive(zone *time.Location, start time.Time) *liveLine {
	return &liveLine{to: e.live, lang: e.lang, zone: zone, start: start, begun: time.Now()}
}

func (l *liveLine) update(p solve.Progress) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if l.to == nil || now.Sub(l.drawn) < redraw {
		return
	}
	l.drawn, l.wrote = now, true
	fmt.Fprint(l.to, "\r\x1b[K"+harmless(oneLine(l.text(p, now.Sub(l.begun)))))
}

// text is best closure, bound and gap where there is a bound, time, iterations.
func (l *liveLine) text(p solve.Progress, spent time.Duration) string {
	best := "–"
	if !p.Closure.IsZero() {
		best = l.lang.Time(p.Closure.In(l.zone))
	}
	s := l.lang.Say(wordLiveBest, best)
	if p.Bound != nil {
		s += l.lang.Say(wordLiveBound, l.lang.Time(p.Bound.In(l.zone)), l.gap(p))
	}
	return s + l.lang.Say(wordLiveTime, l.lang.Number(spent.Seconds(), 1), l.lang.Count(p.Iterations, wordIterations))
}

// gap is (closure − bound) / (bound − operation.start).
func (l *liveLine) gap(p solve.Progress) string {
	if span := p.Bound.Sub(l.start); span > 0 {
		return l.lang.Number(100*float64(p.Closure.Sub(*p.Bound))/float64(span), 1)
	}
	return "–"
}

// end clears the line.
func (l *liveLine) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.wrote {
		fmt.Fprint(l.to, "\r\x1b[K")
	}
	l.to = nil
}
