"""Word files written by hand: the parts that a reader needs, and no more."""

import zipfile
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}


def paragraph(text: str, style: str = "", inside: str = "") -> str:
    """Return a paragraph; ``inside`` is what else stands in it."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{inside}</w:p>'


def listed(text: str) -> str:
    """Return an entry of a list."""
    mark = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of these cells."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(*body: str, parts: dict[str, str | bytes] | None = None, main: str = f"{_TYPE}.document.main+xml") -> bytes:
    """Return a Word file with this body; ``parts`` are further parts, or others in place of those made here."""
    kinds = {"styles": "styles", "footnotes": "footnotes", "comments": "comments", "numbering": "numbering"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    relations = "".join(f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in kinds)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_W}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_W}/>",
        "word/comments.xml": f"<w:comments {_W}/>",
    }
    return packed(made | (parts or {}))


def notes(kind: str, text: str) -> str:
    """Return the part with the one footnote or comment of a file, whose id is 1."""
    return f'<w:{kind}s {_W}><w:{kind} w:id="1" w:initials="HA">{paragraph(text)}</w:{kind}></w:{kind}s>'


def running(text: str) -> str:
    """Return the part with a running head."""
    return f"<w:hdr {_W}>{paragraph(text)}</w:hdr>"


def packed(members: dict[str, str | bytes]) -> bytes:
    """Return a packed file of these members."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return data.getvalue()
