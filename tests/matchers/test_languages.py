"""Names of agents in the six official languages give the keys that the English ones give."""

from __future__ import annotations

import pytest

from agent_texts import read_text
from ungraph.linking.agents import link_agents
from ungraph.matchers.agents import match_agents
from ungraph.matchers.citations import match_citations

LETTERS = {
    "en": "Letter from the Permanent Representative of France to the United Nations. "
    "The Government of Iraq and the Government of the Sudan replied to the United Nations High "
    "Commissioner for Human Rights.",
    "fr": "Lettre du Représentant permanent de la France auprès de l’Organisation des Nations "
    "Unies. Le Gouvernement de l’Iraq et le Gouvernement du Soudan ont répondu au "
    "Haut-Commissaire des Nations Unies aux droits de l’homme.",
    "es": "Carta del Representante Permanente de Francia ante las Naciones Unidas. El Gobierno "
    "del Iraq y el Gobierno del Sudán respondieron al Alto Comisionado de las Naciones Unidas "
    "para los Derechos Humanos.",
    "ru": "Письмо Постоянного представителя Франции при Организации Объединенных Наций. "
    "Правительство Ирака и Правительство Судана ответили. Верховный комиссар Организации "
    "Объединенных Наций по правам человека ответил.",
    "ar": "رسالة من الممثل الدائم لفرنسا لدى الأمم المتحدة. ردت حكومة العراق وردت حكومة السودان "
    "على مفوضة الأمم المتحدة السامية لحقوق الإنسان.",
    "zh": "法国常驻联合国代表的信。伊拉克政府和苏丹政府答复了联合国人权事务高级专员。",
}


@pytest.mark.parametrize("language", sorted(LETTERS))
def test_the_same_letter_names_the_same_agents(language: str) -> None:
    document = read_text(LETTERS[language], language=language)
    cited = match_citations(document)
    links = link_agents(document, (*cited, *match_agents(document, cited)))
    assert {link.target for link in links.links} == {
        "office-pr-fra-un",
        "united-nations",
        "state-fra",
        "government-irq",
        "state-irq",
        "government-sdn",
        "state-sdn",
        "office-hchr",
    } - ({"united-nations"} if language == "zh" else set())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Иранский вопрос и чадра."),
        ("ar", "المالية بنيوية"),
        ("es", "Los peruanos y la chadiana."),
        ("fr", "Le nigérien et la pérouse."),
    ],
)
def test_a_name_inside_a_longer_word_is_none(language: str, text: str) -> None:
    document = read_text(text, language=language)
    assert not [m for m in match_agents(document) if m.kind == "state"]
