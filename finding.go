package sortie

import "sortie/internal/lang"

// Severity says what a finding means for planning.
type Severity string

// The severities. An error stops planning; a doubt is planned as far as it
// goes; a note is worth knowing.
const (
	Error Severity = "error"
	Doubt Severity = "doubt"
	Note  Severity = "note"
)

// Finding is something wrong, doubtful or worth knowing about a mission.
type Finding struct {
	Severity Severity  `json:"severity"`
	Rule     string    `json:"rule"` // short kebab-case name of the rule, such as unknown-id
	Path     string    `json:"path"` // where in the mission, such as units[3].to
	Message  lang.Text `json:"message"`
	Hint     lang.Text `json:"hint,omitzero"`
}
