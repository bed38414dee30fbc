package brief

import "sortie/internal/lang"

// What is left out of a text, and why.
var (
	whyHeading = lang.Phrase{EN: "a heading: it belongs to a section or to another article", FR: "un titre : il appartient à une rubrique ou à un autre article"}.Text()
	whyMenu    = lang.Phrase{EN: "a menu or share buttons", FR: "un menu ou des boutons de partage"}.Text()
	whyRelated = lang.Phrase{EN: "it points to other articles", FR: "un renvoi à d’autres articles"}.Text()
	whyCaption = lang.Phrase{EN: "a caption", FR: "une légende"}.Text()
	whyHidden  = lang.Phrase{EN: "hidden on the page", FR: "caché dans la page"}.Text()
	whyGlued   = lang.Phrase{EN: "\"%s\" runs into the last word of the text", FR: "« %s » est collé au dernier mot du texte"}
	whyOther   = lang.Phrase{EN: "it is about %s, which the rest of the text does not name", FR: "un autre pays (%s), que le reste du texte ne nomme pas"}
)

// Parts of a web page that are not the text.
var (
	aMenu    = lang.Phrase{EN: "a menu", FR: "un menu"}.Text()
	aSide    = lang.Phrase{EN: "a side column", FR: "une colonne latérale"}.Text()
	aFoot    = lang.Phrase{EN: "the page's foot", FR: "le pied de page"}.Text()
	aForm    = lang.Phrase{EN: "a form", FR: "un formulaire"}.Text()
	aButton  = lang.Phrase{EN: "a button", FR: "un bouton"}.Text()
	aDialog  = lang.Phrase{EN: "a dialog", FR: "une boîte de dialogue"}.Text()
	sharing  = lang.Phrase{EN: "share buttons", FR: "des boutons de partage"}.Text()
	others   = lang.Phrase{EN: "other articles", FR: "d’autres articles"}.Text()
	comments = lang.Phrase{EN: "comments", FR: "des commentaires"}.Text()
	anAdvert = lang.Phrase{EN: "an advertisement", FR: "une publicité"}.Text()
)

// Texts that are about no mission, and what cannot be said of one.
var (
	aboutSport   = lang.Phrase{EN: "the text is about sport", FR: "le texte parle de sport"}.Text()
	aboutMarkets = lang.Phrase{EN: "the text is about markets", FR: "le texte parle de marchés"}.Text()
	aboutNothing = lang.Phrase{EN: "the text names no people, equipment or organisation of a mission", FR: "le texte ne nomme ni personnes, ni matériels, ni organisation d’une mission"}.Text()
	nothingFound = lang.Phrase{EN: "the text says nothing of a mission: no host, contributor, figure or date was found", FR: "le texte ne dit rien d’une mission : ni pays hôte, ni contributeur, ni chiffre, ni date n’y ont été trouvés"}.Text()
	moreWarnings = lang.Counted{One: lang.Phrase{EN: "%s more warning", FR: "%s autre avertissement"}, Many: lang.Phrase{EN: "%s more warnings", FR: "%s autres avertissements"}}
	otherTongue  = lang.Phrase{EN: "the text seems to be in %s, and parts of it in %s, which were not read as such", FR: "le texte semble être en %s, avec des parties en %s qui n’ont pas été lues comme telles"}
	tongues      = map[string]lang.Phrase{"en": {EN: "en", FR: "anglais"}, "fr": {EN: "fr", FR: "français"}, "ru": {EN: "ru", FR: "russe"}}
	passedOver   = lang.Counted{
		One:  lang.Phrase{EN: "%s byte is not UTF-8 and was passed over", FR: "%s octet n’est pas en UTF-8 et a été ignoré"},
		Many: lang.Phrase{EN: "%s bytes are not UTF-8 and were passed over", FR: "%s octets ne sont pas en UTF-8 et ont été ignorés"}}
	readAs      = lang.Phrase{EN: "the file is not UTF-8; it was read as %s", FR: "le fichier n’est pas en UTF-8 ; il a été lu comme %s"}
	dateDiffers = lang.Phrase{EN: "the text dates itself %s; --published %s was used", FR: "le texte se date lui-même du %s ; la date de publication indiquée, %s, a été retenue"}
)

// Doubts about what was found; the last words of some are the announcement's.
var (
	notDone        = lang.Phrase{EN: "not said as done: \"%s\" goes with it", FR: "non donné pour fait : accompagné de « %s »"}
	notYetSent     = lang.Phrase{EN: "no contributor yet: \"%s\" goes with it", FR: "pas encore un contributeur : accompagné de « %s »"}
	figureInDoubt  = lang.Phrase{EN: "a figure that is not said as a fact: \"%s\" goes with it", FR: "un chiffre non donné pour certain : accompagné de « %s »"}
	figureBygone   = lang.Phrase{EN: "a figure of an earlier year", FR: "un chiffre d’une année antérieure"}
	lengthInDoubt  = lang.Phrase{EN: "a length of time that is not said as a fact: \"%s\" goes with it", FR: "une durée non donnée pour certaine : accompagnée de « %s »"}
	dateInDoubt    = lang.Phrase{EN: "a date that is not said as a fact: \"%s\" goes with it", FR: "une date non donnée pour certaine : accompagnée de « %s »"}
	dateIntended   = lang.Phrase{EN: "a date that is only intended: \"%s\" goes with it", FR: "une date seulement envisagée : accompagnée de « %s »"}
	dateExpected   = lang.Phrase{EN: "expected, not yet decided: \"%s\" goes with it", FR: "une date attendue, pas encore décidée : accompagnée de « %s »"}
	hostInDoubt    = lang.Phrase{EN: "the host may also be %s; %s is named more often as the place of the mission", FR: "le pays hôte peut aussi être %s ; %s est nommé plus souvent comme lieu de la mission"}
	earlierTaken   = lang.Phrase{EN: "%s or %s (%s); the earlier was taken", FR: "%s ou %s (%s) ; la première de ces dates a été retenue"}
	earlierEndTook = lang.Phrase{EN: "ends on %s (%s) or %s (%s); the earlier was taken", FR: "fin le %s (%s) ou le %s (%s) ; la première de ces dates a été retenue"}
)

// kindNames are the kinds of warning in words.
var kindNames = map[string]lang.Phrase{
	"encoding":      {EN: "encoding", FR: "codage"},
	"language":      {EN: "language", FR: "langue"},
	"nothing_found": {EN: "nothing found", FR: "rien trouvé"},
	"left_out":      {EN: "left out", FR: "laissé de côté"},
	"date_differs":  {EN: "date differs", FR: "autre date"},
	"two_readings":  {EN: "two readings", FR: "deux lectures"},
	"planned":       {EN: "planned", FR: "prévu"},
	"possible":      {EN: "possible", FR: "possible"},
	"denied":        {EN: "denied", FR: "démenti"},
	"earlier":       {EN: "earlier", FR: "antérieur"},
	"more":          {EN: "more", FR: "en outre"},
}

// What cannot be read, and when it was published.
var (
	tooLarge    = lang.Phrase{EN: "the file has %s MB, more than the %s MB of the longest announcement that is read", FR: "le fichier fait %s Mo, plus que les %s Mo de la plus longue annonce acceptée"}
	isEmpty     = lang.Phrase{EN: "the file is empty", FR: "le fichier est vide"}
	isUTF16     = lang.Phrase{EN: "the file is written in UTF-16; save it as UTF-8", FR: "le fichier est en UTF-16 ; enregistrez-le en UTF-8"}
	isNoText    = lang.Phrase{EN: "this is %s, not a text; save the announcement as text or as a web page", FR: "c’est %s, pas un texte ; enregistrez l’annonce comme texte ou comme page web"}
	hasNoText   = lang.Phrase{EN: "this is not a text: it has bytes that no text has", FR: "ce n’est pas un texte : il contient des octets qu’aucun texte ne contient"}
	isMixed     = lang.Phrase{EN: "the file mixes encodings: most of it is UTF-8, but not the byte at offset %s; save it in one encoding", FR: "le fichier mêle plusieurs codages : il est surtout en UTF-8, mais pas l’octet à la position %s ; enregistrez-le dans un seul codage"}
	notTaught   = lang.Phrase{EN: "announcements are read in %s, not in %q", FR: "les annonces sont lues dans les langues %s, pas en %q"}
	inNoTongue  = lang.Phrase{EN: "the text is in none of the languages that are read: %s", FR: "le texte n’est dans aucune des langues qui sont lues : %s"}
	isUndated   = lang.Phrase{EN: "the text does not say when it was published, and a date of another text is no help; give --published YYYY-MM-DD", FR: "le texte ne dit pas quand il a été publié, et la date d’un autre texte n’aide pas ; indiquez --published AAAA-MM-JJ"}
	hasTwoDates = lang.Phrase{EN: "the text has two dates of its own, %s and %s; give --published YYYY-MM-DD", FR: "le texte porte deux dates, %s et %s ; indiquez --published AAAA-MM-JJ"}
	aPDF        = lang.Phrase{EN: "a PDF file", FR: "un fichier PDF"}
	aZip        = lang.Phrase{EN: "a compressed file, such as a word processor's", FR: "un fichier compressé, comme celui d’un traitement de texte"}
	aDocument   = lang.Phrase{EN: "a word processor's file", FR: "un fichier de traitement de texte"}
	aPicture    = lang.Phrase{EN: "a picture", FR: "une image"}
	compressed  = lang.Phrase{EN: "a compressed file", FR: "un fichier compressé"}
	anRTF       = lang.Phrase{EN: "an RTF file", FR: "un fichier RTF"}
)

// The comments of a draft.
var (
	draftOf     = lang.Phrase{EN: "A draft made of an announcement. [from:to] are bytes of it. What it does not", FR: "Un brouillon tiré d’une annonce. [de:à] en sont des octets. Ce qu’elle ne dit"}
	draftLacks  = lang.Phrase{EN: "say is missing here: sortie check lists it.", FR: "pas manque ici : sortie check en donne la liste."}
	notSaid     = lang.Phrase{EN: "not said in the announcement", FR: "non dit dans l’annonce"}
	inSentence  = lang.Phrase{EN: " in %s", FR: " dans %s"}
	orElse      = lang.Phrase{EN: "; or %s", FR: " ; ou %s"}
	zoneAssumed = lang.Phrase{EN: "the zone of the host's capital; not said", FR: "le fuseau de la capitale du pays hôte ; non dit"}
	startAfter  = lang.Phrase{EN: "the start that was read lies after it and was left out", FR: "le début qui a été lu se situe après et a été écarté"}
	howExact    = map[Precision]lang.Phrase{
		About:     {EN: "about", FR: "environ"},
		AtLeast:   {EN: "at_least", FR: "au moins"},
		AtMost:    {EN: "at_most", FR: "au plus"},
		Dozens:    {EN: "dozens", FR: "des dizaines"},
		Hundreds:  {EN: "hundreds", FR: "des centaines"},
		Thousands: {EN: "thousands", FR: "des milliers"},
	}
)
