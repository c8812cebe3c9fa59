"""Invented title pages, in the form of real ones."""

from __future__ import annotations

ENGLISH = """United Nations

A/RES/91/17

General Assembly

Distr.: General

9 January 2037

Ninety-first session

Agenda item 84 (b)

Questions of navigation

Resolution adopted by the General Assembly on 12 December 2036

[on the report of the Sixth Committee (A/91/476, para. 8)]

91/17. Lighthouses of the northern coasts

The General Assembly,

Recalling its resolution 90/12 of 15 December 2035,

Noting with appreciation the report of the Secretary-General,

1. Requests the Secretary-General to report;

2. Decides to remain seized of the matter.

54th plenary meeting
12 December 2036
"""

FRENCH = """Nations Unies

A/RES/91/17

Assemblée générale

Distr. générale

9 janvier 2037

Quatre-vingt-onzième session

Point 84 b) de l’ordre du jour

Questions de navigation

Résolution adoptée par l’Assemblée générale le 12 décembre 2036

[sur la base du rapport de la Sixième Commission (A/91/476, par. 8)]

91/17. Phares des côtes septentrionales

L’Assemblée générale,

Rappelant sa résolution 90/12 du 15 décembre 2035,

1. Prie le Secrétaire général de lui faire rapport ;

2. Décide de rester saisie de la question.

54e séance plénière
12 décembre 2036
"""

SPANISH = """Naciones Unidas

A/RES/91/17

Asamblea General

Distr. general

9 de enero de 2037

Nonagésimo primer período de sesiones

Tema 84 b) del programa

Cuestiones de navegación

Resolución aprobada por la Asamblea General el 12 de diciembre de 2036

[sobre la base del informe de la Sexta Comisión (A/91/476, párr. 8)]

91/17. Faros de las costas septentrionales

La Asamblea General,

Recordando su resolución 90/12, de 15 de diciembre de 2035,

1. Solicita al Secretario General que le presente un informe;

2. Decide seguir ocupándose de la cuestión.

54ª sesión plenaria
12 de diciembre de 2036
"""

RUSSIAN = """Организация Объединенных Наций

A/RES/91/17

Генеральная Ассамблея

Distr.: General

9 January 2037

Девяносто первая сессия

Пункт 84 b) повестки дня

Вопросы мореплавания

Резолюция, принятая Генеральной Ассамблеей 12 декабря 2036 года

[по докладу Шестого комитета (A/91/476, п. 8)]

91/17. Маяки северных берегов

Генеральная Ассамблея,

ссылаясь на свою резолюцию 90/12 от 15 декабря 2035 года,

1. просит Генерального секретаря представить доклад;

2. постановляет продолжать заниматься этим вопросом.

54-е пленарное заседание
12 декабря 2036 года
"""

ARABIC = """الأمــم المتحـدة

A/RES/91/17

الجمعية العامة

Distr.: General

9 January 2037

الدورة الحادية والتسعون

البند 84 (ب) من جدول الأعمال

مسائل الملاحة

قرار اتخذته الجمعية العامة في 12 كانون الأول/ديسمبر 2036

[بناء على تقرير اللجنة السادسة (A/91/476، الفقرة 8)]

91/17 منارات السواحل الشمالية

إن الجمعية العامة،

إذ تشير إلى قرارها 90/12 المؤرخ 15 كانون الأول/ديسمبر 2035،

1 - تطلب إلى الأمين العام أن يقدم تقريرا عن ذلك؛

2 - تقرر أن تبقي المسألة قيد نظرها.

الجلسة العامة 54
12 كانون الأول/ديسمبر 2036
"""

CHINESE = """联合国

A/RES/91/17

大会

Distr.: General

9 January 2037

第九十一届会议

议程项目84(b)

航行问题

2036年12月12日大会决议

[根据第六委员会的报告(A/91/476，第8段)]

91/17. 北部海岸的灯塔

大会，

回顾其2035年12月15日第90/12号决议，

1. 请秘书长提交报告；

2. 决定继续处理此案。

第54次全体会议
2036年12月12日
"""

PAGES = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
}
TITLES = {
    "en": ("Questions of navigation", "Lighthouses of the northern coasts"),
    "fr": ("Questions de navigation", "Phares des côtes septentrionales"),
    "es": ("Cuestiones de navegación", "Faros de las costas septentrionales"),
    "ru": ("Вопросы мореплавания", "Маяки северных берегов"),
    "ar": ("مسائل الملاحة", "منارات السواحل الشمالية"),
    "zh": ("航行问题", "北部海岸的灯塔"),
}

NOTE = """
**ADVANCE UNEDITED
VERSION**Distr.
LIMITEDE/CN.6/1999/7
3 March 1999

Original: FRENCH

COMMISSION ON THE STATUS OF WOMEN
Forty-third session
Items 3 and 5 of the provisional agenda*

**FOLLOW-UP TO RESOLUTION 52/231 OF
4 JUNE 1998 ENTITLED “LIGHT\u00adHOUSES”****Report of the Secretary-General on the
keepers of lamps****Note by the Secretariat**

1. This note has been prepared pursuant to resolution 52/231 of the General Assembly.
2. In line with practice, the report is transmitted to the Commission.
"""
