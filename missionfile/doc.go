// Package missionfile is the door through which missions and plans come in
// and go out. It reads a mission from YAML 1.2, JSON or a folder with CSV lists
// beside it, and a plan from JSON, into the types of package sortie; it writes
// the canonical JSON of both and publishes their JSON Schemas.
//
// What comes through the door is hostile until checked: sizes, depths and
// counts are bounded before anything is built, and nothing that a file says
// makes this package panic. What is wrong or doubtful is never an error value
// but a [Diagnostic], data with file, line, column, rule and hint, and all of
// them are found at once. A mission that came through without an error has
// every default filled in, every relative time resolved, every id known, every
// figure within the bounds of the format and every built-in type it uses
// listed.
package missionfile
