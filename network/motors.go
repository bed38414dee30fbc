package network

// stand is where the units of a nation stand together, and motors how they could
// drive from there.
type (
	stand struct {
		nation NationIndex
		at     PlaceIndex
	}
	motors struct {
		drives bool // with drivers and seats
		speed  int  // of the first unit that has vehicles; None where none has
	}
)

// motorsOf looks at every unit once: a hundred thousand of them may stand at one
// place.
func (n *Network) motorsOf() map[stand]motors {
	type count struct{ people, seats bool }
	counts, out := map[stand]count{}, map[stand]motors{}
	for i := range n.Units {
		u := &n.Units[i]
		at := stand{u.Nation, u.At}
		of, known := out[at]
		if !known || of.speed == None {
			of.speed = n.SpeedOf(u.Items)
		}
		if u.modes[Road] {
			c := counts[at]
			c.people = c.people || u.People > 0
			for _, it := range u.Items {
				c.seats = c.seats || n.Items[it.Type].Drives && it.Count > 0 && n.Items[it.Type].Seats > 0
			}
			counts[at] = c
			of.drives = c.people && c.seats
		}
		out[at] = of
	}
	return out
}
