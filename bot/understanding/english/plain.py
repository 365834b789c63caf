"""Turns English as typed into plain words: lower case, contractions opened, slang spelt out."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

import re

SPELT_OUT = {
    "im": "i'm", "ive": "i've", "dont": "don't", "cant": "can't", "wont": "won't",
    "youre": "you're", "youve": "you've", "youll": "you'll", "theyre": "they're",
    "thats": "that's", "whats": "what's", "whos": "who's", "wheres": "where's", "hows": "how's",
    "theres": "there's", "heres": "here's", "shes": "she's", "hes": "he's", "lets": "let's",
    "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't", "werent": "weren't",
    "didnt": "didn't", "doesnt": "doesn't", "havent": "haven't", "hasnt": "hasn't",
    "hadnt": "hadn't", "wouldnt": "wouldn't", "couldnt": "couldn't", "shouldnt": "shouldn't",
    "nobodys": "nobody's", "youd": "you'd", "itll": "it'll", "cannot": "can not",
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "lemme": "let me",
    "gimme": "give me", "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please",
    "cuz": "because", "cos": "because", "coz": "because", "'cause": "because", "ok": "okay",
    "k": "okay", "thx": "thanks", "ty": "thank you", "ppl": "people", "alright": "all right",
    "mins": "minutes", "min": "minutes", "dunno": "do not know", "kinda": "kind of",
    "sry": "sorry", "ya": "you", "yer": "your", "tho": "though", "n": "and",
}  # fmt: skip

_OPENED = (
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(it|that|this|there|here|he|she|what|who|where|how|when|why|everything|"
                r"nobody|somebody|someone|everybody|everyone|something|nothing|name|one)'s\b"),
     r"\1 is"),
    (re.compile(r"\bill (?=(?:be|go|get|ask|check|find|stay|come|see|let|bring|call|try|do|have|"
                r"make|tell|wait|keep|help|give|take|talk|stand|sit|put|bet)\b)"), "i will "),
    (re.compile(r"\bid (?=(?:like|be|love|want|feel|hate|say|just|really)\b)"), "i would "),
    (re.compile(r"\bits (?=(?:okay|just|only|not|up|your|a|the|an|been|about|going|really|so|"
                r"no|normal|hard|understandable|natural|all|easy|terrible|awful|my|policy)\b)"),
     "it is "),
    (re.compile(r"\byour (?=(?:safe|welcome|not|doing|so|being|upset|angry|scared|worried|"
                r"right(?! to)|making|getting|going)\b)"), "you are "),
    (re.compile(r"(\w)'s (?=(?:going|not|been|coming|here|still|just|waiting|got|on (?:its|her|his|the))\b)"),
     r"\1 is "),
    (re.compile(r"\bmy names (?=\w)"), "my name is "),
    (re.compile(r"\b(?:gonna|goin to)\b"), "going to"),
)  # fmt: skip

_NAME = re.compile(r"\b(I'm|I am|Im|i'm|i am|im|[Nn]ame is|[Nn]ame's|[Tt]his is) ([A-Z][a-z]\w*)")
_INNER_QUOTE = re.compile(r'"[^"]*"')
_LONG = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z']+")
_DASH = re.compile(r"(?<=[a-z])-(?=[a-z])")
_MARKS = re.compile(r"[^\w\s'?!@$%-]")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """The plain words of an English clause; quoted speech becomes the word `quoted`.

    A name after "I'm" or "name is" is marked with @; question and exclamation marks stay.
    """
    named = text if text.isupper() else _NAME.sub(r"\1 @\2", text)
    low = _LONG.sub(r"\1", _INNER_QUOTE.sub(" quoted ", named).lower())
    low = _WORD.sub(lambda match: SPELT_OUT.get(match.group(), match.group()), low)
    for pattern, opened in _OPENED:
        low = pattern.sub(opened, low)
    low = _MARKS.sub(" ", _DASH.sub(" ", low))
    low = low.replace("?", " ? ").replace("!", " ! ")
    return _SPACES.sub(" ", low).strip()
