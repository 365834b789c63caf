"""English rules for first contact: who I am, why I am here, what I want for you, thanks."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.rules import Rule

RULES = (
    Rule(
        "en.introduce.name",
        "introduce",
        (
            r"\bmy name is\b(?! (?:on|in|not)\b)",
            r"\b(?:i am|this is) @\w+",
            r"^@\w+ here\b",
        ),
        (
            "Hi, my name is Amanda.",
            "Hello sir, I'm Dave.",
            "hey my names Chris and i work here",
            "My name's Priya, I'm the charge nurse tonight.",
        ),
        ("You never asked what my name is not.", "I'm sorry about that."),
        confidence=0.95,
    ),
    Rule(
        "en.introduce.role",
        "introduce",
        (
            r"\bi am...<role>\b",
            r"\bi (?:also )?work (?:in |for |at |with |here|security)",
            r"^(?:hi|hello|hey|good (?:morning|evening|afternoon))...(?:constable|officer|nurse|sergeant|corporal|doctor|dr) \w+",
            r"\bi am (?:constable|officer|nurse|sergeant|corporal|doctor|dr) \w+",
        ),
        (
            "I'm a nurse here in the emergency department.",
            "Good evening, Constable Roy, RCMP.",
            "im one of the social workers here",
            "I work security in this building.",
        ),
        (
            "I'm sorry the nurse was rude.",
            "I'm going to ask the doctor.",
            "I am going to go find the nurse.",
            "I'm waiting for the doctor too.",
        ),
        unless=(
            r"\bi am (?:going|not|sorry|so|really|asking|here|waiting|calling|trying|looking|getting|having|talking|finding|very|also sorry|\w+ing) ",
            r"\bwork (?:with you|for you)\b",
        ),
        confidence=0.92,
    ),
    Rule(
        "en.give_reason.here",
        "give_reason",
        (
            r"\b(?:i am|we are) (?:here|calling|knocking|stopping|asking|checking|coming|over here|talking to you|speaking to you)...because\b",
            r"\b(?:i|we) (?:came|have come|stopped|knocked|walked|wanted)...because\b",
            r"\bwe (?:got|had|received|have had) a (?:call|complaint|report)\b",
            r"\b(?:the )?reason (?:i|we|why|for|that)\b...(?:am|is|are|stopped|came|asking|here|ask|want|called|knocked)",
            r"\b(?:that is|this is) why (?:i|we) (?:am|are|pulled|came|knocked|stopped|ask|asked|called|need|have)",
            r"\b(?:i am|we are) (?:asking|checking|telling you this|calling|stopping you|knocking)...(?:because|so that|since|to make sure|to be sure)\b",
            r"\b(?:i am|we are) here (?:about|to (?:check|talk|see|find out|speak|look)|since|on account)\b",
            r"\bi (?:came|come|am coming)(?: over| by| here| out| back)? to (?:hear|see|check|talk|listen|find out|ask|explain|tell|sit)\b",
            r"\bi (?:stopped|pulled) you (?:over )?(?:because|for)\b",
            r"\b(?:a |your |one of the |some |the )?(?:neighbou?rs?|someone|somebody|families|staff|people|colleague)...(?:called|heard|was worried|were worried|said|told (?:me|us))\b...(?:you|shouting|noise|yelling|help|upset)\b",
        ),
        (
            "I'm here because someone was worried about you.",
            "We got a call about shouting.",
            "The reason I stopped you is your speed.",
            "I'm asking because I want to be sure nobody is hurt.",
            "A neighbour heard shouting and worried somebody was hurt.",
            "I came over because you've been waiting a long time.",
        ),
        ("I'm upset because you shouted.", "Nobody told me you were here."),
        confidence=0.9,
    ),
    Rule(
        "en.ask_name.form",
        "ask_name",
        (
            r"\b(?:what is|can i (?:get|have|ask)|may i (?:have|ask|know)|could i (?:get|have|ask)|tell me|catch|know) your (?:first |full )?name\b",
            r"\b(?:what|how) (?:should|can|may|do|would|shall) (?:i|we|you|people) (?:like |want |prefer )?(?:me |us |to )*(?:call|be called|address)\b",
            r"\bwhat (?:would|do) you (?:like|want|prefer)...(?:to be called|call you)\b",
            r"\bdo you (?:go by|prefer (?:to be called|mr|mrs|ms|sir))\b",
            r"\b(?:can|may|okay if|right if|mind if) i call you @?\w+",
            r"\byour name (?:sir|please|again|maam|ma am)? ?\?$",
            r"\bwho am i (?:talking|speaking) (?:to|with)\b",
        ),
        (
            "What's your name?",
            "How would you like me to call you?",
            "What should I call you?",
            "Sorry, I didn't catch your name?",
            "Is it all right if I call you Denise?",
            "what would you like to be called",
        ),
        ("They called your name already.", "What did they call you?"),
        confidence=0.95,
    ),
    Rule(
        "en.ask_permission.if",
        "ask_permission",
        (
            r"\b(?:is it|would it be|is that|it is|be|that) (?:okay|all right|fine|good|alright)...(?:if|that) (?:i|we)\b",
            r"^(?:okay|all right|mind|good) if (?:i|we)\b",
            r"\b(?:do|would) you mind if (?:i|we)\b",
            r"\bmind if (?:i|we)\b",
            r"\b(?:can|could|may|might) (?:i|we) (?:just |please |maybe |also )?(?:come|sit|take a seat|step|move|join|ask|talk|speak|tell you|share|suggest|check|look|have a look|take (?:your|a look|her|his)|touch|examine|stand|stay|walk|pull up|make a suggestion|offer a|say something|hang out)\b",
            r"\bwould you let me\b",
            r"\b(?:would|will|are) you (?:be )?(?:okay|all right|comfortable|fine) (?:with|if) (?:me|i|us|we|my)\b",
            r"\bdo i have your permission\b",
            r"\bare you (?:okay|comfortable) (?:with|if)\b...(?:i|me|us|we)\b",
        ),
        (
            "Is it okay with you if I pull up a chair?",
            "Mind if I sit here?",
            "Can I come a bit closer so I can hear you?",
            "May I check her temperature?",
            "Okay if I sit on the curb over here?",
            "could i ask you a few things",
        ),
        ("Can I get you some water?", "It's okay to be angry.", "Can I help you with that?"),
        unless=(r"\bcan i (?:ask|get|have) (?:you )?(?:your|a favou?r)\b", r"\bcall you\b"),
        confidence=0.88,
    ),
    Rule(
        "en.state_intent.want",
        "state_intent",
        (
            r"\b(?:i|we) <hedge>(?:want|would like|am hoping|hope|need) (?:is )?to (?:be able|help|understand|make sure|see (?:that|how|if|you)|sort|find (?:a way|out how|out what)|figure|get (?:you|her|him|this|us|everyone|everybody)|hear|listen|know (?:what|how)|work this out|keep (?:you|everyone|everybody|us)|be sure|support|do right|speak with|talk with|check (?:that|on|in))",
            r"\b(?:i|we) <hedge>(?:want|would like) (?:you|us|everyone|everybody|her|him|your \w+|both of you) (?:both |all |guys )?(?:and \w+ \w+ )?to\b",
            r"\b(?:do|doing|try) (?:everything|all|what|whatever|anything) (?:i|we) can\b|\bdo my (?:very )?best\b",
            r"\ball (?:that )?(?:i|we) (?:want|care about|am trying to do)\b",
            r"\b(?:i|we) (?:am|are) (?:just |only |really )?(?:here|trying) to (?:help|understand|listen|support|hear|make sure|see (?:that|if|how) you|get (?:you|her|him)|look after)\b",
            r"\bmy (?:only |main |one )?(?:goal|job|priority|concern) (?:here |tonight |right now )?is\b...(?:you|safe|everyone|help|daughter|okay)\b",
            r"\bwhat (?:i|we) (?:want|would like|am hoping for)...is\b",
        ),
        (
            "I want to make sure you and your daughter get looked after.",
            "I'm here to help.",
            "I just want to understand what's going on.",
            "All I want is for everybody to be safe.",
        ),
        (
            "I want you to sit down.",
            "I want to finish my shift.",
            "I don't want to hear it.",
        ),
        unless=(
            r"\b(?:do|did) not want to\b",
            r"\bwant you to (?:sit|stop|leave|shut|get|put|move|stay|calm|listen|step|drop|go|be quiet|answer)\b",
            r"\bdo (?:you|they) want\b",
            r"\bwant to help you but\b",
        ),
        confidence=0.82,
    ),
    Rule(
        "en.state_intent.not_here_to",
        "state_intent",
        (
            r"\b(?:i am|we are) not (?:here|trying|looking|out) to (?:arrest|get you|judge|take|punish|lecture|cause|make (?:this|things|it)|tell you|trick|embarrass|kick|throw|bother|accuse|fight|argue)",
        ),
        ("I'm not here to arrest you.", "We're not here to get you in trouble."),
        ("I'm not here to hear your stories.",),
        confidence=0.86,
    ),
    Rule(
        "en.thank.form",
        "thank",
        (
            r"\bthank you\b",
            r"\bthanks\b",
            r"\b(?:i|we) <very>appreciate\b",
            r"\bi am (?:<very>)(?:grateful|glad) (?:that )?(?:you|for)\b",
        ),
        (
            "Thank you for telling me that.",
            "thanks for waiting",
            "I really appreciate you telling me that.",
        ),
        (
            "This is how you thank us.",
            "No thanks to you, we are behind again.",
            "I'd appreciate it if you sat down.",
        ),
        unless=(
            r"\bno thanks to\b",
            r"\bthanks for nothing\b",
            r"\bhow you thank\b",
            r"\bappreciate it if\b",
            r"\bthanks a lot (?:for|buddy|pal)\b",
        ),
        confidence=0.93,
    ),
    Rule(
        "en.close.take_care",
        "close",
        (
            r"^(?:okay |all right |so |well |and |now |you |please )*(?:just )?take (?:good |very good )?care(?: of yourself| of each other| now| tonight| sir| ma am| buddy)?(?: \.| !)?$",
        ),
        ("Take care of yourself.", "You take care now.", "Okay, take care."),
        (
            "Take care of it yourself.",
            "Who takes care of you?",
            "You have to take care of your kids.",
        ),
        confidence=0.9,
        alone=True,
    ),
)
