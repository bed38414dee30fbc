package check

import "sortie/internal/lang"

// turnOut fills in how many lifts a price of such is for, and the least minutes from when one leaves with a
// load until it is at a place inside for the next.
func (m *muster) turnOut(s *stint) error {
	for i, f := range m.prover.fleets {
		if f.ID == s.Fleet && s.Trip > 0 && m.border.fleets[i].carries {
			if m.tried += len(m.places) * len(m.places) * len(m.places); m.tried > mostRunTries {
				return lang.Err(tooManyRuns)
			}
			s.fleet, s.servers, s.ways = i, int64(max(f.Count, 0)), f.shortest(0)
			s.rounds = all(len(m.places), farFuture)
			for back := range s.rounds {
				for q, in := range m.inside {
					if in || s.ways[q][back] >= farFuture {
						continue
					}
					for p := range m.inside {
						if m.inside[p] && s.ways[p][q] < farFuture {
							s.rounds[back] = min(s.rounds[back], s.ways[p][q]+max(f.unload, f.turn)+s.ways[q][back])
						}
					}
				}
			}
			return nil
		}
	}
	return lang.Err(splitUnknown)
}

// tardy is one for each n-th run of the lifts that begins no sooner than the minute, and for each next one that
// cannot follow on such a run. No lift makes both.
func (m *muster) tardy(s *stint, r *run) int64 {
	if r.fleet != s.fleet {
		return 0
	}
	load := m.prover.fleets[r.fleet].load
	late := r.nth == s.Trip-1 && r.begins >= s.first
	next := r.nth == s.Trip && s.first+load+s.rounds[r.from]+load+s.ways[r.from][r.to] > r.lands[1]
	if late || next {
		return 1
	}
	return 0
}
