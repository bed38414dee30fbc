package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sortie/internal/lang"
	"sortie/server/problem"
	"sortie/server/spoken"
)

// heartbeat is how often a stream that has nothing to tell says that it is
// there, so that neither side's proxies end it.
const heartbeat = 15 * time.Second

// streams counts the event streams that each account has open.
type streams struct {
	most int
	slow time.Duration

	mu   sync.Mutex
	open map[string]int
	all  int
}

func newStreams(most int, slow time.Duration) *streams {
	return &streams{most: most, slow: slow, open: map[string]int{}}
}

// enter counts a stream, and returns what takes it off; a problem where the
// account has too many.
func (s *streams) enter(account string) (leave func(), err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[account] >= s.most {
		return nil, problem.New(http.StatusTooManyRequests, wordManyStreams, s.most).With("Retry-After", "10")
	}
	s.open[account]++
	s.all++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all--
		if s.open[account]--; s.open[account] == 0 {
			delete(s.open, account)
		}
	}, nil
}

func (s *streams) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all
}

// stream writes server-sent events to one client.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	slow    time.Duration
	lang    lang.Lang
}

// begin begins a stream: everything before it, refusals included, has been
// answered otherwise.
func (s *streams) begin(ctx huma.Context) *stream {
	_, w := humago.Unwrap(ctx)
	l := spokenBy(ctx)
	spoken.Mark(w.Header(), l)
	ctx.SetHeader("Content-Type", "text/event-stream")
	ctx.SetHeader("X-Accel-Buffering", "no") // nginx would hold events back
	ctx.SetStatus(http.StatusOK)
	return &stream{w, http.NewResponseController(w), s.slow, l}
}

// send writes an event; an empty id leaves the client's last one as it is.
func (s *stream) send(name, id string, data any) error {
	var text bytes.Buffer
	fmt.Fprintf(&text, "event: %s\n", name)
	if id != "" {
		fmt.Fprintf(&text, "id: %s\n", id)
	}
	text.WriteString("data: ")
	enc := json.NewEncoder(&text) // ends with a line feed, and has none within
	enc.SetEscapeHTML(false)
	if err := enc.Encode(lang.Put(data, s.lang)); err != nil {
		return err
	}
	text.WriteByte('\n')
	return s.write(text.Bytes())
}

// beat writes a comment.
func (s *stream) beat() error { return s.write([]byte(":\n\n")) }

func (s *stream) write(text []byte) error {
	if err := s.control.SetWriteDeadline(time.Now().Add(s.slow)); err != nil {
		return err
	}
	if _, err := s.w.Write(text); err != nil {
		return err
	}
	return s.control.Flush()
}

// tooSlow reports whether a stream ended because its client did not keep up.
func tooSlow(err error) bool { return errors.Is(err, os.ErrDeadlineExceeded) }

// eventResponse documents a stream of events: name → what its data is.
func eventResponse(events map[string]*huma.Schema) map[string]*huma.Response {
	schema := &huma.Schema{Type: huma.TypeObject, Description: "The data of each event, by the event's name.", Properties: events}
	return map[string]*huma.Response{"200": {Description: "Server-sent events.", Content: map[string]*huma.MediaType{"text/event-stream": {Schema: schema}}}}
}
