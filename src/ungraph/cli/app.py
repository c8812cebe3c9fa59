"""The command ``ungraph``: its sub-commands, loaded when asked for, and its exit codes.

0    done, and the graph conforms
1    done, but there are violations, or documents that could not be read
2    wrong usage
3    the input cannot be used
4    the output, the store or the network failed
130  interrupted
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType

import click

from ungraph.errors import OutputError, QueryError, StoreError, UngraphError

__all__ = ["COMMANDS", "app", "main", "run"]

# Name → module with a command of the same name, and the line that help shows without loading it.
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("ungraph.cli.build", "Read documents and write their graph."),
    "validate": ("ungraph.cli.validate", "Check a graph against the shapes."),
    "query": ("ungraph.cli.query", "Ask a graph, a store or an endpoint in SPARQL."),
    "export": ("ungraph.cli.export", "Write a graph or a store in another format."),
    "link": ("ungraph.cli.link", "Tie a store to codes, registers, thesauri and endpoints."),
    "report": ("ungraph.cli.report", "Print what a store holds, lacks, and contradicts."),
    "load": ("ungraph.cli.load", "Put a graph into a store or an endpoint."),
    "follow": ("ungraph.cli.follow", "Print what became of a request."),
    "explain": ("ungraph.cli.explain", "Print why a statement stands in the graph."),
    "evaluate": ("ungraph.cli.evaluate", "Score citations against links, and against a baseline."),
    "serve": ("ungraph.cli.serve", "Serve a store: endpoint, resolver, query page."),
}
_USAGE, _INPUT, _STORE, _INTERRUPTED = 2, 3, 4, 130


class _LazyGroup(click.Group):
    """A group that imports a command only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command = getattr(import_module(module), "command", None)
        return command if isinstance(command, click.Command) else None

    def format_commands(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _print_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"ungraph {version('ungraph')}")
        ctx.exit()


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done and conforms, 1 violations or failed documents, 2 usage, "
    "3 input unusable, 4 output, store or network, 130 interrupted.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
def app() -> None:
    """Read documents of the United Nations, write a checked graph of them, and ask it.

    A dash (-) stands for standard input or output.
    """


def main() -> None:
    """Run the command line; every error becomes one line on standard error and an exit code."""
    sys.excepthook = _report_defect
    # Documents and tables hold no cycles: looking for them every 700 objects costs a tenth.
    gc.set_threshold(50_000, 20, 50)
    sys.exit(run())


def run(words: Sequence[str] | None = None) -> int:
    """Run the command line *words* (default: those of the shell) and give its exit code."""
    try:
        outcome = app(args=words, prog_name="ungraph", standalone_mode=False)
        sys.stdout.flush()
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except UngraphError as error:
        click.echo(f"ungraph: {error}", err=True)
        if isinstance(error, OutputError):
            _drop_standard_output()
        return _exit_code(error)
    except (BrokenPipeError, SystemExit):
        # The reader (head, less) has seen enough: click leaves, Python need not complain.
        _drop_standard_output()
        return 128 + signal.SIGPIPE
    except (KeyboardInterrupt, click.Abort):
        click.echo("ungraph: interrupted; nothing was left half written", err=True)
        return _INTERRUPTED


def _drop_standard_output() -> None:
    """Send what is still waiting for standard output nowhere, since it cannot be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _exit_code(error: UngraphError) -> int:
    if isinstance(error, OutputError | StoreError):
        return _STORE
    if isinstance(error, QueryError):
        return _USAGE
    return _INPUT


def _report_defect(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """One line for a defect of ours; ``python -X dev -m ungraph`` shows the traceback."""
    if sys.flags.dev_mode:
        sys.__excepthook__(kind, error, traceback)
    else:
        click.echo(
            f"ungraph: defect: {kind.__name__}: {error}. Please report it with the output of"
            " python -X dev -m ungraph and the same words",
            err=True,
        )
    sys.stderr.flush()
    os._exit(_INPUT)
