//go:build !(linux || darwin || freebsd)

package sqlite

// full reports whether the file's disk has hardly any room left; here SQLite's
// own word for it has to do.
func full(string) bool { return false }
