package record

import (
	"strings"

	"sortie"
	"sortie/internal/lang"
)

// figureNames are what figures count, by the keys that missions write them
// under. A key that is not among them is its own name.
var figureNames = map[string]lang.Phrase{
	"aircraft":                 {EN: "aircraft", FR: "aéronefs"},
	"armoured-vehicles":        {EN: "armoured vehicles", FR: "véhicules blindés"},
	"arrested":                 {EN: "people arrested", FR: "personnes arrêtées"},
	"businesses-damaged":       {EN: "businesses damaged", FR: "entreprises endommagées"},
	"criminal-cases":           {EN: "criminal cases", FR: "procédures pénales"},
	"damage-tenge":             {EN: "damage in tenge", FR: "dommages en tenges"},
	"damage-usd":               {EN: "damage in US dollars", FR: "dommages en dollars américains"},
	"days-of-withdrawal":       {EN: "days of withdrawal", FR: "jours de retrait"},
	"dead":                     {EN: "dead", FR: "morts"},
	"detained":                 {EN: "people detained", FR: "personnes détenues"},
	"distance-km":              {EN: "distance in km", FR: "distance en km"},
	"equipment":                {EN: "equipment", FR: "matériels"},
	"equipment-landed":         {EN: "equipment landed", FR: "matériels débarqués"},
	"evacuated":                {EN: "people evacuated", FR: "personnes évacuées"},
	"extra-passengers":         {EN: "extra passengers", FR: "passagers supplémentaires"},
	"flight-hours":             {EN: "hours of flight", FR: "heures de vol"},
	"flights":                  {EN: "flights", FR: "vols"},
	"gas-price-tenge":          {EN: "price of gas in tenge", FR: "prix du gaz en tenges"},
	"injured":                  {EN: "injured", FR: "blessés"},
	"landing-interval-minutes": {EN: "minutes between landings", FR: "minutes entre les atterrissages"},
	"landings":                 {EN: "landings", FR: "atterrissages"},
	"landings-past-day":        {EN: "landings in the past day", FR: "atterrissages des dernières 24 heures"},
	"landings-to-date":         {EN: "landings to date", FR: "atterrissages à ce jour"},
	"losses":                   {EN: "losses", FR: "pertes"},
	"motor-vehicles":           {EN: "motor vehicles", FR: "véhicules à moteur"},
	"objects-damaged":          {EN: "objects damaged", FR: "installations endommagées"},
	"objects-guarded":          {EN: "objects guarded", FR: "installations gardées"},
	"objects-taken":            {EN: "objects taken", FR: "installations prises"},
	"people":                   {EN: "people", FR: "personnes"},
	"people-landed":            {EN: "people landed", FR: "personnes débarquées"},
	"people-per-aircraft":      {EN: "people per aircraft", FR: "personnes par aéronef"},
	"personnel":                {EN: "personnel", FR: "personnels"},
	"police-cars-damaged":      {EN: "police cars damaged", FR: "voitures de police endommagées"},
	"reconnaissance-areas":     {EN: "areas of reconnaissance", FR: "zones de reconnaissance"},
	"rioters":                  {EN: "rioters", FR: "émeutiers"},
	"security-freed":           {EN: "security personnel freed", FR: "agents de sécurité libérés"},
	"share-of-fleet":           {EN: "share of the fleet", FR: "part de la flotte"},
	"shops-damaged":            {EN: "shops damaged", FR: "magasins endommagés"},
	"sorties":                  {EN: "sorties", FR: "sorties"},
	"sorties-past-day":         {EN: "sorties in the past day", FR: "sorties des dernières 24 heures"},
	"sorties-per-day":          {EN: "sorties per day", FR: "sorties par jour"},
	"sorties-planned":          {EN: "sorties planned", FR: "sorties prévues"},
	"sorties-total":            {EN: "sorties in total", FR: "sorties au total"},
	"still-held":               {EN: "people still held", FR: "personnes encore détenues"},
	"troops":                   {EN: "troops", FR: "militaires"},
	"vehicles":                 {EN: "vehicles", FR: "véhicules"},
	"vehicles-damaged":         {EN: "vehicles damaged", FR: "véhicules endommagés"},
	"victims":                  {EN: "victims", FR: "victimes"},
}

// Named is what a figure counts, in words.
func Named(what string) lang.Text {
	if name, ok := figureNames[fold(what)]; ok {
		return name.Text()
	}
	return lang.Plain(strings.ReplaceAll(what, "-", " "))
}

// Names are the names of everything that the mission's figures count, by the
// keys that they are written under.
func Names(m *sortie.Mission) map[string]lang.Text {
	names := map[string]lang.Text{}
	for i := range m.Record {
		for _, f := range m.Record[i].Figures {
			names[f.What] = Named(f.What)
		}
	}
	for _, mea := range measures { // which pledges state without a figure
		names[mea.name] = Named(mea.name)
	}
	return names
}
