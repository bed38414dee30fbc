package sortie

import (
	"testing"
	"time"
)

func TestDatesBeginWhereClocksSkipMidnight(t *testing.T) {
	for name, days := range map[string]map[string]string{
		"America/Santiago": {"2022-09-11": "2022-09-11T01:00:00-03:00", "2022-09-12": "2022-09-12T00:00:00-03:00"},
		"America/Havana":   {"2022-03-13": "2022-03-13T01:00:00-04:00", "2022-11-06": "2022-11-06T00:00:00-04:00"},
		"Asia/Almaty":      {"2022-01-11": "2022-01-11T00:00:00+06:00"},
		"Pacific/Apia":     {"2011-12-30": "2011-12-31T00:00:00+14:00"}, // a day that the calendar there left out
	} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for day, want := range days {
			d, err := ParseDate(day)
			if err != nil {
				t.Fatal(err)
			}
			if have := d.In(zone).Format(time.RFC3339); have != want {
				t.Errorf("%s in %s begins at %s, want %s", day, name, have, want)
			}
		}
	}
}
