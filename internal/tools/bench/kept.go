package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"sortie"
	"sortie/missionfile"
)

// mostKept is the bytes of a compressed plan that is kept in the repository.
// Longer ones are in the table alone.
const mostKept = 96 << 10

func (b *bestKnown) path(name string) string { return filepath.Join(b.plans, name+".json.gz") }

// keep puts what is better of a result into the kept plan of its instance: the
// movements, the bound with its certificate, or both. The file that comes of it
// passes the verifier, or is not written.
func (b *bench) keep(all *bestKnown, k *known, r *result, plan, bound bool) error {
	best := r.plan
	if !plan || !bound {
		old, err := all.read(k.instance)
		if err != nil {
			return err
		}
		switch {
		case old == nil || old.MissionSHA256 != k.hash: // too long to be kept
		case !plan:
			old.Verdict.Bound = r.plan.Verdict.Bound
			best = old
		case !k.bound.IsZero():
			best.Verdict.Bound = old.Verdict.Bound
		}
	}
	if in := best.Verdict.Bound; in != nil && in.Closure != nil && best.Verdict.Closure != nil {
		in.Gap = nil
		if gap, ok := gapOf(*best.Verdict.Closure, *in.Closure, r.start); ok {
			in.Gap = &gap
		}
	}
	data, err := missionfile.MarshalPlan(best)
	if err != nil {
		return err
	}
	file := b.temp("kept.json")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		return err
	}
	again, err := b.verified(r.file, file)
	if err != nil {
		return err
	}
	if !again.accepted() {
		return fmt.Errorf("%s: the best known plan with the best known bound is refused: %s", k.instance, again.complaint())
	}
	return all.store(k.instance, data)
}

func (b *bestKnown) store(name string, data []byte) error {
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	_, err := z.Write(data)
	if err = errors.Join(err, z.Close()); err != nil {
		return err
	}
	if packed.Len() > mostKept {
		if err := os.Remove(b.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(b.plans, 0o755); err != nil {
		return err
	}
	return os.WriteFile(b.path(name), packed.Bytes(), 0o644)
}

// read is the kept plan of an instance; nil where none is.
func (b *bestKnown) read(name string) (*sortie.Plan, error) {
	f, err := os.Open(b.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(z, 64<<20))
	if err != nil {
		return nil, err
	}
	var p sortie.Plan
	return &p, json.Unmarshal(data, &p)
}
