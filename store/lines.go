package store

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"

	"sortie/internal/lang"
)

// Damaged is returned for a backup or an exported ledger that cannot be read.
type Damaged struct {
	Line int64 // from 1
	Why  lang.Text
}

func (d *Damaged) Error() string { return d.Said().String() }

// Said names the line and why.
func (d *Damaged) Said() lang.Text { return onLine.Text(plain(d.Line), d.Why) }

// largestLine is the most bytes of a line: the largest body and what stands
// around it, names with every byte escaped.
const largestLine = MaxBody + 16<<10

// lineWriter writes JSON values a line each, and hashes them.
type lineWriter struct {
	to    *bufio.Writer
	sum   hash.Hash
	lines int64
}

func newLineWriter(w io.Writer) *lineWriter {
	return &lineWriter{to: bufio.NewWriterSize(w, 64<<10), sum: sha256.New()}
}

func (w *lineWriter) write(v any) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false) // bodies are handed on byte by byte
	if err := e.Encode(v); err != nil {
		return err
	}
	w.sum.Write(line.Bytes())
	w.lines++
	_, err := w.to.Write(line.Bytes())
	return err
}

// end is the last line of a file: a file without it was cut off.
type end struct {
	Lines  int64  `json:"lines"`  // before this one
	SHA256 string `json:"sha256"` // of their bytes
}

// line is any line of a backup or an exported ledger; each holds one of these.
type line struct {
	Backup  *backupHead  `json:"sortie_backup,omitempty"`
	Ledger  *ledgerHead  `json:"sortie_ledger,omitempty"`
	Account *accountLine `json:"account,omitempty"`
	Entry   *Entry       `json:"entry,omitempty"`
	Key     string       `json:"key,omitempty"` // of the entry
	End     *end         `json:"end,omitempty"`
}

func (w *lineWriter) finish() error {
	err := w.write(line{End: &end{w.lines, hex.EncodeToString(w.sum.Sum(nil))}})
	return errors.Join(err, w.to.Flush())
}

// lineReader reads such a file, and trusts nothing in it.
type lineReader struct {
	from  *bufio.Reader
	sum   hash.Hash
	lines int64
}

func newLineReader(r io.Reader) *lineReader {
	return &lineReader{from: bufio.NewReaderSize(r, 64<<10), sum: sha256.New()}
}

func (r *lineReader) damaged(why lang.Phrase, args ...any) error {
	return &Damaged{r.lines, why.Text(args...)}
}

// next is the next line, and nil after the end line, which it has checked.
func (r *lineReader) next() (*line, error) {
	r.lines++
	text, err := r.text()
	if err != nil {
		return nil, err
	}
	var l line
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil {
		return nil, r.damaged(isNoLine, malformed(err))
	}
	if rest := bytes.TrimSpace(text[d.InputOffset():]); len(rest) > 0 {
		return nil, r.damaged(lineHasMore)
	}
	if l.End == nil {
		r.sum.Write(text)
		return &l, nil
	}
	if l.End.Lines != r.lines-1 {
		return nil, r.damaged(lineCount, r.lines-1, l.End.Lines)
	}
	if sum := hex.EncodeToString(r.sum.Sum(nil)); l.End.SHA256 != sum {
		return nil, r.damaged(fileChanged, sum, l.End.SHA256)
	}
	if _, err := r.from.ReadByte(); err != io.EOF {
		return nil, r.damaged(fileHasMore)
	}
	return nil, nil
}

// text is the next line with its line feed.
func (r *lineReader) text() ([]byte, error) {
	var text []byte
	for {
		part, err := r.from.ReadSlice('\n')
		if len(text)+len(part) > largestLine {
			return nil, r.damaged(isLonger, largestLine)
		}
		text = append(text, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			return nil, r.damaged(cutOff)
		case err != nil:
			return nil, err
		}
		return text, nil
	}
}
