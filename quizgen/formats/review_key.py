"""The sealed key of a review sheet: JSON whose answers nobody reads by accident, and that knows its own sheet.

Sealed means compressed and in base64: it keeps an honest reader blind, and is no protection from any other.
"""

import base64
import binascii
import hashlib
import json
import zlib

from quizgen.domain.banks.reading import read_item
from quizgen.domain.banks.writing import item_document
from quizgen.domain.document import Document, Fields
from quizgen.domain.errors import BadInput, Problem
from quizgen.domain.items.item import Item
from quizgen.domain.reviewing.sheet import Question, Sheet
from quizgen.formats.review_csv import given_cells

FORMAT = "quizgen-review-key/1"
MOST_BYTES = 5_000_000
_MOST_UNSEALED = 50_000_000
_ADVICE = "Keep this file from the readers. quizgen review-sheet BANK --score THIS-FILE FILLED.csv reads it."


def key_json(sheet: Sheet) -> str:
    """Return the key of a sheet as JSON: title and digest of the sheet, and the questions with their keys, sealed."""
    questions = [_question_document(question) for question in sheet.questions]
    packed = zlib.compress(json.dumps(questions, ensure_ascii=False).encode(), 9)
    document = {
        "format": FORMAT,
        "bank": sheet.title,
        "questions": len(questions),
        "sheet_sha256": sheet_digest(sheet),
        "advice": _ADVICE,
        "sealed": base64.b64encode(packed).decode(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def sheet_digest(sheet: Sheet) -> str:
    """Return the SHA-256, in hex, of what the sheet shows, whatever a spreadsheet does to quoting and line ends."""
    cells = "\x1e".join("\x1f".join(given_cells(question)) for question in sheet.questions)
    return hashlib.sha256(cells.encode()).hexdigest()


def read_key(data: bytes, *, name: str) -> Sheet:
    """Return the sheet that a key belongs to. Raises BadInput when it is no key, or not as it was written."""
    try:
        document = json.loads(data) if len(data) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadInput(f"{name} is not the key of a review sheet; it is the file that ends in .key.json.")
    problems: list[Problem] = []
    fields = Fields(document, "", problems)
    title = fields.text("bank", longest=300)
    children = [Fields(raw, f"questions[{place}]", problems) for place, raw in enumerate(_unsealed(document, name))]
    taken: set[str] = set()
    sheet = Sheet(title, tuple(filter(None, (_question(child, taken) for child in children))))
    if problems or sheet_digest(sheet) != document.get("sheet_sha256"):
        raise BadInput(_damaged(name))
    return sheet


def _unsealed(document: dict[str, object], name: str) -> list[object]:
    try:
        packed = base64.b64decode(str(document.get("sealed")), validate=True)
        opened = zlib.decompressobj()
        text = opened.decompress(packed, _MOST_UNSEALED)
        questions = json.loads(text) if opened.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        questions = None
    if not isinstance(questions, list):
        raise BadInput(_damaged(name))
    return questions


def _damaged(name: str) -> str:
    return f"{name} is damaged: what it says does not fit its own digest. Use the file as it was written."


def _question_document(question: Question) -> Document:
    document: Document = {"name": question.name, "place": question.place, "item": item_document(question.item)}
    return document if question.planted is None else {**document, "planted": item_document(question.planted)}


def _question(fields: Fields, taken: set[str]) -> Question | None:
    name, place = fields.text("name"), fields.text("place")
    item = _item(fields.child("item"), taken)
    planted = _item(fields.child("planted"), taken) if fields.has("planted") else None
    fields.finish()
    return Question(name, place, item, planted) if item else None


def _item(fields: Fields, taken: set[str]) -> Item | None:
    item = read_item(fields, taken)
    for message in item.problems() if item else ():
        fields.complain("", message)
    return item
