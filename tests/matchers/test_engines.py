"""RE2, Hyperscan and the standard ``re`` find the same: in invented words, in real documents."""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from ungraph.matchers.citations import match_citations
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.readers.akn import read_akn
from ungraph.readers.plain import read_plain

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
ENGINES = ("re", *(["hyperscan"] if find_spec("hyperscan") else []))
SHARE = 100  # of so many documents, one
MOST = 12
TEXTS = {
    "ar": "إذ تشير إلى قراريها 60/251 المؤرخ 15 آذار/مارس 2006 و 71/1، الفقرة 4 (أ)",
    "en": "Recalling resolutions 60/251 of 15 March 2006, 217 A (III) and S-27/2, para. 4 (c),",
    "es": "Recordando las resoluciones 60/251, de 15 de marzo de 2006, y 71/1, párrafo 4 c)",
    "fr": "Rappelant ses résolutions 60/251 du 15 mars 2006 et 71/1 A, paragraphe 4 c),",
    "ru": "ссылаясь на свои резолюции 60/251 от 15 марта 2006 года и 71/1, пункт 4 c),",
    "zh": "回顾其2006年3月15日第60/251号决议,第2款(b)项和第2条(b)(c)、第5(a)段㈡,",
}


def iter_akn(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Files of *archive*, one of SHARE, chosen by a hash of the name; at most MOST."""
    taken = 0
    with tarfile.open(archive, "r|xz") as packed:
        for member in packed:
            digest = hashlib.sha256(Path(member.name).name.encode()).digest()
            chosen = int.from_bytes(digest[:4], "big") % SHARE == 0
            if not (chosen and member.isfile() and member.name.endswith(".xml")):
                continue
            stream = packed.extractfile(member)
            assert stream is not None
            yield member.name, stream.read()
            taken += 1
            if taken == MOST:
                return


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_words_give_the_same_mentions(language: str, engine: str) -> None:
    document = read_plain(TEXTS[language].encode(), name="x.txt", language=language)
    expected = match_citations(document)
    assert len(expected) > 1
    assert match_citations(document, engine=engine) == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_an_item_after_a_chinese_unit_belongs_to_it(engine: str) -> None:
    text = "第2款(b)项"
    assert load_vocabulary("zh", engine).scanner.spans(text) == [(0, len(text))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_real_documents_give_the_same_spans(shared: Path, language: str) -> None:
    archive = shared / "corpus" / f"akn4un-dev-{language}.tar.xz"
    if not archive.is_file():
        pytest.skip("needs the archives of marked-up documents")
    read = 0
    for name, data in iter_akn(archive):
        text = read_akn(data, name=name).view.text
        expected = load_vocabulary(language).scanner.spans(text)
        for engine in ENGINES:
            assert load_vocabulary(language, engine).scanner.spans(text) == expected, name
        read += 1
    assert read >= 5
