package gen

import (
	"fmt"
	"slices"

	"sortie"
)

// limits sets what each place can take, and when it is open.
func (w *world) limits() {
	for i := range w.m.Places {
		p := &w.m.Places[i]
		for _, mode := range sortie.Modes {
			if h, ok := p.Handles[mode]; ok {
				w.handling(&h, mode)
				p.Handles[mode] = h
			}
		}
		if chance(w.source, 15, "open hours") {
			p.Open = pick(w.source, "hours", []string{"06:00-22:00"}, []string{"05:30-11:30", "13:00-23:00"}, []string{"20:00-08:00"})
		}
		if chance(w.source, 12, "closed") {
			from := w.at(sortie.Duration(60 * w.intN(72, "closed from")))
			w.m.Places[i].Closed = []sortie.Closure{{
				From: from,
				To:   from.Add(w.at(sortie.Duration(60 * between(w.source, 2, 30, "closed hours"))).Sub(w.start)),
				Why:  "fog",
			}}
		}
	}
}

func (w *world) handling(h *sortie.Handling, mode sortie.Mode) {
	percent := 35
	if mode == sortie.Road {
		percent = 12
	}
	if chance(w.source, percent, "parking_mog") {
		slots := between(w.source, 2, 4, "slots of a place")
		if chance(w.source, 25, "one stand") {
			slots = 1
		}
		h.ParkingMOG = &slots
	}
	if chance(w.source, percent, "working_mog") {
		teams := between(w.source, 1, 3, "teams")
		h.WorkingMOG = &teams
	}
	if chance(w.source, percent, "interval") {
		h.Interval = sortie.Duration(5 * between(w.source, 1, 9, "interval"))
	}
	if mode == sortie.Air && chance(w.source, 50, "runway") {
		h.Runway = float64(between(w.source, 18, 40, "runway length")) * 100
	}
}

// tasks asks for cover that can be given: by those who stand there until a
// handover, by a unit that stays, by relief in place, or by those who come.
func (w *world) tasks() {
	for _, p := range w.m.Places {
		var here, staying, coming int
		inTime := 3 // percent; more of them in the theatre
		if p.Country == hostCountry {
			inTime = 25
		}
		for _, u := range w.m.Units {
			switch {
			case u.At == p.ID && u.To == "":
				staying += u.People
			case u.At == p.ID:
				here += u.People
			case u.To == p.ID:
				coming += u.People
			}
		}
		task := sortie.Task{ID: fmt.Sprintf("task-%d", len(w.m.Tasks)+1), At: p.ID}
		switch {
		case here+staying > 0 && chance(w.source, 25, "guard"):
			task.People = between(w.source, 1, here+staying, "guards")
			task.Until = w.at(sortie.Duration(30 * between(w.source, 2, 140, "guard half hours")))
		case staying > 0 && chance(w.source, 50, "guard that stays"):
			task.People = between(w.source, 1, staying, "guards")
		case here > 0 && coming > 0 && chance(w.source, 50, "relief in place"):
			task.People = between(w.source, 1, min(here, coming), "guards")
		case coming > 0 && w.m.Operation.Deadline.After(w.at(10*sortie.Day)) && chance(w.source, inTime, "in time"):
			task.People = between(w.source, 1, (coming+1)/2, "guards")
			task.From = w.at(sortie.Duration(between(w.source, 6, 10, "task from days")) * sortie.Day)
			if chance(w.source, 50, "task ends") {
				task.Until = task.From.Add(w.at(2 * sortie.Day).Sub(w.start))
			}
		default:
			continue
		}
		w.m.Tasks = append(w.m.Tasks, task)
	}
}

func (w *world) drawdown() {
	leaving, standing := 0, 0
	for _, u := range w.m.Units {
		if w.country(u.At) != hostCountry {
			continue
		}
		standing += u.People
		if u.To != "" && w.country(u.To) != hostCountry {
			leaving += u.People
		}
	}
	if leaving > 0 && chance(w.source, 30, "people_per_day") {
		perDay := max(20, leaving/between(w.source, 1, 6, "days of leaving"))
		w.m.Operation.Drawdown.PeoplePerDay = &perDay
	}
	if standing > 0 && chance(w.source, 25, "floor") {
		first := between(w.source, 1, standing, "floor people")
		days := between(w.source, 1, 4, "floor days")
		floors := []sortie.Floor{{People: first, Until: w.at(sortie.Duration(days) * sortie.Day)}}
		if chance(w.source, 30, "second floor") {
			floors = append(floors, sortie.Floor{People: first / 2, Until: w.at(sortie.Duration(days+1) * sortie.Day)})
		}
		w.m.Operation.Drawdown.Floor = floors
	}
}

func (w *world) country(place string) string {
	for _, p := range w.m.Places {
		if p.ID == place {
			return p.Country
		}
	}
	return ""
}

func (w *world) clearances() {
	if !chance(w.source, 25, "clearances") {
		return
	}
	for i := range between(w.source, 1, 2, "count of clearances") {
		c := sortie.Clearance{
			ID:      fmt.Sprintf("clearance-%d", i+1),
			Country: pick(w.source, "clearance of", hostCountry, homeCountry),
			Mode:    pick(w.source, "clearance mode", w.trunks[0], "", w.trunks[len(w.trunks)-1]),
		}
		if chance(w.source, 50, "for some nations") {
			c.Nations = slices.Clone(nations[:between(w.source, 1, len(nations), "nations cleared")])
		}
		if chance(w.source, 50, "opens later") {
			c.From = w.at(sortie.Duration(60 * between(w.source, 1, 60, "opens after hours")))
			c.Lead = 72 * sortie.Hour
		}
		if chance(w.source, 40, "ends") {
			c.Until = w.at(sortie.Duration(between(w.source, 8, 14, "ends after days")) * sortie.Day)
		}
		if chance(w.source, 30, "odds") {
			odds := 0.9
			c.Odds = &odds
		}
		w.m.Clearances = append(w.m.Clearances, c)
	}
}
