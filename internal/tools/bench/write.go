package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sortie"
	"sortie/bench/instances"
	"sortie/missionfile"
)

// writeInstance writes the canonical JSON of an instance into the folder and
// returns the file and the hash by which its best known result is kept.
func writeInstance(folder string, in instances.Instance) (path, hash string, err error) {
	m, err := missionOf(in)
	if err != nil {
		return "", "", err
	}
	data, err := missionfile.MarshalMission(m)
	if err != nil {
		return "", "", err
	}
	if hash, err = missionfile.SHA256(m); err != nil {
		return "", "", err
	}
	path = filepath.Join(folder, in.Name+".json")
	return path, hash, os.WriteFile(path, data, 0o644)
}

// writeSet writes the instances as mission files for whoever works on them
// with another program.
func writeSet(folder string, set []instances.Instance) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, in := range set {
		path, hash, err := writeInstance(folder, in)
		if err != nil {
			return fmt.Errorf("%s: %w", in.Name, err)
		}
		fmt.Println(path, hash)
	}
	return nil
}

// missionOf is the mission of an instance: made, or read from the repository.
func missionOf(in instances.Instance) (*sortie.Mission, error) {
	if in.Make != nil {
		return in.Make(), nil
	}
	return read(in.Path)
}
