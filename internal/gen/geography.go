package gen

import (
	"fmt"
	"math"

	"sortie"
)

// kmPerDegree is the length of a degree of the equator on the contract's
// sphere.
const kmPerDegree = 6371.0088 * math.Pi / 180

// geography lays out sites, ports and what joins them: host sites, feeder
// roads, a port, the trunk, the other side's port, feeders, sites. Two to six
// places; the ports may be the sites themselves.
func (w *world) geography() {
	w.trunks = []sortie.Mode{pick(w.source, "trunk", sortie.Air, sortie.Air, sortie.Air, sortie.Road, sortie.Rail, sortie.Sea)}
	if chance(w.source, 25, "second trunk") {
		second := pick(w.source, "second trunk mode", sortie.Road, sortie.Rail, sortie.Air, sortie.Sea)
		if second != w.trunks[0] {
			w.trunks = append(w.trunks, second)
		}
	}
	w.trunkKM = float64(between(w.source, 3, 14, "trunk hundred km")) * 100
	if w.trunks[0] == sortie.Air && len(w.trunks) == 1 {
		w.trunkKM *= 2
	}
	w.hostPort, w.hostSites = w.side("host", hostCountry, 0)
	w.homePort, w.homeSites = w.side("home", homeCountry, w.trunkKM/kmPerDegree)
	if w.has(sortie.Air) && len(w.m.Places) < 6 && chance(w.source, 50, "middle") {
		w.middle = "middle"
		// Off the line, so that the stop makes the way longer.
		w.place("middle", pick(w.source, "middle's country", homeCountry, "UZ"), w.trunkKM/kmPerDegree*0.45, 1, sortie.Air)
	}
	w.trunkLinks()
	w.airLinks()
}

func (w *world) has(mode sortie.Mode) bool {
	for _, trunk := range w.trunks {
		if trunk == mode {
			return true
		}
	}
	return false
}

// side adds the places of one side and its feeder links: a port with one or
// two sites, or a single site that is the port.
func (w *world) side(name, country string, lon float64) (port string, sites []string) {
	port = name + "-port"
	if !chance(w.source, 50, name+" feeders") {
		w.place(port, country, lon, 0, w.trunks...)
		sites = []string{port}
		if chance(w.source, 10, name+" second port") {
			second := name + "-port-2"
			w.place(second, country, lon, 0.5, w.trunks...)
			sites = append(sites, second)
		}
		return port, sites
	}
	feeder := sortie.Road
	if chance(w.source, 12, name+" rail feeder") {
		feeder = sortie.Rail
		w.feederRail = w.feederRail || name == "host"
	}
	w.place(port, country, lon, 0, append([]sortie.Mode{feeder}, w.trunks...)...)
	count := 1
	if chance(w.source, 35, name+" second site") {
		count = 2
	}
	for i := range count {
		site := fmt.Sprintf("%s-site-%d", name, i+1)
		w.place(site, country, lon, 0.3*float64(i+1), feeder)
		sites = append(sites, site)
		w.feeder(feeder, site, port)
	}
	return port, sites
}

// feeder joins a site to its port, with a longer way back where one street is
// open one way alone.
func (w *world) feeder(mode sortie.Mode, site, port string) {
	km := float64(between(w.source, 10, 320, "feeder km"))
	there := sortie.Link{Mode: mode, KM: km}
	if chance(w.source, 40, "feeder limit") {
		there.KMH = float64(between(w.source, 25, 90, "feeder kmh"))
	}
	if chance(w.source, 15, "feeder minutes") {
		minutes := float64(between(w.source, 20, 400, "minutes"))
		if chance(w.source, 30, "half a minute") {
			minutes += 0.5
		}
		there.Minutes = &minutes
	}
	if !chance(w.source, 25, "one way") {
		there.Between = []string{site, port}
		w.m.Links = append(w.m.Links, there)
		return
	}
	back := there
	there.From, there.To = site, port
	back.From, back.To = port, site
	back.KM += 35
	w.m.Links = append(w.m.Links, there, back)
}

func (w *world) place(id, country string, lon, lat float64, modes ...sortie.Mode) {
	p := sortie.Place{
		ID:      id,
		Country: country,
		At:      sortie.Position{45 + math.Round(lat*1e4)/1e4, 40 + math.Round(lon*1.4*1e4)/1e4},
		Handles: map[sortie.Mode]sortie.Handling{},
	}
	for _, mode := range modes {
		p.Handles[mode] = sortie.Handling{}
	}
	if len(p.Handles) == 1 && modes[0] == sortie.Road && !chance(w.source, 30, "road spelled out") {
		p.Handles = nil
	}
	if chance(w.source, 10, "own timezone") {
		p.Timezone = pick(w.source, "place timezone", "Europe/Moscow", "Asia/Almaty", "Europe/Paris")
	}
	w.m.Places = append(w.m.Places, p)
}

// ends are the places at a side's end of the trunk.
func ends(port string, sites []string) []string {
	if sites[0] == port {
		return sites
	}
	return []string{port}
}

func (w *world) trunkLinks() {
	for _, mode := range w.trunks {
		if mode == sortie.Air {
			continue
		}
		for _, from := range ends(w.hostPort, w.hostSites) {
			for _, to := range ends(w.homePort, w.homeSites) {
				link := sortie.Link{Mode: mode, Between: []string{from, to}, KM: w.trunkKM}
				if mode == sortie.Road && chance(w.source, 50, "trunk limit") {
					link.KMH = float64(between(w.source, 30, 80, "trunk kmh"))
				}
				w.m.Links = append(w.m.Links, link)
			}
		}
	}
}

// airLinks lists routes in place of the great circle: all of them where only
// listed ones may be flown, or one that is longer or timed.
func (w *world) airLinks() {
	if !w.has(sortie.Air) {
		return
	}
	listed := chance(w.source, 20, "air listed")
	if listed {
		w.m.Air = sortie.AirListed
	}
	if !listed && !chance(w.source, 25, "an air link") {
		return
	}
	direct := w.middle == "" || !listed || chance(w.source, 60, "direct listed")
	for _, from := range ends(w.hostPort, w.hostSites) {
		for _, to := range ends(w.homePort, w.homeSites) {
			if direct {
				w.airLink(from, to, w.trunkKM*1.15)
			}
		}
	}
	if !listed {
		return
	}
	if w.middle != "" {
		for _, end := range append(ends(w.hostPort, w.hostSites), ends(w.homePort, w.homeSites)...) {
			w.airLink(end, w.middle, w.trunkKM*0.6)
		}
	}
}

func (w *world) airLink(a, b string, km float64) {
	link := sortie.Link{Mode: sortie.Air, Between: []string{a, b}, KM: math.Round(km)}
	if chance(w.source, 40, "air minutes") {
		minutes := float64(between(w.source, 40, 260, "air link minutes"))
		link.Minutes = &minutes
		if chance(w.source, 50, "minutes alone") {
			link.KM = 0
		}
	}
	w.m.Links = append(w.m.Links, link)
}
