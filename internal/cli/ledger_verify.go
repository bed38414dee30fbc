package cli

import (
	"errors"
	"os"
	"strconv"

	"sortie/store"
)

type ledgerVerifyCmd struct {
	File string `arg:"" optional:"" help:"${argLedger}"`
	dbFlag
}

// Run recomputes the chains of a file, or of every mission of a ledger.
func (c *ledgerVerifyCmd) Run(e *env) error {
	var all []store.Verification
	var err error
	if c.File != "" {
		all, err = e.verifyFile(c.File)
	} else {
		all, err = e.verifyStore(c.DB)
	}
	if err != nil {
		return err
	}
	broken := false
	for _, v := range all {
		broken = broken || v.Breaks != nil
	}
	if e.json {
		err = e.writeJSON(all)
	} else {
		e.printVerified(all)
	}
	if err == nil && broken {
		return errNo
	}
	return err
}

func (e *env) verifyFile(path string) ([]store.Verification, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, e.unreadable(path, err)
	}
	defer f.Close()
	v, err := store.VerifyEntries(store.ReadExport(f))
	if err != nil {
		return nil, e.damaged(path, err)
	}
	return []store.Verification{v}, nil
}

func (e *env) verifyStore(name string) ([]store.Verification, error) {
	s, err := e.existingStore(name)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	missions, err := s.Missions(e.ctx)
	if err != nil {
		return nil, e.storeError(name, err)
	}
	all := []store.Verification{}
	for _, m := range missions {
		v, err := store.VerifyLedger(e.ctx, s, m.ID)
		if err != nil {
			return nil, e.storeError(name, err)
		}
		all = append(all, v)
	}
	return all, nil
}

func (e *env) printVerified(all []store.Verification) {
	if len(all) == 0 {
		e.say(wordNoMission)
	}
	for _, v := range all {
		if v.Breaks == nil {
			e.line(e.lang.Count(int(v.Entries), wordChainHolds, v.Mission, v.Head))
			continue
		}
		e.line(e.lang.Count(len(v.Breaks), wordChainBreaks, v.Mission))
		for _, b := range v.Breaks {
			e.say(wordBreak, digits(b.Seq), b.What, b.Got, b.Want)
		}
	}
}

// digits is the number of an entry or a line, which is no amount: its digits stay
// together.
func digits(n int64) string { return strconv.FormatInt(n, 10) }

// damaged words what is wrong with a backup or an exported ledger.
func (e *env) damaged(path string, err error) error {
	var d *store.Damaged
	var b store.Break
	switch {
	case errors.As(err, &d):
		return usageError(e.lang.Say(wordDamaged, path, digits(d.Line), d.Why))
	case errors.As(err, &b):
		return usageError(e.lang.Say(wordBrokenFile, path, digits(b.Seq), b.What, b.Got, b.Want))
	}
	return e.storeError(path, err)
}
