package missionfile

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Limits of a workbook's texts. A workbook keeps a text once, however many cells
// show it, so that a small file may stand for terabytes; and how long a text with
// escaped signs takes to read grows with the square of their number.
const (
	maxShared  = maxText // bytes of a text in a workbook, as of any text
	maxEscapes = 64      // escaped signs (_x0041_) in it
)

var errCharset = errors.New("not in UTF-8")

// bookTexts are what the cells of a workbook say, by their length alone.
type bookTexts struct {
	shared []int // bytes of the nth text that cells share, of the longest where parts differ
	// shown is how often cells show the nth text, part by part.
	shown []map[int]int
}

// weigh says why a workbook is not opened, whatever its parts are called; nothing
// where it may be.
func weigh(z *zip.Reader) sentence {
	var of bookTexts
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			return say(cannotUnpack)
		}
		why := of.read(part)
		part.Close()
		if !why.empty() {
			return why
		}
	}
	for _, shown := range of.shown {
		sum := 0
		for n, times := range shown {
			if n >= 0 && n < len(of.shared) {
				sum += of.shared[n] * times
			}
		}
		if sum > maxWorkbook {
			return say(largeSheet, maxWorkbook>>20)
		}
	}
	return sentence{}
}

// read reads a part's elements one by one and keeps none of them. What is no XML
// is read as such by nobody else either.
func (of *bookTexts) read(part io.Reader) sentence {
	d := xml.NewDecoder(part)
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errCharset }
	shown := map[int]int{}
	defer func() { of.shown = append(of.shown, shown) }()
	var (
		nth, within, length, escapes int
		shares                       bool   // the cell shows a text that cells share
		value                        string // of the cell
	)
	for {
		token, err := d.RawToken()
		if errors.Is(err, errCharset) {
			return say(workbookCharset)
		}
		if err != nil {
			return sentence{} // the end, or what whoever opens it does not read either
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "c":
				shares = false
				for _, a := range token.Attr {
					shares = shares || a.Name.Local == "t" && a.Value == "s"
				}
			case "si", "is", "v":
				if within++; within == 1 {
					length, escapes, value = 0, 0, ""
				}
			}
		case xml.CharData:
			if within == 0 {
				continue
			}
			length += len(token)
			escapes += strings.Count(string(token), "_x")
			if shares && length < 32 {
				value += string(token)
			}
			if length > maxShared || escapes > maxEscapes {
				return say(longCellText, maxShared, maxEscapes)
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "si":
				within--
				if nth == len(of.shared) {
					of.shared = append(of.shared, 0)
				}
				of.shared[nth] = max(of.shared[nth], length)
				nth++
			case "is":
				within--
			case "v":
				within--
				if n, err := strconv.Atoi(strings.TrimSpace(value)); shares && err == nil {
					shown[n]++
				}
			}
		}
	}
}
