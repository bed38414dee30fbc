// Package store is the ledger of missions: for each mission a chain of entries
// that only ever grows, each carrying the hash of the one before it. The mission
// of today is the fold of its entries.
//
// Nothing is updated and nothing is deleted: a correction is an entry. What
// Append has answered without an error is on the disk. Beside the ledger a store
// keeps what is not history: accounts and sessions.
//
// The drivers are in store/sqlite and store/postgres; store/storetest is the one
// suite that both have to pass.
package store

import (
	"context"
	"encoding/json"
	"io"
	"iter"
	"time"
)

// Kind is what an entry tells.
type Kind string

// The kinds of entry. A revision, a vote and a statement change the mission; a
// plan and an actual stand beside it.
const (
	Revision  Kind = "revision"  // body: Revised, the whole mission
	Vote      Kind = "vote"      // body: Voted, one member's vote on a decision of the record
	Statement Kind = "statement" // body: a sortie.Entry that joins the record
	Plan      Kind = "plan"      // body: Planned
	Actual    Kind = "actual"    // body: Happened, what really happened to a movement
)

// Changes reports whether an entry of the kind changes the mission.
func (k Kind) Changes() bool { return k == Revision || k == Vote || k == Statement }

// Entry is one line of a mission's ledger.
type Entry struct {
	Mission    string    `json:"mission"` // the mission's id
	Seq        int64     `json:"seq"`     // 1, 2, 3 … within the mission, without a gap
	Kind       Kind      `json:"kind"`
	Actor      string    `json:"actor"` // name of the account that wrote it
	At         time.Time `json:"at"`    // UTC, to the millisecond; never before the entry before it
	BodySHA256 string    `json:"body_sha256"`
	Previous   string    `json:"previous"` // hash of the entry before it; 64 zeros for the first
	Hash       string    `json:"hash"`     // see Sum

	// Body is compact JSON, kept and handed on byte by byte. It is nil where
	// only the chain was asked for.
	Body json.RawMessage `json:"body,omitempty"`
}

// Draft is an entry before it joins the ledger.
type Draft struct {
	Mission string
	Kind    Kind
	Actor   string
	At      time.Time
	Body    json.RawMessage

	// Builds is the sequence number of the last entry that changed the mission
	// as the writer saw it; 0 where there was no mission yet. It is looked at
	// for kinds that change the mission, and whoever comes second gets a
	// *Conflict. Blind where the writer adds without having looked (a vote).
	Builds int64
	Blind  bool

	// Key, where it is not empty, makes the draft idempotent: a second draft of
	// the same mission with the same key is answered with the first one's entry.
	Key string
}

// Mission is what a list of missions shows of one.
type Mission struct {
	ID      string    `json:"id"`
	Seq     int64     `json:"seq"`     // of its last entry
	Changed int64     `json:"changed"` // of the last entry that changed the mission
	Begun   time.Time `json:"begun"`
	At      time.Time `json:"at"` // of its last entry
}

// Account is who may sign in.
type Account struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`             // what entries carry as actor; an office, not a person
	Role     string    `json:"role"`             // of package server/access
	Nation   string    `json:"nation,omitempty"` // ISO 3166; of a liaison
	Password string    `json:"-"`                // argon2id in PHC form; empty: signs in elsewhere
	Subject  string    `json:"-"`                // issuer and subject of OpenID Connect, with a space between; empty: local
	Disabled bool      `json:"disabled,omitempty"`
	Created  time.Time `json:"created"`
}

// Ledger is the append-only part of a store. It is safe for many callers at
// once, and many processes at once on PostgreSQL.
type Ledger interface {
	// Append writes an entry durably and returns it with its place in the chain.
	// It returns *Invalid, *Conflict, ErrNotFound where a mission does not begin
	// with a revision, ErrFull, ErrReadOnly or ErrUnavailable.
	Append(ctx context.Context, d Draft) (Entry, error)
	// Missions lists the missions by id.
	Missions(ctx context.Context) ([]Mission, error)
	// Mission is one of them, or ErrNotFound.
	Mission(ctx context.Context, id string) (Mission, error)
	// Entry is one entry with its body, or ErrNotFound.
	Entry(ctx context.Context, mission string, seq int64) (Entry, error)
	// Entries are up to limit entries after a sequence number, in order, without
	// their bodies.
	Entries(ctx context.Context, mission string, after int64, limit int) ([]Entry, error)
	// Latest are the newest entries of a kind, newest first, with their bodies.
	Latest(ctx context.Context, mission string, kind Kind, limit int) ([]Entry, error)
	// Since are all entries after a sequence number of the kinds, in order, with
	// their bodies: what a fold needs after the last revision.
	Since(ctx context.Context, mission string, after int64, kinds ...Kind) ([]Entry, error)
	// Follow tells of new entries, whoever writes them, in this process or
	// another: the channel carries the newest sequence number each time that it
	// is past what was sent before, and past after. Numbers in between are left
	// out where the reader is slow. It is closed when ctx or the store ends.
	Follow(ctx context.Context, mission string, after int64) (<-chan int64, error)
	// Adopt adds entries of one mission that were written elsewhere, as they are,
	// from the first on, and returns how many were new. It adds all or nothing,
	// and returns a Break where the chain does not hold, and *Diverged where the
	// mission's own story is another.
	Adopt(ctx context.Context, entries iter.Seq2[Entry, error]) (added int64, err error)
}

// Accounts keeps who may sign in.
type Accounts interface {
	// PutAccount adds an account, or replaces the one of the same id. It returns
	// ErrTaken where another has its name or subject.
	PutAccount(ctx context.Context, a Account) error
	Accounts(ctx context.Context) ([]Account, error)
	// AccountByName and the others return ErrNotFound where there is none.
	AccountByID(ctx context.Context, id string) (Account, error)
	AccountByName(ctx context.Context, name string) (Account, error)
	AccountBySubject(ctx context.Context, subject string) (Account, error)
}

// Sessions keeps sign-ins; it has the shape of scs.CtxStore. The data of a
// session is a JSON object whose "account" is whose it is.
type Sessions interface {
	DeleteCtx(ctx context.Context, token string) error
	FindCtx(ctx context.Context, token string) (data []byte, found bool, err error)
	CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error
	// EndSessions ends all sessions of an account, as after a new password.
	EndSessions(ctx context.Context, account string) error
}

// Store is everything that sortie serve keeps.
type Store interface {
	Ledger
	Accounts
	Sessions
	// Ping reports whether the store can be read and written now.
	Ping(ctx context.Context) error
	// Backup writes everything as of one moment, while others go on writing.
	Backup(ctx context.Context, to io.Writer) error
	// Restore reads a backup into an empty store, and verifies its chains; it
	// writes all or nothing. It returns ErrNotEmpty, *Damaged with the place, or a
	// Break.
	Restore(ctx context.Context, from io.Reader) error
	Close() error
}
