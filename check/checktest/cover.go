package checktest

import (
	"time"

	"sortie"
	"sortie/check"
)

// strengthAt is how many people stand at a place before anything moves.
func strengthAt(m *sortie.Mission, in func(place string) bool) int {
	n := 0
	for _, u := range m.Units {
		if in(u.At) {
			n += u.People
		}
	}
	return n
}

// leavingFrom alters on the first movement that takes people of a unit from
// where it stands at first.
func leavingFrom(alter func(m *sortie.Mission, mv *sortie.Movement) bool) func(*sortie.Mission, *sortie.Plan) bool {
	return onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
		for _, c := range mv.Cargo {
			if c.People > 0 && unitOf(m, c.Unit).At == mv.From {
				return alter(m, mv)
			}
		}
		return false
	})
}

var coverMutations = []Mutation{
	{Name: "task for all who stand there, to the end", Rule: check.Cover,
		Break: leavingFrom(func(m *sortie.Mission, mv *sortie.Movement) bool {
			all := strengthAt(m, func(place string) bool { return place == mv.From })
			m.Tasks = append(m.Tasks, sortie.Task{ID: "all", At: mv.From, People: all})
			return true
		})},
	{Name: "task that needs one more than stand there", Rule: check.Cover,
		Break: leavingFrom(func(m *sortie.Mission, mv *sortie.Movement) bool {
			all := strengthAt(m, func(place string) bool { return place == mv.From })
			m.Tasks = append(m.Tasks, sortie.Task{ID: "more", At: mv.From, People: all + 1, Until: m.Operation.Start.Add(time.Minute)})
			return true
		})},
	{Name: "task that lasts a minute into the loading", Rule: check.Cover,
		Break: leavingFrom(func(m *sortie.Mission, mv *sortie.Movement) bool {
			all := strengthAt(m, func(place string) bool { return place == mv.From })
			m.Tasks = append(m.Tasks, sortie.Task{ID: "minute", At: mv.From, People: all, From: mv.Load, Until: mv.Load.Add(time.Minute)})
			return true
		})},
	{Name: "task whose people arrive a minute late", Rule: check.Cover,
		Break: onMovement(func(m *sortie.Mission, p *sortie.Plan, mv *sortie.Movement) bool {
			for i := range p.Movements {
				if o := &p.Movements[i]; o.To == mv.To && peopleOf(o) > 0 && o.Unloaded.Before(mv.Unloaded) {
					return false
				}
			}
			if peopleOf(mv) == 0 || strengthAt(m, func(place string) bool { return place == mv.To }) > 0 {
				return false
			}
			m.Tasks = append(m.Tasks, sortie.Task{ID: "early", At: mv.To, People: 1,
				From: mv.Unloaded.Add(-time.Minute), Until: mv.Unloaded})
			return true
		})},
}

func inTheatre(m *sortie.Mission) func(place string) bool {
	return func(id string) bool {
		p := placeOf(m, id)
		return p != nil && p.Country == m.Host
	}
}

// outOfTheatre alters on the first movement with people that leaves it.
func outOfTheatre(alter func(m *sortie.Mission, mv *sortie.Movement) bool) func(*sortie.Mission, *sortie.Plan) bool {
	return onMovement(func(m *sortie.Mission, _ *sortie.Plan, mv *sortie.Movement) bool {
		in := inTheatre(m)
		return in(mv.From) && !in(mv.To) && peopleOf(mv) > 0 && alter(m, mv)
	})
}

var drawdownMutations = []Mutation{
	{Name: "one person a day fewer than leave on a movement", Rule: check.Drawdown,
		Break: outOfTheatre(func(m *sortie.Mission, mv *sortie.Movement) bool {
			m.Operation.Drawdown.PeoplePerDay = ptr(peopleOf(mv) - 1)
			return true
		})},
	{Name: "nobody may leave", Rule: check.Drawdown,
		Break: outOfTheatre(func(m *sortie.Mission, _ *sortie.Movement) bool {
			m.Operation.Drawdown.PeoplePerDay = ptr(0)
			return true
		})},
	{Name: "floor of all until a minute after somebody loads", Rule: check.Drawdown,
		Break: func(m *sortie.Mission, p *sortie.Plan) bool {
			in := inTheatre(m)
			for i := range p.Movements {
				if mv := &p.Movements[i]; in(mv.To) && !in(mv.From) && peopleOf(mv) > 0 {
					return false
				}
			}
			return outOfTheatre(func(m *sortie.Mission, mv *sortie.Movement) bool {
				m.Operation.Drawdown.Floor = []sortie.Floor{{People: strengthAt(m, in), Until: mv.Load.Add(time.Minute)}}
				return true
			})(m, p)
		}},
	{Name: "floor above the strength", Rule: check.Drawdown,
		Break: func(m *sortie.Mission, _ *sortie.Plan) bool {
			m.Operation.Drawdown.Floor = append(m.Operation.Drawdown.Floor,
				sortie.Floor{People: strengthAt(m, inTheatre(m)) + 1, Until: m.Operation.Start.Add(time.Minute)})
			return true
		}},
}
