package lang

import "errors"

// Err is an error that can be told in every language; its Error is the English
// one. Each call makes another error, as [errors.New] does.
func Err(p Phrase, args ...any) error { return &spoken{p.Text(args...)} }

type spoken struct{ text Text }

func (s *spoken) Error() string { return s.text.String() }

// Said is the error in every language.
func (s *spoken) Said() Text { return s.text }

// Said is what an error says to people: that of the first in its chain which has
// a method Said, as those of [Err] have; the words that it has where none has.
func Said(err error) Text {
	var said interface{ Said() Text }
	if errors.As(err, &said) {
		return said.Said()
	}
	return Plain(err.Error())
}
