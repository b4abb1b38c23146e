"""Colleagues of a bank, kept on both engines."""

import pytest

from quizgen.domain.banks.duty import Duty
from quizgen.domain.errors import BadInput, Conflict, NotFound
from quizgen.services import banks, colleagues
from quizgen.storage.engine import Database
from tests.cast import NOW, Cast
from tests.stored import a_bank


def test_a_colleague_is_invited_given_another_duty_and_taken_out(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        bank = a_bank(session, cast.hazel)
        colleagues.invite(session, bank, username="basil.thorne", duty=Duty.REVIEWER, now=NOW)
        assert [card.id for card in banks.visible_to(session, cast.basil.id)] == [bank]
        assert colleagues.owner_name(session, bank) == cast.hazel.name
        assert colleagues.set_duty(session, bank, cast.basil.id, Duty.AUTHOR).duty is Duty.AUTHOR
    with database.reading() as session:
        (one,) = colleagues.of_bank(session, bank)
        assert (one.name, one.username, one.duty, one.since) == (cast.basil.name, "basil.thorne", Duty.AUTHOR, NOW)
    with database.writing() as session:
        colleagues.remove(session, bank, cast.basil.id)
        colleagues.remove(session, bank, cast.basil.id)
        assert colleagues.of_bank(session, bank) == ()
        assert banks.visible_to(session, cast.basil.id) == ()
        with pytest.raises(NotFound):
            colleagues.set_duty(session, bank, cast.basil.id, Duty.AUTHOR)


def test_who_cannot_be_invited(database: Database, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(colleagues, "MOST", 1)
    with database.writing() as session:
        bank, shipped = a_bank(session, cast.hazel), a_bank(session, None)
        for username in ("juniper.quill", "hazel.ashdown", "who"):
            with pytest.raises(BadInput):
                colleagues.invite(session, bank, username=username, duty=Duty.AUTHOR, now=NOW)
        with pytest.raises(NotFound):
            colleagues.invite(session, shipped, username="basil.thorne", duty=Duty.AUTHOR, now=NOW)
        colleagues.invite(session, bank, username="basil.thorne", duty=Duty.AUTHOR, now=NOW)
        with pytest.raises(Conflict):
            colleagues.invite(session, bank, username="basil.thorne", duty=Duty.AUTHOR, now=NOW)
        with pytest.raises(BadInput):
            colleagues.invite(session, bank, username="marlow.fenn", duty=Duty.AUTHOR, now=NOW)
