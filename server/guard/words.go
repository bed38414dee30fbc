package guard

import "sortie/internal/lang"

// Why a request is not let in.
var (
	wordTooOften   = lang.Phrase{EN: "too many requests; wait %s s and try again", FR: "trop de requêtes ; attendez %s s et recommencez"}
	wordTooManyOne = lang.Phrase{EN: "this account has too many requests open: wait for their answers", FR: "ce compte a trop de requêtes en cours : attendez leurs réponses"}
	wordTooLarge   = lang.Phrase{EN: "the request is larger than sortie takes", FR: "la requête est plus volumineuse que ce que sortie accepte"}
	wordNoBody     = lang.Phrase{EN: "a stream is asked for without a body", FR: "un flux se demande sans corps de requête"}
	wordFault      = lang.Phrase{EN: "a fault of sortie's own; the operator finds it in the log as %s", FR: "une erreur de sortie même ; l'exploitant la trouve dans le journal sous %s"}
	wordProxyOnly  = lang.Phrase{EN: "sortie is reached through its proxy alone", FR: "sortie n'est accessible que par son mandataire"}
	wordHTTPSOnly  = lang.Phrase{EN: "sortie is reached over https alone", FR: "sortie n'est accessible qu'en https"}
	wordForeign    = lang.Phrase{
		EN: "the request comes from a page of another site; open sortie by its own address and try again",
		FR: "la requête vient d'une page d'un autre site ; ouvrez sortie par sa propre adresse et recommencez"}
	wordOtherName = lang.Phrase{
		EN: "sortie listens on this machine alone: open it as localhost, 127.0.0.1 or [::1], or start it with --external-url",
		FR: "sortie n'écoute que sur cette machine : ouvrez-le par localhost, 127.0.0.1 ou [::1], ou lancez-le avec --external-url"}
)
