"""Who fills a slot: the linked agents, the last subject for a pronoun, or a role the text names.

Roles that no gazetteer can list ("the District Court of Uppsala", "the police", "the witness")
become agents of this document, told by their own words and by nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.roles import is_called, is_role, role_kind
from ungraph.extractors.slots import Slot
from ungraph.identifiers.bodies import body_of_symbol, load_bodies
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Agent, AgentKey, AgentKind
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["Actors"]

_OBJECT_PRONOUNS = {"him": "his", "her": "her", "them": "their", "it": "its"}
_LOWER = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_COLLECTIVE = frozenset("police family authorities parents children government".split())
_CLAIMED = frozenset("allegation allegations claim claims".split())
_HUMAN = frozenset({AgentKind.PERSON, AgentKind.OFFICE})


class Actors:
    """The agents of one document, by key, and the roles found while its sentences are read."""

    def __init__(self, document: Document, agents: Iterable[Agent]) -> None:
        self._document = document
        self._known = {agent.key: agent for agent in agents}
        self._found: dict[AgentKey, tuple[Agent, list[Span]]] = {}
        self._last: dict[str, tuple[AgentKey, ...]] = {}
        self._paragraph = ""
        self._plain: frozenset[str] | None = None

    def add_body(self, key: AgentKey) -> None:
        """Know the body *key* ("ga"), though no words of the paragraphs name it."""
        body = load_bodies().get(key)
        if key not in self._known and body is not None:
            self._known[key] = Agent(key, AgentKind.BODY, body.label)

    def learn(self, agent: Agent) -> None:
        """Know *agent*, which the words of the paragraphs need not name."""
        self._known.setdefault(agent.key, agent)

    def add(self, agent: Agent, words: Span) -> None:
        """Know *agent*, which only the *words* (in the view) tell of."""
        self._known.setdefault(agent.key, agent)
        self._found.setdefault(agent.key, (agent, []))[1].append(words)

    def label(self, key: AgentKey) -> str:
        """Name of the agent, lower case."""
        agent = self._known.get(key)
        return agent.label.lower() if agent else ""

    def agent(self, key: AgentKey) -> Agent | None:
        """The agent with *key*, of the links or found here."""
        return self._known.get(key)

    def known(self) -> tuple[Agent, ...]:
        """All agents of the links and found so far, in the order they came."""
        return tuple(self._known.values())

    def is_ruling(self, keys: Iterable[AgentKey]) -> bool:
        """Whether one of *keys* rules: a court, a tribunal, a judge, a board."""
        names = ("court", "tribunal", "judge", "jury", "board", "chamber", "authorit", "prosecut")
        return any(
            name in self.label(key) or (self.is_organ(key) and "committee" in self.label(key))
            for key in keys
            for name in names
        )

    def is_institution(self, keys: Iterable[AgentKey]) -> bool:
        """Whether *keys* act in an office or for an institution, not as private persons."""
        agents = [self._known.get(key) for key in keys]
        return all(a is None or a.kind is not AgentKind.PERSON for a in agents)

    def complaining(self) -> tuple[AgentKey, ...]:
        """Who brings the communication, where one person alone does: what "his claims" are."""
        heads = ("person-author-in-", "person-complainant-in-", "person-petitioner-in-")
        keys = tuple(key for key in self._known if key.startswith(heads))
        return keys if len(keys) == 1 else ()

    def is_organ(self, key: AgentKey) -> bool:
        """Whether *key* is a body of the United Nations."""
        agent = self._known.get(key)
        return agent is not None and agent.kind is AgentKind.BODY

    def remember(self, fragment: str, keys: tuple[AgentKey, ...]) -> None:
        """Keep the subject for a pronoun later in the same paragraph."""
        if fragment != self._paragraph:
            self._last, self._paragraph = {}, fragment
        for key in keys:
            agent = self._known.get(key)
            person = agent is not None and agent.kind in _HUMAN
            several = len(keys) > 1 or (agent is not None and _is_several(agent))
            self._last["they" if several else "he" if person else "it"] = keys

    def possessor(self, parsed: ParsedSentence, index: int) -> tuple[AgentKey, ...]:
        """What "his", "its" or "their" at token *index* stands for: the nearest agent of its kind
        in front of it in the sentence, else the last subject of its kind in the paragraph."""
        word = _OBJECT_PRONOUNS.get(parsed.words[index], parsed.words[index])
        if word in {"his", "her"} and parsed.word(index + 1) in _CLAIMED and self.complaining():
            return self.complaining()  # in a communication, who makes claims is who brings it
        for i in range(index - 1, -1, -1):
            filler = parsed.fillers[i]
            if filler is None or filler.code != AGENT:
                continue
            agents = [self._known.get(key) for key in filler.keys]
            human = any(a is not None and a.kind in _HUMAN for a in agents)
            plural = len(agents) > 1 or any(a is not None and _is_several(a) for a in agents)
            if word in {"his", "her"} and human and not plural:
                return filler.keys
            if word == "their" and plural:
                return filler.keys
            before = parsed.fillers[i - 2] if i > 1 and parsed.codes[i - 1] == "c" else None
            if word == "their" and before is not None and before.code == AGENT:
                return (*before.keys, *filler.keys)  # "the author and B. … sentenced them"
            if word == "its" and not human and not plural:
                return filler.keys
        known = self.pronoun(word, parsed.sentence.block.fragment)
        if not known and word in {"his", "her"} and not self._last:
            return self.complaining()  # a paragraph that has named nobody yet
        return known

    def pronoun(self, word: str, fragment: str) -> tuple[AgentKey, ...]:
        """What "he", "they", "it" or "his" stands for: the last subject of its kind so far."""
        if fragment != self._paragraph:
            return ()
        if word in {"he", "she", "him", "her", "his"}:
            return self._last.get("he", ())
        if word in {"it", "its"}:
            return self._last.get("it", ())
        if word in {"they", "them", "their"}:
            return self._last.get("they", ())
        return ()

    def keys_of(self, parsed: ParsedSentence, slot: Slot | None) -> tuple[AgentKey, ...]:
        """The agents in *slot*."""
        if slot is None:
            return ()
        if slot.kind == "agent":
            return slot.keys
        if slot.kind == "citation":
            return self._adopter(slot)
        fragment = parsed.sentence.block.fragment
        if slot.last - slot.first == 1 and parsed.codes[slot.first] == "h":
            if parsed.words[slot.first] in _OBJECT_PRONOUNS:
                return self.possessor(parsed, slot.first)
            return self.pronoun(parsed.words[slot.first], fragment)
        return self._role(parsed, slot)

    def _adopter(self, slot: Slot) -> tuple[AgentKey, ...]:
        citation = slot.filler.citation if slot.filler else None
        if citation is None:
            return ()
        if citation.adopted_by is not None:
            return (citation.adopted_by,)
        symbol = citation.cited.text if isinstance(citation.cited, DocumentSymbol) else ""
        if "/RES/" not in symbol and "/DEC/" not in symbol:
            return ()
        slug, _ = body_of_symbol(symbol)
        return (AgentKey(slug),) if slug and AgentKey(slug) in self._known else ()

    def owners_of(self, parsed: ParsedSentence, slot: Slot | None) -> tuple[AgentKey, ...]:
        """The possessor in *slot*: "the High Commissioner's offer", "his request"."""
        if slot is None:
            return ()
        if slot.owners:
            return slot.owners
        if slot.first < len(parsed) and parsed.words[slot.first] in {"his", "her", "its", "their"}:
            return self.possessor(parsed, slot.first)
        for i in range(slot.first + 1, slot.last):
            if parsed.codes[i] in {"s", "'"} and is_role(parsed.words[i - 1]):
                return self._role(parsed, Slot(slot.first, i, "words"))  # "the mother's complaint"
        return ()

    def found(self) -> tuple[Agent, ...]:
        """The agents told by their words alone, with their evidence, in order of it."""
        view = self._document.view
        made = [
            Agent(
                a.key,
                a.kind,
                a.label,
                a.language,
                tuple(view.to_text(s) for s in sorted(set(spans))),
            )
            for a, spans in self._found.values()
        ]
        return tuple(sorted(made, key=lambda a: (a.evidence, a.key)))

    def named_here(
        self, parsed: ParsedSentence, slot: Slot, kind: AgentKind = AgentKind.GROUP
    ) -> tuple[AgentKey, ...]:
        """Whoever *slot* names, though no table or role does: "the administering Power"."""
        first = slot.first
        while first < slot.last and parsed.codes[first] in {"d", "v"}:
            first += 1
        label = parsed.words_of(first, slot.last)
        if slot.kind != "words" or not label or len(label) > 60 or parsed.codes[slot.first] == "h":
            return ()
        return (self._keep(parsed, label, first, slot.last, kind),)

    def _role(self, parsed: ParsedSentence, slot: Slot) -> tuple[AgentKey, ...]:
        first, last = slot.first, slot.last
        while first < last and parsed.codes[first] in {"d", "v", "#", '"'}:
            first += 1
        while last > first and parsed.codes[last - 1] in {'"', "'", ")"}:
            last -= 1
        if first >= last:
            return ()
        head = parsed.words[last - 1]
        kind = role_kind(head)
        asked = parsed.word(first - 1) == "to" and parsed.codes[first] == "w"
        if asked and not is_role(parsed.words[first]) and last - first > 1:
            first += 1  # "to produce detainees": the verb is no part of the role
        if kind is None:
            if not all(parsed.codes[i] in {"W", AGENT} for i in range(first, last)):
                return ()
            if slot.first < first and len(parsed.words[first]) > 2 and last - first > 1:
                return ()  # "the Protection of Civilian Persons": a title, not a name
            one = parsed.words_of(first, last) if last - first == 1 else ""
            acronym = one.isupper() and bool(head[2:]) and first > 0
            if one and not acronym and not is_called(one, self._document.text):
                return ()  # "Intent", "Justices": one capital makes no name
            kind = self._kind_of_name(parsed, first, last)
        elif parsed.word(last) == "of" and last - first <= 4:
            last = _of_complement(parsed, last)
        label = parsed.words_of(first, last)
        if len(label) > 90 or "," in label:
            return ()
        return (self._keep(parsed, label, first, last, kind),)

    def _kind_of_name(self, parsed: ParsedSentence, first: int, last: int) -> AgentKind:
        """A person where two or three words are written with a capital and nowhere else without:
        "Amal Doe", while "Karen National Union" has words that the text also uses in general."""
        if last - first == 1 and is_called(parsed.words_of(first, last), self._document.text):
            return AgentKind.PERSON
        if last - first in {2, 3} and all(
            parsed.codes[i] == "W" and parsed.words[i].isalpha() for i in range(first, last)
        ):
            named = [parsed.words_of(i, i + 1) for i in range(first, last)]
            if all(n[1:].islower() and not self.is_common(n.lower()) for n in named):
                return AgentKind.PERSON
        return AgentKind.ORGANIZATION

    def is_common(self, word: str) -> bool:
        """Whether the document also uses *word* (lower case) as a word like any other."""
        if self._plain is None:
            self._plain = frozenset(_LOWER.findall(self._document.text))
        return word in self._plain

    def _keep(
        self, parsed: ParsedSentence, label: str, first: int, last: int, kind: AgentKind
    ) -> AgentKey:
        key = AgentKey(self._slug(label))
        agent = self._known.get(key)
        if agent is None:
            agent = Agent(key, kind, label, self._document.language)
            self._known[key] = agent
        if key not in self._found:
            self._found[key] = (agent, [])
        self._found[key][1].append(parsed.span_of(first, last))
        return key

    def _slug(self, label: str) -> str:
        words = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
        symbol = self._document.symbol
        owner = re.sub(r"[^a-z0-9]+", "-", symbol.text.lower()) if symbol else "text"
        return f"{owner.strip('-')}-{words}"


def _is_several(agent: Agent) -> bool:
    """Whether "they" can stand for the agent alone: a group, "the authors", "the police"."""
    if agent.kind is AgentKind.GROUP:
        return True
    last = agent.label.rpartition(" ")[2].lower()
    return last in _COLLECTIVE or (role_kind(last) is not None and last.endswith("s"))


def _of_complement(parsed: ParsedSentence, of: int) -> int:
    """End of "of the Baranovichi District and of Baranovichi City" after a head."""
    i = of + 1
    while i < len(parsed) and parsed.codes[i] == "d":
        i += 1
    if parsed.code(i) not in {"W", AGENT}:
        return of
    while i < len(parsed) and parsed.codes[i] in {"W", AGENT}:
        i += 1
    return i
