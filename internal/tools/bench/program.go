package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// used is what one run of the program took.
type used struct {
	wall      time.Duration // from before its start until it had ended
	processor time.Duration // of all cores, user and system
	peak      int64         // resident memory, bytes; 0 where the system does not say
	stopped   bool          // it took longer than patience
}

// patience is how long a run may take before it is stopped.
const patience = 3 * time.Minute

// run runs the program, its answer going to a file. An answer of no (exit code
// 1) is an answer, and so is being stopped; everything else is an error.
//
// Linux counts to a new process's peak what its parent held when it was
// started, so memory is measured while this program is small: what is large is
// made by another process, and read only after the runs that it would spoil.
func (b *bench) run(answer string, args ...string) (used, error) {
	out, err := os.Create(answer)
	if err != nil {
		return used{}, err
	}
	defer out.Close()
	var complaints bytes.Buffer
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, b.program, args...)
	cmd.Stdout, cmd.Stderr = out, &complaints
	own := ownPeak()
	begun := time.Now()
	err = cmd.Run()
	wall := time.Since(begun)
	var exit *exec.ExitError
	stopped := ctx.Err() != nil
	if stopped || errors.As(err, &exit) && exit.ExitCode() == 1 {
		err = nil
	}
	if err != nil {
		return used{}, fmt.Errorf("%s %q: %w\n%s", b.program, args, err, complaints.Bytes())
	}
	u := used{wall: wall, processor: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), stopped: stopped}
	if peak := peakOf(cmd.ProcessState); peak > own {
		u.peak = peak
	}
	return u, nil
}

func (b *bench) temp(name string) string { return filepath.Join(b.tmp, name) }
