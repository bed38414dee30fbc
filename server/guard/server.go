package guard

import (
	"crypto/tls"
	"log/slog"
	"net/http"
	"time"
)

// Server is an http.Server with the limits that come before any handler: time
// and size of headers, idle connections, and TLS 1.2 at least where a
// certificate is given. It is begun by ListenAndServe, or by
// ListenAndServeTLS("", "").
func Server(h http.Handler, cert *Certificate, log *slog.Logger) *http.Server {
	s := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       timeout, // of the body too, read or not; streams, which have none, end it
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug), // what strangers do wrong
	}
	if cert != nil {
		s.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: cert.get}
	}
	return s
}
