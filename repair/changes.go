package repair

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"sortie"
)

// maker makes a change of a mission: by so many minutes, where it moves something in
// time. It makes nil where there is nothing to change: no such thing, or no limit on
// it. The mission itself is left as it is.
type maker func(m *sortie.Mission, minutes int) *Change

// changed finishes a change: the mission with it, and its patch, which holds the list
// that changes whole.
func changed(c Change, m sortie.Mission, key string, list any) *Change {
	c.patch, c.mission = map[string]any{key: list}, &m
	return &c
}

func placeIn(m *sortie.Mission, id string) int {
	return slices.IndexFunc(m.Places, func(p sortie.Place) bool { return p.ID == id })
}

// handling changes what a place takes of a mode.
func handling(kind Kind, id string, mode sortie.Mode, key string, by int, of func(*sortie.Handling) **int) maker {
	return func(is *sortie.Mission, _ int) *Change {
		i := placeIn(is, id)
		if i < 0 {
			return nil
		}
		m := *is
		m.Places = slices.Clone(is.Places)
		m.Places[i].Handles = maps.Clone(m.Places[i].Handles)
		h := m.Places[i].Handles[mode]
		figure := of(&h)
		if *figure == nil {
			return nil
		}
		more := **figure + by
		c := Change{Kind: kind, Place: id, Mode: mode, Path: fmt.Sprintf("places[%d].handles.%s.%s", i, mode, key), From: strconv.Itoa(**figure), To: strconv.Itoa(more)}
		*figure = &more
		m.Places[i].Handles[mode] = h
		return changed(c, m, "places", m.Places)
	}
}

func team(place string, mode sortie.Mode) maker {
	return handling(Team, place, mode, "working_mog", 1, func(h *sortie.Handling) **int { return &h.WorkingMOG })
}

// stand is room for one more of the largest lifts that could stand at a place.
func stand(m *sortie.Mission, place string, mode sortie.Mode) maker {
	slots := 1
	for _, t := range m.LiftTypes {
		if t.Mode == mode && slices.ContainsFunc(m.Fleets, func(f sortie.Fleet) bool { return f.Type == t.ID }) {
			slots = max(slots, t.Slots)
		}
	}
	return handling(Stand, place, mode, "parking_mog", slots, func(h *sortie.Handling) **int { return &h.ParkingMOG })
}

// hours are the ways in which a place may be open longer: each of its spans from
// earlier on or until later, and each time in which it is closed shorter.
func hours(m *sortie.Mission, id string) []maker {
	i := placeIn(m, id)
	if i < 0 {
		return nil
	}
	var out []maker
	for k := range m.Places[i].Open {
		out = append(out, open(id, k, Opens), open(id, k, Shuts))
	}
	for _, shut := range m.Places[i].Closed {
		out = append(out, reopens(id, shut))
	}
	return out
}

// open is a place with one of its spans of hours two hours longer.
func open(id string, k int, kind Kind) maker {
	return func(is *sortie.Mission, _ int) *Change {
		i := placeIn(is, id)
		p := is.Places[i]
		from, to, ok := strings.Cut(p.Open[k], "-")
		a, okA := minuteOfDay(from)
		b, okB := minuteOfDay(to)
		if !ok || !okA || !okB || (b-a+24*60)%(24*60) >= 24*60-openLonger {
			return nil
		}
		if kind == Opens {
			from = clockOf((a - openLonger + 24*60) % (24 * 60))
		} else if b += openLonger; b == 24*60 {
			to = "24:00"
		} else {
			to = clockOf(b % (24 * 60))
		}
		m := *is
		m.Places = slices.Clone(is.Places)
		m.Places[i].Open = slices.Clone(p.Open)
		m.Places[i].Open[k] = from + "-" + to
		c := Change{Kind: kind, Place: p.ID, Path: fmt.Sprintf("places[%d].open[%d]", i, k), From: p.Open[k], To: from + "-" + to}
		return changed(c, m, "places", m.Places)
	}
}

func minuteOfDay(s string) (int, bool) {
	h, m, _ := strings.Cut(s, ":")
	hour, errH := strconv.Atoi(h)
	minute, errM := strconv.Atoi(m)
	return hour*60 + minute, errH == nil && errM == nil
}

func clockOf(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// reopens is a place that is closed for less long; one that was to be closed for no
// longer than that is not closed.
func reopens(id string, shut sortie.Closure) maker {
	return func(is *sortie.Mission, minutes int) *Change {
		i := placeIn(is, id)
		p := is.Places[i]
		k := slices.Index(p.Closed, shut)
		if k < 0 {
			return nil
		}
		to := back(shut.To, minutes, shut.From)
		m := *is
		m.Places = slices.Clone(is.Places)
		m.Places[i].Closed = slices.Clone(p.Closed)
		c := Change{Kind: Reopens, Place: p.ID, Path: fmt.Sprintf("places[%d].closed[%d].to", i, k), From: stamp(shut.To), To: stamp(to), By: minutesFrom(to, shut.To), least: true}
		if shut.Why != "" {
			c.why = " (" + shut.Why + ")"
		}
		if to.Equal(shut.From) {
			m.Places[i].Closed = slices.Delete(m.Places[i].Closed, k, k+1)
			c.Path, c.To = fmt.Sprintf("places[%d].closed[%d]", i, k), ""
		} else {
			m.Places[i].Closed[k].To = to
		}
		return changed(c, m, "places", m.Places)
	}
}

// inFleet changes a fleet.
func inFleet(id string, change func(f *sortie.Fleet, minutes int, c *Change) bool) maker {
	return func(is *sortie.Mission, minutes int) *Change {
		i := slices.IndexFunc(is.Fleets, func(f sortie.Fleet) bool { return f.ID == id })
		if i < 0 {
			return nil
		}
		m := *is
		m.Fleets = slices.Clone(is.Fleets)
		c := Change{Fleet: id, Path: fmt.Sprintf("fleets[%d].", i)}
		if !change(&m.Fleets[i], minutes, &c) {
			return nil
		}
		return changed(c, m, "fleets", m.Fleets)
	}
}

func lift(id string) maker {
	return inFleet(id, func(f *sortie.Fleet, _ int, c *Change) bool {
		c.Kind, c.From, c.To = Lift, strconv.Itoa(f.Count), strconv.Itoa(f.Count+1)
		c.Path += "count"
		f.Count++
		return true
	})
}

// hoursPerDay lets the lifts of a fleet be under way two hours more in a day.
func hoursPerDay(id string) maker {
	return inFleet(id, func(f *sortie.Fleet, _ int, c *Change) bool {
		if f.HoursPerDay <= 0 || f.HoursPerDay >= 24 {
			return false
		}
		more := math.Min(24, f.HoursPerDay+2)
		c.Kind, c.From, c.To = HoursPerDay, figure(f.HoursPerDay), figure(more)
		c.Path += "hours_per_day"
		f.HoursPerDay = more
		return true
	})
}

func available(id string) maker {
	return inFleet(id, func(f *sortie.Fleet, minutes int, c *Change) bool {
		if f.From.IsZero() {
			return false
		}
		was := f.From
		f.From = back(was, minutes, time.Time{})
		*c = Change{Kind: Available, Fleet: id, Path: c.Path + "from", From: stamp(was), To: stamp(f.From), By: minutes, least: true}
		return true
	})
}

func stays(id string) maker {
	return inFleet(id, func(f *sortie.Fleet, minutes int, c *Change) bool {
		if f.Until.IsZero() {
			return false
		}
		was := f.Until
		f.Until = was.Add(time.Duration(minutes) * time.Minute)
		*c = Change{Kind: Stays, Fleet: id, Path: c.Path + "until", From: stamp(was), To: stamp(f.Until), By: minutes}
		return true
	})
}

// inClearance changes one end of a clearance's window.
func inClearance(id string, kind Kind) maker {
	return func(is *sortie.Mission, minutes int) *Change {
		i := slices.IndexFunc(is.Clearances, func(c sortie.Clearance) bool { return c.ID == id })
		if i < 0 {
			return nil
		}
		m := *is
		m.Clearances = slices.Clone(is.Clearances)
		end, key, by := &m.Clearances[i].From, "from", -minutes
		if kind == Holds {
			end, key, by = &m.Clearances[i].Until, "until", minutes
		}
		was := *end
		if was.IsZero() {
			return nil
		}
		*end = was.Add(time.Duration(by) * time.Minute)
		c := Change{Kind: kind, ID: id, Path: fmt.Sprintf("clearances[%d].%s", i, key), From: stamp(was), To: stamp(*end), By: minutes, least: kind == Clearance}
		return changed(c, m, "clearances", m.Clearances)
	}
}

// mostUnits is how many units a mission may have for the release of one to be tried:
// the patch holds them all.
const mostUnits = 2000

func release(id string) maker {
	return func(is *sortie.Mission, minutes int) *Change {
		i := slices.IndexFunc(is.Units, func(u sortie.Unit) bool { return u.ID == id })
		if i < 0 || len(is.Units) > mostUnits || !is.Units[i].Ready.After(is.Operation.Start) {
			return nil
		}
		m := *is
		m.Units = slices.Clone(is.Units)
		was := m.Units[i].Ready
		m.Units[i].Ready = back(was, minutes, m.Operation.Start)
		c := Change{Kind: Release, ID: id, Path: fmt.Sprintf("units[%d].ready", i), From: stamp(was), To: stamp(m.Units[i].Ready), By: minutesFrom(m.Units[i].Ready, was), least: true}
		return changed(c, m, "units", m.Units)
	}
}

// task is a task that ends sooner, by half its time at most; one without an end ends so
// long before the deadline.
func task(id string) maker {
	return func(is *sortie.Mission, minutes int) *Change {
		i := slices.IndexFunc(is.Tasks, func(t sortie.Task) bool { return t.ID == id })
		if i < 0 {
			return nil
		}
		m := *is
		m.Tasks = slices.Clone(is.Tasks)
		t := &m.Tasks[i]
		begins, ends, was := t.From, t.Until, t.Until
		if begins.IsZero() {
			begins = m.Operation.Start
		}
		if ends.IsZero() {
			ends = m.Operation.Deadline
		}
		if t.Until = back(ends, minutes, halfway(begins, ends)); !t.Until.Before(ends) {
			return nil
		}
		c := Change{Kind: Task, Place: t.At, ID: id, Path: fmt.Sprintf("tasks[%d].until", i), From: stamp(was), To: stamp(t.Until)}
		if !was.IsZero() {
			c.By, c.least = minutesFrom(t.Until, was), true
		}
		return changed(c, m, "tasks", m.Tasks)
	}
}

// halfway is the full hour in the middle of a time.
func halfway(from, to time.Time) time.Time {
	return to.Add(-(to.Sub(from) / 2).Truncate(time.Hour))
}

func floor(i int) maker {
	return func(is *sortie.Mission, minutes int) *Change {
		m := *is
		floors := slices.Clone(m.Operation.Drawdown.Floor)
		was := floors[i].Until
		if floors[i].Until = back(was, minutes, halfway(m.Operation.Start, was)); !floors[i].Until.Before(was) {
			return nil
		}
		m.Operation.Drawdown.Floor = floors
		c := Change{Kind: Floor, Path: fmt.Sprintf("operation.drawdown.floor[%d].until", i), From: stamp(was), To: stamp(floors[i].Until), By: minutesFrom(floors[i].Until, was), least: true}
		return changed(c, m, "operation", map[string]any{"drawdown": map[string]any{"floor": floors}})
	}
}

// perDay is the least limit on people in a day, in tens, with which those whom a plan
// takes out of the theatre leave it in a day less.
func perDay(leaving int) maker {
	return func(is *sortie.Mission, _ int) *Change {
		quota := is.Operation.Drawdown.PeoplePerDay
		if quota == nil || *quota <= 0 || leaving <= *quota {
			return nil
		}
		m := *is
		days := (leaving + *quota - 1) / *quota
		more := ((leaving+days-2)/(days-1) + 9) / 10 * 10
		m.Operation.Drawdown.PeoplePerDay = &more
		c := Change{Kind: PerDay, Path: "operation.drawdown.people_per_day", From: strconv.Itoa(*quota), To: strconv.Itoa(more)}
		return changed(c, m, "operation", map[string]any{"drawdown": map[string]any{"people_per_day": more}})
	}
}

// deadline is the least that lets a plan be in time: the full hour after it closes.
func deadline(closure time.Time) maker {
	return func(is *sortie.Mission, _ int) *Change {
		m := *is
		was := m.Operation.Deadline
		late := int(math.Ceil(closure.Sub(was).Hours())) * 60
		if late <= 0 {
			return nil
		}
		m.Operation.Deadline = was.Add(time.Duration(late) * time.Minute)
		c := Change{Kind: Deadline, Path: "operation.deadline", From: stamp(was), To: stamp(m.Operation.Deadline), By: late}
		return changed(c, m, "operation", map[string]any{"deadline": m.Operation.Deadline})
	}
}

// back is a time so many minutes sooner, but not before another.
func back(t time.Time, minutes int, first time.Time) time.Time {
	t = t.Add(-time.Duration(minutes) * time.Minute)
	if t.Before(first) {
		return first
	}
	return t
}

// stamp is a time as files have it; empty where there is none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func minutesFrom(a, b time.Time) int { return int(b.Sub(a) / time.Minute) }

func figure(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
