package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"sortie/internal/lang"
	"sortie/network"
	"sortie/solve"
)

// Streams is what a command line reads and writes.
type Streams struct {
	In   io.Reader
	Out  io.Writer
	Err  io.Writer
	Live bool // Err is a terminal, and takes a line that changes
}

// Process is the streams of this process.
func Process() Streams {
	return Streams{os.Stdin, os.Stdout, os.Stderr, term.IsTerminal(int(os.Stderr.Fd()))}
}

// env is one command's surroundings. Text goes through out and err, which keep
// control characters of input files off the terminal; raw takes JSON and CSV.
type env struct {
	ctx  context.Context
	in   io.Reader
	raw  io.Writer
	out  io.Writer
	err  io.Writer
	live io.Writer // nil: no live line
	lang lang.Lang
	json bool

	// plan is solve.Plan, but for tests of what happens when it is wrong.
	plan func(context.Context, *network.Network, solve.Options) (*solve.Result, error)
}

func newEnv(ctx context.Context, s Streams, l lang.Lang) *env {
	e := &env{ctx: ctx, in: s.In, raw: s.Out, out: tame{s.Out}, err: tame{s.Err}, lang: l, plan: solve.Plan}
	if s.Live {
		e.live = s.Err
	}
	return e
}

// say writes a sentence of the answer, on one line.
func (e *env) say(p lang.Phrase, args ...any) { e.line(e.lang.Say(p, args...)) }

func (e *env) line(s string) { fmt.Fprintln(e.out, oneLine(s)) }

func (e *env) blank() { fmt.Fprintln(e.out) }

// note writes a sentence beside the answer.
func (e *env) note(p lang.Phrase, args ...any) {
	fmt.Fprintln(e.err, strings.TrimRight(e.lang.Say(p, args...), "\n"))
}

// writeJSON writes a value as the answer.
func (e *env) writeJSON(v any) error {
	enc := json.NewEncoder(e.raw)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
