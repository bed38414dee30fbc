package missionfile

import (
	"math"

	"sortie/internal/lang"
)

// bound is the least and greatest value of a number. The greatest ones keep
// every sum that is made of them within the range of its type.
type bound struct {
	min, max float64
	above    bool // min itself is too little
	why      lang.Phrase
}

func (b *bound) holds(x float64) bool {
	return x >= b.min && x <= b.max && !(b.above && x == b.min) && !math.IsNaN(x)
}

// Bounds by Type.key; for a map or list they hold for each element. Speeds and
// dimensions have a least value too, since a time is a quotient of them.
var bounds = map[string]*bound{
	"Mission.sortie":          {min: 1, max: 1, why: onlyVersion},
	"Mission.person_t":        {min: 0, max: 10},
	"Drawdown.people_per_day": {min: 0, max: 10e6},
	"Floor.people":            {min: 0, max: 10e6},
	"Convoy.vehicles":         {min: 1, max: 1e6},
	"Handling.parking_mog":    {min: 0, max: 1e6},
	"Handling.working_mog":    {min: 0, max: 1e6},
	"Handling.runway":         {min: 1, max: 20_000},
	"Link.km":                 {min: 0, max: 50_000},
	"Link.kmh":                {min: 0.1, max: 40_000},
	"Link.minutes":            {min: 0, max: 5_256_000},
	"LiftType.speed":          {min: 0.1, max: 40_000},
	"LiftType.payload":        {min: 0, max: 1e6},
	"LiftType.range":          {min: 1, max: 1e6},
	"LiftType.gap":            {min: 0, max: 100},
	"LiftType.slots":          {min: 0, max: 1000},
	"LiftType.runway":         {min: 1, max: 20_000},
	"LiftType.cost_per_hour":  {min: 0, max: 1e12},
	"Deck.count":              {min: 1, max: 1000},
	"Deck.length":             {min: 0.01, max: 1000},
	"Deck.width":              {min: 0.01, max: 1000},
	"Deck.height":             {min: 0.01, max: 1000},
	"Deck.payload":            {min: 0, max: 1e6},
	"Seats.empty":             {min: 0, max: 1e6},
	"Seats.full":              {min: 0, max: 1e6},
	"EquipmentType.length":    {min: 0.01, max: 1000},
	"EquipmentType.width":     {min: 0.01, max: 1000},
	"EquipmentType.height":    {min: 0.01, max: 1000},
	"EquipmentType.mass":      {min: 0.001, max: 1e6},
	"EquipmentType.kmh":       {min: 0.1, max: 1000},
	"EquipmentType.seats":     {min: 0, max: 1000},
	"Fleet.count":             {min: 0, max: 100_000},
	"Fleet.hours_per_day":     {min: 0, max: 24, above: true, why: noLimitOmit},
	"Unit.people":             {min: 0, max: 10e6},
	"Unit.equipment":          {min: 0, max: 1e6},
	"Unit.priority":           {min: 1, max: 5, why: priorities},
	"Clearance.odds":          {min: 0, max: 1, why: oddsShare},
	"Task.people":             {min: 0, max: 10e6},
	"Grants.people":           {min: 0, max: 10e6},
	"Grants.equipment":        {min: 0, max: 10e6},
	"Entry.people":            {min: 0, max: 10e6},
	"Entry.equipment":         {min: 0, max: 10e6},
	"Figure.exact":            {min: 0, max: 1e15},
	"Figure.about":            {min: 0, max: 1e15},
	"Figure.at_least":         {min: 0, max: 1e15},
	"Figure.at_most":          {min: 0, max: 1e15},
	"Plan.sortie":             {min: 1, max: 1, why: onlyVersion},
	"Made.seed":               {min: 0, max: math.MaxUint64},
}

// The bounds of values that no key names.
var (
	latitude   = bound{min: -90, max: 90, why: latFirst}
	longitude  = bound{min: -180, max: 180, why: lonSecond}
	curveKM    = bound{min: 0, max: 1e6}
	curveT     = bound{min: 0, max: 1e6}
	numberless = bound{min: -1e15, max: 1e15}
)

// Most entries of a list, by Type.key. They keep what is computed for each pair
// of them within reach.
var maxItems = map[string]int{
	"Mission.places":          5_000,
	"Mission.links":           100_000,
	"Mission.lift_types":      10_000,
	"Mission.equipment_types": 10_000,
	"Mission.fleets":          10_000,
	"Mission.units":           100_000,
	"Mission.clearances":      10_000,
	"Mission.tasks":           100_000,
	"Mission.record":          100_000,
	"Mission.sources":         100_000,
	"Drawdown.floor":          10_000,
	"Place.open":              100,
	"Place.closed":            10_000,
	"LiftType.decks":          1_000,
	"LiftType.payload_range":  1_000,
	"Unit.equipment":          1_000,
	"Unit.via":                100,
}

// mostItems holds for every other list.
const mostItems = 10_000
