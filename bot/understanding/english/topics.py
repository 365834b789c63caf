"""English questions about what comes up in nearly every encounter, in many wordings."""

# ruff: noqa: E501 - a question reads best on one line

from __future__ import annotations

COMMON: dict[str, str] = {
    "name": """\
What's your name?
I don't think I caught your name.
and you are?
May I ask who I'm speaking with?
what do people call you
whats ur name
I'm Dana, I'm one of the nurses. And yourself?
How would you like me to address you?
sorry who am i talking to here
Do you go by a nickname?
first name is fine, just so i know what to call you
Could I have your full name, please, sir?
can i get a name bud
It's easier to talk if I know your name.
I'd rather not keep calling you ma'am.
you got a name?
Is it Mike or Michael?
tell me your name again, i missed it
Would you mind introducing yourself?
what should i call you
I can't just call you "hey you" all night, can I?
Under what name are you registered?
have we met before? remind me of your name
who do i have the pleasure of talking to
Mr... what was it?
Your last name, how is that spelled?
im officer reyes, you can call me tony, what about you
What name do you prefer we use?
do you mind if i call you by your first name
so what do your friends call you
""",
    "what_happened": """\
What happened?
what brought you in tonight
Can you walk me through it from the beginning?
so what's going on here man
I'd like to hear your side of it.
how did all this start
whats got you so worked up
Something must have set this off.
Would you tell me what led up to this?
when did things go wrong today
I wasn't here earlier, so fill me in.
Could you describe the events that preceded our arrival?
what's the story
We got a call about some yelling, what was that about?
who did what exactly
ok start wherever you want, what went down
It looks like you've had a rough morning. What's behind it?
what was the last straw
Help me understand how we got to this point.
did somebody say something to you
Everything was calm an hour ago, and then?
what did they do to make you this angry
For what reason did you come to the office today?
how come youre out here in the cold
I only got bits and pieces from the desk. What's the full picture?
was there a fight or something
Why are the police here, in your own words?
tell me whats been happening
So it began this afternoon, is that right?
what went on between you two
""",
    "pain": """\
Are you in any pain?
are you hurt
Where does it hurt?
I see some blood on your sleeve.
is that your blood?
On a scale of zero to ten, how bad is it?
did you bang your head
Any injuries I should know about?
you're limping a bit, is your leg ok
Have you been wounded in any way?
does anything feel broken
ouch, that hand looks swollen
Did anyone hit you?
u bleeding anywhere?
Would you let someone take a look at that cut?
how's the back holding up, still sore?
Please point to the spot that's bothering you.
is it a sharp ache or more of a dull one
When did the chest pain come on?
can you move your fingers ok
You keep holding your side.
do you need a medic
Is the discomfort getting worse?
got any bruises from the fall
Before anything else, I want to be sure you're not injured.
what about your stomach, does it still hurt
Are those handcuffs too tight on your wrists?
did you hurt yourself when you fell
I'm wondering if that shoulder is giving you trouble.
you good? that looked like it stung
""",
    "weapon": """\
Do you have any weapons on you?
whats in your hand
Is there anything sharp in your pockets that could poke me?
you got a knife?
Are you armed, sir?
anything on you i should know about before i come closer
I notice you keep reaching into your jacket.
is there a gun in the house
Are you carrying anything that could hurt you or someone else?
what's that youre holding
Could you show me your hands, please?
got a blade or something in that bag
I need to ask about weapons, I ask everybody.
mind putting down whatever that is
Where's the knife now?
is that scissors in your sleeve
Do you own any firearms?
nothing pointy on you, right?
Would you be willing to empty your pockets onto the table?
hey what have you got behind your back
Someone told us they'd seen you with a bat.
u packing?
If we were to search your backpack, would we find anything dangerous?
did you bring something to defend yourself with
That thing in your fist is making me nervous.
have you hidden any tools or glass in the room
Can you tell me what's under the blanket?
so no gun no knife nothing like that
Are there any objects within reach that someone could get hurt with?
is it loaded
""",
    "substances": """\
Have you had anything to drink tonight?
did you take something
Are you on any drugs right now?
how many beers are we talking
I can smell some alcohol.
you high?
Have you consumed any substances in the last twenty-four hours?
when was your last drink
been partying?
I'm not here to judge, I just need to know what you took.
is it weed or something stronger
Do you use at all?
was it coke, meth, pills, what
Your pupils are really big right now.
how much did u have
Would you say you're intoxicated at the moment?
are you coming down off something
Just coffee today, or something else too?
you been drinking buddy
Could there have been something in your drink?
How long have you been sober?
did you smoke anything before you came here
The doctors will want to know about alcohol and street drugs.
you seem a little wobbly, had a few?
When did you last use?
anything in your system i should tell the paramedics about
Is drinking something you do every day?
so are you drunk or just tired
Did someone give you something to swallow or smoke?
do you get the shakes when you stop drinking
""",
    "medication": """\
Are you taking any medication?
did you take your meds today
What has the doctor prescribed for you?
any pills you're supposed to be on
When was your last dose?
you skipped a few days, is that it?
Do you have your prescriptions with you?
what are you on for your nerves
Are there any medicines you take regularly?
i see an inhaler in your bag, do you need it
Has your dosage been changed recently?
whats that pill bottle for
Did you run out of your tablets?
how long have you been off your meds
I'd like to know which pharmacy fills your prescription.
do you take insulin
Is there something you normally take in the morning that you haven't had?
sometimes people stop because of side effects, did you
Please list your current medications for me.
u still on the antidepressants?
Were you given a refill last week?
are the new pills agreeing with you
Maybe you missed a dose somewhere along the way.
anything for blood pressure, heart, diabetes?
Who helps you keep track of your medicine?
did they change your prescription
When are you due for your injection?
got your meds on you
And your treatment, have you been able to keep up with it?
do you find the medication helps at all
""",
    "suicide": """\
Are you thinking about suicide?
do you want to die
Have you had thoughts of ending your life?
are you thinking of killing yourself
I'm going to ask you straight out, is this about wanting to die?
do u feel like you dont want to be here anymore
Sometimes when people have been hurting as much as you have, they think about suicide. Is that true for you?
have you made a plan to end things
Have you ever attempted suicide before?
did you come up here to die
When you say you're done, do you mean done with living?
any thoughts of hurting yourself
How often do those thoughts of dying come?
you said everyone would be better off without you, what did you mean
Do you wish you could go to sleep and not wake up?
are you planning to end it tonight
Have you decided how or when you would do it?
does living feel pointless right now
I'm worried you might be thinking of taking your own life.
is part of you still wanting to live
Are you experiencing any suicidal ideation?
so this isn't about dying, or is it?
what has kept you alive until now
Have you written a note or said goodbye to anyone?
are you safe from yourself tonight
When did you first start thinking about death as a way out?
have you been hurting yourself on purpose
How close have you come to acting on it?
u suicidal?
Tell me if it's got so bad that you'd rather be dead.
""",
    "family": """\
Do you have any family nearby?
you got kids?
Is there someone we could call for you?
whos at home right now
How old are your children?
are you married
I'm guessing your mom is worried about you.
Would you like us to notify your next of kin?
what about your brother, could he come get you
Tell me about your daughter.
any relatives in town
Who do you live with?
is your wife ok
Does your husband know that you're here?
you mentioned a son earlier
are you close to your folks
Who should be listed as your emergency contact?
whos watching the little ones
Are there children in the apartment?
want me to ring your sister
Maybe there's a friend or a cousin you trust.
do you still talk to your dad
How do things stand between you and your parents?
u have a girlfriend or a boyfriend or anybody
I'd be glad to get in touch with a loved one.
grandkids?
Who are the important people in your life?
is anybody in the family expecting you
Have you spoken with your partner since this morning?
whats your kids name
""",
    "needs": """\
What do you need right now?
how can i help
What would make this a bit easier for you?
what do you want from us
Is there anything I can get you, water or a blanket?
tell me what would help
What are you hoping will come of this?
ok what is it youre asking for
I want to do something useful for you, so point me to it.
would it help if we stepped outside
In what way may I be of assistance?
what can i do for ya
If you could change one thing tonight, what would it be?
do you want some space
What would a good outcome look like to you?
need anything?
So what are you after, exactly?
what matters most to you here
I'm not sure what you'd like me to do.
a chair, a glass of water, a minute to breathe?
Which of these problems should we tackle first?
whats the one thing you want them to hear
Could we do something differently for you?
what do u want
Is there something you've been asking for that nobody gave you?
would you rather talk to somebody else
How would you like us to support you?
what would it take for you to sit down with me
Let me know what you'd need to feel safe.
and what do you wish someone had done
""",
    "next_step": """\
What happens now?
where will you go after this
Do you have a plan for the rest of the night?
so what's next
Shall we talk about where we go from here?
what are you gonna do when you walk out that door
How do you see the next hour going?
Would you agree to come inside with me and see the doctor?
wanna figure out the next step together
What do you intend to do once you leave here?
i'd like us to make a plan, ok?
Once you've calmed down, then what?
how are you getting home
What have you been told about what comes next?
u coming back tomorrow for the appointment?
Let's look at our options.
what do you think should happen next
Has someone arranged any follow-up for you?
where do we go from here
Could you live with it if we did it this way?
are you heading straight to your sisters after
I'm wondering what the first thing is that you'll do after we're done.
whats the plan
Which would you choose, the clinic or the shelter?
are you ready to come with us
What will you do if this starts up again?
got a ride?
By the end of today, what should be settled?
do you know what to expect now
Who will follow up with you after your discharge?
""",
    "feelings": """\
How are you feeling?
what's it like for you
You seem pretty shaken up.
are you scared
How has all of this affected you?
whats going through your head right now
What emotions are coming up for you as we speak?
you ok?
I'm guessing you're more hurt than angry.
does it make you sad when they say that
How did you feel when they told you?
is it anger or is it fear
That must feel pretty lonely.
how u holding up
Can you put into words what it's been like?
hows your mood been lately
How are you coping with everything?
are you feeling a bit calmer than before
What was going on inside you at that moment?
so you're frustrated, yeah?
Would you describe yourself as anxious?
whats the worst part of it for you
What frightens you the most?
are you mad at me or at the whole place
I wonder what it's like to wait this long without any news.
feeling any better?
On the inside, how are you doing?
you look really upset, wanna tell me how it feels
Did that make you feel humiliated?
is it all getting to be too much
""",
    "work": """\
What do you do for work?
you got a job?
Are you employed at the moment?
did you come here straight from work
What time does your shift start?
hows work going
I see you're wearing steel toes, are you in construction?
what line of work are you in
Is your boss going to give you trouble over this?
do you work nights
How long have you been with the company?
so what do you do for a living
May I ask what your occupation is?
are you missing a shift because of us
When did they lay you off?
were you fired
You said something about the warehouse.
what kind of hours are they making you work
Who's your employer?
u working tomorrow?
Are you a student, or are you working?
did something happen on the job
Retired, or still at it?
do you get along with your coworkers
What did you do before you lost your position?
is money tight since you stopped working
I'd guess they're counting on you at the shop.
been looking for work long
Will you get paid for today if you stay here?
what was your trade back then
""",
    "home": """\
Where do you live?
you got a place to stay tonight
What's your address?
are you sleeping outside these days
Is it safe for you to go home?
where you headed home to
Do you have somewhere warm to spend the night?
Are you from around here?
which part of town are you in
I don't know if you have a roof over your head.
do you rent or is it your own house
Would you like us to find you a bed in a shelter?
where'd you sleep last night
How long have you been without a home?
did the landlord kick you out
Could you confirm your place of residence for me?
u homeless or couch surfing or what
What's your living situation like?
so home's not an option tonight?
do you still have your keys to the apartment
Who else's name is on the lease?
can you crash at a friends
Is there a fixed address we can put on the form?
how far is your place from here
They said you'd been evicted.
do you live in this building
What's it like where you're living now?
whats your street
If we let you go, where will you be staying?
is your apartment ok or has the heat been cut off
""",
    "alone": """\
Are you alone?
who's with you
Is anyone else in there?
did you come by yourself
Who came in with you tonight?
anybody else in the room
I thought I heard another voice.
just you?
Is someone accompanying you today?
who was that guy standing beside you
Are there other people in the building that we should know about?
u by urself
Did somebody drive you here?
is there anyone here with you that you trust
How many of you are there?
so its only the two of us
I don't see anyone with you.
did your friends take off and leave you
Would you kindly tell me who else is present?
are you here on your own or waiting on someone
Who's behind that door?
you got company in there?
Were you alone when it happened?
anyone sitting with you in the waiting room
Has anyone stayed with you since this morning?
is that your buddy over there
Please tell me whether there's another person inside the car.
nobody else around?
The lady in the hallway, is she with you?
are you up there alone
""",
    "sleep": """\
When did you last sleep?
have you eaten today
How many hours did you get last night?
you look exhausted
when was your last meal
Have you been sleeping at all this week?
are you hungry
Did you manage to get any rest?
u had breakfast?
I bet you haven't had a bite since this morning.
been up all night?
How's your appetite been lately?
do the nightmares keep you awake
Are you having difficulty falling asleep?
what did you have for supper
Would you like a sandwich while we wait?
when's the last time you got a decent nights sleep
You must be running on empty by now.
had anything to eat or drink, like water or juice
Is it the noise that's been keeping you up?
how long since you had a proper meal
Could you use a nap?
did you skip lunch
Since when have you been awake?
hows your sleep
Do you wake up a lot during the night?
three days without sleep, did i get that right
Have you been able to keep any food down?
got any shuteye?
I'm asking about food and sleep because everything's harder without them.
""",
}
"""Added to a scenario's own examples for a topic of the same name."""
