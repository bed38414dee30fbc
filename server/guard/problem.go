package guard

import (
	"net/http"

	"sortie/internal/lang"
	"sortie/server/problem"
)

// refuse answers with a problem. What goes wrong while it is written concerns a
// client that is gone.
func refuse(w http.ResponseWriter, r *http.Request, status int, detail lang.Phrase, args ...any) {
	_ = problem.New(status, detail, args...).Write(w, r)
}
