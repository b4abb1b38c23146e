"""The option ``--kinds``: names of kinds of items, divided by commas."""

import click

from quizgen.domain.items.kinds import KINDS


def chosen_kinds(_ctx: click.Context, _parameter: click.Parameter, text: str | None) -> tuple[str, ...]:
    """Return the named kinds in the order of the registry, all of them without the option. Raises BadParameter."""
    if text is None:
        return tuple(KINDS)
    chosen = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in chosen if name not in KINDS]
    if unknown or not chosen:
        raise click.BadParameter(f"there is no kind {', '.join(unknown) or text!r}; known: {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in chosen)
