package missionfile

import (
	"fmt"
	"reflect"

	"sortie"
	"sortie/internal/lang"
)

// Limits of a plan. Each item has its place on a deck, so a plan is larger than
// the mission that it moves.
const (
	maxPlanBytes = 256 << 20
	maxMovements = 1_000_000
	maxPieces    = 5_000_000 // cargo entries, items and stops
)

var (
	movementKeys = infoOf(reflect.TypeFor[sortie.Movement]())
	stopKeys     = infoOf(reflect.TypeFor[sortie.Stop]())
	cargoKeys    = infoOf(reflect.TypeFor[sortie.Cargo]())
	itemKeys     = infoOf(reflect.TypeFor[sortie.Item]())
)

func (r *planReader) movements(p *sortie.Plan) {
	if r.peek() != '[' {
		r.fault(r.mark(), "movements", "wrong-type", "movements should be a list")
		r.value()
		return
	}
	pieces := 0
	r.elements(func(i int) {
		if i >= maxMovements || pieces > maxPieces {
			r.fail("more movements, cargo and items than are read")
			return
		}
		r.at = spot{movement: i}
		p.Movements = append(p.Movements, sortie.Movement{})
		r.movement(&p.Movements[i], &pieces)
	})
}

// object reads an object key by key. set reads the value of a known key, by its
// number among the type's fields.
func (r *planReader) object(info *structInfo, set func(number int, key string)) {
	c := r.peek()
	at := r.mark()
	if c != '{' {
		if r.skip(); r.err == "" {
			r.fault(at, r.path(""), "wrong-type", "%s should be an object", withArticle(info.name))
		}
		return
	}
	var seen uint64
	r.members(func(key string, at mark) {
		f := info.byKey[key]
		if f == nil {
			hint := didYouMean(key, info.keys)
			r.decoder.book.add(at, sortie.Finding{Severity: sortie.Error, Rule: "unknown-key", Path: r.path(key),
				Message: lang.Plain(fmt.Sprintf("%s has no key %q", withArticle(info.name), shorten(key))), Hint: lang.Plain(hint)})
			r.skip()
			return
		}
		if seen&(1<<f.number) != 0 {
			r.fault(at, r.path(key), "duplicate-key", "%q is given twice", key)
			r.skip()
			return
		}
		seen |= 1 << f.number
		set(f.number, key)
	})
	if r.err != "" {
		return
	}
	for i := range info.fields {
		if f := &info.fields[i]; f.required && seen&(1<<i) == 0 {
			r.fault(at, r.path(f.key), "missing-key", "this %s has no %s", info.name, f.key)
		}
	}
}

// skip passes over a value that is not read.
func (r *planReader) skip() {
	r.nodes = 0
	r.value()
}

func (r *planReader) movement(m *sortie.Movement, pieces *int) {
	r.object(movementKeys, func(_ int, key string) {
		switch key {
		case "id":
			m.ID = r.count(key)
		case "lift":
			m.Lift = r.name(key)
		case "mode":
			m.Mode = r.mode(key)
		case "from":
			m.From = r.name(key)
		case "to":
			m.To = r.name(key)
		case "load":
			m.Load = r.instant(key)
		case "depart":
			m.Depart = r.instant(key)
		case "arrive":
			m.Arrive = r.instant(key)
		case "unloaded":
			m.Unloaded = r.instant(key)
		case "km":
			m.KM = r.figure(key, 0, 1e6)
		case "stops":
			r.each("stops", func(int) {
				*pieces++
				m.Stops = append(m.Stops, r.stop())
			})
		case "cargo":
			r.each("cargo", func(int) {
				*pieces++
				m.Cargo = append(m.Cargo, sortie.Cargo{})
				r.cargo(&m.Cargo[len(m.Cargo)-1], pieces)
			})
		}
	})
}

// each reads the list of a movement that the key names; null is an empty one.
func (r *planReader) each(key string, read func(i int)) {
	if r.null() {
		return
	}
	if r.peek() != '[' {
		r.wrong(key, "a list")
		return
	}
	r.elements(func(i int) {
		r.at.what, r.at.part = key, i
		read(i)
	})
	r.at.what = ""
}

func (r *planReader) stop() (s sortie.Stop) {
	r.object(stopKeys, func(_ int, key string) {
		switch key {
		case "at":
			s.At = r.name(key)
		case "arrive":
			s.Arrive = r.instant(key)
		case "depart":
			s.Depart = r.instant(key)
		}
	})
	return s
}

func (r *planReader) cargo(c *sortie.Cargo, pieces *int) {
	r.object(cargoKeys, func(_ int, key string) {
		switch key {
		case "unit":
			c.Unit = r.name(key)
		case "people":
			c.People = r.count(key)
		case "items":
			if r.null() {
				return
			}
			if r.peek() != '[' {
				r.wrong(key, "a list")
				return
			}
			r.elements(func(i int) {
				if *pieces++; *pieces > maxPieces {
					r.fail("more cargo and items than are read")
					return
				}
				r.at.inner, r.at.piece = "items", i
				c.Items = append(c.Items, r.item())
			})
			r.at.inner = ""
		}
	})
}

func (r *planReader) item() (item sortie.Item) {
	var lies sortie.Stowage
	given := 0
	r.peek()
	at := r.mark()
	r.object(itemKeys, func(_ int, key string) {
		switch key {
		case "type":
			item.Type = r.name(key)
		case "deck":
			lies.Deck = r.count(key)
			given++
		case "x":
			lies.X = r.figure(key, -1e6, 1e6)
			given++
		case "y":
			lies.Y = r.figure(key, -1e6, 1e6)
			given++
		}
	})
	if given == 3 {
		item.Stowage = &lies
	} else if given > 0 && r.err == "" {
		r.fault(at, r.path(""), "missing-key", "where an item lies needs deck, x and y")
	}
	return item
}
