"""Finds a Chromium, or installs one, or says plainly what is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The browser tests need Chromium, and none was found or could be installed. "
    "Install it (Debian: apt-get install chromium; elsewhere: python -m playwright install chromium), "
    "or let QUIZGEN_CHROMIUM name its program."
)
APT = "apt-get -q -y --no-install-recommends install chromium fonts-liberation"
# Nothing but this machine is ever asked for anything.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


class NoChromium(Exception):
    """There is no browser to test with."""


def find() -> Path:
    """Return the program of a Chromium. Raises NoChromium with one plain sentence."""
    named = os.environ.get("QUIZGEN_CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None:
            raise NoChromium(f"QUIZGEN_CHROMIUM names {named}, which is no program.")
        return Path(path)
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return Path(path)
    own = playwrights_own()
    if own.exists():
        return own
    raise NoChromium(MISSING)


def find_or_install() -> Path:
    """Return the program of a Chromium, installed now when there was none. Raises NoChromium."""
    try:
        return find()
    except NoChromium:
        if os.environ.get("QUIZGEN_CHROMIUM"):
            raise
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if is_debian() and os.geteuid() == 0:
        ways.insert(0, ["sh", "-c", f"apt-get -q update && {APT}"])
    for way in ways:
        print(f"Installing Chromium: {' '.join(way)}", file=sys.stderr, flush=True)
        environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(way, env=environ, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=1800, check=False)
        if done.returncode == 0:
            return find()
    raise NoChromium(MISSING)


def playwrights_own() -> Path:
    """Return where Playwright would keep its own Chromium."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def is_debian() -> bool:
    """Tell whether this is Debian itself; the package of that name elsewhere is often an empty one."""
    try:
        return "ID=debian" in Path("/etc/os-release").read_text().splitlines()
    except OSError:
        return False
