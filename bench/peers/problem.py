"""A mission and its loads, as all three peers get them.

The loads are those of a plan by sortie: what lies on which type of lift,
already stowed. A peer decides which lift carries which load and when, and the
positioning legs between. What a peer cannot express is named by `unfit`.

Minutes are whole and count from operation.start.
"""

import bisect
import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

BEFORE = 3 * 1440  # lifts may begin to position so long before the start


@dataclass
class Fleet:
    id: str
    type: dict
    nation: str
    base: str
    count: int


@dataclass
class Load:
    index: int
    type: str  # of lift
    origin: str
    dest: str
    cargo: list
    ready: int  # earliest start of loading
    people: int
    fly: int
    load: int
    unload: int
    turnaround: int
    leaves: bool  # the theatre
    fleets: list = field(default_factory=list)  # indices of fleets that may carry it
    after: set = field(default_factory=set)  # indices of loads that bring what it takes on


@dataclass
class Drawdown:
    """People that may have loaded at `places` before `until`: at most `most`."""

    places: frozenset
    until: int
    most: int


def minutes(text):
    """A duration such as 1d2h30m in minutes; a number is minutes."""
    if not text:
        return 0
    if isinstance(text, (int, float)):
        return int(text)
    total, number = 0, ""
    for c in text:
        if c.isdigit():
            number += c
        else:
            total += int(number) * {"d": 1440, "h": 60, "m": 1}[c]
            number = ""
    return total


class Problem:
    def __init__(self, mission, plan):
        self.mission, self.plan = mission, plan
        self.zone = ZoneInfo(mission["timezone"])
        op = mission["operation"]
        self.start = datetime.fromisoformat(op["start"])
        self.deadline = self.at(op["deadline"])
        self.places = {p["id"]: p for p in mission["places"]}
        self.types = {t["id"]: t for t in mission["lift_types"]}
        self.units = {u["id"]: u for u in mission["units"]}
        self.fleets = [
            Fleet(f["id"], self.types[f["type"]], f.get("nation", ""), f["base"], f["count"]) for f in mission.get("fleets", [])
        ]
        self.why = self.unfit()
        if self.why:
            return
        self.loads = self.read_loads()
        self.horizon = self.deadline
        self.drawdowns = self.read_drawdowns()
        self.per_day = op.get("drawdown", {}).get("people_per_day")

    def at(self, text):
        return round((datetime.fromisoformat(text) - self.start).total_seconds() / 60)

    def unfit(self):
        """Why no peer expresses this instance; empty where they do."""
        m = self.mission
        for u in m["units"]:
            if u.get("to") and any(k in u for k in ("via", "together", "after", "modes")):
                return "rules of single units (via, together, after, modes)"
        if m.get("clearances"):
            return "clearances"
        for f in m.get("fleets", []):
            if f.get("hours_per_day") or f.get("return") or f.get("from") or f.get("until"):
                return "flying hours in any 24 h, windows, or lifts that return"
        held = m.get("tasks") or m["operation"].get("drawdown", {}).get("floor")
        if held and not all(self.hosted(u["at"]) for u in m["units"]) or any(t.get("from") for t in m.get("tasks", [])):
            return "cover by those who come"
        for v in self.plan["movements"]:
            if not v.get("lift"):
                return "convoys"
            if v["mode"] != "air":
                return "several modes"
            if v.get("stops"):
                return "technical stops"
            for c in v.get("cargo") or []:
                u = self.units[c["unit"]]
                if held and (u["at"], u["to"]) != (v["from"], v["to"]):
                    return "cover, and journeys of several legs"
        v = self.plan["verdict"]
        if sum(v["undelivered"].values()) + sum(v["late"].values()):
            return "the loads given do not deliver everything in time"
        return ""

    def read_loads(self):
        of_lift = {f.id: f for f in self.fleets}
        loads = []
        for v in self.plan["movements"]:
            if not v.get("cargo"):
                continue
            t = of_lift[v["lift"].rsplit("/", 1)[0]].type
            units = [self.units[c["unit"]] for c in v["cargo"]]
            load = Load(
                len(loads), t["id"], v["from"], v["to"], v["cargo"],
                max([0] + [self.at(u["ready"]) for u in units if u.get("ready")]),
                sum(c.get("people", 0) for c in v["cargo"]),
                self.travel(t["id"], v["from"], v["to"]),
                minutes(t.get("load")), minutes(t.get("unload")), minutes(t.get("turnaround")),
                self.hosted(v["from"]) and not self.hosted(v["to"]),
            )
            nations = {u.get("nation") for u in units}
            serves = {f["id"]: f.get("serves") for f in self.mission["fleets"]}
            load.fleets = [
                i for i, f in enumerate(self.fleets)
                if f.type["id"] == t["id"] and (not serves[f.id] or nations <= set(serves[f.id]))
            ]
            loads.append(load)
        self.relays(loads)
        return loads

    def hosted(self, place):
        return self.places[place]["country"] == self.mission["host"]

    def relays(self, loads):
        """What is taken on where its unit did not stand at first was brought
        there: by the earliest loads of the plan, as many as it takes."""
        moves = [v for v in self.plan["movements"] if v.get("cargo")]

        def kinds(cargo):
            yield "people", cargo.get("people", 0)
            for item in cargo.get("items") or []:
                yield item["type"], 1

        brought, taken = {}, {}
        for i, v in enumerate(moves):
            for c in v["cargo"]:
                for kind, n in kinds(c):
                    brought.setdefault((c["unit"], v["to"], kind), []).append((v["unloaded"], i, n))
                    if v["from"] != self.units[c["unit"]]["at"]:
                        taken.setdefault((c["unit"], v["from"], kind), []).append((v["load"], i, n))
        for key, takes in taken.items():
            arrivals, sum_taken = sorted(brought[key], key=lambda b: (self.at(b[0]), b[1])), 0
            for _, i, n in sorted(takes, key=lambda b: (self.at(b[0]), b[1])):
                sum_taken += n
                supply = 0
                for _, j, more in arrivals:
                    if supply >= sum_taken:
                        break
                    supply += more
                    loads[i].after.add(j)

    def read_drawdowns(self):
        """Floors and cover, for those who leave the theatre and nobody who comes."""
        host = frozenset(p for p, q in self.places.items() if q["country"] == self.mission["host"])
        out = []
        for f in self.mission["operation"].get("drawdown", {}).get("floor", []):
            out.append(self.drawdown(host, self.at(f["until"]), f["people"]))
        for t in self.mission.get("tasks", []):
            until = self.at(t["until"]) if t.get("until") else 10**6
            out.append(self.drawdown(frozenset([t["at"]]), until, t["people"]))
        return out

    def drawdown(self, places, until, need):
        standing = sum(u["people"] for u in self.mission["units"] if u["at"] in places)
        return Drawdown(places, until, standing - need)

    def distance(self, a, b):
        """Great circle in km, on the contract's sphere."""
        (la, lo), (lb, lp) = self.places[a]["at"], self.places[b]["at"]
        la, lo, lb, lp = map(math.radians, (la, lo, lb, lp))
        h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
        return 2 * 6371.0088 * math.asin(math.sqrt(h))

    def travel(self, type_id, a, b):
        if a == b:
            return 0
        t = self.types[type_id]
        return math.ceil(minutes(t.get("overhead")) + 60 * self.distance(a, b) / t["speed"] - 1e-6)

    def handling(self, place):
        h = self.places[place].get("handles", {}).get("air", {})
        return h.get("parking_mog"), h.get("working_mog"), minutes(h.get("interval"))

    def open_spans(self, place):
        """Minutes [first, last] in which something may depart or arrive."""
        p = self.places[place]
        low, high = -BEFORE, self.horizon + 2880
        spans = [[low, high]]
        if p.get("open"):
            zone = ZoneInfo(p.get("timezone") or self.mission["timezone"])
            day = (self.start + timedelta(minutes=low)).astimezone(zone).replace(hour=0, minute=0) - timedelta(days=1)
            spans = []
            while self.at(day.isoformat()) <= high:
                for text in p["open"]:
                    a, b = text.split("-")
                    first = day.replace(hour=int(a[:2]), minute=int(a[3:]))
                    last = day.replace(hour=int(b[:2]) % 24, minute=int(b[3:]))
                    if b <= a or b[:2] == "24":
                        last += timedelta(days=1)
                    spans.append([max(low, self.at(first.isoformat())), min(high, self.at(last.isoformat()))])
                day += timedelta(days=1)
            spans = sorted(s for s in spans if s[0] <= s[1])
        for c in p.get("closed", []):
            a, b = self.at(c["from"]), self.at(c["to"])
            cut = []
            for first, last in spans:
                if last < a or first >= b:
                    cut.append([first, last])
                    continue
                if first < a:
                    cut.append([first, a - 1])
                if last >= b:
                    cut.append([b, last])
            spans = cut
        return spans

    def limited(self, place):
        spans = self.open_spans(place)
        return len(spans) != 1

    def day(self, minute):
        """The local day of a minute, as a count from that of the start."""
        local = (self.start + timedelta(minutes=minute)).astimezone(self.zone)
        return (local.date() - self.start.astimezone(self.zone).date()).days

    def day_span(self, day):
        first = self.start.astimezone(self.zone).replace(hour=0, minute=0) + timedelta(days=day)
        return self.at(first.isoformat()), self.at((first + timedelta(days=1)).isoformat()) - 1


def within(spans, minute):
    i = bisect.bisect_right([s[0] for s in spans], minute) - 1
    return i >= 0 and spans[i][0] <= minute <= spans[i][1]
