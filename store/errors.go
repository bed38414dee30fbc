package store

import (
	"errors"
	"fmt"
	"time"
)

// Errors of a store. Their texts tell a user what to do and nothing of the
// driver; the driver's own error is wrapped for the operator's log, see [Cause].
var (
	ErrNotFound    = errors.New("there is no such entry")
	ErrTaken       = errors.New("the name is taken")
	ErrFull        = errors.New("the disk is full: nothing was written; make room and try again")
	ErrReadOnly    = errors.New("the store cannot be written to")
	ErrUnavailable = errors.New("the store does not answer: try again later")
	ErrRefused     = errors.New("the database is not there, or lets nobody in with that name and password: look at the address")
	ErrBusy        = errors.New("another program holds the store: end it, or try again")
	ErrDamaged     = errors.New("the store is damaged, or is none of sortie's: restore a backup into a new one")
	ErrNewer       = errors.New("the store was written by a newer version of sortie: use that version")
	ErrNotEmpty    = errors.New("the store is not empty: restore into a new one")
)

// Conflict is returned where another writer changed the mission first.
type Conflict struct {
	Mission string
	Builds  int64 // what the writer had seen
	Changed int64 // what is there
	Actor   string
	At      time.Time
}

func (c *Conflict) Error() string {
	if c.Changed == 0 {
		return "the mission is not there: it cannot be changed, only created"
	}
	return fmt.Sprintf("the mission was changed by %s at %s, after you read it", c.Actor, c.At.Format(time.RFC3339))
}

// Invalid is returned for a draft that the ledger does not take.
type Invalid struct {
	Field string // of the draft: mission, kind, actor, at, key, body
	Why   string
}

func (i *Invalid) Error() string { return i.Field + ": " + i.Why }

// Diverged is returned where entries from elsewhere tell another story of a
// mission than the one that is there.
type Diverged struct {
	Mission string
	Seq     int64 // the first entry that differs
}

func (d *Diverged) Error() string {
	return fmt.Sprintf("mission %s is there already, and its story differs from entry %d on", d.Mission, d.Seq)
}

// failure is one of the errors above with the driver's own beneath it.
type failure struct{ known, cause error }

func (f *failure) Error() string   { return f.known.Error() }
func (f *failure) Unwrap() []error { return []error{f.known, f.cause} }

// Failed is an error that reads as one of the store's and keeps its cause.
func Failed(known, cause error) error { return &failure{known, cause} }

// Cause is the driver's own error beneath one of the store's, for the
// operator's log alone; the error itself where there is none.
func Cause(err error) error {
	var f *failure
	if errors.As(err, &f) {
		return f.cause
	}
	return err
}
