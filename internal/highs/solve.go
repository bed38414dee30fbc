package highs

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"sortie/bound"
)

// mostIterations ends a solve of the simplex method, so that the same program
// ends in the same way on any machine.
const mostIterations = 20_000

// primal is the simplex method that goes from one solution to the next: the
// programs here begin with one, to do nothing, and the dual method takes many
// times as long on them.
const primal = 4

// statusOptimal is HiGHS's model status of a solved program.
const statusOptimal = 7

// Solve maximises a linear program. It returns an error where the program has
// no optimum, or none was found within the memory and the iterations allowed;
// when the context ends it returns at once.
func (s *Solver) Solve(ctx context.Context, lp *bound.LP) (*bound.Solution, error) {
	if len(lp.Cost) == 0 || len(lp.Upper) == 0 {
		return nil, errors.New("an empty program")
	}
	m, err := s.runtime.InstantiateModule(ctx, s.program, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return nil, fmt.Errorf("HiGHS does not start: %w", err)
	}
	c := &call{ctx: ctx, module: m}
	out := c.solve(lp)
	if err := m.Close(context.WithoutCancel(ctx)); err != nil && c.err == nil {
		c.err = err
	}
	if c.err != nil {
		return nil, c.err
	}
	return out, nil
}

// call is one use of the program; the first error sticks.
type call struct {
	ctx    context.Context
	module api.Module
	err    error
}

func (c *call) do(name string, args ...uint64) uint64 {
	if c.err != nil {
		return 0
	}
	var results []uint64
	if results, c.err = c.module.ExportedFunction(name).Call(c.ctx, args...); c.err != nil || len(results) == 0 {
		return 0
	}
	return results[0]
}

// put copies bytes into the program's memory and returns where they are.
func (c *call) put(data []byte) uint64 {
	at := c.do(fnMalloc, uint64(max(len(data), 8)))
	if c.err == nil && (at == 0 || !c.module.Memory().Write(uint32(at), data)) {
		c.err = errors.New("HiGHS has too little memory")
	}
	return at
}

func (c *call) floats(list []float64) uint64 {
	data := make([]byte, 0, 8*len(list))
	for _, f := range list {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(f))
	}
	return c.put(data)
}

func (c *call) ints(list []int32) uint64 {
	data := make([]byte, 0, 4*len(list))
	for _, n := range list {
		data = binary.LittleEndian.AppendUint32(data, uint32(n))
	}
	return c.put(data)
}

func (c *call) read(at uint64, n int) []float64 {
	if c.err != nil {
		return nil
	}
	data, ok := c.module.Memory().Read(uint32(at), uint32(8*n))
	if !ok {
		c.err = errors.New("HiGHS's answer cannot be read")
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:]))
	}
	return out
}

func filled(n int, with float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = with
	}
	return out
}

func (c *call) solve(lp *bound.LP) *bound.Solution {
	columns, rows := len(lp.Cost), len(lp.Upper)
	c.do(fnInit)
	highs := c.do(fnCreate)
	c.do(fnSetBool, highs, c.put([]byte("output_flag\x00")), 0)
	c.do(fnSetInt, highs, c.put([]byte("simplex_iteration_limit\x00")), mostIterations)
	c.do(fnSetInt, highs, c.put([]byte("simplex_strategy\x00")), primal)
	c.do(fnSetText, highs, c.put([]byte("presolve\x00")), c.put([]byte("off\x00")))
	lower := make([]float64, rows)
	for i := range lower {
		if lower[i] = math.Inf(-1); lp.Equal[i] {
			lower[i] = lp.Upper[i]
		}
	}
	const byColumn, maximise = 1, 0xffffffff // kHighsMatrixFormatColwise, kHighsObjSenseMaximize = −1
	c.do(fnPassLP, highs, uint64(columns), uint64(rows), uint64(len(lp.Value)), byColumn, maximise, 0,
		c.floats(lp.Cost), c.floats(make([]float64, columns)), c.floats(filled(columns, math.Inf(1))),
		c.floats(lower), c.floats(lp.Upper), c.ints(lp.Start), c.ints(lp.Row), c.floats(lp.Value))
	c.do(fnRun, highs)
	if status := c.do(fnStatus, highs); c.err == nil && status != statusOptimal {
		c.err = fmt.Errorf("HiGHS found no optimum: model status %d", status)
	}
	value, columnDual := c.floats(make([]float64, columns)), c.floats(make([]float64, columns))
	activity, dual := c.floats(make([]float64, rows)), c.floats(make([]float64, rows))
	c.do(fnSolution, highs, value, columnDual, activity, dual)
	return &bound.Solution{Value: math.Float64frombits(c.do(fnObjective, highs)), Columns: c.read(value, columns), Dual: c.read(dual, rows)}
}
