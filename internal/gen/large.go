package gen

import (
	"math/rand/v2"
	"slices"
	"time"

	"sortie"
)

// What a large mission of 200,000 people has; smaller ones have their share of
// it, but never fewer than fewestPlaces.
const (
	peoplePerVehicle = 10
	peoplePerLift    = 400
	fewestPlaces     = 10
	mostPlaces       = 60
	peopleOfMost     = 200_000 // people at which there are mostPlaces
)

// large is a benchmark mission in the making.
type large struct {
	m     *sortie.Mission
	r     *rand.Rand
	start time.Time

	people, vehicles, lifts int

	airports []int // of the host, indices into m.Places
	sites    []site
	homes    []home
	railhead string // empty where the mission is too small for one
	seaport  string
}

// site is a camp in the theatre and the airport nearest to it.
type site struct{ id, airport string }

// home is a contributing nation: its airport and the base behind it.
type home struct{ nation, airport, base string }

// Large makes the benchmark: the withdrawal of so many people from a theatre of
// camps around a few airports, to the bases of up to ten nations, with their
// vehicles (one to ten people) and lifts (one to four hundred). 200,000 people
// are 20,000 vehicles, 60 places and 500 lifts; fewer than 400 people count as
// 400. The deadline is generous, and everything can be delivered by it: own
// vehicles drive to the airports, aircraft of three types, trains and ships
// carry them on. The same seed gives the same mission.
func Large(seed uint64, people int) *sortie.Mission {
	people = max(people, peoplePerLift)
	l := &large{
		r:        rand.New(rand.NewPCG(seed, uint64(people))),
		people:   people,
		vehicles: people / peoplePerVehicle,
		lifts:    max(5, people/peoplePerLift),
	}
	zone, _ := time.LoadLocation("Asia/Almaty")
	day := sortie.Date{Year: 2022, Month: time.January, Day: 11}
	l.start = day.In(zone)
	perDay := max(200, people/12)
	l.m = &sortie.Mission{
		Version:  sortie.FormatVersion,
		ID:       "large",
		Title:    sortie.Text{"en": "Generated withdrawal"},
		Timezone: zone.String(),
		Host:     hostCountry,
		DDay:     day,
		Operation: sortie.Operation{
			Kind:     sortie.Withdrawal,
			Start:    l.start,
			Deadline: l.days(90),
			Drawdown: sortie.Drawdown{
				PeoplePerDay: &perDay,
				Floor:        []sortie.Floor{{People: people / 2, Until: l.days(3)}, {People: people / 10, Until: l.days(6)}},
			},
		},
		PersonT: sortie.DefaultPersonT,
		Convoy: sortie.Convoy{
			FormUp: sortie.Hour, Disperse: 30, Vehicles: 40, Headway: 15,
			Drive: 10 * sortie.Hour, Rest: 11 * sortie.Hour,
		},
		EquipmentTypes: slices.Clone(largeEquipment),
	}
	l.theatre()
	l.nations()
	l.liftTypes()
	l.fleets()
	l.forces()
	l.rules()
	return l.m
}

func (l *large) days(n int) time.Time { return l.hours(24 * n) }

func (l *large) hours(n int) time.Time { return l.start.Add(time.Duration(n) * time.Hour) }

// between draws from low to high, both included.
func (l *large) between(low, high int) int { return low + l.r.IntN(high-low+1) }
