package load

import (
	"context"
	"fmt"
	"time"
)

// audit asks whether everything acknowledged is there: each entry in the
// ledger as it was acknowledged, every entry on every stream, the chain whole.
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
	for after := int64(0); after < chain.Entries; {
		var page struct{ Entries []entry }
		if _, err := w.admin.read(ctx, w.mission(fmt.Sprintf("/ledger?limit=1000&after=%d", after)), &page); err != nil {
			return err
		}
		if len(page.Entries) == 0 {
			return fmt.Errorf("the ledger ends with entry %d of %d", after, chain.Entries)
		}
		for _, e := range page.Entries {
			if w.kept[e.Seq] == e.Hash {
				delete(w.kept, e.Seq)
			}
			after = e.Seq
		}
	}
	for seq := range w.kept {
		return fmt.Errorf("entry %d was acknowledged and is not in the ledger, or not as it was, and %d others are not", seq, len(w.kept)-1)
	}
	return nil
}
