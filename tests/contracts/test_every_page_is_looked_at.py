"""Every page is in the list that the journey on accessibility walks, or says why it is no page."""

from pathlib import Path

from quizgen.settings import Settings
from quizgen.web.app import create_app
from tests.journeys.every_page import NO_PAGES, PAGES


def test_every_page_is_in_the_list_and_nothing_that_is_gone(tmp_path: Path) -> None:
    app = create_app(Settings.from_env({"QUIZGEN_DATA_DIR": str(tmp_path)}), enqueue=[].append)
    shown = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert shown - set(PAGES) - set(NO_PAGES) == set(), "add these to tests/journeys/every_page.py"
    assert set(PAGES) | set(NO_PAGES) <= shown
    assert not set(PAGES) & set(NO_PAGES)
