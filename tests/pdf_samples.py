"""Small PDF files of invented content, written by hand: words at places, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

Word = tuple[float, float, float, str]
WIDTH, HEIGHT = 612, 792


def pdf(pages: Sequence[Sequence[Word]]) -> bytes:
    """A PDF of letter size; each word is (left, baseline, size, text) in points."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for words in pages:
        stream = b"\n".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, left, base, _escaped(text))
            for left, base, size, text in words
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def scanned(data: bytes) -> bytes:
    """The pages of the PDF *data* as pictures, without any text, as from a scanner."""
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    with pypdfium2.PdfDocument(data) as source:
        for page in source:
            picture = pypdfium2.PdfImage.new(made)
            picture.set_bitmap(page.render(scale=200 / 72))
            width, height = page.get_size()
            picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
            blank = made.new_page(width, height)
            blank.insert_obj(picture)
            blank.gen_content()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _escaped(text: str) -> bytes:
    return (
        text.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )


def column(
    lines: Sequence[str], *, left: float, top: float, size: float = 10, leading: float = 12
) -> list[Word]:
    """Lines one below the other."""
    return [(left, top - i * leading, size, line) for i, line in enumerate(lines)]


FIRST_PAGE: list[Word] = [
    (123, 735, 14, "United Nations"),
    (485, 735, 14, "A/RES/86/900"),
    (123, 707, 20, "General Assembly"),
    (397, 707, 10, "Distr.: General"),
    (397, 695, 10, "19 December 2031"),
    (65, 45, 10, "31-99999 (E) 221231"),
    (65, 32, 10, "*3199999*"),
    *column(["Eighty-sixth session", "Agenda item 18 (b)", "Tide pools and their keepers"],
            left=60, top=570),
    *column(["Resolution adopted by the General Assembly on 5 December 2031"],
            left=123, top=500, size=14),
    (123, 459, 10, "[on the report of the Second Committee (A/86/461, para. 31)]"),
    (79, 435, 12, "86/900. Keeping tide pools"),
    (147, 397, 10, "The General Assembly,"),
    (147, 379, 10, "Recalling its resolution 85/71 of 4 December 2030 on the keeping of pools along"),
    (123, 367, 10, "the coasts and of the animals in them, as well as its earlier resolutions on the tides,"),
    (123, 355, 10, "in which it asked for reports on the pools"),
    (310, 358, 6, "1"),
    (318, 355, 10, "and on those who keep them in good order,"),
    (147, 337, 10, "1. Requests the Secretary-General to count the pools of every coast and to re-"),
    (123, 325, 10, "port to the General Assembly at its next session on what he found there and on who"),
    (99, 80, 8, "__________________"),
    (117, 72, 5.5, "1"),
    (123, 69, 8.5, "A/85/33 and A/85/34."),
]  # fmt: skip

SECOND_PAGE: list[Word] = [
    (60, 735, 8.5, "A/RES/86/900"),
    (450, 735, 8.5, "Keeping tide pools"),
    (60, 38, 8.5, "2/2"),
    (500, 38, 8.5, "31-99999"),
    *column(
        [
            "keeps them, and encourages every keeper to report to the Secretary-General by day and",
            "by night;",
        ],
        left=123,
        top=711,
    ),
    (147, 681, 10, "2. Decides to look into the pools again at its eighty-seventh session."),
    (397, 650, 10, "49th plenary meeting"),
    (413, 638, 10, "5 December 2031"),
]
RESOLUTION = (FIRST_PAGE, SECOND_PAGE)

# Left box, right box, and the imprint at the foot, as printed until the 1990s.
OLD_RECORD = (
    [
        (54, 728, 10, "United Nations"),
        (54, 706, 20, "GENERAL"),
        (54, 684, 20, "ASSEMBLY"),
        (54, 669, 9, "FORTY-SIXTH SESSION"),
        (54, 644, 10, "Official Records"),
        (529, 724, 16, "49th"),
        (400, 706, 16, "PLENARY MEETING"),
        (430, 687, 10, "Monday, 2 December 1991"),
        (510, 672, 10, "at 3 p.m."),
        (490, 642, 13, "NEW YORK"),
        (74, 610, 10, "The meeting was called to order at 3.20 p.m."),
        *column([f"left line {i} of the speech on tide pools, which goes on" for i in range(12)],
                left=54, top=580),
        *column([f"right line {i} of the speech on keepers, which ends" for i in range(12)],
                left=315, top=580),
        *column([f"next paragraph, line {i}" for i in range(2)], left=335, top=430),
        (76, 118, 8, "Corrections should be sent to the Chief of the Section."),
        (436, 126, 10, "Distr. GENERAL"),
        (436, 102, 10, "A/46/PV.49"),
        (436, 90, 10, "19 December 1991"),
        (436, 66, 10, "ENGLISH"),
    ],
)  # fmt: skip

RECORD = (
    [
        (123, 735, 14, "United Nations"),
        (485, 735, 10, "A/86/PV.49"),
        *column([f"left line {i} of the speech on tide pools, which goes on" for i in range(12)],
                left=60, top=600),
        *column([f"right line {i} of the speech on keepers, which ends" for i in range(12)],
                left=312, top=600),
    ],
)  # fmt: skip
