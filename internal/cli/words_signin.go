package cli

import (
	"maps"

	"sortie/internal/lang"
)

// The sentences of `account`, and of how `serve` lets people in.
var (
	wordAccountMade       = phrase{EN: "%s can sign in, as %s.", FR: "%s peut se connecter, avec le rôle %s."}
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

func init() {
	maps.Copy(wordsHelp, map[string]lang.Phrase{
		"account":         {EN: "Make, list and change the accounts that may sign in.", FR: "Créer, lister et changer les comptes qui peuvent se connecter."},
		"accountAdd":      {EN: "Make an account.", FR: "Créer un compte."},
		"accountList":     {EN: "List the accounts.", FR: "Lister les comptes."},
		"accountPassword": {EN: "Give an account another password, and end its sessions.", FR: "Donner un autre mot de passe à un compte, et terminer ses sessions."},
		"accountDisable":  {EN: "Sign an account out and let it in no more.", FR: "Déconnecter un compte et ne plus le laisser entrer."},
		"accountEnable":   {EN: "Let a disabled account in again.", FR: "Laisser entrer à nouveau un compte désactivé."},
		"accountName":     {EN: "Name of the account: an office, not a person.", FR: "Nom du compte : un service, pas une personne."},
		"accountRole":     {EN: "administrator, planner, decision-maker, liaison or observer.", FR: "administrator, planner, decision-maker, liaison ou observer."},
		"accountNation":   {EN: "Nation of a liaison, or the one that a decision maker votes for: ISO 3166, such as KZ.", FR: "Nation d'un officier de liaison, ou celle pour laquelle un décideur vote : ISO 3166, par exemple KZ."},
		"passwordFile":    {EN: "Read the password from the first line of this file, or of the standard input (-), rather than from the terminal.", FR: "Lire le mot de passe à la première ligne de ce fichier, ou de l'entrée standard (-), plutôt qu'au terminal."},

		"serveListen":      {EN: "Address and port to listen on. Beyond this machine only with --sign-in, and with TLS or a proxy.", FR: "Adresse et port d'écoute. Au-delà de cette machine seulement avec --sign-in, et avec TLS ou un mandataire."},
		"serveExternal":    {EN: "Address that people type, where it is not that of --listen: https://sortie.example.org.", FR: "Adresse que l'on saisit, si ce n'est pas celle de --listen : https://sortie.example.org."},
		"serveCert":        {EN: "Certificate with its chain, PEM; read again when it changes.", FR: "Certificat et sa chaîne, PEM ; relu quand il change."},
		"serveKey":         {EN: "Key of the certificate, PEM.", FR: "Clé du certificat, PEM."},
		"serveProxy":       {EN: "Address or range of a proxy that ends TLS; what it says of the client is believed. May be given again.", FR: "Adresse ou plage d'un mandataire qui termine TLS ; ce qu'il dit du client est cru. Peut être répété."},
		"serveSignIn":      {EN: "How people sign in: none, local (accounts of sortie account) or openid (OpenID Connect).", FR: "Comment on se connecte : none (aucun), local (comptes de sortie account) ou openid (OpenID Connect)."},
		"serveIdle":        {EN: "A session that is not used for so long ends.", FR: "Une session inutilisée si longtemps se termine."},
		"serveLifetime":    {EN: "Every session ends after so long.", FR: "Toute session se termine après ce temps."},
		"serveIssuer":      {EN: "Address of the OpenID Connect provider.", FR: "Adresse du fournisseur OpenID Connect."},
		"serveClient":      {EN: "Id that the provider knows sortie by.", FR: "Identifiant sous lequel le fournisseur connaît sortie."},
		"serveSecret":      {EN: "File with the secret that the provider gave sortie; without it, sortie is a public client.", FR: "Fichier du secret que le fournisseur a donné à sortie ; sans lui, sortie est un client public."},
		"serveMapping":     {EN: "File that gives roles and nations by the provider's claims (docs/sign-in.md).", FR: "Fichier qui donne rôles et nations selon les attributs du fournisseur (docs/sign-in.md)."},
		"serveRateAddress": {EN: "Requests a second that one address may make; 0: any. Absent: 100 where people sign in.", FR: "Requêtes par seconde permises à une adresse ; 0 : sans limite. Absent : 100 si l'on se connecte."},
		"serveRateAccount": {EN: "Requests a second that one account may make; 0: any. Absent: 50 where people sign in.", FR: "Requêtes par seconde permises à un compte ; 0 : sans limite. Absent : 50 si l'on se connecte."},
	})
}
