package store

import (
	"cmp"
	"encoding/json"
	"errors"

	"sortie/internal/lang"
)

// Conflicts, refusals and damage.
var (
	isNotThere   = lang.Phrase{EN: "the mission is not there: it cannot be changed, only created", FR: "la mission n’est pas là : elle ne peut être modifiée, seulement créée"}
	changedSince = lang.Phrase{EN: "the mission was changed by %s at %s, after you read it", FR: "la mission a été modifiée par %s le %s, après que vous l’avez lue"}
	ofField      = lang.Phrase{EN: "%s: %s", FR: "%s : %s"}
	hasDiverged  = lang.Phrase{EN: "mission %s is there already, and its story differs from entry %s on", FR: "la mission %s est déjà là, et son histoire diffère à partir de l’écriture %s"}
	onLine       = lang.Phrase{EN: "line %s: %s", FR: "ligne %s : %s"}
	chainBreaks  = lang.Phrase{EN: "the chain of mission %s breaks at entry %s: %s is %s, and would have to be %s", FR: "la chaîne de la mission %s se rompt à l’écriture %s : %s vaut %s, et devrait valoir %s"}
	notBefore    = lang.Phrase{EN: "not before %s", FR: "pas avant %s"}
	ofItsKind    = lang.Phrase{EN: "one of its kind", FR: "un contenu de sa nature"}
	unfolded     = lang.Phrase{EN: "entry %s of mission %s cannot be read: %s", FR: "l’écriture %s de la mission %s est illisible : %s"}
)

// What a draft lacks.
var (
	isMissing     = lang.Phrase{EN: "it is missing", FR: "la valeur manque"}
	isLonger      = lang.Phrase{EN: "it is longer than %s bytes", FR: "plus de %s octets"}
	isNoUTF8      = lang.Phrase{EN: "it is not UTF-8", FR: "ce n’est pas de l’UTF-8"}
	hasControls   = lang.Phrase{EN: "it holds a control character", FR: "un caractère de commande s’y trouve"}
	hasNoTime     = lang.Phrase{EN: "the time is missing, or not of the years 1 to 9999", FR: "la date manque, ou n’est pas des années 1 à 9999"}
	isTooLarge    = lang.Phrase{EN: "it has %s bytes; an entry takes at most %s MB", FR: "%s octets ; une écriture en prend au plus %s Mo"}
	isNoJSON      = lang.Phrase{EN: "it is not JSON: %s", FR: "ce n’est pas du JSON : %s"}
	isUnread      = lang.Phrase{EN: "%s", FR: "illisible : %s"}
	missionUnread = lang.Phrase{EN: "mission: %s", FR: "mission illisible : %s"}
	planUnread    = lang.Phrase{EN: "plan: %s", FR: "plan illisible : %s"}
	otherMission  = lang.Phrase{EN: "the mission calls itself %q, and its ledger %q", FR: "la mission se nomme %q, et son registre %q"}
	halfVote      = lang.Phrase{EN: "a vote has a decision, a nation, and says for, against or abstain", FR: "un vote a une décision, une nation, et dit for, against ou abstain"}
	halfStatement = lang.Phrase{EN: "an entry of the record has an id and a kind", FR: "une entrée du dossier a un identifiant et une nature"}
	planNoObject  = lang.Phrase{EN: "plan: it is no object", FR: "plan : ce n’est pas un objet"}
	planOfNothing = lang.Phrase{EN: "a plan says which revision it plans", FR: "un plan dit quelle révision il planifie"}
	halfActual    = lang.Phrase{EN: "what happened names a plan and one of its movements", FR: "un réalisé nomme un plan et un de ses mouvements"}
	noSuchKind    = lang.Phrase{EN: "there is no kind of entry %q", FR: "il n’y a pas de nature d’écriture %q"}
	hasSpaces     = lang.Phrase{EN: "JSON with white space", FR: "du JSON avec des blancs"}
	firstIsOther  = lang.Phrase{EN: "the first entry, and no revision", FR: "la première écriture, sans être une révision"}
)

// What a file cannot be.
var (
	isNoLine      = lang.Phrase{EN: "it is no line of such a file: %s", FR: "ce n’est pas une ligne d’un tel fichier : %s"}
	lineHasMore   = lang.Phrase{EN: "there is more on it than one object", FR: "elle contient plus d’un objet"}
	lineCount     = lang.Phrase{EN: "%s lines come before the end, and there were %s", FR: "lignes avant la fin : %s, il y en avait %s"}
	fileChanged   = lang.Phrase{EN: "the file has been changed: its checksum is %s, and was %s", FR: "le fichier a été modifié : sa somme de contrôle est %s, elle était %s"}
	fileHasMore   = lang.Phrase{EN: "there is more after the end", FR: "il y a une suite après la fin"}
	cutOff        = lang.Phrase{EN: "the file ends too soon: it was cut off", FR: "le fichier finit trop tôt : il a été coupé"}
	noBackup      = lang.Phrase{EN: "this is no backup", FR: "ce n’est pas une sauvegarde"}
	newerBackup   = lang.Phrase{EN: "the backup was written by a newer version of sortie: use that version", FR: "la sauvegarde a été écrite par une version plus récente de sortie : utilisez-la"}
	halfAccount   = lang.Phrase{EN: "an account without an id and a name", FR: "un compte sans identifiant ni nom"}
	neitherOf     = lang.Phrase{EN: "it holds neither an account nor an entry", FR: "elle ne contient ni compte ni écriture"}
	keyOfEntry    = lang.Phrase{EN: "the key of entry %s: %s", FR: "la clé de l’écriture %s : %s"}
	itself        = lang.Phrase{EN: "%s", FR: "%s"}
	noEntries     = lang.Phrase{EN: "the file holds no entry", FR: "le fichier ne contient aucune écriture"}
	noExport      = lang.Phrase{EN: "this is no exported ledger", FR: "ce n’est pas un registre exporté"}
	newerExport   = lang.Phrase{EN: "the file was written by a newer version of sortie: use that version", FR: "le fichier a été écrit par une version plus récente de sortie : utilisez-la"}
	lineHasNoneOf = lang.Phrase{EN: "it holds no entry", FR: "elle ne contient aucune écriture"}
)

// What the reader of JSON says, in other languages than its own.
var (
	syntaxAt   = lang.Phrase{EN: "wrong syntax at byte %s", FR: "syntaxe fautive à l’octet %s"}
	typeAt     = lang.Phrase{EN: "%[1]s does not belong in %[2]s", FR: "la valeur de type %[1]s n’a pas sa place dans %[2]s"}
	unexpected = lang.Phrase{EN: "unexpected", FR: "contenu inattendu"}
)

// malformed is what is wrong with JSON: in English the words of its reader, which
// has no others.
func malformed(err error) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		var syntax *json.SyntaxError
		var typed *json.UnmarshalTypeError
		switch {
		case l == lang.EN:
			return err.Error()
		case errors.As(err, &syntax):
			return l.Say(syntaxAt, plain(syntax.Offset))
		case errors.As(err, &typed):
			return l.Say(typeAt, typed.Value, cmp.Or(typed.Field, "{}"))
		}
		return l.Say(unexpected)
	})
}
