"""Names of techniques: typing one is talking about a skill, not using it."""

from __future__ import annotations

NAMES = frozenset(
    """
open question
open questions
open ended question
open-ended question
open-ended questions
closed question
validation
validate
validate feelings
validate emotions
empathy
empathise
empathize
active listening
reflective listening
listening
paraphrase
paraphrasing
reflection
reflect
mirroring
mirror
summary
summarise
summarize
summarising
emotion label
emotion labeling
emotion labelling
emotional labeling
emotional labelling
labeling
labelling
label emotion
label the emotion
name the emotion
rapport
build rapport
building rapport
de-escalation
deescalation
de-escalate
minimal encourager
minimal encouragers
encouragement
affirmation
reassurance
apology
introduction
introduce myself
introduce yourself
offer of choice
offer choice
offer choices
set limit
set limits
limit setting
self disclosure
self-disclosure
i message
i messages
effective pause
trauma-informed
trauma informed
body language
non-verbal
safety question
ask suicide
grounding
redirection
question ouverte
questions ouvertes
empathie
ecoute active
ecoute
reformulation
reformuler
reflet
resume
reflet des emotions
nommer l'emotion
emotion
validation des emotions
desescalade
desamorcage
encouragement minimal
encouragements
affirmations
excuses
presentation
se presenter
offrir un choix
offrir des choix
mettre une limite
limite
rassurer
reconfort
langage corporel
question fermee
lien de confiance
pause
""".strip().splitlines()
)
"""Folded to lower case without accents, as people type them."""
