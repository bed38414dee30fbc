package gen

import (
	"fmt"
	"math"
	"slices"

	"sortie"
)

// lifts adds a fleet for each stretch of the way (trunk, the host's feeder,
// the other side's feeder), and sometimes one more.
func (w *world) lifts() {
	w.fleet(w.trunks[0], w.hostPort, w.homePort)
	if w.hostSites[0] != w.hostPort {
		w.fleet(w.feederMode(w.hostSites[0]), append(w.hostSites, w.hostPort)...)
	}
	if w.homeSites[0] != w.homePort {
		w.fleet(w.feederMode(w.homeSites[0]), append(w.homeSites, w.homePort)...)
	}
	if len(w.m.Fleets) < 4 && chance(w.source, 55, "one more fleet") {
		w.fleet(w.trunks[len(w.trunks)-1], w.hostPort, w.homePort)
	}
	w.typedLink()
}

func (w *world) feederMode(site string) sortie.Mode {
	for _, link := range w.m.Links {
		if link.From == site || link.To == site || (len(link.Between) == 2 && link.Between[0] == site) {
			return link.Mode
		}
	}
	return sortie.Road
}

// typedLink makes one listed route a route for one type of aircraft alone.
func (w *world) typedLink() {
	for i := range w.m.Links {
		link := &w.m.Links[i]
		if link.Mode != sortie.Air || !chance(w.source, 30, "link for one type") {
			continue
		}
		for _, t := range w.m.LiftTypes {
			if t.Mode == sortie.Air {
				link.Types = []string{t.ID}
				return
			}
		}
	}
}

func (w *world) fleet(mode sortie.Mode, bases ...string) {
	n := len(w.m.Fleets) + 1
	t := w.liftType(mode)
	t.ID = fmt.Sprintf("%s-%d", t.ID, n)
	w.m.LiftTypes = append(w.m.LiftTypes, t)
	f := sortie.Fleet{
		ID:     fmt.Sprintf("fleet-%d", n),
		Type:   t.ID,
		Nation: pick(w.source, "fleet nation", nations...),
		Count:  between(w.source, 1, 3, "lifts"),
		Base:   pick(w.source, "base", bases...),
		Return: chance(w.source, 20, "return"),
	}
	if mode == sortie.Air && w.middle != "" && chance(w.source, 25, "base in the middle") {
		f.Base = w.middle
	}
	if chance(w.source, 30, "fleet from") {
		f.From = w.at(sortie.Duration(60 * (w.intN(72, "from hours") - 24)))
	}
	if chance(w.source, 20, "fleet until") {
		f.Until = w.at(sortie.Duration(between(w.source, 4, 14, "until days")) * sortie.Day)
	}
	switch {
	case mode == sortie.Air && chance(w.source, 35, "flying hours"):
		f.HoursPerDay = float64(between(w.source, 10, 32, "half hours a day")) / 2
	case (mode == sortie.Rail || mode == sortie.Sea) && chance(w.source, 20, "hours under way"):
		f.HoursPerDay = 22
	}
	if chance(w.source, 12, "serves") {
		f.Serves = slices.Clone(nations[:between(w.source, 1, 2, "nations served")])
	}
	w.m.Fleets = append(w.m.Fleets, f)
}

func (w *world) liftType(mode sortie.Mode) sortie.LiftType {
	t := sortie.LiftType{
		Mode:       mode,
		Gap:        pick(w.source, "gap", sortie.DefaultGap, 0, 0.3),
		Slots:      1,
		Load:       sortie.Duration(15 * between(w.source, 0, 10, "load")),
		Unload:     sortie.Duration(10 * between(w.source, 0, 12, "unload")),
		Turnaround: sortie.Duration(20 * w.intN(6, "turnaround")),
	}
	if chance(w.source, 15, "slots") {
		t.Slots = 2
	}
	if chance(w.source, 20, "cost") {
		t.CostPerHour = float64(100 * between(w.source, 1, 95, "hundreds an hour"))
	}
	switch mode {
	case sortie.Air:
		w.aircraft(&t)
	case sortie.Rail:
		w.train(&t)
	case sortie.Sea:
		w.ship(&t)
	default:
		w.lorry(&t)
	}
	return t
}

func (w *world) aircraft(t *sortie.LiftType) {
	t.Speed = float64(between(w.source, 16, 34, "speed")) * 25
	t.Overhead = sortie.Duration(5 * w.intN(6, "overhead"))
	if chance(w.source, 40, "needs a runway") {
		t.Runway = float64(between(w.source, 10, 24, "runway needed")) * 100
	}
	payload := float64(between(w.source, 20, 48, "payload"))
	switch {
	case !w.itemsAboard() && chance(w.source, 70, "airliner"):
		t.ID, t.Decks = "airliner", []sortie.Deck{}
		t.Seats = sortie.Seats{Empty: between(w.source, 20, 180, "seats")}
		t.Seats.Full = t.Seats.Empty
		payload /= 2
	case chance(w.source, 15, "by mass alone"):
		t.ID = "transport"
		t.Seats = sortie.Seats{Empty: 60, Full: 60}
	default:
		t.ID = "freighter"
		t.Decks = []sortie.Deck{{
			Count:  1,
			Length: pick(w.source, "deck length", 24.5, 14.2, 9.6, 8.1),
			Width:  pick(w.source, "deck width", 3.45, 5.45, 3.2),
			Height: pick(w.source, "deck height", 3.4, 2.9),
		}}
		t.Seats = sortie.Seats{Empty: between(w.source, 40, 145, "seats"), Full: between(w.source, 0, 40, "seats beside")}
	}
	w.reach(t, payload)
}

// reach limits payload and range: not at all, flat, or along a curve; beyond
// the trunk where a stop helps, and sometimes where none does.
func (w *world) reach(t *sortie.LiftType, payload float64) {
	km := w.trunkKM
	switch w.intN(4, "reach") {
	case 1:
		t.Payload = &payload
	case 2:
		t.PayloadRange = [][2]float64{
			{math.Round(km * 0.5), payload}, {math.Round(km * 0.9), math.Round(payload * 0.6)}, {math.Round(km * 1.8), 0},
		}
	case 3:
		t.Payload, t.Range = &payload, math.Round(km*1.4)
		if w.middle != "" && chance(w.source, 60, "out of reach") {
			t.Range = math.Round(km * 0.85)
		}
	}
}

func (w *world) itemsAboard() bool {
	for _, u := range w.m.Units {
		if u.To != "" && len(u.Equipment) > 0 {
			return true
		}
	}
	return false
}

func (w *world) train(t *sortie.LiftType) {
	t.ID, t.Speed = "train", float64(between(w.source, 30, 80, "train speed"))
	wagon := sortie.Deck{Count: between(w.source, 2, 6, "wagons"), Length: 13.3, Width: 3.2, Height: 3.5}
	if chance(w.source, 60, "wagon payload") {
		payload := float64(between(w.source, 27, 60, "t of a wagon"))
		wagon.Payload = &payload
	}
	t.Decks = []sortie.Deck{wagon}
	t.Seats = sortie.Seats{Empty: 120, Full: 120}
	if chance(w.source, 30, "train payload") {
		payload := 200.0
		t.Payload = &payload
	}
}

func (w *world) ship(t *sortie.LiftType) {
	t.ID, t.Speed = "ship", float64(between(w.source, 20, 40, "ship speed"))
	t.Load *= 4
	t.Unload *= 4
	t.Seats = sortie.Seats{Empty: 100, Full: 50}
	if chance(w.source, 30, "ship by mass") {
		payload := float64(between(w.source, 100, 400, "t of a ship"))
		t.Payload = &payload
		return
	}
	t.Decks = []sortie.Deck{
		{Count: 1, Length: 30, Width: 9.3, Height: 4.5},
		{Count: 2, Length: 20, Width: 6.2, Height: 2.7},
	}
}

func (w *world) lorry(t *sortie.LiftType) {
	t.Speed = float64(between(w.source, 40, 80, "road speed"))
	t.Load = min(t.Load, 45)
	t.Unload = min(t.Unload, 45)
	t.Turnaround = min(t.Turnaround, 20)
	t.Overhead = sortie.Duration(5 * w.intN(3, "road overhead"))
	if !w.itemsAboard() && chance(w.source, 70, "bus") {
		t.ID, t.Decks, t.Seats = "bus", []sortie.Deck{}, sortie.Seats{Empty: 45, Full: 45}
		return
	}
	t.ID = "lorry"
	t.Decks = []sortie.Deck{{Count: 1, Length: 10, Width: 3.45, Height: 3.6}}
	t.Seats = sortie.Seats{Empty: 30, Full: 10}
	if chance(w.source, 30, "lorry payload") {
		payload := 30.0
		t.Payload = &payload
	}
}
