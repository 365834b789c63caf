"""Lines as trainees could say them, with what a careful listener would call them.

Each row: the words, their language, the acts a listener could accept as the main one, and the
polarity of the whole move. The rows were written before the rules; every third row is held out
and was never looked at while the rules were tuned.
"""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One line; an empty set of acts means that no act should be found."""

    text: str
    lang: str
    acts: frozenset[str]
    polarity: str


def _lines(lang: str, table: str) -> list[Line]:
    rows = []
    for row in table.strip().splitlines():
        polarity, acts, text = (part.strip() for part in row.split("|", 2))
        names = frozenset(acts.split()) - {"-"}
        rows.append(Line(text, lang, names, polarity))
    return rows


_EN = """
helpful | introduce | Hello Mr. Singh, my name is Amanda and I'm one of the nurses here.
helpful | introduce | hi there, I'm Constable Roy with the RCMP
helpful | introduce | Hey, I'm Dave, hospital security. Mind if we talk for a sec?
helpful | give_reason | I'm here because one of the families said you seemed upset.
helpful | give_reason inform | We got a call about a fight, so that's why I'm knocking on your door.
helpful | ask_name | Sorry, I didn't catch your name?
helpful | ask_name open_question | And what should I call you?
helpful | ask_permission | Is it okay with you if I pull up a chair?
helpful | ask_permission | Can I come sit with you for a minute?
helpful | state_intent | I just want to make sure you and your daughter get looked after.
helpful | state_intent reassure | I'm not here to get you in trouble, I want to help.
helpful | thank | Thank you for being patient with us, sir.
helpful | thank | I really appreciate you telling me that.
helpful | open_question | What's been going on tonight?
helpful | open_question | tell me whats happening with your daughter
helpful | open_question encourage | Can you walk me through what happened at the desk?
helpful | open_question | How has the wait been for the two of you?
helpful | encourage | Mm-hmm.
helpful | encourage | Okay. I hear you, keep going.
helpful | reflect summarise | So you got here at noon and nobody has told you a thing since.
helpful | reflect | You've been sitting here six hours watching other people go in ahead of you.
helpful | reflect | What I'm hearing is that the silence is worse than the wait.
helpful | summarise | Let me make sure I've got this: she fell, you came at noon, and you still don't know when she'll be seen. Did I get that right?
helpful | label_emotion | You sound really worried about her.
helpful | label_emotion | It seems like you feel ignored.
helpful | label_emotion validate | That must be terrifying for a parent.
helpful | label_emotion | I can hear how tired you are.
helpful | validate | Any parent would be angry after six hours of this.
helpful | validate | It makes sense that you're frustrated, you've had no news at all.
helpful | validate | You have every right to be upset.
helpful | affirm | You've stayed right by her side this whole time. That says a lot about you as a dad.
helpful | affirm | It took guts to call us tonight.
helpful | apologise | I'm so sorry for the wait, Mr. Singh. Six hours is far too long.
helpful | apologise | We should have kept you informed, and we didn't. I apologize.
helpful | repair | Sorry, I cut you off there. Please finish what you were saying.
helpful | inform | We see the sickest people first, not whoever came first, and right now two ambulances have just come in.
helpful | inform plan_together | I'm going to go ask the doctor where she is on the list and I'll be back in ten minutes.
helpful | inform | Honestly, I don't know how long it'll be yet.
helpful | follow_through | I said ten minutes, I'm back, and here's what I found out.
helpful | follow_through | I spoke to the charge nurse like I said I would. Your daughter is third in line.
helpful | offer_comfort | Can I grab you a coffee or some water while you wait?
helpful | offer_comfort | There's a quieter room down the hall where she could lie down, would you like that?
helpful | offer_choice | Would you rather wait here or in the family room?
helpful | autonomy | It's totally up to you, you don't have to decide right now.
helpful | plan_together | What do you think would help us get through the next hour?
helpful | plan_together | Let's figure out together what to do next.
helpful | safety_question | Has she gotten any worse since you got here?
helpful | safety_question | Do you have any weapons on you tonight?
helpful | safety_question | Are you hurt anywhere, sir?
helpful | ask_suicide | Are you thinking about suicide?
helpful | ask_suicide | Have you had any thoughts of killing yourself tonight?
helpful | reassure | You're safe with me, I won't come any closer unless you say so.
helpful | reassure | Nobody's going to grab you.
helpful | reassure slow_down | I'm not going anywhere.
helpful | slow_down | There's no rush, we've got all night.
helpful | request | Could you please lower your voice a little so I can follow you?
helpful | request | Would you mind putting the bottle down while we talk?
helpful | set_limit | I want to help you, but I can't do that while you're banging on the glass.
helpful | agree | You're right, we dropped the ball on that one.
helpful | self_disclose | I've got two kids myself and I'd be out of my mind with worry.
helpful | find_hook open_question | Tell me about your daughter, what does she like to do?
helpful | ground | Take a slow breath with me, in through the nose.
helpful | clear_scene | I've asked the other officers to step back, so it's just me and you.
helpful | offer_resource | There's a social worker here tonight, would you like me to bring her over?
helpful | safety_command | Drop the knife! Drop it now!
helpful | close | Before I go, here's my card, and Constable Roy knows what we agreed on.
helpful | redirect | Let's step over here where it's quieter and you can tell me about the farm.
harmful | threaten | Sit down or I'll have security throw you out.
harmful | threaten | Keep yelling and you'll be leaving in handcuffs.
harmful | threaten | This is your last warning.
harmful | command | Get back in your seat.
harmful | command | Hands out of your pockets, now.
harmful | calm_down | Sir, you need to calm down right now.
harmful | calm_down | relax buddy
harmful | policy_wall | You have to wait like everyone else, sir.
harmful | policy_wall | I don't make the rules here.
harmful | minimise | It's only a fever, kids get them all the time.
harmful | minimise | There are people here way worse off than your daughter.
harmful | dismiss | Look, I'm busy, I don't have time for this right now.
harmful | dismiss | That's not my problem.
harmful | insult | You're being a complete jerk.
harmful | sarcasm | Oh great, another expert on how to run a hospital.
harmful | moralise | You should be ashamed, acting like that in front of your kid.
harmful | why_question | Why didn't you just go to a clinic?
harmful | false_promise | I promise she'll be fine.
harmful | advise | You should just take her home and give her some Tylenol.
harmful | question_stack | What did she eat? When did it start? Any allergies? Who is her doctor?
harmful | stigmatise | Is this guy crazy or just drunk again?
harmful | false_empathy | I know exactly what you're going through.
harmful | argue | That's not true, nobody told you one hour.
harmful | guilt | Think of what this is doing to your daughter.
harmful | dare | Go on then, hit me, I dare you.
harmful | jargon | She's a CTAS 3 pending reassessment per protocol.
mixed | apologise policy_wall | I'm sorry about the wait, but you have to wait like everyone else.
harmful | insult command | I understand you're upset, but shut up and sit down.
neutral | - | The washroom is down the hall on the left.
neutral | - | It's raining outside.
"""

_FR = """
helpful | introduce | Bonjour monsieur Singh, je m'appelle Amélie, je suis infirmière ici.
helpful | introduce | Salut, moi c'est Luc, je travaille à la sécurité.
helpful | introduce | Bonsoir, agente Tremblay de la GRC.
helpful | give_reason | Je viens vous voir parce que vous avez l'air inquiet depuis tantôt.
helpful | give_reason | Si je vous pose la question, c'est pour être sûr que votre fille est correcte.
helpful | ask_name | C'est quoi votre nom, monsieur?
helpful | ask_name | Comment voulez-vous que je vous appelle?
helpful | ask_permission | Est-ce que ça vous va si je m'assois à côté de vous?
helpful | ask_permission | Je peux m'approcher un peu?
helpful | state_intent | Je veux juste que vous pis votre fille soyez bien pris en charge.
helpful | state_intent reassure | Je suis pas ici pour vous arrêter, je veux vous aider.
helpful | thank | Merci d'avoir attendu aussi longtemps, monsieur Singh.
helpful | thank | J'apprécie vraiment que vous me disiez ça.
helpful | open_question | Qu'est-ce qui se passe ce soir?
helpful | open_question | dites moi ce qui est arrivé avec votre fille
helpful | open_question | Comment ça se passe pour vous depuis que vous êtes arrivés?
helpful | encourage | Mm-hmm, continuez.
helpful | encourage | D'accord, je vous écoute.
helpful | reflect summarise | Donc vous êtes arrivé à midi pis personne vous a rien dit depuis.
helpful | reflect | Ça fait six heures que vous voyez du monde passer avant vous.
helpful | reflect | Si je comprends bien, c'est pas l'attente le pire, c'est le silence.
helpful | summarise | Laissez-moi voir si j'ai bien compris : elle est tombée, vous êtes ici depuis midi, et vous savez toujours rien. C'est ça?
helpful | label_emotion | Vous avez l'air épuisé.
helpful | label_emotion | On dirait que vous vous sentez oublié.
helpful | label_emotion validate | Ça doit être tellement inquiétant pour un père.
helpful | label_emotion validate | Ça a l'air lourd à porter, tout ça.
helpful | label_emotion | Je vois bien que t'es découragé.
helpful | validate | N'importe quel parent serait fâché à votre place.
helpful | validate | C'est normal d'être frustré, vous n'avez eu aucune nouvelle.
helpful | validate | Vous avez le droit d'être en colère.
helpful | affirm | Vous avez pas lâché votre fille une minute, ça montre quel père vous êtes.
helpful | affirm | Ça prend du courage pour appeler.
helpful | apologise | Je suis vraiment désolé pour l'attente, six heures c'est beaucoup trop long.
helpful | apologise | On aurait dû vous tenir au courant. Je m'excuse.
helpful | repair | Excusez, je vous ai coupé. Continuez donc.
helpful | inform | On voit les cas les plus graves en premier, pas le premier arrivé, pis deux ambulances viennent d'entrer.
helpful | inform plan_together | Je vais aller demander au médecin où elle est rendue, pis je reviens vous voir dans dix minutes.
helpful | inform | Pour être honnête, je sais pas encore combien de temps ça va prendre.
helpful | follow_through | J'avais dit dix minutes, me revoilà, et voici ce que j'ai appris.
helpful | follow_through | J'ai parlé à l'infirmière-chef comme promis, votre fille est la troisième.
helpful | offer_comfort | Est-ce que je peux vous apporter un café ou de l'eau?
helpful | offer_comfort | Il y a une petite salle plus tranquille, elle pourrait s'étendre, ça vous tente?
helpful | offer_choice | Aimez-vous mieux attendre ici ou dans le petit salon?
helpful | autonomy | C'est vous qui décidez, rien vous oblige à répondre.
helpful | plan_together | Qu'est-ce qu'on pourrait faire ensemble pour que la prochaine heure soit moins dure?
helpful | plan_together | On va regarder ça ensemble, étape par étape.
helpful | safety_question | Est-ce qu'elle va moins bien depuis tantôt?
helpful | safety_question | Avez-vous une arme sur vous?
helpful | safety_question | Es-tu blessé quelque part?
helpful | ask_suicide | Est-ce que vous pensez à vous suicider?
helpful | ask_suicide | Avez-vous des idées suicidaires en ce moment?
helpful | reassure | Vous êtes en sécurité avec moi, je m'approche pas plus.
helpful | reassure | Personne va vous toucher.
helpful | reassure | Je reste avec vous, je m'en vais pas.
helpful | slow_down | Prenez votre temps, y a rien qui presse.
helpful | request | Pourriez-vous baisser un peu le ton, s'il vous plaît, que je vous comprenne bien?
helpful | request | Accepteriez-vous de déposer la bouteille pendant qu'on se parle?
helpful | set_limit | Je veux vous aider, mais je peux pas le faire tant que vous frappez dans la vitre.
helpful | agree | Vous avez raison, on a manqué notre coup là-dessus.
helpful | self_disclose | J'ai deux enfants moi aussi, je serais morte d'inquiétude.
helpful | find_hook open_question | Parlez-moi de votre fille, qu'est-ce qu'elle aime?
helpful | ground | On va respirer tranquillement ensemble.
helpful | clear_scene | J'ai demandé à mes collègues de reculer, c'est juste vous et moi.
helpful | offer_resource | Il y a une travailleuse sociale ce soir, voulez-vous que j'aille la chercher?
helpful | safety_command | Lâche le couteau! Lâche-le!
helpful | close | Avant de partir, je vous laisse ma carte, et ma collègue Julie est au courant de tout.
harmful | threaten | Assis-toi, sinon je te sors d'ici.
harmful | threaten | Si vous continuez à crier, vous allez finir au poste.
harmful | threaten | C'est mon dernier avertissement.
harmful | command | Retournez à votre place.
harmful | command | Sors tes mains de tes poches.
harmful | calm_down | Monsieur, il faut vous calmer, là.
harmful | calm_down | Voyons donc, énerve-toi pas.
harmful | policy_wall | Vous devez attendre comme tout le monde.
harmful | policy_wall | C'est pas moi qui fais les règlements.
harmful | minimise | C'est rien qu'une petite fièvre, là.
harmful | minimise | Y en a des pires que vous ici.
harmful | dismiss | J'ai pas le temps de m'occuper de vous.
harmful | dismiss | C'est pas mon problème.
harmful | insult sarcasm | Arrête ton cirque.
harmful | insult | T'es rien qu'un niaiseux.
harmful | sarcasm | Ben oui, c'est vous le docteur, j'imagine.
harmful | moralise | Vous devriez avoir honte de crier devant votre fille.
harmful | why_question | Pourquoi t'es pas allé à la clinique avant?
harmful | false_promise | Je vous promets que tout va bien aller.
harmful | advise | Vous devriez juste retourner chez vous pis lui donner des Tylenol.
harmful | question_stack | Elle a mangé quoi? Ça a commencé quand? Des allergies? C'est qui son docteur?
harmful | stigmatise | Il est-tu fou ou juste saoul, lui?
harmful | false_empathy | Je sais exactement ce que vous vivez.
harmful | argue | C'est pas vrai, personne vous a dit une heure.
harmful | guilt | Pensez à ce que vous faites subir à votre fille.
harmful | dare | Vas-y donc, frappe-moi.
mixed | apologise policy_wall | Je suis désolé pour l'attente, mais vous devez attendre votre tour comme les autres.
harmful | insult command | Je comprends, mais ferme ta gueule pis assis-toi.
neutral | - | Les toilettes sont au bout du corridor.
neutral | - | Il pleut dehors.
"""

LINES = tuple(_lines("en", _EN) + _lines("fr", _FR))
HELD_OUT = LINES[2::3]
TUNED = tuple(line for number, line in enumerate(LINES) if number % 3 != 2)
