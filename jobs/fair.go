package jobs

import (
	"cmp"
	"slices"
	"time"
)

// turn is what decides which run is next.
type turn struct {
	running map[string]int       // runs under way
	begun   map[string]time.Time // when one last began
}

func newTurn() turn { return turn{map[string]int{}, map[string]time.Time{}} }

func (t turn) count(name string, r *held, runs bool) {
	if runs {
		t.running[name]++
	}
	if r.Last.After(t.begun[name]) {
		t.begun[name] = r.Last
	}
}

func (t turn) compare(a, b string) int {
	return cmp.Or(cmp.Compare(t.running[a], t.running[b]), t.begun[a].Compare(t.begun[b]))
}

// waiting is the runs that a worker may begin, whose turn it is first: of the
// user with the fewest under way, and of these of whom has waited longest since
// one began; then the same of missions; then the oldest. A run whose worker has
// fallen silent waits too.
func (q *Queue) waiting(now time.Time) []held {
	users, missions := newTurn(), newTurn()
	var out []held
	for _, h := range q.mirror.all() {
		if h.State.ended() {
			users.count(h.By, &h, false)
			missions.count(h.Mission, &h, false)
			continue
		}
		waits := h.Claim == "" || q.mirror.silent(&h, now, q.config.Lease)
		users.count(h.By, &h, !waits)
		missions.count(h.Mission, &h, !waits)
		if waits {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b held) int {
		return cmp.Or(users.compare(a.By, b.By), missions.compare(a.Mission, b.Mission), a.Asked.Compare(b.Asked), cmp.Compare(a.ID, b.ID))
	})
	return out
}
