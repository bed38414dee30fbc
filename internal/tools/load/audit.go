package load

import (
	"context"
	"fmt"
	"time"

	"sortie"
)

// audit asks whether everything acknowledged is there: each statement in the
// record, every entry on every stream, the chain whole.
func (w *crowd) audit(ctx context.Context, heard *hearing) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var chain struct {
		Entries int64
		Breaks  []any
	}
	if _, err := w.admin.read(ctx, w.mission("/ledger/verification"), &chain); err != nil {
		return err
	}
	if len(chain.Breaks) > 0 {
		return fmt.Errorf("the ledger's chain has %d breaks", len(chain.Breaks))
	}
	if err := heard.reach(ctx, chain.Entries); err != nil {
		return err
	}
	var m struct{ Record []sortie.Entry }
	if _, err := w.admin.read(ctx, w.mission(""), &m); err != nil {
		return err
	}
	for _, e := range m.Record {
		delete(w.kept, e.ID)
	}
	for id := range w.kept {
		return fmt.Errorf("statement %s was acknowledged and is not in the record, and %d others are not", id, len(w.kept)-1)
	}
	return nil
}
