package network

import (
	"sort"

	"sortie"
	"sortie/internal/lang"
)

func (c *compiler) units() error {
	index := make(map[string]UnitIndex, len(c.m.Units))
	for i, u := range c.m.Units {
		index[u.ID] = UnitIndex(i)
	}
	for i := range c.m.Units {
		u := &c.m.Units[i]
		out := Unit{ID: u.ID, Nation: c.nationOf(u.Nation), To: None, People: u.People,
			Ready: c.n.Start, Due: c.n.Deadline, Priority: u.Priority, Together: Unlimited}
		var ok bool
		if out.At, ok = c.place[u.At]; !ok {
			return lang.Err(unitPlace, u.ID, u.At)
		}
		if u.To != "" {
			if out.To, ok = c.place[u.To]; !ok {
				return lang.Err(unitPlace, u.ID, u.To)
			}
		}
		if !u.Ready.IsZero() {
			out.Ready = max(out.Ready, MinuteOf(u.Ready))
		}
		if !u.Due.IsZero() {
			out.Due = MinuteOf(u.Due)
		}
		if u.Together != nil {
			out.Together = int(*u.Together)
		}
		if err := c.unitItems(u, &out); err != nil {
			return err
		}
		if err := c.unitVia(u, &out); err != nil {
			return err
		}
		for _, id := range u.After {
			before, ok := index[id]
			if !ok {
				return lang.Err(unitUnit, u.ID, id)
			}
			out.After = append(out.After, before)
		}
		c.n.Units = append(c.n.Units, out)
	}
	return nil
}

func (c *compiler) unitItems(u *sortie.Unit, out *Unit) error {
	for id, count := range u.Equipment {
		it, ok := c.item[id]
		if !ok {
			return lang.Err(unitEquipment, u.ID, id)
		}
		if count > 0 {
			out.Items = append(out.Items, ItemCount{it, count})
		}
	}
	sort.Slice(out.Items, func(i, j int) bool { return out.Items[i].Type < out.Items[j].Type })
	for m := range out.modes {
		out.modes[m] = len(u.Modes) == 0
	}
	for _, name := range u.Modes {
		if m := modeIndex(name); m != None {
			out.modes[m] = true
		}
	}
	return nil
}

// unitVia lists the places that the unit has still to pass: where it stands at
// first is passed.
func (c *compiler) unitVia(u *sortie.Unit, out *Unit) error {
	for _, id := range u.Via {
		p, ok := c.place[id]
		if !ok {
			return lang.Err(unitPlace, u.ID, id)
		}
		if p != out.At {
			out.Via = append(out.Via, p)
		}
	}
	return nil
}
