package missionfile

import "sortie/internal/lang"

// What is wrong with a table in a CSV file or a workbook.
var (
	noKeyBeside    = lang.Phrase{EN: "beside %s there is no key %q", FR: "à côté de %s, il n'y a pas de clé %q"}
	tableIsEmpty   = lang.Phrase{EN: "the table is empty", FR: "le tableau est vide"}
	firstRowNames  = lang.Phrase{EN: "its first row names the keys: id,nation,at,to,people", FR: "sa première ligne nomme les clés : id,nation,at,to,people"}
	manyColumns    = lang.Phrase{EN: "the table has %s columns; at most %s are read", FR: "le tableau compte %s colonnes ; %s au plus sont lues"}
	manyValues     = lang.Phrase{EN: "the tables of this mission hold too many values", FR: "les tableaux de cette mission contiennent trop de valeurs"}
	columnTwice    = lang.Phrase{EN: "two columns are called %q", FR: "deux colonnes s'appellent %q"}
	bothColumns    = lang.Phrase{EN: "coordinates need both columns, lat and lon", FR: "les coordonnées demandent deux colonnes, lat et lon"}
	noHeadingAbove = lang.Phrase{EN: "this cell has no heading above it", FR: "cette cellule n'a pas d'en-tête au-dessus d'elle"}
	holdsSeparator = lang.Phrase{EN: "does a text before it hold the separator? Then put it in quotes", FR: "un texte avant elle contient-il le séparateur ? Mettez-le alors entre guillemets"}
	strayQuote     = lang.Phrase{EN: "a quote stands where none may, or one is missing", FR: "un guillemet est mal placé, ou il en manque un"}
	doubleQuotes   = lang.Phrase{EN: `a cell with quotes in it stands in quotes, each of them doubled: "the ""old"" bridge"`, FR: `une cellule qui contient des guillemets se met entre guillemets, chacun des siens doublé : "le ""vieux"" pont"`}
	rowUnreadable  = lang.Phrase{EN: "the table cannot be read: %s", FR: "le tableau ne peut être lu : %s"}
	sheetEnds      = lang.Phrase{EN: "the sheet cannot be read to its end", FR: "la feuille ne peut être lue jusqu'à sa fin"}
	manyRows       = lang.Phrase{EN: "the sheet has more than %s rows", FR: "la feuille compte plus de %s lignes"}
	wideSheet      = lang.Phrase{EN: "the sheet has more than %s columns", FR: "la feuille compte plus de %s colonnes"}
	noSuchSheet    = lang.Phrase{EN: "the workbook has no sheet %q", FR: "le classeur n'a pas de feuille %q"}
	whichSheet     = lang.Phrase{EN: "the workbook has %s sheets, and none is called %q", FR: "le classeur a %s feuilles, et aucune ne s'appelle %q"}
	nameSheet      = lang.Phrase{EN: "name one: {xlsx: units.xlsx, sheet: …}", FR: "nommez-en une : {xlsx: units.xlsx, sheet: …}"}
	badSheet       = lang.Phrase{EN: "sheet %q of %q cannot be read", FR: "la feuille %q du classeur %q ne peut être lue"}
)

// Why a file beside the mission is not read; each follows its name.
var (
	ofFile          = lang.Phrase{EN: "%q %s", FR: "%q %s"}
	noFolder        = lang.Phrase{EN: "cannot be read: this mission has no folder of its own", FR: "ne peut être lu : cette mission n'a pas de dossier à elle"}
	noPlainName     = lang.Phrase{EN: "is not a plain file name: name a file in the mission's folder", FR: "n'est pas un simple nom de fichier : nommez un fichier du dossier de la mission"}
	notThere        = lang.Phrase{EN: "is not there, beside the mission file", FR: "ne se trouve pas à côté du fichier de mission"}
	outsideFolder   = lang.Phrase{EN: "cannot be read, or lies outside the mission's folder", FR: "ne peut être lu, ou se trouve hors du dossier de la mission"}
	noPlainFile     = lang.Phrase{EN: "is not a plain file", FR: "n'est pas un fichier ordinaire"}
	cannotBeRead    = lang.Phrase{EN: "cannot be read", FR: "ne peut être lu"}
	listsTooLarge   = lang.Phrase{EN: "is too large: the lists of a mission have at most %s MB together", FR: "est trop grand : les listes d'une mission font au plus %s Mo ensemble"}
	noWorkbook      = lang.Phrase{EN: "is not a workbook that can be read: save it as an Excel workbook (.xlsx), without a password", FR: "n'est pas un classeur lisible : enregistrez-le comme classeur Excel (.xlsx), sans mot de passe"}
	largeWorkbook   = lang.Phrase{EN: "is too large: a workbook has at most %s MB, unpacked", FR: "est trop grand : un classeur fait au plus %s Mo, décompressé"}
	largeSheet      = lang.Phrase{EN: "is too large: the cells of a sheet have at most %s MB of text", FR: "est trop grand : les cellules d'une feuille contiennent au plus %s Mo de texte"}
	cannotUnpack    = lang.Phrase{EN: "cannot be unpacked", FR: "ne peut être décompressé"}
	workbookCharset = lang.Phrase{EN: "is not in UTF-8: save it anew as an Excel workbook (.xlsx)", FR: "n'est pas en UTF-8 : enregistrez-le à nouveau comme classeur Excel (.xlsx)"}
	longCellText    = lang.Phrase{EN: "has a text of more than %s bytes, or with more than %s signs written as codes", FR: "contient un texte de plus de %s octets, ou de plus de %s signes écrits en codes"}
)
