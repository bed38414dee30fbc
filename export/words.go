package export

import "sortie/internal/lang"

// Why no spreadsheet can be made.
var (
	wordTooWide = lang.Phrase{
		EN: "a table of this would have more than %s million cells or %s columns: take JSON instead",
		FR: "un tableau de ceci aurait plus de %s millions de cellules ou %s colonnes : prenez plutôt JSON",
	}
	wordTooLong = lang.Phrase{
		EN: "sheet %s, row %s, %s: a cell has no room for more than %s characters: take JSON instead",
		FR: "feuille %s, ligne %s, %s : une cellule ne peut contenir plus de %s caractères : prenez plutôt JSON",
	}
)
