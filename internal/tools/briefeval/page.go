package main

import (
	"errors"
	"strings"
)

// The lines of a page between which the tables stand.
const (
	begin = "<!-- written by briefeval -->"
	end   = "<!-- end of briefeval -->"
)

// put is the page with what stands between its two lines replaced; an error
// where it has not both.
func put(page, text string) (string, error) {
	before, rest, found := strings.Cut(page, begin)
	_, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		return "", errors.New("the page has no lines " + begin + " and " + end)
	}
	return before + begin + "\n" + strings.TrimSpace(text) + "\n" + end + after, nil
}
