package export

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
)

// feature is one thing on a map (RFC 7946). Geometry is null where its place has
// no position.
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *geometry      `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// GeoJSON writes the mission's places as points, and with them its links, or with
// a plan the plan's movements, as lines along great circles by way of their stops.
// A mission knows no course of a road or rail: those lines are great circles too.
// Lines that cross the antimeridian are cut there.
func GeoJSON(to io.Writer, m *sortie.Mission, p *sortie.Plan) error {
	at := map[string]sortie.Position{}
	features := []feature{}
	for _, place := range m.Places {
		at[place.ID] = place.At
		f := feature{Type: "Feature", ID: "place/" + place.ID, Properties: map[string]any{"kind": "place", "id": place.ID, "name": place.Name, "country": place.Country}}
		if place.ICAO != "" {
			f.Properties["icao"] = place.ICAO
		}
		if place.At != (sortie.Position{}) {
			f.Geometry = &geometry{"Point", lonLat(place.At)}
		}
		features = append(features, f)
	}
	zone := explain.Zone(m)
	if p == nil {
		for i := range m.Links {
			features = append(features, linkFeature(&m.Links[i], at, i))
		}
	} else {
		for i := range p.Movements {
			features = append(features, movementFeature(&p.Movements[i], at, zone))
		}
	}
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}{"FeatureCollection", features})
}

func linkFeature(l *sortie.Link, at map[string]sortie.Position, n int) feature {
	ends := l.Between
	if len(ends) != 2 {
		ends = []string{l.From, l.To}
	}
	f := feature{Type: "Feature", ID: "link/" + text(n, nil), Geometry: line(at, ends...),
		Properties: map[string]any{"kind": "link", "mode": l.Mode, "from": ends[0], "to": ends[1], "both_ways": len(l.Between) == 2}}
	if l.KM > 0 {
		f.Properties["km"] = l.KM
	}
	if l.Minutes != nil {
		f.Properties["minutes"] = *l.Minutes
	}
	return f
}

func movementFeature(v *sortie.Movement, at map[string]sortie.Position, zone *time.Location) feature {
	people, items, units := aboard(*v)
	way := []string{v.From}
	stops := []string{}
	for _, s := range v.Stops {
		way, stops = append(way, s.At), append(stops, s.At)
	}
	if units == nil {
		units = []string{}
	}
	return feature{Type: "Feature", ID: "movement/" + text(v.ID, nil), Geometry: line(at, append(way, v.To)...), Properties: map[string]any{
		"kind": "movement", "movement": v.ID, "lift": v.Lift, "fleet": strings.SplitN(v.Lift, "/", 2)[0], "mode": v.Mode, "from": v.From, "to": v.To, "stops": stops,
		"load": stamp(v.Load, zone), "depart": stamp(v.Depart, zone), "arrive": stamp(v.Arrive, zone), "unloaded": stamp(v.Unloaded, zone),
		"km": v.KM, "people": people, "items": items, "units": units,
	}}
}

// line is the way by several places; nil where one of them has no position, or all
// are the same.
func line(at map[string]sortie.Position, places ...string) *geometry {
	var way []sortie.Position
	for _, id := range places {
		p := at[id]
		if p == (sortie.Position{}) {
			return nil
		}
		if len(way) == 0 || way[len(way)-1] != p {
			way = append(way, p)
		}
	}
	if len(way) < 2 {
		return nil
	}
	parts := cut(course(way))
	if len(parts) == 1 {
		return &geometry{"LineString", parts[0]}
	}
	return &geometry{"MultiLineString", parts}
}
