package signin

import "sortie/internal/lang"

type phrase = lang.Phrase

// Invalid is a field of an account that cannot be as it was asked for.
type Invalid struct {
	Field string // name, role, nation or password
	Why   lang.Text
}

func (i *Invalid) Error() string { return i.Why.String() }

func invalid(field string, p phrase, args ...any) *Invalid { return &Invalid{field, p.Text(args...)} }

// ConfigError is an option of `sortie serve` that cannot be followed.
type ConfigError struct {
	Option string // such as --sign-in
	Why    lang.Text
}

func (e *ConfigError) Error() string { return e.Option + ": " + e.Why.String() }

func misconfigured(option string, p phrase, args ...any) *ConfigError {
	return &ConfigError{option, p.Text(args...)}
}

// What is said to whoever signs in, or administers accounts.
var (
	wordWrong        = phrase{EN: "the name or the password is wrong, or the account is disabled", FR: "le nom ou le mot de passe est faux, ou le compte est désactivé"}
	wordOtherCurrent = phrase{EN: "the password until now is another", FR: "le mot de passe actuel n'est pas celui-là"}
	wordTooMany      = phrase{EN: "too many attempts; wait %s s and try again", FR: "trop de tentatives ; attendez %s s et recommencez"}
	wordNotHere      = phrase{
		EN: "that is not how people sign in here: this installation was started with --sign-in %s",
		FR: "ce n'est pas ainsi qu'on se connecte ici : cette installation a été lancée avec --sign-in %s"}
	wordNoAccount   = phrase{EN: "there is no such account", FR: "ce compte n'existe pas"}
	wordNameTaken   = phrase{EN: "another account has this name", FR: "un autre compte porte ce nom"}
	wordBusy        = phrase{EN: "sortie is busy: try again", FR: "sortie est occupé : recommencez"}
	wordUnreachable = phrase{
		EN: "accounts and sessions cannot be read or written now: try again, or ask the operator",
		FR: "les comptes et les sessions ne peuvent être lus ni écrits en ce moment : recommencez, ou adressez-vous à l'exploitant"}
	wordLastAdministrator = phrase{EN: "nobody else is an administrator: make another one first", FR: "personne d'autre n'est administrateur : créez-en d'abord un autre"}
	wordElsewhere         = phrase{
		EN: "the account signs in at the OpenID Connect provider, which gives its role, nation and password: change it there",
		FR: "le compte se connecte chez le fournisseur OpenID Connect, qui donne son rôle, sa nation et son mot de passe : modifiez-le là-bas"}
)

// What is said to whoever comes back from the OpenID Connect provider.
var (
	wordNotBegun = phrase{
		EN: "this sign-in was not begun here, or took too long: begin again",
		FR: "cette connexion n'a pas été commencée ici, ou a pris trop de temps : recommencez"}
	wordProviderNo = phrase{
		EN: "the provider did not sign you in: begin again, or ask its administrator",
		FR: "le fournisseur ne vous a pas connecté : recommencez, ou adressez-vous à son administrateur"}
	wordMappingNo = phrase{
		EN: "what the provider says of this account does not let it in: %s",
		FR: "ce que le fournisseur dit de ce compte ne lui permet pas d'entrer : %s"}
	wordAnswerNo     = phrase{EN: "the provider's answer does not hold: begin again", FR: "la réponse du fournisseur n'est pas valable : recommencez"}
	wordProviderName = phrase{
		EN: "another account has the name that the provider gives this one: ask an administrator",
		FR: "un autre compte porte le nom que le fournisseur donne à celui-ci : adressez-vous à un administrateur"}
	wordAccountOff = phrase{EN: "the account is disabled: ask an administrator", FR: "le compte est désactivé : adressez-vous à un administrateur"}
)

// What is wrong with an account.
var (
	wordPasswordNoText = phrase{EN: "the password is not text", FR: "le mot de passe n'est pas du texte"}
	wordPasswordShort  = phrase{EN: "the password needs at least %s characters; a sentence is easy to keep in mind", FR: "le mot de passe demande au moins %s caractères ; une phrase se retient aisément"}
	wordPasswordLong   = phrase{EN: "the password has more than %s characters", FR: "le mot de passe a plus de %s caractères"}
	wordPasswordName   = phrase{EN: "the password is little more than the account's name", FR: "le mot de passe n'est guère plus que le nom du compte"}
	wordNameMissing    = phrase{EN: "the name is missing", FR: "le nom manque"}
	wordNameLong       = phrase{EN: "the name has more than %s characters", FR: "le nom a plus de %s caractères"}
	wordNameForm       = phrase{EN: "the name has characters other than letters, digits, spaces and . _ - @ '", FR: "le nom a des caractères autres que lettres, chiffres, espaces et . _ - @ '"}
	wordNoSuchRole     = phrase{EN: "there is no role %q; there are administrator, planner, decision-maker, liaison and observer", FR: "il n'y a pas de rôle %q ; il y a administrator, planner, decision-maker, liaison et observer"}
	wordNoRole         = phrase{EN: "the provider gives this account no role in sortie", FR: "le fournisseur ne donne à ce compte aucun rôle dans sortie"}
	wordNationMissing  = phrase{EN: "the nation is missing: a liaison sees the units of its own nation", FR: "la nation manque : un officier de liaison voit les unités de sa propre nation"}
	wordNationTooMuch  = phrase{EN: "a nation is for a liaison or a decision maker alone", FR: "une nation est pour un officier de liaison ou un décideur seulement"}
	wordNationForm     = phrase{EN: "the nation must be the two capital letters of ISO 3166, such as KZ", FR: "la nation doit être les deux capitales de l'ISO 3166, par exemple KZ"}
)

// What is wrong with an option.
var (
	wordAsItIs         = phrase{EN: "%s", FR: "%s"}
	wordIdleRange      = phrase{EN: "must be from 1m to 744h", FR: "doit aller de 1m à 744h"}
	wordLifetimeRange  = phrase{EN: "must be from --session-idle to 744h", FR: "doit aller de --session-idle à 744h"}
	wordNoSuchMode     = phrase{EN: "%q is none of none, local and openid", FR: "%q n'est ni none, ni local, ni openid"}
	wordNeedsIssuer    = phrase{EN: "--sign-in openid needs the provider's address", FR: "--sign-in openid demande l'adresse du fournisseur"}
	wordIssuerForm     = phrase{EN: "must be an address such as https://id.example.org", FR: "doit être une adresse telle que https://id.example.org"}
	wordIssuerPlain    = phrase{EN: "must begin with https: over http anybody on the way could sign in as anybody", FR: "doit commencer par https : en http, n'importe qui sur le chemin pourrait entrer sous n'importe quel nom"}
	wordIssuerOther    = phrase{EN: "the provider calls itself %s", FR: "le fournisseur se nomme lui-même %s"}
	wordIssuerSilent   = phrase{EN: "the provider does not answer: %v", FR: "le fournisseur ne répond pas : %v"}
	wordNeedsClient    = phrase{EN: "--sign-in openid needs the id that the provider knows sortie by", FR: "--sign-in openid demande l'identifiant sous lequel le fournisseur connaît sortie"}
	wordNeedsExternal  = phrase{EN: "--sign-in openid needs the address to which the provider sends people back", FR: "--sign-in openid demande l'adresse à laquelle le fournisseur renvoie les gens"}
	wordExternalForm   = phrase{EN: "must be an address without a path, such as https://sortie.example.org", FR: "doit être une adresse sans chemin, telle que https://sortie.example.org"}
	wordExternalPlain  = phrase{EN: "must begin with https", FR: "doit commencer par https"}
	wordMappingLarge   = phrase{EN: "is larger than 256 kB", FR: "dépasse 256 ko"}
	wordNoRolesClaim   = phrase{EN: "roles.claim is missing: the claim that says who is what", FR: "roles.claim manque : l'attribut qui dit qui est quoi"}
	wordNoRolesValues  = phrase{EN: "roles.values is missing: nobody would get in", FR: "roles.values manque : personne n'entrerait"}
	wordNoRoleValue    = phrase{EN: "roles.values[%s].value is missing", FR: "roles.values[%s].value manque"}
	wordNoRoleOfRule   = phrase{EN: "roles.values[%s].role: %q is no role", FR: "roles.values[%s].role : %q n'est pas un rôle"}
	wordNoNationClaim  = phrase{EN: "nation.claim is missing: a liaison has a nation", FR: "nation.claim manque : un officier de liaison a une nation"}
	wordNationOfValues = phrase{EN: "nation.values.%s: %q is not two capital letters of ISO 3166", FR: "nation.values.%s : %q n'est pas deux capitales de l'ISO 3166"}
)
