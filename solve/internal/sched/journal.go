package sched

import (
	"slices"

	"sortie/solve/internal/haul"
)

// What a haul may do is read from the books, and the books are made by the hauls
// before it. So a run whose order begins like that of another decides as that
// did until they differ. A run keeps a journal of what it decided; one that
// begins alike enters the same, without looking for it again. Nothing of the
// books is kept or taken back for that: they are made anew by each run.

// journal is what one round of a run decided, call after call of place.
type journal struct {
	order   []*haul.Haul
	ample   []bool
	allowed []span
	before  []int   // calls before each haul of the order, and before the end
	went    []bool  // by call: whether the haul could go
	ways    []trial // of those that could
}

// journals are by round: of the last run, and of the one that those to come are
// like.
type journals struct {
	now, like []journal
	writes    *journal // of the round at hand
	reads     *journal // what is known of it
	known     int      // for so many calls
}

// Keep has runs to come begin like the last, which was not given up, as far as
// their orders do.
func (d *Decoder) Keep() { d.now, d.like = d.like, d.now }

// open begins the journal of a round, and finds how much of it is known.
func (d *Decoder) open(order []*haul.Haul, round int) {
	d.now = slices.Grow(d.now[:round], 1)[:round+1]
	j := &d.now[round]
	*j = journal{order, append(j.ample[:0], d.ample...), append(j.allowed[:0], d.allowed...), j.before[:0], j.went[:0], j.ways[:0]}
	d.writes, d.known = j, 0
	if round >= len(d.like) {
		return
	}
	k := &d.like[round]
	if !slices.Equal(j.ample, k.ample) || !slices.Equal(j.allowed, k.allowed) {
		return
	}
	same := 0
	for same < min(len(order), len(k.order)) && order[same] == k.order[same] {
		same++
	}
	d.reads, d.known = k, k.before[same]
}

// turn notes that the next haul of the order begins.
func (d *Decoder) turn() { d.writes.before = append(d.writes.before, len(d.writes.went)) }

// decide is how a haul goes: as it is known to, or as is found; nil where it
// cannot, or not yet.
func (d *Decoder) decide(q *request) *trial {
	j := d.writes
	call, going := len(j.went), len(j.ways)
	known := call < d.known
	goes := known && d.reads.went[call]
	switch {
	case goes:
		j.ways = append(j.ways, d.reads.ways[going])
	case !known:
		j.ways = append(j.ways, trial{})
		if goes = d.find(q, &j.ways[going]); !goes {
			j.ways = j.ways[:going]
		}
	}
	j.went = append(j.went, goes)
	if !goes {
		return nil
	}
	return &j.ways[going]
}
