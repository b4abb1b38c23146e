"""Settings: what is refused and how, where values come from, and that secrets stay secret."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizgen.domain.errors import BadInput, Unavailable
from quizgen.settings import SETTINGS, Settings, unknown_settings

KEY = "k" * 40


def from_env(**texts: str) -> Settings:
    return Settings.from_env({f"QUIZGEN_{name}": text for name, text in texts.items()})


def test_every_default_can_be_used() -> None:
    settings = Settings.from_env({})
    assert settings.data_dir == Path("data").absolute()
    assert settings.database_url == f"sqlite:///{settings.data_dir}/quizgen.sqlite3"
    assert (settings.host, settings.port, settings.grace_seconds) == ("127.0.0.1", 8000, 30)
    assert settings.secure_cookies is False
    assert settings.uses_sqlite


def test_the_database_lies_in_the_data_folder_unless_another_is_named(tmp_path: Path) -> None:
    assert from_env(DATA_DIR=str(tmp_path)).database_url == f"sqlite:///{tmp_path}/quizgen.sqlite3"
    url = "sqlite:////elsewhere/quizgen.sqlite3"
    assert from_env(DATA_DIR=str(tmp_path), DATABASE_URL=url).database_url == url


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_means_the_same(scheme: str) -> None:
    settings = from_env(DATABASE_URL=f"{scheme}://quiz@host/house")
    assert settings.database_url == "postgresql+psycopg://quiz@host/house"
    assert not settings.uses_sqlite


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("PORT", "-1"),
        ("PORT", "80.5"),
        ("PORT", "\u0664\u0662"),
        ("HOST", "not a host"),
        ("WEB_WORKERS", "0"),
        ("WEB_THREADS", "1000"),
        ("GRACE_SECONDS", "601"),
        ("SWEEP_SECONDS", "0"),
        ("SWEEP_SECONDS", "nan"),
        ("SWEEP_SECONDS", "inf"),
        ("UPLOAD_LIMIT_BYTES", "12"),
        ("SECURE_COOKIES", "perhaps"),
        ("SECRET_KEY", "short"),
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("STALE_JOB_SECONDS", "1"),
        ("TRUSTED_PROXIES", "many"),
    ],
)
def test_what_cannot_be_used_is_refused_by_the_name_of_its_setting(name: str, text: str) -> None:
    with pytest.raises(BadInput, match=f"^QUIZGEN_{name}: expected .*\\.$"):
        from_env(**{name: text})


def test_a_file_in_place_of_the_data_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(BadInput, match=r"^QUIZGEN_DATA_DIR: expected a folder"):
        from_env(DATA_DIR=str(tmp_path / "data"))


def test_a_refused_secret_is_not_told() -> None:
    with pytest.raises(BadInput) as refused:
        from_env(SECRET_KEY="hunter2")
    assert "hunter2" not in str(refused.value)


def test_an_empty_value_means_the_default() -> None:
    assert from_env(PORT="").port == 8000


def test_a_settings_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / "quizgen.conf"
    file.write_text("# our school\n\nQUIZGEN_PORT = 9000\nQUIZGEN_HOST='192.0.2.7'\nQUIZGEN_WEB_WORKERS=\n")
    settings = from_env(SETTINGS=str(file), PORT="9001")
    assert (settings.port, settings.host, settings.web_workers) == (9001, "192.0.2.7", 2)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("QUIZGEN_PORT 9000", "line 1: expected NAME=value"),
        ("\nQUIZGEN_PROT=9000", "line 2: there is no setting QUIZGEN_PROT"),
        ("QUIZGEN_PORT=nine", "QUIZGEN_PORT: expected a whole number"),
    ],
)
def test_a_slip_in_a_settings_file_is_told_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "quizgen.conf"
    file.write_text(text)
    with pytest.raises(BadInput, match=complaint):
        from_env(SETTINGS=str(file))


def test_a_settings_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"^QUIZGEN_SETTINGS: the file .* cannot be read \(no such file or directory\)"):
        from_env(SETTINGS=str(tmp_path / "missing.conf"))
    (tmp_path / "binary.conf").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="it is not plain text"):
        from_env(SETTINGS=str(tmp_path / "binary.conf"))


def test_the_secret_key_is_made_at_first_need_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    settings = from_env(DATA_DIR=str(tmp_path / "data"))
    assert not (tmp_path / "data").exists()
    key = settings.secret_key
    assert len(key) >= 32
    assert settings.secret_key == key == from_env(DATA_DIR=str(tmp_path / "data")).secret_key
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret_key"]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    settings = from_env(DATA_DIR=str(tmp_path / "data"))
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: settings.secret_key, range(16)))
    assert len(keys) == 1


def test_a_given_secret_key_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert from_env(DATA_DIR=str(tmp_path), SECRET_KEY=KEY).secret_key == KEY
    assert list(tmp_path.iterdir()) == []


def test_a_key_file_that_was_cut_short_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("abc\n")
    with pytest.raises(Unavailable, match=r"too short\. Delete the file"):
        _ = from_env(DATA_DIR=str(tmp_path)).secret_key


def test_a_data_folder_that_cannot_be_made_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match=r"The secret key cannot be kept in .* QUIZGEN_DATA_DIR"):
        _ = from_env(DATA_DIR=str(tmp_path / "file" / "data")).secret_key


@pytest.mark.parametrize(
    "url", ["postgresql://quiz:hunter2@host/house", "postgresql://host/house?user=quiz&password=hunter2"]
)
def test_no_way_to_show_settings_shows_a_secret(url: str) -> None:
    settings = from_env(SECRET_KEY=KEY, DATABASE_URL=url)
    shown = f"{settings!r} {settings} {settings.shown()}"
    assert KEY not in shown
    assert "hunter2" not in shown
    assert "host/house" in shown


def test_a_child_process_gets_the_same_settings(tmp_path: Path) -> None:
    settings = from_env(
        DATA_DIR=str(tmp_path), SECRET_KEY=KEY, SECURE_COOKIES="yes", SWEEP_SECONDS="0.5", SETTINGS="", PORT="9000"
    )
    environ = settings.environ({"PATH": "/bin", "QUIZGEN_SETTINGS": "gone.conf", "QUIZGEN_PORT": "1"})
    assert environ["PATH"] == "/bin"
    assert Settings.from_env(environ) == settings


def test_every_setting_fills_a_field_of_its_name() -> None:
    settings = Settings.from_env({})
    assert all(hasattr(settings, setting.field) for setting in SETTINGS)


def test_a_name_in_the_environment_that_is_no_setting_is_pointed_out() -> None:
    environ = {"QUIZGEN_DATADIR": "x", "QUIZGEN_PORT": "1", "QUIZGEN_SETTINGS": "y", "HOME": "/"}
    assert unknown_settings(environ) == ("QUIZGEN_DATADIR",)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Settings.from_env({}).port = 1  # type: ignore[misc]
