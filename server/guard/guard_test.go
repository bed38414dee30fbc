package guard

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"sortie/server/access"
	"sortie/server/problem"
)

// serve serves a handler behind a guard, over HTTP.
func serve(t *testing.T, c Config, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	g := New(c)
	s := httptest.NewServer(g.Outer(g.Inner(h)))
	t.Cleanup(s.Close)
	return s
}

func ask(t *testing.T, method, address string, body io.Reader, header ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, body)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		}
		r.Header.Add(header[i], header[i+1])
	}
	noRedirect := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := noRedirect.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(text)
}

func yes(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.RemoteAddr) }

func prefixes(list ...string) (out []netip.Prefix) {
	for _, p := range list {
		out = append(out, netip.MustParsePrefix(p))
	}
	return out
}

func TestEveryKindOfAnswerHasTheHeaders(t *testing.T) {
	s := serve(t, Config{Loopback: true, TLS: true, PerAddress: 1, MaxBody: 10}, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/panic":
			panic("at the disco")
		case "/missing":
			http.NotFound(w, r)
		}
	})
	fresh := func() *httptest.Server {
		return serve(t, Config{Loopback: true, TLS: true, MaxBody: 10}, s.Config.Handler.ServeHTTP)
	}
	for _, tc := range []struct {
		name, method, path string
		status             int
		body               string
		header             []string
	}{
		{"yes", "GET", "/", 200, "", nil},
		{"not found", "GET", "/missing", 404, "", nil},
		{"panic", "GET", "/panic", 500, "", nil},
		{"another site", "POST", "/", 403, "", []string{"Sec-Fetch-Site", "cross-site"}},
		{"another host", "GET", "/", 421, "", []string{"Host", "evil.example"}},
		{"too large", "POST", "/", 413, "more than ten bytes", nil},
	} {
		resp, text := ask(t, tc.method, fresh().URL+tc.path, strings.NewReader(tc.body), tc.header...)
		if resp.StatusCode != tc.status {
			t.Errorf("%s: status %d, want %d", tc.name, resp.StatusCode, tc.status)
		}
		for name, want := range always {
			if got := resp.Header.Values(name); len(got) != 1 || got[0] != want {
				t.Errorf("%s: %s is %q, want %q", tc.name, name, got, want)
			}
		}
		if resp.Header.Get("Strict-Transport-Security") == "" {
			t.Errorf("%s: no Strict-Transport-Security over TLS", tc.name)
		}
		if tc.status != 200 && tc.status != 404 {
			english := refusal(t, tc.name, tc.status, resp, text)
			resp, text = ask(t, tc.method, fresh().URL+tc.path, strings.NewReader(tc.body), append(tc.header, "Accept-Language", "fr")...)
			french := refusal(t, tc.name, tc.status, resp, text)
			if resp.Header.Get("Content-Language") != "fr" || french.Title == english.Title || french.Detail == english.Detail {
				t.Errorf("%s: in French it is %s", tc.name, text)
			}
		}
	}
	plain := serve(t, Config{}, yes)
	if resp, _ := ask(t, "GET", plain.URL, nil); resp.Header.Get("Strict-Transport-Security") != "" {
		t.Error("Strict-Transport-Security over plain HTTP would keep a laptop from opening it again")
	}
	for _, inline := range []string{"unsafe-inline", "unsafe-eval", "data:", "*", "http"} {
		if strings.Contains(policy, inline) {
			t.Errorf("the content security policy allows %s", inline)
		}
	}
}

func TestOtherSitesCannotWrite(t *testing.T) {
	external, _ := url.Parse("https://sortie.example.org")
	s := serve(t, Config{External: external}, yes)
	own := strings.TrimPrefix(s.URL, "http://")
	for _, tc := range []struct {
		name, method string
		header       []string
		status       int
	}{
		{"a form of another site", "POST", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 403},
		{"another host of the domain", "POST", []string{"Sec-Fetch-Site", "same-site", "Origin", "https://other.example.org"}, 403},
		{"an old browser", "POST", []string{"Origin", "https://evil.example"}, 403},
		{"a sandboxed frame", "POST", []string{"Origin", "null"}, 403},
		{"put", "PUT", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"patch", "PATCH", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"delete", "DELETE", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"the host it claims is not the one it came from", "POST", []string{"Origin", "https://evil.example", "X-Forwarded-Host", "evil.example"}, 403},
		{"a link", "GET", []string{"Sec-Fetch-Site", "cross-site"}, 200},
		{"its own page", "POST", []string{"Sec-Fetch-Site", "same-origin", "Origin", s.URL}, 200},
		{"its own page in an old browser", "POST", []string{"Origin", "http://" + own}, 200},
		{"its own page behind a proxy that changes Host", "POST", []string{"Origin", "https://sortie.example.org"}, 200},
		{"no browser", "POST", nil, 200},
	} {
		if resp, _ := ask(t, tc.method, s.URL, nil, tc.header...); resp.StatusCode != tc.status {
			t.Errorf("%s: status %d, want %d", tc.name, resp.StatusCode, tc.status)
		}
	}
}

func TestOnLoopbackOnlyItsOwnNamesAreServed(t *testing.T) {
	external, _ := url.Parse("https://sortie.example.org")
	onLoopback := serve(t, Config{Loopback: true}, yes)
	behindProxy := serve(t, Config{Loopback: true, External: external}, yes)
	beyond := serve(t, Config{}, yes)
	for _, tc := range []struct {
		host  string
		want  int // on loopback
		proxy int // on loopback with an address of its own
	}{
		{"localhost", 200, 200}, {"LocalHost:8080", 200, 200}, {"127.0.0.1:8080", 200, 200}, {"[::1]:8080", 200, 200}, {"[::1]", 200, 200},
		{"evil.example", 421, 421}, {"evil.example:8080", 421, 421}, {"127.0.0.1.evil.example", 421, 421}, {"localhost.evil.example", 421, 421},
		{"10.0.0.1", 421, 421}, {"sortie.example.org", 421, 200}, {"sortie.example.org:8443", 421, 421},
	} {
		for s, want := range map[*httptest.Server]int{onLoopback: tc.want, behindProxy: tc.proxy, beyond: 200} {
			if resp, _ := ask(t, "GET", s.URL, nil, "Host", tc.host); resp.StatusCode != want {
				t.Errorf("%s: status %d, want %d", tc.host, resp.StatusCode, want)
			}
		}
	}
}

func TestTooOften(t *testing.T) {
	now := time.Now()
	s := serve(t, Config{PerAddress: 2, Now: func() time.Time { return now }, Proxies: prefixes("127.0.0.0/8")}, yes)
	from := func(addr string) *http.Response {
		resp, _ := ask(t, "GET", s.URL, nil, "X-Forwarded-For", addr)
		return resp
	}
	for range 8 {
		if resp := from("198.51.100.7"); resp.StatusCode != http.StatusOK {
			t.Fatalf("within the burst: status %d", resp.StatusCode)
		}
	}
	resp := from("198.51.100.7")
	if resp.StatusCode != http.StatusTooManyRequests || resp.Header.Get("Retry-After") != "1" {
		t.Errorf("past the burst: status %d, Retry-After %q", resp.StatusCode, resp.Header.Get("Retry-After"))
	}
	if resp := from("198.51.100.8"); resp.StatusCode != http.StatusOK {
		t.Errorf("another address pays for the first: status %d", resp.StatusCode)
	}
	now = now.Add(time.Second)
	if resp := from("198.51.100.7"); resp.StatusCode != http.StatusOK {
		t.Errorf("after the wait: status %d", resp.StatusCode)
	}
	for i := range 8 {
		from(fmt.Sprintf("2001:db8::%x", i+1))
	}
	if resp := from("2001:db8::ffff"); resp.StatusCode != http.StatusTooManyRequests {
		t.Errorf("one customer's IPv6 addresses count apart: status %d", resp.StatusCode)
	}
	if resp, _ := ask(t, "GET", s.URL+"/healthz", nil, "X-Forwarded-For", "2001:db8::1"); resp.StatusCode != http.StatusOK {
		t.Errorf("a probe is counted: status %d", resp.StatusCode)
	}
}

func TestAnAccountAskingTooOften(t *testing.T) {
	g := New(Config{PerAccount: 1, Now: func() time.Time { return time.Unix(0, 0) }})
	inner := g.Inner(http.HandlerFunc(yes))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := access.Principal{Account: r.Header.Get("Account")}
		inner.ServeHTTP(w, r.WithContext(access.With(r.Context(), p)))
	}))
	defer s.Close()
	for i := range 5 {
		want := 200
		if i == 4 {
			want = 429
		}
		if resp, _ := ask(t, "GET", s.URL, nil, "Account", "a"); resp.StatusCode != want {
			t.Errorf("request %d of a: status %d, want %d", i, resp.StatusCode, want)
		}
		if resp, _ := ask(t, "GET", s.URL, nil, "Account", ""); resp.StatusCode != http.StatusOK {
			t.Errorf("request %d of nobody: status %d", i, resp.StatusCode)
		}
	}
	if resp, _ := ask(t, "GET", s.URL, nil, "Account", "b"); resp.StatusCode != http.StatusOK {
		t.Errorf("another account: status %d", resp.StatusCode)
	}
}

func TestRequestsOfAnAccountWaitForEachOther(t *testing.T) {
	g := New(Config{})
	for range atOnce {
		if _, err := g.turns.Enter(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	for account, want := range map[string]int{"a": 429, "": 200} {
		r := httptest.NewRequestWithContext(access.With(ended, access.Principal{Account: account}), "GET", "/", nil)
		w := httptest.NewRecorder()
		g.Inner(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: status %d, want %d", account, w.Code, want)
		}
	}
}

func TestProxy(t *testing.T) {
	external, _ := url.Parse("https://sortie.example.org")
	for _, tc := range []struct {
		name    string
		proxies []netip.Prefix
		header  []string
		status  int
		from    string // empty: the connection's own
	}{
		{"no proxy is declared", nil, []string{"X-Forwarded-For", "198.51.100.7"}, 200, ""},
		{"another one is", prefixes("10.0.0.0/8"), []string{"X-Forwarded-For", "198.51.100.7"}, 200, ""},
		{"this one is", prefixes("127.0.0.0/8"), []string{"X-Forwarded-For", "198.51.100.7"}, 200, "198.51.100.7"},
		{"what the client wrote itself", prefixes("127.0.0.0/8"), []string{"X-Forwarded-For", "192.0.2.1, 198.51.100.7"}, 200, "198.51.100.7"},
		{"two headers", prefixes("127.0.0.0/8"), []string{"X-Forwarded-For", "192.0.2.1", "X-Forwarded-For", "198.51.100.7"}, 200, "198.51.100.7"},
		{"two proxies", prefixes("127.0.0.0/8", "10.0.0.0/8"), []string{"X-Forwarded-For", "198.51.100.7, 10.0.0.9"}, 200, "198.51.100.7"},
		{"no address", prefixes("127.0.0.0/8"), []string{"X-Forwarded-For", "198.51.100.7, unknown"}, 200, ""},
		{"IPv6", prefixes("127.0.0.0/8"), []string{"X-Forwarded-For", "2001:db8::1"}, 200, "2001:db8::1"},
		{"IPv4 in IPv6", prefixes("127.0.0.0/8"), []string{"X-Forwarded-For", "::ffff:198.51.100.7"}, 200, "198.51.100.7"},
		{"over https", prefixes("127.0.0.0/8"), []string{"X-Forwarded-Proto", "https"}, 200, ""},
		{"over http", prefixes("127.0.0.0/8"), []string{"X-Forwarded-Proto", "http"}, 308, ""},
		{"a client that claims https", prefixes("127.0.0.0/8"), []string{"X-Forwarded-Proto", "https, http"}, 308, ""},
		{"http that nobody declared", nil, []string{"X-Forwarded-Proto", "http"}, 200, ""},
	} {
		s := serve(t, Config{Proxies: tc.proxies, External: external}, func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("X-Forwarded-For")+r.Header.Get("X-Forwarded-Proto") != "" {
				t.Errorf("%s: the header comes through", tc.name)
			}
			fmt.Fprint(w, Client(r))
		})
		resp, got := ask(t, "GET", s.URL+"/missions?x=1", nil, tc.header...)
		if resp.StatusCode != tc.status {
			t.Errorf("%s: status %d, want %d", tc.name, resp.StatusCode, tc.status)
			continue
		}
		if to := resp.Header.Get("Location"); tc.status == 308 && to != "https://sortie.example.org/missions?x=1" {
			t.Errorf("%s: led to %s", tc.name, to)
		}
		want := tc.from
		if want == "" {
			want = "127.0.0.1"
		}
		if tc.status == 200 && got != want {
			t.Errorf("%s: from %s, want %s", tc.name, got, want)
		}
	}
}

func TestPastTheProxyNobodyIsServed(t *testing.T) {
	for _, tc := range []struct {
		peer, path string
		tls        bool
		status     int
	}{
		{"10.0.0.1:5000", "/", false, 200},
		{"192.0.2.1:5000", "/", false, 403},
		{"192.0.2.1:5000", "/healthz", false, 200},
		{"192.0.2.1:5000", "/readyz", false, 200},
		{"192.0.2.1:5000", "/metrics", false, 403},
		{"127.0.0.1:5000", "/", false, 200},
		{"192.0.2.1:5000", "/", true, 200},
	} {
		g := New(Config{Proxies: prefixes("10.0.0.0/8"), TLS: tc.tls})
		r := httptest.NewRequest(http.MethodGet, tc.path, nil)
		r.RemoteAddr = tc.peer
		w := httptest.NewRecorder()
		g.Outer(http.HandlerFunc(yes)).ServeHTTP(w, r)
		if w.Code != tc.status {
			t.Errorf("%s%s, TLS %v: status %d, want %d", tc.peer, tc.path, tc.tls, w.Code, tc.status)
		}
	}
}

func TestBodyIsBounded(t *testing.T) {
	s := serve(t, Config{MaxBody: 1000}, func(w http.ResponseWriter, r *http.Request) {
		_, err := io.ReadAll(r.Body)
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
		}
	})
	for size, want := range map[int]int{1000: 200, 1001: 413} {
		for _, body := range []io.Reader{bytes.NewReader(make([]byte, size)), io.MultiReader(bytes.NewReader(make([]byte, size)))} {
			if resp, _ := ask(t, "POST", s.URL, body); resp.StatusCode != want {
				t.Errorf("%d bytes (%T): status %d, want %d", size, body, resp.StatusCode, want)
			}
		}
	}
}

func TestRequestsEndAndStreamsDoNot(t *testing.T) {
	ended := make(chan error, 1)
	s := serve(t, Config{Timeout: 50 * time.Millisecond}, func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/events") || strings.HasSuffix(r.URL.Path, "/repairs") {
			if _, there := r.Context().Deadline(); there {
				t.Error("a stream has a deadline")
			}
			if err := http.NewResponseController(w).Flush(); err != nil {
				t.Errorf("a stream cannot be flushed: %v", err)
			}
			if _, ok := w.(http.Flusher); !ok {
				t.Error("a stream is no http.Flusher")
			}
			fmt.Fprint(w, "event")
			return
		}
		<-r.Context().Done()
		ended <- context.Cause(r.Context())
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	if resp, _ := ask(t, "GET", s.URL+"/api/missions", nil); resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d", resp.StatusCode)
	}
	if err := <-ended; err == nil {
		t.Error("the request did not end")
	}
	for _, path := range []string{"/api/runs/1/events", "/api/missions/m/plans/2/repairs"} {
		if _, text := ask(t, "GET", s.URL+path, nil); text != "event" {
			t.Errorf("the stream %s said %q", path, text)
		}
	}
}

func TestPanicIsTheOperatorsBusiness(t *testing.T) {
	var log bytes.Buffer
	s := serve(t, Config{Log: slog.New(slog.NewTextHandler(&log, nil))}, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/late" {
			fmt.Fprint(w, "half an ans")
			_ = http.NewResponseController(w).Flush()
		}
		panic("a secret of another nation")
	})
	resp, text := ask(t, "GET", s.URL, nil)
	if resp.StatusCode != http.StatusInternalServerError || strings.Contains(text, "secret") {
		t.Errorf("status %d: %s", resp.StatusCode, text)
	}
	var p problem.Problem
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	reference := p.Error()[strings.LastIndex(p.Error(), " ")+1:]
	if !strings.Contains(log.String(), "reference="+reference) || !strings.Contains(log.String(), "a secret") {
		t.Errorf("the log does not have %q: %s", reference, log.String())
	}
	late, err := http.Get(s.URL + "/late")
	if err != nil {
		t.Fatal(err)
	}
	defer late.Body.Close()
	if text, err := io.ReadAll(late.Body); err == nil {
		t.Errorf("half an answer passes for a whole one: %q", text)
	}
}

// refusal is an answer that says why a request is not let in.
func refusal(t *testing.T, name string, status int, resp *http.Response, text string) problem.Problem {
	t.Helper()
	var p problem.Problem
	if err := json.Unmarshal([]byte(text), &p); err != nil || p.Status != status || p.Detail.IsZero() || resp.Header.Get("Content-Type") != problem.Type {
		t.Errorf("%s: the answer is no problem: %v %s", name, err, text)
	}
	return p
}

// FuzzForwarded reads any headers of a proxy: what comes out is an address.
func FuzzForwarded(f *testing.F) {
	f.Add("198.51.100.7", "https")
	f.Add(",, 10.0.0.1, [::1]:80, fe80::1%eth0", "")
	g := New(Config{Proxies: prefixes("10.0.0.0/8")})
	f.Fuzz(func(t *testing.T, forwarded, proto string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = "10.0.0.1:5000"
		r.Header.Set("X-Forwarded-For", forwarded)
		r.Header.Set("X-Forwarded-Proto", proto)
		g.Outer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if from := Client(r); !from.IsValid() || from.Zone() != "" || Neighbourhood(r.RemoteAddr) == "" {
				t.Errorf("%q comes from %q", forwarded, r.RemoteAddr)
			}
		})).ServeHTTP(httptest.NewRecorder(), r)
	})
}
