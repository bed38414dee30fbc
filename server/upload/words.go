package upload

import "sortie/internal/lang"

// What is wrong with a body that a mission cannot be read from.
var (
	wordMissionLarge = lang.Phrase{EN: "a mission may have at most %s MB", FR: "une mission peut avoir au plus %s Mo"}
	wordTypeUnread   = lang.Phrase{EN: "the Content-Type cannot be read; send one of %s", FR: "le Content-Type ne peut être lu ; envoyez l'un de %s"}
	wordTypeOther    = lang.Phrase{EN: "a mission does not come as %s; send one of %s", FR: "une mission ne s'envoie pas en %s ; envoyez l'un de %s"}

	wordFormBoundary = lang.Phrase{EN: "the form has no boundary", FR: "le formulaire n'a pas de délimiteur (boundary)"}
	wordFormUnread   = lang.Phrase{EN: "the form cannot be read", FR: "le formulaire ne peut être lu"}
	wordFormFiles    = lang.Phrase{EN: "the form has more than %s files", FR: "le formulaire a plus de %s fichiers"}
	wordFormName     = lang.Phrase{EN: "the form has a file whose name is none", FR: "le formulaire a un fichier dont le nom n'en est pas un"}
	wordFormTwice    = lang.Phrase{EN: "the form has two files of the same name", FR: "le formulaire a deux fichiers du même nom"}
	wordFormMission  = lang.Phrase{EN: "there is no %s among the files of the form", FR: "il n'y a pas de %s parmi les fichiers du formulaire"}

	wordZipUnread  = lang.Phrase{EN: "the zip cannot be read: send a plain zip of the mission's folder", FR: "le zip ne peut être lu : envoyez un simple zip du dossier de la mission"}
	wordZipFiles   = lang.Phrase{EN: "the zip holds %s files; at most %s are read", FR: "le zip contient %s fichiers ; %s au plus sont lus"}
	wordZipLarge   = lang.Phrase{EN: "the files of a mission may have at most %s MB, unpacked", FR: "les fichiers d'une mission peuvent faire au plus %s Mo une fois décompressés"}
	wordZipRatio   = lang.Phrase{EN: "a file in the zip unpacks to more than %s times its size, as no mission does", FR: "un fichier du zip fait, décompressé, plus de %s fois sa taille : ce n'est le cas d'aucune mission"}
	wordZipOutside = lang.Phrase{EN: "the zip names a file outside its folder", FR: "le zip nomme un fichier hors de son dossier"}
	wordZipMission = lang.Phrase{EN: "there is no %s at the top of the zip, nor in its folder", FR: "il n'y a pas de %s à la racine du zip, ni dans son dossier"}
	wordZipUnpack  = lang.Phrase{EN: "%s cannot be unpacked", FR: "%s ne peut être décompressé"}
	wordZipFolder  = lang.Phrase{EN: "the folder of %s cannot be read", FR: "le dossier de %s ne peut être lu"}
)

// What is wrong with a patch.
var (
	wordPatchUnapplied = lang.Phrase{
		EN: "the patch cannot be applied: a merge patch is a JSON object with the keys that change",
		FR: "la modification ne peut être appliquée : un merge patch est un objet JSON avec les clés qui changent"}
	wordPatchJSON   = lang.Phrase{EN: "the patch is not JSON (at byte %s)", FR: "la modification n'est pas du JSON (à l'octet %s)"}
	wordPatchObject = lang.Phrase{EN: "a merge patch is one JSON object with the keys that change", FR: "un merge patch est un seul objet JSON avec les clés qui changent"}
	wordPatchDeep   = lang.Phrase{EN: "the patch nests deeper than %s", FR: "la modification a plus de %s niveaux d'imbrication"}

	wordUnitTwice = lang.Phrase{EN: "the patch has the same unit twice: give each once", FR: "la modification nomme deux fois la même unité : nommez chacune une fois"}
	wordUnitsMany = lang.Phrase{
		EN: "one change may touch at most %s units: send them in parts",
		FR: "une modification peut porter sur %s unités au plus : envoyez-les en plusieurs fois"}
	wordUnitsNone = lang.Phrase{EN: "the patch names no unit", FR: "la modification ne nomme aucune unité"}
	wordUnitsForm = lang.Phrase{
		EN: "a merge patch of units is one JSON object: id of a unit → an object with the keys that change, or null",
		FR: "un merge patch d'unités est un seul objet JSON : identifiant d'une unité → un objet avec les clés qui changent, ou null"}
)
