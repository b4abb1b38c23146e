"""Closed lists of words, written as a person reads them."""


def words(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set."""
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    """Return ``one:other two:other`` as a mapping, in the order of the text."""
    return dict(pair.split(":") for pair in text.split())


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
WORD_OF_NUMBER = {value: word for word, value in NUMBER_WORDS.items()}
MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
