"""Is it English? The share of the commonest words tells, and often tells which other language it is."""

import re
import unicodedata
from collections import Counter

_COMMON = {
    "English": "the of and to in a is that for it as was with be by on not are this or an from but at which have "
    "had they their its he she his her you we were been there more when who will can one all would into about than",
    "German": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus",
    "French": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ses",
    "Spanish": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha fue",
    "Italian": "di e il la che in un a per è una sono del con non da dei le si nel alla della più come anche gli ha ma",
    "Portuguese": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das à seu",
    "Dutch": "de van het een en in is dat op te zijn met voor niet aan er om ook als bij door maar uit werd naar dan",
    "Swedish": "och i att det som en på är av för med till den har de inte om ett var från men sig så kan vi",
    "Polish": "i w na z się do nie że jest o jak to po za od przez ale dla przy są tym tego co lub ich",
}
_STOP = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_ENOUGH = 0.2


def other_language(text: str) -> str | None:
    """Return None for English, else the language or script it looks like, or "another language"."""
    letters = [char for char in text[:200_000] if char.isalpha()]
    foreign = [char for char in letters if char > "\u024f"]
    if len(foreign) > 0.3 * max(len(letters), 1):
        scripts = Counter(unicodedata.name(char, "another").split()[0] for char in foreign[:2000])
        name = scripts.most_common(1)[0][0].capitalize()
        return {"Cjk": "Chinese", "Hangul": "Korean", "Hiragana": "Japanese"}.get(name, f"{name} script")
    words = re.findall(r"[^\W\d_]+", text[:200_000].lower())
    if len(words) < 12:
        return None
    shares = {language: sum(word in stop for word in words) / len(words) for language, stop in _STOP.items()}
    best = max(shares, key=lambda language: shares[language])
    if best == "English" and shares["English"] >= _ENOUGH:
        return None
    if shares["English"] >= _ENOUGH and shares["English"] > 0.8 * shares[best]:
        return None
    return best if best != "English" and shares[best] >= _ENOUGH else "another language"
