package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"sortie/store"
)

// ledgerOfChild names, in the environment of a child process, the ledger that
// it writes to.
const ledgerOfChild = "SORTIE_TEST_LEDGER"

// Main runs the tests of a package; in a child process of [Killed] it writes to
// a ledger until it is killed.
func Main(m *testing.M, open func(context.Context, string) (store.Store, error)) {
	if name := os.Getenv(ledgerOfChild); name != "" {
		if err := writeUntilKilled(open, name); err != nil {
			fmt.Fprintln(os.Stderr, err, store.Cause(err))
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// Kills is how often something is killed: so many times, or SORTIE_KILLS.
func Kills(t testing.TB, times int) int {
	t.Helper()
	if s := os.Getenv("SORTIE_KILLS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return times
}

var killMissions = []string{"alpha", "beta", "gamma"}

// writeUntilKilled appends from many sides at once, and prints each entry once
// it has been acknowledged, in one write of whole lines.
func writeUntilKilled(open func(context.Context, string) (store.Store, error), name string) error {
	s, err := open(context.Background(), name)
	if err != nil {
		return err
	}
	return load(context.Background(), s, func(e store.Entry) {
		fmt.Printf("%s %d %s\n", e.Mission, e.Seq, e.Hash)
	})
}

// load appends to a few missions from eight sides at once, until one fails, and
// tells each entry that was acknowledged.
func load(ctx context.Context, s store.Store, acknowledged func(store.Entry)) error {
	for _, mission := range killMissions {
		e, err := s.Append(ctx, Revised(mission, "", 0))
		switch {
		case err == nil:
			acknowledged(e)
		case !errors.As(err, new(*store.Conflict)): // it was there from before
			return err
		}
	}
	failed := make(chan error)
	for range 8 {
		go func() {
			for {
				mission := killMissions[rand.IntN(len(killMissions))]
				draft := planned(mission, 1, strings.Repeat("x", rand.IntN(8000)))
				if rand.IntN(4) == 0 {
					draft = Revised(mission, strings.Repeat("y", rand.IntN(30_000)), 0)
					draft.Blind = true
				}
				e, err := s.Append(ctx, draft)
				if err != nil {
					failed <- err
					return
				}
				acknowledged(e)
			}
		}()
	}
	err := <-failed
	for range 7 {
		<-failed
	}
	return err
}

// promises are the entries that were acknowledged: mission, number, hash.
type promises map[string]map[int64]string

func (p promises) add(mission string, seq int64, hash string) {
	if p[mission] == nil {
		p[mission] = map[int64]string{}
	}
	p[mission][seq] = hash
}

func (p promises) count() (n int) {
	for _, of := range p {
		n += len(of)
	}
	return n
}

// kept fails where a promise was broken, or a chain does not hold. It looks at
// what has come after the entries that it has seen before, or at everything.
func (p promises) kept(t testing.TB, s store.Store, seen map[string]*store.Chain) {
	t.Helper()
	for mission, of := range p {
		chain := seen[mission]
		if chain == nil {
			chain = &store.Chain{}
			seen[mission] = chain
		}
		for e, err := range store.Read(t.Context(), s, mission, chain.Last.Seq) {
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range chain.Next(e) {
				t.Fatal(b)
			}
			if hash, ok := of[e.Seq]; ok && hash != e.Hash {
				t.Fatalf("entry %d of %s was acknowledged as %s, and is %s", e.Seq, mission, hash, e.Hash)
			}
		}
		for seq := range of {
			if seq > chain.Last.Seq {
				t.Fatalf("entry %d of %s was acknowledged, and the ledger ends at %d", seq, mission, chain.Last.Seq)
			}
		}
	}
}

// Killed has a process write to a ledger and kills it at a random moment, again
// and again, on the same ledger. Nothing that was acknowledged is ever lost.
func Killed(t *testing.T, name string, open func(context.Context, string) (store.Store, error), times int) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	promised, seen := promises{}, map[string]*store.Chain{}
	look := func(seen map[string]*store.Chain) {
		t.Helper()
		s, err := open(t.Context(), name)
		if err != nil {
			t.Fatal(err, store.Cause(err))
		}
		promised.kept(t, s, seen)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for range times {
		child := exec.Command(program)
		child.Env = append(os.Environ(), ledgerOfChild+"="+name)
		var complaint strings.Builder
		child.Stderr = &complaint
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		// Mostly under load; now and then while it opens the ledger and recovers
		// from the last time.
		killAt := 1 + rand.IntN(100)
		if rand.IntN(5) == 0 {
			killAt = 0
			time.AfterFunc(time.Duration(rand.IntN(60))*time.Millisecond, func() { _ = child.Process.Kill() })
		}
		hung := time.AfterFunc(patience, func() { _ = child.Process.Kill() })
		lines := bufio.NewReader(out)
		for n := 1; ; n++ {
			line, err := lines.ReadString('\n')
			if err == io.EOF { // and what comes without a line feed was never told
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			var mission, hash string
			var seq int64
			if _, err := fmt.Sscanf(line, "%s %d %s\n", &mission, &seq, &hash); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			promised.add(mission, seq, hash)
			if n == killAt {
				if err := child.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !hung.Stop() {
			t.Fatal("the child hangs")
		}
		if err := child.Wait(); err == nil || complaint.Len() > 0 {
			t.Fatalf("the child ended by itself: %v %s", err, complaint.String())
		}
		look(seen)
	}
	look(map[string]*store.Chain{}) // and once more from the first entry on
	t.Logf("killed %d times, %d entries were acknowledged", times, promised.count())
	if promised.count() < 10*times {
		t.Error("hardly anything was acknowledged: this shows nothing")
	}
}
