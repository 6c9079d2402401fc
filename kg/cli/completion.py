"""`kg completion`: has a shell complete what is typed."""

import click

from kg.cli.group import group
from kg.cli.shells import SHELLS, script


@click.command("completion")
@click.argument("shell", type=click.Choice(list(SHELLS)))
def command(shell: str) -> None:
    """Print the script that has a shell complete kg.

    Then TAB completes commands, options, saved queries and their parameters, the names of
    companies, services and people, and the sources that are loaded.

    \b
    eval "$(kg completion bash)"          in ~/.bashrc
    eval "$(kg completion zsh)"           in ~/.zshrc, after compinit
    kg completion fish > ~/.config/fish/completions/kg.fish
    """
    click.echo(script(shell, group), nl=False)
