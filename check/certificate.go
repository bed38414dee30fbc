package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// certificate is the proof of a bound as a plan carries it. What is proven is
// worked out again; the amounts that it gives are for a reader.
type certificate struct {
	Kind    string          `json:"kind"`
	Closure time.Time       `json:"closure"`
	Left    []certifiedLeft `json:"left"`
	Tardy   *int64          `json:"tardiness"`
	NoWay   []demand        `json:"no_way"`
	certifiedPart
	Parts  []certifiedPart `json:"parts"` // of a border alone, in place of the part above
	Total  int64           `json:"total"`
	Supply []struct {
		Resource string      `json:"resource"`
		Mode     sortie.Mode `json:"mode"`
		Amount   int64       `json:"amount"`
	} `json:"supply"`
	Prices *pricing     `json:"prices"` // of a relaxation alone
	Routes *routesProof `json:"routes"` // of routes alone
}

// certifiedPart is demand with a border of its own.
type certifiedPart struct {
	Demand  []demand         `json:"demand"`
	Inside  []string         `json:"inside"`
	Weights map[string]int64 `json:"weights"`
}

type certifiedLeft struct {
	Unit  string `json:"unit"`
	Kind  string `json:"kind"`
	Count int64  `json:"count"`
}

type demand struct {
	Units []string   `json:"units"`
	Kind  string     `json:"kind"`
	Count int64      `json:"count"`
	Tasks []string   `json:"tasks"`
	Floor int        `json:"floor"`
	After *time.Time `json:"after"`
}

// Proof is what the verifier makes of a bound.
type Proof struct {
	Valid   bool      `json:"valid"`
	Closure time.Time `json:"closure,omitzero" doc:"The minute that is proven, in the mission's zone; zero where none is."`
	Message lang.Text `json:"message"`
}

// mostCertificate bounds the bytes of a certificate that is looked at,
// mostDemand the entries of its demand, and mostParts how many parts of it have
// borders of their own.
const (
	mostCertificate = 16 << 20
	mostDemand      = 20000
	mostParts       = 64
)

// Certificate verifies a certificate against the mission alone, in exact
// arithmetic and without a search: it works out what could move by the minute
// before, and holds that against what has to. It never panics; what cannot be
// read is not valid.
func Certificate(m *sortie.Mission, raw json.RawMessage) Proof {
	if m == nil {
		return Proof{Message: lang.Plain("there is no mission to hold the certificate against")}
	}
	cert, err := readCertificate(raw)
	if err != nil {
		return Proof{Message: lang.Plain("the certificate cannot be read: " + err.Error())}
	}
	_, proof := prove(m, cert)
	return proof
}

func readCertificate(raw json.RawMessage) (*certificate, error) {
	if len(raw) > mostCertificate {
		return nil, fmt.Errorf("it is larger than %d bytes", mostCertificate)
	}
	cert := new(certificate)
	read := json.NewDecoder(bytes.NewReader(raw))
	read.DisallowUnknownFields()
	if err := read.Decode(cert); err != nil {
		return nil, err
	}
	if cert.Tardy != nil && *cert.Tardy < 0 {
		return nil, fmt.Errorf("no plan has a tardiness of less than nothing")
	}
	if len(cert.Parts) > 0 && (len(cert.Demand)+len(cert.Inside)+len(cert.Weights) > 0 || cert.Kind == "path" || cert.Prices != nil || cert.Routes != nil) {
		return nil, fmt.Errorf("its demand is divided into parts, and it is not")
	}
	entries := len(cert.NoWay)
	for i := range cert.parts() {
		entries += len(cert.parts()[i].Demand)
	}
	if entries > mostDemand || len(cert.Parts) > mostParts {
		return nil, fmt.Errorf("its demand has more than %d entries, or %d parts", mostDemand, mostParts)
	}
	return cert, nil
}

// parts is those that the demand is divided into, or all of it.
func (c *certificate) parts() []certifiedPart {
	if len(c.Parts) > 0 {
		return c.Parts
	}
	return []certifiedPart{c.certifiedPart}
}

func prove(m *sortie.Mission, cert *certificate) (*prover, Proof) {
	w := newProver(m)
	refuse := func(format string, args ...any) (*prover, Proof) {
		return w, Proof{Message: lang.Plain(fmt.Sprintf(format, args...))}
	}
	if err := w.noWay(cert); err != nil {
		return refuse("the certificate is not valid: %v", err)
	}
	if cert.Kind == "no_way" {
		if len(cert.NoWay) == 0 || !cert.Closure.IsZero() {
			return refuse("the certificate is not valid: it proves nothing")
		}
		return w, Proof{Valid: true, Message: lang.Plain("valid: there is no way for what cannot be delivered")}
	}
	entries, err := w.entries(cert)
	if err != nil {
		return refuse("the certificate is not valid: %v", err)
	}
	zone := w.zones.find(m.Timezone)
	if zone == nil {
		zone = time.UTC
	}
	tell := func(at int64) string { return timeIn(at, zone).Format("2006-01-02 15:04") }
	claimed := minute(cert.Closure)
	if cert.Closure.Unix()%60 != 0 || claimed <= -latest || claimed >= latest {
		return refuse("the certificate is not valid: it proves no whole minute")
	}
	if cert.Kind == "path" {
		if len(entries) != 1 {
			return refuse("the certificate is not valid: a path is that of one demand")
		}
		proven := w.arrival(entries[0])
		if proven >= farFuture {
			return refuse("the certificate is not valid: its demand has no way to its destination")
		}
		if claimed > proven {
			return refuse("the certificate is not valid: it says %s, its demand can be there at %s", tell(claimed), tell(proven))
		}
		return w, Proof{true, timeIn(claimed, zone), lang.Plain("valid: nothing of the demand can be unloaded sooner")}
	}
	if cert.Kind == "relaxation" {
		budget, cost, err := w.priced(cert, entries, claimed-1)
		if err != nil {
			return refuse("the certificate is not valid: %v", err)
		}
		if cost.Cmp(budget) <= 0 {
			return refuse("the certificate is not valid: to close before %s may cost %v, and %v can be paid", tell(claimed), cost, budget)
		}
		return w, Proof{true, timeIn(claimed, zone), lang.Plain(fmt.Sprintf("valid: to close before %s costs %s of what can be paid", tell(claimed), percent(cost, budget)))}
	}
	if cert.Kind == "routes" {
		if err := w.routed(cert, entries, claimed-1); err != nil {
			return refuse("the certificate is not valid: to close before %s, %v", tell(claimed), err)
		}
		return w, Proof{true, timeIn(claimed, zone), lang.Plain(fmt.Sprintf("valid: to close before %s, lifts cannot earn on their routes what they would have to", tell(claimed)))}
	}
	c, err := w.border(cert, entries)
	if err != nil {
		return refuse("the certificate is not valid: %v", err)
	}
	able, binding := c.supply(claimed - 1)
	if able >= c.total {
		return refuse("the certificate is not valid: to close before %s, %d of %d could cross", tell(claimed), able, c.total)
	}
	if !slices.Contains(binding, cert.Kind) {
		return refuse("the certificate is not valid: it names %s, which does not bind", quote(cert.Kind))
	}
	return w, Proof{true, timeIn(claimed, zone),
		lang.Plain(fmt.Sprintf("valid: to close before %s, at most %d of %d could cross", tell(claimed), able, c.total))}
}

// Bound verifies a plan's bound: the certificate, and that it speaks of plans
// that deliver as much as this one, and of no later minute than it says.
func Bound(m *sortie.Mission, p *sortie.Plan) Proof {
	if m == nil || p == nil || p.Verdict.Bound == nil {
		return Proof{Message: lang.Plain("there is no bound")}
	}
	b := p.Verdict.Bound
	cert, err := readCertificate(b.Certificate)
	if err != nil {
		return Proof{Message: lang.Plain("the certificate cannot be read: " + err.Error())}
	}
	if b.Closure == nil != (cert.Kind == "no_way") || b.Closure != nil && b.Closure.After(cert.Closure) {
		return Proof{Message: lang.Plain("the bound says another closure than its certificate")}
	}
	if b.Undelivered != nil && !cert.covers(*b.Undelivered) {
		return Proof{Message: lang.Plain("the bound says that more cannot be delivered than its certificate")}
	}
	w, proof := prove(m, cert)
	if !proof.Valid || cert.Kind == "no_way" {
		return proof
	}
	c := newChecker(m, p)
	if cert.Tardy != nil && c.tardy() > *cert.Tardy {
		return Proof{Message: lang.Plain(fmt.Sprintf("the bound is for plans of a tardiness of %d, this one has %d", *cert.Tardy, c.tardy()))}
	}
	left := w.left(cert)
	for u := range c.units {
		unit := &c.units[u]
		if unit.to < 0 || unit.at == unit.to {
			continue
		}
		there := map[int]int64{}
		for _, e := range c.ledger[u] {
			switch {
			case e.place != unit.to:
			case e.loads:
				there[e.kind] -= e.n
			default:
				there[e.kind] += e.n
			}
		}
		for _, kind := range sortedKeys(unit.strong) {
			if missing := unit.strong[kind] - there[kind]; missing > left[[2]int{u, kind}] {
				return Proof{Message: lang.Plain(fmt.Sprintf("the bound is for plans that leave %d %s of %s, this one leaves %d",
					left[[2]int{u, kind}], c.kindID(kind), unit.ID, missing))}
			}
		}
	}
	return proof
}
