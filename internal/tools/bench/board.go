package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// boardPeople is how many people the generated mission of the board moves: with
// them more than ten thousand movements.
const boardPeople = 60_000

// What the page may take. A frame of 17 ms is one of sixty a second; past 50 ms
// a hand that drags feels it.
const (
	mostFrame  = 17.0 // milliseconds
	worstFrame = 50.0
	mostPaint  = 1000.0
	mostScript = 600.0 // kB, compressed
)

// shown is what the page's own measurements found: ui/e2e/page.bench.ts.
type shown struct {
	Movements int                // on the board
	Frames    sample             // milliseconds from each to the next, while it scrolled and zoomed
	Draws     sample             // milliseconds of script in each frame that drew
	Scrubbed  sample             // milliseconds from each frame to the next, while the time cursor was dragged with the map beside
	Board     float64            // milliseconds from a cold start until the board stood
	Paints    map[string]float64 // room → first contentful paint, milliseconds
	Script    map[string]float64 // room → bytes of script as they were sent, workers included
	All       float64            // bytes of all rooms together
}

// browser measures the page in Chromium: the board of movements with real wheel
// events, and each room from a cold start.
func (b *bench) browser() error {
	mission, err := b.generated(boardPeople)
	if err != nil {
		return err
	}
	plan := b.temp("board.json")
	if _, err := b.run(b.temp("answer"), "plan", mission, "--iterations", "1", "-o", plan); err != nil {
		return err
	}
	figures := b.temp("shown.json")
	// vitest and what it starts stand at the root of the project, as sortie does.
	cmd := exec.Command(filepath.Join("node_modules", ".bin", "vitest"), "run", "--root", "ui", "e2e/page.bench.ts")
	cmd.Env = append(os.Environ(), "BENCH_MISSION="+mission, "BENCH_PLAN="+plan, "BENCH_OUT="+figures)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		text := said.Bytes()
		return fmt.Errorf("%v: %w\n%s", cmd.Args, err, text[max(0, len(text)-4000):])
	}
	data, err := os.ReadFile(figures)
	if err != nil {
		return err
	}
	var s shown
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	return b.tellShown(s)
}

func (b *bench) tellShown(s shown) error {
	if len(s.Frames) == 0 || len(s.Draws) == 0 || len(s.Scrubbed) == 0 || len(s.Paints) == 0 || len(s.Script) == 0 {
		return fmt.Errorf("the page measured nothing: %d frames, %d rooms", len(s.Frames), len(s.Paints))
	}
	b.want(fmt.Sprintf("Board of %d movements, scrolled and zoomed by the wheel: median frame", s.Movements), "< 17 ms", s.Frames.median() < mostFrame,
		"%.1f ms (%d frames)", s.Frames.median(), len(s.Frames))
	b.want("Its worst frame", "≤ 50 ms", s.Frames.max() <= worstFrame, "%.1f ms (99 of 100 within %.1f ms)", s.Frames.max(), share(s.Frames, 99))
	b.tell("Script that draws a frame of it", "%.1f ms (99 of 100 within %.1f ms)", s.Draws.median(), share(s.Draws, 99))
	b.tell("Time cursor dragged over it, with the map beside, drawn without a graphics card: median frame", "%.1f ms (%d frames, 99 of 100 within %.1f ms)",
		s.Scrubbed.median(), len(s.Scrubbed), share(s.Scrubbed, 99))
	b.tell("From a cold start until that board stands", "%s", seconds(s.Board/1000))
	paints := sample(slices.Collect(maps.Values(s.Paints)))
	b.want("First paint of a room from a cold start, the slowest", "< 1 s", paints.max() < mostPaint, "%s (%s)", seconds(paints.max()/1000), each(s.Paints, func(ms float64) string { return seconds(ms / 1000) }))
	script := sample(slices.Collect(maps.Values(s.Script)))
	b.want("Script of a room, compressed, the most", "< 600 kB", script.max() < mostScript*1000, "%s (%s)", kilobytes(script.max()), each(s.Script, kilobytes))
	b.tell("Script of all rooms together", "%s", kilobytes(s.All))
	return nil
}

func kilobytes(bytes float64) string { return fmt.Sprintf("%.0f kB", bytes/1000) }

// share is within what so many of a hundred lie.
func share(s sample, of100 int) float64 {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[(len(sorted)*of100-1)/100]
}

// each is every room with its figure, the largest first.
func each(rooms map[string]float64, write func(float64) string) string {
	names := slices.SortedFunc(maps.Keys(rooms), func(a, b string) int { return int(rooms[b] - rooms[a]) })
	for i, name := range names {
		names[i] = name + " " + write(rooms[name])
	}
	return strings.Join(names, ", ")
}
