// Package examples finds the commands in the project's documents and what is
// written below them, so that a tool can refresh them and a test can hold them
// to what the program prints.
//
// An example is a fenced block of the language console. A line that begins
// with "$ " is a command; the lines up to the next one are what it prints,
// and "… " with a count of lines stands for lines left out.
package examples

import (
	"fmt"
	"strings"
)

// Example is one command of a document with the output written below it.
type Example struct {
	Line    int // of the command, from 1
	Command string
	Output  string
	Shown   int // how many lines of the output are shown; 0 = all
}

const (
	fence  = "```"
	opens  = fence + "console"
	prompt = "$ "
	cut    = "… "
)

// Find lists the examples of a document.
func Find(markdown string) []Example {
	var out []Example
	scan(markdown, func(e Example) string { out = append(out, e); return "" })
	return out
}

// Refresh returns the document with every output replaced by what print
// returns for its command.
func Refresh(markdown string, print func(command string) (string, error)) (string, error) {
	var failed error
	text := scan(markdown, func(e Example) string {
		got, err := print(e.Command)
		if err != nil && failed == nil {
			failed = fmt.Errorf("line %d: %s: %w", e.Line, e.Command, err)
		}
		return e.Cut(got)
	})
	return text, failed
}

// Cut shortens an output to the lines that the example shows.
func (e Example) Cut(output string) string {
	lines := strings.SplitAfter(output, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	if e.Shown == 0 || len(lines) <= e.Shown {
		return output
	}
	return strings.Join(lines[:e.Shown], "") + fmt.Sprintf("%s%d more lines\n", cut, len(lines)-e.Shown)
}

// scan walks through a document and puts what each returns in the place of an
// example's output.
func scan(markdown string, each func(Example) string) string {
	var out strings.Builder
	var current *Example
	inside := false
	finish := func() {
		if current != nil {
			out.WriteString(each(*current))
			current = nil
		}
	}
	for n, line := range strings.SplitAfter(markdown, "\n") {
		bare := strings.TrimSuffix(line, "\n")
		switch {
		case !inside && bare == opens:
			inside = true
		case inside && bare == fence:
			finish()
			inside = false
		case inside && strings.HasPrefix(bare, prompt):
			finish()
			current = &Example{Line: n + 1, Command: strings.TrimPrefix(bare, prompt)}
		case current != nil && strings.HasPrefix(bare, cut):
			current.Shown = strings.Count(current.Output, "\n")
			current.Output += line
			continue
		case current != nil:
			current.Output += line
			continue
		}
		out.WriteString(line)
	}
	finish()
	return out.String()
}
