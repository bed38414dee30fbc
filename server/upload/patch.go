package upload

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	jsonpatch "github.com/evanphx/json-patch/v5"

	"sortie/server/problem"
)

// maxPatchDepth is how deep a patch may nest; a mission needs eight.
const maxPatchDepth = 32

// Patch applies a JSON Merge Patch (RFC 7396) to a JSON object. It returns a
// *problem.Problem where the patch is none.
func Patch(target, patch []byte) ([]byte, error) {
	if err := object(patch); err != nil {
		return nil, err
	}
	out, err := jsonpatch.MergePatch(target, patch)
	if err != nil {
		return nil, problem.New(http.StatusBadRequest, wordPatchUnapplied)
	}
	return out, nil
}

// object refuses what is not one JSON object of bounded depth.
func object(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	for depth, first := 0, true; ; first = false {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && !first && depth == 0:
			return nil
		case err != nil:
			return problem.New(http.StatusBadRequest, wordPatchJSON, d.InputOffset())
		case first && token != json.Delim('{'), depth == 0 && !first:
			return problem.New(http.StatusBadRequest, wordPatchObject)
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth > maxPatchDepth {
			return problem.New(http.StatusBadRequest, wordPatchDeep, maxPatchDepth)
		}
	}
}
