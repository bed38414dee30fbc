package jobs

import (
	"cmp"
	"log/slog"
	"time"
)

// Config says where runs are kept and how much may be asked of them. Zero values
// are replaced by the defaults that stand beside them.
type Config struct {
	URL string // nats://…, tls://…, several with commas between; empty: a server embedded in this process

	// Store is the folder of the embedded server. One process at a time may have
	// it open.
	Store string

	// How a cluster knows us. User and Password may also stand in the URL. All
	// others are names of files.
	User, Password string
	Credentials    string // of an account, as nsc writes it
	CA             string // certificates that sign the cluster's, PEM
	Certificate    string // our own, PEM, with its key
	CertificateKey string

	MaxWaiting        int           // runs that wait at once; 1000
	MaxWaitingForUser int           // runs of one user that wait at once; 50
	MaxWaitingBytes   int64         // of missions and plans of all that wait; 1 GiB
	MaxSeconds        float64       // most that a run may ask for; 3600
	MaxBytes          int64         // of a mission or plan; 64 MiB
	Keep              time.Duration // how long runs are kept after their end; 7 days
	Lease             time.Duration // how long a worker may be silent before another takes its run; 5 s

	Log *slog.Logger     // slog.Default
	Now func() time.Time // time.Now; dates runs, and decides nothing else than when ended ones are removed
}

func (c Config) withDefaults() Config {
	c.MaxWaiting = cmp.Or(c.MaxWaiting, 1000)
	c.MaxWaitingForUser = cmp.Or(c.MaxWaitingForUser, 50)
	c.MaxWaitingBytes = cmp.Or(c.MaxWaitingBytes, 1<<30)
	c.MaxSeconds = cmp.Or(c.MaxSeconds, 3600)
	c.MaxBytes = cmp.Or(c.MaxBytes, 64<<20)
	c.Keep = cmp.Or(c.Keep, 7*24*time.Hour)
	c.Lease = cmp.Or(c.Lease, 5*time.Second)
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}

// now is the time that runs are dated with.
func (c *Config) now() time.Time { return c.Now().UTC().Truncate(time.Microsecond) }
