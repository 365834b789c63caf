"""English words that carry grammar rather than matter, and words that mean the same need."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

_FUNCTION_WORDS = """
a about after again all also am an and any anything are as at away back be because been before
being but by can come could did do does doing done down each else even ever every everyone
everything few for from get getting give go going good got had has have having he her here hers
him his how i if in into is it its just keep know let like little long look lot make many may me
might mine more most much must my need never no nobody nor not nothing now of off okay on once
one only or other our out over own please put really right said same say see she should sir
so some someone something soon still such sure take tell than thank thanks that the their
them then there these they thing things think this those though through time to today tonight
too two under until up us very want was way we well were what when where which while who
whose why will with without would yes you your yours yourself
"""

FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

STOP_WORDS = FUNCTION_WORDS - frozenset({"need", "want", "time", "know", "tonight", "today"})
"""Words left out when what is said is compared by its matter."""

SAME = {
    "name": "name",
    "happened": "happened happening happen occurred going wrong story",
    "pain": "pain painful hurt hurts hurting sore injury injuries injured ache aches bleeding wound wounded",
    "weapon": "weapon weapons knife gun blade armed sharp firearm rifle",
    "substances": "drinking drunk drank alcohol drugs drug pills smoked substance substances",
    "suicide": "suicide suicidal kill killing die dying death dead",
    "family": "family wife husband daughter son mother father mom mum dad sister brother kids children child parents partner",
    "need": "need needs want wants help helpful",
    "next": "next plan after step steps follow",
    "waiting": "wait waiting waited hours hour queue line long turn triage",
    "sick": "sick ill illness fever symptoms unwell worse condition",
    "work": "work job boss shift laid fired",
    "home": "home house apartment place live living",
}
"""Common needs and the words people use for them."""
