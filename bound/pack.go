package bound

// mostPacked bounds the loads looked at to find the best; past it nothing more
// than the rows say is known. mostPackedKinds is of how many kinds a load is
// looked at at all.
const (
	mostPacked      = 60000
	mostPackedKinds = 24
)

// packing is the search for the load of a form that counts most.
type packing struct {
	*form
	each    []int64
	rows    [][]int64 // those of the form, and what they say together
	best    int64
	enough  int64
	load    []int64
	now     []int64
	left    [][]int64   // of each row, before each kind
	leading [][]float64 // most points for the whole of a row, of this kind and those after
	looked  int
}

// pack is the most that one load can count, the best load found, and how many
// were looked at: where those are too many, no load counts more than the first
// number, but it may be that none counts as much.
func (f *form) pack(each []int64) (most int64, load []int64, looked int) {
	return f.packTo(each, 0, unlimited)
}

// packTo looks for a load between two counts alone: where there is none of at
// least the first, all that is known is that there is none, and one of the
// second is as good as any.
func (f *form) packTo(each []int64, least, enough int64) (most int64, load []int64, looked int) {
	p := &packing{form: f, each: each, rows: f.rows, now: make([]int64, len(each)), load: make([]int64, len(each)), best: least - 1, enough: enough}
	objective, limits := make([]float64, len(each)), make([][]float64, len(f.rows))
	for k := range each {
		objective[k] = float64(each[k])
	}
	whole := make([]float64, len(f.rows))
	for i, row := range f.rows {
		limits[i] = make([]float64, len(row))
		whole[i] = 1
		for k := range row {
			limits[i][k] = float64(row[k]) / float64(portion)
		}
	}
	if _, prices, ok := maximise(objective, limits, whole); ok {
		p.rows = append(p.rows[:len(p.rows):len(p.rows)], together(f.rows, prices))
	}
	p.lead()
	p.left = make([][]int64, len(each)+1)
	for k := range p.left {
		p.left[k] = make([]int64, len(p.rows))
		for i := range p.rows {
			p.left[k][i] = portion
		}
	}
	linear := p.atMost(0)
	if linear < least {
		return linear, p.load, 0
	}
	p.from(0, 0)
	if p.looked > mostPacked {
		return linear, p.load, p.looked
	}
	return p.best, p.load, p.looked
}

// together is one row that several imply: each with its part of the whole.
func together(rows [][]int64, parts []float64) []int64 {
	sum := 0.0
	for _, x := range parts {
		sum += max(x, 0)
	}
	out := make([]int64, len(rows[0]))
	for k := range out {
		takes := 0.0
		for i, row := range rows {
			takes += max(parts[i], 0) / max(sum, 1e-300) * float64(row[k])
		}
		out[k] = int64(takes * (1 - 1e-12))
	}
	return out
}

func (p *packing) lead() {
	p.leading = make([][]float64, len(p.each)+1)
	p.leading[len(p.each)] = make([]float64, len(p.rows))
	for k := len(p.each) - 1; k >= 0; k-- {
		p.leading[k] = make([]float64, len(p.rows))
		for i, row := range p.rows {
			p.leading[k][i] = p.leading[k+1][i]
			if p.each[k] > 0 {
				p.leading[k][i] = max(p.leading[k][i], float64(p.each[k])/(float64(row[k])/float64(portion)))
			}
		}
	}
}

// atMost is what the kinds from one on can add at the most.
func (p *packing) atMost(k int) int64 {
	all := 0.0
	for j := k; j < len(p.each); j++ {
		all += float64(p.each[j]) * float64(p.most[j])
	}
	for i := range p.rows {
		if p.leading[k][i] > 0 {
			all = min(all, float64(p.left[k][i])/float64(portion)*p.leading[k][i])
		}
	}
	return down(all)
}

func (p *packing) from(k int, counts int64) {
	if p.looked++; p.looked > mostPacked {
		return
	}
	if k == len(p.each) {
		if counts > p.best {
			p.best = counts
			copy(p.load, p.now)
		}
		return
	}
	if p.best >= p.enough || counts+p.atMost(k) <= p.best {
		return
	}
	number := p.most[k]
	if p.each[k] == 0 {
		number = 0
	}
	for i, row := range p.rows {
		if row[k] > 0 {
			number = min(number, p.left[k][i]/row[k])
		}
	}
	for ; number >= 0; number-- {
		for i, row := range p.rows {
			p.left[k+1][i] = p.left[k][i] - number*row[k]
		}
		p.now[k] = number
		p.from(k+1, counts+number*p.each[k])
		if k == len(p.each)-1 {
			return
		}
	}
}
