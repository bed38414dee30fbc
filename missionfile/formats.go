package missionfile

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"sortie/internal/lang"
)

// format is the form that a text must have.
type format struct {
	name    lang.Phrase // of what it is, for messages: a country
	rule    string
	check   func(string) (hint sentence, ok bool)
	pattern string // the same for the JSON Schema, as far as a pattern can say it
}

const (
	hoursForm    = `^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$`
	languageForm = `^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$`
)

var (
	countryCode = format{aCountryCode, "country", checkCountry, `^[A-Z]{2}$`}
	openHours   = format{someHours, "open-hours", checkHours, hoursForm}
	idForm      = format{anID, "id-form", checkID, `^[^\x00-\x20\x7f]([^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?$`}
	fleetIDForm = format{aFleetID, "id-form", checkFleetID, `^[^\x00-\x20\x7f/]([^\x00-\x1f\x7f/]*[^\x00-\x20\x7f/])?$`}
	language    = format{aLanguage, "language", checkLanguage, languageForm}
	listedWord  = format{anAirRule, "unknown-word", checkListed, `^listed$`}
)

// Formats by Type.key; for a list they hold for each element, for a map for
// each key.
var formats = map[string]*format{
	"Mission.host":         &countryCode,
	"Place.country":        &countryCode,
	"Fleet.nation":         &countryCode,
	"Fleet.serves":         &countryCode,
	"Unit.nation":          &countryCode,
	"Clearance.country":    &countryCode,
	"Clearance.nations":    &countryCode,
	"Organisation.members": &countryCode,
	"Entry.votes":          &countryCode,
	"Grants.nations":       &countryCode,
	"Place.open":           &openHours,
	"Mission.id":           &idForm,
	"Organisation.id":      &idForm,
	"Place.id":             &idForm,
	"LiftType.id":          &idForm,
	"EquipmentType.id":     &idForm,
	"Fleet.id":             &fleetIDForm,
	"Unit.id":              &idForm,
	"Clearance.id":         &idForm,
	"Task.id":              &idForm,
	"Entry.id":             &idForm,
	"Source.id":            &idForm,
	"Mission.air":          &listedWord,
}

func checkCountry(s string) (sentence, bool) {
	if len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' {
		return sentence{}, true
	}
	if upper := strings.ToUpper(s); len(upper) == 2 && upper != s {
		if _, ok := checkCountry(upper); ok {
			return say(writeThis, upper), false
		}
	}
	return say(writeCapitals), false
}

var hoursPattern = regexp.MustCompile(hoursForm)

func checkHours(s string) (sentence, bool) {
	if !hoursPattern.MatchString(s) {
		return say(writeHours), false
	}
	if from, to, _ := strings.Cut(s, "-"); from == to {
		return say(alwaysOrNever), false
	}
	return sentence{}, true
}

func checkID(s string) (sentence, bool) {
	switch {
	case len(s) > maxID:
		return say(idTooLong, maxID), false
	case strings.TrimSpace(s) != s:
		return say(idSpaces), false
	case strings.ContainsFunc(s, unicode.IsControl), !utf8.ValidString(s):
		return say(idOneLine), false
	}
	return sentence{}, true
}

func checkFleetID(s string) (sentence, bool) {
	if strings.Contains(s, "/") {
		return say(idNoSlash), false
	}
	return checkID(s)
}

var languagePattern = regexp.MustCompile(languageForm)

func checkLanguage(s string) (sentence, bool) {
	return say(writeLanguage), languagePattern.MatchString(s)
}

func checkListed(s string) (sentence, bool) {
	return say(writeListed), s == "listed"
}
