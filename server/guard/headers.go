package guard

import "net/http"

// policy lets a page load what comes from its own origin, and nothing else: no
// script or style within a page, no plug-in, no frame around it.
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

// always are the headers of every answer; a handler may replace Cache-Control
// where an answer is nobody's secret. They follow the OWASP HTTP Headers Cheat
// Sheet.
var always = map[string]string{
	"Content-Security-Policy":      policy,
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"Cache-Control":                "no-store",
}

// headers sets what a browser has to keep to.
func (g *Guard) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range always {
			w.Header().Set(name, value)
		}
		if g.Secure() {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}
