// Package missions holds the missions of this folder within the program, so that
// a page without a file system and a laptop without a network have them too.
package missions

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"sortie/missionfile"
)

//go:embed */mission.yaml */*.csv
var folders embed.FS

// Names lists the missions by their ids, in the order of the alphabet.
func Names() []string {
	var out []string
	files, err := fs.Glob(folders, "*/mission.yaml")
	if err != nil {
		panic(err) // the pattern is a part of the program
	}
	for _, file := range files {
		out = append(out, path.Dir(file))
	}
	return out
}

// Read reads a mission as missionfile reads it from its folder: a file of the
// caller's own each time. It returns an error that is [fs.ErrNotExist] where there
// is none of that name.
func Read(name string) (*missionfile.File, error) {
	if !slices.Contains(Names(), name) {
		return nil, fmt.Errorf("example %q: %w", name, fs.ErrNotExist)
	}
	folder, err := fs.Sub(folders, name)
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(folder, "mission.yaml")
	if err != nil {
		return nil, err
	}
	return missionfile.Parse("mission.yaml", text, folder), nil
}
