"""What shows what in an account in English.

Regular expressions for folded text (small letters, no accents), matched as whole words; `§`
stands for a quotation. No upper-case escapes: the lists are folded, too.
"""

from __future__ import annotations

_NUMBER = (
    r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"(?:-\w+)?|thirty|forty|fifty|half|a dozen|several|a couple of|an?)"
)
_LENGTH = r"(?:metres?|meters?|m|feet|foot|ft|steps?|paces?)"
_THEM = r"(?:he|she|they|his|her|their|mr|mrs|ms|the (?:man|woman|patient|subject|father|driver))"

ME = (r"i|i'(?:m|d|ve|ll)|we|my (?:partner|colleague|team)|my partner and i",)
SOMEBODY = (
    r"he|she|they|who|(?:(?:^|(?<=[,;:(] ))(?:the|a|an|another|his|her|their|mr|mrs|ms|dr|some"
    r"|security|paramedics|police|someone|somebody))",
    r"(?<!told )(?<!asked )(?<!to )(?<!with )the (?:man|woman|patient|subject|father|mother|driver"
    r"|clerk|nurse|doctor|client|person|student|boy|girl|guest)",
)
OTHER = (
    *SOMEBODY,
    r"his|her|their|mr|mrs|ms",
    r"the (?:man|woman|patient|subject|father|mother|driver|client|person|student|boy|girl|guest)",
    r"(?:saw|heard|watched|noticed|observed|seen|found) (?:him|her|them)",
)

MARKS = {
    "call": (
        r"dispatch\w*|9-?1-?1|(?:a|the|this|emergency) call|call came in|called (?:to|in|about|by)",
        r"(?:was|were|had been|been) (?:sent|called|asked|told|informed|briefed|advised|paged)",
        r"(?:clerk|colleague|nurse|caller|cyclist|dispatcher|witness|staff|teacher|manager"
        r"|neighbou?r|desk|partner) (?:had |has )?(?:said|told|reported|called|asked|waved)",
        r"report(?:ed|ing)? (?:of|that|a|an)|initial information|complaint|responded",
        r"(?:on|upon) (?:my )?arriv(?:al|ing)|(?:when|as|before) (?:i|we) (?:arrived|came"
        r"|got there)",
        r"(?:i|we) (?:arrived|already knew|knew|had heard)",
        r"(?:i|we) (?:was|were) (?:on shift|on duty|on patrol|working)|at (?:shift )?handover",
    ),
    "call_detail": (
        r"\d{1,2}[:h]\d{2}|\d{1,2} ?[ap]\.?m|\d{4} hours|midnight",
        r"that (?:an?|he|she|they|someone|somebody|there|the|nobody|no one|his|her)",
        r"(?:about|for|of|reporting|with|to) (?:an?|one) (?:\w+ ){0,3}(?:man|woman|person|male"
        r"|female|father|mother|patient|driver|student|disturbance|argument|boy|girl|couple"
        r"|customer|child)",
        r"caller|cyclist|witness|triage clerk",
    ),
    "place": (
        r"crowd(?:ed)?|full|busy|packed|onlookers?|bystanders?|passers-?by|families|children",
        r"(?:other|several|many|few|more|nobody|people) (?:\w+ )?(?:people|watching|waiting"
        r"|around)",
        r"(?:\d+|ten|twenty(?:-\w+)?|thirty) people|film(?:ed|ing)|recording|noise|noisy|radio",
        r"sirens?|lights?|lamps?|lit|dark(?:ness)?|dim|cold|wind\w*|rain\w*|snow\w*|icy?|freezing",
        r"traffic|cars|lane|waiting room|emergency (?:room|department)|bridge|rail(?:ing)?",
        r"hallway|corridor|kitchen|apartment|stair\w*|parking|garage|ward|bar|shop|store|school",
        r"road(?:side)?|highway|shoulder of the road|exits?|doors?|narrow|night|early morning",
        r"television|glass|counter|window|public|alone|furniture|room",
        r"(?:had )?(?:been )?wait(?:ed|ing)|no (?:update|news)",
    ),
    "number": (
        rf"{_NUMBER} (?:\w+ )?(?:people|persons|minutes?|hours?|officers?|families|cars?|seats?"
        rf"|years?|degrees|{_LENGTH})|arm'?s? lengths?",
    ),
    "distance": (
        rf"{_NUMBER} {_LENGTH}|arm'?s? lengths?|(?:within|out of) (?:arm's )?reach|face to face",
    ),
    "level": (
        r"(?:passive|active)(?:ly)?[ -]resist\w*|co-?operative|co-?operation|co-?operat(?:ed|ing)",
        r"assaultive|(?:grievous|serious) bodily harm(?: or death)?",
    ),
    "other_level": (
        r"(?:low|moderate|medium|high) risk|level of (?:risk|agitation|tension)",
        r"(?:emotional )?(?:tension|distress)|conditional co-?operation|verbal(?:ly)? \w+",
    ),
    "act": (
        r"shout\w*|yell\w*|scream\w*|swore|swearing|cursed|cursing|slap\w*|bang(?:s|ed|ing)?",
        r"hit(?:s|ting)?|punch\w*|kick\w*|threw|throw(?:s|ing)|pac(?:ed|es|ing)|pound\w*|push\w*",
        r"shov(?:ed|es|ing)|grabb?\w*|pull\w*|clench\w*|point(?:ed|s|ing)|star(?:ed|es|ing)",
        r"glar\w+|cried|cries|crying|sobb?\w*|whisper\w*|mutter\w*|shook|shak(?:es|ing)|trembl\w*",
        r"shiver\w*|sat|sits|sitting|stood|stands|standing|stayed (?:in|at|on|outside|where)",
        r"walk(?:ed|s|ing)|ran|running|stepp(?:ed|ing)|steps|lean(?:ed|s|ing)|swung|spat",
        r"turn(?:ed|s|ing) (?:away|around|round|to|toward\w*|back|his|her|their)|nodd(?:ed|ing)",
        r"rais(?:ed|es|ing)|lower(?:ed|s|ing)|look(?:ed|s|ing) (?:at|away|down|up|past|toward\w*)",
        r"refus\w+ to (?!comply|co-?operate|listen)\w+|answer(?:ed|s|ing)",
        r"(?:did(?: not|n't)|would(?: not|n't)) (?:answer|move|look|speak|sit|stop|leave|let go)",
        r"said nothing|silent|without a word|reach(?:ed|es|ing)|held|holds|holding|hook(?:ed|s)",
        r"fists?|(?:hands?|arms?) (?:\w+ )?(?:went|kept|goes|was|were|in|inside|closed|on|around)",
        r"breath(?:ed|es|ing)|climb(?:ed|ing)|(?<!my )voice|(?<!my )(?:lips|shoulders|eyes)",
        r"kept (?:going|saying|reaching|asking|counting|looking)|count(?:ed|ing)|moved|moving",
    ),
    "perceive": (
        r"(?:i|we) (?:\w+ )?(?:saw|heard|noticed|observed|smelled|perceived|recogni[sz]ed)",
        r"(?:i|we) could (?:not )?(?:see|hear|smell)|i couldn't (?:see|hear|smell)",
        r"(?:i|we) did(?: not|n't) (?:see|hear|smell|notice)|i knew",
        r"(?:he|she|they) (?:seemed|looked|appeared|sounded)",
    ),
    "made_of_it": (
        r"i (?:\w+ )?(?:took|read|understood|interpreted|thought|believed|feared|concluded"
        r"|assumed)",
        r"i was (?:\w+ )?(?:concerned|worried|afraid|unsure|not sure)|i did(?: not|n't) know",
        r"my (?:impression|perception|concern|fear)|(?:it|which|this|that) (?:meant|told me"
        r"|made me)",
        r"to me(?: it| this| that)?",
    ),
    "meaning": (
        r"meant|means|meaning|which told me|made me|so i|because|led me to|therefore|possibl[ey]",
        r"(?:could|might|may) (?:be|have|mean)|not know (?:what|whether|if)|not sure|risk",
        r"i (?:\w+ )?(?:took|read|understood|interpreted|thought|believed|feared|concluded"
        r"|assumed)",
        r"i was (?:\w+ )?(?:concerned|worried|afraid|unsure)|as if",
    ),
    "tactic": (
        r"distance|space|cover|back-?up|reposition\w*|position\w*|at an angle|exits?|way out",
        r"my (?:partner|colleague)|a colleague|security|help (?:was )?(?:near|within)|radio",
        r"(?:stayed|kept|stood|stepped|moved) (?:\w+ )?(?:back|away|aside|off|at|to the side)",
        r"reaction (?:time|gap)|(?:more|bought|buy|gain\w*|on our|took the) time|time (?:was )?on",
        r"no (?:rush|hurry)|lights?|hands (?:\w+ )?(?:visible|open|in view)|in (?:his|her) view",
        rf"barrier|between (?:us|me)|{_NUMBER} {_LENGTH}|arm'?s? lengths?|traffic",
    ),
    "reason": (
        r"because|since|so that|so as|in order to|therefore|due to|given that|the reason|reasons?",
        r"to (?:keep|give|avoid|make|let|allow|reduce|protect|prevent|lower|show|leave|buy|bring)",
        r"as (?:he|she|it|they|this|that|there) \w+|which (?:would|could|gave|allowed|kept|left)",
        r"(?:it|that|this|they|he|she) (?:would|could|might) (?:have|only)?|would have|for fear",
    ),
    "option": (
        r"options?|alternatives?|consider(?:ed|ing)|thought (?:about|of)|(?:i|we) (?:could"
        r"|might) have",
        r"instead of|rather than|decided (?:not to|against)|chose not to|ruled out",
        r"i did(?: not|n't) (?:use|call|touch|grab|reach|approach|restrain|order|press|threaten"
        r"|go)",
        r"other (?:ways|choices)|no need (?:to|for)",
    ),
    "talk": (
        r"said|asked|told|explained|introduced|apologi[sz]ed|listened|offered|promised|repeated",
        r"summari[sz]ed|acknowledged|thanked|answered|replied|invited|suggested|reassured|spoke",
        r"talked|talking|(?:calm|low|quiet|even|soft|steady) voice|open hands|de-?escalat\w*",
        r"empath\w*|gave (?:him|her|them) (?:space|time|room)",
    ),
    "response": (
        r"answer(?:ed|s)|repl(?:ied|ies)|said|says|told|nodded|calmed|stopped|sat|lowered|quieter",
        r"quiet(?:ed)?|softened|relaxed|looked|agreed|accepted|listened|cried|breath\w*|shook",
        r"refused|shouted|yelled|turned|stepped|responded|thanked|took|handed|put|walked|gave|kept",
        r"did(?: not|n't) (?:answer|respond|reply)|silent|said nothing|response|reaction|voice",
    ),
    "choice": (
        r"i (?:\w+ )?(?:decided|chose|opted|elected|selected|limited|relied|continued|used)",
        r"my (?:decision|choice|response)|(?:this|that) is why i|i therefore|therefore i",
        r"verbal (?:intervention|communication|de-?escalation)|(?:intervention"
        r"|option) (?:i )?chosen?",
    ),
    "proportion": (
        r"necess\w*|proportion\w*|(?<!un)reasonabl\w*|least (?:force|intrusive|amount)|no force",
        r"without force|no more (?:force )?than|(?:force )?was not (?:needed|required|called for)",
        r"only what|minimum",
    ),
    "change": (
        r"re-?assess\w*|re-?evaluat\w*|chang(?:e|ed|ing)|(?<!i )calmed|calmer|quieter|louder"
        r"|softened",
        r"escalated|got worse|worsened|shifted|at that point|from then on|no longer|adjust\w*",
        r"adapted|(?:began|started) to|(?:once|as|when|after) (?:he|she|they|his|her|their)",
    ),
    "change_then": (
        rf"(?:when|once|as|after|because|since|the moment) {_THEM} [^.]{{3,180}}(?<!\w)(?:i"
        rf"|we) \w+",
        rf"(?:i|we) (?:\w+ ){{1,14}}(?:when|once|as soon as|because|after) {_THEM} \w+",
        r"(?:calmed|lowered|louder|quieter|softened|stopped|sat|shouted"
        r"|stepped)[^.]{0,90}so (?:i|we)",
    ),
    "care": (
        r"injur\w*|hurt|unharmed|medical(?:ly)?|paramedics?|ambulance|first aid|examined|ems",
        r"(?:taken|brought|went|transported) to (?:the )?hospital|wounds?|bruis\w*|health",
    ),
    "notified": (
        r"notif\w*|informed|advised|report(?:ed)?|supervisor|sergeant|charge nurse|manager|doctor",
        r"physician|documented|wrote|noted|notes|chart(?:ed)?|file|dispatch|debrief\w*|recorded",
    ),
    "handover": (
        r"hand(?:ed|ing)?[ -]?(?:it |him |her |them )?(?:over|off)|handoff|took over|transfer\w*",
        r"passed (?:on|along|it|him|her|this)|relieved|follow-?up|crisis team|in the care of",
        r"(?:stayed|left) (?:him |her |them )?(?:with|until)",
    ),
}

CONCLUSIONS = (
    r"aggressive(?:ly)?|hostile|non-?compliant|not compliant|uncooperative|un-cooperative|violent",
    r"belligerent|combative|threatening|irate|agitated|out of control|lost (?:it|control)",
    r"erratic(?:ally)?|suspicious(?:ly)?|intoxicated|drunk|high on|dangerous|disrespectful|abusive",
    r"resist(?:ed|ing|ant)|(?:passive|active)(?:ly)?[ -]resist\w*|assaultive|provocative|unstable",
    r"(?:did(?: not|n't)|would(?: not|n't)|refus\w+ to) (?:co-?operate|comply|listen|obey)",
    r"escalated|difficult|crazy|hysterical",
)
NOT_CONCLUDED = (r"not|never|no longer|\w+n't|without|nobody|neither|whether|if|any|be|being",)

NOT_CLAIMED = (
    r"not|never|\w+n't|without|no|instead of|rather than|consider\w*|thought (?:of|about)|could",
    r"would|might|if|whether|decided against|ready|prepared|planned|wanted|about to|going to"
    r"|nobody",
    r"offered to|should|until",
)
MARKED_LATER = (
    r"(?:later|afterwards?|since) (?:learn\w*|found out|told|discovered|understood)",
    r"(?:learn\w*|found out|discovered|was told|turned out) (?:\w+ ){0,2}(?:later|afterwards?)",
    r"in hindsight|did(?: not|n't) know|could(?: not|n't) (?:know|have known)",
)

_HIM = r"(?:him|her|them|mr \w+|the (?:man|woman|patient|subject))"
CLAIMS = {
    "handcuffs": (r"(?:hand)?cuffed|(?:put|placed|applied|used) (?:[\w']+ ){0,3}(?:hand)?cuffs",),
    "oc_spray": (
        r"(?:used|deployed|sprayed|discharged) (?:[\w']+ ){0,3}(?:pepper|oc|spray)\w*"
        r"|pepper[- ]sprayed",
        rf"sprayed {_HIM}",
    ),
    "baton": (r"(?:used|drew|struck|extended) (?:[\w']+ ){0,4}baton",),
    "cew": (
        r"tasered|tased|(?:used|drew|deployed|displayed|pointed|fired) (?:[\w']+ ){0,3}(?:taser"
        r"|cew)",
    ),
    "firearm": (
        r"(?:drew|pointed|unholstered|aimed|fired|used) (?:[\w']+ ){0,3}(?:firearm|pistol|gun"
        r"|weapon)",
        rf"shot {_HIM}",
    ),
    "soft_control": (
        rf"restrained|took (?:hold of )?{_HIM} by|(?:grabbed|held|took|seized) (?:hold of )?"
        r"(?:his|her|their) (?:[\w']+ )?(?:arm|wrist|elbow|shoulder)s?",
        rf"(?:grabbed|tackled|pinned) {_HIM}|took {_HIM} (?:down|to the (?:ground|floor))",
    ),
    "call_backup": (
        r"(?:called|radioed|asked|requested) (?:in |for )?(?:[\w']+ ){0,2}(?:back-?up"
        r"|(?:another|a second|additional|more) (?:units?|officers?|cars?)|reinforcements?)",
        r"requested (?:assistance|back-?up)",
    ),
    "call_security": (r"called (?:for |in )?(?:[\w']+ )?security(?: guards?)?",),
    "code_white": (r"(?:called|activated|triggered|announced) (?:an? |the )?code white",),
    "bring_water": (
        rf"(?:brought|gave|got|fetched|handed) (?:{_HIM} )?(?:[\w']+ ){{0,4}}water(?: to \w+)?",
    ),
    "bring_chair": (rf"(?:brought|gave|got|fetched) (?:{_HIM} )?(?:[\w']+ )?chair",),
    "bring_blanket": (
        rf"(?:brought|gave|got|fetched|handed|put) (?:{_HIM} )?(?:[\w']+ ){{0,2}}blanket",
    ),
    "offer_phone_call": (rf"(?:lent|gave|handed) {_HIM} (?:my|the|a) (?:[\w']+ )?phone",),
    "move_to_quiet_place": (
        rf"(?:moved|took|brought|led|walked|accompanied|escorted) (?:{_HIM} |with {_HIM} )?"
        r"(?:in)?to (?:an?|the|another) (?:[\w']+ ){0,2}(?:room|place|area|office|lounge)",
    ),
    "clear_onlookers": (
        r"(?:cleared|moved|sent|dispersed|asked) (?:away |back )?(?:the |all |other )*"
        r"(?:onlookers|bystanders|crowd|people (?:watching|away|back))",
    ),
    "quiet_scene": (
        r"(?:turned|switched|shut) (?:off|down) (?:[\w']+ ){0,3}(?:radio|sirens?|lights?|television"
        r"|tv)",
    ),
    "sit_with": (
        r"sat (?:down )?(?:beside|with|next to|near|on the (?:ground|curb|walkway|floor))",
    ),
    "keep_distance": (r"(?:stepped|moved|backed) (?:[\w']+ )?(?:back|away|off)",),
    "get_update": (
        r"went (?:and|to) (?:ask|asked|get|got|find|check|see) (?:[\w']+ ){0,4}(?:news|update"
        r"|doctor"
        r"|answer|status)|(?:got|brought|came back with) (?:[\w']+ ){0,3}(?:news|update)",
    ),
    "write_it_down": (r"wrote (?:[\w']+ ){0,4}down|wrote (?:[\w']+ ){0,3}complaint",),
    "fetch_family": (
        r"(?:called|phoned|brought in|contacted) (?:his|her|their) (?:family|mother"
        r"|father|sister|brother|son|daughter|wife|husband|parents?)",
    ),
    "fetch_interpreter": (r"(?:called|got|found|requested) (?:[\w']+ ){0,2}interpreter",),
    "call_crisis_team": (
        r"(?:called|requested|asked for|contacted) (?:[\w']+ ){0,3}(?:crisis (?:team|unit|worker)"
        r"|negotiator|mental[- ]health (?:team|worker|unit))",
    ),
    "medical_check": (
        rf"(?:examined|assessed|treated) {_HIM}|(?:checked|looked at|dressed) (?:his|her|their)"
        r" (?:[\w']+ )?(?:injur\w*|wounds?|back|arm|hands?|pulse|vital\w*|blood pressure)",
    ),
    "hand_over": (r"handed (?:it |him |her |them |the \w+ )?over to",),
    "apologise": (
        rf"apologi[sz]ed|said (?:[\w']+ )?(?:i was )?sorry|told {_HIM} (?:that )?i was sorry",
    ),
    "ask_suicide": (
        r"asked (?:[\w']+ ){0,8}(?:suicid\w*|kill (?:himself|herself|themselves)|wanted to die"
        r"|end(?:ing)? (?:his|her|their) (?:own )?life)",
    ),
    "weapon": (r"asked (?:[\w']+ ){0,8}(?:weapons?|knife|armed|anything sharp)",),
    "introduce": (
        r"introduced myself|gave (?:[\w']+ )?my name|told \w+ my name|identified myself",
    ),
    "ask_name": (r"asked (?:[\w']+ ){0,3}(?:his|her|their) name",),
    "thank": (rf"thanked {_HIM}",),
    "offer_choice": (r"(?:gave|offered) (?:[\w']+ ){0,2}(?:a choice|choices|two options|options)",),
}
"""Deeds and words that somebody may say they did."""
DONE_CLAIMS = {
    "handcuffs": (r"(?:was|were) (?:then )?(?:hand)?cuffed|(?:hand)?cuffs (?:were|had been) \w+",),
    "oc_spray": (r"(?:pepper|oc) spray was (?:used|deployed)|was (?:pepper[- ])?sprayed",),
    "soft_control": (r"(?:was|were) (?:then )?(?:restrained|taken to the ground)",),
    "call_backup": (r"back-?up was (?:called|requested)",),
    "call_security": (r"security was (?:called|requested)",),
    "bring_water": (r"water was (?:brought|given)|was (?:brought|given) (?:[\w']+ ){0,3}water",),
    "move_to_quiet_place": (
        r"(?:was|were) (?:moved|taken|brought) to (?:an?|the|another) (?:[\w']+ ){0,2}room",
    ),
    "clear_onlookers": (r"(?:onlookers|bystanders|the crowd) (?:was|were) (?:cleared|moved)",),
}

COMMON = """
about after again against alone around come comes also always another answer answers anything arms
asked asking asks away back because been before behind being best better between body both bring
brought called calls came carry coming could course days does doing done door doors down each
early else enough even ever every everybody everyone everything face feel feels felt find first
found front gave gentle gently give given gives going gone good great half hand hands happened
hard have having head hear heard held help helped helps here herself himself hold holding holds
home hour hours inside into just keep keeps kept kind knew know knows last late later least left
less light like little live long look looked looking looks made make makes making many maybe mean
means meant mind minute minutes more morning most move moved moves much must name near need needed
needs never next nice night nobody nothing number often once ones only open opened opens other
others outside over own part people person phone place plain please point quick quiet quietly
quite rather reach ready real really respect right room safe said same saying says seat second
seen self send sent shake she shoe should show showed shown shows side since sits sitting slow
slowly small some somebody someone something sometimes soon speak still stop stopped stopping
surprise stand standing stands stay stayed step steps such sure take taken takes talk talked
talking talks tell telling tells than thank that their them then there these they thing things
think thinking this those though thought three through till time times today together told tonight
took tried true try trying turn turned twice under until upset used useful using very voice wait
waited waiting walk walked want wanted wants watch way week weeks well went were what when where
which while whole whom whose will with within without word words work worked worse would wrong
year years yesterday yours young your eleven twelve saturday sunday friday directly directly-asked
eyes guards guard lines call treating checking check checked checks hides hide hidden loud afraid
worried scared calm calmer angry tired cold warm money pocket jacket coat boot sleeve drawer wrist
fist bag boat shut holes might handed handing secret feeling feelings twenty thirty hundred
getting roll rolled treat treated treatment hearing allow allowed carried carries carrying built
winter summer listening listen listens wall car cars road street house family mother father
brother sister son daughter wife husband child children parents friend officer police nurse doctor
hospital security
"""
"""Words too common to show what somebody knew."""
