"""English rules for care and for danger: comfort, a quiet scene, kept promises, endings, orders that save."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.rules import Rule

_COMFORTS = (
    r"(?:water|coffee|tea|juice|blanket|chair|seat|sandwich|snack|something to (?:eat|drink)|food|jacket"
    r"|coat|cigarette|smoke|tissue|tissues|kleenex|phone|charger|pillow|ice pack|quiet(?:er)? (?:room|place|spot|corner)"
    r"|wheelchair|more comfortable|comfortable (?:spot|place|chair)|something for (?:the|her|his|your) (?:fever|pain|headache|nausea)|bathroom|washroom|stretcher|cot|drink|lie down|warm up|call (?:someone|your \w+)|room)"
)

RULES = (
    Rule(
        "en.offer_comfort.offer",
        "offer_comfort",
        (
            rf"\b(?:can|could|may|shall|let|should) (?:i|we|me) (?:\w+ )?(?:get|bring|grab|find|offer|fetch|make|give|help)\b.{{0,30}}\b{_COMFORTS}\b",
            rf"\b(?:would|do) (?:you|she|he) (?:like|want|need|care for)\b.{{0,30}}\b{_COMFORTS}\b",
            rf"\b(?:i|we) (?:can|could|will|have|have got|brought|found|would like to)\b.{{0,35}}\b{_COMFORTS}\b",
            rf"\bthere is (?:a |an |some |also )?.{{0,25}}\b{_COMFORTS}\b",
            rf"\bwould (?:a|an|some)\b.{{0,25}}\b{_COMFORTS}\b",
            r"^(?:some |a |any )?(?:water|coffee|tea|juice|blanket|chair|tissue)\b.{0,30}\?$",
            r"\bare you (?:hungry|thirsty|cold|warm enough)\b",
            r"\byou can use (?:my|the|our)\b...(?:phone|washroom|bathroom)\b",
            r"\b(?:can|could) i get (?:you|her|him|you both|either of you) (?:anything|something)\b",
            r"\b(?:here is|have) (?:a |some )(?:water|coffee|tea|blanket|chair|tissue|juice|snack)\b",
            r"\b(?:is|are) (?:there )?anything (?:i|we) can (?:get|bring|do for)\b",
        ),
        (
            "Can I grab you a coffee or some water while you wait?",
            "There's a quieter room down the hall where she could lie down.",
            "I've got a blanket in the car. Want it?",
            "Are you hungry? I can find you a sandwich.",
            "Would you like a chair?",
            "can i get you some water",
        ),
        (
            "There is no room for you.",
            "You can have water when you sit down.",
            "Leave the waiting room.",
            "We have a full waiting room.",
        ),
        unless=(
            r"\b(?:no|full|waiting|operating|emergency|exam) room\b",
            r"\b(?:when|if|once) you (?:sit|calm|stop|behave)\b",
        ),
        confidence=0.9,
    ),
    Rule(
        "en.clear_scene.others",
        "clear_scene",
        (
            r"\b(?:asked|ask|told|get|having|asking|send|sent|let me send|move|moved|i will have|have had) (?:my|the|everyone|everybody|these|those|them|other|him|her|people|security)...(?:step|stay|move|leave|give|go|stand|clear|back|farther|further|away|outside)\b",
            r"\bjust (?:you and me|me and you|the two of us|us two|you and i)\b",
            r"\b(?:my partner|my colleague|the other officers?|security|they|the guards?) (?:will|is going to|are going to|is|are) (?:\w+ )?(?:stay|step|wait|stand|staying|back|waiting|move|stepping|outside|going to (?:stay|wait|step))\b",
            r"\b(?:turn|shut|switch) (?:this |that |the |off |down |my )*(?:radio|music|tv|siren|lights?|noise|television)\b",
            r"\bclose the (?:door|curtain)\b",
            r"\bgive us (?:some|a bit of|a little) (?:room|space|privacy)\b",
            r"\b(?:only|just) me\b",
            r"\bi am the only one (?:who|talking|you)\b",
            r"\bonly (?:one of us|i) (?:will|is going to) (?:talk|speak)\b",
        ),
        (
            "I've asked the other officers to step back.",
            "It's just you and me.",
            "My partner will stay back by the door.",
            "Let me turn this radio off so we can hear each other.",
            "I'll close the door so nobody is listening in.",
        ),
        ("Step back.", "Close the door on your way out.", "Have them arrested."),
        unless=(r"\bon your way out\b",),
        confidence=0.88,
    ),
    Rule(
        "en.follow_through.said",
        "follow_through",
        (
            r"\b(?:i|we) (?:said|told you|promised you)(?: (?:i|we) would)? (?:\w+ ){0,3}(?:minutes?|be back|come back|hour)\b",
            r"\b(?:like|as) (?:i|we) (?:said|promised|told you)\b",
            r"\bas promised\b",
            r"\b(?:here is|this is) what (?:i|we) (?:found|learned|learnt|heard|know now)\b",
            r"\bi am back\b(?! in\b)",
            r"\bi (?:just )?(?:spoke|talked|checked|asked|called|found out|went|have spoken|have talked|have checked|have asked|have called|did ask|did check)\b...(?:doctor|nurse|sister|brother|wife|husband|team|desk|supervisor|her|him|charge|list|you asked|for you|about|manager|boss|mother|triage|physician)\b",
            r"\b(?:you asked me to|the \w+ you asked (?:for|me))\b",
            r"\b(?:here is|i have|i brought|i got you) the \w+ (?:i (?:promised|said|mentioned)|you (?:asked|wanted))\b",
            r"\bgot the message you\b",
            r"\bi kept my (?:word|promise)\b",
        ),
        (
            "I said ten minutes, I'm back, and here's what I found out.",
            "I spoke to the charge nurse like I said I would.",
            "You asked me to call your sister. Done, she's on her way.",
            "I'm back.",
            "I checked with the doctor about your daughter.",
        ),
        (
            "I'll be back in ten minutes.",
            "Like I said, sit down.",
            "I told you to sit down.",
            "I said sit down.",
            "As I said before, those are the rules.",
        ),
        unless=(
            r"\b(?:like|as) i said (?:before|already|sit|stop|no|you|those|it is|we|the|there|calm)\b",
            r"\bi (?:told you|said) (?:to|sit|stop|no)\b",
            r"\bwill be back\b",
        ),
        confidence=0.92,
    ),
    Rule(
        "en.close.handover",
        "close",
        (
            r"\bbefore i (?:go|leave|head)\b",
            r"\b(?:my shift is|i am (?:done|finishing|off)|end of my shift)\b",
            r"\bi am heading (?:off|out|home)\b|\b(?:has|knows) (?:everything|all) you (?:have )?told\b",
            r"\b(?:takes over|taking over|will take over|take it from here|handing (?:you )?over)\b",
            r"\b(?:so )?that is settled\b",
            r"\b(?:we are|it is|that is|we have) (?:all )?agreed\b",
            r"\b(?:we are done|that is it|that is everything) for (?:tonight|today|now)\b",
            r"\byou have my (?:card|number)\b",
            r"\b(?:here is|this is) my (?:card|number)\b",
            r"\b(?:what|everything) we (?:have )?(?:agreed|decided|talked about)\b",
            r"\b(?:so|okay) (?:to recap|the plan is|we agreed|we have agreed|here is the plan)\b",
            r"\b(?:take care|good night(?!'s| s)|goodbye|have a good (?:night|evening|day)|all the best)\b",
            r"\bthank you for working\b",
            r"\blet us go over what happens next\b",
        ),
        (
            "Before I go, here's my card.",
            "My shift is ending. Marc takes over, and he knows what matters to you.",
            "So that's settled: you see the doctor in the morning.",
            "We're done for tonight. You have my card.",
            "Take care, Mr. Singh.",
        ),
        ("Take care of your kid.", "I am done with you.", "Before I go in, is anyone hurt?"),
        unless=(
            r"\btake care of\b",
            r"\bdone with you\b",
            r"\bbefore i go in\b",
            r"\bi am off to\b",
        ),
        confidence=0.88,
    ),
    Rule(
        "en.safety_command.danger",
        "safety_command",
        (
            r"^(?:\S+ ){0,2}(?:drop|put down) (?:the |that |your |it)?(?: ?(?:knife|gun|weapon|blade|scissors|glass|bat|bottle|axe|it))?(?: down)?(?: now)?(?: !)?$",
            r"^(?:\S+ ){0,2}(?:put|lay|set) (?:the |that |your )?(?:knife|gun|weapon|blade|scissors|bat|axe|it) down\b",
            r"\b(?:step|move|get|stay|come|stand|pull|back) (?:back|away|off|up|down|clear)\b...(?:edge|tracks?|road|ledge|rail(?:ing)?|water|traffic|roof|window|knife|car|fire|train|door|weapon|him|her)\b",
            r"^(?:\S+ ){0,1}(?:stop|wait|watch out|look out|get down|stay down|do not move|get back|do not jump|hold on tight)(?: now)?(?: !)+",
            r"^stop(?: right there)? ?!?$",
            r"\bget (?:down|out|back) now\b",
            r"\bthere is a (?:car|train|truck|bus|fire)\b",
            r"\blet (?:go of (?:her|him|the (?:knife|gun|child))|her go|him go)\b",
            r"\bshow me your hands\b",
        ),
        (
            "Drop the knife!",
            "Stop. Step back from the tracks.",
            "Step back from the edge.",
            "Get down, now!",
            "Put the knife down.",
            "drop it now",
        ),
        ("Drop the attitude.", "Sit down.", "Stop yelling.", "Get back in your seat."),
        unless=(
            r"\bback in (?:your|the)\b",
            r"\b(?:could|would|can) you\b",
            r"\b(?:i|we|they) (?:will|have|asked)\b",
        ),
        confidence=0.9,
    ),
)
