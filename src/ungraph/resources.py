"""Where the files that travel with the package lie: ``ontology``, ``shapes``, ``data``.

An installed package holds them inside itself; a checkout holds ``ontology/`` and ``shapes/`` at
its top. Both are looked up here and nowhere else. Nothing is read at import.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ungraph.errors import DataError

__all__ = ["find_file", "find_folder", "load_table"]

_FOLDERS = ("data", "ontology", "shapes")
_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


@cache
def find_folder(name: str) -> Path:
    """The folder *name* ("data", "ontology" or "shapes"), in the package or in the checkout.

    Raises DataError for another name, or when the folder was not installed.

    >>> find_folder("data").name
    'data'
    """
    if name not in _FOLDERS:
        raise DataError(
            f"no such resource folder: {name!r}", advice=f"Ask for one of {', '.join(_FOLDERS)}"
        )
    for parent in (_PACKAGE, _CHECKOUT):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise DataError(
        f"the folder {name!r} is missing",
        where=str(_PACKAGE),
        why="the package was installed incompletely",
        advice="Install ungraph again",
    )


def find_file(folder: str, name: str) -> Path:
    """The file *name* of a resource folder; *name* may have parts ("vocabularies/status.ttl").

    Raises DataError when there is no such file, or when *name* leads out of the folder.

    >>> find_file("data", "__init__.py").suffix
    '.py'
    """
    root = find_folder(folder)
    path = root / name
    if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        raise DataError(f"no such file: {name!r}", where=str(root), advice="Install ungraph again")
    return path


@cache
def load_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``data/{name}.csv`` by column, in the order of the file, blanks at ends off.

    The file is UTF-8 with one head line; each row has as many cells as the head line. Raises
    DataError with the line number when it has not.
    """
    path = find_file("data", f"{name}.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream, strict=True)
        head = next(lines, None)
        if not head or len(set(head)) != len(head):
            raise DataError("the head line is empty or names a column twice", where=path.name)
        rows: list[Mapping[str, str]] = []
        try:
            for cells in lines:
                if len(cells) != len(head):
                    raise DataError(
                        f"line {lines.line_num} has {len(cells)} cells, the head line {len(head)}",
                        where=path.name,
                        advice="Put cells that hold commas in double quotes",
                    )
                row = dict(zip(head, (cell.strip() for cell in cells), strict=True))
                rows.append(MappingProxyType(row))
        except csv.Error as error:
            raise DataError(
                f"line {lines.line_num} is not CSV", where=path.name, why=str(error)
            ) from error
    return tuple(rows)
