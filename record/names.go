package record

import (
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

// ofNames are what figures are of where that is no nation, type or place.
var ofNames = map[string]lang.Phrase{
	"after":       {EN: "after", FR: "après"},
	"armed":       {EN: "armed", FR: "armés"},
	"before":      {EN: "before", FR: "avant"},
	"business":    {EN: "business", FR: "entreprises"},
	"deployment":  {EN: "deployment", FR: "déploiement"},
	"security":    {EN: "security forces", FR: "forces de sécurité"},
	"us military": {EN: "US military", FR: "militaires américains"},
	"withdrawal":  {EN: "withdrawal", FR: "retrait"},
}

// Names are what the mission's figures count and what they are of, in words, by
// the keys that say it; what is its own name is not among them.
func Names(m *sortie.Mission) map[string]lang.Text {
	names := map[string]lang.Text{}
	add := func(table map[string]lang.Phrase, key string) {
		if name, ok := table[fold(key)]; ok {
			names[key] = name.Text()
		}
	}
	for i := range m.Record {
		for _, f := range m.Record[i].Figures {
			add(figureNames, f.What)
			add(ofNames, f.Of)
		}
	}
	for _, mea := range measures { // which pledges state without a figure
		add(figureNames, mea.name)
	}
	return names
}
