"""English words for feelings, by family."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

WORDS = {
    "anger": "pissed off|angry|mad|furious|pissed|enraged|livid|anger|rage|outraged|fuming",
    "frustration": "fed up|frustrated|frustration|annoyed|irritated|exasperated|frustrating|upset|aggravated",
    "fear": "scared|afraid|frightened|terrified|fear|frightening|scary|terrifying|terror|panicked|panicking|alarmed",
    "worry": "on edge|worried|worry|anxious|nervous|concerned|worrying|stressed|anxiety|tense|stressful",
    "sadness": "sad|down|heartbroken|unhappy|low|miserable|depressed|tearful|sadness|discouraged|disappointed",
    "grief": "in mourning|missing her|missing him|grieving|grief|bereaved|loss",
    "shame": "ashamed|embarrassed|embarrassing|shame|embarrassment",
    "guilt": "to blame|guilty|guilt|responsible",
    "loneliness": "on your own|alone|lonely|isolated|loneliness|abandoned",
    "exhaustion": "worn out|burnt out|burned out|wiped out|exhausted|tired|drained|exhausting|exhaustion|spent|wiped",
    "hopelessness": "without hope|like giving up|in despair|done with everything|hopeless|despairing|despair",
    "helplessness": "backed into a corner|helpless|powerless|stuck|trapped|cornered|helplessness|useless",
    "confusion": "in the dark|confused|lost|unsure|puzzled|confusion|confusing",
    "overwhelm": "at the end of your rope|at your limit|a lot|too much|overwhelmed|overwhelming|swamped|heavy|hard|tough|rough|awful|horrible|terrible|difficult",
    "hurt": "let down|hurt|wounded|hurtful",
    "betrayal": "lied to|betrayed|betrayal|cheated|tricked",
    "humiliation": "put down|humiliated|disrespected|humiliating|belittled|disrespect|humiliation|insulted",
    "ignored": "left out|pushed aside|brushed off|not heard|not listened to|ignored|unheard|forgotten|invisible|overlooked|unseen|dismissed",
    "pain": "in pain|in a lot of pain|sore|aching|suffering|painful",
    "hope": "a bit better|hopeful|relieved|hope",
}  # fmt: skip

MILD = "annoyed|irritated|upset|concerned|on edge|tense|down|low|disappointed|unsure|put down"
STRONG = (
    "furious|enraged|livid|rage|outraged|fuming|terrified|terror|panicked|panicking|heartbroken"
    "|miserable|exhausted|burnt out|burned out|hopeless|in despair|despair|despairing|trapped"
    "|overwhelmed|betrayed|humiliated|at the end of your rope|in a lot of pain|desperate"
)
"""Words that say a feeling lightly, and with force."""

FAMILIES = {word: family for family, line in WORDS.items() for word in line.split("|")}

ALTERNATION = "(?:" + "|".join(sorted(FAMILIES, key=len, reverse=True)) + r")\b"
"""Any feeling word or phrase, the longest first."""


def family_of(word: str) -> str:
    """The family of a feeling word, or nothing."""
    return FAMILIES.get(word, "")
