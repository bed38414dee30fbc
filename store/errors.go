package store

import (
	"errors"
	"strconv"
	"time"

	"sortie/internal/lang"
)

// Errors of a store. Their texts tell a user what to do and nothing of the
// driver; the driver's own error is wrapped for the operator's log, see [Cause].
var (
	ErrNotFound    = lang.Err(lang.Phrase{EN: "there is no such entry", FR: "cette écriture n’existe pas"})
	ErrTaken       = lang.Err(lang.Phrase{EN: "the name is taken", FR: "ce nom est pris"})
	ErrFull        = lang.Err(lang.Phrase{EN: "the disk is full: nothing was written; make room and try again", FR: "le disque est plein : rien n’a été écrit ; faites de la place et réessayez"})
	ErrReadOnly    = lang.Err(lang.Phrase{EN: "the store cannot be written to", FR: "on ne peut pas écrire dans le registre"})
	ErrUnavailable = lang.Err(lang.Phrase{EN: "the store does not answer: try again later", FR: "le registre ne répond pas : réessayez plus tard"})
	ErrRefused     = lang.Err(lang.Phrase{EN: "the database is not there, or lets nobody in with that name and password: look at the address", FR: "la base de données n’est pas là, ou n’accepte ni ce nom ni ce mot de passe : vérifiez l’adresse"})
	ErrBusy        = lang.Err(lang.Phrase{EN: "another program holds the store: end it, or try again", FR: "un autre programme occupe le registre : arrêtez-le, ou réessayez"})
	ErrDamaged     = lang.Err(lang.Phrase{EN: "the store is damaged, or is none of sortie's: restore a backup into a new one", FR: "le registre est endommagé, ou n’est pas de sortie : restaurez une sauvegarde dans un nouveau"})
	ErrNewer       = lang.Err(lang.Phrase{EN: "the store was written by a newer version of sortie: use that version", FR: "le registre a été écrit par une version plus récente de sortie : utilisez-la"})
	ErrNotEmpty    = lang.Err(lang.Phrase{EN: "the store is not empty: restore into a new one", FR: "le registre n’est pas vide : restaurez dans un nouveau"})
)

// Conflict is returned where another writer changed the mission first.
type Conflict struct {
	Mission string
	Builds  int64 // what the writer had seen
	Changed int64 // what is there
	Actor   string
	At      time.Time
}

func (c *Conflict) Error() string { return c.Said().String() }

// Said is the error in every language; so are those of the other types.
func (c *Conflict) Said() lang.Text {
	if c.Changed == 0 {
		return isNotThere.Text()
	}
	return changedSince.Text(c.Actor, c.At.Format(time.RFC3339))
}

// Invalid is returned for a draft that the ledger does not take.
type Invalid struct {
	Field string // of the draft: mission, kind, actor, at, key, body
	Why   lang.Text
}

func (i *Invalid) Error() string { return i.Said().String() }

// Said names the field and why.
func (i *Invalid) Said() lang.Text { return ofField.Text(i.Field, i.Why) }

// Diverged is returned where entries from elsewhere tell another story of a
// mission than the one that is there.
type Diverged struct {
	Mission string
	Seq     int64 // the first entry that differs
}

func (d *Diverged) Error() string { return d.Said().String() }

// Said names the mission and the entry.
func (d *Diverged) Said() lang.Text { return hasDiverged.Text(d.Mission, plain(d.Seq)) }

// plain is the number of an entry or a line, which is a name.
func plain(n int64) string { return strconv.FormatInt(n, 10) }

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
