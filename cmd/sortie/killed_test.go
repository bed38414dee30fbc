//go:build unix

package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"

	"sortie"
	"sortie/internal/pgtest"
	"sortie/store"
	"sortie/store/storetest"
)

// mostWrites is how many statements a server acknowledges at most before it is
// killed.
const mostWrites = 30

// Whatever the server has acknowledged is there after it was killed, while
// writers were at it, and the chain holds.
func TestServerIsKilled(t *testing.T) {
	mission, err := os.ReadFile("../../missions/first-lift/mission.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, db := range map[string]func(*testing.T) string{
		"SQLite":     func(*testing.T) string { return "sortie.db" },
		"PostgreSQL": func(t *testing.T) string { return pgtest.Database(t) },
	} {
		t.Run(name, func(t *testing.T) {
			dir, db := t.TempDir(), db(t)
			const m = "/api/missions/first-lift"
			kills := storetest.Kills(t, 5)
			acknowledged := map[string]bool{}
			s := serve(t, dir, "--db", db, "--rate-address", "0")
			s.ask(http.StatusCreated, nil, "POST", "/api/missions", "application/yaml", string(mission))
			for kill := range kills {
				for _, id := range s.killedUnderWriters(m, fmt.Sprintf("kill-%d", kill), 1+rand.IntN(mostWrites)) {
					acknowledged[id] = true
				}
				s = serve(t, dir, "--db", db, "--rate-address", "0")
				var now sortie.Mission
				s.ask(http.StatusOK, &now, "GET", m, "", "")
				there := map[string]bool{}
				for _, e := range now.Record {
					there[e.ID] = true
				}
				for id := range acknowledged {
					if !there[id] {
						t.Fatalf("kill %d: statement %s was acknowledged and is gone", kill+1, id)
					}
				}
				var chain store.Verification
				s.ask(http.StatusOK, &chain, "GET", m+"/ledger/verification", "", "")
				if len(chain.Breaks) > 0 || int(chain.Entries) < len(acknowledged) {
					t.Fatalf("kill %d: the chain is %+v after %d statements", kill+1, chain, len(acknowledged))
				}
			}
			s.end(syscall.SIGTERM)
			if len(acknowledged) < kills {
				t.Errorf("%d statements were acknowledged before %d kills: that is no load", len(acknowledged), kills)
			}
		})
	}
}

// killedUnderWriters has four writers add statements until so many are
// acknowledged, kills the server while they go on, and returns the ids of all
// that were.
func (s *served) killedUnderWriters(mission, name string, after int) []string {
	s.t.Helper()
	var mu sync.Mutex
	var out []string
	enough := make(chan struct{})
	var writers sync.WaitGroup
	for w := range 4 {
		writers.Go(func() {
			for n := 0; ; n++ {
				id := fmt.Sprintf("%s-%d-%d", name, w, n)
				body := fmt.Sprintf(`{"id":%q,"kind":"event","text":{"en":"Situation report"}}`, id)
				r, err := http.Post(s.url+mission+"/record", "application/json", strings.NewReader(body))
				if err != nil {
					return // it was killed
				}
				_, err = io.Copy(io.Discard, r.Body)
				r.Body.Close()
				if r.StatusCode != http.StatusCreated {
					s.t.Errorf("a statement was answered with %s", r.Status)
					return
				}
				if err != nil {
					return
				}
				mu.Lock()
				if out = append(out, id); len(out) == after {
					close(enough)
				}
				mu.Unlock()
			}
		})
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		writers.Wait()
	}()
	select {
	case <-enough:
	case <-ended:
		s.t.Fatalf("the writers ended before %d statements were acknowledged: %s", after, s.errs)
	}
	s.end(syscall.SIGKILL)
	<-ended
	return out
}
