package access

import "sortie/internal/lang"

// Why somebody may not do something.
var (
	wordNotFound  = lang.Phrase{EN: "there is no such thing here, or your account does not see it", FR: "cela n'existe pas ici, ou votre compte ne le voit pas"}
	wordSignIn    = lang.Phrase{EN: "sign in first", FR: "connectez-vous d'abord"}
	wordNotFree   = lang.Phrase{EN: "this id is not free: choose another", FR: "cet identifiant n'est pas libre : choisissez-en un autre"}
	wordOwnNation = lang.Phrase{EN: "your account may do this for its own nation alone", FR: "votre compte ne peut faire cela que pour sa propre nation"}
	wordNobody    = lang.Phrase{EN: "nobody may do this", FR: "personne ne peut faire cela"}
	wordOtherRole = lang.Phrase{EN: "your account is in the role %s, and this needs one of: %s", FR: "votre compte a le rôle %s ; il faut pour cela l'un de ces rôles : %s"}
)

// The roles as a sentence calls them: in English by their ids.
var wordsRoles = map[Role]lang.Phrase{
	Administrator: {EN: "administrator", FR: "administrateur"},
	Planner:       {EN: "planner", FR: "planificateur"},
	DecisionMaker: {EN: "decision-maker", FR: "décideur"},
	Liaison:       {EN: "liaison", FR: "officier de liaison"},
	Observer:      {EN: "observer", FR: "observateur"},
}

// called is what a role is called.
func called(r Role) lang.Phrase {
	if p, ok := wordsRoles[r]; ok {
		return p
	}
	return lang.Phrase{EN: string(r), FR: string(r)}
}
