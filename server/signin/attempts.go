package signin

import (
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"sortie/server/throttle"
)

// How often a password may be guessed. Nothing is ever locked: a bucket fills
// again while nobody guesses, and an attempt that succeeds costs nothing, so
// that thirty people behind one address can all come at eight.
const (
	perPair, perPairEvery       = 5, 20 * time.Second  // one name from one address
	perAddress, perAddressEvery = 20, 5 * time.Second  // any names from one address
	perName, perNameEvery       = 30, 10 * time.Second // one name from addresses that never signed in with it
	questions, questionsEvery   = 100, time.Second     // sign-ins at the provider that one address begins
	remembered                  = 1 << 16
)

// attempts holds back whoever guesses passwords. A name is guarded against
// guesses from many addresses too, but those from which it has signed in
// before do not count: a stranger cannot keep an office out of its own account
// by guessing.
type attempts struct {
	pairs, addresses, names, questions *throttle.Throttle

	mu    sync.Mutex
	known map[string]bool // name and address that have signed in
}

func newAttempts() *attempts {
	return &attempts{
		pairs:     throttle.New(rate.Every(perPairEvery), perPair, remembered),
		addresses: throttle.New(rate.Every(perAddressEvery), perAddress, remembered),
		names:     throttle.New(rate.Every(perNameEvery), perName, remembered),
		questions: throttle.New(rate.Every(questionsEvery), questions, remembered),
		known:     map[string]bool{},
	}
}

// begin begins an attempt. Where it has to wait, wait is how long; else
// succeeded is to be called if the password was right. Names that are not
// there count as others do, so that the wait does not tell which are.
func (a *attempts) begin(name, address string, now time.Time) (succeeded func(), wait time.Duration) {
	name = strings.ToLower(name)
	pair := address + " " + name
	var backs []func()
	giveBack := func() {
		for _, back := range backs {
			back()
		}
	}
	take := func(t *throttle.Throttle, key string) bool {
		back, w := t.Take(key, now)
		if w > 0 {
			wait = w
			giveBack()
			return false
		}
		backs = append(backs, back)
		return true
	}
	if !take(a.pairs, pair) || !take(a.addresses, address) || !a.knows(pair) && !take(a.names, name) {
		return func() {}, wait
	}
	return func() {
		giveBack()
		a.learn(pair)
	}, 0
}

func (a *attempts) knows(pair string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.known[pair]
}

func (a *attempts) learn(pair string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.known) >= remembered {
		clear(a.known)
	}
	a.known[pair] = true
}
