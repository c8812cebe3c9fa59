"""Pinpoints of all six languages have one normal form."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations

FORMS = {
    "en": (
        ("paragraph 5 (a) (ii) of resolution 61/9", "para. 5 (a) (ii)"),
        ("paras. 5, 7 and 9-12 of resolution 61/9", "paras. 5, 7 and 9-12"),
        ("subparagraph (b) of paragraph 3 of resolution 61/9", "para. 3 (b)"),
        ("resolution 61/9, fifth preambular paragraph", "preamb. para. 5"),
        ("part II, paragraph 3, of resolution 61/9", "part II, para. 3"),
        ("paragraph 5 (a) (ii) and (iii) of resolution 61/9", "paras. 5 (a) (ii) and 5 (a) (iii)"),
        (
            "Article 2, paragraphs 1 to 4, and Article 51 of the Charter",
            "art. 2, paras. 1-4; art. 51",
        ),
        ("article 17 and article 19 of the Charter", "arts. 17 and 19"),
        ("the third and fourth preambular paragraphs of resolution 61/9", "preamb. paras. 3 and 4"),
        ("section IV.B, paragraph 2, of resolution 61/9", "sect. IV.B, para. 2"),
        ("sections I and III of resolution 61/9", "sects. I and III"),
        ("resolution 61/9, annex, sect. II, para. 4", "annex, sect. II, para. 4"),
        ("annex II to resolution 61/9", "annex II"),
        ("footnote 5 of resolution 61/9", "note 5"),
        ("paragraph 2 bis of resolution 61/9", "para. 2 bis"),
        (
            "articles 17, paragraph 1, and 23, paragraph 1, of the Charter",
            "art. 17, para. 1; art. 23, para. 1",
        ),
        ("articles 17, paragraph 1, and 23 of the Charter", "art. 17, para. 1; art. 23"),
        (
            "articles 9, paragraphs 1 and 5, and 16 of the Charter",
            "art. 9, paras. 1 and 5; art. 16",
        ),
        ("articles 9, paragraphs 1, 5 and 16, of the Charter", "art. 9, paras. 1 and 5; art. 16"),
        ("article 9, paragraphs 1, 5 and 16, of the Charter", "art. 9, paras. 1, 5 and 16"),
        (
            "articles 7, 9 and 14, paragraphs 1, 3 and 6, of the Charter",
            "arts. 7 and 9; art. 14, paras. 1, 3 and 6",
        ),
        (
            "articles 2, paragraph 3, 6 and 14, paragraphs 1 and 5, of the Charter",
            "art. 2, para. 3; art. 6; art. 14, paras. 1 and 5",
        ),
        (
            "articles 7; 10, paragraph 1; and 14, paragraph 3 (b), of the Charter",
            "art. 7; art. 10, para. 1; art. 14, para. 3 (b)",
        ),
        (
            "paragraph 1 of article 14 and paragraph 2 of article 26 of the Charter",
            "art. 14, para. 1; art. 26, para. 2",
        ),
        ("paragraph 3 of articles 14 and 26 of the Charter", "arts. 14 and 26, para. 3"),
        (
            "articles 17 (para. 1) and 2 (para. 3) of the Charter",
            "art. 17, para. 1; art. 2, para. 3",
        ),
        ("resolution 61/9, note 5", "note 5"),
        ("resolution 61/9, para. 5 and annex", "para. 5; annex"),
        ("resolution 61/9, in particular paragraphs 3 and 4 thereof", "paras. 3 and 4"),
        ("resolution 61/9 and the annex thereto", "annex"),
        (
            "resolution 61/9 on fairs, in particular paragraphs 1 to 3 of the annex thereto",
            "annex, paras. 1-3",
        ),
        ("resolution 61/9 of 3 May 2006, in the annex to which States were listed", "annex"),
        ("Article 73 e of the Charter", "art. 73 (e)"),
        ("A/61/9, part one, chap. III, sect. D, para. 5", "part I, chap. III, sect. D, para. 5"),
        (
            "the third, fourth and ninth preambular paragraphs of resolution 61/9",
            "preamb. paras. 3, 4 and 9",
        ),
        ("paragraph 9 of the preamble of resolution 61/9", "preamb. para. 9"),
        ("the ninth paragraph of the preamble to resolution 61/9", "preamb. para. 9"),
        ("paragraphs 7 and 8 of the report of the Board of 3 May 2007 (A/61/9)", "paras. 7 and 8"),
    ),
    "fr": (
        ("le paragraphe 5 a) ii) de la résolution 61/9", "para. 5 (a) (ii)"),
        ("par. 5, 7 et 9 à 12 de la résolution 61/9", "paras. 5, 7 and 9-12"),
        ("l’alinéa b) du paragraphe 3 de la résolution 61/9", "para. 3 (b)"),
        ("le cinquième alinéa du préambule de la résolution 61/9", "preamb. para. 5"),
        ("résolution 61/9, annexe, sect. II, par. 4", "annex, sect. II, para. 4"),
        (
            "les paragraphes 3 et 4 de la section II de la résolution 61/9",
            "sect. II, paras. 3 and 4",
        ),
        ("note de bas de page 5 de la résolution 61/9", "note 5"),
        ("la note 5 de la résolution 61/9", "note 5"),
        ("la résolution 61/9, notamment son paragraphe 4", "para. 4"),
        ("la résolution 61/9, par. 5 et annexe", "para. 5; annex"),
        ("la résolution 61/9 et son annexe", "annex"),
        ("la résolution 61/9 du 3 mai 2006 et l’annexe de celle-ci", "annex"),
        ("au Chapitre VI de la Charte, et à l’Article 33 de celle-ci", "chap. VI; art. 33"),
        ("l’Article 73 e de la Charte", "art. 73 (e)"),
        ("A/61/9, première partie, chap. III", "part I, chap. III"),
        ("résolution 61/9, annexe, art. 24, par. 1", "annex, art. 24, para. 1"),
        ("les articles 9 (par. 1 et 5) et 16 de la Charte", "art. 9, paras. 1 and 5; art. 16"),
        ("les articles 9, paragraphe 1, et 16 de la Charte", "art. 9, para. 1; art. 16"),
        (
            "les articles 9, paragraphes 1 et 5, et 16 de la Charte",
            "art. 9, paras. 1 and 5; art. 16",
        ),
        ("le paragraphe 9 du préambule de la résolution 61/9", "preamb. para. 9"),
    ),
    "es": (
        ("el párrafo 5 a) ii) de la resolución 61/9", "para. 5 (a) (ii)"),
        ("A/61/9, primera parte, cap. III", "part I, chap. III"),
        ("párrs. 5, 7 y 9 a 12 de la resolución 61/9", "paras. 5, 7 and 9-12"),
        ("el apartado b) del párrafo 3 de la resolución 61/9", "para. 3 (b)"),
        ("el quinto párrafo del preámbulo de la resolución 61/9", "preamb. para. 5"),
        ("resolución 61/9, anexo, secc. II, párr. 4", "annex, sect. II, para. 4"),
        ("los párrafos 33 a 37 de la resolución 61/9", "paras. 33-37"),
        ("el párrafo noveno del preámbulo de la resolución 61/9", "preamb. para. 9"),
        (
            "los párrafos noveno y décimo del preámbulo de la resolución 61/9",
            "preamb. paras. 9 and 10",
        ),
        ("resolución 61/9, nota 5", "note 5"),
        ("la resolución 61/9, en cuyo anexo se enumeran", "annex"),
        ("la resolución 61/9, en particular su párrafo 4", "para. 4"),
        ("resolución 61/9, párr. 5 y anexo", "para. 5; annex"),
        ("los artículos 9, párrafo 1, y 16 de la Carta", "art. 9, para. 1; art. 16"),
        ("los artículos 9, párrafos 1 y 5, y 16 de la Carta", "art. 9, paras. 1 and 5; art. 16"),
    ),
    "ru": (
        ("пункт 5(a)(ii) резолюции 61/9", "para. 5 (a) (ii)"),
        ("пункты 5, 7 и 9–12 резолюции 61/9", "paras. 5, 7 and 9-12"),
        ("подпункт b) пункта 3 резолюции 61/9", "para. 3 (b)"),
        ("пятый пункт преамбулы резолюции 61/9", "preamb. para. 5"),
        ("третий и четвертый пункты преамбулы резолюции 61/9", "preamb. paras. 3 and 4"),
        ("раздел II.В резолюции 61/9", "sect. II.B"),
        ("сноска 5 резолюции 61/9", "note 5"),
        ("резолюция 61/9, примечание 5", "note 5"),
        ("резолюция 61/9, разд. А", "sect. A"),
        ("A/61/9, часть первая, гл. III", "part I, chap. III"),
        ("резолюция 61/9, в частности ее пункт 4", "para. 4"),
        ("резолюция 61/9, пункт 5 и приложение", "para. 5; annex"),
        ("статьи 9, пункт 1, и 16 Устава", "art. 9, para. 1; art. 16"),
        ("статей 9, пункты 1 и 5, и 16 Устава", "art. 9, paras. 1 and 5; art. 16"),
        ("пункт 1 статьи 9 и статья 16 Устава", "art. 9, para. 1; art. 16"),
        ("подпункты a) и b) пункта 3 резолюции 61/9", "paras. 3 (a) and 3 (b)"),
        ("резолюция 61/9, приложение, разд. II, п. 4", "annex, sect. II, para. 4"),
    ),
    "ar": (
        ("الفقرة 5 (أ) من القرار 61/9", "para. 5 (a)"),
        ("الفقرات من 5 إلى 9 من القرار 61/9", "paras. 5-9"),
        ("الحاشية 5 من القرار 61/9", "note 5"),
        ("القرار 61/9، وبخاصة الفقرة 4 منه", "para. 4"),
        ("القرار 61/9، المرفقان الأول والثاني", "annexes I and II"),
        ("القرار 61/9، الفصل الثالث، الفرع دال، الفقرة 5", "chap. III, sect. D, para. 5"),
        ("القرار 61/9، المرفق الثاني، الفرع الثالث - ألف", "annex II, sect. III.A"),
        ("القرار 61/9، الفقرة 5 والمرفق", "para. 5; annex"),
        ("الفقرتان الثالثة والرابعة من ديباجة القرار 61/9", "preamb. paras. 3 and 4"),
        ("المادتان 9، الفقرتان 1 و 5، و 16 من الميثاق", "art. 9, paras. 1 and 5; art. 16"),
        ("المادة 9 (الفقرتان 1 و 5) والمادة 16 من الميثاق", "art. 9, paras. 1 and 5; art. 16"),
        ("الفقرة الفرعية (ب) من الفقرة 3 من القرار 61/9", "para. 3 (b)"),
        ("الفقرات 5 و 7 و 9 إلى 12 من القرار 61/9", "paras. 5, 7 and 9-12"),
        ("الفقرة الخامسة من ديباجة القرار 61/9", "preamb. para. 5"),
        ("الجزء الرابع من القرار 61/9", "sect. IV"),
        ("المرفق الثاني للقرار 61/9", "annex II"),
        ("القرار 61/9، المرفق، الفرع الثاني، الفقرة 4", "annex, sect. II, para. 4"),
    ),
    "zh": (
        ("第61/9号决议第5段(a)㈡", "para. 5 (a) (ii)"),
        ("第61/9号决议第5、7和9至12段", "paras. 5, 7 and 9-12"),
        ("第61/9号决议第3(b)段", "para. 3 (b)"),
        ("第61/9号决议第2(a)和(b)段", "paras. 2 (a) and 2 (b)"),
        ("第61/9号决议第二部分第3段", "part II, para. 3"),
        ("第61/9号决议附件第二节第5段", "annex, sect. II, para. 5"),
        ("第61/9号决议脚注5", "note 5"),
        ("第61/9号决议，注5", "note 5"),
        ("第61/9号决议，第五章，A节", "chap. V, sect. A"),
        ("第61/9号决议，特别是其第4段", "para. 4"),
        ("第61/9号决议，第5段和附件", "para. 5; annex"),
        ("《联合国宪章》第九条第一款和第五款及第十六条", "art. 9, paras. 1 and 5; art. 16"),
        ("《联合国宪章》第9条第1、5款和第16条", "art. 9, paras. 1 and 5; art. 16"),
        ("第61/9号决议序言第9段", "preamb. para. 9"),
        ("见A/61/9号文件第5段", "para. 5"),
        ("第61/9号决议执行部分第5至第7段", "paras. 5-7"),
        ("第61/9号决议序言部分第五段", "preamb. para. 5"),
        ("第61/9号决议附件二", "annex II"),
        ("《联合国宪章》第七条和第九条", "arts. 7 and 9"),
    ),
}
ROWS = [(language, *row) for language, rows in FORMS.items() for row in rows]


@pytest.mark.parametrize(("language", "text", "pinpoint"), ROWS)
def test_a_pinpoint_has_its_normal_form(language: str, text: str, pinpoint: str) -> None:
    document = make_document(text, language=language)
    links = link_citations(document, match_citations(document))
    assert [str(getattr(link.mention.value, "pinpoint", None)) for link in links] == [pinpoint]


@pytest.mark.parametrize("engine", ["re2", "re"])
@pytest.mark.parametrize(("language", "text", "pinpoint"), ROWS)
def test_both_engines_read_it_alike(language: str, text: str, pinpoint: str, engine: str) -> None:
    document = make_document(text, language=language)
    assert match_citations(document, engine=engine) == match_citations(document)
    assert pinpoint


@pytest.mark.parametrize(
    ("text", "pinpoints"),
    [
        ("resolution 61/9 and paragraph 5 of resolution 61/7", ["None", "para. 5"]),
        ("resolution 61/9 and annex II to resolution 61/7", ["None", "annex II"]),
        ("resolution 61/9, and in particular its annex", ["annex"]),
        ("the Committee noted 5 cases after resolution 61/9", ["None"]),
        (
            "the Covenant on Fish, article 5 (e); and (f) the Charter of the United Nations",
            ["None"],
        ),
        ("see A/61/9, pp. 68 and 75", ["None"]),
        ("see A/61/9, paragraph 5 of the annex", ["annex, para. 5"]),
        ("see A/61/9, paragraph 5 of resolution 61/7", ["None", "para. 5"]),
        ("Article 5 of the Charter, Article 7 of resolution 61/7", ["art. 5", "art. 7"]),
        ("see S/RES/2363 (2017), pp. 9", ["preamb. para. 9"]),
    ],
)
def test_a_part_that_something_else_owns_is_not_of_the_document_before(
    text: str, pinpoints: list[str]
) -> None:
    document = make_document(text)
    links = link_citations(document, match_citations(document))
    assert [str(getattr(link.mention.value, "pinpoint", None)) for link in links] == pinpoints
