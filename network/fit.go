package network

// Fits reports whether one item of the kind can lie on an empty lift of the
// type, or one person sit in it.
func (n *Network) Fits(t TypeIndex, kind ItemIndex) bool {
	typ := &n.Types[t]
	if kind == People {
		return typ.Seats.Empty > 0 && n.PersonT <= typ.MaxPayload()+1e-9
	}
	it := &n.Items[kind]
	if it.Mass > typ.MaxPayload()+1e-9 {
		return false
	}
	if typ.NoSpace {
		return true
	}
	const eps = 1e-6
	for _, d := range typ.Decks {
		if it.Length+2*typ.Gap <= d.Length+eps && it.Width+2*typ.Gap <= d.Width+eps &&
			it.Height <= d.Height+eps && it.Mass <= d.Payload+eps {
			return true
		}
	}
	return false
}

// mass is the tonnes of one of the kind.
func (n *Network) mass(kind ItemIndex) float64 {
	if kind == People {
		return n.PersonT
	}
	return n.Items[kind].Mass
}
