package server

import (
	"context"
	"math"
	"strings"

	"sortie"
	"sortie/catalog"
	"sortie/internal/lang"
)

// Manifest is who and what a movement carries, and where it lies.
type Manifest struct {
	Movement *movementShown   `json:"movement" doc:"The movement in the plan format."`
	Lift     *sortie.LiftType `json:"lift_type,omitempty" doc:"The kind of lift; absent: a convoy."`
	People   int              `json:"people" doc:"People aboard."`
	Seats    int              `json:"seats,omitempty" doc:"Seats of the lift beside these items."`
	Mass     Mass             `json:"mass" doc:"Tonnes."`
	Decks    []LoadedDeck     `json:"decks" doc:"Each deck as it is loaded, counts unrolled; empty where space is not modelled."`
	Loose    []LoadedItem     `json:"items" doc:"Items whose place is not given: those of a convoy, or of a lift without decks."`
}

// Mass is what a movement carries, in tonnes.
type Mass struct {
	People  float64  `json:"people" doc:"People with their baggage."`
	Items   float64  `json:"items" doc:"Vehicles, trailers, containers and pallets."`
	Payload *float64 `json:"payload,omitempty" doc:"What the lift carries over this distance; absent: no limit, or a journey with stops."`
	Free    *float64 `json:"free,omitempty" doc:"What it could carry besides."`
}

// LoadedDeck is one deck with what lies on it, metres and tonnes.
type LoadedDeck struct {
	Deck    int          `json:"deck" doc:"Its number, from 0."`
	Length  float64      `json:"length" doc:"Metres."`
	Width   float64      `json:"width" doc:"Metres."`
	Height  float64      `json:"height" doc:"Metres."`
	Payload *float64     `json:"payload,omitempty" doc:"Tonnes that it carries; absent: no limit of its own."`
	Mass    float64      `json:"mass" doc:"Tonnes on it."`
	Used    float64      `json:"used" doc:"Metres from its origin to the end of the farthest item."`
	Area    float64      `json:"free_area" doc:"Square metres that no item covers."`
	Items   []LoadedItem `json:"items" doc:"What lies on it."`
}

// LoadedItem is one item aboard, metres and tonnes.
type LoadedItem struct {
	Unit   string   `json:"unit" doc:"Whose it is."`
	Type   string   `json:"type" doc:"Equipment type."`
	Name   string   `json:"name,omitempty" doc:"What the type is called."`
	Length float64  `json:"length" doc:"Metres, along x."`
	Width  float64  `json:"width" doc:"Metres, along y."`
	Height float64  `json:"height" doc:"Metres."`
	Mass   float64  `json:"mass" doc:"Tonnes."`
	X      *float64 `json:"x,omitempty" doc:"Metres from the deck's origin to its nearest corner."`
	Y      *float64 `json:"y,omitempty" doc:"Metres across."`
}

type movementIn struct {
	PlanPath
	Movement int `path:"movement" minimum:"1" doc:"Number of the movement in the plan."`
}

func (s *Server) getMovement(ctx context.Context, in *movementIn) (*bodyOf[Manifest], error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	shown, err := showManifest(at, f, in.Movement)
	if err != nil {
		return nil, err
	}
	return answered(shown), nil
}

// say puts what the catalogue calls things and assumes of them in the language.
func (out *Manifest) say(l lang.Lang) {
	if out.Lift != nil {
		lift := *out.Lift
		lift.Name, lift.Basis = catalog.Name(lift.Name).In(l), said(lift.Basis, l)
		out.Lift = &lift
	}
	for _, d := range out.Decks {
		for i := range d.Items {
			d.Items[i].Name = catalog.Name(d.Items[i].Name).In(l)
		}
	}
	for i := range out.Loose {
		out.Loose[i].Name = catalog.Name(out.Loose[i].Name).In(l)
	}
}

// manifest is the load plan of a movement. It takes a plan that breaks rules as
// it is: what it does not know has no measures. Where it carries others too, of
// whom only totals are shown, mass and room count what is shown alone.
func manifest(m *sortie.Mission, v *movementShown) Manifest {
	out := Manifest{Movement: v, Decks: []LoadedDeck{}, Loose: []LoadedItem{}, Lift: liftOf(m, v.Lift)}
	if out.Lift != nil {
		for _, d := range out.Lift.Decks {
			for range d.Count {
				out.Decks = append(out.Decks, LoadedDeck{Deck: len(out.Decks), Length: d.Length, Width: d.Width, Height: d.Height, Payload: d.Payload,
					Area: d.Length * d.Width, Items: []LoadedItem{}})
			}
		}
	}
	types := map[string]sortie.EquipmentType{}
	for _, t := range m.EquipmentTypes {
		types[t.ID] = t
	}
	for _, c := range v.Cargo {
		out.People += c.People
		for _, i := range c.Items {
			out.add(c.Unit, i, types[i.Type])
		}
	}
	out.weigh(m, &v.Movement)
	out.round()
	if v.Others != nil { // what is free would tell of what others weigh and measure
		out.Mass.Free, out.Seats = nil, 0
	}
	return out
}

func (out *Manifest) add(unit string, i sortie.Item, t sortie.EquipmentType) {
	item := LoadedItem{Unit: unit, Type: i.Type, Name: t.Name, Length: t.Length, Width: t.Width, Height: t.Height, Mass: t.Mass}
	out.Mass.Items += t.Mass
	at := i.Stowage
	if at == nil || at.Deck < 0 || at.Deck >= len(out.Decks) {
		out.Loose = append(out.Loose, item)
		return
	}
	x, y := at.X, at.Y
	item.X, item.Y = &x, &y
	d := &out.Decks[at.Deck]
	d.Items = append(d.Items, item)
	d.Mass += t.Mass
	d.Used = max(d.Used, x+t.Length)
	d.Area -= t.Length * t.Width
}

// weigh adds people, seats and what the lift could carry besides.
func (out *Manifest) weigh(m *sortie.Mission, v *sortie.Movement) {
	out.Mass.People = float64(out.People) * m.PersonT
	t := out.Lift
	if t == nil {
		return
	}
	long, used := 0.0, 0.0
	for _, d := range out.Decks {
		long, used = long+d.Length, used+d.Used
	}
	out.Seats = t.Seats.Empty
	if long > 0 {
		out.Seats = int(float64(t.Seats.Full) + float64(t.Seats.Empty-t.Seats.Full)*(1-used/long) + 1e-6)
	}
	if payload := payloadAt(t, v); payload != nil {
		free := *payload - out.Mass.People - out.Mass.Items
		out.Mass.Payload, out.Mass.Free = payload, &free
	}
}

// round drops what sums of fractions leave behind: figures are to the millimetre
// and the kilogram.
func (out *Manifest) round() {
	figures := []*float64{&out.Mass.People, &out.Mass.Items, out.Mass.Free}
	for i := range out.Decks {
		d := &out.Decks[i]
		figures = append(figures, &d.Mass, &d.Used, &d.Area)
	}
	for _, f := range figures {
		if f != nil {
			*f = math.Round(*f*1000) / 1000
		}
	}
}

// payloadAt is what a lift carries over a journey's distance, tonnes; nil where
// there is no limit, or where stops divide a journey whose legs are not known.
func payloadAt(t *sortie.LiftType, v *sortie.Movement) *float64 {
	curve := t.PayloadRange
	if len(curve) == 0 {
		return t.Payload
	}
	if len(v.Stops) > 0 {
		return nil
	}
	most := 0.0
	for i, p := range curve {
		if v.KM > p[0] {
			continue
		}
		most = p[1]
		if i > 0 && p[0] > curve[i-1][0] {
			most += (curve[i-1][1] - p[1]) * (p[0] - v.KM) / (p[0] - curve[i-1][0])
		}
		break
	}
	return &most
}

// liftOf is the type of a lift, named fleet/number; nil for a convoy.
func liftOf(m *sortie.Mission, lift string) *sortie.LiftType {
	fleet, _, _ := strings.Cut(lift, "/")
	for _, f := range m.Fleets {
		if f.ID != fleet {
			continue
		}
		for i := range m.LiftTypes {
			if m.LiftTypes[i].ID == f.Type {
				return &m.LiftTypes[i]
			}
		}
	}
	return nil
}
