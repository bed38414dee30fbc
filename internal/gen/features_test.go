package gen_test

import (
	"slices"

	"sortie"
)

// features says of each thing that a mission may use whether this one does.
var features = map[string]func(*sortie.Mission) bool{
	"withdrawal": kind(sortie.Withdrawal),
	"deployment": kind(sortie.Deployment),
	"rotation":   kind(sortie.Rotation),
	"evacuation": kind(sortie.Evacuation),

	"night of the change of clocks": func(m *sortie.Mission) bool { return m.Timezone == "Europe/Paris" },
	"half-hour timezone":            func(m *sortie.Mission) bool { return m.Timezone == "Asia/Kolkata" },
	"people_per_day":                func(m *sortie.Mission) bool { return m.Operation.Drawdown.PeoplePerDay != nil },
	"floor":                         func(m *sortie.Mission) bool { return len(m.Operation.Drawdown.Floor) > 0 },
	"two floors":                    func(m *sortie.Mission) bool { return len(m.Operation.Drawdown.Floor) > 1 },
	"person_t":                      func(m *sortie.Mission) bool { return m.PersonT != sortie.DefaultPersonT },
	"air listed":                    func(m *sortie.Mission) bool { return m.Air == sortie.AirListed },
	"form_up":                       func(m *sortie.Mission) bool { return m.Convoy.FormUp > 0 },
	"disperse":                      func(m *sortie.Mission) bool { return m.Convoy.Disperse > 0 },
	"headway":                       func(m *sortie.Mission) bool { return m.Convoy.Headway > 0 },
	"rests":                         func(m *sortie.Mission) bool { return m.Convoy.Rest > 0 },
	"convoy too long for one":       tooManyVehicles,

	"place's own timezone": place(func(p sortie.Place) bool { return p.Timezone != "" }),
	"open":                 place(func(p sortie.Place) bool { return len(p.Open) > 0 }),
	"open twice a day":     place(func(p sortie.Place) bool { return len(p.Open) > 1 }),
	"open past midnight":   place(func(p sortie.Place) bool { return slices.Contains(p.Open, "20:00-08:00") }),
	"closed":               place(func(p sortie.Place) bool { return len(p.Closed) > 0 }),
	"road without limits":  place(func(p sortie.Place) bool { return p.Handles == nil }),
	"two modes at a place": place(func(p sortie.Place) bool { return len(p.Handles) > 1 }),
	"parking_mog":          handling(func(h sortie.Handling) bool { return h.ParkingMOG != nil }),
	"one stand":            handling(func(h sortie.Handling) bool { return h.ParkingMOG != nil && *h.ParkingMOG == 1 }),
	"working_mog":          handling(func(h sortie.Handling) bool { return h.WorkingMOG != nil }),
	"one team":             handling(func(h sortie.Handling) bool { return h.WorkingMOG != nil && *h.WorkingMOG == 1 }),
	"interval":             handling(func(h sortie.Handling) bool { return h.Interval > 0 }),
	"runway of a place":    handling(func(h sortie.Handling) bool { return h.Runway > 0 }),

	"air":              func(m *sortie.Mission) bool { return liftMode(m, sortie.Air) },
	"road lift":        func(m *sortie.Mission) bool { return liftMode(m, sortie.Road) },
	"rail":             func(m *sortie.Mission) bool { return liftMode(m, sortie.Rail) },
	"sea":              func(m *sortie.Mission) bool { return liftMode(m, sortie.Sea) },
	"one way":          link(func(l sortie.Link) bool { return l.From != "" }),
	"link's kmh":       link(func(l sortie.Link) bool { return l.KMH > 0 }),
	"link's minutes":   link(func(l sortie.Link) bool { return l.Minutes != nil && l.Mode != sortie.Air }),
	"half a minute":    link(func(l sortie.Link) bool { return l.Minutes != nil && *l.Minutes != float64(int(*l.Minutes)) }),
	"air link":         link(func(l sortie.Link) bool { return l.Mode == sortie.Air }),
	"air link minutes": link(func(l sortie.Link) bool { return l.Mode == sortie.Air && l.Minutes != nil }),
	"link's types":     link(func(l sortie.Link) bool { return len(l.Types) > 0 }),

	"payload_range":    liftType(func(t sortie.LiftType) bool { return t.PayloadRange != nil }),
	"payload":          liftType(func(t sortie.LiftType) bool { return t.Payload != nil }),
	"range":            liftType(func(t sortie.LiftType) bool { return t.Range > 0 }),
	"no decks at all":  liftType(func(t sortie.LiftType) bool { return t.Decks != nil && len(t.Decks) == 0 }),
	"space by mass":    liftType(func(t sortie.LiftType) bool { return t.Decks == nil }),
	"deck":             liftType(func(t sortie.LiftType) bool { return len(t.Decks) > 0 }),
	"wide deck":        liftType(func(t sortie.LiftType) bool { return len(t.Decks) > 0 && t.Decks[0].Width > 5 }),
	"different decks":  liftType(func(t sortie.LiftType) bool { return len(t.Decks) > 1 }),
	"many decks":       liftType(func(t sortie.LiftType) bool { return len(t.Decks) > 0 && t.Decks[0].Count > 1 }),
	"deck payload":     liftType(func(t sortie.LiftType) bool { return len(t.Decks) > 0 && t.Decks[0].Payload != nil }),
	"no gap":           liftType(func(t sortie.LiftType) bool { return t.Gap == 0 }),
	"wide gap":         liftType(func(t sortie.LiftType) bool { return t.Gap > sortie.DefaultGap }),
	"seats beside":     liftType(func(t sortie.LiftType) bool { return t.Seats.Empty != t.Seats.Full }),
	"turnaround":       liftType(func(t sortie.LiftType) bool { return t.Turnaround > 0 }),
	"overhead":         liftType(func(t sortie.LiftType) bool { return t.Overhead > 0 }),
	"slots":            liftType(func(t sortie.LiftType) bool { return t.Slots > 1 }),
	"runway of a type": liftType(func(t sortie.LiftType) bool { return t.Runway > 0 }),
	"cost_per_hour":    liftType(func(t sortie.LiftType) bool { return t.CostPerHour > 0 }),
	"stop needed":      stopNeeded,

	"fleet from":     fleet(func(f sortie.Fleet) bool { return !f.From.IsZero() }),
	"fleet until":    fleet(func(f sortie.Fleet) bool { return !f.Until.IsZero() }),
	"return":         fleet(func(f sortie.Fleet) bool { return f.Return }),
	"hours_per_day":  fleet(func(f sortie.Fleet) bool { return f.HoursPerDay > 0 }),
	"serves":         fleet(func(f sortie.Fleet) bool { return len(f.Serves) > 0 }),
	"several lifts":  fleet(func(f sortie.Fleet) bool { return f.Count > 1 }),
	"several fleets": func(m *sortie.Mission) bool { return len(m.Fleets) > 2 },

	"ready":            unit(func(u sortie.Unit) bool { return !u.Ready.IsZero() }),
	"due":              unit(func(u sortie.Unit) bool { return !u.Due.IsZero() }),
	"priority":         unit(func(u sortie.Unit) bool { return u.Priority != sortie.DefaultPriority }),
	"modes":            unit(func(u sortie.Unit) bool { return len(u.Modes) > 0 }),
	"road only":        unit(func(u sortie.Unit) bool { return len(u.Modes) == 1 && u.Modes[0] == sortie.Road }),
	"via":              unit(func(u sortie.Unit) bool { return len(u.Via) > 0 }),
	"via in order":     unit(func(u sortie.Unit) bool { return len(u.Via) > 1 }),
	"together":         unit(func(u sortie.Unit) bool { return u.Together != nil }),
	"after":            unit(func(u sortie.Unit) bool { return len(u.After) > 0 }),
	"stays":            unit(func(u sortie.Unit) bool { return u.To == "" }),
	"items alone":      unit(func(u sortie.Unit) bool { return u.People == 0 && len(u.Equipment) > 0 }),
	"people alone":     unit(func(u sortie.Unit) bool { return u.Equipment == nil }),
	"towed":            unit(func(u sortie.Unit) bool { return u.Equipment["trailer"] > 0 }),
	"cannot drive":     unit(func(u sortie.Unit) bool { return u.Equipment["container"] > 0 }),
	"several nations":  func(m *sortie.Mission) bool { return len(m.Units) > 1 && m.Units[0].Nation != m.Units[1].Nation },
	"several legs":     func(m *sortie.Mission) bool { return len(m.Places) > 3 },
	"neighbouring":     neighbouring,
	"both directions":  bothDirections,
	"clearance":        clearance(func(sortie.Clearance) bool { return true }),
	"of every mode":    clearance(func(c sortie.Clearance) bool { return c.Mode == "" }),
	"nations cleared":  clearance(func(c sortie.Clearance) bool { return len(c.Nations) > 0 }),
	"opens later":      clearance(func(c sortie.Clearance) bool { return !c.From.IsZero() }),
	"clearance ends":   clearance(func(c sortie.Clearance) bool { return !c.Until.IsZero() }),
	"odds":             clearance(func(c sortie.Clearance) bool { return c.Odds != nil }),
	"task":             task(func(sortie.Task) bool { return true }),
	"task in time":     task(func(t sortie.Task) bool { return !t.From.IsZero() }),
	"task to the end":  task(func(t sortie.Task) bool { return t.Until.IsZero() }),
	"relief in place":  relief,
	"two at a time":    func(m *sortie.Mission) bool { return len(m.Tasks) > 1 },
	"short deadline":   func(m *sortie.Mission) bool { return m.Operation.Deadline.Sub(m.Operation.Start).Hours() < 31 },
	"start in the day": func(m *sortie.Mission) bool { return m.Operation.Start.Hour() > 0 },
}

func kind(k sortie.OperationKind) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return m.Operation.Kind == k }
}

func place(is func(sortie.Place) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.Places, is) }
}

func handling(is func(sortie.Handling) bool) func(*sortie.Mission) bool {
	return place(func(p sortie.Place) bool {
		for _, h := range p.Handles {
			if is(h) {
				return true
			}
		}
		return false
	})
}

func link(is func(sortie.Link) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.Links, is) }
}

func liftType(is func(sortie.LiftType) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.LiftTypes, is) }
}

func liftMode(m *sortie.Mission, mode sortie.Mode) bool {
	return liftType(func(t sortie.LiftType) bool { return t.Mode == mode })(m)
}

func fleet(is func(sortie.Fleet) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.Fleets, is) }
}

func unit(is func(sortie.Unit) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.Units, is) }
}

func clearance(is func(sortie.Clearance) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.Clearances, is) }
}

func task(is func(sortie.Task) bool) func(*sortie.Mission) bool {
	return func(m *sortie.Mission) bool { return slices.ContainsFunc(m.Tasks, is) }
}

func tooManyVehicles(m *sortie.Mission) bool {
	return m.Convoy.Vehicles > 0 && unit(func(u sortie.Unit) bool {
		return u.Equipment["truck"]+u.Equipment["jeep"]+u.Equipment["carrier"] > m.Convoy.Vehicles
	})(m)
}

// stopNeeded reports a type whose range falls short of every trunk while an
// airfield lies on the way: the generator draws such a range only then.
func stopNeeded(m *sortie.Mission) bool {
	middle := place(func(p sortie.Place) bool { return p.ID == "middle" })(m)
	var host, home sortie.Position
	for _, p := range m.Places {
		switch p.ID {
		case "host-port":
			host = p.At
		case "home-port":
			home = p.At
		}
	}
	// A degree of longitude is about 78.6 km at latitude 45.
	km := (home[1] - host[1]) * 78.6
	return middle && liftType(func(t sortie.LiftType) bool { return t.Range > 0 && t.Range < 0.95*km })(m)
}

func neighbouring(m *sortie.Mission) bool {
	return unit(func(u sortie.Unit) bool { return u.To != "" && u.At[:4] == u.To[:4] })(m)
}

func bothDirections(m *sortie.Mission) bool {
	leaves := unit(func(u sortie.Unit) bool { return u.To != "" && u.At[:4] == "host" && u.To[:4] == "home" })
	comes := unit(func(u sortie.Unit) bool { return u.To != "" && u.At[:4] == "home" && u.To[:4] == "host" })
	return leaves(m) && comes(m)
}

// relief reports a task without an end at a place that one unit leaves and
// another comes to.
func relief(m *sortie.Mission) bool {
	return task(func(t sortie.Task) bool {
		leaves := unit(func(u sortie.Unit) bool { return u.At == t.At && u.To != "" })
		comes := unit(func(u sortie.Unit) bool { return u.To == t.At })
		return t.Until.IsZero() && leaves(m) && comes(m)
	})(m)
}
