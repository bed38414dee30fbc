package upload

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"time"

	"sortie/missionfile"
	"sortie/server/problem"
)

// fromForm reads the mission in the files of a form: mission.yaml, or the one
// file that is YAML or JSON, with its CSV lists beside it.
func fromForm(body []byte, boundary string) (*missionfile.File, error) {
	if boundary == "" {
		return nil, problem.New(http.StatusBadRequest, wordFormBoundary)
	}
	files := files{}
	form := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, problem.New(http.StatusBadRequest, wordFormUnread)
		}
		name := part.FileName() // its last element alone
		if name == "" {
			continue
		}
		if len(files) == maxFiles {
			return nil, problem.New(http.StatusUnprocessableEntity, wordFormFiles, maxFiles)
		}
		if !fs.ValidPath(name) || name == "." || strings.Contains(name, `\`) {
			return nil, problem.New(http.StatusUnprocessableEntity, wordFormName)
		}
		if _, twice := files[name]; twice {
			return nil, problem.New(http.StatusUnprocessableEntity, wordFormTwice)
		}
		if files[name], err = io.ReadAll(part); err != nil { // the body is whole: its length is bounded
			return nil, problem.New(http.StatusBadRequest, wordFormUnread)
		}
	}
	name, ok := files.mission()
	if !ok {
		return nil, problem.New(http.StatusUnprocessableEntity, wordFormMission, missionName)
	}
	return missionfile.Parse(name, files[name], files), nil
}

// files is a folder in memory. It has no folders in it.
type files map[string][]byte

// mission is the name of the mission among the files.
func (f files) mission() (string, bool) {
	if _, ok := f[missionName]; ok {
		return missionName, true
	}
	found := ""
	for name := range f {
		switch strings.ToLower(path.Ext(name)) {
		case ".yaml", ".yml", ".json":
			if found != "" {
				return "", false
			}
			found = name
		}
	}
	return found, found != ""
}

// Open opens a file.
func (f files) Open(name string) (fs.File, error) {
	data, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{name, len(data), bytes.NewReader(data)}, nil
}

// file is an open file of a folder in memory, and what is known of it.
type file struct {
	name string
	size int
	*bytes.Reader
}

func (f *file) Stat() (fs.FileInfo, error) { return info{f}, nil }
func (f *file) Close() error               { return nil }

type info struct{ *file }

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return int64(i.size) }
func (i info) Mode() fs.FileMode  { return 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
