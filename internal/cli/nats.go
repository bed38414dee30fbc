package cli

import (
	"log/slog"

	"sortie/jobs"
)

// natsFlags say which cluster runs are shared over. A password may stand in the
// address, which is best handed over in the environment.
type natsFlags struct {
	NATS            string `name:"nats" env:"SORTIE_NATS" placeholder:"nats://…" help:"${natsURL}"`
	NATSCredentials string `name:"nats-credentials" type:"path" placeholder:"FILE" help:"${natsCredentials}"`
	NATSCA          string `name:"nats-ca" type:"path" placeholder:"FILE" help:"${natsCA}"`
	NATSCertificate string `name:"nats-certificate" type:"path" placeholder:"FILE" help:"${natsCertificate}"`
	NATSKey         string `name:"nats-key" type:"path" placeholder:"FILE" help:"${natsKey}"`
}

// config is that of the cluster's runs.
func (f *natsFlags) config(log *slog.Logger) jobs.Config {
	return jobs.Config{URL: f.NATS, Credentials: f.NATSCredentials, CA: f.NATSCA, Certificate: f.NATSCertificate, CertificateKey: f.NATSKey, Log: log}
}

// valid refuses a certificate without its key, and the reverse.
func (f *natsFlags) valid(e *env) error {
	if (f.NATSCertificate == "") != (f.NATSKey == "") {
		return usageError(e.lang.Say(wordBothFiles, "--nats-certificate", "--nats-key"))
	}
	return nil
}
