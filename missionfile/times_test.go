package missionfile

import (
	"strings"
	"testing"
	"time"

	"sortie"
)

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	zone, ok := zoneNamed(name)
	if !ok {
		t.Fatalf("no zone %s", name)
	}
	return zone
}

func TestTimes(t *testing.T) {
	berlin := mustZone(t, "Europe/Berlin")
	almaty := mustZone(t, "Asia/Almaty")
	santiago := mustZone(t, "America/Santiago")
	day := func(y int, m time.Month, d int) sortie.Date { return sortie.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		zone *time.Location
		dDay sortie.Date
		text string
		want string // RFC 3339 in the zone, or the rule and a part of the hint
	}{
		{almaty, day(2022, 1, 11), "D", "2022-01-11T00:00:00+06:00"},
		{almaty, day(2022, 1, 11), "D+2", "2022-01-13T00:00:00+06:00"},
		{almaty, day(2022, 1, 11), "D-1T06:00", "2022-01-10T06:00:00+06:00"},
		{almaty, day(2022, 1, 11), "D+2T23:59", "2022-01-13T23:59:00+06:00"},
		{almaty, day(2022, 1, 11), "D+365", "2023-01-11T00:00:00+06:00"},
		{almaty, day(2022, 1, 11), "2022-01-13T06:00:00+06:00", "2022-01-13T06:00:00+06:00"},
		{almaty, day(2022, 1, 11), "2022-01-13T00:00Z", "2022-01-13T06:00:00+06:00"},
		{almaty, day(2022, 1, 11), "2022-01-13T03:00:00.000+03:00", "2022-01-13T06:00:00+06:00"},
		// 23 and 25 hours
		{berlin, day(2022, 3, 26), "D+1", "2022-03-27T00:00:00+01:00"},
		{berlin, day(2022, 3, 26), "D+2", "2022-03-28T00:00:00+02:00"},
		{berlin, day(2022, 3, 26), "D+1T03:00", "2022-03-27T03:00:00+02:00"},
		{berlin, day(2022, 3, 26), "D+1T02:30", "time: put forward"},
		{berlin, day(2022, 10, 29), "D+2", "2022-10-31T00:00:00+01:00"},
		{berlin, day(2022, 10, 29), "D+1T02:30", "time-twice: 2022-10-30T02:30:00+02:00, or 2022-10-30T02:30:00+01:00"},
		// midnight itself is skipped
		{santiago, day(2022, 9, 11), "D", "2022-09-11T01:00:00-03:00"},
		{almaty, day(2022, 1, 11), "2022-01-19", `time-without-hour: "on the 19th" means its end: write 2022-01-20T00:00:00+06:00`},
		{berlin, day(2022, 1, 11), "2022-03-27", `time-without-hour: 2022-03-28T00:00:00+02:00; its beginning is 2022-03-27T00:00:00+01:00`},
		{almaty, day(2022, 1, 11), "2021-12-31", `time-without-hour: "on the 31st" means its end: write 2022-01-01T00:00:00+06:00`},
		{almaty, day(2022, 1, 11), "2022-01-13T06:00", "time-without-offset: 2022-01-13T06:00:00+06:00"},
		{berlin, day(2022, 1, 11), "2022-07-13 06:00:00", "time-without-offset: 2022-07-13T06:00:00+02:00"},
		{almaty, sortie.Date{}, "D+2", "no-d-day: d_day:"},
		{almaty, day(2022, 1, 11), "D+2T24:00", "time: 00:00 of the next"},
		{almaty, day(2022, 1, 11), "d+2 6:00", "time: write D+2T06:00"},
		{almaty, day(2022, 1, 11), "D2", "time: write D+2"},
		{almaty, day(2022, 1, 11), "D+99999", "time: "},
		{almaty, day(2022, 1, 11), "2022-02-30T00:00:00+06:00", "time: "},
		{almaty, day(2022, 1, 11), "2022-02-30", "time: "},
		{almaty, day(2022, 1, 11), "2022-01-13T06:00:30+06:00", "time: whole minutes"},
		{almaty, day(2022, 1, 11), "2022-01-13T06:00:00.5+06:00", "time: whole minutes"},
		{almaty, day(2022, 1, 11), "2022-01-13T06:00:00+25:00", "time: "},
		{almaty, day(2022, 1, 11), "2022-01-13T24:00:00+06:00", "time: "},
		{almaty, day(2022, 1, 11), "0022-01-13T06:00:00+06:00", "time: "},
		{almaty, day(2022, 1, 11), "tomorrow", "time: write 2022-01-13T06:00:00+06:00"},
	} {
		clock := clock{zone: c.zone, dDay: c.dDay}
		at, problem := clock.time(c.text)
		if problem == nil {
			if have := at.Format(time.RFC3339); have != c.want || at.Location() != c.zone {
				t.Errorf("%s in %s: %s in %s, want %s", c.text, c.zone, have, at.Location(), c.want)
			}
			continue
		}
		ours(t, problem.message.text())
		if !problem.hint.empty() {
			ours(t, problem.hint.text())
		}
		rule, hint, _ := strings.Cut(c.want, ": ")
		if problem.rule != rule || !strings.Contains(problem.hint.text().String(), hint) {
			t.Errorf("%s in %s: %s: %s (%s), want %s", c.text, c.zone, problem.rule, problem.message.text(), problem.hint.text(), c.want)
		}
	}
}

// An instant that the zone could not write keeps the offset that it came with.
func TestInstantsThatTheZoneCannotWrite(t *testing.T) {
	monrovia := mustZone(t, "Africa/Monrovia") // 44 min 30 s behind until 1972
	almaty := mustZone(t, "Asia/Almaty")
	for text, zone := range map[string]*time.Location{"1960-05-01T06:00:00+01:00": monrovia, "2199-12-31T23:00:00Z": almaty} {
		at, problem := (&clock{zone: zone}).time(text)
		if problem != nil || at.Format(time.RFC3339) != text {
			t.Errorf("%s is read as %s (%v)", text, at.Format(time.RFC3339), problem)
		}
	}
	if _, problem := (&clock{zone: monrovia, dDay: sortie.Date{Year: 1960, Month: 5, Day: 1}}).time("D"); problem == nil {
		t.Error("a day that begins between two minutes was taken")
	}
}

// Every day of a year begins where the zone's clocks say so, also where they
// skip midnight.
func TestDaysBegin(t *testing.T) {
	for _, name := range []string{"America/Santiago", "America/Havana", "Asia/Beirut", "Africa/Cairo", "Europe/Berlin", "Asia/Almaty", "Pacific/Apia"} {
		zone := mustZone(t, name)
		c := clock{zone: zone, dDay: sortie.Date{Year: 2022, Month: 1, Day: 1}}
		for n := range 365 {
			d := sortie.DateOf(time.Date(2022, 1, 1+n, 0, 0, 0, 0, time.UTC))
			at, problem := c.local("D", d, 0, 0)
			if problem != nil && problem.severity == sortie.Error {
				t.Fatalf("%s %s: %s", name, d, problem.message.text())
			}
			if sortie.DateOf(at) != d || sortie.DateOf(at.Add(-time.Minute)) == d {
				t.Errorf("%s: %s begins at %s", name, d, at)
			}
		}
	}
}
