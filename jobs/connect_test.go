package jobs_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"sortie/jobs"
)

// certificate writes a certificate for loopback and its key.
func certificate(t *testing.T) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}}
	public, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, data []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("cert.pem", "CERTIFICATE", public), write("key.pem", "PRIVATE KEY", secret)
}

// TestGuardedCluster joins a server that asks for a password and a certificate,
// and tells who does not have them, without the password.
func TestGuardedCluster(t *testing.T) {
	cert, key := certificate(t)
	config, err := server.GenTLSConfig(&server.TLSConfigOpts{CertFile: cert, KeyFile: key, CaFile: cert, Verify: true})
	if err != nil {
		t.Fatal(err)
	}
	config.MinVersion = tls.VersionTLS13
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, Username: "sortie", Password: "secret", TLS: true, TLSVerify: true,
		TLSConfig: config, TLSTimeout: 30, JetStream: true, StoreDir: t.TempDir(), NoSigs: true, NoLog: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(enough) {
		t.Fatal("the server does not start")
	}
	address := func(password string) string {
		return strings.Replace(s.ClientURL(), "tls://", "tls://sortie:"+password+"@", 1)
	}
	good := jobs.Config{URL: address("secret"), CA: cert, Certificate: cert, CertificateKey: key}
	open(t, good)
	for what, c := range map[string]jobs.Config{
		"another password": {URL: address("guessed"), CA: cert, Certificate: cert, CertificateKey: key, Log: silent},
		"no certificate":   {URL: address("secret"), CA: cert, Log: silent},
		"an unknown CA":    {URL: address("secret"), Certificate: cert, CertificateKey: key, Log: silent},
	} {
		q, err := jobs.Open(t.Context(), c)
		if err == nil {
			q.Close()
			t.Errorf("%s: it joins all the same", what)
		} else if strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "guessed") {
			t.Errorf("%s: the error tells the password: %v", what, err)
		}
	}
}
