package check

import (
	"strconv"
	"time"

	"sortie"
	"sortie/internal/lang"
)

// What is counted.
var (
	peopleCount  = lang.Counted{One: lang.Phrase{EN: "%s person", FR: "%s personne"}, Many: lang.Phrase{EN: "%s people", FR: "%s personnes"}}
	itemCount    = lang.Counted{One: lang.Phrase{EN: "%s item", FR: "%s matériel"}, Many: lang.Phrase{EN: "%s items", FR: "%s matériels"}}
	liftCount    = lang.Counted{One: lang.Phrase{EN: "%s lift", FR: "%s vecteur"}, Many: lang.Phrase{EN: "%s lifts", FR: "%s vecteurs"}}
	slotCount    = lang.Counted{One: lang.Phrase{EN: "%s slot", FR: "%s créneau"}, Many: lang.Phrase{EN: "%s slots", FR: "%s créneaux"}}
	trailerCount = lang.Counted{One: lang.Phrase{EN: "%s trailer", FR: "%s remorque"}, Many: lang.Phrase{EN: "%s trailers", FR: "%s remorques"}}
	vehicleCount = lang.Counted{One: lang.Phrase{EN: "%s vehicle", FR: "%s véhicule"}, Many: lang.Phrase{EN: "%s vehicles", FR: "%s véhicules"}}
	seatCount    = lang.Counted{One: lang.Phrase{EN: "%s seat", FR: "%s place"}, Many: lang.Phrase{EN: "%s seats", FR: "%s places"}}
	ofKind       = lang.Phrase{EN: "%s × %s", FR: "%s × %s"}
)

// What a figure of a breach is of.
var (
	inPeople   = lang.Phrase{EN: "people", FR: "personnes"}
	inItems    = lang.Phrase{EN: "items", FR: "matériels"}
	inLifts    = lang.Phrase{EN: "lifts", FR: "vecteurs"}
	inSlots    = lang.Phrase{EN: "slots", FR: "créneaux"}
	inVehicles = lang.Phrase{EN: "vehicles", FR: "véhicules"}
	inStops    = lang.Phrase{EN: "stops", FR: "escales"}
	inDeck     = lang.Phrase{EN: "deck", FR: "pont"}
	inID       = lang.Phrase{EN: "id", FR: "id"}
	inVersion  = lang.Phrase{EN: "format version", FR: "version de format"}
	inMinutes  = lang.Phrase{EN: "minutes", FR: "minutes"}
	inHours    = lang.Phrase{EN: "hours", FR: "heures"}
	inKM       = lang.Phrase{EN: "km", FR: "km"}
	inTonnes   = lang.Phrase{EN: "t", FR: "t"}
	inMetres   = lang.Phrase{EN: "m", FR: "m"}
)

// Words within the sentences.
var (
	quotation = lang.Phrase{EN: "\"%s\"", FR: "« %s »"}
	orMode    = lang.Phrase{EN: " or ", FR: " ou par "}
	spanOpen  = lang.Phrase{EN: "from %s on", FR: "à partir du %s"}
	spanShut  = lang.Phrase{EN: "from %s until %s", FR: "du %s au %s"}
	byMode    = map[sortie.Mode]lang.Phrase{
		sortie.Air: {EN: "air", FR: "air"}, sortie.Road: {EN: "road", FR: "route"},
		sortie.Rail: {EN: "rail", FR: "rail"}, sortie.Sea: {EN: "sea", FR: "mer"},
	}
)

// count writes so many of a kind: people, or items of an equipment type.
func (c *checker) count(n int64, kind int) lang.Text {
	if kind == people {
		return peopleCount.Text(int(n))
	}
	return ofKind.Text(n, c.nameOf(kind))
}

// figure writes a number without needless digits.
func figure(f float64) lang.Text {
	return lang.Each(func(l lang.Lang) string { return l.Number(f, 3) })
}

// precise writes a number that came out beyond a limit so that it does not
// read as the limit itself.
func precise(have, limit float64) lang.Text {
	if s := figure(have); s != figure(limit) {
		return s
	}
	return lang.Each(func(l lang.Lang) string { return l.Number(have, 9) })
}

// number writes what is no amount, such as a movement's id.
func number(n int) string { return strconv.Itoa(n) }

// moment writes a time as an officer reads it.
func moment(t time.Time) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		if l == lang.FR {
			return l.Day(t) + " à " + l.Clock(t)
		}
		return t.Format("2006-01-02 15:04")
	})
}

// way names the two ends of a journey.
func (c *checker) way(from, to int) string {
	return c.placeID(from) + " → " + c.placeID(to)
}

// modeName is how a movement by the mode goes.
func modeName(m sortie.Mode) lang.Text {
	if p, ok := byMode[m]; ok {
		return p.Text()
	}
	return lang.Plain(short(string(m)))
}

func modeNames(modes []sortie.Mode) lang.Text {
	return lang.Each(func(l lang.Lang) string {
		names := ""
		for i, m := range modes {
			if i > 0 {
				names += l.Say(orMode)
			}
			names += modeName(m).In(l)
		}
		return names
	})
}
