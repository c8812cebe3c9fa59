"""Archives are streamed in memory; no name, size or nesting in them does harm."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from docx_samples import docx, paragraph
from ungraph.errors import DocumentError, LimitError
from ungraph.readers.archives import is_archive, iter_members
from ungraph.readers.limits import Limits

FILES = {"a/one.txt": b"1. Requests", "two.txt": b"2. Decides"}


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


@pytest.mark.parametrize(
    "data",
    [zipped(FILES), tarred(FILES), tarred(FILES, "w:gz"), tarred(FILES, "w:bz2"), tarred(FILES, "w:xz")],
    ids=["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"],
)  # fmt: skip
def test_every_kind_gives_its_files_in_order(data: bytes) -> None:
    assert [(m.name, m.data, m.error) for m in iter_members(data)] == [
        (name, content, None) for name, content in FILES.items()
    ]


def test_a_path_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(FILES))
    assert [m.name for m in iter_members(path)] == list(FILES)


def test_a_compressed_file_is_one_member() -> None:
    (member,) = iter_members(gzip.compress(b"1. Requests"), name="A_RES_1.txt.gz")
    assert (member.name, member.data) == ("A_RES_1.txt", b"1. Requests")


def test_names_cannot_lead_out(tmp_path: Path) -> None:
    data = zipped({"../../etc/x": b"a", "/root/y": b"b", "C:\\z": b"c"})
    assert [m.name for m in iter_members(data)] == ["etc/x", "root/y", "z"]
    assert not list(tmp_path.iterdir())


def test_links_and_devices_are_left_out() -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        device = tarfile.TarInfo("device")
        device.type = tarfile.CHRTYPE
        archive.addfile(device)
    assert list(iter_members(made.getvalue())) == []


def test_archives_inside_are_opened_and_word_files_are_not() -> None:
    word = docx(paragraph("Pools"))
    data = zipped({"inner.tar.gz": tarred(FILES, "w:gz"), "b.docx": word})
    assert [m.name for m in iter_members(data)] == [
        "inner.tar.gz/a/one.txt", "inner.tar.gz/two.txt", "b.docx",
    ]  # fmt: skip
    assert is_archive(data)
    assert not is_archive(word)


def test_an_archive_of_word_files_is_no_word_file() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.docx", docx(paragraph("Pools")))
    assert is_archive(made.getvalue())
    assert [m.name for m in iter_members(made.getvalue())] == ["a.docx"]


def test_too_deep_a_nesting_is_that_members_error() -> None:
    data = b"x"
    for depth in range(6):
        data = zipped({f"{depth}.zip" if depth else "x.txt": data})
    (member,) = iter_members(data)
    assert member.error is not None
    assert "nested" in str(member.error)


def test_a_bomb_ends_at_the_limit() -> None:
    data = zipped({f"{i}.txt": bytes(1_000_000) for i in range(20)})
    assert len(data) < 100_000
    with pytest.raises(LimitError, match="max_expanded_bytes"):
        list(iter_members(data, limits=Limits(max_expanded_bytes=5_000_000)))


def test_too_large_a_file_has_its_error_and_the_others_follow() -> None:
    data = zipped({"big.txt": bytes(3_000_000), "small.txt": b"ok"})
    big, small = iter_members(data, limits=Limits(max_bytes=1_000_000))
    assert "max_bytes" in str(big.error)
    assert (small.data, small.error) == (b"ok", None)


def test_too_many_files_name_the_limit() -> None:
    with pytest.raises(LimitError, match="max_members"):
        list(iter_members(zipped(FILES), limits=Limits(max_members=1)))


def test_a_damaged_file_has_its_error_and_the_others_follow() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5000 + bytes(range(256)), "b.txt": b"ok"}))
    data[40:60] = bytes(20)
    first, second = iter_members(bytes(data))
    assert first.error is not None
    assert second.data == b"ok"


@pytest.mark.parametrize(
    "data",
    [b"", b"no archive", zipped(FILES)[:50], b"\x1f\x8b\x08junk"],
    ids=["empty", "words", "cut-zip", "broken-gzip"],  # a zip holds the time of its making
)
def test_what_is_no_archive_is_an_error(data: bytes) -> None:
    with pytest.raises(DocumentError):
        list(iter_members(data, name="x"))
