package check

// continuity checks R2 on each lift's movements in turn.
func (c *checker) continuity() {
	for _, moves := range c.sequences {
		for n, i := range moves {
			mv := &c.moves[i]
			if n == 0 {
				c.firstFrom(mv)
			} else {
				c.follows(mv, &c.moves[moves[n-1]])
			}
			c.inWindow(mv)
		}
		c.returns(&c.moves[moves[len(moves)-1]])
	}
}

func (c *checker) firstFrom(mv *movement) {
	base := c.fleets[mv.fleet].base
	if base >= 0 && mv.from >= 0 && mv.from != base {
		c.report(c.where(mv.breach(Continuity), mv.from, mv.load),
			startsAway, mv.src.Lift, c.placeID(mv.from), c.placeID(base))
	}
}

func (c *checker) follows(mv, before *movement) {
	b := c.where(mv.breach(Continuity), mv.from, mv.load)
	if mv.from >= 0 && before.to >= 0 && mv.from != before.to {
		c.report(b, startsElse,
			mv.src.Lift, c.placeID(mv.from), number(before.id), c.placeID(before.to))
	}
	if mv.load < before.done {
		c.report(b.figures(float64(mv.load-before.done), 0, inMinutes),
			loadsBefore,
			mv.src.Lift, c.tell(mv.load), number(before.id), c.tell(before.done))
	}
	stands, least := mv.depart-before.arrive, int64(mv.kind.Turnaround)
	if stands < least {
		b = c.where(mv.breach(Continuity), mv.from, mv.depart).figures(float64(stands), float64(least), inMinutes)
		c.report(b, turnsTooFast,
			mv.src.Lift, c.tell(mv.depart), length(stands), length(least))
	}
}

func (c *checker) inWindow(mv *movement) {
	f := c.fleets[mv.fleet]
	if from := minuteOr(f.From, farPast); min(mv.load, mv.depart) < from {
		at := min(mv.load, mv.depart)
		c.report(c.where(mv.breach(Continuity), mv.from, at).figures(float64(at-from), 0, inMinutes),
			worksBefore, mv.src.Lift, c.tell(at), f.ID, c.tell(from))
	}
	if until := minuteOr(f.Until, farFuture); max(mv.arrive, mv.done) > until {
		at := max(mv.arrive, mv.done)
		c.report(c.where(mv.breach(Continuity), mv.to, at).figures(float64(at-until), 0, inMinutes),
			worksAfter, mv.src.Lift, c.tell(at), f.ID, c.tell(until))
	}
}

func (c *checker) returns(last *movement) {
	f := c.fleets[last.fleet]
	if f.Return && f.base >= 0 && last.to >= 0 && last.to != f.base {
		c.report(c.where(last.breach(Continuity), last.to, last.done),
			endsAway, last.src.Lift, c.placeID(last.to), f.ID, c.placeID(f.base))
	}
}
