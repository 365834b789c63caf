"""French words for feelings, by family, without accents; adjectives agree by their ending."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

WORDS = {
    "anger": "fache|en colere|furieux|furieuse|enrage|choque|colere|en maudit|en crisse|rage|fachant|revolte",
    "frustration": "frustre|tanne|exaspere|frustrant|agace|ecoeure|irrite|frustration|contrarie",
    "fear": "peur|effraye|terrifie|apeure|epeurant|terrifiant|effrayant|panique|paniquant|terrorise",
    "worry": "inquiet|inquiete|inquiets|stresse|anxieux|anxieuse|nerveux|nerveuse|inquietude|inquietant|preoccupe|stressant|angoisse|angoissant|tendu|tracasse",
    "sadness": "triste|decourage|malheureux|malheureuse|deprime|tristesse|peine|decu|abattu|decourageant|bas",
    "grief": "en deuil|deuil|perdre quelqu'un|s'ennuyer d'elle",
    "shame": "honteux|honteuse|honte|gene|embarrasse|mal a l'aise|genant",
    "guilt": "coupable|culpabilite|responsable",
    "loneliness": "seul|isole|solitude|abandonne|tout seul|toute seule",
    "exhaustion": "epuise|fatigue|brule|vide|epuisant|a terre|creve|au bout du rouleau|magane|epuisement|fatigant",
    "hopelessness": "desespere|desespoir|sans espoir|sans issue",
    "helplessness": "impuissant|impuissante|pogne|coince|pris au piege|impuissance|demuni",
    "confusion": "perdu|confus|confuse|melange|dans le noir|dans le brouillard|dans le neant",
    "overwhelm": "depasse|deborde|submerge|a bout|lourd|lourde|au bout|dur|difficile|eprouvant|penible|beaucoup|rough|tough|trop",
    "hurt": "blesse|blessant|peine",
    "betrayal": "trahi|trahie|trompe|trahison|dupe",
    "humiliation": "humilie|rabaisse|humiliant|manque de respect|insulte|humiliation",
    "ignored": "oublie|ignore|invisible|laisse de cote|mis de cote|pas ecoute|pas entendu|pas pris au serieux|pas prise au serieux|tasse|laisse pour compte",
    "pain": "mal|souffrant|souffrante|douleur|souffrance",
    "hope": "soulage|espoir|plein d'espoir",
}  # fmt: skip

MILD = "agace|irrite|contrarie|preoccupe|tendu|tracasse|decu|gene|mal a l'aise|confus|bas"
STRONG = (
    "furieux|furieuse|enrage|en crisse|rage|revolte|terrifie|terrorise|panique|desespere|desespoir"
    "|epuise|brule|au bout du rouleau|a bout|submerge|pris au piege|trahi|humilie|sans issue"
    "|ecoeure|exaspere|angoisse"
)
"""Words that say a feeling lightly, and with force."""

FAMILIES = {
    word: family
    for family, line in reversed(WORDS.items())
    for word in line.split("|")
}  # fmt: skip

ALTERNATION = "(?:" + "|".join(sorted(FAMILIES, key=len, reverse=True)) + ")(?:es|e|s)?"
"""Any feeling word or phrase with its ending, the longest first."""


def family_of(word: str) -> str:
    """The family of a feeling word in any gender and number, or nothing."""
    bare = (word, word.removesuffix("s"), word.removesuffix("e"), word.removesuffix("es"))
    return next((FAMILIES[form] for form in bare if form in FAMILIES), "")
