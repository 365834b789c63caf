"""Pieces that English patterns share."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.english.feelings import ALTERNATION

_HARM = (
    r"(?:security|police|cops|cuffs|handcuffs?|handcuffed|cuffed|arrest\w*|jail|cell|remove[d]?|throw\w*"
    r"|thrown|kick\w*|restrain\w*|restraints?|tase[d]?|taser|pepper spray|force|drag\w*"
    r"|escort\w* (?:you )?out|trespass\w*|charge[d]?|sorry|regret\w*|consequences|ticket|form you|sedat\w*"
    r"|tie[d]? (?:you )?down|leaving|kids away|children away|section you|committed|out of here"
    r"|make you|put you (?:in|on|down|out)|take you (?:in|down)|have you (?:arrested|removed|charged|thrown|escorted|kicked|taken)"
    r"|hurt you|shoot|asked to leave|told to leave|ask you to leave|cruiser|on the (?:floor|ground)|back of (?:my|the|a) \w+|night in|locked up|lock you|problem with me|deal with me)"
)

FRAGMENTS = {
    "loss": r"sorry (?:for|about) your (?:loss|son|daughter|mom|mother|dad|father|husband|wife|brother|sister|baby|boy|girl|friend)",
    "feeling": f"(?P<feeling>{ALTERNATION})",
    "feels": ALTERNATION,
    "very": r"(?:(?:really|very|so|pretty|quite|just|a bit|a little|kind of|extremely|totally|completely|absolutely|incredibly|awfully|how|too|more|like|rather|some|such|both|all|terribly|deeply|that|a lot of|this) ){0,3}",
    "hedge": r"(?:(?:really|just|also|only|maybe|perhaps|honestly|truly|still|now|right now|actually|certainly|definitely|absolutely|already) )?",
    "harm": _HARM,
    "role": r"(?:nurse|officer|constable|sergeant|corporal|cop|policeman|police ?(?:officer|woman)|doctor|resident|social worker|security(?: guard| officer)?|guard|paramedic|manager|supervisor|volunteer|counsellor|counselor|crisis worker|mediator|clerk|receptionist|orderly|psychiatrist|psychologist|caseworker|case worker|outreach worker|rcmp|with the (?:police|rcmp|hospital|city|clinic|crisis team|team)|from the (?:police|rcmp|hospital|city|clinic|crisis team|team)|student|therapist|attendant|liaison|interpreter|chaplain|worker)s?",
    "we": r"(?:i|we)",
    "bodypart": r"(?:hands?|arms?|feet|head|face|eyes|mouth|pockets?)",
    "person": r"(?:anyone|anybody|any (?:\w+ )?(?:parent|father|mother|dad|mom|person|one)|most people|a lot of people|lots of people|everyone|everybody|many people|people|who would not)",
    "place": r"(?:here|hospital|er|emergency|triage|waiting room|desk)",
    "insulting": r"(?:idiots?|stupid|moron|jerk|asshole|ass|bitch|bastard|loser|crazy|insane|nuts|nutcase|psycho|lunatic|pathetic|useless|worthless|lazy|liar|drunk|drunken|junkie|scum|trash|garbage|clown|dumb|dumbass|fool|ridiculous|disgusting|disgrace|coward|freak|waste of (?:time|space|skin)|piece of (?:shit|crap|garbage|trash|work)|pain in the (?:ass|neck|butt)|baby|child|brat|animal|punk|creep|weirdo|imbecile|dumb ?ass|fat|ugly|hysterical|shit|crackhead|bum|nobody|bad (?:father|mother|parent|dad|mom)|terrible (?:father|mother|parent|dad|mom))",
}
