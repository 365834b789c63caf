"""Small English signs of form that no single rule decides on: a question, an order, a "because"."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

CUES = {
    "asks": r"\?$",
    "asks_openly": r"^(?:and |so |okay |then |well )*(?:what|how|where|when|who|which|tell me|help me understand)\b",
    "asks_why": r"\b(?:why|how come|what for)\b",
    "asks_yes_or_no": r"^(?:and |so |okay |then |well )*(?:do|does|did|is|are|was|were|have|has|can|could|would|will|should|any|may|might|shall|mind) ",
    "orders": r"^(?:please |just |now |okay |hey |sir |so )*(?:sit|stop|stay|put|drop|get|give|show|step|move|back|come|go|take|turn|tell|keep|look|listen|wait|hold|breathe|shut|leave|let go|stand|calm|relax|quit|answer|lower|open|do not|be|walk)\b",
    "begs": r"\bplease\b|\bif you (?:can|could|would)\b|\bwould you mind\b",
    "you_first": r"^(?:and |so |okay |well |but |look )*(?:you|your)\b",
    "you": r"\b(?:you|your|yours|yourself)\b",
    "i_first": r"^(?:and |so |okay |well |but |look |hey )*(?:i|my|me)\b",
    "i": r"\b(?:i|me|my|mine)\b",
    "we": r"\b(?:we|us|our|let us)\b",
    "they": r"\b(?:he|she|they|him|her|them|his|their)\b",
    "not": r"\b(?:not|no|never|nobody|nothing|none|without)\b",
    "should": r"\b(?:should|need to|have to|must|ought|better|supposed to|got to)\b",
    "can": r"\b(?:can|could|may|might)\b",
    "would": r"\b(?:would|wish|want|like to|hope)\b",
    "will": r"\b(?:will|going to)\b",
    "if": r"\b(?:if|unless|until|as long as|once)\b",
    "or": r"\b(?:or|either|whether)\b",
    "because": r"\b(?:because|since|so that|so nobody|so we|so you|so i|the reason|that is why)\b",
    "but": r"\b(?:but|though|although|still|however)\b",
    "seems": r"\b(?:sounds?|seems?|looks?|like|guess|wonder|maybe|hearing|feels?)\b",
    "just": r"\b(?:just|only|simply|at least|nothing but)\b",
    "always": r"\b(?:always|never|every|everyone|all|whole|again|ever)\b",
    "surely": r"\b(?:exactly|totally|completely|promise|guarantee|swear|word|definitely|certainly|hundred|trust me)\b",
    "time": r"\b(?:minutes?|hours?|time|tonight|tomorrow|today|now|soon|later|wait|moment|rush|hurry|slow\w*)\b",
    "past": r"\b(?:said|told|was|were|had|did|went|came|\w{2,}ed)\b",
    "thanks": r"\b(?:thanks?|grateful|appreciate|glad)\b",
    "sorry": r"\b(?:sorry|apolog\w+|my fault|should have|regret|excuse)\b",
    "number": r"\d|\b(?:one|two|three|four|five|ten|first|second|third)\b",
    "exclaims": r"!",
    "quoted": r"\bquoted\b",
    "name": r"@|\b(?:name|call you|call me)\b",
}
"""Each is counted in plain words, see `plain`; the French table has the same names."""
