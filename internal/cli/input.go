package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"sortie"
	"sortie/missionfile"
)

// stdinName is how diagnostics name the standard input.
const stdinName = "<stdin>"

// largestInput is the most bytes that are read from a plan file or the
// standard input.
const largestInput = 256 << 20

// open reads a mission with its findings, whatever they are. It fails when
// there is nothing to read.
func (e *env) open(path string) (*missionfile.File, error) {
	if path != "-" {
		f, err := missionfile.Read(path)
		if err != nil {
			return nil, e.unreadable(path, err)
		}
		return f, nil
	}
	data, err := e.slurp(e.in, stdinName)
	if err != nil {
		return nil, err
	}
	return missionfile.Parse(stdinName, data, nil), nil
}

// mission reads a mission that is to be used. Its errors are printed, and then
// it fails.
func (e *env) mission(path string) (*missionfile.File, error) {
	f, err := e.open(path)
	if err != nil {
		return nil, err
	}
	if f.Failed() || f.Mission == nil {
		errs := 0
		for _, d := range f.Diagnostics {
			if d.Severity == sortie.Error {
				errs++
				fmt.Fprintln(e.err, d.Render(e.lang))
			}
		}
		return nil, usageError(e.lang.Count(errs, wordMissionErrors, shown(path)))
	}
	return f, nil
}

// plan reads a plan file; it must not be asked for both inputs at once from
// the standard input.
func (e *env) readPlan(path, mission string) (*sortie.Plan, error) {
	var data []byte
	var err error
	switch {
	case path == "-" && mission == "-":
		return nil, usageError(e.lang.Say(wordOneStdin))
	case path == "-":
		path = stdinName
		data, err = e.slurp(e.in, path)
	default:
		var f *os.File
		if f, err = os.Open(path); err != nil {
			return nil, e.unreadable(path, err)
		}
		defer f.Close()
		data, err = e.slurp(f, path)
	}
	if err != nil {
		return nil, err
	}
	plan, findings := missionfile.ReadPlan(path, data)
	errs := 0
	for _, d := range findings {
		fmt.Fprintln(e.err, d.Render(e.lang))
		if d.Severity == sortie.Error {
			errs++
		}
	}
	if plan == nil || errs > 0 {
		return nil, usageError(e.lang.Say(wordPlanErrors, path))
	}
	return plan, nil
}

func (e *env) slurp(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, largestInput+1))
	if err != nil {
		return nil, e.unreadable(name, err)
	}
	if len(data) > largestInput {
		return nil, usageError(e.lang.Say(wordTooLarge, name, largestInput>>20))
	}
	return data, nil
}

// unreadable words the errors that people meet.
func (e *env) unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usageError(e.lang.Say(wordNotFound, path))
	case errors.Is(err, fs.ErrPermission):
		return usageError(e.lang.Say(wordNotAllowed, path))
	}
	return usageError(e.lang.Say(wordUnreadable, path, err.Error()))
}

func shown(path string) string {
	if path == "-" {
		return stdinName
	}
	return path
}
