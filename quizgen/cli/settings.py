"""``quizgen settings``: every knob, what it means, and what it is set to."""

import click

from quizgen.settings import SETTINGS, SETTINGS_FILE, Settings, unknown_settings


@click.command("settings")
def command() -> None:
    """List every setting with its meaning and its value.

    Settings come from the environment, and from the file that QUIZGEN_SETTINGS names; the environment wins. The list
    has the form of such a file. What is secret is not shown, and stands behind a # like every meaning.

    \b
    Example:
      quizgen settings > quizgen.conf && QUIZGEN_SETTINGS=quizgen.conf quizgen serve
    """
    shown = Settings.from_env().shown()
    for setting in SETTINGS:
        value = shown[setting.name]
        hidden = "# " if setting.secret or "***" in value else ""
        click.echo(f"# {setting.meaning}")
        click.echo(f"{hidden}{setting.name}={value}\n")
    for name in unknown_settings():
        click.echo(f"quizgen: {name} is in the environment, but there is no such setting.", err=True)
    click.echo(f"# {SETTINGS_FILE}=<file> names a file of lines like these.")
