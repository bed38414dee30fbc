package problem

import (
	"net/http"

	"sortie/internal/lang"
)

// titles are the statuses in words: in English those of net/http.
var titles = map[int]string{
	http.StatusBadRequest:                  "Requête incorrecte",
	http.StatusUnauthorized:                "Connexion requise",
	http.StatusForbidden:                   "Accès refusé",
	http.StatusNotFound:                    "Introuvable",
	http.StatusMethodNotAllowed:            "Méthode non admise",
	http.StatusNotAcceptable:               "Format de réponse non proposé",
	http.StatusRequestTimeout:              "Délai de la requête dépassé",
	http.StatusConflict:                    "Conflit",
	http.StatusPreconditionFailed:          "Condition préalable non remplie",
	http.StatusRequestEntityTooLarge:       "Requête trop volumineuse",
	http.StatusUnsupportedMediaType:        "Type de contenu non pris en charge",
	http.StatusMisdirectedRequest:          "Requête mal adressée",
	http.StatusUnprocessableEntity:         "Contenu inexploitable",
	http.StatusPreconditionRequired:        "Condition préalable requise",
	http.StatusTooManyRequests:             "Trop de requêtes",
	http.StatusRequestHeaderFieldsTooLarge: "En-têtes trop volumineux",
	http.StatusInternalServerError:         "Erreur interne du serveur",
	http.StatusServiceUnavailable:          "Service indisponible",
	http.StatusInsufficientStorage:         "Espace de stockage insuffisant",
}

// title is a status in words.
func title(status int) lang.Text {
	english := http.StatusText(status)
	french, ok := titles[status]
	if !ok {
		return lang.Plain(english)
	}
	return lang.Phrase{EN: english, FR: french}.Text()
}
