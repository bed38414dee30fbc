// Package record holds a mission against its record: who asked, who decided,
// what was granted, pledged, announced, reported and handed over. It says where
// the two differ, and which published figures differ from each other; it never
// chooses between them.
//
// The record is append-only. An entry that another one replaces stays in it and
// is shown, but no longer counts.
package record
