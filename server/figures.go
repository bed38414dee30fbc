package server

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sortie/jobs"
	"sortie/store"
)

// figures are what Prometheus reads at /metrics. No label holds what a user
// chose: operations, codes, kinds and states are closed lists.
type figures struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	entries  *prometheus.CounterVec
	runs     *prometheus.CounterVec
	dropped  prometheus.Counter
}

func newFigures(s *Server) *figures {
	f := &figures{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "sortie_requests_total", Help: "Requests answered."}, []string{"operation", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "sortie_request_seconds", Help: "Time to answer a request; streams are left out.",
			Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10, 30}}, []string{"operation"}),
		entries: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "sortie_entries_total", Help: "Ledger entries that this process appended."}, []string{"kind"}),
		runs:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "sortie_runs_total", Help: "Plan runs that were asked of this process, stopped, or whose end it recorded."}, []string{"what"}),
		dropped: prometheus.NewCounter(prometheus.CounterOpts{Name: "sortie_streams_dropped_total", Help: "Event streams that ended because their client was too slow."}),
	}
	open := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "sortie_streams_open", Help: "Event streams that are open."}, func() float64 { return float64(s.streams.count()) })
	f.registry.MustRegister(f.requests, f.seconds, f.entries, f.runs, f.dropped, open, runStates{s.queue},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return f
}

func (f *figures) handler() http.Handler {
	return promhttp.HandlerFor(f.registry, promhttp.HandlerOpts{})
}

// followed are the operations that answer with streams: their time is the client's.
var followed = []string{"follow-run", "follow-mission", "find-repairs"}

func (f *figures) request(r *request, spent time.Duration) {
	f.requests.WithLabelValues(r.operation, strconv.Itoa(r.status)).Inc()
	if !slices.Contains(followed, r.operation) {
		f.seconds.WithLabelValues(r.operation).Observe(spent.Seconds())
	}
}

// runStates counts the runs in each state when it is asked.
type runStates struct{ queue Queue }

var runsNow = prometheus.NewDesc("sortie_runs", "Plan runs by state; those that ended, for as long as they are kept.", []string{"state"}, nil)

// Describe and Collect are what a registry asks.
func (runStates) Describe(to chan<- *prometheus.Desc) { to <- runsNow }

func (r runStates) Collect(to chan<- prometheus.Metric) {
	count := map[jobs.State]int{jobs.Waiting: 0, jobs.Running: 0, jobs.Stopping: 0, jobs.Done: 0, jobs.Failed: 0}
	for _, run := range r.queue.List("") {
		count[run.State]++
	}
	for state, n := range count {
		to <- prometheus.MustNewConstMetric(runsNow, prometheus.GaugeValue, float64(n), string(state))
	}
}

func (f *figures) appended(e store.Entry) { f.entries.WithLabelValues(string(e.Kind)).Inc() }
