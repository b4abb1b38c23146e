"""The addresses of the claim ledger: the page, and one for each act on a claim."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from quizgen.domain.banks.conflicts import Side
from quizgen.domain.claims.claim import Stance, Verdict
from quizgen.domain.errors import BadInput
from quizgen.services import banks, claims, evidence
from quizgen.services.claims import ClaimChanged, Seen, Words
from quizgen.web import clock
from quizgen.web.access import author_of_bank, may, reader_of_bank
from quizgen.web.claims.forms import (
    AddForm,
    MergeForm,
    RewordForm,
    SourceForm,
    SplitForm,
    VerdictForm,
    cited_before,
    seen,
)
from quizgen.web.claims.opened import Forms, opened_claim
from quizgen.web.claims.pages import ALL, WorkLedger, address, claims_page, following
from quizgen.web.transaction import session

NEXT = "next"
SAVED = "Saved: "

blueprint = Blueprint("claims", __name__)


@blueprint.get("/banks/<int:bank_id>/claims")
@reader_of_bank
def show(bank_id: int) -> ResponseReturnValue:
    """Show the passage with its claims underlined beside the claims, one of them open to be worked on."""
    return _ledger(bank_id, request.args.get("claim", ""))


@blueprint.post("/banks/<int:bank_id>/claims/verdict")
@author_of_bank
def verdict(bank_id: int) -> ResponseReturnValue:
    """Keep a verdict."""
    form = VerdictForm()
    form.offer(None)
    if not form.is_sound():
        return _again(bank_id, Forms(verdict=form, sent="verdict"))
    about, found = seen(), Verdict(form.verdict.data)

    def act() -> int:
        return claims.set_verdict(
            session(),
            bank_id,
            about,
            found,
            reason=form.reason.data or None if found is Verdict.UNVERIFIED else None,
            rationale=form.rationale.data or "",
            asks=form.asks.data,
            now=clock.now(),
        )

    return _done(bank_id, act, Forms(verdict=form, sent="verdict"), f"the verdict is {found.value}")


@blueprint.post("/banks/<int:bank_id>/claims/source")
@author_of_bank
def source(bank_id: int) -> ResponseReturnValue:
    """Keep a source, new or said otherwise, or take one away."""
    form, about, place = SourceForm(), seen(), _place()
    forms = Forms(source=form, sent="source")
    if request.form.get("act") == "remove" and place is not None:
        remove = partial(claims.change_source, session(), bank_id, about, place, None, now=clock.now())
        return _done(bank_id, remove, Forms(sent="sources"), "the source is removed")
    cited = cited_before(banks.get(session(), bank_id).bank)
    form.offer(cited)
    if not form.validate():
        return _again(bank_id, forms, place)

    def act() -> int:
        kept = claims.source(**form.fields(cited))
        if place is not None:
            return claims.change_source(session(), bank_id, about, place, kept, now=clock.now())
        return claims.add_source(session(), bank_id, about, kept, weighs=form.weighs.data, now=clock.now())

    return _done(bank_id, act, forms, "the source is kept", place)


@blueprint.post("/banks/<int:bank_id>/claims/words")
@author_of_bank
def reword(bank_id: int) -> ResponseReturnValue:
    """Keep a claim in other words."""
    form, about = RewordForm(), seen()
    forms = Forms(reword=form, sent="reword")
    if not form.validate():
        return _again(bank_id, forms)
    act = partial(
        claims.reword,
        session(),
        bank_id,
        about,
        form.words(),
        stance=Stance(form.stance.data),
        now=clock.now(),
    )
    return _done(bank_id, act, forms, "the claim is put into other words")


@blueprint.post("/banks/<int:bank_id>/claims/split")
@author_of_bank
def split(bank_id: int) -> ResponseReturnValue:
    """Keep a claim as two."""
    form, about = SplitForm(), seen()
    first = Words(form.first.data or "", form.first_quote.data or "")
    second = Words(form.second.data or "", form.second_quote.data or "")
    act = partial(claims.split, session(), bank_id, about, first, second, now=clock.now())
    return _done(bank_id, act, Forms(split=form, sent="split"), "the claim is two now")


@blueprint.post("/banks/<int:bank_id>/claims/merge")
@author_of_bank
def merge(bank_id: int) -> ResponseReturnValue:
    """Take another claim into this one."""
    form, about = MergeForm(), seen()
    form.offer({})
    digest, _, name = (form.other.data or "").partition(" ")
    forms = Forms(merge=form, sent="merge")
    if not name:
        form.other.errors = ("Choose the claim to take in.",)
        return _again(bank_id, forms)
    other, statement = Seen(name, digest), form.merged.data or ""
    act = partial(claims.merge, session(), bank_id, about, other, statement=statement, now=clock.now())
    return _done(bank_id, act, forms, "two claims are one now")


@blueprint.post("/banks/<int:bank_id>/claims/drop")
@author_of_bank
def drop(bank_id: int) -> ResponseReturnValue:
    """Leave a claim out, or every claim of its sentence."""
    about, whole = seen(), request.form.get("act") == "sentence"
    act = partial(claims.drop, session(), bank_id, about, whole_sentence=whole, now=clock.now())
    said = "the sentence makes no claim" if whole else "the claim is left out"
    return _done(bank_id, act, Forms(sent="drop"), said, leaves=True)


@blueprint.post("/banks/<int:bank_id>/claims/conflict")
@author_of_bank
def conflict(bank_id: int) -> ResponseReturnValue:
    """Say which of two claims holds."""
    about, other, holds = seen(), request.form.get("other", ""), request.form.get("holds", "")
    if holds not in set(Side):
        raise BadInput("Say which of the two claims holds.")
    act = partial(claims.settle_conflict, session(), bank_id, about, other, Side(holds), now=clock.now())
    return _done(bank_id, act, Forms(sent="conflict"), "the conflict is settled")


@blueprint.route("/banks/<int:bank_id>/claims/new", methods=["GET", "POST"])
@author_of_bank
def add(bank_id: int) -> ResponseReturnValue:
    """Put a claim into the ledger for words of the passage."""
    form, bank = AddForm(), banks.get(session(), bank_id).bank
    form.offer(bank)
    ledger = WorkLedger(bank_id, bank)
    block = ledger.paragraph(request.values.get("place", ""))
    if request.method == "GET":
        form.added_quote.data = form.added.data = request.args.get("words", "")
        form.passage.data = block[0] if block else None
    if form.validate_on_submit():
        words = Words(form.added.data or "", form.added_quote.data or "")
        try:
            version = claims.add(
                session(),
                bank_id,
                words,
                passage=form.passage.data,
                stance=form.stance(),
                near=block[1].start if block else 0,
                now=clock.now(),
            )
        except BadInput as error:
            form.form_errors.append(str(error))
        else:
            known = {claim.id for claim in bank.claims}
            new = next(claim.id for claim in banks.get(session(), bank_id).bank.claims if claim.id not in known)
            flash(f"{SAVED}one claim more.")
            return redirect(address(bank_id, claim=new, done=version))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_template("claims/new.html", form=form, bank=bank, bank_id=bank_id), status


@blueprint.post("/banks/<int:bank_id>/claims/undo")
@author_of_bank
def undo(bank_id: int) -> ResponseReturnValue:
    """Take back the last act."""
    version = request.form.get("version", 0, type=int)
    made = claims.undo(session(), bank_id, version, now=clock.now())
    flash("Taken back.")
    left = {claim.id for claim in banks.get(session(), bank_id).bank.claims}
    name = request.form.get("claim", "")
    return redirect(address(bank_id, show=_shown(), claim=name if name in left else "", done=made))


@blueprint.post("/banks/<int:bank_id>/claims/suggestion")
@author_of_bank
def suggestion(bank_id: int) -> ResponseReturnValue:
    """Take what a source suggests for the open claim as evidence, or put it away."""
    number, choice = request.form.get("suggestion", 0, type=int), request.form.get("choice")
    acts = {"confirm": evidence.confirm, "dismiss": evidence.dismiss}
    if choice not in acts:
        raise BadInput("Say whether to confirm the suggestion or to dismiss it.")
    acts[choice](session(), bank_id, number, now=clock.now())
    flash("The source is kept as evidence." if choice == "confirm" else "Dismissed.")
    return redirect(address(bank_id, show=_shown(), claim=seen().claim))


def _done(
    bank_id: int,
    act: Callable[[], int],
    forms: Forms,
    said: str,
    place: int | None = None,
    *,
    leaves: bool = False,
) -> ResponseReturnValue:
    """Do it and go on: to the next claim under the filter when it was asked for or this one is gone."""
    about, before = seen(), banks.get(session(), bank_id).bank
    try:
        version = act()
    except ClaimChanged as error:
        forms.note = str(error)
        # What stands at this place now may be another source: saved again, it is one more and replaces nothing.
        return _again(bank_id, forms, None, HTTPStatus.CONFLICT)
    except BadInput as error:
        forms.note = str(error)
        return _again(bank_id, forms, place)
    flash(f"{SAVED}{said}.")
    goes_on = leaves or request.form.get("go") == NEXT
    name = following(before, banks.get(session(), bank_id).bank, about.claim, _shown()) if goes_on else about.claim
    return redirect(address(bank_id, show=_shown(), claim=name, done=version))


def _again(
    bank_id: int, forms: Forms, place: int | None = None, status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY
) -> ResponseReturnValue:
    """Show the ledger with what was typed, above the claim as it is now."""
    return _ledger(bank_id, seen().claim, forms, place), status


def _ledger(bank_id: int, claim: str, forms: Forms | None = None, place: int | None = None) -> str:
    stored = banks.get(session(), bank_id)
    is_mine, shown = may(author_of_bank, bank_id=bank_id), _shown()
    ledger = WorkLedger(bank_id, stored.bank, shown)
    place = _source_place() if forms is None else place
    waiting = evidence.of_bank(session(), bank_id) if is_mine else ()
    opened = None
    if claim in ledger.numbers:
        sources = stored.bank.claim(claim).evidence.sources
        opened = opened_claim(
            ledger,
            claim,
            forms=forms or Forms(),
            place=place if place is not None and place < len(sources) else None,
            suggestions=[one for one in waiting if one.suggestion.claim == claim],
        )
    page = claims_page(
        stored,
        is_mine=is_mine,
        show=shown,
        page=request.args.get("page", 1, type=int),
        opened=opened,
        suggestions=len(waiting),
        undoable=stored.version if request.args.get("done", 0, type=int) == stored.version > 1 else 0,
    )
    return render_template("claims/ledger.html", page=page, lost=forms if forms and not opened else None)


def _shown() -> str:
    return request.values.get("show", ALL)


def _place() -> int | None:
    return request.form.get("place", type=int)


def _source_place() -> int | None:
    number = request.args.get("source", 0, type=int)
    return number - 1 if number > 0 else None
