package record

import (
	"sortie"
	"sortie/internal/lang"
)

// Who asks.
var (
	nobodyAsks     = lang.Phrase{EN: "%s does not say who asks", FR: "%s ne dit pas qui demande"}
	writeMember    = lang.Phrase{EN: "write by: and the member", FR: "écrivez by: et le membre"}
	strangerAsks   = lang.Phrase{EN: "%s comes from %s, which is not a member of %s (%s): only a member asks", FR: "%s a pour auteur %s, qui n’est pas membre de %s (%s) : seul un membre peut demander"}
	nobodyAnswered = lang.Phrase{EN: "no decision answers %s", FR: "aucune décision ne répond à %s"}
)

// Who decides, and what about.
var (
	notTheirs       = lang.Phrase{EN: "%[1]s is by %[2]s, and %[3]s decides for %[4]s", FR: "%[1]s a pour auteur %[2]s ; au nom de %[4]s décide : %[3]s"}
	notAnybodys     = lang.Phrase{EN: "%s is by %s, and nobody named decides for %s", FR: "%s a pour auteur %s, et personne n’est désigné pour décider au nom de %s"}
	answersNothing  = lang.Phrase{EN: "%s answers no request", FR: "%s ne répond à aucune demande"}
	writeRequest    = lang.Phrase{EN: "write answers: and the id of the request", FR: "écrivez answers: et l’identifiant de la demande"}
	answersUnknown  = lang.Phrase{EN: "%s answers %q, which is not in the record", FR: "%s répond à %q, qui n’est pas au dossier"}
	answersOther    = lang.Phrase{EN: "%s answers %s, which is no request", FR: "%s répond à une entrée qui n’est pas une demande : %s"}
	answersTooSoon  = lang.Phrase{EN: "%s is older than %s, which it answers", FR: "%s répond à %s, qui est plus récente"}
	strangersVote   = lang.Phrase{EN: "%[1]s counts the vote of %[2]s, which is not a member of %[3]s", FR: "%[1]s compte des votes de non-membres de %[3]s : %[2]s"}
	ruleNotKept     = lang.Phrase{EN: "%s did not follow the rule of %s: %s", FR: "%s n’a pas suivi la règle de %s : %s"}
	ruleNotShown    = lang.Phrase{EN: "%s has no votes, so the rule of %s (%s) cannot be shown to be kept", FR: "%s ne porte aucun vote : rien ne montre que la règle de %s (%s) a été suivie"}
	ruleNotGiven    = lang.Phrase{EN: "%s has no rule by which %s could be held to it", FR: "%s n’a pas de règle d’après laquelle juger %s"}
	writeRule       = lang.Phrase{EN: "write decides: {rule: consensus}, or majority, two-thirds, chair", FR: "écrivez decides: {rule: consensus}, ou bien majority, two-thirds, chair"}
	againstAll      = lang.Phrase{EN: "consensus, and %s voted against", FR: "consensus ; ont voté contre : %s"}
	noMajority      = lang.Phrase{EN: "majority, and %s of %s members voted for; it takes %s", FR: "majorité ; voix pour : %s sur %s membres, il en faut %s"}
	noTwoThirds     = lang.Phrase{EN: "two-thirds, and %s of %s members voted for; it takes %s", FR: "deux tiers ; voix pour : %s sur %s membres, il en faut %s"}
	chairUnknown    = lang.Phrase{EN: "the chair decides, and it does not say who that was", FR: "la présidence décide, et rien ne dit qui l’exerçait"}
	chairStranger   = lang.Phrase{EN: "the chair decides, and %s is no member", FR: "la présidence décide, et %s n’est pas membre"}
	chairOtherwise  = lang.Phrase{EN: "the chair decides, and %s voted %s", FR: "la présidence décide ; vote exprimé par %s : %s"}
	decisionByVotes = map[sortie.DecisionRule]lang.Phrase{
		sortie.Majority:  {EN: "majority", FR: "majorité"},
		sortie.TwoThirds: {EN: "two-thirds", FR: "deux tiers"},
	}
	votesAgainst = map[sortie.Vote]lang.Phrase{
		sortie.Against: {EN: "against", FR: "contre"},
		sortie.Abstain: {EN: "abstain", FR: "abstention"},
	}
)

// Who contributes.
var (
	aUnit           = lang.Phrase{EN: "unit %q", FR: "l’unité %q"}
	aFleet          = lang.Phrase{EN: "fleet %q", FR: "la flotte %q"}
	strangerBrings  = lang.Phrase{EN: "%s contributes %s, is not a member of %s, and %s", FR: "%s contribue avec %s sans être membre de %s, et %s"}
	noneCouldAllow  = lang.Phrase{EN: "no decision is in the record that could allow it", FR: "le dossier ne contient aucune décision qui puisse l’autoriser"}
	oneDoesNotAllow = lang.Phrase{EN: "%s does not name it", FR: "%s ne la nomme pas"}
	noneAllows      = lang.Phrase{EN: "none of %s names it", FR: "aucune décision ne la nomme : %s"}
	writeNations    = lang.Phrase{EN: "a decision allows others than members with grants: {nations: [XX]}", FR: "une décision autorise des non-membres par grants: {nations: [XX]}"}
)

// Corrections.
var (
	replacesUnknown = lang.Phrase{EN: "%s replaces %q, which is not in the record", FR: "%s remplace %q, qui n’est pas au dossier"}
	replacesBelow   = lang.Phrase{EN: "%s replaces %q, which does not stand above it", FR: "%s remplace %q, qui ne se trouve pas plus haut"}
	appendOnly      = lang.Phrase{EN: "the record is append-only: a correction stands below what it replaces", FR: "on ne fait qu’ajouter au dossier : une correction se place au-dessous de ce qu’elle remplace"}
	replacesKind    = lang.Phrase{EN: "%s replaces %s, which is of another kind and would no longer count", FR: "%s remplace une entrée d’une autre nature, qui ne compterait plus : %s"}
	saysAnew        = lang.Phrase{EN: "a correction says anew what the first entry said; something that happened later is an entry of its own", FR: "une correction redit ce que disait la première entrée ; ce qui s’est passé ensuite fait l’objet d’une entrée à part"}
	replacesOthers  = lang.Phrase{EN: "%s replaces %s, which somebody else said", FR: "%s remplace une entrée d’un autre auteur : %s"}
	bothStay        = lang.Phrase{EN: "where two differ both stay, each with its source; only whoever said it corrects it", FR: "quand deux auteurs se contredisent, les deux entrées restent, chacune avec sa source ; seul son auteur corrige une entrée"}
	bothReplace     = lang.Phrase{EN: "%[1]s and %[2]s both replace %[3]s: which of them counts?", FR: "deux entrées remplacent %[3]s : %[1]s et %[2]s ; laquelle compte ?"}
	replaceSecond   = lang.Phrase{EN: "a second correction replaces the first: replaces: %s", FR: "une seconde correction remplace la première : replaces: %s"}
)
