package lang

// Text is something said, in every language at once: it is made where one knows
// what is wrong, and read where one knows to whom it is told. Texts can be
// compared. The zero Text is empty.
//
// As JSON it is the English sentence; [Text.Only] makes it another's.
type Text struct{ en, fr string }

// Plain is a text that is the same in every language, such as a name.
func Plain(s string) Text { return Text{s, s} }

// Each is what say says in each language.
func Each(say func(Lang) string) Text { return Text{say(EN), say(FR)} }

// Text fills the phrase in, as [Lang.Say] does.
func (p Phrase) Text(args ...any) Text {
	return Each(func(l Lang) string { return l.Say(p, args...) })
}

// Text fills in the form for n in each language, as [Lang.Count] does.
func (c Counted) Text(n int, args ...any) Text {
	return Each(func(l Lang) string { return l.Count(n, c, args...) })
}

// In is the text in the language.
func (t Text) In(l Lang) string {
	if l == FR {
		return t.fr
	}
	return t.en
}

// Only is the text in the one language, whichever it is asked for.
func (t Text) Only(l Lang) Text { return Plain(t.In(l)) }

// IsZero reports whether the text is empty.
func (t Text) IsZero() bool { return t == Text{} }

// String is the text in English.
func (t Text) String() string { return t.en }

// MarshalText writes the text in English.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.en), nil }

// UnmarshalText reads a text that is the same in every language.
func (t *Text) UnmarshalText(s []byte) error {
	*t = Plain(string(s))
	return nil
}
