package main

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
)

// leaving lists the sorties by air that leave the theatre.
func (p *page) leaving(plan *sortie.Plan) []sortie.Movement {
	inside := map[string]bool{}
	for _, place := range p.mission.Places {
		inside[place.ID] = place.Country == p.mission.Host
	}
	var out []sortie.Movement
	for _, v := range plan.Movements {
		if v.Mode == sortie.Air && v.Lift != "" && len(v.Cargo) > 0 && inside[v.From] && !inside[v.To] {
			out = append(out, v)
		}
	}
	return out
}

// airByDay counts those sorties by day and lift type.
func (p *page) airByDay(plan *sortie.Plan) map[sortie.Date]map[string]int {
	kind := map[string]string{}
	for _, f := range p.mission.Fleets {
		kind[f.ID] = f.Type
	}
	zone := explain.Zone(p.mission)
	out := map[sortie.Date]map[string]int{}
	for _, v := range p.leaving(plan) {
		d := sortie.DateOf(v.Depart.In(zone))
		if out[d] == nil {
			out[d] = map[string]int{}
		}
		fleet, _, _ := strings.Cut(v.Lift, "/")
		out[d][kind[fleet]]++
	}
	return out
}

// sorties writes counts by type: "21: 20 il-76md, 1 an-124-100".
func sorties(byType map[string]int) string {
	total, kinds := 0, []string{}
	for t, n := range byType {
		total += n
		kinds = append(kinds, t)
	}
	if total == 0 {
		return "0"
	}
	sort.Strings(kinds)
	for i, t := range kinds {
		kinds[i] = fmt.Sprintf("%d %s", byType[t], t)
	}
	return fmt.Sprintf("%d: %s", total, strings.Join(kinds, ", "))
}

func byDate(days []explain.Day) map[sortie.Date]explain.Day {
	out := map[sortie.Date]explain.Day{}
	for _, d := range days {
		out[d.Date] = d
	}
	return out
}

func next(d sortie.Date) sortie.Date { return sortie.DateOf(d.In(time.UTC).AddDate(0, 0, 1)) }

func days(from, to sortie.Date) int {
	return int(to.In(time.UTC).Sub(from.In(time.UTC)).Hours() / 24)
}

// types lists the lift types that the record names.
func types(days map[sortie.Date]*explain.Reported) []string {
	seen := map[string]bool{}
	var out []string
	for _, d := range days {
		for t := range d.ByType {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sort.Strings(out)
	return out
}
