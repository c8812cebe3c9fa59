"""Votes of records: what came of the draft, and whose veto it was."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import ActType, OutcomeType
from ungraph.pipeline import BuildOptions, Result, build_document

RECORD = """United Nations

S/PV.9998

Security Council

Ninety-ninth year

9998th meeting

Tuesday, 5 October 2044, 10 a.m. New York

President: Ms. Adeyemi . . . . . . . . . . (Nigeria)

The meeting was called to order at 10.05 a.m.

The President: Members of the Council have before them document S/2044/77, which contains the \
text of a draft resolution submitted by Brazil. I shall put the draft resolution to the vote now.

A vote was taken by show of hands.

In favour:

Brazil, Ecuador, Ghana, Nigeria

Against:

{against}

Abstaining:

Norway

The President: {result}

The meeting rose at 6 p.m.
"""
TALLY = "The draft resolution received 4 votes in favour, 2 against and 1 abstention. "
VETOED = (
    f"{TALLY}The draft resolution has not been adopted, owing to the negative vote of a permanent member "
    "of the Council."
)
FAILED = f"{TALLY}The draft resolution was not adopted, having failed to obtain the required votes."


def record(against: str, result: str, *, validate: bool = False) -> Result:
    data = RECORD.format(against=against, result=result).encode()
    return build_document(data, name="S_PV_9998.txt", options=BuildOptions(validate=validate))


@pytest.mark.parametrize(
    ("against", "members"),
    [("China, Mali", ("state-chn",)), ("Mali, France", ("state-fra",))],
)
def test_a_veto_is_the_act_of_the_permanent_member_that_voted_against(
    against: str, members: tuple[str, ...]
) -> None:
    found = record(against, VETOED).assertions
    (outcome,) = found.outcomes
    assert outcome.outcome_type is OutcomeType.REJECTED
    assert str(outcome.of_document) == "S/2044/77"
    veto = next(act for act in found.acts if act.key == outcome.brought_about_by)
    assert (veto.act_type, veto.agents) == (ActType.DECLINE, members)
    assert veto.cue == "owing to the negative vote of a permanent member"
    assert str(veto.date) == "2044-10-05"
    assert str(veto.target) == "S/2044/77"


def test_a_draft_that_failed_otherwise_was_rejected_by_the_vote() -> None:
    found = record("China, Mali", FAILED).assertions
    (outcome,), (vote,) = found.outcomes, found.procedure.votes
    assert vote.result is outcome.outcome_type is OutcomeType.REJECTED
    assert outcome.brought_about_by == vote.key
    assert not [act for act in found.acts if act.rule == "record-veto"]


def test_an_adopted_draft_was_adopted_by_the_vote() -> None:
    words = f"{TALLY}The draft resolution has been adopted as resolution 2999 (2044)."
    found = record("China, Mali", words).assertions
    (outcome,), (vote,) = found.outcomes, found.procedure.votes
    assert outcome.outcome_type is OutcomeType.ADOPTED
    assert outcome.brought_about_by == vote.key


def test_a_veto_without_a_permanent_member_against_is_nobodys() -> None:
    found = record("Mali, Peru", VETOED).assertions
    assert found.outcomes[0].brought_about_by == found.procedure.votes[0].key


def test_a_vote_on_a_part_says_nothing_of_the_draft() -> None:
    words = "Operative paragraph 7 was retained by 4 votes to 2, with 1 abstention."
    assert record("China, Mali", words).assertions.outcomes == ()


def test_the_outcome_of_a_draft_conforms() -> None:
    result = record("China, Mali", VETOED, validate=True)
    assert result.report is not None
    assert result.report.violations == ()
    drafts = {q.object.value for q in result.quads() if q.predicate.value.endswith("#outcomeOf")}
    assert len(drafts) == 1
    assert drafts.pop().endswith("S/2044/77")


# Invented records: the frame is the same, the words are those of each language.
FOREIGN = {
    "fr": (
        "Nations Unies\n\nS/PV.9998\n\nConseil de sécurité\n\n9998e séance\n\nMardi 5 octobre "
        "2044, à 10 heures\n\nNew York\n\nPrésidente : Mme Adeyemi . . . . . (Nigéria)\n\nLa séance "
        "est ouverte à 10 h 5.\n\nLa Présidente : Les membres du Conseil sont saisis du document "
        "S/2044/77, qui contient le texte d\u2019un projet de résolution. Je mets aux voix le projet "
        "de résolution.\n\nIl est procédé au vote à main levée.\n\nVotent pour :\n\nBrésil, Ghana, "
        "Nigéria\n\nVotent contre :\n\nChine, Mali\n\nS\u2019abstiennent :\n\nNorvège\n\nLa "
        "Présidente : Le projet de résolution n\u2019a pas été adopté en raison du vote négatif "
        "d\u2019un membre permanent du Conseil.\n\nLa séance est levée à 18 heures.\n"
    ),
    "es": (
        "Naciones Unidas\n\nS/PV.9998\n\nConsejo de Seguridad\n\n9998ª sesión\n\nMartes 5 de octubre "
        "de 2044, a las 10.00 horas\n\nNueva York\n\nPresidenta: Sra. Adeyemi . . . . . (Nigeria)\n\n"
        "Se abre la sesión a las 10.05 horas.\n\nLa Presidenta: Los miembros del Consejo tienen ante "
        "sí el documento S/2044/77, que contiene el texto de un proyecto de resolución. Someteré a "
        "votación el proyecto de resolución.\n\nSe procede a votación ordinaria.\n\nVotos a favor:\n\n"
        "Brasil, Ghana, Nigeria\n\nVotos en contra:\n\nChina, Malí\n\nAbstenciones:\n\nNoruega\n\n"
        "La Presidenta: El proyecto de resolución no ha sido aprobado debido al voto en contra de un "
        "miembro permanente del Consejo.\n\nSe levanta la sesión a las 18.00 horas.\n"
    ),
    "ru": (
        "Организация Объединенных Наций\n\nS/PV.9998\n\nСовет Безопасности\n\n9998-е заседание\n\n"
        "Вторник, 5 октября 2044 года, 10 ч. 00 м.\n\nНью-Йорк\n\nПредседатель: г-жа Адейеми "
        ". . . . . (Нигерия)\n\nЗаседание открывается в 10 ч. 05 м.\n\nПредседатель: На рассмотрении "
        "членов Совета находится документ S/2044/77, в котором содержится текст проекта резолюции. "
        "Я ставлю проект резолюции на голосование.\n\nПроводится голосование поднятием руки.\n\n"
        "Голосовали за:\n\nБразилия, Гана, Нигерия\n\nГолосовали против:\n\nКитай, Мали\n\n"
        "Воздержались:\n\nНорвегия\n\nПредседатель: Проект резолюции не принимается, поскольку один "
        "из постоянных членов Совета голосовал против.\n\nЗаседание закрывается в 18 ч. 00 м.\n"
    ),
    "ar": (
        "الأمم المتحدة\n\nS/PV.9998\n\nمجلس الأمن\n\nالجلسة 9998\n\nالثلاثاء، 5 تشرين الأول/أكتوبر "
        "2044، الساعة 10/00\n\nنيويورك\n\nالرئيسة: السيدة أدييمي . . . . . (نيجيريا)\n\nافتتحت الجلسة "
        "الساعة 10/05\n\nالرئيسة: معروض على أعضاء المجلس الوثيقة S/2044/77 التي تتضمن نص مشروع قرار. "
        "أطرح مشروع القرار للتصويت الآن.\n\nأجري تصويت برفع الأيدي.\n\nالمؤيدون:\n\nالبرازيل، غانا، "
        "نيجيريا\n\nالمعارضون:\n\nالصين، مالي\n\nالممتنعون:\n\nالنرويج\n\nالرئيسة: لم يعتمد مشروع "
        "القرار بسبب التصويت السلبي لعضو دائم في المجلس.\n\nرفعت الجلسة الساعة 18/00\n"
    ),
    "zh": (
        "联合国\n\nS/PV.9998\n\n安全理事会\n\n第9998次会议\n\n2044年10月5日星期二上午10时举行\n\n纽约\n\n"
        "主席：阿德耶米女士 . . . . . （尼日利亚）\n\n上午10时5分开会。\n\n主席：安理会成员面前有文件"
        "S/2044/77，其中载有一项决议草案案文。我现在将决议草案付诸表决。\n\n进行了举手表决。\n\n赞成：\n\n"
        "巴西、加纳、尼日利亚\n\n反对：\n\n中国、马里\n\n弃权：\n\n挪威\n\n主席：由于一个常任理事国投了"
        "反对票，决议草案未获通过。\n\n下午6时散会。\n"
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_veto_is_told_in_every_language(language: str) -> None:
    data = FOREIGN[language].encode()
    options = BuildOptions(validate=False, language=language)
    found = build_document(data, name="S_PV_9998.txt", options=options).assertions
    assert [o.outcome_type for o in found.outcomes] == [OutcomeType.REJECTED]
    assert str(found.outcomes[0].of_document) == "S/2044/77"
    (veto,) = [a for a in found.acts if a.rule == "record-veto"]
    assert veto.agents == ("state-chn",)
    assert found.outcomes[0].brought_about_by == veto.key
