"""The options of ``quizgen generate`` that say which bank is wanted."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from quizgen.cli.kinds import chosen_kinds
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.errors import BadInput
from quizgen.domain.items.item import EASIEST, HARDEST, Basis
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.passages.passage import Passage
from quizgen.generation.options import SHARES, Options
from quizgen.generation.sections import others, with_parts

USUAL_SHARES = "/".join(str(SHARES[verdict]) for verdict in Verdict)


def _shares(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> dict[Verdict, int]:
    if text is None:
        return dict(SHARES)
    parts = [part.strip() for part in text.split("/")]
    if len(parts) != len(Verdict) or not all(part.isdecimal() for part in parts) or sum(map(int, parts)) != 100:
        raise click.BadParameter(f"{text!r} is not three percentages that make 100, such as {USUAL_SHARES}.")
    return dict(zip(Verdict, map(int, parts), strict=True))


def _difficulty(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> tuple[int, int]:
    first, dash, last = (text or f"{EASIEST}-{HARDEST}").partition("-")
    bounds = [first.strip(), (last if dash else first).strip()]
    if all(bound.isdecimal() for bound in bounds) and EASIEST <= int(bounds[0]) <= int(bounds[1]) <= HARDEST:
        return int(bounds[0]), int(bounds[1])
    raise click.BadParameter(f"{text!r} is no range from {EASIEST} to {HARDEST}, such as 2-4 or 3.")


def _bases(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> tuple[Basis, ...]:
    chosen = [name.strip() for name in (text or Basis.PASSAGE).split(",") if name.strip()]
    unknown = [name for name in chosen if name not in list(Basis)]
    if unknown or not chosen:
        raise click.BadParameter(f"there is no basis {', '.join(unknown) or text!r}; known: {', '.join(Basis)}.")
    return tuple(basis for basis in Basis if basis in chosen)


def _words(_ctx: click.Context, _parameter: click.Parameter, lists: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for words in lists for word in words.split(",") if word.strip()))


_OPTIONS = (
    click.option(
        "--kinds", callback=chosen_kinds, metavar="KIND,...", help=f"The kinds to make, of: {', '.join(KINDS)}."
    ),
    click.option(
        "--basis",
        "bases",
        callback=_bases,
        metavar="BASIS,...",
        help="What settles a statement: passage, evidence, or both.  [default: passage]",
    ),
    click.option("--count", type=click.IntRange(min=1), help="How many ready items. Without it: all that are good."),
    click.option(
        "--shares",
        callback=_shares,
        metavar="T/F/U",
        help=f"True, false and unverified in percent, for --count.  [default: {USUAL_SHARES}]",
    ),
    click.option(
        "--difficulty",
        callback=_difficulty,
        metavar="N-N",
        help=f"From {EASIEST}, easy, to {HARDEST}: 2-4, or 3 alone.",
    ),
    click.option(
        "--leave-out", multiple=True, metavar="HEADING", help="A section without questions; give it again for more."
    ),
    click.option(
        "--only-section", multiple=True, metavar="HEADING", help="A section to ask about, and no other; likewise."
    ),
    click.option(
        "--never-gap",
        "never_gaps",
        multiple=True,
        callback=_words,
        metavar="WORD,...",
        help="Words that are never asked for.",
    ),
    click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="The seed of every choice."),
)


def wishes(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options; it takes them as keyword arguments and hands them on to ``options_for``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def options_for(
    passages: Sequence[Passage],
    *,
    difficulty: tuple[int, int],
    leave_out: Sequence[str],
    only_section: Sequence[str],
    **asked: Any,
) -> Options:
    """Return what is asked of a bank from these passages. Raises BadInput, also for a heading that there is not."""
    left_out = with_parts(passages, leave_out)
    if only_section:
        left_out = (*left_out, *(name for name in others(passages, only_section) if name not in left_out))
    easiest, hardest = difficulty
    options = Options(easiest=easiest, hardest=hardest, left_out=left_out, **asked)
    if problems := options.problems():
        raise BadInput(" ".join(problems))
    return options
