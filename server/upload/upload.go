// Package upload reads what a request brings: a mission as YAML or JSON, as a
// zip of its folder, or as several files of a form; a plan; a merge patch. All
// of it is hostile until read: sizes, counts, ratios and names are bounded
// before anything is unpacked, and it is handed on to missionfile, which does
// the same for what is inside.
package upload

import (
	"mime"
	"net/http"
	"strings"

	"sortie/missionfile"
	"sortie/server/problem"
)

// MaxBytes is the most that a body may have, packed or not. What missionfile
// reads of one mission is as much.
const MaxBytes = 64 << 20

// Media types of a mission.
const (
	JSON      = "application/json"
	YAML      = "application/yaml"
	Zip       = "application/zip"
	Multipart = "multipart/form-data"
)

// missionName is the file of a folder that holds the mission.
const missionName = "mission.yaml"

// Mission reads the mission in a body. It returns a *problem.Problem where the
// body is none; what is wrong with the mission is among the file's diagnostics.
func Mission(contentType string, body []byte) (*missionfile.File, error) {
	if len(body) > MaxBytes {
		return nil, problem.New(http.StatusRequestEntityTooLarge, wordMissionLarge, MaxBytes>>20)
	}
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil && contentType != "" {
		return nil, problem.New(http.StatusUnsupportedMediaType, wordTypeUnread, kinds)
	}
	switch kind {
	case JSON, "text/json":
		return missionfile.Parse("mission.json", body, nil), nil
	case YAML, "text/yaml", "application/x-yaml", "text/x-yaml", "text/plain", "":
		return missionfile.Parse(missionName, body, nil), nil
	case Zip, "application/x-zip-compressed":
		return fromZip(body)
	case Multipart:
		return fromForm(body, params["boundary"])
	}
	return nil, problem.New(http.StatusUnsupportedMediaType, wordTypeOther, strings.ToLower(kind), kinds)
}

const kinds = JSON + ", " + YAML + ", " + Zip + ", " + Multipart
