package server

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

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
	f.registry.MustRegister(f.requests, f.seconds, f.entries, f.runs, f.dropped, open,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return f
}

func (f *figures) handler() http.Handler {
	return promhttp.HandlerFor(f.registry, promhttp.HandlerOpts{})
}

func (f *figures) request(r *request, spent time.Duration) {
	f.requests.WithLabelValues(r.operation, strconv.Itoa(r.status)).Inc()
	if r.operation != "follow-run" && r.operation != "follow-mission" {
		f.seconds.WithLabelValues(r.operation).Observe(spent.Seconds())
	}
}

func (f *figures) appended(e store.Entry) { f.entries.WithLabelValues(string(e.Kind)).Inc() }
