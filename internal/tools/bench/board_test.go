package main

import (
	"strings"
	"testing"
)

func TestWhatThePageMeasuredIsHeldAgainstItsTargets(t *testing.T) {
	b := bench{}
	err := b.tellShown(shown{
		Movements: 10420, Frames: sample{16.7, 16.7, 16.6, 51}, Draws: sample{1, 2}, Scrubbed: sample{40, 60, 50}, Board: 800,
		Paints: map[string]float64{"plan": 420, "force": 1010}, Script: map[string]float64{"plan": 150_000, "network": 400_400}, All: 610_000,
	})
	if err != nil {
		t.Fatal(err)
	}
	text := table(b.rows)
	for _, want := range []string{
		"median frame | < 17 ms | 16.7 ms (4 frames) | yes |",
		"worst frame | ≤ 50 ms | 51.0 ms (99 of 100 within 51.0 ms) | **no** |",
		"drawn without a graphics card: median frame | – | 50.0 ms (3 frames, 99 of 100 within 60.0 ms)",
		"the slowest | < 1 s | 1.01 s (force 1.01 s, plan 420 ms) | **no** |",
		"the most | < 600 kB | 400 kB (network 400 kB, plan 150 kB) | yes |",
		"610 kB",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if err := b.tellShown(shown{}); err == nil {
		t.Error("a page that measured nothing passes")
	}
}
