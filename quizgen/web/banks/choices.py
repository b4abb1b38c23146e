"""The form for a draft that waits for its teacher: what to use of the texts, and what to make of them."""

from collections.abc import Iterable, Sequence

from wtforms import FieldList, HiddenField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.item import Basis
from quizgen.domain.items.kinds import KINDS
from quizgen.domain.passages.passage import Passage
from quizgen.generation.options import EASIEST, HARDEST, Options
from quizgen.services.draft_texts import MOST_TEXTS
from quizgen.services.drafting import Job, JobText, TextChoice
from quizgen.services.wording import LONGEST_TITLE
from quizgen.web.banks.forms import BringForm
from quizgen.web.banks.sections import anything_left, left_out, sections_of
from quizgen.web.banks.wording import BASIS_WORDS, in_order, kind_words
from quizgen.web.fields import BoxesField, WholeField, between, refused

MOST_ITEMS, LARGEST_SEED = 10_000, 2**63 - 1
MOST_WORDS, LONGEST_WORD = 200, 80
NO_TEXT = "Tick at least one text."
NO_SECTION = "Nothing would be left of the text. Tick at least one section."
NO_KIND = "Tick at least one kind."
NO_BASIS = "Tick at least one."
SHARES_SUM = "The three shares must make 100 together; now they make {sum}."
HARDER_FIRST = "The easier one comes first."
TOO_MANY_WORDS = f"At most {MOST_WORDS} words or names, each of up to {LONGEST_WORD} characters."
LEVEL_WORDS = {1: "1, the easiest", 2: "2", 3: "3", 4: "4", 5: "5, the hardest"}
LEVELS = [SelectChoice(level, LEVEL_WORDS[level]) for level in range(EASIEST, HARDEST + 1)]
_TITLE = [DataRequired("Give it a title."), Length(max=LONGEST_TITLE, message="Use at most %(max)d characters.")]
_SHARE = [InputRequired("Type a percentage."), between(0, 100, "From 0 to 100.")]


class ChoicesForm(BringForm):
    """Everything that a teacher can choose before the bank is made; more texts can come in by it too.

    ``known`` is how many texts the page showed: what came later is used as a whole.
    """

    known = HiddenField(default="0")
    title = StringField("Title of the bank", _TITLE)
    titles = FieldList(StringField("Title of this text", _TITLE), max_entries=MOST_TEXTS)
    used = BoxesField("Texts", coerce=int)
    back = BoxesField("Left out")
    sections = BoxesField("Sections")
    kinds = BoxesField("Kinds of question", choices=[SelectChoice(kind, kind_words(kind)) for kind in in_order(KINDS)])
    count = WholeField("How many questions", [between(1, MOST_ITEMS, f"Choose from 1 to {MOST_ITEMS:,}.")])
    true = WholeField("True", _SHARE)
    false = WholeField("False", _SHARE)
    unverified = WholeField("Unverified", _SHARE)
    easiest = SelectField("From", coerce=int, choices=LEVELS)
    hardest = SelectField("To", coerce=int, choices=LEVELS)
    bases = BoxesField("What settles a question", choices=[SelectChoice(basis, BASIS_WORDS[basis]) for basis in Basis])
    never_gaps = TextAreaField("Words never to ask for in a gap")
    seed = WholeField(
        "Number of the draw",
        [InputRequired("Type a number, such as 1."), between(0, LARGEST_SEED, "Choose a number from 0 on.")],
    )

    def show(self, job: Job) -> None:
        """Fill the form with what the draft holds."""
        options = job.options
        self.title.data, self.known.data = job.title, "0"
        self.used.data, self.back.data, self.sections.data = [], [], []
        for place, text in enumerate(job.texts, start=1):
            self.back.data.extend(f"{place}-{piece}" for piece in text.put_back)
        self._take_new(job.texts)
        self.used.data = [place for place, text in enumerate(job.texts, start=1) if text.used]
        self.sections.data = [heading for heading in self.sections.data if heading not in options.left_out]
        self.kinds.data, self.bases.data = list(options.kinds), [basis.value for basis in options.bases]
        self.count.data, self.seed.data = options.count, options.seed
        for verdict, field in self.shares():
            field.data = options.shares[verdict]
        self.easiest.data, self.hardest.data = options.easiest, options.hardest
        self.never_gaps.data = ", ".join(options.never_gaps)

    def offer(self, texts: Sequence[JobText]) -> None:
        """Give the choices that the texts leave, and tick what the page did not show yet."""
        self._take_new(texts)
        while len(self.titles) > len(texts):
            self.titles.pop_entry()
        pieces = [f"{place}-{piece}" for place, text in _numbered(texts) for piece in range(len(text.read.left_out))]
        reasons = [f"{place}-{left.reason}" for place, text in _numbered(texts) for left in text.read.left_out]
        self.used.choices = [SelectChoice(place, text.title) for place, text in _numbered(texts)]
        self.back.choices = [SelectChoice(name, name) for name in dict.fromkeys([*pieces, *reasons])]
        self.sections.choices = [SelectChoice(heading, heading) for heading in _headings(texts)]

    def shares(self) -> list[tuple[Verdict, WholeField]]:
        """Return the fields of the three shares."""
        return [(Verdict.TRUE, self.true), (Verdict.FALSE, self.false), (Verdict.UNVERIFIED, self.unverified)]

    def text_choices(self, texts: Sequence[JobText]) -> tuple[TextChoice, ...]:
        """Return what is chosen of each text."""
        used, back = set(self.used.data or ()), set(self.back.data or ())
        # A text that stands alone has no row for its title.
        titles = [str(entry.data or "") for entry in self.titles]
        return tuple(
            TextChoice(
                title=titles[place - 1] if len(texts) > 1 else text.title,
                used=len(texts) == 1 or place in used,
                put_back=tuple(_put_back(place, text, back)),
            )
            for place, text in _numbered(texts)
        )

    def options(self, texts: Sequence[JobText]) -> Options:
        """Return what a valid form asks for."""
        return Options(
            seed=self.seed.data,
            kinds=tuple(kind for kind in KINDS if kind in self.kinds.data),
            bases=tuple(basis for basis in Basis if basis.value in self.bases.data),
            count=self.count.data,
            shares={verdict: field.data for verdict, field in self.shares()},
            easiest=self.easiest.data,
            hardest=self.hardest.data,
            left_out=self._sections_left_out(texts),
            never_gaps=self._words(),
        )

    def is_sound(self, texts: Sequence[JobText]) -> bool:
        """Tell whether all of it can be meant, with a sentence beside each field that cannot."""
        sound = bool(self.validate())
        shares = [field.data for _, field in self.shares()]
        if not any(field.errors for _, field in self.shares()) and sum(shares) != 100:
            sound = refused(self.unverified, SHARES_SUM.format(sum=sum(shares)))
        for field, wrong, sentence in (
            (self.kinds, not self.kinds.data, NO_KIND),
            (self.bases, not self.bases.data, NO_BASIS),
            (self.hardest, (self.easiest.data or EASIEST) > (self.hardest.data or HARDEST), HARDER_FIRST),
            (self.never_gaps, self._has_too_many_words(), TOO_MANY_WORDS),
        ):
            if wrong and not field.errors:
                sound = refused(field, sentence)
        return self._uses_something(texts) and sound

    def _uses_something(self, texts: Sequence[JobText]) -> bool:
        used = [text for text, choice in zip(texts, self.text_choices(texts), strict=True) if choice.used]
        if not used:
            return refused(self.used, NO_TEXT)
        if not anything_left(_passages(used), self._sections_left_out(texts)):
            return refused(self.sections, NO_SECTION)
        return True

    def _sections_left_out(self, texts: Sequence[JobText]) -> tuple[str, ...]:
        ticked = set(self.sections.data or ())
        return left_out(_passages(texts), [heading for heading in _headings(texts) if heading not in ticked])

    def _words(self) -> tuple[str, ...]:
        typed = (self.never_gaps.data or "").replace("\n", ",").replace(";", ",").split(",")
        return tuple(dict.fromkeys(" ".join(word.split()) for word in typed if word.strip()))

    def _has_too_many_words(self) -> bool:
        words = self._words()
        return len(words) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in words)

    def _take_new(self, texts: Sequence[JobText]) -> None:
        """Use the texts that the page did not show yet, with all of their sections."""
        known = int(self.known.data) if str(self.known.data or "").isdecimal() else 0
        before = set(_headings(texts[:known]))
        while len(self.titles) < len(texts):
            self.titles.append_entry(texts[len(self.titles)].title)
        new = [place for place, _ in _numbered(texts) if place > known]
        self.used.data = [*(self.used.data or ()), *new]
        headings = [heading for heading in _headings(texts[known:]) if heading not in before]
        self.sections.data = [*(self.sections.data or ()), *headings]
        self.known.data = str(len(texts))


def _numbered(texts: Sequence[JobText]) -> Iterable[tuple[int, JobText]]:
    return enumerate(texts, start=1)


def _passages(texts: Sequence[JobText]) -> list[Passage]:
    return [Passage("", text.title, text.read.text) for text in texts]


def _headings(texts: Sequence[JobText]) -> list[str]:
    return [section.heading for section in sections_of(_passages(texts))]


def _put_back(place: int, text: JobText, ticked: set[str]) -> Iterable[int]:
    """Yield the pieces that were ticked by themselves or with all of their reason."""
    for piece, left in enumerate(text.read.left_out):
        if f"{place}-{piece}" in ticked or f"{place}-{left.reason}" in ticked:
            yield piece
