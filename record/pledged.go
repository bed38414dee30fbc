package record

import (
	"fmt"
	"sort"

	"sortie"
)

// strengthIsPledged holds what each nation has in the theatre to its latest
// pledge that names a figure. A pledge without one pledges no number.
func strengthIsPledged(b *book) {
	latest := make([]map[string]int, len(measures)) // per measure: nation → entry
	for k, mea := range measures {
		latest[k] = map[string]int{}
		b.each(sortie.Pledge, func(i int, e *sortie.Entry) {
			if _, ok := stated(e, mea.pledged(e), mea.name, e.By); !ok || e.By == "" {
				return
			}
			if last, ok := latest[k][e.By]; !ok || !before(b.days[i], b.days[last]) {
				latest[k][e.By] = i
			}
		})
	}
	units := map[string][]int{}
	for i := range b.m.Units {
		units[b.m.Units[i].Nation] = append(units[b.m.Units[i].Nation], i)
	}
	for k, mea := range measures {
		var entries []int
		for _, i := range latest[k] {
			entries = append(entries, i)
		}
		sort.Ints(entries)
		for _, i := range entries {
			e := &b.m.Record[i]
			f, _ := stated(e, mea.pledged(e), mea.name, e.By)
			limit, limited := ceiling(f)
			if !limited {
				continue
			}
			s := b.inPlace(mea, units[e.By], limit)
			if s.tips < 0 {
				continue
			}
			b.doubt(RulePledge, fmt.Sprintf("units[%d].%s", s.tips, mea.name),
				overPledge.Text(short(e.By), mea.count.Text(s.total), s.when, b.makeUp(s, mea), b.name(i), figure(f), slackOf(f, limit), number(float64(s.total)-limit)),
				pledgeAnew.Text())
		}
	}
}
