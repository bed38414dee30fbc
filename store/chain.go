package store

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// Genesis is what the first entry of a mission has for the hash of the one
// before it.
const Genesis = "0000000000000000000000000000000000000000000000000000000000000000"

// timeForm is how the hashed text writes a time: UTC, always three decimals, as
// toISOString does in a browser.
const timeForm = "2006-01-02T15:04:05.000Z"

// Sum is the hash of an entry, in hexadecimal: SHA-256 over eight lines in UTF-8,
// each ended by a line feed: the words "sortie ledger 1", then mission, sequence
// number, kind, actor, time, hash of the body and hash of the entry before. None
// of them can hold a line feed, so no two entries have the same text.
func Sum(e Entry) string {
	return hexSum([]byte(strings.Join([]string{
		"sortie ledger 1", e.Mission, strconv.FormatInt(e.Seq, 10), string(e.Kind), e.Actor,
		e.At.UTC().Format(timeForm), e.BodySHA256, e.Previous, "",
	}, "\n")))
}

// SumBody is the hash of a body's bytes, in hexadecimal.
func SumBody(body []byte) string { return hexSum(body) }

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// After is the draft as the entry that follows last; the zero Entry where it is
// the mission's first. Its time is never before that of the entry before it,
// whatever the writer's clock says. The draft must have been checked.
func (d Draft) After(last Entry) Entry {
	e := Entry{
		Mission: d.Mission, Seq: last.Seq + 1, Kind: d.Kind, Actor: d.Actor, At: d.At,
		BodySHA256: SumBody(d.Body), Previous: last.Hash, Body: d.Body,
	}
	if last.Seq == 0 {
		e.Previous = Genesis
	} else if e.At.Before(last.At) {
		e.At = last.At
	}
	e.Hash = Sum(e)
	return e
}

// Milli is a time as entries carry it: UTC, to the millisecond.
func Milli(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }
