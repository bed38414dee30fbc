package checktest

import (
	"time"

	"sortie"
)

// Exercise is a small withdrawal and a plan for it that breaks no rule, worked
// out by hand, filled to its limits: the deck to the centimetre, the seats to
// the last, parking, teams, intervals, headway, cover, drawdown and permissions
// to the minute. Every kind of movement occurs: convoys, positioning legs,
// technical stops, aircraft, a train and a bus.
func Exercise() (*sortie.Mission, *sortie.Plan) {
	m := exerciseMission()
	p := &sortie.Plan{Version: 1, Mission: m.ID, Movements: exerciseMovements()}
	Tidy(p)
	closure, margin := january(13, 1, 0), 300
	p.Verdict = sortie.Verdict{
		Feasible: true, Deadline: m.Operation.Deadline, Closure: &closure, MarginMinutes: &margin,
		LiftHours: 21.5, Sorties: 6, Cost: 111000,
	}
	return m, p
}

var almaty = time.FixedZone("+06", 6*3600)

// january is a minute of January 2022 on the exercise's clock.
func january(day, hour, minute int) time.Time {
	return time.Date(2022, 1, day, hour, minute, 0, 0, almaty)
}

func ptr[T any](v T) *T { return &v }

func exerciseMission() *sortie.Mission {
	return &sortie.Mission{
		Version: 1, ID: "exercise", Timezone: "Asia/Almaty", Host: "KZ", PersonT: 0.12,
		Operation: sortie.Operation{
			Kind: sortie.Withdrawal, Start: january(11, 0, 0), Deadline: january(13, 6, 0),
			Drawdown: sortie.Drawdown{
				PeoplePerDay: ptr(100),
				Floor:        []sortie.Floor{{People: 90, Until: january(12, 18, 0)}},
			},
		},
		Convoy: sortie.Convoy{FormUp: 60, Disperse: 30, Vehicles: 5, Headway: 30, Drive: 240, Rest: 60},
		Places: exercisePlaces(),
		Links: []sortie.Link{
			{Mode: sortie.Road, Between: []string{"camp", "post"}, KM: 60, KMH: 60},
			{Mode: sortie.Road, Between: []string{"post", "field"}, KM: 60, KMH: 60},
			{Mode: sortie.Road, Between: []string{"home", "barracks"}, KM: 30, KMH: 60},
			{Mode: sortie.Rail, From: "home", To: "depot", KM: 120},
			{Mode: sortie.Air, Between: []string{"field", "home"}, KM: 1200},
			{Mode: sortie.Air, Between: []string{"field", "mid"}, KM: 600},
			{Mode: sortie.Air, Between: []string{"mid", "home"}, KM: 600},
		},
		LiftTypes: exerciseLiftTypes(),
		EquipmentTypes: []sortie.EquipmentType{
			{ID: "container", Length: 6, Width: 2.4, Height: 2.6, Mass: 8},
			{ID: "tiger", Length: 5.7, Width: 2.4, Height: 2.4, Mass: 7.2, Drives: true, KMH: 90, Seats: 9},
			{ID: "trailer", Length: 4, Width: 2, Height: 2, Mass: 2, Towed: true},
			{ID: "ural", Length: 8, Width: 2.5, Height: 3, Mass: 10, Drives: true, KMH: 60, Seats: 3},
		},
		Fleets: []sortie.Fleet{
			{ID: "bus", Type: "bus", Nation: "KZ", Count: 1, Base: "camp"},
			{ID: "rail", Type: "train", Nation: "RU", Count: 1, Base: "home"},
			{ID: "vta", Type: "il76", Nation: "RU", Count: 2, Base: "home", From: january(11, 5, 0), Until: january(12, 22, 0),
				Return: true, HoursPerDay: 6.75, Serves: []string{"KG", "RU"}},
		},
		Units: []sortie.Unit{
			{ID: "drivers", Nation: "AM", At: "camp", To: "post", People: 30, Priority: 3, Modes: []sortie.Mode{sortie.Road}},
			{ID: "guard", Nation: "AM", At: "post", People: 20, Priority: 3},
			{ID: "kg", Nation: "KG", At: "camp", To: "barracks", People: 40, Equipment: map[string]int{"tiger": 4, "ural": 2, "trailer": 2},
				Ready: january(11, 6, 0), Priority: 1, Modes: []sortie.Mode{sortie.Air, sortie.Road},
				Via: []string{"field"}, Together: ptr(18 * sortie.Hour)},
			{ID: "log", Nation: "RU", At: "field", To: "depot", Equipment: map[string]int{"container": 2}, Priority: 5, After: []string{"kg"}},
			{ID: "ru", Nation: "RU", At: "field", To: "home", People: 100, Priority: 2},
		},
		Clearances: []sortie.Clearance{
			{ID: "kz-air", Country: "KZ", Mode: sortie.Air, Nations: []string{"RU"}, From: january(11, 7, 15), Until: january(12, 19, 0)},
			{ID: "ru-road", Country: "RU", Mode: sortie.Road, Nations: []string{"KG"}, From: january(11, 18, 30), Until: january(12, 13, 0)},
		},
		Tasks: []sortie.Task{
			{ID: "guard-field", At: "field", People: 40, Until: january(12, 18, 0)},
			{ID: "guard-post", At: "post", People: 20},
		},
	}
}

func exercisePlaces() []sortie.Place {
	return []sortie.Place{
		{ID: "barracks", Country: "RU"},
		{ID: "camp", Country: "KZ"},
		{ID: "depot", Country: "RU", Handles: map[sortie.Mode]sortie.Handling{sortie.Rail: {}}},
		{ID: "field", Country: "KZ", Handles: map[sortie.Mode]sortie.Handling{
			sortie.Air:  {ParkingMOG: ptr(1), WorkingMOG: ptr(1), Runway: 2000, Interval: 30},
			sortie.Road: {},
		}, Open: []string{"07:15-19:00"}, Closed: []sortie.Closure{{From: january(12, 8, 1), To: january(12, 16, 15), Why: "fog"}}},
		{ID: "home", Country: "RU", Timezone: "Europe/Moscow", Handles: map[sortie.Mode]sortie.Handling{
			sortie.Air: {Runway: 3000}, sortie.Road: {}, sortie.Rail: {ParkingMOG: ptr(1)},
		}},
		{ID: "mid", Country: "UZ", Timezone: "Asia/Tashkent", Handles: map[sortie.Mode]sortie.Handling{
			sortie.Air: {ParkingMOG: ptr(1)},
		}, Open: []string{"08:15-09:15", "13:15-14:15"}},
		{ID: "post", Country: "KZ"},
	}
}

func exerciseLiftTypes() []sortie.LiftType {
	return []sortie.LiftType{
		{ID: "bus", Mode: sortie.Road, Speed: 60, Decks: []sortie.Deck{}, Seats: sortie.Seats{Empty: 30, Full: 30},
			Load: 15, Unload: 15, Slots: 1},
		{ID: "il76", Mode: sortie.Air, Speed: 600, Overhead: 15, PayloadRange: [][2]float64{{1000, 40}, {2000, 20}, {3000, 0}},
			Decks: []sortie.Deck{{Count: 1, Length: 20, Width: 3.5, Height: 3.4}}, Gap: 0.15, Seats: sortie.Seats{Empty: 100, Full: 20},
			Load: 60, Unload: 45, Turnaround: 60, Slots: 1, Runway: 2000, CostPerHour: 6000},
		{ID: "train", Mode: sortie.Rail, Speed: 60, Decks: []sortie.Deck{{Count: 2, Length: 14, Width: 3, Height: 4, Payload: ptr(8.0)}},
			Gap: 0.15, Load: 30, Unload: 30, Slots: 1},
	}
}

// exerciseMovements is the plan. A flight between field and home takes 15 min
// and 1200 km at 600 km/h, 2 h 15; by way of mid 1 h 15 for each half. The
// road from camp to field is 120 km at the 60 km/h of an Ural.
func exerciseMovements() []sortie.Movement {
	tigers := []sortie.Item{{Type: "tiger"}, {Type: "tiger"}, {Type: "ural"}}
	convoy := append(tigers[:len(tigers):len(tigers)], sortie.Item{Type: "trailer"})
	// 0.15 + 5.7 + 0.15 + 5.7 + 0.15 + 8 + 0.15 = 20 m: 99.25 % of the deck, so 20.6 seats.
	deck := []sortie.Item{on("tiger", 0, 0.15), on("tiger", 0, 6), on("ural", 0, 11.85)}
	return []sortie.Movement{
		move("vta/1", "home", "field", january(11, 5, 0), 0, 135, 0, 1200),
		move("", "camp", "field", january(11, 6, 0), 60, 120, 30, 120, of("kg", 20, convoy...)),
		move("", "camp", "field", january(11, 6, 30), 60, 120, 30, 120, of("kg", 20, convoy...)),
		move("bus/1", "camp", "post", january(11, 8, 0), 15, 60, 15, 60, of("drivers", 30)),
		stopping(move("vta/2", "home", "field", january(11, 8, 0), 0, 210, 0, 1200), 75, 60),
		move("vta/1", "field", "home", january(11, 10, 0), 60, 135, 45, 1200, of("kg", 20, deck...)),
		stopping(move("vta/2", "field", "home", january(11, 12, 0), 60, 210, 45, 1200, of("kg", 20, deck...)), 75, 60),
		move("vta/1", "home", "field", january(11, 15, 0), 0, 135, 0, 1200),
		move("", "home", "barracks", january(11, 17, 30), 60, 30, 30, 30, of("kg", 20, tigers...)),
		move("vta/1", "field", "home", january(12, 7, 0), 60, 135, 45, 1200,
			of("kg", 0, on("trailer", 0, 0.15), on("trailer", 0, 4.3)), of("ru", 60)),
		move("", "home", "barracks", january(12, 11, 30), 60, 30, 30, 30,
			of("kg", 20, append(convoy[:len(convoy):len(convoy)], sortie.Item{Type: "trailer"})...)),
		move("vta/2", "home", "field", january(12, 14, 0), 0, 135, 0, 1200),
		move("vta/2", "field", "home", january(12, 18, 0), 60, 135, 45, 1200,
			of("log", 0, on("container", 0, 0.15), on("container", 0, 6.3)), of("ru", 40)),
		move("rail/1", "home", "depot", january(12, 22, 0), 30, 120, 30, 120,
			of("log", 0, on("container", 0, 0.15), on("container", 1, 0.15))),
	}
}

// move is a movement that loads, travels and unloads for so many minutes.
func move(lift, from, to string, load time.Time, loading, travel, unloading int, km float64, cargo ...sortie.Cargo) sortie.Movement {
	depart := load.Add(time.Duration(loading) * time.Minute)
	arrive := depart.Add(time.Duration(travel) * time.Minute)
	mode := sortie.Road
	switch fleet, _ := splitLift(lift); fleet {
	case "vta":
		mode = sortie.Air
	case "rail":
		mode = sortie.Rail
	}
	return sortie.Movement{
		Lift: lift, Mode: mode, From: from, To: to, Load: load, Depart: depart, Arrive: arrive,
		Unloaded: arrive.Add(time.Duration(unloading) * time.Minute), KM: km, Cargo: cargo,
	}
}

// stopping adds a stop at mid after so many minutes.
func stopping(mv sortie.Movement, after, stands int) sortie.Movement {
	arrive := mv.Depart.Add(time.Duration(after) * time.Minute)
	mv.Stops = []sortie.Stop{{At: "mid", Arrive: arrive, Depart: arrive.Add(time.Duration(stands) * time.Minute)}}
	return mv
}

func of(unit string, people int, items ...sortie.Item) sortie.Cargo {
	return sortie.Cargo{Unit: unit, People: people, Items: items}
}

func on(kind string, deck int, x float64) sortie.Item {
	return sortie.Item{Type: kind, Stowage: &sortie.Stowage{Deck: deck, X: x, Y: 0.15}}
}
