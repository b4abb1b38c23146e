"""``python -m benchmarks.faults``: students on a site in trouble, and what is left of their answers."""

import argparse
import random
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.faults.auditor import Findings, audit, fingerprint, unfinished
from benchmarks.faults.proxy import BadLine
from benchmarks.faults.sitter import Diary, Sitter
from benchmarks.faults.trouble import Trouble, small_disk
from benchmarks.school.connection import Connection, Lost
from benchmarks.school.engines import ENGINES, Place, fresh
from benchmarks.school.house import furnish, publish
from benchmarks.school.student import Student, Unexpected
from quizgen.domain.attempts.policy import Policy
from quizgen.domain.errors import Unavailable
from quizgen.storage.engine import Database
from quizgen.storage.migrate import upgrade
from tests.journeys.site import Site

GRACE = timedelta(seconds=2)
MOST_LATE = 60.0
SAID_AGAIN = 400


def main(arguments: Sequence[str]) -> int:
    """Run the troubles and print; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, action="append", help="one database alone")
    parser.add_argument("--seconds", type=int, default=120, help="how long the trouble lasts, on each database")
    parser.add_argument("--students", type=int, default=30)
    parser.add_argument("--share", type=float, default=0.15, help="share of the requests that meet a bad line")
    parser.add_argument("--seed", type=int, default=None)
    given = parser.parse_args(arguments)
    seed = random.randrange(10**6) if given.seed is None else given.seed
    clean = True
    for engine in given.engine or ENGINES:
        with small_disk() as disk, fresh(engine, disk) as place:
            print(f"\n== {engine}, {given.students} students, {given.seconds} s of trouble, seed {seed}")
            if disk is None:
                print("no disk of our own can be mounted here: none is filled")
            findings = _trouble(place, disk, given.seconds, given.students, given.share, random.Random(seed))
            _say(findings)
            clean = clean and findings.clean
    return 0 if clean else 1


def _trouble(
    place: Place, disk: Path | None, seconds: int, students: int, share: float, rng: random.Random
) -> Findings:
    place.folder.mkdir()
    upgrade(place.url)
    database = Database(place.url)
    house = furnish(database, students)
    site = Site(place.folder, web_workers=2, grace_seconds=int(GRACE.total_seconds()), database_url=place.url)
    site.start()
    line = BadLine(site.port, share=share, rng=rng)
    try:
        closes = datetime.now(UTC) + timedelta(seconds=seconds)
        quiz_id = publish(database, house, "In trouble", Policy(closes=closes))
        trouble = Trouble(site, place, disk=disk, rng=rng)
        diaries = _sit(line, trouble, list(house.students.values()), quiz_id, closes.timestamp(), rng)
        findings = _afterwards(place, site, database, line, quiz_id, diaries, closes)
    finally:
        line.close()
        site.stop()
        database.dispose()
    _say_what_happened(trouble, line, diaries)
    _say_log(site.log())
    for failure in trouble.failed:
        findings.note("other", f"the trouble itself failed: {failure}")
    return findings


def _sit(
    line: BadLine, trouble: Trouble, names: Sequence[str], quiz_id: int, ends: float, rng: random.Random
) -> list[Diary]:
    """Let everybody sit; the trouble goes on a little beyond the deadline, so that it meets the sweeper too."""
    sitters = [
        Sitter(line.port, name, quiz_id, ends=ends, hands_in=number % 3 != 2, seed=rng.randrange(2**32))
        for number, name in enumerate(names)
    ]
    threads = [threading.Thread(target=sitter.sit) for sitter in sitters]
    line.bad.set()
    for thread in threads:
        thread.start()
    trouble.begin()
    for thread in threads:
        thread.join()
    time.sleep(max(ends + GRACE.total_seconds() + 2 - time.time(), 0))
    trouble.end()
    line.bad.clear()
    return [sitter.diary for sitter in sitters]


def _afterwards(
    place: Place,
    site: Site,
    database: Database,
    line: BadLine,
    quiz_id: int,
    diaries: Sequence[Diary],
    closes: datetime,
) -> Findings:
    late = _wait_for_marks(database, quiz_id, closes.timestamp())
    still_open = unfinished(database, quiz_id)
    findings = audit(place, database, quiz_id, diaries, grace=GRACE)
    for _ in range(still_open):
        findings.note("still_open", f"an attempt is not closed and marked {MOST_LATE:.0f} s after its deadline")
    _wait_for_site(site)
    before = fingerprint(database, quiz_id)
    statuses = Counter(
        line.say_again(message) for message in random.sample(line.recorded, min(SAID_AGAIN, len(line.recorded)))
    )
    if fingerprint(database, quiz_id) != before:
        findings.note("other", "I4 requests that were said again after the end changed something")
    _strangers(findings, site, diaries)
    print(f"all closed and marked {late:.1f} s after the deadline, {GRACE.total_seconds():.0f} s of grace included")
    print(f"{sum(statuses.values())} recorded requests said again in another order; answers {dict(statuses)}")
    return findings


def _wait_for_marks(database: Database, quiz_id: int, deadline: float) -> float:
    while time.time() < deadline + MOST_LATE:
        try:
            if not unfinished(database, quiz_id):
                break
        except Unavailable:
            pass
        time.sleep(0.1)
    return time.time() - deadline


def _wait_for_site(site: Site) -> None:
    """Wait until the site, whose web server may have been killed a moment ago, answers again."""
    until = time.monotonic() + MOST_LATE
    while time.monotonic() < until:
        try:
            return Student(Connection(site.port), "", {}).open_door()
        except (Lost, Unexpected):
            time.sleep(0.1)
    raise SystemExit("The site does not come back.")


def _strangers(findings: Findings, site: Site, diaries: Sequence[Diary]) -> None:
    """I5: a student who asks for the attempt of another one is told that there is no such page."""
    first, second = (diary for diary in diaries[:2])
    student = Student(Connection(site.port), first.username, {})
    student.open_door()
    student.sign_in()
    for attempt in second.attempts:
        for path in (f"/attempts/{attempt}", f"/attempts/{attempt}/result", f"/attempts/{attempt}/status"):
            status = student.connection.get(path).status
            if status != 404:
                findings.note("other", f"I5 {first.username} was answered {status} for {path}")
        student.attempt = attempt
        try:
            student.save(0, "true", 99)
            findings.note("other", f"I5 {first.username} saved into attempt {attempt}")
        except Unexpected:
            pass


def _say_what_happened(trouble: Trouble, line: BadLine, diaries: Sequence[Diary]) -> None:
    statuses = sum((diary.statuses for diary in diaries), Counter[str]())
    print("befell the site: " + ", ".join(f"{name} {count}" for name, count in sorted(trouble.counts.items())))
    print("befell the line: " + ", ".join(f"{name} {count}" for name, count in sorted(line.counts.items())))
    print("tried again after: " + ", ".join(f"{name} {count}" for name, count in sorted(statuses.items())))
    refused = sum(diary.refused for diary in diaries)
    handed_in = sum(diary.handed_in for diary in diaries)
    longest = max(diary.longest for diary in diaries)
    wait = max(diary.longest_wait for diary in diaries)
    print(f"handed in {handed_in}, left to the clock {len(diaries) - handed_in}, changes that came too late {refused}")
    print(f"longest single request {longest:.2f} s, longest wait until an answer was saved {wait:.2f} s")


def _say_log(log: str) -> None:
    """Print how often the site said what, times and numbers left out."""
    lines = (line for line in log.splitlines() if re.match(r"quizgen:|[0-9\[]", line))
    said = Counter(re.sub(r"[0-9]+", "#", line)[:110] for line in lines)
    for line, count in said.most_common(12):
        print(f"  {count:4} {line}")


def _say(findings: Findings) -> None:
    print(f"acknowledged answers        {findings.acknowledged:6}")
    print(f"acknowledged answers lost   {findings.lost:6}")
    print(f"duplicated                  {findings.duplicated:6}")
    print(f"wrong marks                 {findings.wrong_marks:6}")
    print(f"open 60 s after the deadline{findings.still_open:6}")
    print(f"anything else               {findings.other:6}")
    for line in findings.lines[:20]:
        print(f"  {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
