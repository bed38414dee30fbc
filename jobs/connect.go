package jobs

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Names of what is kept in JetStream.
const (
	runsBucket   = "sortie_runs"   // key-value: state of each run
	bodiesBucket = "sortie_bodies" // objects: missions and plans
)

// mostReplicas is over how many servers of a cluster everything is kept: one of
// three may be lost.
const mostReplicas = 3

// attempt is how long one request to JetStream may take before it is made again:
// while a cluster elects a leader nobody answers.
const attempt = 3 * time.Second

// options are those of a connection that outlives every server it had.
func (c *Config) options() []nats.Option {
	o := []nats.Option{nats.Name("sortie"), nats.MaxReconnects(-1), nats.ReconnectWait(250 * time.Millisecond),
		nats.Timeout(5 * time.Second), nats.PingInterval(10 * time.Second), nats.MaxPingsOutstanding(2), nats.RetryOnFailedConnect(false),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				c.Log.Warn("the connection to NATS is lost", "error", err)
			}
		}),
		nats.ReconnectHandler(func(*nats.Conn) { c.Log.Info("connected to NATS again") }),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { c.Log.Warn("NATS", "error", err) })}
	if c.User != "" {
		o = append(o, nats.UserInfo(c.User, c.Password))
	}
	if c.Credentials != "" {
		o = append(o, nats.UserCredentials(c.Credentials))
	}
	if c.CA != "" {
		o = append(o, nats.RootCAs(c.CA))
	}
	if c.Certificate != "" {
		o = append(o, nats.ClientCert(c.Certificate, c.CertificateKey))
	}
	return o
}

// connect joins the cluster, or the server in this process.
func connect(c *Config, in *embedded) (*nats.Conn, jetstream.JetStream, error) {
	url, options := c.URL, c.options()
	if in != nil {
		options = append(options, nats.InProcessServer(in))
	}
	conn, err := nats.Connect(url, options...)
	if err != nil {
		return nil, nil, fmt.Errorf("NATS cannot be reached: %w", err)
	}
	js, err := jetstream.New(conn)
	if err != nil {
		conn.Close()
		return nil, nil, err
	}
	return conn, js, nil
}

// buckets opens what runs are kept in, and makes it where it is not there yet.
func (q *Queue) buckets(ctx context.Context, js jetstream.JetStream) (jetstream.KeyValue, jetstream.ObjectStore, error) {
	var kv jetstream.KeyValue
	var bodies jetstream.ObjectStore
	err := q.replicated(ctx, func(ctx context.Context, replicas int) error {
		was, err := js.KeyValue(ctx, runsBucket)
		if err == nil {
			status, err := was.Status(ctx)
			if kv = was; err != nil || status.Config().Replicas >= replicas {
				return err
			}
		}
		now, err := js.CreateOrUpdateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: runsBucket, Description: "runs of sortie", Replicas: replicas})
		if err == nil {
			kv = now
		}
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	err = q.replicated(ctx, func(ctx context.Context, replicas int) error {
		was, err := js.ObjectStore(ctx, bodiesBucket)
		if err == nil {
			status, err := was.Status(ctx)
			if bodies = was; err != nil || status.Replicas() >= replicas {
				return err
			}
		}
		now, err := js.CreateOrUpdateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: bodiesBucket, Description: "missions and plans of sortie's runs", Replicas: replicas})
		if err == nil {
			bodies = now
		}
		return err
	})
	return kv, bodies, err
}

// Codes with which JetStream says that it has not as many servers.
const (
	codeNoPeers       = 10005
	codeNoResources   = 10023
	codeNotReplicated = 10074
)

// replicated makes a bucket on as many servers as there are, three at most. A
// cluster that is still starting is waited for.
func (q *Queue) replicated(ctx context.Context, create func(ctx context.Context, replicas int) error) error {
	for waits := false; ; waits = true {
		var err error
		for n := mostReplicas; n >= 1; n-- {
			var api *jetstream.APIError
			tried, cancel := context.WithTimeout(ctx, attempt)
			err = create(tried, n)
			cancel()
			if err == nil {
				return nil
			}
			if !errors.As(err, &api) || api.ErrorCode != codeNoPeers && api.ErrorCode != codeNoResources && api.ErrorCode != codeNotReplicated {
				break
			}
		}
		if errors.Is(err, jetstream.ErrJetStreamNotEnabledForAccount) {
			return fmt.Errorf("the account has no JetStream: %w", err)
		}
		if !waits {
			q.config.Log.Info("waits for JetStream", "error", err)
		}
		if !pause(ctx) {
			return fmt.Errorf("JetStream cannot be reached: %w", err)
		}
	}
}

// pause waits a little before something is tried again; false when there is no
// time for that.
func pause(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(100 * time.Millisecond):
		return true
	}
}
