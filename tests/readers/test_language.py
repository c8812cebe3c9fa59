"""The six official languages are told apart, and from others."""

from __future__ import annotations

import pytest

from ungraph.readers.language import READ_LANGUAGES, detect_language
from ungraph.resources import load_table


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Requests the Secretary-General to report on the matter.", "en"),
        ("Prie le Secrétaire général de lui présenter un rapport.", "fr"),
        ("Pide al Secretario General que le presente un informe.", "es"),
        ("Просит Генерального секретаря представить доклад.", "ru"),
        ("تطلب إلى الأمين العام أن يقدم تقريرا عن هذه المسألة", "ar"),
        ("请秘书长就这一问题提交报告。", "zh"),
        ("Die Generalversammlung hat auf ihrer Tagung eine Resolution über die Rechte der Kinder "
         "verabschiedet und fordert die Staaten auf, mit ihr zusammenzuarbeiten.", "und"),
        ("A Assembleia Geral adotou uma resolução em que os Estados são convidados a cooperar "
         "na promoção dos direitos e não discriminação.", "und"),
        ("Генеральна Асамблея ухвалила резолюцію, в якій закликає держави співпрацювати з її "
         "органами щодо захисту прав і свобод.", "und"),
        ("مجمع عمومی قطعنامه‌ای را تصویب کرد که در آن از کشورها خواسته شده است همکاری کنند و این را"
         " گزارش دهند", "und"),
        ("国連総会は、人権の促進のために各国が協力することを求める決議を採択した。", "und"),
        ("유엔 총회는 각국이 협력할 것을 촉구하는 결의를 채택하였다.", "und"),
        ("12345 67/89", "und"),
        ("", "und"),
    ],
)  # fmt: skip
def test_language_is_told_from_script_and_common_words(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_an_english_title_page_does_not_hide_the_language_of_the_text() -> None:
    page = "United Nations\n\nA/RES/99/1\n\nDistr.: General\n\n17 December 2021\n\n"
    body = "Подчеркивая важность сотрудничества и развития, Ассамблея просит о докладе. " * 40
    assert detect_language(page + body) == "ru"


def test_the_table_knows_every_language_that_is_read() -> None:
    read = [row["language"] for row in load_table("languages") if row["read"] == "yes"]
    assert tuple(read) == READ_LANGUAGES
