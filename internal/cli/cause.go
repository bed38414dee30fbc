package cli

import (
	"errors"
	"io/fs"
	"syscall"

	"sortie/internal/lang"
)

// wordsSystem are the errors of an operating system that people meet, in French;
// in English they read as the system has them, with the path.
var wordsSystem = []struct {
	is     error
	french string
}{
	{fs.ErrNotExist, "ce fichier ou ce dossier n'existe pas"},
	{fs.ErrPermission, "l'accès n'est pas autorisé"},
	{fs.ErrExist, "ce fichier existe déjà"},
	{syscall.ENOSPC, "le disque est plein"},
	{syscall.EROFS, "le disque est en lecture seule"},
	{syscall.EISDIR, "c'est un dossier"},
	{syscall.ENOTDIR, "ce n'est pas un dossier"},
	{syscall.EADDRINUSE, "cette adresse est déjà utilisée"},
	{syscall.EADDRNOTAVAIL, "cette adresse n'est pas celle de cette machine"},
	{syscall.ECONNREFUSED, "la connexion est refusée"},
}

// cause is what lies behind a failure.
func cause(err error) lang.Text {
	said := lang.Said(err)
	for _, known := range wordsSystem {
		if errors.Is(err, known.is) {
			return lang.Each(func(l lang.Lang) string {
				if l == lang.FR {
					return known.french
				}
				return said.In(l)
			})
		}
	}
	return said
}
