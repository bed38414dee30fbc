package missionfile

import (
	"reflect"
	"strings"
	"sync"

	"sortie"
)

// fieldInfo is a key of an object: where its value goes and what it may be.
type fieldInfo struct {
	key      string
	number   int // among the fields of its type
	index    []int
	owner    string // Go name of the type that has it
	bound    *bound
	format   *format
	required bool
}

// structInfo is what an object of the type may and must have.
type structInfo struct {
	name   noun // as a reader knows it: lift type
	fields []fieldInfo
	byKey  map[string]*fieldInfo
	keys   []string
}

var structs sync.Map // reflect.Type → *structInfo

// infoOf is the keys of the struct type, from its json tags and the tables of
// what the format demands.
func infoOf(t reflect.Type) *structInfo {
	if known, ok := structs.Load(t); ok {
		return known.(*structInfo)
	}
	info := &structInfo{name: nounOf(t), byKey: map[string]*fieldInfo{}}
	for _, f := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if key == "" || key == "-" {
			continue
		}
		owner := t
		if len(f.Index) > 1 {
			owner = t.FieldByIndex(f.Index[:len(f.Index)-1]).Type
		}
		name := owner.Name() + "." + key
		info.fields = append(info.fields, fieldInfo{
			key: key, number: len(info.fields), index: f.Index, owner: owner.Name(), bound: bounds[name], format: formats[name], required: required[name],
		})
		info.keys = append(info.keys, key)
	}
	for i := range info.fields {
		info.byKey[info.fields[i].key] = &info.fields[i]
	}
	structs.Store(t, info)
	return info
}

// words are the texts that a value of the type may be.
var words = map[reflect.Type][]string{
	reflect.TypeFor[sortie.Mode]():          {string(sortie.Air), string(sortie.Road), string(sortie.Rail), string(sortie.Sea)},
	reflect.TypeFor[sortie.OperationKind](): {string(sortie.Deployment), string(sortie.Withdrawal), string(sortie.Rotation), string(sortie.Evacuation)},
	reflect.TypeFor[sortie.DecisionRule]():  {string(sortie.Consensus), string(sortie.Majority), string(sortie.TwoThirds), string(sortie.Chair)},
	reflect.TypeFor[sortie.EntryKind](): {string(sortie.Request), string(sortie.Decision), string(sortie.Pledge), string(sortie.Statement),
		string(sortie.Report), string(sortie.Handover), string(sortie.Event)},
	reflect.TypeFor[sortie.Vote](): {string(sortie.For), string(sortie.Against), string(sortie.Abstain)},
}

// amountWords stand for a number where none was published.
var amountWords = []string{"dozens", "hundreds", "thousands"}

// required are the keys without which an object says nothing, as Type.key.
var required = func() map[string]bool {
	out := map[string]bool{}
	for owner, keys := range map[string]string{
		"Mission":       "sortie id timezone host operation places units",
		"Operation":     "kind deadline",
		"Floor":         "people until",
		"Organisation":  "id",
		"Entry":         "id kind",
		"Source":        "id",
		"Figure":        "what",
		"Place":         "id country",
		"Closure":       "from to",
		"Link":          "mode",
		"LiftType":      "id mode speed",
		"Deck":          "length width height",
		"Seats":         "empty full",
		"EquipmentType": "id length width height mass",
		"Fleet":         "id type count base",
		"Unit":          "id at",
		"Clearance":     "id country",
		"Task":          "id at people",
		"Plan":          "sortie mission movements",
		"Movement":      "id mode from to load depart arrive unloaded",
		"Stop":          "at arrive depart",
		"Cargo":         "unit",
		"Item":          "type",
	} {
		for _, key := range strings.Fields(keys) {
			out[owner+"."+key] = true
		}
	}
	return out
}()
