package missionfile

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// unreadable is the place of the first byte that no text file has, and what is
// wrong with it.
func unreadable(text []byte) (mark, string, string) {
	if bytes.HasPrefix(text, []byte("\xFF\xFE")) || bytes.HasPrefix(text, []byte("\xFE\xFF")) {
		return mark{line: 1, col: 1}, "the file is UTF-16", "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"
	}
	i := bytes.IndexByte(text, 0)
	message, hint := "a NUL byte stands here", "a mission is a text file"
	if i < 0 {
		if utf8.Valid(text) {
			return mark{}, "", ""
		}
		i = 0
		for i < len(text) {
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			i += size
		}
		message, hint = fmt.Sprintf("byte 0x%02X is not UTF-8", text[i]), "save the file as UTF-8"
	}
	line := bytes.Count(text[:i], []byte("\n")) + 1
	start := bytes.LastIndexByte(text[:i], '\n') + 1
	return mark{line: int32(line), col: int32(utf8.RuneCount(text[start:i]) + 1)}, message, hint
}
