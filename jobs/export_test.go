package jobs

import "context"

// Sweep removes what is no longer needed now, rather than when it is time.
func (q *Queue) Sweep(ctx context.Context) error { return q.sweepOnce(ctx) }

// Objects is the names of what is kept of bodies.
func (q *Queue) Objects(ctx context.Context) []string {
	var names []string
	objects, err := q.bodies.List(ctx)
	if err != nil {
		return nil
	}
	for _, o := range objects {
		names = append(names, o.Name)
	}
	return names
}

// Leader is the name of the server that leads the bucket of runs.
func (q *Queue) Leader(ctx context.Context) (string, error) {
	_, js, err := connect(&q.config, q.in)
	if err != nil {
		return "", err
	}
	defer js.Conn().Close()
	s, err := js.Stream(ctx, "KV_"+runsBucket)
	if err != nil {
		return "", err
	}
	info, err := s.Info(ctx)
	if err != nil {
		return "", err
	}
	return info.Cluster.Leader, nil
}

// Replicas is over how many servers the runs are kept.
func (q *Queue) Replicas(ctx context.Context) (int, error) {
	status, err := q.runs.Status(ctx)
	if err != nil {
		return 0, err
	}
	return status.Config().Replicas, nil
}
