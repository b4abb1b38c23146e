"""Every knob of the product: typed, defaulted, described and checked; the only reader of the environment."""

import os
import re
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from quizgen.domain.errors import BadInput, Unavailable

PREFIX = "QUIZGEN_"
SETTINGS_FILE = "QUIZGEN_SETTINGS"
_SHORTEST_KEY = 32
_PASSWORD = re.compile(r"(?<=://)([^:/@]*):[^@]*@|(?<=[?&])(password)=[^&]*")


@dataclass(frozen=True, slots=True)
class Setting:
    """One knob: its name in the environment, its default as typed, what it means, and how its text becomes a value.

    ``read`` raises ValueError with what was expected. A secret is never shown.
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], object]
    secret: bool = False

    @property
    def field(self) -> str:
        """Return the name of the field of Settings that holds it."""
        return self.name.removeprefix(PREFIX).lower()

    def value(self, text: str) -> object:
        """Return the checked value of ``text``. Raises BadInput naming the setting."""
        try:
            return self.read(text)
        except ValueError as error:
            raise BadInput(f"{self.name}: {error}.") from None


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        expected = f"expected a whole number from {least:,} to {most:,}, not {text!r}"
        if not re.fullmatch(r"[0-9][0-9_]*", text):
            raise ValueError(expected)
        if not least <= int(text) <= most:
            raise ValueError(expected)
        return int(text)

    return read


def _seconds(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        if not re.fullmatch(r"\d+(\.\d+)?", text) or not least <= float(text) <= most:
            raise ValueError(f"expected seconds from {least:g} to {most:g}, not {text!r}")
        return float(text)

    return read


def _yes_or_no(text: str) -> bool:
    known = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    if text.lower() not in known:
        raise ValueError(f"expected true or false, not {text!r}")
    return known[text.lower()]


def _folder(text: str) -> Path:
    path = Path(text).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError(f"expected a folder, but {path} is a file")
    return path


def _database(text: str) -> str:
    if re.match(r"sqlite:///.", text) and ":memory:" not in text:
        return text
    if re.match(r"(postgres|postgresql|postgresql\+psycopg)://.", text):
        return "postgresql+psycopg://" + text.split("://", 1)[1]
    if not text:
        return ""
    raise ValueError("expected sqlite:///<path of a file> or postgresql://user:password@host/name")


def _key(text: str) -> str:
    if text and len(text) < _SHORTEST_KEY:
        raise ValueError(f"expected at least {_SHORTEST_KEY} characters that nobody can guess, or nothing")
    return text


def _host(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Za-z.:_-]+", text):
        raise ValueError(f"expected an address such as 127.0.0.1 or 0.0.0.0, not {text!r}")
    return text


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "QUIZGEN_DATA_DIR",
        "./data",
        "The folder that holds the database, the queue of jobs and the secret key. Made when it is not there.",
        _folder,
    ),
    Setting(
        "QUIZGEN_DATABASE_URL",
        "",
        "The database: sqlite:///<file> or postgresql://user:password@host/name. "
        "Empty: the file quizgen.sqlite3 in the data folder.",
        _database,
    ),
    Setting(
        "QUIZGEN_SECRET_KEY",
        "",
        "What signs sessions and links. Empty: made once and kept in the file secret_key of the data folder.",
        _key,
        secret=True,
    ),
    Setting("QUIZGEN_HOST", "127.0.0.1", "The address to listen on; 0.0.0.0 for every one the machine has.", _host),
    Setting("QUIZGEN_PORT", "8000", "The port to listen on.", _whole(1, 65_535)),
    Setting("QUIZGEN_WEB_WORKERS", "2", "How many processes answer the browser.", _whole(1, 64)),
    Setting(
        "QUIZGEN_WEB_THREADS",
        "2",
        "How many pages each of these processes works on at once; twice as many saves go beside them.",
        _whole(1, 64),
    ),
    Setting(
        "QUIZGEN_GRACE_SECONDS",
        "30",
        "How long after its deadline an attempt still takes answers that were under way.",
        _whole(0, 600),
    ),
    Setting(
        "QUIZGEN_LANGUAGE_MODEL",
        "",
        "The spaCy model that reads English, by package name. "
        "Empty: en_core_web_sm when it is installed, else the model that comes with quizgen.",
        str,
    ),
    Setting(
        "QUIZGEN_UPLOAD_LIMIT_BYTES",
        "20000000",
        "The largest file that a teacher may bring, in bytes.",
        _whole(1_000, 100_000_000),
    ),
    Setting(
        "QUIZGEN_SECURE_COOKIES",
        "false",
        "Whether cookies travel over https only: true as soon as the site is reached by https.",
        _yes_or_no,
    ),
    Setting(
        "QUIZGEN_STALE_JOB_SECONDS",
        "60",
        "After how many seconds without a sign of life a job is given to another worker.",
        _whole(2, 3_600),
    ),
    Setting(
        "QUIZGEN_SWEEP_SECONDS",
        "1",
        "How often the worker looks for attempts whose time is over, in seconds.",
        _seconds(0.1, 60),
    ),
    Setting(
        "QUIZGEN_TRUSTED_PROXIES",
        "0",
        "How many proxies before the server are ours, so that their X-Forwarded-* lines are believed.",
        _whole(0, 10),
    ),
)


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Settings:
    """All settings, checked. ``given_secret_key`` is "" when the key is to be kept in the data folder."""

    data_dir: Path
    database_url: str
    given_secret_key: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    web_workers: int = 2
    web_threads: int = 2
    grace_seconds: int = 30
    language_model: str = ""
    upload_limit_bytes: int = 20_000_000
    secure_cookies: bool = False
    stale_job_seconds: int = 60
    sweep_seconds: float = 1
    trusted_proxies: int = 0

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Return the settings of ``environ`` (None: of this process) over those of the file QUIZGEN_SETTINGS.

        Raises BadInput naming the setting that cannot be used.
        """
        given = os.environ if environ is None else environ
        texts = {**settings_file(given.get(SETTINGS_FILE, "")), **{name: text for name, text in given.items() if text}}
        values = {setting.field: setting.value(texts.get(setting.name, setting.default)) for setting in SETTINGS}
        values["database_url"] = values["database_url"] or f"sqlite:///{values['data_dir']}/quizgen.sqlite3"
        values["given_secret_key"] = values.pop("secret_key")
        return cls(**values)  # type: ignore[arg-type]

    @property
    def secret_key(self) -> str:
        """Return the key that signs sessions; without a given one it is made at first need and kept, mode 0600.

        Raises Unavailable when the data folder cannot be written.
        """
        return self.given_secret_key or _kept_key(self.data_dir)

    @property
    def uses_sqlite(self) -> bool:
        """Tell whether the database is a SQLite file."""
        return self.database_url.startswith("sqlite")

    def shown(self) -> dict[str, str]:
        """Return each setting's name and its value as a person may see it: secrets and passwords are hidden."""
        return {setting.name: self._shown(setting) for setting in SETTINGS}

    def environ(self, base: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the environment (None: of this process) under which a child process has these same settings."""
        given = os.environ if base is None else base
        kept = {name: text for name, text in given.items() if name != SETTINGS_FILE}
        return {**kept, **{setting.name: self._text(setting) for setting in SETTINGS}}

    def _text(self, setting: Setting) -> str:
        value = getattr(self, "given_secret_key" if setting.secret else setting.field)
        return str(value).lower() if isinstance(value, bool) else f"{value}"

    def _shown(self, setting: Setting) -> str:
        if setting.secret:
            return "(given, hidden)" if self.given_secret_key else "(kept in the data folder)"
        return _PASSWORD.sub(
            lambda found: f"{found[1]}:***@" if found[1] is not None else "password=***", self._text(setting)
        )

    def __repr__(self) -> str:
        shown = self.shown()
        names = {setting.field: setting.name for setting in SETTINGS}
        parts = (f"{field.name}={shown[names[field.name]]!r}" for field in fields(self) if field.name in names)
        return f"Settings({', '.join(parts)})"


def settings_file(name: str) -> dict[str, str]:
    """Return the ``NAME=value`` lines of a settings file ("": no file); blank lines and # lines do not count.

    Raises BadInput when the file cannot be read, or a line is not of this form or names no setting.
    """
    if not name:
        return {}
    try:
        text = Path(name).expanduser().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{SETTINGS_FILE}: the file {name} cannot be read ({_cause(error)}).") from None
    known = {setting.name for setting in SETTINGS}
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        setting, equals, value = (part.strip() for part in line.partition("="))
        if not equals:
            raise BadInput(f"{SETTINGS_FILE}: {name}, line {number}: expected NAME=value.")
        if setting not in known:
            raise BadInput(f"{SETTINGS_FILE}: {name}, line {number}: there is no setting {setting}.")
        if value:
            found[setting] = _unquoted(value)
    return found


def unknown_settings(environ: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the names in the environment that look like settings and are none: most often a slip of the pen."""
    given = os.environ if environ is None else environ
    known = {SETTINGS_FILE, *(setting.name for setting in SETTINGS)}
    return tuple(sorted(name for name in given if name.startswith(PREFIX) and name not in known))


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'" else value


def _kept_key(data_dir: Path) -> str:
    path = data_dir / "secret_key"
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        message = f"The secret key cannot be kept in {path} ({_cause(error)}). Let QUIZGEN_DATA_DIR name a folder"
        raise Unavailable(f"{message} that can be written, or give QUIZGEN_SECRET_KEY.") from None
    if len(key) < _SHORTEST_KEY:
        raise Unavailable(f"The secret key in {path} is too short. Delete the file, and a new key is made.")
    return key


def _make_key(path: Path) -> None:
    """Put a new key at ``path`` whole or not at all; the first of several processes wins, the others use its key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret_key-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()


def _cause(error: Exception) -> str:
    return (error.strerror or "").lower() if isinstance(error, OSError) else "it is not plain text"
