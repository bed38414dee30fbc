package missionfile

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// format is the form that a text must have.
type format struct {
	name    string // of what it is, for messages: a country
	rule    string
	check   func(string) (hint string, ok bool)
	pattern string // the same for the JSON Schema, as far as a pattern can say it
}

const (
	hoursForm    = `^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$`
	languageForm = `^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$`
)

var (
	countryCode = format{"a country code", "country", checkCountry, `^[A-Z]{2}$`}
	openHours   = format{"opening hours", "open-hours", checkHours, hoursForm}
	idForm      = format{"an id", "id-form", checkID, `^[^\x00-\x20\x7f]([^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?$`}
	fleetIDForm = format{"a fleet's id", "id-form", checkFleetID, `^[^\x00-\x20\x7f/]([^\x00-\x1f\x7f/]*[^\x00-\x20\x7f/])?$`}
	language    = format{"a language", "language", checkLanguage, languageForm}
	listedWord  = format{"a rule for air links", "unknown-word", checkListed, `^listed$`}
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

func checkCountry(s string) (string, bool) {
	if len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' {
		return "", true
	}
	if upper := strings.ToUpper(s); len(upper) == 2 && upper != s {
		if _, ok := checkCountry(upper); ok {
			return "write " + upper, false
		}
	}
	return "write the two capital letters of ISO 3166, such as KZ", false
}

var hoursPattern = regexp.MustCompile(hoursForm)

func checkHours(s string) (string, bool) {
	if !hoursPattern.MatchString(s) {
		return "write local hours such as 06:00-22:00, or 22:00-06:00 over midnight; the day ends at 24:00", false
	}
	if from, to, _ := strings.Cut(s, "-"); from == to {
		return "that is no time at all, or all day: leave open out where it is always open", false
	}
	return "", true
}

func checkID(s string) (string, bool) {
	switch {
	case len(s) > maxID:
		return "an id has at most 128 bytes; the name may be longer", false
	case strings.TrimSpace(s) != s:
		return "leave out the spaces at its ends", false
	case strings.ContainsFunc(s, unicode.IsControl), !utf8.ValidString(s):
		return "an id is one line of letters, digits and signs", false
	}
	return "", true
}

func checkFleetID(s string) (string, bool) {
	if strings.Contains(s, "/") {
		return "the lifts of a fleet are called ID/1, ID/2 …, so its own id has no /", false
	}
	return checkID(s)
}

var languagePattern = regexp.MustCompile(languageForm)

func checkLanguage(s string) (string, bool) {
	return "write a language tag such as en, fr or pt-BR", languagePattern.MatchString(s)
}

func checkListed(s string) (string, bool) {
	return `write air: listed where only the listed air links may be flown, and leave it out elsewhere`, s == "listed"
}
