// Package cli is sortie's command line: one file a command, every sentence in
// English and French. It reads and writes files, calls the public packages and
// does nothing else; what it prints and its exit codes are in
// docs/command-line.md.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"sortie/internal/lang"
)

// Version is what `sortie version` prints and plans carry in made.by.
const Version = "0.1.0"

// Exit codes.
const (
	exitYes   = 0 // nothing wrong, feasible, valid
	exitNo    = 1 // findings, infeasible, breaches; the answer is written all the same
	exitUsage = 2 // usage, or input that cannot be read
	exitFault = 3 // a fault of sortie's own
)

// grammar is the command line; help texts are in words_help.go.
type grammar struct {
	JSON bool   `name:"json" help:"${json}"`
	Lang string `enum:"en,fr" default:"en" placeholder:"en|fr" help:"${lang}"`

	Check   checkCmd   `cmd:"" help:"${check}"`
	Plan    planCmd    `cmd:"" help:"${plan}"`
	Verify  verifyCmd  `cmd:"" help:"${verify}"`
	Diff    diffCmd    `cmd:"" help:"${diff}"`
	Repairs repairsCmd `cmd:"" help:"${repairs}"`
	Show    showCmd    `cmd:"" help:"${show}"`
	Export  exportCmd  `cmd:"" help:"${export}"`
	Brief   briefCmd   `cmd:"" help:"${brief}"`
	Schema  schemaCmd  `cmd:"" help:"${schema}"`
	Serve   serveCmd   `cmd:"" help:"${serve}"`
	Catalog catalogCmd `cmd:"" help:"${catalog}"`
	Worker  workerCmd  `cmd:"" help:"${worker}"`
	Ledger  ledgerCmd  `cmd:"" help:"${ledger}"`
	Backup  backupCmd  `cmd:"" help:"${backup}"`
	Restore restoreCmd `cmd:"" help:"${restore}"`
	Account accountCmd `cmd:"" help:"${account}"`
	Version versionCmd `cmd:"" help:"${version}"`
}

// Main runs the command line on the process's own streams and returns the exit
// code. The first interrupt ends long work, keeping its best; the second ends
// the process.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		stop()
	}()
	return Run(ctx, args, Process())
}

// Run runs one command line and returns its exit code.
func Run(ctx context.Context, args []string, s Streams) int {
	return newEnv(ctx, s, spoken(args)).run(args)
}

func (e *env) run(args []string) (code int) {
	defer func() {
		if r := recover(); r != nil {
			e.note(wordPanic, r)
			fmt.Fprintf(e.err, "%s\n", debug.Stack())
			code = exitFault
		}
	}()
	var g grammar
	quit := -1
	parser, err := kong.New(&g, kong.Name("sortie"), kong.Description(wordAbout.In(e.lang)), helpWords(e.lang),
		kong.Writers(e.out, e.err), kong.Exit(func(c int) { quit = c }),
		kong.Help(helpPrinter(e.lang)), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return e.fail(faultError{err})
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if quit >= 0 {
		return quit
	}
	if err != nil {
		code := e.fail(usage(err, e.lang))
		e.note(wordSeeHelp)
		return code
	}
	e.json, e.lang = g.JSON, lang.Lang(g.Lang)
	return e.fail(command.Run(e))
}

// spoken finds the language before the command line is parsed, so that help
// and usage errors speak it too.
func spoken(args []string) lang.Lang {
	for i, a := range args {
		if a == "--lang=fr" || a == "--lang" && i+1 < len(args) && args[i+1] == "fr" {
			return lang.FR
		}
	}
	return lang.EN
}

// errNo says that the answer is no; it has been written.
var errNo = errors.New("no")

// usageError is a command line that cannot be followed, or input that cannot
// be read.
type usageError string

func (e usageError) Error() string { return string(e) }

// faultError is a fault of sortie's own.
type faultError struct{ error }

// fail reports an error and returns its exit code.
func (e *env) fail(err error) int {
	var fault faultError
	switch {
	case err == nil:
		return exitYes
	case errors.Is(err, errNo):
		return exitNo
	case errors.As(err, &fault):
		e.note(wordFault, cause(fault.error))
		return exitFault
	}
	e.note(wordFailed, strings.TrimSpace(cause(err).In(e.lang)))
	return exitUsage
}
