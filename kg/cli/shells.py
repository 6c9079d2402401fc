"""The shells that complete `kg`: their scripts, and how each of them is answered.

A script asks `kg` itself, with the words typed so far in its environment; that is click's protocol.
bash and zsh have scripts of their own here: click's put a blank behind a parameter's name and `=`,
and its script for bash loses what a name needs escaped.
"""

import contextlib
import io
import os
import re
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from kg.cli.session import COMPLETE

_BREAKS = re.compile(r"[=:]+")
"""At which bash breaks words (COMP_WORDBREAKS): it completes what stands behind the last one."""

_SPECIAL = re.compile(r"([^\w@%+=:,./-])")

_BASH = """\
%(complete_func)s() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            file,*) compopt -o default 2>/dev/null ;;
            dir,*) compopt -o dirnames 2>/dev/null ;;
            open,*) compopt -o nospace 2>/dev/null; COMPREPLY+=("${line#open,}") ;;
            plain,*) COMPREPLY+=("${line#plain,}") ;;
        esac
    done < <(IFS=$'\\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
%(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""

_ZSH = """\
#compdef %(prog_name)s
%(complete_func)s() {
    local -a answer described whole unfinished
    local type key descr
    (( $+commands[%(prog_name)s] )) || return 1
    answer=("${(@f)$(COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \
%(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")
    for type key descr in "${answer[@]}"; do
        case $type in
            file) _files ;;
            dir) _files -/ ;;
            open) unfinished+=("$key") ;;
            plain) [[ $descr == _ ]] && whole+=("$key") || described+=("$key:$descr") ;;
        esac
    done
    (( $#described )) && _describe -V '' described -U
    (( $#whole )) && compadd -U -V whole -a whole
    (( $#unfinished )) && compadd -U -S '' -V unfinished -a unfinished
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""


class Bash(BashComplete):
    """bash; its version is not asked for: an old one completes, in another order."""

    source_template = _BASH

    @staticmethod
    def _check_version() -> None:
        """Nothing: the script works in versions that click refuses."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one, as a shell would read them."""
        words = _joined(os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"]))
        self._typed = words[-1]
        *args, typed = (next(iter(split_arg_string(word)), "") for word in words)
        return args[1:], typed

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """A line of the answer: escaped as the word is typed, without what bash keeps of it."""
        value = str(item.value)
        if not self._typed.startswith(("'", '"')):
            value = _SPECIAL.sub(r"\\\1", value)
            kept = [found.end() for found in _BREAKS.finditer(self._typed)]
            value = value[kept[-1] :] if kept else value
        return f"{item.type},{value}"


class Zsh(ZshComplete):
    """zsh."""

    source_template = _ZSH


class Fish(FishComplete):
    """fish, which puts no blank behind `=` by itself. A name may have commas in it."""

    source_template = FishComplete.source_template.replace('split ","', 'split -m1 ","')

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """A line of the answer."""
        kind = "plain" if item.type == "open" else item.type
        return super().format_completion(CompletionItem(item.value, kind, item.help))


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def script(shell: str, group: click.Group) -> str:
    """The script that has a shell, one of SHELLS, complete `kg`."""
    return SHELLS[shell](group, {}, "kg", COMPLETE).source()


def answer(instruction: str, group: click.Group) -> str:
    """What the shell of `bash_complete` and the like is to be told, "" where anything goes wrong.

    Whatever commands would say on the way goes nowhere.
    """
    shell, _, what = instruction.partition("_")
    if what != "complete" or shell not in SHELLS:
        return ""
    with contextlib.suppress(Exception), contextlib.redirect_stderr(io.StringIO()):
        return SHELLS[shell](group, {}, "kg", COMPLETE).complete()
    return ""


def _joined(words: list[str], last: int) -> list[str]:
    """The words up to the typed one, put together again where bash has broken them."""
    joined: list[str] = []
    glued = False
    for word in words[: last + 1]:
        breaks = bool(_BREAKS.fullmatch(word))
        if joined and (glued or breaks) and len(joined) > 1:
            joined[-1] += word
        else:
            joined.append(word)
        glued = breaks
    return joined + [""] * (last >= len(words))
