"""A chain as text, as JSON, or as a Mermaid diagram."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ungraph.inquiry.chains import Link

__all__ = ["format_json", "format_mermaid", "format_text"]

_WORDS_CHARS = 160
_NOTHING = "  nothing follows from it here: no request, mandate, answer or outcome"


def format_text(chain: Link) -> str:
    """An indented list, one step a line, with the words it rests on; says so where none follows."""
    lines = list(_iter_lines(chain, 0))
    if not chain.followed_by:
        lines.append(_NOTHING)
    return "".join(f"{line}\n" for line in lines)


def _iter_lines(link: Link, depth: int) -> Iterator[str]:
    indent = "  " * depth
    told = link.label.startswith(f"{link.kind}:")
    parts = [link.label] if told else [link.kind, link.label]
    if link.relation:
        parts.append(f"({link.relation})")
    if link.date:
        parts.append(link.date)
    yield indent + " ".join(parts)
    if link.words:
        yield f"{indent}    “{_short(link.words)}”"
    for step in link.followed_by:
        yield from _iter_lines(step, depth + 1)


def _short(words: str) -> str:
    return words if len(words) <= _WORDS_CHARS else words[: _WORDS_CHARS - 1].rstrip() + "…"


def format_json(chain: Link) -> str:
    """The chain as nested objects, with the IRI of each step."""
    return json.dumps(_as_object(chain), ensure_ascii=False, indent=2) + "\n"


def _as_object(link: Link) -> dict[str, object]:
    fields: dict[str, object] = {
        name: value
        for name in ("kind", "iri", "label", "relation", "date", "words")
        if (value := getattr(link, name))
    }
    if link.followed_by:
        fields["followed_by"] = [_as_object(step) for step in link.followed_by]
    return fields


def format_mermaid(chain: Link) -> str:
    """A Mermaid flowchart, from top to bottom."""
    lines = ["flowchart TD"]
    names: dict[int, str] = {}
    _draw(chain, lines, names)
    return "\n".join(lines) + "\n"


def _draw(link: Link, lines: list[str], names: dict[int, str]) -> str:
    name = f"n{len(names)}"
    names[len(names)] = link.iri
    text = " · ".join(part for part in (link.kind, link.label, link.date) if part)
    lines.append(f'  {name}["{_quoted(text)}"]')
    for step in link.followed_by:
        target = _draw(step, lines, names)
        arrow = f'-- "{_quoted(step.relation)}" -->' if step.relation else "-->"
        lines.append(f"  {name} {arrow} {target}")
    return name


def _quoted(text: str) -> str:
    """Text inside a Mermaid string: quotes and angle brackets as entities."""
    return _short(text).replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;")
