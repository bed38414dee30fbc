package check

import (
	"math/rand/v2"
	"testing"
	"time"

	"sortie"
)

// changing are zones whose clocks are changed, some by parts of an hour, and one that once was seconds off.
var changing = []string{"UTC", "Asia/Almaty", "Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia"}

// TestPlacesTellTheMinuteOfTheDay holds a place's clock against the time zone's own, minute by minute around each change and here and there.
func TestPlacesTellTheMinuteOfTheDay(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range changing {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		p, changes := place{zone: zone}, 0
		hold := func(at int64) {
			local := time.Unix(at*60, 0).In(zone)
			if want := local.Hour()*60 + local.Minute(); p.localMinute(at) != want {
				t.Fatalf("%s, %v: minute %d of the day, not %d", name, local, p.localMinute(at), want)
			}
		}
		for range 300 {
			at := minute(time.Date(1900+r.IntN(200), 1, 1, 0, r.IntN(365*day), 0, 0, time.UTC))
			hold(at)
			if _, ends := time.Unix(at*60, 0).In(zone).ZoneBounds(); !ends.IsZero() {
				changes++
				for k := int64(-70); k <= 70; k++ {
					hold(minute(ends) + k)
				}
			}
		}
		if changes == 0 && name != "UTC" {
			t.Errorf("%s: no change of its clocks", name)
		}
	}
}

// TestOpenMinutesAreFound holds the next and the last allowed minute against every minute between, on days on which clocks are changed.
func TestOpenMinutesAreFound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	clock := func() string { return time.Unix(int64(r.IntN(day))*60, 0).UTC().Format("15:04") }
	m := &sortie.Mission{Timezone: "UTC", Host: "KZ"}
	for _, name := range changing {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for range 40 {
			from := minute(time.Date(2000+r.IntN(30), 1, 1, 0, r.IntN(365*day), 0, 0, time.UTC))
			if _, ends := time.Unix(from*60, 0).In(zone).ZoneBounds(); !ends.IsZero() {
				from = minute(ends) - int64(r.IntN(2*day))
			}
			stated := &sortie.Place{ID: "p", Country: "KZ", Timezone: name, Open: []string{clock() + "-" + clock()}}
			if r.IntN(2) == 0 {
				stated.Open = append(stated.Open, clock()+"-"+clock())
			}
			if r.IntN(2) == 0 {
				stated.Closed = []sortie.Closure{{From: time.Unix((from+600)*60, 0), To: time.Unix((from+900)*60, 0)}}
			}
			p := newPlace(m, stated, zones{})
			a := newAccess(m, &p, sortie.Air, "KZ")
			allowed := func(at int64) bool {
				return p.isOpen(at) && (len(p.closed) == 0 || at < p.closed[0].from || at >= p.closed[0].to)
			}
			next, last := farFuture, farPast
			for at := from + 3*day; at >= from; at-- {
				if allowed(at) {
					next = at
				}
				if got := a.next(at); next < farFuture && got != next {
					t.Fatalf("%s, %v, from %v: next %v, not %v", name, stated.Open, time.Unix(at*60, 0).In(zone), time.Unix(got*60, 0).In(zone), time.Unix(next*60, 0).In(zone))
				}
			}
			for at := from; at <= from+3*day; at++ {
				if allowed(at) {
					last = at
				}
				if got := a.prev(at); last > farPast && got != last {
					t.Fatalf("%s, %v, back from %v: %v, not %v", name, stated.Open, time.Unix(at*60, 0).In(zone), time.Unix(got*60, 0).In(zone), time.Unix(last*60, 0).In(zone))
				}
			}
		}
	}
}
