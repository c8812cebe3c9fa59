"""Sessions, meetings and visits of texts in the other official languages."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Event
from ungraph.pipeline import BuildOptions, build_document


def events(language: str, text: str) -> list[Event]:
    options = BuildOptions(validate=False, language=language, symbol="A/RES/75/999")
    built = build_document(f"1. {text}\n".encode(), name="text.txt", options=options)
    return list(built.assertions.events)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L’Assemblée générale l’examinera à sa soixante-dix-septième session."),
        ("es", "La Asamblea General lo examinará en su septuagésimo séptimo período de sesiones."),
        ("ru", "Генеральная Ассамблея рассмотрит его на своей семьдесят седьмой сессии."),
        ("ar", "تنظر فيه الجمعية العامة في دورتها السابعة والسبعين."),
        ("zh", "大会第七十七届会议审议该项目。"),
    ],
)
def test_a_session_is_told_with_its_body(language: str, text: str) -> None:
    assert [e.session for e in events(language, text)] == ["ga-77"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Conseil de sécurité l’a dit à sa 8701e séance, le 13 janvier 2020."),
        (
            "es",
            "El Consejo de Seguridad lo dijo en su 8701ª sesión, celebrada el 13 de enero de 2020.",
        ),
        ("ru", "Совет Безопасности заявил это на своем 8701-м заседании 13 января 2020 года."),
        ("zh", "安全理事会在2020年1月13日第8701次会议上发表声明。"),
    ],
)
def test_a_meeting_is_told_with_its_number_and_day(language: str, text: str) -> None:
    (meeting,) = events(language, text)
    assert (str(meeting.event_type), meeting.ordinal, str(meeting.held_on)) == (
        "meeting",
        8701,
        "2020-01-13",
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Rapporteuse spéciale a effectué une visite au Tchad."),
        ("es", "La Relatora Especial realizó una visita al Chad."),
    ],
)
def test_a_visit_is_told_with_the_state_visited(language: str, text: str) -> None:
    (visit,) = events(language, text)
    assert (str(visit.event_type), visit.places) == ("visit", ("state-tcd",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La session du Conseil a été suspendue, et la visite du site remise."),
        ("es", "El período de sesiones fue suspendido."),
        ("fr", "Documents officiels de l’Assemblée générale, soixante-douzième session."),
        ("zh", "该届会议延期。"),
    ],
)
def test_without_number_day_or_state_nothing_is_told(language: str, text: str) -> None:
    assert events(language, text) == []


def test_sessions_may_share_a_noun() -> None:
    text = "L’Assemblée générale l’a vu à ses douzième et treizième sessions."
    assert [e.session for e in events("fr", text)] == ["ga-12", "ga-13"]


def test_the_body_of_a_session_is_the_owner_not_the_one_it_belongs_to() -> None:
    text = (
        "L’Assemblée des Nations Unies pour l’environnement du Programme des Nations Unies pour "
        "l’environnement l’a adoptée à sa quatrième session."
    )
    assert [e.session for e in events("fr", text)] == ["unea-4"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Rappelant le Sommet sur les sols, tenu à Ostrava du 6 au 12 mars 2019,", "Ostrava"),
        (
            "es",
            "Recordando la Cumbre sobre los Suelos, celebrada en Ostrava del 6 al 12 de marzo de 2019,",
            "Ostrava",
        ),
        (
            "ru",
            "ссылаясь на Саммит по почвам, состоявшийся в Остраве 6–12 марта 2019 года,",
            "Остраве",
        ),
        (
            "ar",
            "وإذ تشير إلى مؤتمر التربة المعقود في أوسترافا في الفترة من 6 إلى 12 آذار/مارس 2019،",
            "أوسترافا",
        ),
        ("zh", "回顾2019年3月6日至12日在俄斯特拉发举行的世界土壤峰会，", "俄斯特拉发"),
    ],
)
def test_a_conference_is_told_with_its_days_and_its_place(
    language: str, text: str, place: str
) -> None:
    (conference,) = events(language, text)
    assert (str(conference.event_type), str(conference.held_on), str(conference.ends_on)) == (
        "conference",
        "2019-03-06",
        "2019-03-12",
    )
    assert [getattr(p, "value", p) for p in conference.places] == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "compte tenu de la situation à Ostrava en mars 2019,"),
        ("es", "las elecciones celebradas en Ostrava en marzo de 2019,"),
        ("ru", "выборов, состоявшихся в Остраве в марте 2019 года,"),
        ("zh", "2019年3月在俄斯特拉发举行的选举，"),
    ],
)
def test_what_else_was_held_is_no_event(language: str, text: str) -> None:
    assert events(language, text) == []


def test_a_conference_to_come_is_scheduled() -> None:
    (meeting,) = events("fr", "la réunion de haut niveau qui se tiendra à Ostrava le 5 mai 2030.")
    assert (str(meeting.event_status), str(meeting.scheduled_for)) == ("scheduled", "2030-05-05")


def test_a_commission_has_no_special_session() -> None:
    text = "妇女地位委员会回顾第二十三届特别会议。"
    assert [e.session for e in events("zh", text)] == []
