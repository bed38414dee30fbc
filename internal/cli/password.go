package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// passwordFlag says where a password is read. It is never an argument: those
// are seen by everybody on the machine, and kept by shells.
type passwordFlag struct {
	File string `name:"password-file" placeholder:"FILE" help:"${passwordFile}"`
}

// maxPasswordFile is the most that is read of a file with a password, in bytes.
const maxPasswordFile = 4096

// read reads a password: the first line of a file or of the standard input, or
// what is typed twice at a terminal, which does not show it.
func (f passwordFlag) read(e *env) (string, error) {
	switch f.File {
	case "":
		return e.typed()
	case "-":
		return firstLine(e.in)
	}
	return e.secret(f.File)
}

// secret is the first line of a file.
func (e *env) secret(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", e.unreadable(name, err)
	}
	defer file.Close()
	line, err := firstLine(file)
	if err != nil {
		return "", e.unreadable(name, err)
	}
	return line, nil
}

func firstLine(r io.Reader) (string, error) {
	line, err := bufio.NewReader(io.LimitReader(r, maxPasswordFile)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}

func (e *env) typed() (string, error) {
	in, ok := e.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return "", usageError(e.lang.Say(wordNoTerminal))
	}
	var answers [2]string
	for i, ask := range []phrase{wordTypePassword, wordTypeAgain} {
		if _, err := io.WriteString(e.err, e.lang.Say(ask)); err != nil {
			return "", err
		}
		typed, err := term.ReadPassword(int(in.Fd()))
		if _, err := io.WriteString(e.err, "\n"); err != nil {
			return "", err
		}
		if err != nil {
			return "", usageError(e.lang.Say(wordNoTerminal))
		}
		answers[i] = string(typed)
	}
	if answers[0] != answers[1] {
		return "", usageError(e.lang.Say(wordTypedApart))
	}
	return answers[0], nil
}
