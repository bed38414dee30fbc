package missionfile

import (
	"sync"
	"time"
)

var zones sync.Map // IANA name → *time.Location

// zoneNamed is the zone of an IANA name. The zone of the machine is none: a
// mission means the same wherever it is read.
func zoneNamed(name string) (zone *time.Location, ok bool) {
	if known, ok := zones.Load(name); ok {
		return known.(*time.Location), true
	}
	if name == "" || name == "Local" || len(name) > 64 {
		return nil, false
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, false
	}
	known, _ := zones.LoadOrStore(name, zone)
	return known.(*time.Location), true
}

var fixed sync.Map // seconds east → *time.Location

// fixedZone is the zone of an offset alone.
func fixedZone(offset int) *time.Location {
	if offset == 0 {
		return time.UTC
	}
	if known, ok := fixed.Load(offset); ok {
		return known.(*time.Location)
	}
	known, _ := fixed.LoadOrStore(offset, time.FixedZone("", offset))
	return known.(*time.Location)
}

// zoneHint is the nearest of the zones that missions are likely to name.
func zoneHint(name string) sentence {
	if hint := didYouMean(name, likelyZones); !hint.empty() {
		return hint
	}
	return say(writeZone)
}

var likelyZones = []string{
	"UTC", "Africa/Abidjan", "Africa/Accra", "Africa/Addis_Ababa", "Africa/Algiers", "Africa/Bamako", "Africa/Bangui", "Africa/Cairo",
	"Africa/Casablanca", "Africa/Conakry", "Africa/Dakar", "Africa/Dar_es_Salaam", "Africa/Freetown", "Africa/Harare", "Africa/Johannesburg",
	"Africa/Juba", "Africa/Kampala", "Africa/Khartoum", "Africa/Kigali", "Africa/Kinshasa", "Africa/Lagos", "Africa/Libreville",
	"Africa/Luanda", "Africa/Lubumbashi", "Africa/Lusaka", "Africa/Maputo", "Africa/Maseru", "Africa/Mogadishu", "Africa/Monrovia",
	"Africa/Nairobi", "Africa/Ndjamena", "Africa/Niamey", "Africa/Ouagadougou", "Africa/Tripoli", "Africa/Tunis",
	"America/Bogota", "America/Caracas", "America/Chicago", "America/Guatemala", "America/Halifax", "America/Havana", "America/Lima",
	"America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Panama", "America/Port-au-Prince", "America/Santiago",
	"America/Sao_Paulo", "America/Toronto", "Asia/Almaty", "Asia/Amman", "Asia/Ashgabat", "Asia/Baghdad", "Asia/Bahrain", "Asia/Baku",
	"Asia/Bangkok", "Asia/Beirut", "Asia/Bishkek", "Asia/Colombo", "Asia/Damascus", "Asia/Dhaka", "Asia/Dili", "Asia/Dubai", "Asia/Dushanbe",
	"Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem", "Asia/Kabul", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata",
	"Asia/Kuala_Lumpur", "Asia/Kuwait", "Asia/Manila", "Asia/Muscat", "Asia/Novosibirsk", "Asia/Omsk", "Asia/Qatar", "Asia/Riyadh",
	"Asia/Samarkand", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Tashkent", "Asia/Tbilisi", "Asia/Tehran", "Asia/Tokyo",
	"Asia/Ulaanbaatar", "Asia/Vladivostok", "Asia/Yangon", "Asia/Yekaterinburg", "Asia/Yerevan", "Australia/Darwin", "Australia/Sydney",
	"Europe/Amsterdam", "Europe/Athens", "Europe/Belgrade", "Europe/Berlin", "Europe/Brussels", "Europe/Bucharest", "Europe/Budapest",
	"Europe/Chisinau", "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon",
	"Europe/London", "Europe/Madrid", "Europe/Minsk", "Europe/Moscow", "Europe/Oslo", "Europe/Paris", "Europe/Prague", "Europe/Riga",
	"Europe/Rome", "Europe/Samara", "Europe/Sarajevo", "Europe/Skopje", "Europe/Sofia", "Europe/Stockholm", "Europe/Tallinn",
	"Europe/Tirane", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zagreb", "Europe/Zurich", "Pacific/Auckland",
	"Pacific/Fiji", "Pacific/Guadalcanal", "Pacific/Port_Moresby",
}
