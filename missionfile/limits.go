package missionfile

// Limits of what is read at all. They lie far above any real mission and far
// below what would exhaust a laptop's memory.
const (
	maxBytes      = 64 << 20 // of JSON, and of all CSV lists of a mission together
	maxYAMLBytes  = 16 << 20 // the YAML parser needs about 200 bytes of memory for each
	maxYAMLSigns  = 1 << 20  // indicators (: , - [ ] { } and line ends) in a YAML file
	maxYAMLPaths  = 128 << 20
	maxMarks      = 8         // tags and anchors before one value
	maxKeys       = 5_000     // of one mapping in block style
	maxDepth      = 32        // of lists and mappings within each other; a mission needs eight
	maxKey        = 256       // bytes of a mapping key
	maxNodes      = 3_000_000 // values in a mission, aliases expanded
	maxText       = 10_000    // bytes of one text
	maxID         = 128       // bytes of an id
	maxCSVColumns = 1_000
	maxKept       = 1_000   // diagnostics kept of each severity
	maxRendered   = 200     // diagnostics printed
	maxMessage    = 2_000   // characters of a message, of a hint and of a path
	maxHints      = 500_000 // comparisons made to find nearest names
)

// The years that a time may lie in. Before 1900 zones have odd local means; a
// time past 2199 is a slip of the pen.
const (
	minYear = 1900
	maxYear = 2199
)
