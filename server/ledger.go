package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/internal/review"
	"sortie/server/problem"
	"sortie/store"
)

// maxLedger is the most bytes that a ledger from elsewhere may have.
const maxLedger = 256 << 20

// ledgerType is the media type of a mission's whole story: JSON Lines.
const ledgerType = "application/x-ndjson"

// Entry is one line of a mission's ledger. The hashes are those of
// docs/ledger.md, so that a client can verify the chain.
type Entry struct {
	Mission    string          `json:"mission" doc:"The mission's id."`
	Seq        int64           `json:"seq" doc:"1, 2, 3 … within the mission, without a gap."`
	Kind       store.Kind      `json:"kind" enum:"revision,vote,statement,plan,actual" doc:"What it tells."`
	Actor      string          `json:"actor" doc:"Account that wrote it."`
	At         time.Time       `json:"at" doc:"UTC, to the millisecond."`
	BodySHA256 string          `json:"body_sha256" doc:"SHA-256 of the body's bytes, hexadecimal."`
	Previous   string          `json:"previous" doc:"Hash of the entry before it; 64 zeros for the first."`
	Hash       string          `json:"hash" doc:"SHA-256 of the entry."`
	Body       json.RawMessage `json:"body,omitempty" doc:"What it tells, byte by byte as it is hashed; only where one entry is read."`
	View       bool            `json:"view,omitempty" doc:"The body is not as it was written but what the one who asks may see of it: it does not have this hash."`
}

// EntryList is a part of a mission's ledger.
type EntryList struct {
	Entries []Entry `json:"entries" doc:"In order, without their bodies."`
	After   int64   `json:"after,omitempty" doc:"Where the next page begins; absent on the last one."`
}

type (
	entriesIn struct {
		MissionPath
		After int64 `query:"after" minimum:"0" doc:"List what comes after this entry."`
		Limit int   `query:"limit" minimum:"1" maximum:"1000" default:"500" doc:"Most to list."`
	}
	entryIn struct {
		MissionPath
		Entry int64 `path:"entry" minimum:"1" doc:"Number of the entry."`
	}
	// importIn reads no body by itself: a ledger is read as it comes in.
	importIn    struct{ body io.Reader }
	importedOut struct {
		Location string `header:"Location" doc:"Where the mission is."`
		Body     Imported
	}
)

// Imported is what came of a ledger from elsewhere.
type Imported struct {
	Mission string `json:"mission" doc:"The mission's id."`
	Entries int64  `json:"entries" doc:"How many entries of it are new here."`
}

// Resolve takes the body of the request.
func (in *importIn) Resolve(ctx huma.Context) []error {
	in.body = ctx.BodyReader()
	return nil
}

func (s *Server) ledgerOperations() {
	const path = "/api/missions/{mission}/ledger"
	register(s, op("list-entries", http.MethodGet, path, tagHistory, "The ledger of a mission",
		"The chain of its entries with the hashes of their bodies: enough to verify it."), s.listEntries)
	register(s, op("get-entry", http.MethodGet, path+"/{entry}", tagHistory, "Read an entry of the ledger",
		"With its body, byte by byte."), s.getEntry)
	register(s, heavy(op("verify-ledger", http.MethodGet, path+"/verification", tagHistory, "Verify the ledger of a mission",
		"Every hash is computed anew from what is stored. Keep the head elsewhere to see later that nothing was cut off.")), s.verifyLedger)
	export := op("export-ledger", http.MethodGet, path+"/export", tagHistory, "Export a mission with its whole story",
		"One file, JSON Lines, that `sortie ledger verify` verifies without a database and that can be imported elsewhere.")
	export.Responses = fileResponse(ledgerType)
	register(s, export, s.exportLedger)
	imports := creates(op("import-ledger", http.MethodPost, "/api/ledgers", tagHistory, "Import a mission with its whole story",
		"A file that exporting gives. It is verified first, and each of its missions checked; where the mission is there already, the file has to continue its story."))
	imports.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{ledgerType: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}}
	register(s, imports, s.importLedger)
}

func (s *Server) listEntries(ctx context.Context, in *entriesIn) (*bodyOf[EntryList], error) {
	at := scopeOf(ctx)
	entries, err := s.store.Entries(ctx, at.state.ID, in.After, in.Limit)
	if err != nil {
		return nil, err
	}
	out := EntryList{Entries: []Entry{}}
	for _, e := range entries {
		out.Entries = append(out.Entries, showEntry(e))
	}
	if len(entries) == in.Limit {
		out.After = entries[len(entries)-1].Seq
	}
	return answered(out), nil
}

func (s *Server) getEntry(ctx context.Context, in *entryIn) (*bodyOf[Entry], error) {
	at := scopeOf(ctx)
	e, err := s.store.Entry(ctx, at.state.ID, in.Entry)
	if err != nil {
		return nil, err
	}
	shown, err := s.showBody(ctx, at, e)
	if err != nil {
		return nil, err
	}
	return answered(shown), nil
}

func (s *Server) verifyLedger(ctx context.Context, _ *MissionPath) (*bodyOf[store.Verification], error) {
	v, err := store.VerifyLedger(ctx, s.store, scopeOf(ctx).state.ID)
	if err != nil {
		return nil, err
	}
	return answered(v), nil
}

func (s *Server) exportLedger(ctx context.Context, _ *MissionPath) (*huma.StreamResponse, error) {
	id := scopeOf(ctx).state.ID
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		hc.SetHeader("Content-Type", ledgerType)
		hc.SetHeader("Content-Disposition", attachment(id+".ledger"))
		if err := store.Export(hc.Context(), s.store, id, hc.BodyWriter()); err != nil {
			panic(err) // the answer has begun: its connection is cut, so that nobody takes it for whole
		}
	}}, nil
}

func (s *Server) importLedger(ctx context.Context, in *importIn) (*importedOut, error) {
	kept, err := os.CreateTemp(s.scratch, "sortie-ledger-")
	if err != nil {
		return nil, err
	}
	defer os.Remove(kept.Name())
	defer kept.Close()
	n, err := io.Copy(kept, io.LimitReader(in.body, maxLedger+1))
	var full *fs.PathError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &full): // of the file that it is kept in
		return nil, store.Failed(store.ErrFull, err)
	case err != nil && !errors.As(err, &large):
		return nil, problem.New(http.StatusBadRequest, wordLedgerCut)
	case n > maxLedger || large != nil:
		return nil, problem.New(http.StatusRequestEntityTooLarge, wordLedgerLarge, maxLedger>>20)
	}
	leave, err := s.slots.enter(ctx, scopeOf(ctx).who.Account)
	if err != nil {
		return nil, err
	}
	defer leave()
	if _, err := kept.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	if err := review.Story(store.ReadExport(kept)); err != nil {
		return nil, err
	}
	if _, err := kept.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	v, added, err := store.Import(ctx, s.store, kept)
	if err != nil {
		return nil, err
	}
	if added == 0 {
		return nil, problem.New(http.StatusConflict, wordLedgerHere)
	}
	return &importedOut{"/api/missions/" + v.Mission, Imported{v.Mission, added}}, nil
}

// fileResponse documents an answer that is a file.
func fileResponse(types ...string) map[string]*huma.Response {
	content := map[string]*huma.MediaType{}
	for _, t := range types {
		content[t] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	}
	return map[string]*huma.Response{"200": {Description: "OK", Content: content,
		Headers: map[string]*huma.Param{"Content-Disposition": {Description: "Name of the file.", Schema: &huma.Schema{Type: huma.TypeString}}}}}
}
