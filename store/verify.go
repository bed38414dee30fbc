package store

import (
	"context"
	"iter"
	"time"

	"sortie/internal/lang"
)

// Break is a place where a chain does not hold: an entry, what of it differs,
// what it says and what it would have to say.
type Break struct {
	Mission string    `json:"mission"`
	Seq     int64     `json:"seq"`
	What    string    `json:"what" doc:"Mission, seq, at, body, body_sha256, previous or hash."`
	Want    lang.Text `json:"want"`
	Got     lang.Text `json:"got"`
}

func (b Break) Error() string { return b.Said().String() }

// Said names the place and what of it differs.
func (b Break) Said() lang.Text {
	return chainBreaks.Text(b.Mission, plain(b.Seq), b.What, b.Got, b.Want)
}

// Chain verifies the entries of one mission as they are handed in, from the
// first on.
type Chain struct {
	Last Entry // without its body
}

// Next looks at the next entry, which has its body, and returns every break. It
// goes on from the entry as it is, so that one fault is told once.
func (c *Chain) Next(e Entry) []Break {
	var breaks []Break
	differ := func(what, want, got string) {
		if want != got {
			breaks = append(breaks, Break{e.Mission, e.Seq, what, lang.Plain(want), lang.Plain(got)})
		}
	}
	previous, mission := Genesis, e.Mission
	if c.Last.Seq > 0 {
		previous, mission = c.Last.Hash, c.Last.Mission
	}
	differ("mission", mission, e.Mission)
	differ("seq", plain(c.Last.Seq+1), plain(e.Seq))
	switch {
	case !e.At.Equal(Milli(e.At)):
		differ("at", Milli(e.At).Format(timeForm), e.At.Format(time.RFC3339Nano))
	case e.At.Before(c.Last.At):
		breaks = append(breaks, Break{e.Mission, e.Seq, "at", notBefore.Text(c.Last.At.Format(timeForm)), lang.Plain(e.At.Format(timeForm))})
	}
	differ("body_sha256", SumBody(e.Body), e.BodySHA256)
	differ("previous", previous, e.Previous)
	differ("hash", Sum(e), e.Hash)
	if why := unfit(e); why != fit && breaks == nil {
		breaks = append(breaks, Break{e.Mission, e.Seq, "body", ofItsKind.Text(), why})
	}
	c.Last, c.Last.Body = e, nil
	return breaks
}

// unfit says why an entry that hangs together is none that Append would write.
func unfit(e Entry) lang.Text {
	d, err := Draft{Mission: e.Mission, Kind: e.Kind, Actor: e.Actor, At: e.At, Body: e.Body}.Checked()
	switch {
	case err != nil:
		return lang.Said(err)
	case string(d.Body) != string(e.Body):
		return hasSpaces.Text()
	case e.Seq == 1 && e.Kind != Revision:
		return firstIsOther.Text()
	}
	return fit
}

// Verification is what verifying a mission's chain gave.
type Verification struct {
	Mission string  `json:"mission"`
	Entries int64   `json:"entries"`
	Head    string  `json:"head" doc:"Hash of the last entry: whoever has kept it elsewhere sees that nothing was cut off."`
	Breaks  []Break `json:"breaks,omitempty"`
}

// mostBreaks is how many breaks are listed: more tell nobody more.
const mostBreaks = 100

// VerifyEntries recomputes the chain of one mission's entries, which have their
// bodies, from the first on.
func VerifyEntries(entries iter.Seq2[Entry, error]) (Verification, error) {
	var v Verification
	var chain Chain
	for e, err := range entries {
		if err != nil {
			return v, err
		}
		if v.Entries == 0 {
			v.Mission = e.Mission
		}
		v.Entries++
		v.Head = e.Hash
		for _, b := range chain.Next(e) {
			if len(v.Breaks) < mostBreaks {
				v.Breaks = append(v.Breaks, b)
			}
		}
	}
	return v, nil
}

// VerifyLedger recomputes the chain of a mission as it is kept, bodies and all.
// It returns ErrNotFound where there is no such mission.
func VerifyLedger(ctx context.Context, l Ledger, mission string) (Verification, error) {
	if _, err := l.Mission(ctx, mission); err != nil {
		return Verification{Mission: mission}, err
	}
	return VerifyEntries(Read(ctx, l, mission, 0))
}
