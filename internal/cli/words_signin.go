package cli

// The sentences of `account`, and of how `serve` lets people in.
var (
	wordAccountMade       = phrase{EN: "%s can sign in, as %s.", FR: "%s peut se connecter, en tant que %s."}
	wordPasswordChanged   = phrase{EN: "%s (%s) has another password; its sessions have ended.", FR: "%s (%s) a un autre mot de passe ; ses sessions sont terminées."}
	wordAccountDisabled   = phrase{EN: "%s (%s) cannot sign in any more; its sessions have ended.", FR: "%s (%s) ne peut plus se connecter ; ses sessions sont terminées."}
	wordAccountEnabled    = phrase{EN: "%s (%s) can sign in again.", FR: "%s (%s) peut se connecter à nouveau."}
	wordNameTaken         = phrase{EN: "%s: an account has this name already", FR: "%s : un compte porte déjà ce nom"}
	wordNoSuchAccount     = phrase{EN: "%s: there is no such account; sortie account list names them", FR: "%s : ce compte n'existe pas ; sortie account list les nomme"}
	wordLastAdministrator = phrase{EN: "%s is the last administrator: make another one first", FR: "%s est le dernier administrateur : créez-en d'abord un autre"}
	wordAccountElsewhere  = phrase{EN: "%s signs in at the OpenID Connect provider, which has its password", FR: "%s se connecte chez le fournisseur OpenID Connect, qui a son mot de passe"}
	wordTypePassword      = phrase{EN: "Password: ", FR: "Mot de passe : "}
	wordTypeAgain         = phrase{EN: "Once more: ", FR: "Encore une fois : "}
	wordTypedApart        = phrase{EN: "the two passwords are not the same; nothing was done", FR: "les deux mots de passe diffèrent ; rien n'a été fait"}
	wordNoTerminal        = phrase{EN: "there is no terminal to type a password at; give --password-file FILE, or - for the standard input", FR: "aucun terminal où saisir un mot de passe ; donnez --password-file FICHIER, ou - pour l'entrée standard"}
	wordSignsInHere       = phrase{EN: "here", FR: "ici"}
	wordSignsInElsewhere  = phrase{EN: "provider", FR: "fournisseur"}
	wordEnabled           = phrase{EN: "enabled", FR: "actif"}
	wordDisabled          = phrase{EN: "disabled", FR: "désactivé"}
)

// The headings of `account list`.
var (
	headRole    = phrase{EN: "Role", FR: "Rôle"}
	headSignsIn = phrase{EN: "Signs in", FR: "Se connecte"}
	headState   = phrase{EN: "State", FR: "État"}
	headMade    = phrase{EN: "Made (UTC)", FR: "Créé (UTC)"}
)

// How `serve` lets people in.
var (
	wordNoSignIn        = phrase{EN: "Nobody signs in: whoever uses this machine may do everything. --sign-in local or openid changes that.", FR: "Personne ne se connecte : qui utilise cette machine peut tout faire. --sign-in local ou openid change cela."}
	wordNoAccounts      = phrase{EN: "There is no account yet: sortie account add --db %s --role administrator --name NAME makes the first.", FR: "Aucun compte encore : sortie account add --db %s --role administrator --name NOM crée le premier."}
	wordRefusedNoSignIn = phrase{EN: "--listen %s: whoever reaches this address could read and change every mission. Give --sign-in local or --sign-in openid, or listen on 127.0.0.1", FR: "--listen %s : quiconque atteint cette adresse pourrait lire et changer toute mission. Donnez --sign-in local ou --sign-in openid, ou écoutez sur 127.0.0.1"}
	wordRefusedNoTLS    = phrase{EN: "--listen %s: passwords and missions would cross the network in the clear. Give --tls-cert and --tls-key, or name the proxy that ends TLS with --proxy", FR: "--listen %s : mots de passe et missions passeraient en clair sur le réseau. Donnez --tls-cert et --tls-key, ou nommez par --proxy le mandataire qui termine TLS"}
	wordOptionWrong     = phrase{EN: "%s: %s", FR: "%s : %s"}
	wordListenForm      = phrase{EN: "--listen %s is not an address such as 127.0.0.1:8080", FR: "--listen %s n'est pas une adresse telle que 127.0.0.1:8080"}
	wordProxyForm       = phrase{EN: "--proxy %s is neither an address nor a range such as 10.0.0.0/8", FR: "--proxy %s n'est ni une adresse ni une plage telle que 10.0.0.0/8"}
	wordProxyAll        = phrase{EN: "--proxy %s is every address: name the proxy's own", FR: "--proxy %s est n'importe quelle adresse : donnez celle du mandataire"}
	wordTLSBoth         = phrase{EN: "--tls-cert and --tls-key go together", FR: "--tls-cert et --tls-key vont ensemble"}
	wordTLSFailed       = phrase{EN: "--tls-cert, --tls-key: %s", FR: "--tls-cert, --tls-key : %s"}
	wordRateForm        = phrase{EN: "%s must not be less than 0", FR: "%s ne doit pas être inférieur à 0"}
	wordOnlyOpenID      = phrase{EN: "%s is for --sign-in openid", FR: "%s est pour --sign-in openid"}
)
