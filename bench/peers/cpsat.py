"""OR-Tools CP-SAT: optional assignment, circuits of lifts, cumulative stands and teams.

Each load has its loading, departure and arrival; each fleet a multiple circuit
over the loads that it may carry, an arc being the positioning leg between two of
them. Teams and stands are cumulative, runways no-overlap, calendars domains.
Loads that are alike are ordered, and so are lifts by the circuit itself.
"""

import time

from ortools.sat.python import cp_model

from problem import BEFORE
from schedule import Leave, Trip


class Keeper(cp_model.CpSolverSolutionCallback):
    """Keeps the time of each solution and its values."""

    def __init__(self, begun, model):
        super().__init__()
        self.begun, self.model, self.found = begun, model, []
        self.bounds = []

    def on_solution_callback(self):
        self.found.append((time.monotonic() - self.begun, self.model.read(self)))
        self.bounds.append((time.monotonic() - self.begun, self.best_objective_bound))


class Model:
    def __init__(self, problem):
        self.p = p = problem
        self.m = m = cp_model.CpModel()
        self.domains = {place: cp_model.Domain.from_intervals(p.open_spans(place)) for place in p.places}
        self.used, self.teams, self.stands = {}, {}, {}
        end = p.horizon + 1440
        self.begin, self.depart, self.arrived, self.leave = [], [], [], []
        self.at_origin = []  # when the lift is there for its load
        self.assigned, self.arcs = [], {}
        self.close = m.new_int_var(0, p.horizon, "close")
        for x in p.loads:
            go = self.domains[x.origin].intersection_with(
                self.domains[x.dest].addition_with(cp_model.Domain(-x.fly, -x.fly))
            ).intersection_with(cp_model.Domain(x.ready + x.load, p.horizon - x.fly - x.unload))
            b = m.new_int_var(x.ready, p.horizon, f"load{x.index}")
            d = m.new_int_var_from_domain(go, f"depart{x.index}")
            # Both in open hours, whether the lift moves then or not: it can wait.
            a = m.new_int_var_from_domain(self.domains[x.origin].intersection_with(cp_model.Domain(-BEFORE, p.horizon)), f"there{x.index}")
            e = m.new_int_var_from_domain(self.domains[x.dest].intersection_with(cp_model.Domain(0, end)), f"leave{x.index}")
            m.add(d >= b + x.load)
            m.add(b >= a)
            m.add(e >= d + x.fly + max(x.unload, x.turnaround))  # its next departure
            m.add(self.close >= d + x.fly + x.unload)
            self.begin.append(b), self.depart.append(d), self.at_origin.append(a), self.leave.append(e)
            self.assigned.append({f: m.new_bool_var(f"on{x.index}_{f}") for f in x.fleets})
            m.add_exactly_one(self.assigned[-1].values())
            self.event(x.origin, d, None)
            self.event(x.dest, d + x.fly, None)
            self.work(x.origin, b, x.load)
            self.work(x.dest, d + x.fly, x.unload)
        for x in p.loads:
            for i in x.after:
                m.add(self.begin[x.index] >= self.depart[i] + p.loads[i].fly + p.loads[i].unload)
        self.moves = {x.index: [] for x in p.loads}  # literals under which the lift comes by a positioning leg
        self.goes = {x.index: [] for x in p.loads}  # literals under which it leaves again
        for f in range(len(p.fleets)):
            self.circuit(f)
        for x in p.loads:
            self.stand(x)
        self.resources()
        self.drawdown()
        self.alike()
        m.add_decision_strategy(self.begin + self.depart + self.leave + self.at_origin, cp_model.CHOOSE_LOWEST_MIN, cp_model.SELECT_MIN_VALUE)
        m.minimize(self.close)

    def circuit(self, f):
        p, m = self.p, self.m
        fleet = p.fleets[f]
        mine = [x for x in p.loads if f in x.fleets]
        if not mine:
            return
        arcs, firsts = [], []
        node = {x.index: k + 1 for k, x in enumerate(mine)}
        for x in mine:
            k = node[x.index]
            on = self.assigned[x.index][f]
            arcs.append((k, k, ~on))
            first, last = m.new_bool_var(""), m.new_bool_var("")
            arcs.append((0, k, first)), arcs.append((k, 0, last))
            firsts.append(first)
            self.arcs[f, None, x.index] = first
            leg = p.travel(x.type, fleet.base, x.origin)
            if leg:
                self.comes(x, first, fleet.base, self.at_origin[x.index] - leg)
            if x.dest != fleet.base and p.handling(x.dest)[0] is not None:
                # It would stand there to the end: it goes home instead.
                self.leaves(x, last)
                self.landing(fleet.base, self.leave[x.index] + p.travel(x.type, x.dest, fleet.base), last)
            for y in mine:
                if x is y:
                    continue
                arc = m.new_bool_var("")
                arcs.append((k, node[y.index], arc))
                self.arcs[f, x.index, y.index] = arc
                if x.dest == y.origin:
                    # It stays, on the same stand, and takes the next load on.
                    m.add(self.begin[y.index] >= self.depart[x.index] + x.fly + x.unload).only_enforce_if(arc)
                    m.add(self.leave[x.index] == self.depart[y.index]).only_enforce_if(arc)
                    continue
                leg = p.travel(x.type, x.dest, y.origin)
                m.add(self.at_origin[y.index] == self.leave[x.index] + leg).only_enforce_if(arc)
                m.add(self.depart[y.index] >= self.at_origin[y.index] + y.turnaround).only_enforce_if(arc)
                self.goes[x.index].append(arc)
                self.moves[y.index].append(arc)
        m.add_multiple_circuit(arcs)
        m.add(sum(firsts) <= fleet.count)

    def comes(self, x, literal, origin, departs):
        """The lift's first leg, from its base."""
        m = self.m
        self.event(origin, departs, literal)
        if self.p.limited(origin):
            m.add_linear_expression_in_domain(departs, self.domains[origin]).only_enforce_if(literal)
        m.add(self.depart[x.index] >= self.at_origin[x.index] + x.turnaround).only_enforce_if(literal)
        self.moves[x.index].append(literal)

    def leaves(self, x, literal):
        self.goes[x.index].append(literal)

    def landing(self, place, arrives, literal):
        self.event(place, arrives, literal)
        if self.p.limited(place):
            self.m.add_linear_expression_in_domain(arrives, self.domains[place]).only_enforce_if(literal)

    def stand(self, x):
        """Landing for the load, leaving after it, and the stands in between."""
        p, m = self.p, self.m
        moved, gone = self.any_of(self.moves[x.index]), self.any_of(self.goes[x.index])
        if moved is not None:
            self.event(x.origin, self.at_origin[x.index], moved)
            self.occupy(x.origin, x, self.at_origin[x.index], self.depart[x.index], moved)
        if gone is not None:
            self.event(x.dest, self.leave[x.index], gone)
        away = [on for f, on in self.assigned[x.index].items() if p.fleets[f].base != x.dest]
        if away:
            self.occupy(x.dest, x, self.depart[x.index] + x.fly, self.leave[x.index], self.any_of(away))

    def any_of(self, literals):
        if not literals:
            return None
        either = self.m.new_bool_var("")
        self.m.add_max_equality(either, literals)
        return either

    def event(self, place, at, literal):
        interval = self.p.handling(place)[2]
        if interval:
            box = self.m.new_fixed_size_interval_var(at, interval, "") if literal is None else \
                self.m.new_optional_fixed_size_interval_var(at, interval, literal, "")
            self.used.setdefault(place, []).append(box)

    def work(self, place, at, size):
        if size and self.p.handling(place)[1] is not None:
            self.teams.setdefault(place, []).append(self.m.new_fixed_size_interval_var(at, size, ""))

    def occupy(self, place, x, a, b, literal):
        if self.p.handling(place)[0] is None:
            return
        size = self.m.new_int_var(0, self.p.horizon + 8000, "")
        box = self.m.new_optional_interval_var(a, size, b, literal, "")
        self.stands.setdefault(place, []).append((box, self.p.types[x.type].get("slots", 1)))

    def resources(self):
        for boxes in self.used.values():
            self.m.add_no_overlap(boxes)
        for place, boxes in self.teams.items():
            self.m.add_cumulative(boxes, [1] * len(boxes), self.p.handling(place)[1])
        for place, boxes in self.stands.items():
            self.m.add_cumulative([b for b, _ in boxes], [s for _, s in boxes], self.p.handling(place)[0])

    def drawdown(self):
        p, m = self.p, self.m
        for d in p.drawdowns:
            early = []
            for x in p.loads:
                if x.people and x.origin in d.places:
                    b = m.new_bool_var("")
                    m.add(self.begin[x.index] >= d.until).only_enforce_if(~b)
                    m.add(self.begin[x.index] < d.until).only_enforce_if(b)
                    early.append(x.people * b)
            m.add(sum(early) <= d.most)
        if p.per_day is None:
            return
        days = range(p.day(p.horizon) + 1)
        spans = [p.day_span(d) for d in days]
        sums = [[] for _ in days]
        for x in p.loads:
            if not x.people or not x.leaves:
                continue
            on = [m.new_bool_var("") for _ in days]
            m.add_exactly_one(on)
            for d, (first, last) in enumerate(spans):
                m.add_linear_constraint(self.depart[x.index], first, last).only_enforce_if(on[d])
                sums[d].append(x.people * on[d])
        for s in sums:
            m.add(sum(s) <= p.per_day)

    def alike(self):
        groups = {}
        awaited = {i for x in self.p.loads for i in x.after}
        for x in self.p.loads:
            if x.index in awaited:
                continue
            people = x.people if self.p.per_day is not None or self.p.drawdowns else 0
            groups.setdefault((x.type, x.origin, x.dest, x.ready, people, tuple(x.fleets), tuple(sorted(x.after))), []).append(x.index)
        for g in groups.values():
            for i, j in zip(g, g[1:]):
                self.m.add(self.depart[i] <= self.depart[j])

    def read(self, values):
        """The solution as trips and leaves."""
        p = self.p
        v = values.value
        chosen = {}
        for (f, i, j), literal in self.arcs.items():
            if v(literal):
                chosen[f, i, j] = True
        trips, leaves = [], []
        for f, fleet in enumerate(p.fleets):
            after = {i: j for (g, i, j) in chosen if g == f and i is not None}
            lift = 0
            for (g, i, j) in chosen:
                if g != f or i is not None:
                    continue
                before = None
                while j is not None:
                    x = p.loads[j]
                    origin = fleet.base if before is None else p.loads[before].dest
                    position = None
                    if origin != x.origin:
                        arrive = v(self.at_origin[j])
                        position = (origin, arrive - p.travel(x.type, origin, x.origin), arrive)
                    trips.append(Trip(x, f, lift, position, v(self.begin[j]), v(self.depart[j])))
                    before, j = j, after.get(j)
                x = p.loads[before]
                if x.dest != fleet.base and p.handling(x.dest)[0] is not None:
                    leaves.append(Leave(f, lift, x.dest, v(self.leave[before])))
                lift += 1
        return trips, leaves


def solve(problem, seconds, workers):
    """Solutions as (seconds, (trips, leaves)), bounds as (seconds, minute)."""
    begun = time.monotonic()
    model = Model(problem)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    keeper = Keeper(begun, model)
    bounds = [(0.0, 0)]
    solver.best_bound_callback = lambda bound: bounds.append((time.monotonic() - begun, bound))
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.monotonic() - begun))
    status = solver.solve(model.m, keeper)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        bounds.append((time.monotonic() - begun, solver.best_objective_bound))
    return keeper.found, bounds, solver.status_name(status)
