package storetest

import (
	"sync/atomic"
	"testing"

	"sortie/store"
)

// Bench measures a store: one writer, and as many as there are cores, each on a
// mission of its own.
func Bench(b *testing.B, s store.Store) {
	size := noise(10_000)
	add(b, s, Revised("alone", "", 0))
	b.Run("append", func(b *testing.B) {
		for b.Loop() {
			add(b, s, planned("alone", 1, size))
		}
	})
	var n atomic.Int64
	b.Run("append side by side", func(b *testing.B) {
		b.SetParallelism(8)
		b.RunParallel(func(pb *testing.PB) {
			mission := "many-" + string(rune('a'+n.Add(1)%26))
			first := Revised(mission, "", 0)
			first.Blind = true
			if _, err := s.Append(b.Context(), first); err != nil {
				b.Error(err)
			}
			for pb.Next() {
				if _, err := s.Append(b.Context(), planned(mission, 1, size)); err != nil {
					b.Error(err)
				}
			}
		})
	})
	b.Run("current", func(b *testing.B) {
		for b.Loop() {
			if _, err := store.Current(b.Context(), s, "alone"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			verified(b, s, "alone")
		}
	})
}
