"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ungraph.errors import OutputError
from ungraph.writers.formats import Format, find_format, load_formats

__all__ = ["FORMAT", "credentials", "output_format", "output_path", "output_to"]

_C = TypeVar("_C", bound=Callable[..., Any])


class _FormatType(click.ParamType[Format]):
    """The name of an RDF format, by any of its names."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Format:
        if isinstance(value, Format):
            return value
        try:
            return find_format(str(value))
        except OutputError as error:
            self.fail(str(error), param, ctx)


FORMAT = _FormatType()


def output_to(command: _C) -> _C:
    """``-o FILE``, standard output when it is missing or a dash."""
    return click.option(
        "-o",
        "--output",
        default="-",
        metavar="FILE",
        help="Write there, not to the screen.",
    )(command)


def output_path(output: str) -> Path | None:
    """The file that ``-o`` names, None for standard output."""
    return None if output == "-" else Path(output)


def output_format(format_: Format | None, output: str) -> Format:
    """The format asked for, else the one that the ending of ``-o`` tells, else Turtle."""
    if format_ is not None:
        return format_
    if output == "-":
        return load_formats()["turtle"]
    try:
        return find_format(output)
    except OutputError as error:
        raise click.UsageError(
            f"the ending of {output} tells no format; say it with -f: {', '.join(load_formats())}"
        ) from error


def credentials(command: _C) -> _C:
    """``--user`` and ``--password`` of an endpoint."""
    command = click.option(
        "--password",
        envvar="UNGRAPH_PASSWORD",
        help="Password of the endpoint (or the variable UNGRAPH_PASSWORD).",
    )(command)
    return click.option("--user", help="User of the endpoint.")(command)
