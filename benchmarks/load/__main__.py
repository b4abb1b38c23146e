"""``python -m benchmarks.load``: journeys of students against the real server, on SQLite and on PostgreSQL."""

import argparse
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.load import ceiling, due, journeys
from benchmarks.load.ceiling import Ceiling
from benchmarks.load.journeys import Log, Steps
from benchmarks.load.verifying import disagreements
from benchmarks.school.engines import ENGINES, Place, fresh
from benchmarks.school.house import House, await_papers, furnish, publish
from benchmarks.school.measuring import Meter, Use, calibrate, memory, spread
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from tests.journeys.site import Site, family

SETTLE_SECONDS = 4
OPERATIONS = ("sign in", "start", "save", "hand in", "result")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many: students of the closed loop and at once, of the surge, attempts due together, bare requests."""

    students: int
    at_once: int
    surge: int
    due: int
    bare: int


def main(arguments: Sequence[str]) -> int:
    """Measure and print; return 1 when anything stored is not what was acknowledged."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, action="append", help="one database alone")
    parser.add_argument("--students", type=int, default=250, help="journeys of the closed loop")
    parser.add_argument("--at-once", type=int, default=50)
    parser.add_argument("--surge", type=int, default=100)
    parser.add_argument("--due", type=int, default=200)
    parser.add_argument("--threads", type=int, default=2, help="pages at once in each of two web processes")
    parser.add_argument("--bare", type=int, default=6000, help="requests to the bare framework; 0: leave it out")
    given = parser.parse_args(arguments)
    sizes = Sizes(given.students, given.at_once, given.surge, given.due, given.bare)
    wrong = 0
    for engine in given.engine or ENGINES:
        with fresh(engine) as place:
            wrong += _measure(place, sizes, given.threads)
    return 1 if wrong else 0


def _measure(place: Place, sizes: Sizes, threads: int) -> int:
    print(f"\n== {place.engine}: calibration {calibrate():.1f} million turns a CPU-second")
    site = Site(
        place.folder,
        web_workers=2,
        web_threads=threads,
        sweep_seconds=1,
        grace_seconds=int(due.GRACE.total_seconds()),
        database_url=place.url,
    )
    place.folder.mkdir()
    upgrade(place.url)
    database = Database(place.url)
    house = furnish(database, max(sizes.students, sizes.surge, sizes.due))
    site.start()
    try:
        wrong = _runs(place, site, database, house, sizes)
    finally:
        site.stop()
        database.dispose()
    print(f"calibration afterwards {calibrate():.1f}")
    return wrong


def _runs(place: Place, site: Site, database: Database, house: House, sizes: Sizes) -> int:
    names = list(house.students.values())
    roots = [site.number, *place.roots]
    time.sleep(SETTLE_SECONDS)
    _say_memory(site, place, "idle, before the first page")
    warm = journeys.closed_loop(site.port, publish(database, house, "Warm"), names[:8], 8)
    wrong = _failed(warm, [])

    quiz_id = publish(database, house, "Closed loop")
    await_papers(database, house, quiz_id)
    meter = Meter(roots)
    log = journeys.closed_loop(site.port, quiz_id, names[: sizes.students], sizes.at_once)
    use = meter.read()
    _say_run(f"closed loop, {sizes.at_once} at once", log, use)
    wrong += _failed(log, disagreements(database, quiz_id, log.acknowledged))

    wrong += _surge(site, database, house, roots, names[: sizes.surge])
    if sizes.bare:
        found = ceiling.measure(place.url, str(place.folder), at_once=sizes.at_once, requests=sizes.bare)
        _say_ceiling(found, use.server / max(log.done, 1))
    if sizes.due:
        closed = due.measure(database, house, list(house.students)[: sizes.due])
        print(
            f"due together: {closed.marked} of {closed.attempts} closed and marked in {closed.took:.2f} s, "
            f"the last {closed.late:.2f} s late"
        )
        wrong += closed.marked != closed.attempts
    time.sleep(SETTLE_SECONDS)
    _say_memory(site, place, "idle, afterwards")
    return wrong


def _surge(site: Site, database: Database, house: House, roots: Sequence[int], names: Sequence[str]) -> int:
    """Measure the surge; its barriers also tell what each step costs by itself."""
    quiz_id = publish(database, house, "Surge")
    await_papers(database, house, quiz_id)
    uses: list[Use] = []
    meters: list[Meter] = []

    def turn() -> None:
        if meters:
            uses.append(meters[-1].read())
        meters.append(Meter(roots))

    barriers = [threading.Barrier(len(names), action=turn, timeout=120) for _ in range(5)]
    log = journeys.surge(site.port, quiz_id, names, Steps(*(barrier.wait for barrier in barriers)))
    print(f"surge of {len(names)} (p50 p95 p99 longest, ms)")
    _say_seconds(log)
    each = [use.server / len(names) * 1000 for use in uses]
    steps = zip(("sign in", "start", "20 saves", "hand in and result"), each, strict=False)
    print(f"  CPU-ms a student: {', '.join(f'{name} {ms:.1f}' for name, ms in steps)}; all {sum(each):.1f}")
    return _failed(log, disagreements(database, quiz_id, log.acknowledged))


def _say_run(name: str, log: Log, use: Use) -> None:
    done = max(log.done, 1)
    print(f"{name}: CPU-seconds a journey {use.server / done:.4f}")
    print(f"  journeys a second {log.done / use.elapsed:.1f} ({log.done} in {use.elapsed:.1f} s)")
    print(f"  requests a journey {log.requests / done:.1f}, CPU-ms a request {use.server / log.requests * 1000:.2f}")
    print(f"  client's CPU-seconds a journey {use.client / done:.4f}; other cores {use.other:.2f}")
    print("  ms                p50    p95    p99 longest")
    _say_seconds(log)


def _say_seconds(log: Log) -> None:
    for operation in OPERATIONS:
        if log.seconds[operation]:
            print(f"  {operation:12}   {spread(log.seconds[operation])}")


def _say_ceiling(found: Ceiling, journey: float) -> None:
    print(f"bare framework: hello {found.hello_cpu:.2f} CPU-ms, {found.hello_rate:.0f}/s;", end=" ")
    print(f"one durable write {found.write_cpu:.2f} CPU-ms, {found.write_rate:.0f}/s, p95 {found.write_p95:.0f} ms")
    bare = (20 * found.write_cpu + 7 * found.hello_cpu) / 1000
    print(f"  20 writes and 7 pages of it {bare:.4f} CPU-s; our journey costs {journey / bare:.1f} times that")


def _say_memory(site: Site, place: Place, when: str) -> None:
    mine = family(site.number)
    server = [number for root in place.roots for number in family(root)]
    worker = [number for number in mine if _is_worker(number)]
    web = [number for number in mine[1:] if number not in worker]
    parts = f"web {memory(web):.0f}, worker {memory(worker):.0f}, their parent {memory(mine[:1]):.0f}"
    ours = memory(web) + memory(worker)
    print(f"memory (PSS, MB), {when}: web and worker {ours:.0f} ({parts}; PostgreSQL {memory(server):.0f})")


def _is_worker(number: int) -> bool:
    with open(f"/proc/{number}/cmdline", "rb") as file:  # noqa: PTH123
        return b"quizgen.jobs" in file.read()


def _failed(log: Log, wrong: list[str]) -> int:
    for line in (*log.failures[:5], *wrong[:5]):
        print(f"  WRONG: {line}")
    if wrong or log.failures:
        print(f"  {len(log.failures)} journeys failed, {len(wrong)} stored values are not what was acknowledged")
    else:
        print(f"  verified: {len(log.acknowledged)} acknowledged, as many stored, every score deserved")
    return len(wrong) + len(log.failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
