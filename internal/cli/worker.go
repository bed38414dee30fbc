package cli

import (
	"context"
	"log/slog"
	"runtime/debug"
	"time"

	"sortie/jobs"
)

type workerCmd struct {
	natsFlags `embed:""`

	Cores int    `placeholder:"N" help:"${workerCores}"`
	Name  string `placeholder:"NAME" help:"${workerName}"`
}

// joining is how long a cluster may take to answer when a worker starts.
const joining = time.Minute

// Run works on the runs of a cluster until it is interrupted; then it hands back
// what it has not finished.
func (c *workerCmd) Run(e *env) error {
	switch {
	case c.NATS == "":
		return usageError(e.lang.Say(wordWorkerNATS))
	case c.Cores < 0:
		return usageError(e.lang.Say(wordPositive, "--cores"))
	}
	if err := c.valid(e); err != nil {
		return err
	}
	log := e.log()
	debug.SetGCPercent(planningGC)
	ctx, cancel := context.WithTimeout(e.ctx, joining)
	defer cancel()
	q, err := jobs.Open(ctx, c.config(log))
	if err != nil {
		return usageError(e.lang.Say(wordWorkerAway, cause(err)))
	}
	defer q.Close()
	log.Info("the worker takes runs")
	q.Work(e.ctx, jobs.WorkerConfig{Name: c.Name, Cores: c.Cores, By: "sortie " + Version})
	log.Info("the worker has handed back its runs")
	return nil
}

// log is the log of a process that serves: lines of text, or of JSON.
func (e *env) log() *slog.Logger {
	if e.json {
		return slog.New(slog.NewJSONHandler(e.live.Err, nil))
	}
	return slog.New(slog.NewTextHandler(e.err, nil))
}
