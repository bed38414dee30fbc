//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakOf is the most resident memory that an ended process held, in bytes.
func peakOf(p *os.ProcessState) int64 {
	if r, ok := p.SysUsage().(*syscall.Rusage); ok {
		return inBytes(r.Maxrss)
	}
	return 0
}

// ownPeak is the most that this process held so far, in bytes.
func ownPeak() int64 {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return inBytes(r.Maxrss)
}

// inBytes: macOS counts bytes, the others kilobytes.
func inBytes(maxrss int64) int64 {
	if runtime.GOOS == "darwin" {
		return maxrss
	}
	return 1024 * maxrss
}
