"""A bank and its stored document: passages are named by SHA-256, their texts are kept once."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.reading import read_bank
from quizgen.domain.banks.writing import bank_document
from quizgen.domain.document import Document


def stored_document(bank: Bank) -> Document:
    """Return the bank document without the texts of its passages."""
    passages = [
        {"id": passage.id, "title": passage.title, "sha256": passage.sha256}
        | ({"source": passage.source} if passage.source else {})
        for passage in bank.passages
    ]
    return {**bank_document(bank), "passages": passages}


def stored_bank(document: Document, texts: Mapping[str, str]) -> Bank:
    """Return the bank of a stored document; ``texts`` has every passage by SHA-256. Raises BadBank."""
    stored = _passages(document)
    complete = [
        {"id": entry["id"], "title": entry["title"], "sha256": entry["sha256"], "text": texts[str(entry["sha256"])]}
        for entry in stored
    ]
    bank = read_bank({**document, "passages": complete}, texts.__getitem__)
    sources = [entry.get("source") for entry in stored]
    passages = (
        replace(passage, source=str(source)) if source else passage
        for passage, source in zip(bank.passages, sources, strict=True)
    )
    return replace(bank, passages=tuple(passages))


def passage_names(document: Document) -> tuple[str, ...]:
    """Return the SHA-256 of each passage of a stored document, once."""
    return tuple(dict.fromkeys(str(entry["sha256"]) for entry in _passages(document)))


def document_name(document: Document) -> str:
    """Return the SHA-256 of a stored document: equal for banks that say the same, whatever their row."""
    text = json.dumps(document, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _passages(document: Document) -> list[Document]:
    entries = document["passages"]
    if not isinstance(entries, list):
        raise TypeError("a stored bank lists its passages")
    return entries
