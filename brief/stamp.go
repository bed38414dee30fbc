package brief

import (
	"slices"

	"sortie"
)

// stamp is a date that a page gives for its own publication, file bytes
// [start, end).
type stamp struct {
	date       sortie.Date
	start, end int
	rank       int
}

// Ranks of stamps: the higher is trusted more.
const (
	rankBeside = iota + 1 // a line with a date beside the text's headline
	rankTime              // a time element of the page
	rankLine              // a dateline: Moscow, 11 January 2022
	rankMeta              // what the page's head says
	rankSaid              // "published on"
)

// date takes the day of publication from the options, or else from the text
// itself. A date in a headline, or in a line that is not the text's own, never
// counts.
func (r *reading) date(given sortie.Date) error {
	own := r.datelines()
	own = append(own, r.page.dated...)
	slices.SortStableFunc(own, func(a, b stamp) int { return b.rank - a.rank })
	if !given.IsZero() {
		r.published, r.Published = given, given.String()
		if len(own) > 0 && own[0].date != given && own[0].rank >= rankLine {
			r.Warnings = append(r.Warnings, Warning{"date_differs", r.decoded(own[0].start, own[0].end), own[0].start, own[0].end,
				dateDiffers.Text(own[0].date, given)})
		}
		return nil
	}
	if len(own) == 0 {
		return &UndatedError{isUndated.Text()}
	}
	for _, s := range own[1:] {
		if s.rank == own[0].rank && s.date != own[0].date {
			if own[0].rank == rankSaid || own[0].rank == rankMeta {
				break // published, then updated
			}
			return &UndatedError{hasTwoDates.Text(own[0].date, s.date)}
		}
	}
	r.published, r.Published = own[0].date, own[0].date.String()
	return nil
}

// datelines finds the dates that the text carries for itself: a line with
// "published", the line beside its headline, the beginning of its first
// paragraph.
func (r *reading) datelines() (out []stamp) {
	first, own := -1, -1
	for i, b := range r.page.blocks {
		if b.own {
			own = i
		}
		if first < 0 && b.role == prose {
			first = i
		}
	}
	for i, b := range r.page.blocks {
		toks := r.words[i]
		if b.role == aside && b.why != whyHeading || len(toks) == 0 || b.from < 0 {
			continue
		}
		s := &sentence{doc: r, toks: toks[:min(len(toks), 40)], marks: r.lex.mark(toks[:min(len(toks), 40)])}
		said := s.any(0, min(4, len(s.toks)), "published")
		line := len(toks) <= 16 && s.bare(len(s.toks), 2)
		for k := range s.toks {
			if _, ok := s.numericDate(k); !ok && !s.toks[k].digitLike() && !s.any(k, k+1, "month") {
				continue
			}
			m, ok := s.timeAt(k)
			if !ok || !m.explicit {
				continue
			}
			rank := 0
			switch {
			case said && len(toks) <= 30 && k < 12:
				rank = rankSaid
			case i == first && len(toks) > 20 && s.leads(m) && s.bare(m.from, 2):
				rank = rankLine
			case line && (i == own+1 && own >= 0 || i == own-1 || i == first-1 || i == first || first < 0 && i <= 2) && (first < 0 || i <= first+1):
				rank = rankBeside
				if s.any(0, len(s.toks), "agency", "place") {
					rank = rankLine
				}
			}
			if rank > 0 {
				start, end := r.page.span(s.toks[m.from].from, s.toks[m.to-1].to)
				out = append(out, stamp{m.date, start, end, rank})
			}
			break
		}
	}
	return out
}

func (t token) digitLike() bool { return t.kind == number || t.kind == ordinal || t.kind == date }

// bare reports whether the first n words are those of a dateline: places,
// agencies, dates, times of day, but for a few.
func (s *sentence) bare(n, most int) bool {
	other := 0
	for k := 0; k < n; k++ {
		t := s.toks[k]
		if t.kind != word || t.capital && k < 4 || s.covered(k, "place", "country", "agency", "month", "weekday", "published", "source.mark", "stray.share", "unit", "time.on", "loc.in", "demonym") {
			continue
		}
		other++
	}
	return other <= most
}

func (s *sentence) covered(k int, classes ...string) bool {
	for _, m := range s.marks[s.starting(k-longest):] {
		if m.from > k {
			break
		}
		if k < m.to && slices.Contains(classes, m.class) {
			return true
		}
	}
	return false
}

// leads reports whether a date stands at the head of a paragraph and is cut off
// from it: "Moscow, 11 January 2022 — The".
func (s *sentence) leads(m moment) bool {
	if m.from > 9 || m.to >= len(s.toks) {
		return m.from <= 9
	}
	for k := m.to; k < min(m.to+8, len(s.toks)); k++ {
		switch s.toks[k].text {
		case "-", "–", "—", "/", ".", ":", "|", "//", ")":
			return true
		case "(", ",":
			continue
		}
		if !s.toks[k].capital && s.toks[k].kind == word {
			return false
		}
	}
	return false
}
