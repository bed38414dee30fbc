package missionfile

import "strings"

// didYouMean is a hint with the known name nearest to the one that was
// written, or empty where none is near.
func didYouMean(name string, known []string) sentence {
	if best := nearest(name, known); best != "" {
		return say(didYouMeanIt, best)
	}
	return sentence{}
}

// nearest is the known name with the least edit distance, at most a third of
// the name's length but at least two; of equally near ones the first in the
// alphabet. Case counts for nothing.
func nearest(name string, known []string) string {
	if name == "" || len(name) > maxID {
		return ""
	}
	folded := []rune(strings.ToLower(name))
	limit := max(2, len(folded)/3)
	best, least := "", limit+1
	for _, candidate := range known {
		if d := len(candidate) - len(name); candidate == "" || len(candidate) > maxID || d > 4*limit || -d > 4*limit {
			continue // too long or too short, even if every character had four bytes
		}
		d := distance(folded, []rune(strings.ToLower(candidate)), least)
		if d < least || d == least && d <= limit && candidate < best {
			best, least = candidate, d
		}
	}
	if least >= len(folded) { // everything would have to change
		return ""
	}
	return best
}

// distance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b; past the limit any larger number will do.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
