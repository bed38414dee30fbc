package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
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
	Runs   *runsProof   `json:"runs"`   // of runs alone
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
		return Proof{Message: proofNoMission.Text()}
	}
	cert, err := readCertificate(raw)
	if err != nil {
		return Proof{Message: proofUnread.Text(err)}
	}
	_, proof := prove(m, cert)
	return proof
}

func readCertificate(raw json.RawMessage) (*certificate, error) {
	if len(raw) > mostCertificate {
		return nil, lang.Err(tooLarge, mostCertificate)
	}
	cert := new(certificate)
	read := json.NewDecoder(bytes.NewReader(raw))
	read.DisallowUnknownFields()
	if err := read.Decode(cert); err != nil {
		return nil, misread(err)
	}
	if cert.Tardy != nil && *cert.Tardy < 0 {
		return nil, lang.Err(negativeTardiness)
	}
	if len(cert.Parts) > 0 && (len(cert.Demand)+len(cert.Inside)+len(cert.Weights) > 0 || cert.Kind == "path" || cert.Prices != nil || cert.Routes != nil) {
		return nil, lang.Err(halfParted)
	}
	entries := len(cert.NoWay)
	for i := range cert.parts() {
		entries += len(cert.parts()[i].Demand)
	}
	if entries > mostDemand || len(cert.Parts) > mostParts {
		return nil, lang.Err(tooManyEntries, mostDemand, mostParts)
	}
	return cert, nil
}

// misread says what is wrong with the JSON of a certificate.
func misread(err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	var clock *time.ParseError
	switch field, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); {
	case unknown:
		return lang.Err(noField, quote(strings.Trim(field, `"`)))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return lang.Err(cutShort)
	case errors.As(err, &syntax):
		return lang.Err(notJSON, syntax.Offset)
	case errors.As(err, &typ):
		return lang.Err(wrongType, quote(strings.TrimPrefix(typ.Field, "certifiedPart.")))
	case errors.As(err, &clock):
		return lang.Err(notTime, quote(strings.Trim(clock.Value, `"`)))
	}
	return lang.Err(notCertificate)
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
	refuse := func(why error) (*prover, Proof) { return w, Proof{Message: proofInvalid.Text(why)} }
	if err := w.noWay(cert); err != nil {
		return refuse(err)
	}
	if cert.Kind == "no_way" {
		if len(cert.NoWay) == 0 || !cert.Closure.IsZero() {
			return refuse(lang.Err(provesNothing))
		}
		return w, Proof{Valid: true, Message: provenNoWay.Text()}
	}
	entries, err := w.entries(cert)
	if err != nil {
		return refuse(err)
	}
	zone := w.zones.find(m.Timezone)
	if zone == nil {
		zone = time.UTC
	}
	tell := func(at int64) lang.Text { return moment(timeIn(at, zone)) }
	claimed := minute(cert.Closure)
	if cert.Closure.Unix()%60 != 0 || claimed <= -latest || claimed >= latest {
		return refuse(lang.Err(noWholeMinute))
	}
	if cert.Kind == "path" {
		if len(entries) != 1 {
			return refuse(lang.Err(severalPaths))
		}
		proven := w.arrival(entries[0])
		if proven >= farFuture {
			return refuse(lang.Err(pathless))
		}
		if claimed > proven {
			return refuse(lang.Err(soonerPath, tell(claimed), tell(proven)))
		}
		return w, Proof{true, timeIn(claimed, zone), provenPath.Text()}
	}
	if cert.Kind == "relaxation" {
		budget, cost, err := w.priced(cert, entries, claimed-1)
		if err != nil {
			return refuse(err)
		}
		if cost.Cmp(budget) <= 0 {
			return refuse(lang.Err(affordable, tell(claimed), cost, budget))
		}
		return w, Proof{true, timeIn(claimed, zone), provenCost.Text(tell(claimed), percent(cost, budget))}
	}
	if cert.Kind == "routes" {
		if err := w.routed(cert, entries, claimed-1); err != nil {
			return refuse(lang.Err(toCloseBefore, tell(claimed), err))
		}
		return w, Proof{true, timeIn(claimed, zone), provenRoutes.Text(tell(claimed))}
	}
	c, err := w.border(cert, entries)
	if err != nil {
		return refuse(err)
	}
	if cert.Kind == "runs" {
		if err := c.mustered(cert.Runs, claimed-1); err != nil {
			return refuse(lang.Err(toCloseBefore, tell(claimed), err))
		}
		return w, Proof{true, timeIn(claimed, zone), provenRuns.Text(tell(claimed))}
	}
	able, binding := c.supply(claimed - 1)
	if able >= c.total {
		return refuse(lang.Err(couldCross, tell(claimed), able, c.total))
	}
	if !slices.Contains(binding, cert.Kind) {
		return refuse(lang.Err(doesNotBind, quote(cert.Kind)))
	}
	return w, Proof{true, timeIn(claimed, zone), provenCross.Text(tell(claimed), able, c.total)}
}

// Bound verifies a plan's bound: the certificate, and that it speaks of plans
// that deliver as much as this one, and of no later minute than it says.
func Bound(m *sortie.Mission, p *sortie.Plan) Proof {
	if m == nil || p == nil || p.Verdict.Bound == nil {
		return Proof{Message: noBound.Text()}
	}
	b := p.Verdict.Bound
	cert, err := readCertificate(b.Certificate)
	if err != nil {
		return Proof{Message: proofUnread.Text(err)}
	}
	if b.Closure == nil != (cert.Kind == "no_way") || b.Closure != nil && b.Closure.After(cert.Closure) {
		return Proof{Message: otherClosure.Text()}
	}
	if b.Undelivered != nil && !cert.covers(*b.Undelivered) {
		return Proof{Message: moreUndeliv.Text()}
	}
	w, proof := prove(m, cert)
	if !proof.Valid || cert.Kind == "no_way" {
		return proof
	}
	c := newChecker(m, p)
	if cert.Tardy != nil && c.tardy() > *cert.Tardy {
		return Proof{Message: otherTardiness.Text(*cert.Tardy, c.tardy())}
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
				return Proof{Message: otherLeft.Text(left[[2]int{u, kind}], c.nameOf(kind), unit.ID, missing)}
			}
		}
	}
	return proof
}
