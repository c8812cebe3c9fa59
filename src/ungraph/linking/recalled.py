"""Names that recall one given more fully before: "the author's sister", "the Commission".

Ms. Silva's sister … the author's sister          → the same, where no other sister is spoken of
the Commission of Inquiry … the Commission        → that one, in the same paragraph
"""

from __future__ import annotations

from ungraph.identifiers.bodies import load_bodies
from ungraph.linking.cases import COMPLAINING
from ungraph.linking.discourse import Discourse
from ungraph.matchers.names import AgentName
from ungraph.matchers.persons import FEMALE_TITLES, MALE_TITLES
from ungraph.matchers.values import OrganName
from ungraph.model.assertion import Agent, AgentKind

__all__ = ["ending_near", "institution_near", "relative_before"]

_TITLES = MALE_TITLES | FEMALE_TITLES


def institution_near(organ: OrganName, discourse: Discourse) -> Agent | None:
    """The "Commission of Inquiry" of this paragraph, named after any organ with that head."""
    if organ.slug is not None or organ.other is not None:
        return None
    known, _ = discourse.known(organ.head)
    last = known[-1] if known else None
    if last is None or last.kind is not AgentKind.ORGANIZATION or last.key in load_bodies():
        return None
    return last if discourse.is_near(last.key) else None


def ending_near(words: str, discourse: Discourse) -> Agent | None:
    """ "the Human Rights Commission" after "the Canadian Human Rights Commission", in a paragraph."""
    ending = " " + words.lower().removeprefix("the ")
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph != discourse.paragraph:
            return None
        agent = occurrence.agent
        if agent.kind is AgentKind.ORGANIZATION and agent.label.lower().endswith(ending):
            return agent
    return None


def relative_before(name: AgentName, discourse: Discourse) -> Agent | None:
    """ "the author's sister" after "Ms. Silva's sister", where no other sister is spoken of."""
    if name.kind is not AgentKind.PERSON or name.owner.lower() not in COMPLAINING:
        return None
    known = [a for a in discourse.known(name.head)[0] if a.kind is AgentKind.PERSON]
    titled = len(known) == 1 and known[0].label.split(" ")[0].rstrip(".") in _TITLES
    return known[0] if titled else None
