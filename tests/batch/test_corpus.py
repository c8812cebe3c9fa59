"""A corpus folder: only what changed is built, and a kill at any moment loses nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from ungraph.batch import plan as plan_module
from ungraph.batch.corpus import Corpus
from ungraph.errors import DocumentError, StoreError
from ungraph.pipeline import BuildOptions
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.writers.nquads import write_nquads

KILLS = 50
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
STATES = ("Peru", "France", "Japan", "Kenya", "Chad", "Fiji", "Oman", "Cuba", "Mali", "Togo")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten small documents, each about another State."""
    place = tmp_path / "documents"
    place.mkdir()
    for number, state in enumerate(STATES, start=1):
        (place / f"{number:02d}.txt").write_text(LETTER.format(number=number, state=state))
    return place


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path / "corpus", BuildOptions(engine="auto"), jobs=2)


def contents(corpus: Corpus) -> tuple[dict[str, bytes], bytes]:
    """All parts by name, and all quads of the store as sorted lines."""
    parts = {path.name: path.read_bytes() for path in corpus.parts.folder.glob("*/*")}
    with OxigraphStore(corpus.store_folder, read_only=True) as store:
        return parts, write_nquads(store.view().iter_quads())


def rebuilt(folder: Path, beside: Path) -> tuple[dict[str, bytes], bytes]:
    """What a fresh build of the same documents gives."""
    fresh = Corpus(beside, BuildOptions(engine="auto"), jobs=2)
    fresh.build([folder])
    return contents(fresh)


def test_the_store_holds_what_the_parts_say(corpus: Corpus, folder: Path) -> None:
    plan, tally = corpus.build([folder])
    assert (len(plan.new), tally.documents, tally.failures) == (10, 10, [])
    parts, quads = contents(corpus)
    assert len(parts) == 20
    assert set(quads.splitlines()) == set(b"".join(parts.values()).splitlines())
    assert b"".join(sorted(b"".join(corpus.iter_parts()).splitlines(keepends=True))) == quads
    assert tally.statements == quads.count(b"\n")


def test_nothing_changed_is_nothing_done(corpus: Corpus, folder: Path) -> None:
    _, first = corpus.build([folder])
    before = contents(corpus)
    os.utime(folder / "01.txt", (1, 1))  # another date, the same bytes
    plan, again = corpus.build([folder])
    assert (plan.tasks, plan.unchanged, plan.gone) == ([], 10, [])
    assert again == first
    assert contents(corpus) == before


def test_one_change_builds_one_document(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    corpus.build([folder])
    (folder / "03.txt").write_text(LETTER.format(number=3, state="Iceland"))
    plan, _ = corpus.build([folder])
    assert [task.source.name for task in plan.tasks] == ["03.txt"]
    assert contents(corpus) == rebuilt(folder, tmp_path / "fresh")
    assert b"state-jpn" not in contents(corpus)[1], "what only the old document said is gone"


def test_documents_come_and_go(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    corpus.build([folder])
    (folder / "05.txt").unlink()
    (folder / "11.txt").write_text(LETTER.format(number=11, state="Nepal"))
    plan, tally = corpus.build([folder])
    assert ([t.source.name for t in plan.new], [n for _, n in plan.gone]) == (
        ["11.txt"],
        ["05.txt"],
    )
    assert tally.documents == 10
    assert contents(corpus) == rebuilt(folder, tmp_path / "fresh")


def test_another_folder_is_added_beside(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    corpus.build([folder])
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(LETTER.format(number=99, state="Nepal"))
    plan, tally = corpus.build([other])
    assert (len(plan.new), plan.gone, tally.documents) == (1, [], 11)
    with pytest.raises(DocumentError, match="no such file or folder"):
        corpus.build([tmp_path / "nowhere"])


def test_another_program_builds_anew(
    corpus: Corpus, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.build([folder])
    monkeypatch.setattr(
        plan_module, "part_key", lambda name, digest, _: f"ff{digest[:30]}{name[:2]}"
    )
    plan, tally = corpus.build([folder])
    assert (len(plan.changed), tally.documents) == (10, 10)
    assert {name[:2] for name in contents(corpus)[0]} == {"ff"}


def test_a_broken_document_is_listed_and_can_be_tried_again(corpus: Corpus, folder: Path) -> None:
    (folder / "04.txt").write_bytes(b"")
    _, tally = corpus.build([folder])
    assert [name for name, _ in tally.failures] == ["04.txt"]
    plan, tally = corpus.build([folder])
    assert (plan.tasks, len(tally.failures)) == ([], 1)
    plan, _ = corpus.build([folder], retry_failed=True)
    assert [task.source.name for task in plan.retried] == ["04.txt"]


def test_two_files_of_one_document_give_the_first(
    corpus: Corpus, folder: Path, tmp_path: Path
) -> None:
    (folder / "zz.txt").write_text(LETTER.format(number=1, state="Nepal"))
    _, tally = corpus.build([folder])
    assert [name for name, _ in tally.failures] == ["zz.txt"]
    assert b"state-npl" not in contents(corpus)[1].replace(b"", b"")
    (folder / "01.txt").unlink()
    _, tally = corpus.build([folder])
    assert tally.failures == []
    assert contents(corpus) == rebuilt(folder, tmp_path / "fresh")


def test_one_build_at_a_time(corpus: Corpus, folder: Path) -> None:
    corpus.folder.mkdir()
    hold = "import sys; from pathlib import Path; from ungraph.batch.ledger import Ledger\n"
    hold += "with Ledger(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", hold, str(corpus.folder)]
    holder = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(StoreError, match="another ungraph is at work"):
        corpus.build([folder])
    holder.communicate(timeout=20)
    assert corpus.build([folder])[1].documents == 10


@pytest.mark.slow
def test_killed_at_any_moment_the_next_run_ends_the_same(
    corpus: Corpus, folder: Path, tmp_path: Path
) -> None:
    words = [sys.executable, "-m", "ungraph", "build", str(folder), "--store", str(corpus.folder)]
    began = time.monotonic()
    subprocess.run([*words, "-q"], check=True)
    seconds = time.monotonic() - began
    chance = random.Random(20)
    for kill in range(KILLS):
        for name in ("02.txt", "09.txt") if kill % 2 else sorted(p.name for p in folder.iterdir()):
            os.utime(folder / name)
            with (folder / name).open("a") as stream:
                stream.write(f"\n{kill + 2}. Another paragraph.\n")
        command = subprocess.Popen([*words, "-q"], start_new_session=True)
        time.sleep(chance.uniform(0.1, seconds))
        (os.killpg if kill % 3 else os.kill)(command.pid, signal.SIGKILL)
        command.wait()
    for number, state in enumerate(STATES, start=1):
        (folder / f"{number:02d}.txt").write_text(LETTER.format(number=number, state=state))
    assert subprocess.run([*words, "-q"], check=False).returncode == 0
    fresh = Corpus(tmp_path / "fresh", corpus.options)
    assert subprocess.run([*words[:-1], str(fresh.folder), "-q"], check=False).returncode == 0
    assert contents(corpus) == contents(fresh)


def test_links_to_the_outside_survive_a_store_that_is_filled_anew(
    folder: Path, corpus: Corpus
) -> None:
    corpus.build([folder])
    link = ox.Quad(
        ox.NamedNode("https://w3id.org/ungraph/id/agent/state-per"),
        ox.NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch"),
        ox.NamedNode("http://example.org/peru"),
        ox.NamedNode("https://w3id.org/ungraph/id/graph/links"),
    )
    store = ox.Store(str(corpus.store_folder))
    store.add(link)
    store.flush()
    del store
    for path in folder.glob("*.txt"):
        path.write_text(path.read_text().replace("invited", "requested"))
    corpus.build([folder])
    with OxigraphStore(corpus.store_folder, read_only=True) as kept:
        quads = set(kept.view().iter_quads())
    assert link in quads
    assert not [quad for quad in quads if '"invited"' in str(quad)]


def test_parts_of_a_run_that_was_killed_are_cleared_even_when_nothing_is_to_do(
    folder: Path, corpus: Corpus
) -> None:
    corpus.build([folder])
    before = contents(corpus)
    corpus.parts.write("ab" * 20, b"<a> <b> <c> <d> .\n", b"")  # written, never noted: killed
    (corpus.folder / "unclean").touch()
    plan, _ = corpus.build([folder])
    assert plan.tasks == []
    assert contents(corpus) == before
    assert not (corpus.folder / "unclean").exists()
