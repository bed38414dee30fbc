package solve

import (
	"cmp"
	"fmt"
	"slices"

	"sortie"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
	"sortie/solve/internal/search"
)

// emit writes a solution as a plan: movements in the contract's order, each
// vehicle with its place on the deck.
func emit(n *network.Network, p *haul.Problem, s *search.Solution) *sortie.Plan {
	moves := slices.Clone(s.Schedule.Moves)
	slices.SortStableFunc(moves, func(a, b sched.Move) int {
		return cmp.Or(cmp.Compare(a.Load, b.Load), cmp.Compare(convoyLast(a.Fleet), convoyLast(b.Fleet)),
			byFleet(n, a.Fleet, b.Fleet), cmp.Compare(a.Number, b.Number))
	})
	plan := &sortie.Plan{Version: sortie.FormatVersion, Mission: n.Mission.ID, Movements: make([]sortie.Movement, len(moves))}
	for i := range moves {
		plan.Movements[i] = movement(n, &moves[i], i+1)
	}
	plan.Verdict.LeftBehind = leftBehind(n, s)
	return plan
}

func convoyLast(f network.FleetIndex) int {
	if f == network.None {
		return 1
	}
	return 0
}

func byFleet(n *network.Network, a, b network.FleetIndex) int {
	if a == b || a == network.None || b == network.None {
		return 0
	}
	return cmp.Compare(n.Fleets[a].ID, n.Fleets[b].ID)
}

func movement(n *network.Network, m *sched.Move, id int) sortie.Movement {
	out := sortie.Movement{ID: id, Mode: sortie.Road, From: n.Places[m.From].ID, To: n.Places[m.To].ID,
		Load: m.Load.Time(n.Zone), Depart: m.Depart.Time(n.Zone), Arrive: m.Arrive.Time(n.Zone), Unloaded: m.Unloaded.Time(n.Zone),
		KM: float64(int(m.KM*10+0.5)) / 10}
	if m.Fleet != network.None {
		f := &n.Fleets[m.Fleet]
		out.Lift = fmt.Sprintf("%s/%d", f.ID, m.Number)
		out.Mode = n.Types[f.Type].Mode.ModeName()
	}
	for _, s := range m.Stops {
		out.Stops = append(out.Stops, sortie.Stop{At: n.Places[s.At].ID, Arrive: s.Arrive.Time(n.Zone), Depart: s.Depart.Time(n.Zone)})
	}
	if m.Haul != nil {
		out.Cargo = cargo(n, m)
	}
	return out
}

// cargo lists what a movement carries, unit by unit. Equal vehicles of several
// units take the places of their type in that order.
func cargo(n *network.Network, m *sched.Move) []sortie.Cargo {
	var out []sortie.Cargo
	next := map[network.ItemIndex]int{}
	if m.Option != nil {
		for i := len(m.Option.Stow.Placed) - 1; i >= 0; i-- {
			next[m.Option.Stow.Placed[i].Type] = i
		}
	}
	for _, p := range m.Haul.Parts {
		id := n.Units[p.Unit].ID
		if len(out) == 0 || out[len(out)-1].Unit != id {
			out = append(out, sortie.Cargo{Unit: id})
		}
		c := &out[len(out)-1]
		if p.Kind == network.People {
			c.People = p.N
			continue
		}
		for range p.N {
			item := sortie.Item{Type: n.Items[p.Kind].ID}
			if i, ok := next[p.Kind]; ok {
				at := m.Option.Stow.Placed[i]
				item.Stowage = &sortie.Stowage{Deck: at.Deck, X: at.X, Y: at.Y}
				next[p.Kind]++
			}
			c.Items = append(c.Items, item)
		}
	}
	return out
}

// leftBehind lists what is not delivered of each unit, and why.
func leftBehind(n *network.Network, s *search.Solution) []sortie.Left {
	delivered := map[haul.Part]int{}
	for i := range s.Schedule.Moves {
		m := &s.Schedule.Moves[i]
		if m.Haul == nil {
			continue
		}
		for _, p := range m.Haul.Parts {
			if n.Units[p.Unit].To == m.To {
				delivered[haul.Part{Unit: p.Unit, Kind: p.Kind}] += p.N
			}
		}
	}
	var out []sortie.Left
	for i := range n.Units {
		u := &n.Units[i]
		if u.To == network.None || u.To == u.At {
			continue
		}
		for slot := range 1 + len(u.Items) {
			kind := haul.KindAt(u, slot)
			missing := haul.Count(u, kind) - delivered[haul.Part{Unit: network.UnitIndex(i), Kind: kind}]
			if missing <= 0 {
				continue
			}
			left := sortie.Left{Unit: u.ID, Reason: n.Stranded(network.UnitIndex(i), kind).String()}
			if left.Reason == "" {
				left.Reason = network.Unreached().String()
			}
			if kind == network.People {
				left.People = missing
			} else {
				left.Items = missing
				left.Reason = n.Items[kind].ID + ": " + left.Reason
			}
			out = append(out, left)
		}
	}
	return out
}
