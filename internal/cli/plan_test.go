package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sortie"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

const hand = "../../testdata/hand/one-shuttle"

// handPlan is the plan that was worked out by hand, as a planner would give it.
func handPlan(t *testing.T) *sortie.Plan {
	t.Helper()
	data, err := os.ReadFile(hand + ".plan.json")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := missionfile.ReadPlan("plan", data)
	if p == nil {
		t.Fatal("the plan cannot be read")
	}
	return p
}

type planner func(context.Context, *network.Network, solve.Options) (*solve.Result, error)

// runWith runs a command line with another planner in the place of solve.
func runWith(ctx context.Context, width int, p planner, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	e := newEnv(ctx, Streams{In: strings.NewReader(""), Out: &out, Err: &errs, Width: width}, spoken(args))
	e.plan = p
	code = e.run(args)
	return code, out.String(), errs.String()
}

func TestOwnBreachIsAFaultWithAReproducer(t *testing.T) {
	dir := t.TempDir()
	output := filepath.Join(dir, "plan.json")
	wrong := handPlan(t)
	wrong.Movements[0].Unloaded = wrong.Movements[0].Unloaded.Add(-time.Minute)
	code, stdout, stderr := runWith(t.Context(), 0, func(context.Context, *network.Network, solve.Options) (*solve.Result, error) {
		return &solve.Result{Plan: wrong}, nil
	}, "plan", hand+".yaml", "--seed", "9", "-o", output)
	if code != exitFault || stdout != "" {
		t.Errorf("exit code %d, stdout %q; want %d and nothing", code, stdout, exitFault)
	}
	if _, err := os.Stat(output); err == nil {
		t.Error("the plan was written all the same")
	}
	path := filepath.Join(dir, "sortie-fault-one-shuttle-seed-9.json")
	if !strings.Contains(stderr, path) || !strings.Contains(stderr, "R3") {
		t.Errorf("the message names neither the file nor the rule: %q", stderr)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var saved reproducer
	if err := json.Unmarshal(data, &saved); err != nil {
		t.Fatal(err)
	}
	if saved.Seed != 9 || len(saved.Plan.Movements) != len(wrong.Movements) || len(saved.Report.Breaches) == 0 {
		t.Errorf("the reproducer is not whole: %+v", saved)
	}
	if f := missionfile.Parse("mission", saved.Mission, nil); f.Failed() {
		t.Error("the reproducer's mission cannot be read")
	}
}

func TestPanicIsAFault(t *testing.T) {
	code, _, stderr := runWith(t.Context(), 0, func(context.Context, *network.Network, solve.Options) (*solve.Result, error) {
		panic("out of stands")
	}, "plan", hand+".yaml")
	if code != exitFault || !strings.Contains(stderr, "a fault of sortie's own: out of stands") {
		t.Errorf("exit code %d, stderr %q", code, stderr)
	}
}

func TestInterruptKeepsTheBestPlan(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	code, stdout, stderr := runWith(ctx, 0, func(ctx context.Context, _ *network.Network, _ solve.Options) (*solve.Result, error) {
		cancel() // the user, while the planner is at work
		<-ctx.Done()
		return &solve.Result{Plan: handPlan(t)}, nil
	}, "plan", hand+".yaml")
	if code != exitYes || !strings.HasPrefix(stdout, "Out by Tue 1 Mar 2022 12:30 UTC") || !strings.Contains(stderr, "interrupted") {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

func TestIterationsAloneSetNoTimeLimit(t *testing.T) {
	for args, want := range map[string]bool{"--iterations=5": false, "--for=1h": true} {
		runWith(t.Context(), 0, func(ctx context.Context, _ *network.Network, _ solve.Options) (*solve.Result, error) {
			if _, limited := ctx.Deadline(); limited != want {
				t.Errorf("%s: time is limited %v, want %v", args, limited, want)
			}
			return &solve.Result{Plan: handPlan(t)}, nil
		}, "plan", hand+".yaml", args)
	}
}

func TestLiveLine(t *testing.T) {
	report := func(_ context.Context, _ *network.Network, o solve.Options) (*solve.Result, error) {
		bound := time.Date(2022, 3, 1, 10, 0, 0, 0, time.UTC)
		o.Progress(solve.Progress{Closure: bound.Add(time.Hour), Iterations: 1200, Bound: &bound, Undelivered: 1100})
		return &solve.Result{Plan: handPlan(t)}, nil
	}
	_, _, stderr := runWith(t.Context(), 200, report, "plan", hand+".yaml")
	for _, want := range []string{"\r\x1b[K", "best Tue 1 Mar 11:00", "bound Tue 1 Mar 10:00", "gap 10 %", "1,200 iterations", "left 1,100"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("the live line lacks %q: %q", want, stderr)
		}
	}
	if !strings.HasSuffix(stderr, "\r\x1b[K") {
		t.Errorf("the live line stays behind: %q", stderr)
	}
	if _, _, stderr = runWith(t.Context(), 20, report, "plan", hand+".yaml"); !strings.Contains(stderr, "best Tue 1 Mar 11:0\r") {
		t.Errorf("a narrow terminal gets %q", stderr)
	}
	if _, _, stderr = runWith(t.Context(), 0, report, "plan", hand+".yaml"); stderr != "" {
		t.Errorf("without a terminal there is %q", stderr)
	}
}

// TestFromIsNeverMadeWorse: where the planner finds nothing better, the plan that
// was handed in is the answer, with its own times.
func TestFromIsNeverMadeWorse(t *testing.T) {
	slower := handPlan(t)
	late := slower.Movements[len(slower.Movements)-1]
	for _, at := range []*time.Time{&late.Load, &late.Depart, &late.Arrive, &late.Unloaded} {
		*at = at.Add(time.Hour)
	}
	slower.Movements[len(slower.Movements)-1] = late
	for _, made := range []*sortie.Plan{slower, handPlan(t)} {
		code, stdout, stderr := runWith(t.Context(), 0, func(context.Context, *network.Network, solve.Options) (*solve.Result, error) {
			return &solve.Result{Plan: made}, nil
		}, "plan", hand+".yaml", "--from", hand+".plan.json")
		if code != exitYes || !strings.HasPrefix(stdout, "Out by Tue 1 Mar 2022 12:30 UTC") {
			t.Errorf("exit code %d, stdout %q", code, stdout)
		}
		if kept := strings.Contains(stderr, "are kept"); kept != (made == slower) {
			t.Errorf("a plan is kept: %v, stderr %q", kept, stderr)
		}
	}
}
