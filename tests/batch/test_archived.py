"""Archives of a corpus: each document inside is one of the corpus, and nothing is read in vain."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from ungraph.batch import archived
from ungraph.batch.corpus import Corpus, Watcher
from ungraph.batch.outcome import Outcome
from ungraph.pipeline import BuildOptions
from ungraph.readers.limits import Limits
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.writers.nquads import write_nquads

LETTER = """Distr.
GENERAL
A/HRC/{number}/7
3 May 2008

Original: ENGLISH

HUMAN RIGHTS COUNCIL
Ninth session

Note by the Secretariat

1. In resolution {number}/3 the Council invited the Government of {state} to a meeting.
"""
STATES = ("Peru", "France", "Japan", "Kenya", "Chad", "Fiji")


def letter(number: int, state: str) -> bytes:
    return LETTER.format(number=number, state=state).encode()


def pack(path: Path, members: dict[str, bytes]) -> None:
    """Write an archive, compressed as its name says."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in members.items():
                made.writestr(name, data)
        return
    with tarfile.open(path, f"w:{path.suffix[1:]}") as packed:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))


@pytest.fixture
def letters() -> dict[str, bytes]:
    return {f"in/{n:02d}.txt": letter(n, state) for n, state in enumerate(STATES, start=1)}


@pytest.fixture(params=["library.tar.xz", "library.zip"])
def library(request: pytest.FixtureRequest, tmp_path: Path, letters: dict[str, bytes]) -> Path:
    """An archive of six letters and a table, which is no document."""
    place = tmp_path / "documents"
    place.mkdir()
    path = place / str(request.param)
    pack(path, {**letters, "data.json": b"{}"})
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path / "corpus", BuildOptions(engine="auto"), jobs=2)


def quads(corpus: Corpus) -> bytes:
    with OxigraphStore(corpus.store_folder, read_only=True) as store:
        return write_nquads(store.view().iter_quads())


def names(tasks: list[object]) -> list[str]:
    return [task.source.name.partition("/in/")[2] for task in tasks]  # type: ignore[attr-defined]


def test_an_archive_gives_the_store_that_its_files_give(
    corpus: Corpus, library: Path, letters: dict[str, bytes], tmp_path: Path
) -> None:
    plan, tally = corpus.build([library])
    assert names(plan.new) == [Path(name).name for name in letters]
    assert (tally.documents, tally.failures) == (6, [])
    (tmp_path / "in").mkdir()
    for name, data in letters.items():
        (tmp_path / name).write_bytes(data)
    unpacked = Corpus(tmp_path / "unpacked", corpus.options)
    unpacked.build([tmp_path / "in"])
    assert quads(corpus) == quads(unpacked)


def test_an_archive_in_a_folder_stands_among_its_files(corpus: Corpus, library: Path) -> None:
    (library.parent / "a.txt").write_bytes(letter(9, "Mali"))
    plan, tally = corpus.build([library.parent])
    assert [task.source.name for task in plan.tasks][:2] == ["a.txt", f"{library.name}/in/01.txt"]
    assert (tally.documents, plan.left_out) == (7, [])
    assert sorted(path.name for path in library.parent.iterdir()) == ["a.txt", library.name]


def test_an_unchanged_archive_is_not_opened(
    corpus: Corpus, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, first = corpus.build([library])
    os.utime(library, (1, 1))  # another date, the same bytes
    monkeypatch.setattr(archived, "iter_documents", None)
    for _ in range(2):
        plan, again = corpus.build([library])
        assert (plan.tasks, plan.unchanged, plan.gone, again) == ([], 6, [], first)


def test_of_a_changed_archive_only_what_changed_is_built(
    corpus: Corpus, library: Path, letters: dict[str, bytes], tmp_path: Path
) -> None:
    corpus.build([library])
    del letters["in/02.txt"]
    letters["in/05.txt"] = letter(5, "Iceland")
    letters["in/07.txt"] = letter(7, "Nepal")
    pack(library, letters)
    plan, tally = corpus.build([library])
    assert (names(plan.new), names(plan.changed)) == (["07.txt"], ["05.txt"])
    assert [name.partition("/in/")[2] for _, name in plan.gone] == ["02.txt"]
    assert (plan.unchanged, tally.documents) == (4, 6)
    fresh = Corpus(tmp_path / "fresh", corpus.options)
    fresh.build([library])
    assert quads(corpus) == quads(fresh)


def test_other_options_open_the_archive_again(corpus: Corpus, library: Path) -> None:
    corpus.build([library])
    other = Corpus(corpus.folder, BuildOptions(engine="auto", evidence="none"), jobs=2)
    plan, _ = other.build([library])
    assert len(plan.changed) == 6


def test_an_archive_that_is_gone_takes_its_documents_along(corpus: Corpus, library: Path) -> None:
    corpus.build([library.parent])
    library.unlink()
    (library.parent / "a.txt").write_bytes(letter(9, "Mali"))
    plan, tally = corpus.build([library.parent])
    assert (len(plan.gone), tally.documents) == (6, 1)
    pack(library, {"in/01.txt": letter(1, "Peru")})
    assert corpus.build([library.parent])[1].documents == 2


class Stopped(Exception):
    """The build is killed."""


class Killer(Watcher):
    """Ends the build when so many documents were built."""

    def __init__(self, after: int) -> None:
        self.left = after

    def built(self, outcome: Outcome) -> None:
        self.left -= 1
        if not self.left:
            raise Stopped


def test_a_killed_build_goes_on_where_it_was(corpus: Corpus, library: Path, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        corpus.build([library], watcher=Killer(4))
    plan, tally = corpus.build([library])
    assert (len(plan.new), plan.unchanged, tally.documents) == (2, 4, 6)
    fresh = Corpus(tmp_path / "fresh", corpus.options)
    fresh.build([library])
    assert quads(corpus) == quads(fresh)


def test_a_broken_file_is_listed_and_tried_again_alone(
    corpus: Corpus, library: Path, letters: dict[str, bytes]
) -> None:
    pack(library, {**letters, "in/03.txt": b""})
    _, tally = corpus.build([library])
    ((name, reason),) = tally.failures
    assert name.endswith(f"{library.name}/in/03.txt")
    assert "it holds no characters" in reason
    plan, tally = corpus.build([library])
    assert (plan.tasks, len(tally.failures)) == ([], 1)
    plan, _ = corpus.build([library], retry_failed=True)
    assert (names(plan.retried), plan.unchanged) == (["03.txt"], 5)


def test_a_file_over_the_limit_is_listed_with_the_limit(library: Path, tmp_path: Path) -> None:
    pack(library, {"in/1.txt": letter(1, "Peru"), "in/2.txt": letter(2, "France") * 9})
    limited = Corpus(tmp_path / "c", BuildOptions(limits=Limits(max_bytes=1000)), jobs=1)
    _, tally = limited.build([library])
    assert tally.documents == 1
    ((name, reason),) = tally.failures
    assert name.endswith("/in/2.txt")
    assert "Raise it with --limit max_bytes=" in reason
    raised = Corpus(tmp_path / "c", BuildOptions(), jobs=1)
    _, tally = raised.build([library])
    assert tally.failures == []


def test_an_archive_that_unpacks_to_too_much_is_listed_after_what_it_gave(
    library: Path, tmp_path: Path
) -> None:
    pack(library, {"in/1.txt": letter(1, "Peru"), "in/2.txt": b" " * 10_000_000})
    limited = Corpus(
        tmp_path / "c", BuildOptions(limits=Limits(max_expanded_bytes=1_000_000)), jobs=1
    )
    _, tally = limited.build([library])
    assert tally.documents == 1
    ((name, reason),) = tally.failures
    assert name == str(library)
    assert "--limit max_expanded_bytes=" in reason


def test_an_archive_cut_short_is_listed_and_keeps_what_could_be_read(
    corpus: Corpus, library: Path
) -> None:
    whole = library.read_bytes()
    library.write_bytes(whole[: len(whole) // 2])
    _, tally = corpus.build([library])
    assert tally.failures[-1][0] == str(library)
    assert "broken archive" in tally.failures[-1][1]
    library.write_bytes(whole)
    _, tally = corpus.build([library])
    assert (tally.documents, tally.failures) == (6, [])


def test_two_files_of_one_name_are_both_kept(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "twice.tar.gz"
    with tarfile.open(path, "w:gz") as packed:
        for number in (1, 2):
            data = letter(number, STATES[number])
            member = tarfile.TarInfo("a.txt")
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
    plan, tally = corpus.build([path])
    assert [task.source.name for task in plan.new] == [f"{path}/a.txt", f"{path}/a.txt (2)"]
    assert tally.documents == 2
    assert corpus.build([path])[0].tasks == []


def test_an_archive_that_changes_meanwhile_is_told(
    corpus: Corpus, library: Path, letters: dict[str, bytes]
) -> None:
    class Changer(Watcher):
        def planned(self, plan: object) -> None:
            pack(library, {**letters, "in/02.txt": letter(2, "Togo")})

    _, tally = corpus.build([library], watcher=Changer())
    assert [reason for _, reason in tally.failures] == [
        "the archive was changed while it was read; run the same command again"
    ]
    plan, tally = corpus.build([library])
    assert (names(plan.changed), tally.failures) == (["02.txt"], [])


def test_a_damaged_file_of_a_zip_fails_alone(
    corpus: Corpus, tmp_path: Path, letters: dict[str, bytes]
) -> None:
    path = tmp_path / "library.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        for name, data in letters.items():
            made.writestr(name, data)
    path.write_bytes(path.read_bytes().replace(b"Kenya", b"Kanya", 1))
    _, tally = corpus.build([path])
    ((name, reason),) = tally.failures
    assert (name, tally.documents) == (f"{path}/in/04.txt", 5)
    assert "Bad CRC-32" in reason
    plan, _ = corpus.build([path])
    assert plan.tasks == []
    plan, _ = corpus.build([path], retry_failed=True)
    assert names(plan.retried) == ["04.txt"]
