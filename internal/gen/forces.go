package gen

import (
	"fmt"

	"sortie"
)

// largeEquipment is what the units of a large mission have, in the order of
// the shares below.
var largeEquipment = []sortie.EquipmentType{
	{ID: "jeep", Length: 4.6, Width: 2, Height: 2.1, Mass: 2.8, Drives: true, KMH: 80, Seats: 5},
	{ID: "truck", Length: 7.4, Width: 2.5, Height: 2.9, Mass: 9.2, Drives: true, KMH: 65, Seats: 3},
	{ID: "carrier", Length: 7.65, Width: 2.9, Height: 2.8, Mass: 15.4, Drives: true, KMH: 60, Seats: 10},
	{ID: "trailer", Length: 4.2, Width: 2.1, Height: 2.2, Mass: 2.5, Towed: true},
	{ID: "container", Length: 6.06, Width: 2.44, Height: 2.59, Mass: 11},
}

// equipmentShares are hundredths of the vehicles of a large mission.
var equipmentShares = []int{35, 35, 15, 12, 3}

func (l *large) liftTypes() {
	tonnes := func(t float64) *float64 { return &t }
	l.m.LiftTypes = []sortie.LiftType{
		{
			ID: "freighter", Mode: sortie.Air, Speed: 750, Overhead: 15,
			PayloadRange: [][2]float64{{3650, 48}, {5800, 33}, {7800, 20}, {9300, 0}},
			Decks:        []sortie.Deck{{Count: 1, Length: 24.5, Width: 3.45, Height: 3.4}},
			Seats:        sortie.Seats{Empty: 145, Full: 40}, Load: 135, Unload: 105, Turnaround: 60, Runway: 1850,
		},
		{
			ID: "heavy-freighter", Mode: sortie.Air, Speed: 800, Overhead: 15,
			PayloadRange: [][2]float64{{4400, 70}, {6500, 45}, {9000, 0}},
			Decks:        []sortie.Deck{{Count: 1, Length: 26.8, Width: 5.48, Height: 3.7}},
			Seats:        sortie.Seats{Empty: 102, Full: 54}, Load: 135, Unload: 105, Turnaround: 75, Runway: 1600,
		},
		{
			ID: "airliner", Mode: sortie.Air, Speed: 780, Overhead: 20, Payload: tonnes(22), Range: 5500,
			Decks: []sortie.Deck{}, Seats: sortie.Seats{Empty: 180, Full: 180}, Load: 45, Unload: 30, Turnaround: 60, Runway: 2200,
		},
		{
			ID: "bus", Mode: sortie.Road, Speed: 65,
			Decks: []sortie.Deck{}, Seats: sortie.Seats{Empty: 45, Full: 45}, Load: 20, Unload: 15,
		},
		{
			ID: "low-loader", Mode: sortie.Road, Speed: 55, Payload: tonnes(26),
			Decks: []sortie.Deck{{Count: 1, Length: 13.6, Width: 3.2, Height: 3.5}},
			Seats: sortie.Seats{Empty: 2, Full: 2}, Load: 40, Unload: 40,
		},
		{
			ID: "train", Mode: sortie.Rail, Speed: 45, Overhead: 60, Payload: tonnes(1500),
			Decks: []sortie.Deck{{Count: 30, Length: 13.4, Width: 3.3, Height: 4, Payload: tonnes(60)}},
			Seats: sortie.Seats{Empty: 200, Full: 200}, Load: 360, Unload: 300, Turnaround: 120,
		},
		{
			ID: "ferry", Mode: sortie.Sea, Speed: 28, Overhead: 60, Payload: tonnes(2500),
			Decks: []sortie.Deck{{Count: 2, Length: 90, Width: 15, Height: 4.8}},
			Seats: sortie.Seats{Empty: 300, Full: 300}, Load: 480, Unload: 420, Turnaround: 120,
		},
	}
	for i := range l.m.LiftTypes {
		l.m.LiftTypes[i].Gap = sortie.DefaultGap
		l.m.LiftTypes[i].Slots = sortie.DefaultSlots
	}
}

// fleets shares the lifts out: aircraft to the nations' airports, half of the
// buses and low-loaders to the theatre's airports and half to the nations'.
func (l *large) fleets() {
	trains, ferries := 0, 0
	if l.railhead != "" {
		trains, ferries = max(1, l.lifts/100), max(1, l.lifts/150)
	}
	freighters := max(1, l.lifts*28/100)
	heavies := l.lifts * 8 / 100
	airliners := max(1, l.lifts*14/100)
	loaders := l.lifts * 12 / 100
	if loaders < len(l.homes)+len(l.airports) {
		loaders = 0
	}
	buses := max(1+len(l.homes), l.lifts-freighters-heavies-airliners-loaders-trains-ferries)

	var airports, homes []string
	for _, i := range l.airports {
		airports = append(airports, l.m.Places[i].ID)
	}
	for _, h := range l.homes {
		homes = append(homes, h.airport)
	}
	l.share("freighter", freighters, homes, 14)
	l.share("heavy-freighter", heavies, homes, 16)
	l.share("airliner", airliners, homes, 14)
	theatre := min(buses/2, buses-len(l.homes)) // no nation without a bus
	l.share("bus", theatre, airports, 0)
	l.share("bus", buses-theatre, homes, 0)
	l.share("low-loader", loaders/2, airports, 0)
	l.share("low-loader", loaders-loaders/2, homes, 0)
	if l.railhead != "" {
		l.share("train", trains, []string{l.railhead}, 0)
		l.share("ferry", ferries, []string{l.seaport}, 0)
	}
}

// share bases so many lifts of a type at the places, as evenly as it goes.
func (l *large) share(liftType string, lifts int, bases []string, hours float64) {
	for i, base := range bases {
		count := lifts*(i+1)/len(bases) - lifts*i/len(bases)
		if count == 0 {
			continue
		}
		nation := hostCountry
		for _, h := range l.homes {
			if h.airport == base {
				nation = h.nation
			}
		}
		l.m.Fleets = append(l.m.Fleets, sortie.Fleet{
			ID: liftType + "-" + base, Type: liftType, Nation: nation, Count: count, Base: base,
			From: l.days(-1), Until: l.days(100), Return: liftType == "airliner", HoursPerDay: hours,
		})
	}
}

// forces draws units of 80 to 400 people until all people are in one, and deals
// the vehicles out in proportion.
func (l *large) forces() {
	left, vehiclesLeft := l.people, l.vehicles
	for left > 0 {
		i := len(l.m.Units)
		people := min(left, l.between(80, 400))
		if left-people < 80 {
			people = left
		}
		vehicles := vehiclesLeft * people / left
		left -= people
		vehiclesLeft -= vehicles
		h := l.homes[l.r.IntN(len(l.homes))]
		u := sortie.Unit{
			ID:        fmt.Sprintf("%s-%d", h.nation, i+1),
			Nation:    h.nation,
			At:        l.sites[l.r.IntN(len(l.sites))].id,
			To:        h.base,
			People:    people,
			Equipment: l.equipment(vehicles),
			Priority:  l.between(1, 5),
		}
		if i%2 == 0 {
			u.Ready = l.hours(l.r.IntN(24 * 8))
		}
		if i%3 == 0 {
			u.Due = l.days(l.between(30, 60))
		}
		if i%9 == 0 {
			together := sortie.Duration(l.between(5, 12)) * sortie.Day
			u.Together = &together
		}
		l.m.Units = append(l.m.Units, u)
	}
}

// equipment draws vehicles in their shares; no more trailers than what tows
// them, and containers only where low-loaders carry them.
func (l *large) equipment(vehicles int) map[string]int {
	counts := map[string]int{}
	for range vehicles {
		draw, kind := l.r.IntN(100), 0
		for draw >= equipmentShares[kind] {
			draw -= equipmentShares[kind]
			kind++
		}
		counts[l.m.EquipmentTypes[kind].ID]++
	}
	loaders := false
	for _, f := range l.m.Fleets {
		loaders = loaders || f.Type == "low-loader"
	}
	if !loaders {
		counts["truck"] += counts["container"]
		delete(counts, "container")
	}
	if over := counts["trailer"] - counts["truck"] - counts["jeep"]; over > 0 {
		counts["truck"] += over
		counts["trailer"] -= over
	}
	for id, n := range counts {
		if n == 0 {
			delete(counts, id)
		}
	}
	return counts
}

// rules adds guards at every third camp until it is handed over, and the
// clearances for aircraft and convoys.
func (l *large) rules() {
	standing := map[string]int{}
	for _, u := range l.m.Units {
		standing[u.At] += u.People
	}
	for i, s := range l.sites {
		if i%3 != 0 || standing[s.id] == 0 {
			continue
		}
		l.m.Tasks = append(l.m.Tasks, sortie.Task{
			ID: "guard-" + s.id, At: s.id,
			People: min(standing[s.id], l.between(20, 60)),
			Until:  l.days(l.between(2, 9)),
		})
	}
	l.m.Clearances = []sortie.Clearance{
		{ID: "host-air", Country: hostCountry, Mode: sortie.Air, From: l.days(-2), Until: l.days(95), Lead: 72 * sortie.Hour},
		{ID: "host-road", Country: hostCountry, Mode: sortie.Road, From: l.days(-2), Until: l.days(95)},
	}
}
