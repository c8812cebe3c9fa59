"""Records of meetings and letters made up for the tests, in the form of real ones."""

from __future__ import annotations

VERBATIM = """United Nations

A/99/PV.12

General Assembly

Ninety-ninth session

12th plenary meeting

Tuesday, 5 October 2044, 10 a.m. New York

President: Ms. Adeyemi . . . . . . . . . . (Nigeria)

The meeting was called to order at 10.05 a.m.

Agenda item 7

Lakes and rivers

Draft resolution (A/99/L.3)

The President: The Assembly has before it draft resolution A/99/L.3.

Mr. Van der Berg (Netherlands): I thank you, Madam President.

My delegation welcomes the report. My country supports the plan.

Ms. Silva Costa (Brazil) (spoke in Portuguese; English interpretation provided by the delegation): I \
have the honour to speak on behalf of the Group of 77 and China. We propose a second meeting.

Mr. Kim (Democratic People’s Republic of Korea): We regret the delay.

Mr. Kim (Republic of Korea) (spoke in French): We support the text.

Ms. Rossi (European Union): We welcome the text.

The Acting President: I now put the draft resolution to the vote.

A recorded vote was taken.

In favour:

Brazil, Côte d’Ivoire, Iran (Islamic Republic of), Netherlands

Against: None

Abstaining: Mali

Draft resolution A/99/L.3 was adopted by 4 votes to none, with 1 abstention (resolution 99/14).

Mr. Bah (Guinea), Vice-President, took the Chair.

The meeting was suspended at 1.10 p.m. and resumed at 3 p.m.

The Secretary-General (spoke in French): I thank the Assembly.

It was so decided.

The meeting rose at 6 p.m.

This record contains the text of speeches delivered in English. Corrections should be sent.
"""

SUMMARY = """United Nations

CCPR/C/SR.4000

International Covenant on Civil and Political Rights

Distr.: General

19 November 2044

Human Rights Committee

One hundred and ninth session

Summary record of the 4000th meeting

Held at the Palais Wilson, Geneva, on Friday, 30 October 2044, at 10 a.m.

Chairperson: Mr. Okoye

The meeting was called to order at 10.10 a.m.

1. The Chairperson invited the delegation of Ruritania to take a place at the table.

2. Ms. Dubois said that the report was late. She thanked the delegation.

3. Her delegation had asked for more time.

4. Mr. de la Cruz (Peru), speaking on behalf of the Group of African States, said that progress \
had been made.

5. Mr. Okoye took the Chair.

6. It was so decided.

The meeting rose at 1 p.m.
"""

LETTER = """United Nations

S/2044/370

Security Council

Distr.: General

10 May 2044

Original: English

Letter dated 5 May 2044 from the Permanent Representative of Ghana to the United Nations \
addressed to the President of the Security Council

On instructions from my Government, I have the honour to transmit herewith a letter from the \
Minister for Foreign Affairs of Ghana (see annex).

My Government welcomes the report of the Secretary-General. I regret the delay.

I should be grateful if you would have the present letter and its annex circulated as a document \
of the Security Council.

(Signed) Kofi Mensah
Ambassador
Permanent Representative

Annex to the letter dated 5 May 2044 from the Permanent Representative of Ghana to the United \
Nations addressed to the President of the Security Council

Letter dated 1 May 2044 from the Minister for Foreign Affairs of Ghana addressed to the \
Secretary-General

I request the Secretary-General to send a mission. We propose a meeting in Accra.

(Signed) Ama Boateng
Minister for Foreign Affairs
"""

NOTE_VERBALE = """United Nations

A/HRC/70/G/3

General Assembly

Distr.: General

12 June 2044

English
Original: French

Human Rights Council

Seventieth session

Agenda item 4

Human rights situations that require the Council's attention

Note verbale dated 2 June 2044 from the Permanent Mission of Mali to the United Nations Office \
at Geneva addressed to the Office of the United Nations High Commissioner for Human Rights

The Permanent Mission of Mali to the United Nations Office at Geneva presents its compliments to \
the Office of the United Nations High Commissioner for Human Rights and has the honour to \
transmit herewith the comments of the Government of Mali on the report.

The Permanent Mission requests the Office to circulate the present note verbale and its annex* \
as a document of the Human Rights Council.

Annex

Comments of the Government of Mali

1. The Government rejects the allegations.
"""

LETTERS = {
    "en": LETTER,
    "fr": """Nations Unies

S/2044/370

Conseil de sécurité

Distr. générale

10 mai 2044

Français
Original : anglais

Lettre datée du 5 mai 2044, adressée au Président du Conseil de sécurité par le Représentant \
permanent du Ghana auprès de l'Organisation des Nations Unies

D'ordre de mon gouvernement, j'ai l'honneur de vous faire tenir ci-joint une lettre.

Je vous serais reconnaissant de bien vouloir faire distribuer le texte de la présente lettre \
comme document du Conseil de sécurité.

(Signé) Kofi Mensah
""",
    "es": """Naciones Unidas

S/2044/370

Consejo de Seguridad

Distr. general

10 de mayo de 2044

Español
Original: inglés

Carta de fecha 5 de mayo de 2044 dirigida al Presidente del Consejo de Seguridad por el \
Representante Permanente de Ghana ante las Naciones Unidas

Siguiendo instrucciones de mi Gobierno, tengo el honor de transmitirle adjunta una carta.

(Firmado) Kofi Mensah
""",
    "ru": """Организация Объединенных Наций

S/2044/370

Совет Безопасности

Distr.: General

10 May 2044

Russian
Original: English

Письмо Постоянного представителя Ганы при Организации Объединенных Наций от 5 мая 2044 года на \
имя Председателя Совета Безопасности

По поручению моего правительства имею честь препроводить настоящим письмо.

(Подпись) Кофи Менса
""",
    "ar": """الأمم المتحدة

S/2044/370

مجلس الأمن

Distr.: General

10 May 2044

Arabic
Original: English

رسالة مؤرخة 5 أيار/مايو 2044 موجهة إلى رئيس مجلس الأمن من الممثل الدائم لغانا لدى الأمم المتحدة

بناء على تعليمات من حكومتي، أتشرف بأن أحيل طيه رسالة.

(توقيع) كوفي منسا
""",
    "zh": """联合国

S/2044/370

安全理事会

Distr.: General

10 May 2044

Chinese
Original: English

2044年5月5日加纳常驻联合国代表给安全理事会主席的信

奉我国政府指示，谨随函转递一封信。

科菲·门萨（签名）
""",
}

# The same meeting in five languages.
MEETINGS = {
    "fr": """Nations Unies

A/99/PV.12

Assemblée générale

Quatre-vingt-dix-neuvième session

12e séance plénière

Mardi 5 octobre 2044, à 15 heures

New York

Président : M. Adeyemi . . . . . . . . . . (Nigéria)

La séance est ouverte à 15 h 5.

Point 7 de l’ordre du jour

Lacs et rivières

Le Président (parle en espagnol) : L’Assemblée est saisie du projet de résolution A/99/L.3.

Mme Diallo (Mali) : Je remercie le Président.

M. Petrov (Fédération de Russie) (parle en russe) : Nous appuyons le texte.

Il est procédé à un vote enregistré.

Votent pour :

Mali, Pérou

Votent contre : Néant

S’abstiennent :

Chine

Par 2 voix contre zéro, avec une abstention, le projet de résolution A/99/L.3 est adopté \
(résolution 99/14).

La séance est levée à 18 heures.
""",
    "es": """Naciones Unidas

A/99/PV.12

Asamblea General

Nonagésimo noveno período de sesiones

12ª sesión plenaria

Martes 5 de octubre de 2044, a las 15.00 horas

Nueva York

Presidente: Sr. Adeyemi . . . . . . . . . . (Nigeria)

Se abre la sesión a las 15.05 horas.

Tema 7 del programa

Lagos y ríos

El Presidente (habla en español): La Asamblea tiene ante sí el proyecto de resolución A/99/L.3.

Sra. Diallo (Malí): Doy las gracias al Presidente.

Sr. Petrov (Federación de Rusia) (habla en ruso): Apoyamos el texto.

Se procede a votación registrada.

Votos a favor:

Malí, Perú

Votos en contra: Ninguno

Abstenciones:

China

Por 2 votos contra ninguno y 1 abstención, queda aprobado el proyecto de resolución A/99/L.3 \
(resolución 99/14).

Se levanta la sesión a las 18.00 horas.
""",
    "ru": """Организация Объединенных Наций

A/99/PV.12

Генеральная Ассамблея

Девяносто девятая сессия

12-е пленарное заседание

Вторник, 5 октября 2044 года, 15 ч. 00 м.

Нью-Йорк

Председатель: г-н Адейеми . . . . . . . . . . (Нигерия)

Заседание открывается в 15 ч. 05 м.

Пункт 7 повестки дня

Озера и реки

Председатель (говорит по-испански): На рассмотрении Ассамблеи находится проект резолюции A/99/L.3.

Г-жа Диалло (Мали): Я благодарю Председателя.

Г-н Петров (Российская Федерация): Мы поддерживаем текст.

Проводится заносимое в отчет о заседании голосование.

Голосовали за:

Мали, Перу

Голосовали против: Никто

Воздержались:

Китай

Проект резолюции A/99/L.3 принимается 2 голосами против 0 при 1 воздержавшемся (резолюция 99/14).

Заседание закрывается в 18 ч. 00 м.
""",
    "ar": """الأمم المتحدة

A/99/PV.12

الجمعية العامة

الدورة التاسعة والتسعون

الجلسة العامة 12

الثلاثاء 5 تشرين الأول/أكتوبر 2044، الساعة 15/00

نيويورك

الرئيس: السيد أديمي . . . . . . . . . . (نيجيريا)

افتتحت الجلسة الساعة 15/05.

البند 7 من جدول الأعمال

البحيرات والأنهار

الرئيس (تكلم بالإسبانية): معروض على الجمعية مشروع القرار A/99/L.3.

السيدة ديالو (مالي): أشكر الرئيس.

السيد بتروف (الاتحاد الروسي): نؤيد النص.

أجري تصويت مسجل.

المؤيدون:

مالي، بيرو

المعارضون: لا أحد

الممتنعون:

الصين

اعتمد مشروع القرار A/99/L.3 بأغلبية 2 صوتا مقابل 0 مع امتناع 1 عن التصويت (القرار 99/14).

رفعت الجلسة الساعة 18/00.
""",
    "zh": """联合国

A/99/PV.12

大会

第九十九届会议

第12次全体会议

2044年10月5日星期二下午3时举行

纽约

主席：阿德耶米先生 . . . . . . . . . . （尼日利亚）

下午3时05分开会。

议程项目7

湖泊与河流

主席（以西班牙语发言）：大会面前有决议草案A/99/L.3。

迪亚洛女士（马里）：我感谢主席。

彼得罗夫先生（俄罗斯联邦）：我们支持案文。

进行了记录表决。

赞成：

马里、秘鲁

反对：无

弃权：

中国

决议草案A/99/L.3以2票对0票、1票弃权获得通过（第99/14号决议）。

下午6时散会。
""",
}
