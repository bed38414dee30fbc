package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"sortie/jobs"
	"sortie/server"
	"sortie/store"
)

// event is one server-sent event.
type event struct{ name, id, data string }

// follow opens a stream; its events come one by one until it ends.
func (h *house) follow(path string, header ...string) (events <-chan event, end func()) {
	h.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	r.Header.Set("As", "planner")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	if w.StatusCode != http.StatusOK || w.Header.Get("Content-Type") != "text/event-stream" {
		h.t.Fatalf("%s: status %d, %s", path, w.StatusCode, w.Header.Get("Content-Type"))
	}
	out := make(chan event, 1000)
	go func() {
		defer close(out)
		defer w.Body.Close()
		var e event
		lines := bufio.NewScanner(w.Body)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			switch key, value, _ := strings.Cut(lines.Text(), ": "); key {
			case "event":
				e.name = value
			case "id":
				e.id = value
			case "data":
				e.data = value
			case "":
				if e.name != "" {
					out <- e
				}
				e = event{}
			}
		}
	}()
	h.t.Cleanup(cancel)
	return out, cancel
}

// next is the next event of a name.
func next(t *testing.T, events <-chan event, name string) event {
	t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case e, open := <-events:
			if !open {
				t.Fatalf("the stream ended without an event %q", name)
			}
			if e.name == name {
				return e
			}
		case <-deadline:
			t.Fatalf("no event %q came", name)
		}
	}
}

// ended waits for the end of a stream.
func ended(t *testing.T, events <-chan event) {
	t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case _, open := <-events:
			if !open {
				return
			}
		case <-deadline:
			t.Fatal("the stream does not end")
		}
	}
}

func TestARunIsFollowedToItsRecordedPlan(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	story, _ := h.follow(guard + "/events")
	var run jobs.Run
	started := h.must(http.StatusAccepted, &run, "POST", guard+"/runs", `{"iterations":50}`)
	if want := "/api/runs/" + run.ID; started.header.Get("Location") != want || run.State != jobs.Waiting || run.Seed != 1 {
		t.Fatalf("the run is %+v at %s", run, started.header.Get("Location"))
	}
	events, _ := h.follow("/api/runs/" + run.ID + "/events")
	h.work()
	var last jobs.Run
	for e := range events {
		if err := json.Unmarshal([]byte(e.data), &last); err != nil || e.name != "run" || last.ID != run.ID {
			t.Fatalf("event %+v: %v", e, err)
		}
	}
	if last.State != jobs.Done || last.Entry == 0 || last.Progress.Closure == nil {
		t.Fatalf("the stream ended with %+v", last)
	}
	if e := next(t, story, "entry"); e.id != fmt.Sprint(last.Entry) {
		t.Errorf("the mission's stream tells of entry %s, and the plan is in %d", e.id, last.Entry)
	}
	var plan struct {
		Mission string `json:"mission"`
		Verdict struct {
			Closure time.Time `json:"closure"`
		} `json:"verdict"`
	}
	h.must(http.StatusOK, &plan, "GET", fmt.Sprintf("%s/plans/%d", guard, last.Entry), nil)
	if plan.Mission != "guard-and-handover" || !plan.Verdict.Closure.Equal(*last.Progress.Closure) {
		t.Errorf("the recorded plan closes at %s, the run at %s", plan.Verdict.Closure, last.Progress.Closure)
	}
	var v server.Verification
	h.must(http.StatusOK, &v, "GET", fmt.Sprintf("%s/plans/%d/verification", guard, last.Entry), nil)
	if !v.Valid || v.Changed || len(v.Differences) > 0 || v.Bound == nil || !v.Bound.Valid {
		t.Errorf("the recorded plan is verified as %+v", v)
	}
}

func TestAStoppedRunKeepsItsBestPlan(t *testing.T) {
	h := open(t)
	h.add("guard-and-handover")
	h.work()
	var run jobs.Run
	h.must(http.StatusAccepted, &run, "POST", guard+"/runs", `{"seconds":3000,"iterations":2000000000}`)
	events, _ := h.follow("/api/runs/" + run.ID + "/events")
	for run.Progress.Closure == nil {
		if err := json.Unmarshal([]byte(next(t, events, "run").data), &run); err != nil {
			t.Fatal(err)
		}
	}
	h.must(http.StatusForbidden, nil, "POST", "/api/runs/"+run.ID+"/stop", nil, "As", "observer")
	h.must(http.StatusOK, nil, "POST", "/api/runs/"+run.ID+"/stop", nil)
	ended(t, events)
	h.must(http.StatusOK, &run, "GET", "/api/runs/"+run.ID, nil)
	if run.State != jobs.Done || run.Entry == 0 {
		t.Errorf("the stopped run is %+v", run)
	}
	var list server.RunList
	h.must(http.StatusOK, &list, "GET", guard+"/runs", nil)
	if len(list.Runs) != 1 || list.Runs[0].ID != run.ID {
		t.Errorf("the mission's runs are %+v", list)
	}
}

func TestAStreamResumesWithoutLosingAnEntry(t *testing.T) {
	h := open(t)
	tag := h.add("guard-and-handover")
	events, leave := h.follow(guard + "/events?after=0")
	if e := next(t, events, "entry"); e.id != "1" || strings.Contains(e.data, `"body"`) {
		t.Fatalf("the first event is %+v", e)
	}
	for i := range 3 {
		tag = h.must(http.StatusOK, nil, "PATCH", guard, fmt.Sprintf(`{"person_t":0.%d}`, 11+i), "Content-Type", patch, "If-Match", tag).header.Get("ETag")
		if e := next(t, events, "entry"); e.id != fmt.Sprint(i+2) {
			t.Fatalf("after change %d comes %+v", i, e)
		}
	}
	leave()
	h.must(http.StatusOK, nil, "PATCH", guard, `{"person_t":0.2}`, "Content-Type", patch, "If-Match", tag)
	again, _ := h.follow(guard+"/events", "Last-Event-ID", "3")
	for _, want := range []string{"4", "5"} {
		if e := next(t, again, "entry"); e.id != want {
			t.Fatalf("after coming back comes %+v, want entry %s", e, want)
		}
	}
	h.must(http.StatusBadRequest, nil, "GET", guard+"/events", nil, "Last-Event-ID", "many")
}

func TestStreamsAreLimitedAndEndWithTheServer(t *testing.T) {
	h := open(t, func(c *server.Config) { c.Streams = 2 })
	h.add("guard-and-handover")
	first, _ := h.follow(guard + "/events")
	second, _ := h.follow(guard + "/events")
	if a := h.must(http.StatusTooManyRequests, nil, "GET", guard+"/events", nil); a.header.Get("Retry-After") == "" {
		t.Error("nobody is told when to try again")
	}
	_, leave := h.follow(guard+"/events", "As", "observer")
	leave()
	h.must(http.StatusOK, nil, "GET", "/readyz", nil)
	h.server.Drain()
	ended(t, first)
	ended(t, second)
	h.must(http.StatusServiceUnavailable, nil, "GET", "/readyz", nil)
	h.must(http.StatusOK, nil, "GET", "/healthz", nil)
}

// TestASlowClientIsDropped opens a stream and reads nothing of it.
func TestASlowClientIsDropped(t *testing.T) {
	h := open(t, func(c *server.Config) { c.Slow = 300 * time.Millisecond })
	h.add("guard-and-handover")
	h.must(http.StatusCreated, nil, "POST", guard+"/record", `{"id":"d","kind":"decision","by":"CSTO","on":"2024-09-01"}`)
	var writing sync.WaitGroup
	for range 4 {
		writing.Go(func() {
			for range 200 {
				if _, err := h.store.Append(t.Context(), store.Draft{Mission: "guard-and-handover", Kind: store.Vote, Actor: strings.Repeat("a", 200), At: now, Blind: true,
					Body: json.RawMessage(`{"decision":"d","nation":"KZ","vote":"for"}`)}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	writing.Wait()
	web := httptest.NewUnstartedServer(h.server)
	web.Config.ConnContext = func(ctx context.Context, c net.Conn) context.Context {
		if err := c.(*net.TCPConn).SetWriteBuffer(4096); err != nil {
			t.Error(err)
		}
		return ctx
	}
	web.Start()
	defer web.Close()
	conn, err := net.Dial("tcp", strings.TrimPrefix(web.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(conn, "GET %s/events?after=0 HTTP/1.1\r\nHost: localhost\r\nAs: planner\r\n\r\n", guard)
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		text := string(h.must(http.StatusOK, nil, "GET", "/metrics", nil, "As", "administrator").body)
		if strings.Contains(text, "sortie_streams_dropped_total 1") && strings.Contains(text, "sortie_streams_open 0") {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the client is not dropped:\n%s", text)
		}
	}
}
