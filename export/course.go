package export

import (
	"math"

	"sortie"
)

// legDegrees is the most that two points of a course lie apart, in degrees of the
// great circle: about 110 km.
const legDegrees = 1.0

// course are points along the great circles through positions, as latitude and
// longitude.
func course(way []sortie.Position) []sortie.Position {
	out := []sortie.Position{way[0]}
	for i := 1; i < len(way); i++ {
		a, b := vector(way[i-1]), vector(way[i])
		angle := math.Acos(max(-1, min(1, a[0]*b[0]+a[1]*b[1]+a[2]*b[2])))
		n := int(math.Ceil(angle * 180 / math.Pi / legDegrees))
		for k := 1; k < n; k++ {
			f := float64(k) / float64(n)
			p, q := math.Sin((1-f)*angle)/math.Sin(angle), math.Sin(f*angle)/math.Sin(angle)
			if math.IsInf(p, 0) || math.IsNaN(p) { // opposite ends of the earth: every way is one
				continue
			}
			out = append(out, position([3]float64{p*a[0] + q*b[0], p*a[1] + q*b[1], p*a[2] + q*b[2]}))
		}
		out = append(out, way[i])
	}
	return out
}

// cut makes parts of a course where it crosses the antimeridian, as pairs of
// longitude and latitude.
func cut(way []sortie.Position) [][][2]float64 {
	parts := [][][2]float64{{lonLat(way[0])}}
	for i := 1; i < len(way); i++ {
		from, to := way[i-1], way[i]
		if d := to[1] - from[1]; math.Abs(d) > 180 {
			side := math.Copysign(180, from[1])
			near := to[1] + math.Copysign(360, from[1]) // as if the earth went on
			lat := from[0] + (to[0]-from[0])*(side-from[1])/(near-from[1])
			last := len(parts) - 1
			parts[last] = append(parts[last], [2]float64{side, rounded(lat)})
			parts = append(parts, [][2]float64{{-side, rounded(lat)}})
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], lonLat(to))
	}
	return parts
}

func vector(p sortie.Position) [3]float64 {
	lat, lon := p[0]*math.Pi/180, p[1]*math.Pi/180
	return [3]float64{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
}

func position(v [3]float64) sortie.Position {
	return sortie.Position{math.Atan2(v[2], math.Hypot(v[0], v[1])) * 180 / math.Pi, math.Atan2(v[1], v[0]) * 180 / math.Pi}
}

// lonLat is a position in the order of GeoJSON.
func lonLat(p sortie.Position) [2]float64 { return [2]float64{rounded(p[1]), rounded(p[0])} }

// rounded keeps a metre or better.
func rounded(degrees float64) float64 { return math.Round(degrees*1e6) / 1e6 }
