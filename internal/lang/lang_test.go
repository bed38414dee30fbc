package lang

import (
	"testing"
	"time"
)

func TestFigures(t *testing.T) {
	for _, tc := range []struct{ got, want string }{
		{EN.Int(2030), "2,030"}, {FR.Int(2030), "2\u202f030"}, {EN.Int(-1234567), "-1,234,567"}, {EN.Int(999), "999"},
		{EN.Number(412.5, 1), "412.5"}, {FR.Number(412.5, 1), "412,5"}, {EN.Number(3000, 1), "3,000"}, {EN.Number(-0.01, 1), "0"},
		{EN.Percent(0.999), "99%"}, {FR.Percent(1), "100\u00a0%"}, {EN.Percent(0.29), "29%"},
		{EN.Minutes(3*1440 + 9*60), "3 d 9 h"}, {FR.Minutes(1440 + 5), "1 j 5 min"}, {EN.Minutes(0), "0 min"}, {EN.Minutes(-90), "1 h 30 min"},
		{EN.Minutes(2000000 * 1440), "2,000,000 d"}, // more than a time.Duration holds
		{FR.Span(-61 * time.Minute), "1 h 1 min"},
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}

func TestTimes(t *testing.T) {
	at := time.Date(2022, 1, 19, 14, 20, 0, 0, time.FixedZone("+06", 6*3600))
	for _, tc := range []struct{ got, want string }{
		{EN.Time(at), "Wed 19 Jan 2022 14:20 +06"}, {FR.Time(at), "mer. 19 janv. 2022 14 h 20 +06"},
		{EN.ShortTime(at), "Wed 19 Jan 14:20"}, {FR.ShortTime(at), "mer. 19 janv. 14:20"},
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}

func TestCountAndList(t *testing.T) {
	c := Counted{One: Phrase{"%s person", "%s personne"}, Many: Phrase{"%s people", "%s personnes"}}
	for _, tc := range []struct{ got, want string }{
		{EN.Count(0, c), "0 people"}, {FR.Count(0, c), "0 personne"}, {EN.Count(1, c), "1 person"}, {FR.Count(1500, c), "1\u202f500 personnes"},
		{EN.List(nil), ""}, {EN.List([]string{"a"}), "a"}, {FR.List([]string{"a", "b", "c"}), "a, b et c"},
	} {
		if tc.got != tc.want {
			t.Errorf("got %q, want %q", tc.got, tc.want)
		}
	}
}
