package cli

import (
	"sortie/internal/lang"
	"sortie/store"
)

// The sentences of ledger, backup and restore.
var (
	wordChainHolds = lang.Counted{
		One:  phrase{EN: "%[2]s: %[1]s entry, the chain holds up to %[3]s.", FR: "%[2]s : %[1]s écriture, la chaîne tient jusqu'à %[3]s."},
		Many: phrase{EN: "%[2]s: %[1]s entries, the chain holds up to %[3]s.", FR: "%[2]s : %[1]s écritures, la chaîne tient jusqu'à %[3]s."}}
	wordChainBreaks = lang.Counted{
		One:  phrase{EN: "%[2]s: the chain breaks in %[1]s place.", FR: "%[2]s : la chaîne rompt en %[1]s endroit."},
		Many: phrase{EN: "%[2]s: the chain breaks in %[1]s places.", FR: "%[2]s : la chaîne rompt en %[1]s endroits."}}
	wordImported = lang.Counted{
		One:  phrase{EN: "%[2]s: %[1]s entry added, the chain holds up to %[3]s.", FR: "%[2]s : %[1]s écriture ajoutée, la chaîne tient jusqu'à %[3]s."},
		Many: phrase{EN: "%[2]s: %[1]s entries added, the chain holds up to %[3]s.", FR: "%[2]s : %[1]s écritures ajoutées, la chaîne tient jusqu'à %[3]s."}}
	wordRestored = lang.Counted{
		One:  phrase{EN: "%[1]s mission restored into %[2]s.", FR: "%[1]s mission restaurée dans %[2]s."},
		Many: phrase{EN: "%[1]s missions restored into %[2]s.", FR: "%[1]s missions restaurées dans %[2]s."}}
	wordBreak         = phrase{EN: "  entry %s: %s is %s, and would have to be %s", FR: "  écriture %s : %s vaut %s, et devrait valoir %s"}
	wordNoMission     = phrase{EN: "The ledger holds no mission.", FR: "Le registre ne contient aucune mission."}
	wordNoSuchMission = phrase{EN: "%s holds no mission %q", FR: "%s ne contient pas de mission %q"}
	wordDamaged       = phrase{EN: "%s:%s: %s", FR: "%s:%s : %s"}
	wordBrokenFile    = phrase{EN: "%s: the chain breaks at entry %s: %s is %s, and would have to be %s", FR: "%s : la chaîne rompt à l'écriture %s : %s vaut %s, et devrait valoir %s"}
	wordDiverged      = phrase{EN: "%s has a mission %s already, and its story differs from entry %s on", FR: "%s a déjà une mission %s, dont l'histoire diffère à partir de l'écriture %s"}
	wordFileWritten   = phrase{EN: "Written to %s.", FR: "Écrit dans %s."}
	wordStoreFailed   = phrase{EN: "%s: %s", FR: "%s : %s"}
)

// wordsStore are the errors of a store.
var wordsStore = map[error]phrase{
	store.ErrNotFound:    {EN: "there is no such entry", FR: "cette écriture n'existe pas"},
	store.ErrTaken:       {EN: "the name is taken", FR: "ce nom est pris"},
	store.ErrFull:        {EN: "the disk is full: nothing was written; make room and try again", FR: "le disque est plein : rien n'a été écrit ; faites de la place et réessayez"},
	store.ErrReadOnly:    {EN: "it cannot be written to", FR: "on ne peut y écrire"},
	store.ErrUnavailable: {EN: "it does not answer: try again later", FR: "il ne répond pas : réessayez plus tard"},
	store.ErrRefused:     {EN: "the database is not there, or lets nobody in with that name and password: look at the address", FR: "la base n'existe pas, ou n'admet personne sous ce nom et ce mot de passe : vérifiez l'adresse"},
	store.ErrBusy:        {EN: "another program holds it: end it, or try again", FR: "un autre programme le retient : arrêtez-le, ou réessayez"},
	store.ErrDamaged:     {EN: "it is damaged, or no ledger of sortie's: restore a backup into a new one", FR: "il est endommagé, ou n'est pas un registre de sortie : restaurez une sauvegarde dans un nouveau"},
	store.ErrNewer:       {EN: "it was written by a newer version of sortie: use that version", FR: "il a été écrit par une version plus récente de sortie : employez-la"},
	store.ErrNotEmpty:    {EN: "it is not empty: restore into a new one", FR: "il n'est pas vide : restaurez dans un nouveau"},
}
