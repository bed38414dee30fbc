package load

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"slices"
	"time"
)

// Office is an account with its password.
type Office struct {
	Name     string `json:"name"`
	Password string `json:"password"`
}

// client is one person's program: a session and connections of its own.
type client struct {
	url  string
	http *http.Client
}

// answer is what a request came to.
type answer struct {
	status int
	etag   string
	body   []byte
	took   time.Duration
}

func (w *crowd) signIn(ctx context.Context, o Office) (*client, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	c := &client{w.URL, &http.Client{Jar: jar, Transport: http.DefaultTransport.(*http.Transport).Clone()}}
	_, err = c.send(ctx, http.MethodPost, "/api/session", o, nil, http.StatusOK, http.StatusNoContent)
	return c, err
}

// send makes a request with a JSON body, where there is one. An answer whose
// status is not expected is an error.
func (c *client) send(ctx context.Context, method, path string, body any, header http.Header, expected ...int) (answer, error) {
	data, isRaw := body.([]byte)
	if body != nil && !isRaw {
		var err error
		if data, err = json.Marshal(body); err != nil {
			return answer{}, err
		}
	}
	r, err := http.NewRequestWithContext(ctx, method, c.url+path, bytes.NewReader(data))
	if err != nil {
		return answer{}, err
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	for key := range header {
		r.Header.Set(key, header.Get(key))
	}
	begun := time.Now()
	resp, err := c.http.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer resp.Body.Close()
	a := answer{status: resp.StatusCode, etag: resp.Header.Get("ETag")}
	if a.body, err = io.ReadAll(resp.Body); err != nil {
		return a, err
	}
	a.took = time.Since(begun)
	if !slices.Contains(expected, a.status) {
		return a, fmt.Errorf("%s %s was answered with %d: %.300s", method, path, a.status, a.body)
	}
	return a, nil
}

// read makes a GET request whose answer is JSON.
func (c *client) read(ctx context.Context, path string, into any) (answer, error) {
	a, err := c.send(ctx, http.MethodGet, path, nil, nil, http.StatusOK)
	if err == nil && into != nil {
		err = json.Unmarshal(a.body, into)
	}
	return a, err
}
