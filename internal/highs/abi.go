package highs

import (
	"context"
	"encoding/binary"
	"errors"

	"github.com/tetratelabs/wazero/api"
)

// What the program exports is named by one or two letters. These are the ones
// that are used, as the package's own highs.js assigns them.
const (
	fnInit      = "v"
	fnCreate    = "F"
	fnRun       = "N"
	fnPassLP    = "U"
	fnSetBool   = "ia"
	fnSetInt    = "ja"
	fnSetText   = "la"
	fnSolution  = "Ea"
	fnStatus    = "Ga"
	fnObjective = "Ka"
	fnMalloc    = "uc"
)

// Errors of the system calls that the program may make.
const (
	badFile  = 8  // WASI: no such open file
	noFile   = 44 // of the C library: no such file
	noDevice = 59 // not a terminal
)

// errAborted is how the program ends when it gives up.
var errAborted = errors.New("HiGHS gave up")

// host gives the program what it imports. It has no files, an empty
// environment and a clock that stands still: it answers the same every time.
func (s *Solver) host(ctx context.Context) error {
	b := s.runtime.NewHostModuleBuilder("a")
	i32, i64, f64 := api.ValueTypeI32, api.ValueTypeI64, api.ValueTypeF64
	give := func(name string, params, results []api.ValueType, f func(m api.Module, stack []uint64)) {
		b.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(func(_ context.Context, m api.Module, stack []uint64) {
			f(m, stack)
		}), params, results).Export(name)
	}
	ints := func(n int) []api.ValueType {
		out := make([]api.ValueType, n)
		for i := range out {
			out[i] = i32
		}
		return out
	}
	abort := func(api.Module, []uint64) { panic(errAborted) }
	always := func(code uint64) func(api.Module, []uint64) {
		return func(_ api.Module, stack []uint64) { stack[0] = code }
	}
	failed := func(code int32) func(api.Module, []uint64) { return always(api.EncodeI32(-code)) }

	give("a", ints(3), nil, abort)                           // an exception
	give("b", ints(1), nil, abort)                           // exit
	give("c", nil, []api.ValueType{f64}, always(0))          // time since the start
	give("d", ints(1), ints(1), always(badFile))             // close
	give("e", ints(3), ints(1), failed(noFile))              // fcntl
	give("f", ints(4), ints(1), swallow)                     // write
	give("g", ints(4), ints(1), always(badFile))             // read
	give("h", ints(3), ints(1), failed(noDevice))            // ioctl
	give("i", ints(4), ints(1), failed(noFile))              // open
	give("j", nil, []api.ValueType{f64}, always(0))          // date
	give("k", nil, nil, abort)                               // abort
	give("l", []api.ValueType{i32, f64}, ints(1), always(0)) // timer
	give("m", ints(4), nil, func(api.Module, []uint64) {})   // time zone
	give("n", ints(2), ints(1), always(0))                   // environment
	give("o", ints(2), ints(1), func(m api.Module, stack []uint64) {
		m.Memory().WriteUint32Le(api.DecodeU32(stack[0]), 0)
		m.Memory().WriteUint32Le(api.DecodeU32(stack[1]), 0)
		stack[0] = 0
	})
	give("p", []api.ValueType{i32, i64, i32}, ints(1), func(m api.Module, stack []uint64) { // clock
		m.Memory().WriteUint64Le(api.DecodeU32(stack[2]), 0)
		stack[0] = 0
	})
	give("q", ints(1), ints(1), grow)
	give("r", ints(1), nil, abort)                                           // exit
	give("s", nil, nil, func(api.Module, []uint64) {})                       // keep alive
	give("t", []api.ValueType{i32, i64, i32, i32}, ints(1), always(badFile)) // seek
	_, err := b.Instantiate(ctx)
	return err
}

// swallow takes what the program prints.
func swallow(m api.Module, stack []uint64) {
	list, n, written := api.DecodeU32(stack[1]), api.DecodeU32(stack[2]), api.DecodeU32(stack[3])
	total := uint32(0)
	for i := range n {
		if part, ok := m.Memory().Read(list+8*i, 8); ok {
			total += binary.LittleEndian.Uint32(part[4:])
		}
	}
	m.Memory().WriteUint32Le(written, total)
	stack[0] = 0
}

// grow gives more memory, half as much again as there was where it may.
func grow(m api.Module, stack []uint64) {
	const page = 1 << 16
	have, want := m.Memory().Size(), api.DecodeU32(stack[0])
	stack[0] = 0
	for _, size := range []uint64{max(uint64(want), uint64(have)*3/2), uint64(want)} {
		pages := (size + page - 1) / page
		if pages > mostPages {
			continue
		}
		if _, ok := m.Memory().Grow(uint32(pages) - have/page); ok {
			stack[0] = 1
			return
		}
	}
}
