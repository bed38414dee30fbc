// Package brief reads an announcement in words (French, English or Russian;
// plain text, Markdown or a saved HTML page) and says which facts of a mission
// it holds: host, organisation, contributors, figures, dates, speakers. Each
// fact keeps the bytes it came from. [Brief.Mission] makes a draft mission of
// them, [Brief.YAML] writes it with the words beside each key.
//
// The way of a text through the package: bytes are decoded (encoding.go) into
// blocks that remember their offsets (page.go, plain.go), what does not belong
// is set aside (stray.go), words are looked up in the tables under data
// (lexicon.go), sentences are cut into clauses with a mood (clause.go), numbers
// and dates are read (number.go, moment.go), and one file per kind of fact
// looks for it. A phrase is a line in a table; a language is a file.
//
// Nothing is invented: what could be, was refused or is only planned becomes a
// warning, and so does what has two readings, of which the earlier is taken.
package brief
