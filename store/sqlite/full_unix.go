//go:build linux || darwin || freebsd

package sqlite

import (
	"path/filepath"
	"syscall"
)

// full reports whether the file's disk has hardly any room left.
func full(path string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(filepath.Dir(path), &s) == nil && s.Bavail < 64
}
