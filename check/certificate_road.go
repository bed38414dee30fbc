package check

// convoyLoad is the most points of one convoy: so many vehicles with the
// people in them, and no more than one nation has.
func (b *border) convoyLoad() int64 {
	nations, most := map[string]int64{}, int64(0)
	for _, p := range b.parties {
		counted := map[string]bool{}
		for _, u := range p.units {
			if nation := b.units[u].Nation; !counted[nation] {
				counted[nation] = true
				nations[nation] = plusCapped(nations[nation], timesCapped(b.parts[p.part].each[p.kind], p.count))
				most = max(most, nations[nation])
			}
		}
	}
	person, item, seats := b.each[people], int64(0), int64(0)
	for i := range b.mission.EquipmentTypes {
		e := &b.mission.EquipmentTypes[i]
		seats = max(seats, min(int64(e.Seats), 1e6))
		if e.Drives || e.Towed {
			item = max(item, b.each[i])
		}
	}
	if vehicles := int64(b.mission.Convoy.Vehicles); vehicles > 0 {
		most = min(most, timesCapped(vehicles, plusCapped(item, timesCapped(person, seats))))
	}
	return most
}

// convoys is what drives across: convoys that leave one place are a headway
// apart.
func (b *border) convoys(l *reach) int64 {
	headway, form, load := int64(b.mission.Convoy.Headway), int64(b.mission.Convoy.FormUp), b.convoyLoad()
	total := int64(0)
	for p, in := range b.inside {
		if !in || b.ready[p] >= farFuture || l.drives[p] <= farPast || b.ready[p]+form > l.drives[p] {
			continue
		}
		if headway <= 0 {
			return boundless
		}
		total = plusCapped(total, timesCapped((l.drives[p]-b.ready[p]-form)/headway+1, load))
	}
	return total
}
