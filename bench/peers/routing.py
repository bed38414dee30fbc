"""OR-Tools routing: one vehicle a lift, one visit a load.

Time counts to the start of loading; between two visits lie the load's journey
and the positioning leg. Teams, stands and runways are cumulative constraints of
the solver over intervals that lie at fixed distances from a visit, which is how
its documentation models what vehicles share. For this a lift that was unloaded
where stands or runway are scarce leaves at once and waits at the other end.
Calendars are taken out of the ranges of the visits. What depends on two visits
at once, such as the hour at which an empty lift departs, is not expressed.
"""

import time

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from problem import BEFORE, within
from schedule import Leave, Trip


def unfit(p):
    if p.drawdowns or p.per_day is not None:
        return "people a day and cover"
    if any(p.limited(place) for x in p.loads for place in (x.origin, x.dest)):
        return "hours of empty legs"
    if any(scarce(p, x.origin) and scarce(p, x.dest) for x in p.loads):
        return "scarce stands or runways at both ends"
    return ""


def scarce(p, place):
    """Whether stands or runway limit the place: journeys are timed at that end."""
    parking, _, interval = p.handling(place)
    return parking is not None or interval > 0


def ahead(p, x):
    """Minutes that a lift which comes for the load lands before loading begins."""
    return max(0, x.turnaround - x.load, p.handling(x.origin)[2] - x.load)


def stay(p, x):
    """Minutes from the start of loading until the lift may leave again."""
    return x.load + x.fly + max(x.unload, x.turnaround, p.handling(x.dest)[2])


def solve(problem, seconds, workers):
    """Solutions as (seconds, (trips, leaves)). The solver proves no bound, and has one core."""
    begun = time.monotonic()
    p = problem
    lifts = [(f, n) for f, fleet in enumerate(p.fleets) for n in range(fleet.count)]
    manager = pywrapcp.RoutingIndexManager(len(p.loads) + 1, len(lifts), 0)
    routing = pywrapcp.RoutingModel(manager)

    def transit(f):
        base, type_id = p.fleets[f].base, p.fleets[f].type["id"]

        def minutes(a, b):
            i, j = manager.IndexToNode(a), manager.IndexToNode(b)
            if j == 0:  # the route ends when its last load is unloaded
                return p.loads[i - 1].load + p.loads[i - 1].fly + p.loads[i - 1].unload if i else 0
            y = p.loads[j - 1]
            if i == 0:
                leg = p.travel(type_id, base, y.origin)
                return leg + (ahead(p, y) if leg else 0)
            x = p.loads[i - 1]
            if x.dest == y.origin:
                return max(x.load + x.fly + x.unload, x.load + x.fly + x.turnaround - y.load)
            return stay(p, x) + p.travel(type_id, x.dest, y.origin) + ahead(p, y)

        return routing.RegisterTransitCallback(minutes)

    transits = [transit(f) for f in range(len(p.fleets))]
    horizon = BEFORE + p.horizon
    routing.AddDimensionWithVehicleTransits([transits[f] for f, _ in lifts], horizon, horizon, True, "time")
    clock = routing.GetDimensionOrDie("time")
    for v, (f, _) in enumerate(lifts):
        routing.SetArcCostEvaluatorOfVehicle(transits[f], v)
    clock.SetGlobalSpanCostCoefficient(1000)  # all routes start at one moment, so this is the closure
    solver = routing.solver()
    boxes = Boxes(solver)
    for x in p.loads:
        i = manager.NodeToIndex(x.index + 1)
        routing.VehicleVar(i).SetValues([v for v, (f, _) in enumerate(lifts) if f in x.fleets])
        t = clock.CumulVar(i)
        t.SetMin(BEFORE + x.ready)
        for a, b in not_open(p, x):
            t.RemoveInterval(BEFORE + a, BEFORE + b)
        for j in x.after:
            y = p.loads[j]
            solver.Add(t >= clock.CumulVar(manager.NodeToIndex(j + 1)) + y.load + y.fly + y.unload)
        boxes.add(p, x, t)
        routing.AddVariableMinimizedByFinalizer(t)
    boxes.post()
    for v in range(len(lifts)):
        routing.AddVariableMinimizedByFinalizer(clock.CumulVar(routing.End(v)))
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(int(1000 * max(0.1, seconds - (time.monotonic() - begun))))
    found = []
    best = [None]

    def keep():
        closure = max(clock.CumulVar(routing.End(v)).Min() for v in range(len(lifts)))
        if best[0] is None or closure < best[0]:
            best[0] = closure
            found.append((time.monotonic() - begun, read(p, routing, manager, clock, lifts)))

    routing.AddAtSolutionCallback(keep)
    routing.SolveWithParameters(parameters)
    return found, [], ""


class Boxes:
    """Intervals on what lifts share, by place."""

    def __init__(self, solver):
        self.solver, self.teams, self.stands, self.uses = solver, {}, {}, {}

    def box(self, t, offset, size):
        start = t if offset == 0 else (t + offset).Var()
        return self.solver.FixedDurationIntervalVar(start, size, "")

    def add(self, p, x, t):
        there = x.load + x.fly
        for place, offset, size in ((x.origin, 0, x.load), (x.dest, there, x.unload)):
            if p.handling(place)[1] is not None and size:
                self.teams.setdefault((place, p.handling(place)[1]), []).append((self.box(t, offset, size), 1))
        slots = p.types[x.type].get("slots", 1)
        for place, offset, size in ((x.origin, -ahead(p, x), ahead(p, x) + x.load), (x.dest, there, stay(p, x) - there)):
            if p.handling(place)[0] is not None:
                self.stands.setdefault((place, p.handling(place)[0]), []).append((self.box(t, offset, size), slots))
        for place, offsets in ((x.origin, (-ahead(p, x), x.load)), (x.dest, (there, stay(p, x)))):
            interval = p.handling(place)[2]
            if interval:
                for offset in offsets:
                    self.uses.setdefault((place, 1), []).append((self.box(t, offset, interval), 1))

    def post(self):
        for some in (self.teams, self.stands, self.uses):
            for (_, capacity), boxes in some.items():
                self.solver.Add(self.solver.Cumulative([b for b, _ in boxes], [d for _, d in boxes], capacity, ""))


def not_open(p, x):
    """Starts of loading from which departure or arrival falls outside open hours."""
    a, b = p.open_spans(x.origin), p.open_spans(x.dest)
    lost, run = [], None
    for t in range(x.ready, p.horizon + 1):
        if t < p.horizon and not (within(a, t + x.load) and within(b, t + x.load + x.fly)):
            run = t if run is None else run
        elif run is not None:
            lost.append((run, t - 1))
            run = None
    return lost


def read(p, routing, manager, clock, lifts):
    trips, leaves = [], []
    for v, (f, n) in enumerate(lifts):
        index, before = routing.NextVar(routing.Start(v)).Value(), None
        free = None  # when the lift may leave the place of its last load
        while not routing.IsEnd(index):
            x = p.loads[manager.IndexToNode(index) - 1]
            start = clock.CumulVar(index).Min() - BEFORE
            origin = p.fleets[f].base if before is None else before.dest
            position, depart = None, start + x.load
            if origin != x.origin:
                leg = p.travel(x.type, origin, x.origin)
                arrive = start - ahead(p, x)
                if before is not None and scarce(p, origin):
                    arrive = free + leg
                position = (origin, arrive - leg, arrive)
            elif before is not None:
                depart = max(depart, free)
            trips.append(Trip(x, f, n, position, start, depart))
            before, free = x, start + stay(p, x)
            index = routing.NextVar(index).Value()
        if before is not None and before.dest != p.fleets[f].base and p.handling(before.dest)[0] is not None:
            leaves.append(Leave(f, n, before.dest, free))
    return trips, leaves
