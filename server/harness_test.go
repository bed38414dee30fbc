package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sortie/jobs"
	"sortie/server"
	"sortie/server/access"
	"sortie/store"
	"sortie/store/sqlite"
)

var update = flag.Bool("update", false, "write the golden answers")

// now is the time in the tests: a date in the middle of the missions' planning.
var now = time.Date(2024, 9, 1, 12, 0, 0, 0, time.UTC)

// patience is how long a test waits for what has to happen: far longer than it
// takes on the slowest machine.
const patience = 2 * time.Minute

// house is a server with a store and runs of its own, over HTTP.
type house struct {
	t      testing.TB
	store  store.Store
	queue  *jobs.Queue
	server *server.Server
	url    string
	log    *lockedBuffer
}

// open makes a house with an empty SQLite store. Nobody works on runs until work
// is called.
func open(t testing.TB, change ...func(*server.Config)) *house {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	kept, err := sqlite.Open(ctx, filepath.Join(dir, "sortie.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	})
	h := &house{t: t, store: kept, log: &lockedBuffer{}}
	log := slog.New(slog.NewTextHandler(h.log, nil))
	if h.queue, err = jobs.Open(ctx, jobs.Config{Store: filepath.Join(dir, "runs"), Log: slog.New(slog.DiscardHandler)}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.queue.Close)
	c := server.Config{Store: kept, Queue: h.queue, Clock: func() time.Time { return now }, Log: log, Version: "0.0.0", Middleware: introduced,
		Page: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "the page") })}
	for _, f := range change {
		f(&c)
	}
	h.server = server.New(c)
	behind, stop := context.WithCancel(ctx)
	var collecting sync.WaitGroup
	collecting.Go(func() { h.server.Collect(behind) })
	web := httptest.NewServer(h.server)
	h.url = web.URL
	t.Cleanup(func() {
		h.server.Drain()
		web.Close()
		stop()
		collecting.Wait()
	})
	return h
}

// work lets a worker take runs until the test ends.
func (h *house) work() {
	ctx, stop := context.WithCancel(context.Background())
	var working sync.WaitGroup
	working.Go(func() { h.queue.Work(ctx, jobs.WorkerConfig{Name: "test", Cores: 1, By: "sortie test"}) })
	h.t.Cleanup(func() {
		stop()
		working.Wait()
	})
}

// introduced lets a test say who asks: the header As is a role, or a role and a
// nation with a stroke between; nobody where it is absent.
func introduced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if as := r.Header.Get("As"); as != "" {
			role, nation, _ := strings.Cut(as, "/")
			r = r.WithContext(access.With(r.Context(), access.Principal{Account: "id-" + as, Name: as, Role: access.Role(role), Nation: nation}))
		}
		next.ServeHTTP(w, r)
	})
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// ask sends a request as a planner, or as whom the headers say: name, value, …
func (h *house) ask(method, path string, body any, header ...string) answer {
	h.t.Helper()
	var text io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		text = strings.NewReader(b)
	case []byte:
		text = bytes.NewReader(b)
	default:
		data, err := json.Marshal(b)
		if err != nil {
			h.t.Fatal(err)
		}
		text = bytes.NewReader(data)
	}
	r, err := http.NewRequest(method, h.url+path, text)
	if err != nil {
		h.t.Fatal(err)
	}
	r.Header.Set("As", "planner")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	if r.Header.Get("As") == "nobody" {
		r.Header.Del("As")
	}
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	defer w.Body.Close()
	data, err := io.ReadAll(w.Body)
	if err != nil {
		h.t.Fatalf("%s %s: %v", method, path, err)
	}
	return answer{w.StatusCode, w.Header, data}
}

// must asks for an answer of the given status, and reads its body into to.
func (h *house) must(status int, to any, method, path string, body any, header ...string) answer {
	h.t.Helper()
	a := h.ask(method, path, body, header...)
	if a.status != status {
		h.t.Fatalf("%s %s: status %d, want %d\n%s", method, path, a.status, status, a.body)
	}
	if to != nil {
		if err := json.Unmarshal(a.body, to); err != nil {
			h.t.Fatalf("%s %s: %v\n%s", method, path, err, a.body)
		}
	}
	return a
}

// add puts a mission of the repository into the house, and returns its ETag.
func (h *house) add(folder string) string {
	h.t.Helper()
	return h.must(http.StatusCreated, nil, "POST", "/api/missions", file(h.t, "../missions/"+folder+"/mission.yaml"), "Content-Type", "application/yaml").header.Get("ETag")
}

func file(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// lockedBuffer is a log that several goroutines write.
type lockedBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
