"""Peers side by side with sortie: `make peers` runs it from the repository's root.

Every instance that a peer can express is planned by sortie and by the peers in
turn, on the same machine, for the same seconds and with the same two workers.
The peers get the loads of sortie's plan after the longest of these times. Each
answer becomes a plan file, and counts only if `sortie verify` accepts it.
"""

import argparse
import json
import multiprocessing
import os
import re
import statistics
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta

WORKERS = 2
PAGE = "docs/benchmarks.md"
# Members of the families that peers can express, small to large.
CHOSEN = "parking-[124] teams-[124] runway-[124] hours-[124] stowage-[123] payload-2 drawdown-[15]"


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--seconds", default="1,10,60", help="when the best so far is looked at")
    args.add_argument("--instances", default="", help="an expression for names, instead of the subset")
    args.add_argument("--peers", default="cpsat,routing,highs")
    args.add_argument("--sortie", default="bin/sortie")
    args.add_argument("--bench", default="bin/bench", help="internal/tools/bench, built")
    args.add_argument("--missions", required=True, help="folder that the set was written to")
    args.add_argument("--write", action="store_true", help=f"put the tables into {PAGE}")
    args = args.parse_args()
    marks = sorted(float(s) for s in args.seconds.split(","))
    names = sorted(f[:-5] for f in os.listdir(args.missions) if f.endswith(".json"))
    pattern = re.compile(args.instances or "^(" + "|".join(CHOSEN.split()) + ")$")
    rows, unfit = [], []
    with tempfile.TemporaryDirectory() as tmp:
        for name in names:
            if not pattern.search(name):
                continue
            row, why = instance(args, name, marks, tmp)
            unfit += why
            if row:
                rows.append(row)
    text = tables(rows, unfit, marks, args)
    print(text)
    if args.write:
        put(text)


def instance(args, name, marks, tmp):
    from problem import Problem

    mission_file = os.path.join(args.missions, name + ".json")
    ours, given = {}, None
    for mark in marks:
        file = os.path.join(tmp, f"{name}-{mark:g}.json")
        subprocess.run([args.sortie, "plan", mission_file, "-o", file, "--for", f"{mark:g}s", "--workers", str(WORKERS)], capture_output=True)
        given = json.load(open(file))
        ours[mark] = accepted(args.sortie, mission_file, file, given)
    with open(mission_file) as f:
        problem = Problem(json.load(f), given)
    row = {"name": name, "sortie": {"first": first(args.bench, mission_file), "marks": ours}, "peers": {}}
    if problem.why:
        return None, [(name, "all", problem.why)]
    row["loads"], row["start"] = len(problem.loads), problem
    unfit = []
    for peer in args.peers.split(","):
        module = __import__(peer)
        why = module.unfit(problem) if hasattr(module, "unfit") else ""
        if why:
            unfit.append((name, peer, why))
            continue
        row["peers"][peer] = run(peer, problem, marks, mission_file, args.sortie, tmp)
        print(f"{name} {peer}: {brief(row['peers'][peer])}", file=sys.stderr, flush=True)
    hand_in(args.bench, row, marks)
    print(f"{name} sortie: {brief(row['sortie'])}", file=sys.stderr, flush=True)
    return row, unfit


def hand_in(bench, row, marks):
    """A plan that closes sooner than sortie's may be the best known."""
    for peer, x in row["peers"].items():
        if closes_sooner(x["marks"][marks[-1]][0], row["sortie"]["marks"][marks[-1]][0]):
            by = f"{TITLES[peer]} ({pins(peer)}), loads by sortie"
            subprocess.run([bench, "-hand-in", x["plan"], "-by", by], stdout=sys.stderr)


def pins(peer):
    package = "highspy" if peer == "highs" else "ortools"
    return next(line.strip().replace("==", " ") for line in open("bench/peers/requirements.txt") if line.startswith(package))


def closes_sooner(theirs, ours):
    return theirs is not None and (ours is None or datetime.fromisoformat(theirs) < datetime.fromisoformat(ours))


def brief(r):
    return f"first {r['first']}, " + ", ".join(f"{m:g} s: {c} (bound {b})" for m, (c, b) in r["marks"].items()) + (" " + r["note"] if r.get("note") else "")


def accepted(sortie, mission_file, file, plan):
    """Closure and bound of a plan by sortie, if the verifier accepts it."""
    done = subprocess.run([sortie, "verify", mission_file, file, "--json"], capture_output=True, text=True)
    report = json.loads(done.stdout)
    if done.returncode != 0:
        return None, None
    bound = report.get("bound") or {}
    return report["verdict"]["closure"], bound.get("closure") if bound.get("valid") else None


def first(bench, mission_file):
    """Counted as a peer's is: from the mission as it was read, to a plan that is then verified. The median of five: it is about a millisecond."""
    return statistics.median(float(subprocess.run([bench, "-first", mission_file], capture_output=True, text=True, check=True).stdout) for _ in range(5))


def run(peer, problem, marks, mission_file, sortie, tmp):
    """Runs a peer in a process of its own, stopped a little after its time."""
    from schedule import plan, verify

    ask, tell = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(peer, problem, marks[-1], tell))
    child.start()
    tell.close()
    found, bounds, note = [], [], "no answer"
    if ask.poll(1.5 * marks[-1] + 20):
        try:
            found, bounds, note = ask.recv()
        except EOFError:
            note = "ended without an answer"
    child.terminate()
    child.join()
    out = {"first": None, "marks": {}, "note": note}
    checked = {}

    def judged(k):
        if k not in checked:
            at, (trips, leaves) = found[k]
            checked[k] = verify(sortie, mission_file, os.path.join(tmp, f"{peer}-{k}.json"), plan(problem, trips, leaves, peer, at))
        return checked[k]

    for mark in marks:
        closure = None
        for k in range(len(found) - 1, -1, -1):  # the latest in time that the verifier accepts
            if found[k][0] <= mark:
                ok, closes, wrong = judged(k)
                if ok:
                    closure, out["plan"] = closes, os.path.join(tmp, f"{peer}-{k}.json")
                    break
                out["note"] = f"refused: {wrong}"
        b = [v for at, v in bounds if at <= mark]
        out["marks"][mark] = (closure, stamp(problem, max(b)) if b else None)
    for k in range(len(found)):
        if judged(k)[0]:
            out["first"] = found[k][0]
            break
    return out


def work(peer, problem, seconds, tell):
    module = __import__(peer)
    tell.send(module.solve(problem, seconds, WORKERS))


def stamp(problem, minute):
    if minute is None or minute <= 0:
        return None
    return (problem.start + timedelta(minutes=int(-(-minute // 1)))).astimezone(problem.zone).isoformat()


TITLES = {"sortie": "sortie", "cpsat": "CP-SAT", "routing": "routing", "highs": "HiGHS"}


def tables(rows, unfit, marks, args):
    versions = ", ".join(line.strip() for line in open("bench/peers/requirements.txt") if line.startswith(("ortools", "highspy")))
    ours = subprocess.run([args.sortie, "version"], capture_output=True, text=True).stdout.strip().splitlines()[0]
    commit = subprocess.run(["git", "describe", "--always", "--dirty", "--tags"], capture_output=True, text=True).stdout.strip()
    load = open("/proc/loadavg").read().split()[0] if os.path.exists("/proc/loadavg") else "not known"
    out = [f"Measured on {date.today()} with {ours} ({commit}); {versions}; {WORKERS} workers each, {os.cpu_count()} cores; load average at the end: {load}.", ""]
    head = ["Instance", "Loads", "By", "First valid"] + [f"{m:g} s: closes" for m in marks] + [f"{m:g} s: bound" for m in marks]
    out += ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for r in rows:
        for by, x in [("sortie", r["sortie"]), *r["peers"].items()]:
            cells = [r["name"], str(r["loads"]), TITLES[by], "–" if x["first"] is None else f"{x['first']:.3f} s"]
            cells += [short(x["marks"][m][0]) for m in marks] + [short(x["marks"][m][1]) for m in marks]
            out.append("| " + " | ".join(cells) + " |")
    out += ["", *losses(rows, marks), "", *outside(unfit)]
    return "\n".join(out)


def short(text):
    return "–" if text is None else datetime.fromisoformat(text).strftime("%d %H:%M")


def losses(rows, marks):
    """What the peers do better, plainly, and the targets."""
    worse, sooner, runs, bounds, higher = [], 0, 0, 0, 0
    for r in rows:
        for peer, x in r["peers"].items():
            runs += 1
            if x["first"] is None or x["first"] >= 10 * r["sortie"]["first"]:
                sooner += 1
            theirs, ours = x["marks"][marks[-1]][1], r["sortie"]["marks"][marks[-1]][1]
            if theirs:
                bounds += 1
                higher += ours is not None and datetime.fromisoformat(ours) >= datetime.fromisoformat(theirs)
            for m in marks:
                theirs, ours = x["marks"][m][0], r["sortie"]["marks"][m][0]
                if closes_sooner(theirs, ours):
                    by = "" if ours is None else f" by {round((datetime.fromisoformat(ours) - datetime.fromisoformat(theirs)).total_seconds() / 60)} min"
                    worse.append(f"- {r['name']}, {m:g} s: {TITLES[peer]} closes sooner{by}.")
    out = [f"sortie closes later than a peer in {len(worse)} of {len(marks) * runs} comparisons (target: 0)" + (":" if worse else "."), ""] + worse
    out += ["", f"Its first valid plan is at least ten times sooner than the peer's in {sooner} of {runs} (target: all)."]
    out += ["", f"Its bound is at least as high as the peer's in {higher} of {bounds} (target: nine in ten); the peer's is of plans with the loads given alone."]
    return out


def outside(unfit):
    if not unfit:
        return []
    out = ["Not expressed:", ""]
    for name, peer, why in unfit:
        out.append(f"- {name}, {'all peers' if peer == 'all' else TITLES[peer]}: {why}.")
    return out


def put(text):
    begin, end = "<!-- written by make peers -->", "<!-- end of make peers -->"
    page = open(PAGE).read()
    before, rest = page.split(begin, 1)
    after = rest.split(end, 1)[1]
    with open(PAGE, "w") as f:
        f.write(before + begin + "\n" + text.strip() + "\n" + end + after)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
