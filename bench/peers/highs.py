"""HiGHS: a time-indexed model on a time-space network of lifts.

Loads that are alike are counted, not named: x is how many of a class start on a
fleet in a slot, y how many lifts of a fleet position from where they were
unloaded to where they load next, s how many stand idle at either end. Stands, teams and runways are rows for each slot;
closure is the number of slots in which something is still to be unloaded. Slots
divide the runway intervals where that leaves at most 400 of them, and have
fifteen minutes where it does not. Journeys are aligned at the end where stands or runway are scarce, and rounded up at the
other. The horizon is a fifth past the closure of sortie's plan.
"""

import math
import time
from collections import defaultdict

import highspy
import numpy as np

from problem import within
from schedule import Leave, Trip


def unfit(p):
    if any(x.after for x in p.loads):
        return "what is taken on where it was brought before"
    if any(scarce(p, x.origin) and scarce(p, x.dest) for x in p.loads):
        return "scarce stands or runways at both ends"
    return ""


def scarce(p, place):
    """Whether stands or runway limit the place: journeys are timed at that end."""
    parking, _, interval = p.handling(place)
    return parking is not None or interval > 0


class Rows:
    """The model as it grows: columns with bounds, rows of coefficients."""

    def __init__(self):
        self.cost, self.upper = [], []
        self.starts, self.index, self.value, self.low, self.high = [0], [], [], [], []

    def column(self, upper, cost=0.0):
        self.cost.append(cost), self.upper.append(upper)
        return len(self.cost) - 1

    def row(self, terms, low, high):
        sums = defaultdict(float)
        for j, a in terms:
            sums[j] += a
        self.index += sums.keys()
        self.value += sums.values()
        self.starts.append(len(self.index))
        self.low.append(low), self.high.append(high)


class Model:
    def __init__(self, p):
        self.p, self.rows = p, Rows()
        intervals = [p.handling(q)[2] for q in p.places if scarce(p, q) and p.handling(q)[2]]
        whole = math.gcd(*intervals) if intervals else 15
        closes = max(p.at(v["unloaded"]) for v in p.plan["movements"])
        self.slot = next((d for d in range(5, 16) if whole % d == 0 and 1.2 * closes <= 400 * d), 15)
        self.first = -self.up(max(p.travel(f.type["id"], f.base, q) for f in p.fleets for q in p.places) + 240)
        self.last = self.up(1.2 * closes)
        self.spans = {q: p.open_spans(q) for q in p.places}
        self.classes()
        self.columns()
        self.balance()
        self.places()
        self.drawdown()
        self.closure()

    def up(self, minutes):
        return math.ceil(minutes / self.slot)

    def classes(self):
        p, groups = self.p, {}
        for x in p.loads:
            people = x.people if p.per_day is not None or p.drawdowns else 0
            groups.setdefault((x.type, x.origin, x.dest, x.ready, people, tuple(x.fleets)), []).append(x)
        self.groups = list(groups.values())

    def times(self, x, t):
        """Start of loading, departure, arrival, end of unloading, in minutes, of a load in slot t."""
        s = self.slot
        if scarce(self.p, x.dest) and not scarce(self.p, x.origin):
            arrive = (t + self.up(x.load + x.fly)) * s
            depart = arrive - x.fly
            return depart - x.load, depart, arrive, arrive + x.unload
        depart = (t + self.up(x.load)) * s
        return depart - x.load, depart, depart + x.fly, depart + x.fly + x.unload

    def leg(self, f, a, b, t):
        """Departure and arrival of a positioning leg in slot t, and the slot in which the lift can load."""
        if a == b:
            return t * self.slot, t * self.slot, t
        type_id = self.p.fleets[f].type["id"]
        fly = self.p.travel(type_id, a, b)
        ahead = max(0, self.turn(f) - self.loading(f))
        if scarce(self.p, b) and not scarce(self.p, a):
            arrive = (t + self.up(fly)) * self.slot
            return arrive - fly, arrive, t + self.up(fly) + self.up(ahead)
        return t * self.slot, t * self.slot + fly, t + self.up(fly + ahead)

    def turn(self, f):
        return next((x.turnaround for x in self.p.loads if f in x.fleets), 0)

    def loading(self, f):
        return next((x.load for x in self.p.loads if f in x.fleets), 0)

    def columns(self):
        p, rows = self.p, self.rows
        self.x, self.y, self.s = {}, {}, {}
        loaded, emptied = defaultdict(set), defaultdict(set)  # places where lifts load next, and where they are free
        slots = range(self.first, self.last + 1)
        for c, g in enumerate(self.groups):
            x = g[0]
            for f in x.fleets:
                loaded[f].add(x.origin)
                emptied[f] |= {x.dest, p.fleets[f].base}
                for t in slots:
                    begin, depart, arrive, unloaded = self.times(x, t)
                    if begin < x.ready or unloaded > min(p.horizon, self.last * self.slot):
                        continue
                    if within(self.spans[x.origin], depart) and within(self.spans[x.dest], arrive):
                        self.x[c, f, t] = rows.column(len(g))
        for f in loaded:
            count = p.fleets[f].count
            for node in [("load", a) for a in loaded[f]] + [("free", a) for a in emptied[f]]:
                for t in slots:
                    self.s[f, node, t] = rows.column(count)
            for a in emptied[f]:
                for b in loaded[f]:
                    for t in slots:
                        depart, arrive, ready = self.leg(f, a, b, t)
                        if ready <= self.last and (a == b or within(self.spans[a], depart) and within(self.spans[b], arrive)):
                            self.y[f, a, b, t] = rows.column(count)

    def free(self, x, t):
        """The slot in which the lift of a load may leave again."""
        _, _, arrive, _ = self.times(x, t)
        return self.up(arrive + max(x.unload, x.turnaround))

    def balance(self):
        flows = defaultdict(list)
        for (c, f, t), j in self.x.items():
            x = self.groups[c][0]
            flows[f, ("load", x.origin), t].append((j, 1))
            flows[f, ("free", x.dest), self.free(x, t)].append((j, -1))
        for (f, a, b, t), j in self.y.items():
            flows[f, ("free", a), t].append((j, 1))
            flows[f, ("load", b), self.leg(f, a, b, t)[2]].append((j, -1))
        for (f, node, t), j in self.s.items():
            terms = [(j, 1)] + flows[f, node, t]
            count = self.p.fleets[f].count if t == self.first and node == ("free", self.p.fleets[f].base) else 0
            if t > self.first:
                terms.append((self.s[f, node, t - 1], -1))
            self.rows.row(terms, count, count)
        of = defaultdict(list)
        for (c, _, _), j in self.x.items():
            of[c].append((j, 1))
        for c, g in enumerate(self.groups):
            self.rows.row(of[c], len(g), len(g))

    def places(self):
        p = self.p
        stands, teams, uses = defaultdict(list), defaultdict(list), defaultdict(list)

        def over(table, place, a, b, term):
            for t in range(math.floor(a / self.slot), self.up(b)):
                table[place, t].append(term)

        for (c, f, t), j in self.x.items():
            x = self.groups[c][0]
            begin, depart, arrive, unloaded = self.times(x, t)
            slots = p.types[x.type].get("slots", 1)
            over(teams, x.origin, begin, depart, (j, 1))
            over(teams, x.dest, arrive, unloaded, (j, 1))
            if p.fleets[f].base != x.origin:
                over(stands, x.origin, t * self.slot, depart, (j, slots))
            if p.fleets[f].base != x.dest:
                over(stands, x.dest, arrive, self.free(x, t) * self.slot, (j, slots))
            uses[x.origin, math.floor(depart / self.slot)].append((j, 1))
            uses[x.dest, math.floor(arrive / self.slot)].append((j, 1))
        for (f, a, b, t), j in self.y.items():
            if a == b:
                continue
            depart, arrive, ready = self.leg(f, a, b, t)
            slots = p.fleets[f].type.get("slots", 1)
            if p.fleets[f].base != b:
                over(stands, b, arrive, ready * self.slot, (j, slots))
            if p.fleets[f].base != a:
                over(stands, a, t * self.slot, depart, (j, slots))
            uses[a, math.floor(depart / self.slot)].append((j, 1))
            uses[b, math.floor(arrive / self.slot)].append((j, 1))
        for (f, (_, a), t), j in self.s.items():
            if p.fleets[f].base != a:
                stands[a, t].append((j, p.fleets[f].type.get("slots", 1)))
        for table, which in ((stands, 0), (teams, 1)):
            for (place, _), terms in table.items():
                if p.handling(place)[which] is not None:
                    self.rows.row(terms, -np.inf, p.handling(place)[which])
        for place in p.places:
            interval = p.handling(place)[2]
            if not interval:
                continue
            k = self.up(interval)
            for t in range(self.first, self.last + 1):
                terms = [e for n in range(k) for e in uses.get((place, t + n), [])]
                if terms:
                    self.rows.row(terms, -np.inf, 1)

    def drawdown(self):
        p = self.p
        for d in p.drawdowns:
            self.rows.row([(j, self.groups[c][0].people) for (c, f, t), j in self.x.items()
                           if self.groups[c][0].origin in d.places and self.times(self.groups[c][0], t)[0] < d.until], -np.inf, d.most)
        if p.per_day is None:
            return
        days = defaultdict(list)
        for (c, f, t), j in self.x.items():
            x = self.groups[c][0]
            if x.leaves:
                days[p.day(self.times(x, t)[1])].append((j, x.people))
        for terms in days.values():
            self.rows.row(terms, -np.inf, p.per_day)

    def closure(self):
        """u is 1 in every slot at whose begin something is still to be unloaded."""
        ends, self.waiting = defaultdict(lambda: defaultdict(list)), []
        for (c, f, t), j in self.x.items():
            ends[c][self.up(self.times(self.groups[c][0], t)[3])].append((j, 1))
        for c, by_slot in ends.items():
            before = None
            for n in range(self.last + 1):  # w: of the class, still to be unloaded when slot n begins
                w = self.rows.column(len(self.groups[c]))
                done = by_slot.get(n, [])
                if before is None:
                    self.rows.row([(w, 1), *done], len(self.groups[c]), len(self.groups[c]))
                else:
                    self.rows.row([(w, 1), (before, -1), *done], 0, 0)
                before = w
                self.waiting.append((n, w, len(self.groups[c])))
        self.u = [self.rows.column(1, 1.0) for _ in range(self.last + 1)]
        for n in range(self.last):
            self.rows.row([(self.u[n], 1), (self.u[n + 1], -1)], 0, np.inf)
        for n, w, count in self.waiting:
            self.rows.row([(w, 1), (self.u[n], -count)], -np.inf, 0)

    def highs(self, seconds, workers):
        r, model = self.rows, highspy.HighsLp()
        model.num_col_, model.num_row_ = len(r.cost), len(r.low)
        model.col_cost_ = np.array(r.cost)
        model.col_lower_ = np.zeros(len(r.cost))
        model.col_upper_ = np.array(r.upper, dtype=float)
        model.row_lower_, model.row_upper_ = np.array(r.low, dtype=float), np.array(r.high, dtype=float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(r.starts)
        model.a_matrix_.index_ = np.array(r.index)
        model.a_matrix_.value_ = np.array(r.value)
        whole = [highspy.HighsVarType.kContinuous] * len(r.cost)
        for j in [*self.x.values(), *self.y.values(), *self.u]:
            whole[j] = highspy.HighsVarType.kInteger
        model.integrality_ = whole
        h = highspy.Highs()
        h.silent()
        h.setOptionValue("mip_rel_gap", 0.0)
        h.setOptionValue("threads", workers)
        h.setOptionValue("parallel", "on")
        h.setOptionValue("random_seed", 1)
        h.setOptionValue("time_limit", float(seconds))
        h.passModel(model)
        return h

    def read(self, values):
        """Names lifts: whoever is free first at a place goes first."""
        p = self.p
        starts = defaultdict(list)
        for (f, a, b, t), j in self.y.items():
            starts[t] += [("y", f, a, b)] * round(values[j])
        for (c, f, t), j in self.x.items():
            starts[t] += [("x", f, c, None)] * round(values[j])
        free = defaultdict(list)
        for f, fleet in enumerate(p.fleets):
            free[f, "free", fleet.base] = [(self.first, n) for n in range(fleet.count)]
        left = [list(g) for g in self.groups]
        trips, legs = [], []
        for t in sorted(starts):
            for kind, f, a, b in sorted(starts[t], key=lambda e: e[0], reverse=True):
                if kind == "y":
                    lift = self.earliest(free[f, "free", a], t)
                    depart, _, ready = self.leg(f, a, b, t)
                    free[f, "load", b].append((ready, lift))
                    if a != b:
                        legs.append(Leave(f, lift, a, depart, b))
                    continue
                x = left[a].pop()
                lift = self.earliest(free[f, "load", x.origin], t)
                begin, depart, _, _ = self.times(x, t)
                free[f, "free", x.dest].append((self.free(x, t), lift))
                trips.append(Trip(x, f, lift, None, begin, depart))
        return trips, legs

    def earliest(self, pool, t):
        k = min((i for i in range(len(pool)) if pool[i][0] <= t), key=lambda i: pool[i])
        return pool.pop(k)[1]


def solve(problem, seconds, workers):
    """Solutions as (seconds, (trips, leaves)), bounds as (seconds, minute): of plans on its slots."""
    begun = time.monotonic()
    model = Model(problem)
    h = model.highs(max(0.1, seconds - (time.monotonic() - begun)), workers)
    found, bounds = [], [(0.0, 0)]

    def better(event):
        found.append((time.monotonic() - begun, np.array(event.data_out.mip_solution)))

    def told(event):
        bound = event.data_out.mip_dual_bound
        if math.isfinite(bound):
            # Closure lies in the last of so many slots.
            bounds.append((time.monotonic() - begun, (math.ceil(bound - 1e-6) - 1) * model.slot + 1))

    h.cbMipImprovingSolution += better
    h.cbMipInterrupt += told
    h.run()
    out = []
    for at, values in found:
        out.append((at, model.read(values)))
    return out, bounds, str(h.getModelStatus())
