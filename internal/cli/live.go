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
	to    io.Writer
	width int
	lang  lang.Lang
	zone  *time.Location
	start time.Time // operation.start
	begun time.Time
	ended chan struct{}

	mu     sync.Mutex
	latest solve.Progress
	done   bool
}

// redraw is how often the line is drawn between two better plans.
const redraw = 250 * time.Millisecond

func (e *env) startLive(zone *time.Location, start time.Time) *liveLine {
	l := &liveLine{to: e.live.Err, width: e.live.Width, lang: e.lang, zone: zone, start: start, begun: time.Now(), ended: make(chan struct{})}
	if l.width > 0 {
		go l.tick()
	}
	return l
}

func (l *liveLine) tick() {
	t := time.NewTicker(redraw)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			l.draw()
		case <-l.ended:
			return
		}
	}
}

// update takes a better plan.
func (l *liveLine) update(p solve.Progress) {
	l.mu.Lock()
	l.latest = p
	l.mu.Unlock()
	l.draw()
}

func (l *liveLine) draw() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.width == 0 || l.done {
		return
	}
	line := []rune(harmless(oneLine(l.text(l.latest, time.Since(l.begun)))))
	fmt.Fprint(l.to, "\r\x1b[K"+string(line[:min(len(line), l.width-1)]))
}

// text is best closure, bound and gap where there is a bound, time, iterations.
func (l *liveLine) text(p solve.Progress, spent time.Duration) string {
	best := "–"
	if !p.Closure.IsZero() {
		best = l.lang.ShortTime(p.Closure.In(l.zone))
	}
	s := l.lang.Say(wordLiveBest, best)
	if p.Bound != nil {
		s += l.lang.Say(wordLiveBound, l.lang.ShortTime(p.Bound.In(l.zone)), l.gap(p))
	}
	if p.Undelivered > 0 {
		s += l.lang.Say(wordLiveLeft, p.Undelivered)
	}
	if p.Late > 0 {
		s += l.lang.Say(wordLiveLate, p.Late)
	}
	return s + l.lang.Say(wordLiveTime, l.lang.Number(spent.Seconds(), 0), l.lang.Count(p.Iterations, wordIterations))
}

// gap is (closure − bound) / (bound − operation.start), in per cent.
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
	if l.width > 0 && !l.done {
		fmt.Fprint(l.to, "\r\x1b[K")
	}
	l.done = true
	close(l.ended)
}
