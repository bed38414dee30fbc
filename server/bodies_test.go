package server_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// Whoever sends large bodies and does not end them cannot fill the memory, nor
// keep others out.
func TestBodiesThatAreSentSlowlyAreCounted(t *testing.T) {
	h := open(t)
	slow := func(as string) (end func()) {
		body, rest := io.Pipe()
		r, err := http.NewRequest(http.MethodPost, h.url+"/api/check", body)
		if err != nil {
			t.Fatal(err)
		}
		r.ContentLength = 60 << 20
		r.Header.Set("As", as)
		r.Header.Set("Content-Type", "application/json")
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			if w, err := http.DefaultClient.Do(r); err == nil {
				w.Body.Close()
			}
		}()
		if _, err := io.CopyN(rest, strings.NewReader(strings.Repeat(" ", 8<<20)), 8<<20); err != nil { // so that it has arrived
			t.Fatal(err)
		}
		return func() {
			rest.CloseWithError(io.ErrUnexpectedEOF)
			<-ended
		}
	}
	var ends []func()
	for range 3 {
		ends = append(ends, slow("liaison/KG"))
	}
	large := `{"sortie":1,"note":"` + strings.Repeat("x", 20<<20) + `"}`
	check := func(as string) int {
		return h.ask("POST", "/api/check", large, "As", as, "Content-Type", "application/json", "Expect", "100-continue").status
	}
	if got := check("liaison/KG"); got != http.StatusTooManyRequests {
		t.Errorf("a fourth: status %d", got)
	}
	if got := h.ask("POST", "/api/check", `{}`, "As", "liaison/KG", "Content-Type", "application/json").status; got != http.StatusOK {
		t.Errorf("a small one: status %d", got)
	}
	if got := check("observer"); got != http.StatusOK {
		t.Errorf("another account: status %d", got)
	}
	for _, end := range ends {
		end()
	}
	deadline := time.Now().Add(patience)
	for got := 0; got != http.StatusOK; got = check("liaison/KG") { // the server sees their end when it does
		if time.Now().After(deadline) {
			t.Fatal("what has ended is counted for ever")
		}
	}
}
