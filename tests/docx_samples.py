"""Word files of invented content: the parts of a package written by hand and zipped."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = {
    "numbering": "numbering.xml",
    "styles": "styles.xml",
    "footnotes": "footnotes.xml",
    "header": "header1.xml",
}

NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Head"/>
    <w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>"""

STYLES = """
<w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="SubHead"><w:basedOn w:val="Head"/></w:style>"""


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(
    content: str, *, list_id: int | None = None, level: int = 0, style: str = "", mark: str = ""
) -> str:
    """A paragraph; plain words become one run."""
    inner = content if content.startswith("<") else run(content)
    numbers = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        if list_id is not None
        else ""
    )
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{numbers}<w:rPr>{mark}</w:rPr></w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...], grid: bool = False) -> str:
    """A table of paragraphs, with lines between its rows where *grid*."""
    borders = (
        '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
        if grid
        else ""
    )
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{borders}{body}</w:tbl>"


def docx(
    body: str,
    *,
    numbering: str = NUMBERING,
    styles: str = STYLES,
    footnotes: str = "",
    header: str = "",
) -> bytes:
    """A whole file; *footnotes* and *header* are the insides of their parts."""
    section = (
        f'<w:sectPr xmlns:r="{R}"><w:headerReference w:type="first" r:id="header"/><w:titlePg/>'
        "</w:sectPr>"
        if header
        else ""
    )
    parts = {
        "word/document.xml": ("document", f"<w:body>{body}{section}</w:body>"),
        "word/numbering.xml": ("numbering", numbering),
        "word/styles.xml": ("styles", styles),
        "word/footnotes.xml": ("footnotes", footnotes),
        "word/header1.xml": ("hdr", header),
    }
    relations = "".join(
        f'<Relationship Id="{key}" Type="{R}/{key}" Target="{target}"/>'
        for key, target in _RELATED.items()
    )
    kinds = "".join(
        f'<Override PartName="/word/{target}" ContentType="{WORD_PART}.{key}+xml"/>'
        for key, target in {"document.main": "document.xml", **_RELATED}.items()
    )
    first = f'<Relationship Id="top" Type="{R}/officeDocument" Target="word/document.xml"/>'
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{kinds}</Types>",
        )
        for path, inner in (
            ("_rels/.rels", first),
            ("word/_rels/document.xml.rels", relations),
        ):
            archive.writestr(
                path,
                f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>',
            )
        for path, (root, inner) in parts.items():
            archive.writestr(path, f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>')
    return made.getvalue()
