package missionfile

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// unreadable is the place of the first byte that no text file has, and what is
// wrong with it.
func unreadable(text []byte) (at mark, message, hint sentence) {
	if bytes.HasPrefix(text, []byte("\xFF\xFE")) || bytes.HasPrefix(text, []byte("\xFE\xFF")) {
		return mark{line: 1, col: 1}, say(isUTF16), say(saveAsUTF8CSV)
	}
	i := bytes.IndexByte(text, 0)
	message, hint = say(nulByte), say(isATextFile)
	if i < 0 {
		if utf8.Valid(text) {
			return mark{}, sentence{}, sentence{}
		}
		i = 0
		for i < len(text) {
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			i += size
		}
		message, hint = say(notUTF8, fmt.Sprintf("0x%02X", text[i])), say(saveAsUTF8)
	}
	line := bytes.Count(text[:i], []byte("\n")) + 1
	start := bytes.LastIndexByte(text[:i], '\n') + 1
	return mark{line: int32(line), col: int32(utf8.RuneCount(text[start:i]) + 1)}, message, hint
}
