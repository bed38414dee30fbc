package network

import (
	"math"
	"sort"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the same plan on a machine without a zone database

	"sortie"
	"sortie/internal/lang"
)

// Compile turns a mission that was read without errors into a network. It
// returns an error that names the first reference or figure it cannot use; it
// is not a validator: package missionfile is.
func Compile(m *sortie.Mission) (*Network, error) {
	c := compiler{m: m, n: &Network{Mission: m, PersonT: m.PersonT, Convoy: m.Convoy, PeoplePerDay: Unlimited}}
	steps := []func() error{c.times, c.items, c.nations, c.places, c.types, c.fleets, c.units, c.tasks, c.travel}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, lang.Err(ofMission, m.ID, err)
		}
	}
	c.n.motors = c.n.motorsOf()
	return c.n, nil
}

type compiler struct {
	m       *sortie.Mission
	n       *Network
	place   map[string]PlaceIndex
	item    map[string]ItemIndex
	liftTyp map[string]TypeIndex
	nation  map[string]NationIndex
}

// afterDeadline is how long past the deadline a plan may still deliver, and
// beforeStart how early lifts may begin to position.
const (
	afterDeadline = 60 * 24 * 60
	beforeStart   = 15 * 24 * 60
)

func (c *compiler) times() error {
	n, op := c.n, c.m.Operation
	var err error
	if n.Zone, err = time.LoadLocation(c.m.Timezone); err != nil {
		return lang.Err(zoneUnknown, c.m.Timezone)
	}
	if op.Start.IsZero() || op.Deadline.IsZero() {
		return lang.Err(timesNeeded)
	}
	n.Start, n.Deadline = MinuteOf(op.Start), MinuteOf(op.Deadline)
	n.First = n.Start - beforeStart
	n.Last = max(n.Deadline, n.Start) + afterDeadline + (n.Deadline-n.Start)/2
	if p := op.Drawdown.PeoplePerDay; p != nil {
		n.PeoplePerDay = *p
	}
	for _, f := range op.Drawdown.Floor {
		n.Floors = append(n.Floors, Floor{f.People, MinuteOf(f.Until)})
	}
	return nil
}

func (c *compiler) items() error {
	c.item = make(map[string]ItemIndex)
	distinct := map[float64]bool{}
	for i := range c.m.EquipmentTypes {
		t := &c.m.EquipmentTypes[i]
		c.item[t.ID] = ItemIndex(i)
		c.n.Items = append(c.n.Items, ItemType{EquipmentType: t, Speed: None})
		if t.KMH > 0 && (t.Drives || t.Towed) {
			distinct[t.KMH] = true
		}
	}
	for s := range distinct {
		c.n.speeds = append(c.n.speeds, s)
	}
	sort.Float64s(c.n.speeds)
	for i := range c.n.Items {
		if it := &c.n.Items[i]; distinct[it.KMH] && (it.Drives || it.Towed) {
			it.Speed = sort.SearchFloat64s(c.n.speeds, it.KMH)
		}
	}
	return nil
}

// nations numbers every nation that a fleet, unit or clearance names.
func (c *compiler) nations() error {
	c.nation = make(map[string]NationIndex)
	add := func(id string) {
		if _, ok := c.nation[id]; id != "" && !ok {
			c.nation[id] = NationIndex(len(c.n.Nations))
			c.n.Nations = append(c.n.Nations, id)
		}
	}
	for _, f := range c.m.Fleets {
		add(f.Nation)
	}
	for _, u := range c.m.Units {
		add(u.Nation)
	}
	return nil
}

func (c *compiler) nationOf(id string) NationIndex {
	if n, ok := c.nation[id]; ok {
		return n
	}
	return None
}

func (c *compiler) places() error {
	c.place = make(map[string]PlaceIndex)
	clearances := newClearances(c.m.Clearances)
	for i := range c.m.Places {
		p := &c.m.Places[i]
		c.place[p.ID] = PlaceIndex(i)
		out := Place{ID: p.ID, Country: p.Country, Host: p.Country == c.m.Host, Zone: c.n.Zone, At: p.At}
		if p.Timezone != "" {
			zone, err := time.LoadLocation(p.Timezone)
			if err != nil {
				return lang.Err(placeZoneUnknown, p.ID, p.Timezone)
			}
			out.Zone = zone
		}
		hours, err := c.hours(p, out.Zone)
		if err != nil {
			return err
		}
		handles := p.Handles
		if len(handles) == 0 {
			handles = map[sortie.Mode]sortie.Handling{sortie.Road: {}}
		}
		for mode, name := range sortie.Modes {
			h, ok := handles[name]
			if !ok {
				continue
			}
			out.Handles[mode] = true
			out.Parking[mode], out.Working[mode] = limit(h.ParkingMOG), limit(h.WorkingMOG)
			out.Interval[mode], out.Runway[mode] = int(h.Interval), h.Runway
			out.access[mode] = clearances.access(hours, p.Country, name, c.n.Nations)
		}
		c.n.Places = append(c.n.Places, out)
	}
	return nil
}

func limit(n *int) int {
	if n == nil {
		return Unlimited
	}
	return *n
}

// hours is a place's calendar from its opening hours and closures.
func (c *compiler) hours(p *sortie.Place, zone *time.Location) (*Calendar, error) {
	var cal *Calendar
	if len(p.Open) > 0 {
		var hours [][2]int
		for _, s := range p.Open {
			from, to, ok := strings.Cut(s, "-")
			a, okA := clock(from)
			b, okB := clock(to)
			if !ok || !okA || !okB {
				return nil, lang.Err(hoursUnread, p.ID, s)
			}
			hours = append(hours, [2]int{a, b})
		}
		cal = dailyHours(hours, zone, c.n.First, c.n.Last)
	}
	for _, closed := range p.Closed {
		cal = without(cal, MinuteOf(closed.From), MinuteOf(closed.To))
	}
	return cal, nil
}

// clock reads HH:MM, 24:00 included, as minutes after midnight.
func clock(s string) (int, bool) {
	h, m, ok := strings.Cut(strings.TrimSpace(s), ":")
	hours, errH := strconv.Atoi(h)
	minutes, errM := strconv.Atoi(m)
	at := hours*60 + minutes
	return at, ok && errH == nil && errM == nil && hours >= 0 && minutes >= 0 && minutes < 60 && at <= 24*60
}

func (c *compiler) types() error {
	c.liftTyp = make(map[string]TypeIndex)
	for i := range c.m.LiftTypes {
		t := &c.m.LiftTypes[i]
		mode := modeIndex(t.Mode)
		if mode == None || !(t.Speed > 0) {
			return lang.Err(typeIncomplete, t.ID)
		}
		c.liftTyp[t.ID] = TypeIndex(i)
		out := LiftType{LiftType: t, Mode: mode, Load: int(t.Load), Unload: int(t.Unload),
			Turnaround: int(t.Turnaround), NoSpace: t.Decks == nil, curve: curve(t)}
		for _, d := range t.Decks {
			payload := math.Inf(1)
			if d.Payload != nil {
				payload = *d.Payload
			}
			for range d.Count {
				out.Decks = append(out.Decks, Deck{d.Length, d.Width, d.Height, payload})
				out.TotalLength += d.Length
			}
		}
		c.n.Types = append(c.n.Types, out)
	}
	return nil
}

func modeIndex(name sortie.Mode) ModeIndex {
	for i, m := range sortie.Modes {
		if m == name {
			return ModeIndex(i)
		}
	}
	return None
}

func (c *compiler) fleets() error {
	for _, f := range c.m.Fleets {
		typ, okType := c.liftTyp[f.Type]
		base, okBase := c.place[f.Base]
		if !okType || !okBase {
			return lang.Err(fleetUnknown, f.ID, f.Type, f.Base)
		}
		out := Fleet{ID: f.ID, Type: typ, Nation: c.nationOf(f.Nation), Count: f.Count, Base: base,
			From: c.n.First, Until: c.n.Last, Return: f.Return, PerDay: Unlimited}
		if !f.From.IsZero() {
			out.From = max(out.From, MinuteOf(f.From))
		}
		if !f.Until.IsZero() {
			out.Until = min(out.Until, MinuteOf(f.Until))
		}
		if mode := c.n.Types[typ].Mode; f.HoursPerDay > 0 && mode != Road {
			out.PerDay = int(math.Floor(f.HoursPerDay*60 + 1e-6))
		}
		if len(f.Serves) > 0 {
			out.serves = make([]bool, len(c.n.Nations))
			for _, id := range f.Serves {
				if n := c.nationOf(id); n >= 0 {
					out.serves[n] = true
				}
			}
		}
		c.n.Fleets = append(c.n.Fleets, out)
	}
	return nil
}

func (c *compiler) tasks() error {
	for _, t := range c.m.Tasks {
		p, ok := c.place[t.At]
		if !ok {
			return lang.Err(taskPlace, t.ID, t.At)
		}
		out := Task{ID: t.ID, People: t.People, From: c.n.Start, Until: Forever}
		if !t.From.IsZero() {
			out.From = MinuteOf(t.From)
		}
		if !t.Until.IsZero() {
			out.Until = MinuteOf(t.Until)
		}
		c.n.Places[p].Tasks = append(c.n.Places[p].Tasks, out)
	}
	return nil
}
