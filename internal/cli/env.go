package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"sortie/internal/lang"
	"sortie/network"
	"sortie/solve"
)

// Streams is what a command line reads and writes.
type Streams struct {
	In    io.Reader
	Out   io.Writer
	Err   io.Writer
	Width int // columns of the terminal that Err is; 0: it is none
}

// Process is the streams of this process.
func Process() Streams {
	s := Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	if fd := int(os.Stderr.Fd()); term.IsTerminal(fd) {
		s.Width = 80
		if width, _, err := term.GetSize(fd); err == nil && width > 0 {
			s.Width = width
		}
	}
	return s
}

// env is one command's surroundings. Text goes through out and err, which keep
// control characters of input files off the terminal; raw takes JSON and CSV.
type env struct {
	ctx  context.Context
	in   io.Reader
	raw  io.Writer
	out  io.Writer
	err  io.Writer
	live Streams // for the live line
	lang lang.Lang
	json bool

	// plan is solve.Plan, but for tests of what happens when it is wrong.
	plan func(context.Context, *network.Network, solve.Options) (*solve.Result, error)
}

func newEnv(ctx context.Context, s Streams, l lang.Lang) *env {
	return &env{ctx: ctx, in: s.In, raw: s.Out, out: tame{s.Out}, err: tame{s.Err}, live: s, lang: l, plan: solve.Plan}
}

// say writes a sentence of the answer, on one line.
func (e *env) say(p lang.Phrase, args ...any) { e.line(e.lang.Say(p, args...)) }

func (e *env) line(s string) { fmt.Fprintln(e.out, oneLine(s)) }

func (e *env) blank() { fmt.Fprintln(e.out) }

// short is a time in a table; an absent one is a dash.
func (e *env) short(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return "–"
	}
	return e.lang.ShortTime(t.In(zone))
}

// long is a time in a sentence; an absent one is a dash.
func (e *env) long(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return "–"
	}
	return e.lang.Time(t.In(zone))
}

// note writes a sentence beside the answer.
func (e *env) note(p lang.Phrase, args ...any) {
	fmt.Fprintln(e.err, strings.TrimRight(e.lang.Say(p, args...), "\n"))
}

// writeJSON writes a value as the answer, what it tells people in their language.
func (e *env) writeJSON(v any) error {
	enc := json.NewEncoder(e.raw)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(lang.Put(v, e.lang))
}
