// Package highs solves linear programs with HiGHS, compiled to WebAssembly and
// run in a sandbox: it reaches no file, no network and no clock, and takes no
// more memory than it is given.
package highs

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tetratelabs/wazero"
)

// ErrAbsent says that this program was built without HiGHS.
var ErrAbsent = errors.New("built without HiGHS")

// files holds the program where `make solver` has put it before the build.
//
//go:embed runtime
var files embed.FS

// digest is that of the program of highs 1.15.3. The names of what it exports
// are those that its build has shortened, so another build is another
// interface: see abi.go.
const digest = "528be4365bea1d4188988646b244263f50320df55782e14d6af5bce7cd45c840"

// mostPages is the most memory of one solve, in pages of 64 KiB: 512 MB.
const mostPages = 8192

// Solver solves linear programs. It may be used by several goroutines.
type Solver struct {
	runtime wazero.Runtime
	program wazero.CompiledModule
}

// Open makes HiGHS ready. Compiled code is kept in the folder, so that a later
// start takes a fraction of a second; with an empty name, or where nothing can
// be kept there, it is compiled each time. It returns [ErrAbsent] where this
// program was built without HiGHS.
func Open(ctx context.Context, folder string) (*Solver, error) {
	code, err := files.ReadFile("runtime/highs.wasm")
	if err != nil {
		return nil, ErrAbsent
	}
	if sum := sha256.Sum256(code); hex.EncodeToString(sum[:]) != digest {
		return nil, errors.New("runtime/highs.wasm is not of the version that sortie knows")
	}
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(mostPages)
	if folder != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	s := &Solver{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if err := s.host(ctx); err != nil {
		return nil, errors.Join(err, s.runtime.Close(ctx))
	}
	if s.program, err = s.runtime.CompileModule(ctx, code); err != nil {
		return nil, errors.Join(fmt.Errorf("HiGHS does not compile: %w", err), s.runtime.Close(ctx))
	}
	return s, nil
}

// Close frees what HiGHS holds.
func (s *Solver) Close(ctx context.Context) error { return s.runtime.Close(ctx) }

// CacheFolder is where compiled code is kept for this user; empty where the
// system names no such place.
func CacheFolder() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, "sortie", "highs")
}
