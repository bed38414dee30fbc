package gen

import (
	"math/rand/v2"
	"time"
	_ "time/tzdata" // a generated mission is the same where the machine has no zone files

	"pgregory.net/rapid"

	"sortie"
)

// Small makes a mission of one to four units, two to six places and up to four
// fleets of one to three lifts. Many of them, from different states of r, use
// every rule of the contract. Most can be delivered whole; some cannot, and
// say so only to whoever plans them.
func Small(r *rand.Rand) *sortie.Mission { return small(randSource{r}) }

// Draw makes a mission as [Small] does, from draws that rapid can shrink: a
// failing mission becomes shorter and plainer.
func Draw(t *rapid.T) *sortie.Mission { return small(rapidSource{t}) }

// Countries of generated missions: the host's side and the contributors' side.
const (
	hostCountry = "KZ"
	homeCountry = "RU"
)

var nations = []string{"RU", "AM", "KG"}

// world is a mission in the making and what later choices need to know of
// earlier ones.
type world struct {
	source
	m     *sortie.Mission
	zone  *time.Location
	start time.Time

	hostSites, homeSites []string // where units stand and go to
	hostPort, homePort   string   // ends of the trunk; may be sites themselves
	middle               string   // an airfield on the way; empty where there is none
	trunks               []sortie.Mode
	trunkKM              float64
	feederRail           bool // the way from the host's sites to its port is by rail

	seatsNeeded bool // some unit has people
}

func small(s source) *sortie.Mission {
	w := &world{source: s}
	w.calendar()
	w.geography()
	w.equipment()
	w.units()
	w.lifts()
	w.limits()
	w.tasks()
	w.drawdown()
	w.clearances()
	return w.m
}

// at is a time so long after the operation's start, in the mission's zone.
func (w *world) at(after sortie.Duration) time.Time {
	return w.start.Add(time.Duration(after) * time.Minute)
}

func (w *world) calendar() {
	// The clocks of Paris change in the night to 27 March 2022.
	zone := pick(w.source, "timezone", "UTC", "Asia/Almaty", "Europe/Paris", "Asia/Kolkata")
	w.zone, _ = time.LoadLocation(zone)
	day := sortie.Date{Year: 2022, Month: time.March, Day: 1}
	if zone == "Europe/Paris" {
		day.Day = 26
	}
	w.start = day.In(w.zone).Add(time.Duration(6*w.intN(4, "start hour")) * time.Hour)
	length := sortie.Duration(between(w.source, 12, 24, "days")) * sortie.Day
	if chance(w.source, 8, "short deadline") {
		length = sortie.Duration(between(w.source, 6, 30, "hours")) * sortie.Hour
	}
	w.m = &sortie.Mission{
		Version:  sortie.FormatVersion,
		ID:       "generated",
		Timezone: zone,
		Host:     hostCountry,
		DDay:     day,
		Operation: sortie.Operation{
			Kind:     pick(w.source, "kind", sortie.Withdrawal, sortie.Deployment, sortie.Rotation, sortie.Evacuation),
			Start:    w.start,
			Deadline: w.at(length),
		},
		PersonT: pick(w.source, "person_t", sortie.DefaultPersonT, 0.1, 0.135),
	}
	w.m.Convoy = sortie.Convoy{
		FormUp:   sortie.Duration(15 * w.intN(5, "form up")),
		Disperse: sortie.Duration(15 * w.intN(3, "disperse")),
		Vehicles: pick(w.source, "convoy vehicles", 0, 3, 5, 40),
		Headway:  sortie.Duration(15 * w.intN(5, "headway")),
	}
	if chance(w.source, 60, "rests") {
		w.m.Convoy.Drive = sortie.Duration(between(w.source, 2, 10, "drive")) * sortie.Hour
		w.m.Convoy.Rest = sortie.Duration(between(w.source, 1, 11, "rest")) * sortie.Hour
	}
}
