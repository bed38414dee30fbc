package upload

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"sortie/missionfile"
	"sortie/server/problem"
)

// Limits of a zip, besides MaxBytes for all that is in it, unpacked.
const (
	maxFiles = 1_000
	maxRatio = 200 // unpacked to packed; text packs to a tenth, hardly ever to a fiftieth
)

// fromZip reads the mission in a zipped folder: mission.yaml at its top, or in
// the one folder that it holds.
func fromZip(body []byte) (*missionfile.File, error) {
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil, problem.New(http.StatusBadRequest, wordZipUnread)
	}
	if len(z.File) > maxFiles {
		return nil, problem.New(http.StatusUnprocessableEntity, wordZipFiles, len(z.File), maxFiles)
	}
	total, name := uint64(0), ""
	for _, f := range z.File {
		if total += f.UncompressedSize64; total > MaxBytes || f.UncompressedSize64 > MaxBytes {
			return nil, problem.New(http.StatusRequestEntityTooLarge, wordZipLarge, MaxBytes>>20)
		}
		if f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
			return nil, problem.New(http.StatusUnprocessableEntity, wordZipRatio, maxRatio)
		}
		if !fs.ValidPath(strings.TrimSuffix(f.Name, "/")) || strings.Contains(f.Name, `\`) {
			return nil, problem.New(http.StatusUnprocessableEntity, wordZipOutside)
		}
		if path.Base(f.Name) == missionName && strings.Count(f.Name, "/") <= 1 && (name == "" || len(f.Name) < len(name)) {
			name = f.Name
		}
	}
	if name == "" {
		return nil, problem.New(http.StatusUnprocessableEntity, wordZipMission, missionName)
	}
	data, err := read(z, name)
	if err != nil {
		return nil, problem.New(http.StatusUnprocessableEntity, wordZipUnpack, missionName)
	}
	beside, err := fs.Sub(z, path.Dir(name))
	if err != nil {
		return nil, problem.New(http.StatusUnprocessableEntity, wordZipFolder, missionName)
	}
	return missionfile.Parse(missionName, data, beside), nil
}

func read(z fs.FS, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err == nil && len(data) > MaxBytes {
		err = errors.New("more than its header says")
	}
	return data, err
}
