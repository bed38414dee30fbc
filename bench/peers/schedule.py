"""A peer's answer as a plan file, and what `sortie verify` says of it."""

import json
import subprocess
from dataclasses import dataclass
from datetime import timedelta


@dataclass
class Trip:
    """A load on a lift, with the leg that brings the lift to it. Minutes."""

    load: object
    fleet: int
    lift: int  # from 0
    position: tuple  # (from, depart, arrive) of the positioning leg, or None
    start: int  # loading begins
    depart: int


@dataclass
class Leave:
    """A lift flies on without a load: to its base where nothing else is said."""

    fleet: int
    lift: int
    origin: str
    depart: int
    dest: str = ""


def plan(problem, trips, leaves, by, seconds):
    def stamp(minute):
        return (problem.start + timedelta(minutes=minute)).astimezone(problem.zone).isoformat()

    moves = []

    def move(fleet, lift, a, b, load, depart, arrive, unloaded, cargo):
        f = problem.fleets[fleet]
        v = {
            "lift": f"{f.id}/{lift + 1}", "mode": "air", "from": a, "to": b, "load": stamp(load), "depart": stamp(depart),
            "arrive": stamp(arrive), "unloaded": stamp(unloaded), "km": round(problem.distance(a, b), 1),
        }
        if cargo:
            v["cargo"] = cargo
        moves.append(((load, f.id, lift, depart), v))

    for t in trips:
        x = t.load
        if t.position:
            a, depart, arrive = t.position
            move(t.fleet, t.lift, a, x.origin, depart, depart, arrive, arrive, None)
        arrive = t.depart + x.fly
        move(t.fleet, t.lift, x.origin, x.dest, t.start, t.depart, arrive, arrive + x.unload, x.cargo)
    for e in leaves:
        f = problem.fleets[e.fleet]
        dest = e.dest or f.base
        arrive = e.depart + problem.travel(f.type["id"], e.origin, dest)
        move(e.fleet, e.lift, e.origin, dest, e.depart, e.depart, arrive, arrive, None)
    moves.sort(key=lambda m: m[0])
    return {
        "sortie": 1, "mission": problem.mission["id"], "mission_sha256": problem.plan["mission_sha256"],
        "made": {"by": by, "seed": 1, "seconds": round(seconds, 2)},
        "verdict": {}, "movements": [{"id": i + 1, **v} for i, (_, v) in enumerate(moves)],
    }


def verify(sortie, mission_file, plan_file, document):
    """Writes the plan with the verifier's own figures in it and has it verified.

    Returns (accepted, closure, what is wrong)."""
    for _ in range(2):
        with open(plan_file, "w") as f:
            json.dump(document, f)
        done = subprocess.run([sortie, "verify", mission_file, plan_file, "--json"], capture_output=True, text=True)
        if done.returncode > 1:
            return False, None, done.stderr.strip()
        report = json.loads(done.stdout)
        document["verdict"] = report["verdict"]
    if report["breaches"]:
        b = report["breaches"][0]
        return False, None, f"{b['rule']}: {b['message']} ({len(report['breaches'])} breaches)"
    if done.returncode != 0:
        return False, None, f"differs: {report['differences']}"
    return True, report["verdict"]["closure"], ""
