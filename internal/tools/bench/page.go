package main

import (
	"fmt"
	"strings"
)

// begin and end are the lines between which a page holds what is measured.
func begin(name string) string { return "<!-- written by make " + name + " -->" }
func end(name string) string   { return "<!-- end of make " + name + " -->" }

// between is what stands between the lines of a page; an error where it has
// not both, in order.
func between(page, name string) (string, error) {
	_, after, found := strings.Cut(page, begin(name))
	text, _, ended := strings.Cut(after, end(name))
	if !found || !ended {
		return "", fmt.Errorf("the page has no lines %s and %s", begin(name), end(name))
	}
	return text, nil
}

// put is the page with what stands between the lines replaced. Everything else
// stays as it is.
func put(page, name, text string) string {
	before, rest, _ := strings.Cut(page, begin(name))
	_, after, _ := strings.Cut(rest, end(name))
	return before + begin(name) + "\n" + strings.TrimSpace(text) + "\n" + end(name) + after
}
