"""Documents in, a graph out; what cannot be read is told and stops nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from pyoxigraph import parse

from ungraph.writers.formats import load_formats

LETTER = """Distr.
GENERAL
A/HRC/{number}/7
3 May 2008

Original: ENGLISH

HUMAN RIGHTS COUNCIL
Ninth session

Note by the Secretariat

1. The Council invited the Government of Peru to a meeting on 4 June 2008.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine small documents in two folders."""
    place = tmp_path / "documents"
    (place / "more").mkdir(parents=True)
    for number in range(1, 10):
        name = f"more/{number}.txt" if number > 5 else f"{number}.txt"
        (place / name).write_text(LETTER.format(number=number))
    return place


def test_the_note_becomes_a_graph(shell, note_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "note.nq"
    ran = shell("build", note_path, "-o", target)
    assert ran.code == 0, ran.err
    assert ran.err.startswith("1 document, ")
    assert ", 0 violations, " in ran.err
    lines = target.read_bytes().splitlines()
    work = b"<https://w3id.org/ungraph/id/doc/A/HRC/4/60"
    own = [line for line in lines if b"/id/graph/authority>" not in line or line.startswith(work)]
    assert own == sorted(set(own))
    assert lines[: len(own)] == own
    assert lines[len(own) :] == sorted(set(lines) - set(own))


@pytest.mark.parametrize("name", list(load_formats()))
def test_a_build_writes_every_format(shell, note_path: Path, tmp_path: Path, name: str) -> None:
    form = load_formats()[name]
    target = tmp_path / "out"
    ran = shell("build", note_path, "-f", name, "-o", target, "--no-validate")
    assert ran.code == 0
    assert len(list(parse(target.read_bytes(), format=form.parsed_as))) > 100


def test_standard_input_is_a_document(note_path: Path, capfdbinary, monkeypatch) -> None:
    from ungraph.cli.app import run

    with note_path.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert run(["build", "-", "--no-validate"]) == 0
    assert b"a ung:DocumentVersion" in capfdbinary.readouterr().out


def test_any_number_of_jobs_gives_the_same_bytes(shell, folder: Path, tmp_path: Path) -> None:
    outputs = []
    for jobs in (1, 2, 3):
        target = tmp_path / f"{jobs}.nq"
        assert shell("build", folder, "-o", target, "--jobs", jobs).code == 0
        outputs.append(target.read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]
    assert outputs[0].count(b"<https://w3id.org/ungraph/ns#hasVersion>") == 9


def test_a_broken_document_stops_no_other(shell, folder: Path, tmp_path: Path) -> None:
    (folder / "4.txt").write_bytes(b"")
    target = tmp_path / "out.nq"
    ran = shell("build", folder, "-o", target)
    assert ran.code == 1
    assert ran.err.startswith("8 documents, ")
    assert "1 failed" in ran.err.splitlines()[0]
    assert ran.err.splitlines()[-1].startswith("  failed: 4.txt: ")
    assert target.read_bytes().count(b"<https://w3id.org/ungraph/ns#hasVersion>") == 8


def test_two_files_of_one_document_are_told(shell, folder: Path, tmp_path: Path) -> None:
    (folder / "again.txt").write_text(LETTER.format(number=1) + "\n2. More.\n")
    (folder / "copy.txt").write_text(LETTER.format(number=2))
    ran = shell("build", folder, "-o", tmp_path / "out.nq")
    assert ran.code == 1
    assert "failed: again.txt: has the same symbol and language as 1.txt" in ran.err
    assert "the same file twice, taken once: copy.txt" in ran.err


def test_a_symbol_is_for_one_document(shell, folder: Path) -> None:
    ran = shell("build", folder, "--symbol", "A/1")
    assert ran.code == 2
    assert "--symbol is for a single document" in ran.err


def test_the_base_of_all_names_can_be_changed(shell, note_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.nq"
    shell("build", note_path, "-o", target, "--base", "https://example.org/", "--no-validate")
    assert "<https://example.org/id/graph/A/HRC/4/60/en/advance>" in target.read_text()


def test_less_evidence_makes_a_smaller_graph(shell, note_path: Path, tmp_path: Path) -> None:
    sizes = []
    for level in ("full", "compact", "none"):
        target = tmp_path / level
        options = ("-o", target, "-f", "nquads", "--evidence", level)
        assert shell("build", note_path, *options).code == 0
        sizes.append(target.stat().st_size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[2]


BAD_INPUT = {
    "empty": (b"", "it holds no characters"),
    "blank": (b" \n\n\t\n", ""),
    "random": (bytes(range(256)) * 8, ""),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "cannot read image/png"),
    "wrong-encoding": ("1. Étude de la question.\n".encode("utf-16-le")[1:], ""),
    "endless-line": (b"word " * 500_000, "line too long"),
}


@pytest.mark.parametrize("name", list(BAD_INPUT))
def test_what_is_no_document_is_refused(shell, tmp_path: Path, name: str) -> None:
    data, reason = BAD_INPUT[name]
    source, target = tmp_path / f"{name}.txt", tmp_path / "out.ttl"
    source.write_bytes(data)
    ran = shell("build", source, "-o", target)
    assert ran.code == 3
    assert ran.out == ""
    assert ran.err.startswith("ungraph: ")
    assert ran.err.count("\n") == 1
    assert f"{name}.txt" in ran.err
    assert reason in ran.err
    assert not target.exists()


def test_a_document_without_a_title_page_is_built(shell, tmp_path: Path) -> None:
    source = tmp_path / "words.txt"
    source.write_text("1. The Council invited the Government of Peru to a meeting.\n")
    ran = shell("build", source, "-f", "nquads")
    assert ran.code == 0, ran.err
    assert "id/doc/sha256/" in ran.out


def test_a_language_that_is_not_read_is_told(shell, tmp_path: Path) -> None:
    source = tmp_path / "words.txt"
    source.write_text(LETTER.format(number=1))
    ran = shell("build", source, "--language", "tlh")
    assert ran.code == 2
    assert "'tlh' is not one of 'ar', 'en', 'es', 'fr', 'ru', 'zh'" in ran.err


@pytest.mark.parametrize("place", ["nowhere.txt", "nowhere/"])
def test_a_missing_place_is_told(shell, tmp_path: Path, place: str) -> None:
    ran = shell("build", tmp_path / place, "-o", tmp_path / "out.nq")
    assert ran.code == 3
    assert "no such file or folder in" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_documents_is_told(shell, tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text("{}")
    ran = shell("build", tmp_path)
    assert ran.code == 3
    assert "no documents found in" in ran.err
    assert "the 1 files there hold none" in ran.err


def test_an_unreadable_file_is_told(shell, folder: Path, tmp_path: Path) -> None:
    locked = folder / "3.txt"
    locked.unlink()
    os.mkfifo(locked)  # neither file nor folder: what is found there is not a document
    assert stat.S_ISFIFO(locked.stat().st_mode)
    dangling = folder / "away.txt"
    dangling.symlink_to(folder / "gone")
    ran = shell("build", folder, "-o", tmp_path / "out.nq")
    assert ran.code == 0
    assert ran.err.startswith("8 documents, ")


def test_a_full_disk_leaves_nothing(shell, folder: Path, tmp_path: Path) -> None:
    """The limit on the size of files stands in for a full disk: the same error of the system."""
    import resource
    import signal

    target = tmp_path / "out.nq"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        ran = shell("build", folder, "-o", target, "--jobs", 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert ran.code == 4
    assert f"could not write in {target}: File too large" in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == [folder]
