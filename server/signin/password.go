package signin

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

// Lengths of a password in characters. There is no rule on which characters:
// NIST SP 800-63B advises against them, and asks for length.
const (
	shortestPassword = 12
	longestPassword  = 256
)

// cost is what a guess at a password costs: the parameters of OWASP's Password
// Storage Cheat Sheet for argon2id, 19 MiB of memory, two passes, one lane.
var cost = &argon2id.Params{Memory: 19 << 10, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing bounds how many passwords are hashed at once, and so the memory that
// strangers can have taken.
var hashing = make(chan struct{}, max(2, runtime.GOMAXPROCS(0)))

// nobodys is the hash of a password that nobody knows. A name that is not there
// costs as much time as one that is.
var nobodys = sync.OnceValues(func() (string, error) { return argon2id.CreateHash("", cost) })

// checkPassword returns an *Invalid where a password must not be used.
func checkPassword(name, password string) error {
	n := utf8.RuneCountInString(password)
	switch {
	case !utf8.ValidString(password):
		return invalid("password", wordPasswordNoText)
	case n < shortestPassword:
		return invalid("password", wordPasswordShort, shortestPassword)
	case n > longestPassword:
		return invalid("password", wordPasswordLong, longestPassword)
	case strings.Contains(strings.ToLower(password), strings.ToLower(name)) && n-utf8.RuneCountInString(name) < shortestPassword:
		return invalid("password", wordPasswordName)
	}
	return nil
}

// hash returns a password's argon2id hash in PHC form. Two keyboards may write
// the same character in two ways, so its compatible form is hashed.
func hash(ctx context.Context, password string) (string, error) {
	done, err := turn(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	return argon2id.CreateHash(norm.NFKC.String(password), cost)
}

// matches compares a password with a hash. Where there is no hash, it takes the
// same time and says no.
func matches(ctx context.Context, password, hashed string) (bool, error) {
	there := hashed != ""
	if !there {
		var err error
		if hashed, err = nobodys(); err != nil {
			return false, err
		}
	}
	done, err := turn(ctx)
	if err != nil {
		return false, err
	}
	defer done()
	if len(password) > 4*longestPassword {
		password = ""
	}
	ok, err := argon2id.ComparePasswordAndHash(norm.NFKC.String(password), hashed)
	return ok && there, err
}

// turn waits for a turn to hash, and returns what gives it up.
func turn(ctx context.Context) (done func(), err error) {
	select {
	case hashing <- struct{}{}:
		return func() { <-hashing }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
