package guard

import (
	"encoding/json"
	"net/http"
)

// problem is an RFC 9457 answer, of the shape that the API's own have.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// refuse answers with a problem. What goes wrong while it is written concerns a
// client that is gone.
func refuse(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(problem{http.StatusText(status), status, detail})
}
