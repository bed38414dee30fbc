package signin

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sortie/server/access"
	"sortie/server/guard"
	"sortie/store"
	"sortie/store/sqlite"
)

// sentence is a password that may be used.
const sentence = "the last one out turns off the light"

// clock is a clock that a test sets forward.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// office is sign-in served over HTTP, with its store in a file.
type office struct {
	*httptest.Server
	t       testing.TB
	service *Service
	store   store.Store
	clock   *clock
	log     *bytes.Buffer
	path    string
}

// open opens an office: over TLS where Config.Secure says so. Over TLS the
// address is known only now, so address, if any, is told before sign-in begins.
func open(t testing.TB, c Config, address func(url string, c *Config)) *office {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sortie.db")
	db, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	o := &office{t: t, store: db, clock: &clock{at: time.Now()}, log: &bytes.Buffer{}, path: path}
	c.Now, c.Log = o.clock.now, slog.New(slog.NewTextHandler(&locked{w: o.log}, nil))
	var handler http.Handler
	o.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	if c.Secure {
		o.StartTLS()
	} else {
		o.Start()
	}
	t.Cleanup(func() {
		o.CloseClientConnections()
		o.Close()
		db.Close()
	})
	if address != nil {
		address(o.URL, &c)
	}
	if o.service, err = New(t.Context(), c, db); err != nil {
		t.Fatal(err)
	}
	o.service.lookAgain = 5 * time.Millisecond
	handler = o.service.handler()
	return o
}

// handler is the API with these operations and one stream, behind a guard, and
// with the policy before each operation.
func (s *Service) handler() http.Handler {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("sign-in", "1"))
	api.UseMiddleware(func(ctx huma.Context, next func(huma.Context)) {
		if err := access.Decide(access.From(ctx.Context()), ctx.Operation().OperationID, access.Installation()); err != nil {
			_ = huma.WriteErr(api, ctx, 403, err.Error())
			return
		}
		next(ctx)
	})
	s.Register(api)
	mux.HandleFunc("GET /api/events", func(w http.ResponseWriter, r *http.Request) {
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
		_, _ = io.WriteString(w, context.Cause(r.Context()).Error())
	})
	g := guard.New(guard.Config{TLS: s.Secure, Proxies: nil, Log: s.Log})
	return g.Outer(s.Middleware(g.Inner(mux)))
}

// locked is a writer for many.
type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// account makes an account whose password is sentence.
func (o *office) account(name string, role access.Role, nation string) store.Account {
	o.t.Helper()
	a, err := o.service.accounts.Add(o.t.Context(), name, role, nation, sentence)
	if err != nil {
		o.t.Fatal(err)
	}
	return a
}

// browser keeps cookies, and does not follow redirects by itself.
type browser struct {
	o *office
	*http.Client
}

func (o *office) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		o.t.Fatal(err)
	}
	c := *o.Client()
	c.Jar = jar
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &browser{o, &c}
}

// do asks with a JSON body ("" for none), and returns the answer and its text.
func (b *browser) do(method, path, body string) (*http.Response, string) {
	b.o.t.Helper()
	address := path
	if strings.HasPrefix(path, "/") {
		address = b.o.URL + path
	}
	r, err := http.NewRequestWithContext(b.o.t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		b.o.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	resp, err := b.Do(r)
	if err != nil {
		b.o.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		b.o.t.Fatal(err)
	}
	return resp, string(text)
}

// must asks, and fails the test unless the status is the one that is wanted.
func (b *browser) must(status int, method, path, body string) string {
	b.o.t.Helper()
	resp, text := b.do(method, path, body)
	if resp.StatusCode != status {
		b.o.t.Fatalf("%s %s: status %d, want %d: %s", method, path, resp.StatusCode, status, text)
	}
	return text
}

func credentials(name, password string) string {
	text, _ := json.Marshal(map[string]string{"name": name, "password": password})
	return string(text)
}

func (b *browser) signIn(name string) {
	b.o.t.Helper()
	b.must(200, "POST", "/api/session", credentials(name, sentence))
}

// who is the session as the API tells it.
func (b *browser) who() (s Session) {
	b.o.t.Helper()
	if err := json.Unmarshal([]byte(b.must(200, "GET", "/api/session", "")), &s); err != nil {
		b.o.t.Fatal(err)
	}
	return s
}

// token is the cookie's value.
func (b *browser) token() string {
	r, _ := http.NewRequest(http.MethodGet, b.o.URL, nil)
	for _, c := range b.Jar.Cookies(r.URL) {
		if c.Name == b.o.service.cookieName() {
			return c.Value
		}
	}
	return ""
}

// with is another browser that has got hold of a token.
func (o *office) with(token string) *browser {
	b := o.browser()
	r, _ := http.NewRequest(http.MethodGet, o.URL, nil)
	b.Jar.SetCookies(r.URL, []*http.Cookie{{Name: o.service.cookieName(), Value: token, Path: "/", Secure: o.service.Secure}})
	return b
}
