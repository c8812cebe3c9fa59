"""Small invented documents and what is found in them, for the tests of agents."""

from __future__ import annotations

from ungraph.linking.agents import link_agents
from ungraph.matchers.agents import match_agents
from ungraph.matchers.citations import match_citations
from ungraph.model.document import Document
from ungraph.model.link import Link, Links
from ungraph.model.mention import Mention, MentionKind
from ungraph.readers.detect import read_document

__all__ = ["agent_keys", "find_links", "link_text", "match_text", "read_text", "target_of"]


def read_text(*paragraphs: str, symbol: str = "A/99/17", language: str | None = None) -> Document:
    """A document of numbered *paragraphs* under *symbol*."""
    lines = [symbol, ""]
    for number, paragraph in enumerate(paragraphs, start=1):
        lines.extend((f"{number}. {paragraph}", ""))
    return read_document("\n".join(lines).encode(), name="sample.txt", language=language)


def match_text(text: str, kind: MentionKind, language: str | None = None) -> list[Mention[object]]:
    """The mentions of *kind* in one paragraph."""
    document = read_text(text, language=language)
    found = match_agents(document, match_citations(document))
    return [mention for mention in found if mention.kind is kind]


def link_text(*paragraphs: str, symbol: str = "A/99/17") -> tuple[Document, Links]:
    """A document of *paragraphs* and its links."""
    document = read_text(*paragraphs, symbol=symbol)
    cited = match_citations(document)
    return document, link_agents(document, (*cited, *match_agents(document, cited)))


def find_links(links: Links, surface: str) -> list[Link[object]]:
    """The links of all mentions with these words."""
    return [link for link in links.links if link.mention.surface == surface]


def target_of(links: Links, surface: str, nth: int = -1) -> str | None:
    """The agent that the *nth* mention with these words stands for."""
    found = find_links(links, surface)
    assert found, f"no mention {surface!r} in {[link.mention.surface for link in links.links]}"
    target = found[nth].target
    return None if target is None else str(target)


def agent_keys(links: Links) -> set[str]:
    """The keys of all agents met."""
    return {str(agent.key) for agent in links.agents}
