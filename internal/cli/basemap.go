package cli

import (
	"io"
	"os"

	"sortie/server"
)

// baseMap is an open file of map tiles.
type baseMap struct {
	file *os.File
	info os.FileInfo
}

// tilesMark is what a PMTiles archive of version 3 begins with.
const tilesMark = "PMTiles\x03"

// baseMap opens the map that is named, if any is.
func (c *serveCmd) baseMap(e *env) (*baseMap, error) {
	if c.Map == "" {
		return nil, nil
	}
	file, err := os.Open(c.Map)
	if err != nil {
		return nil, e.unreadable(c.Map, err)
	}
	info, err := file.Stat()
	begin := make([]byte, len(tilesMark))
	if err == nil {
		_, err = io.ReadFull(io.NewSectionReader(file, 0, int64(len(begin))), begin)
	}
	if err != nil || !info.Mode().IsRegular() || string(begin) != tilesMark {
		file.Close()
		return nil, usageError(e.lang.Say(wordMapForm, c.Map))
	}
	return &baseMap{file, info}, nil
}

// served is the map as the server has it.
func (m *baseMap) served() *server.Map {
	if m == nil {
		return nil
	}
	return &server.Map{Data: m.file, Size: m.info.Size(), Modified: m.info.ModTime()}
}
