"""Lines as trainees could say them, with what a careful listener would call them.

Each row: the polarity of the whole move, the acts a listener could accept as the main one, and
the words. `FIRST` was written before any rule; every third row of it is held out. `WAITING` (the
waiting room) and `STREETS` (police, security, care, social work) were written later and read once
before the rules learnt from them: on that first reading the main act was right for 55 to 65 % of
the lines and the polarity for 65 to 73 %. `FRESH` came last, typed carelessly; no rule ever learnt
from it, so it shows what to expect of new words (57 % and 61 %, nearly all misses being "no act
found") and is the yardstick for a learnt head.
"""

# ruff: noqa: E501 - a line that somebody says stays on one line

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

_WAITING_EN = """
helpful | apologise | I'm really sorry you and your girl have been sitting here this long with nobody checking on you.
helpful | apologise | That's a terribly long time to wait, and I apologize.
helpful | apologise validate | You've been treated poorly and I'm sorry about that.
helpful | inform | The way it works is that a nurse looks at how urgent each case is, so somebody who came after you might go in first.
helpful | inform | It isn't first come first served, it goes by how sick a person is.
helpful | inform follow_through | Her blood work isn't back from the lab yet, I just looked.
helpful | inform plan_together | Give me ten minutes, I'll go talk to the triage nurse and come straight back to you.
helpful | inform | I can't say how long it'll take, but I can find out where she is in line.
helpful | inform | I honestly can't give you a time.
helpful | inform | If her breathing changes or she gets confused, tell us right away and we'll see her immediately.
helpful | follow_through | Hi again, as promised I went and asked. There are three people ahead of her.
helpful | follow_through | It's been ten minutes, so here I am like I told you.
helpful | follow_through | I asked about Priya and the doctor is going to see her after the next patient.
helpful | offer_comfort | Let me find you both a more comfortable spot.
helpful | offer_comfort | I brought a warm blanket for your daughter.
helpful | offer_comfort | Could I get her something for the fever in the meantime?
helpful | label_emotion | I can see that you're scared for your little girl.
helpful | label_emotion | This is really hard for you, isn't it.
helpful | label_emotion | You must be worn out after all those hours.
helpful | label_emotion | I imagine you're feeling pretty helpless right now.
helpful | validate | I'd be angry too if it were my child.
helpful | validate | Six hours with a sick kid would test anybody.
helpful | validate | I don't blame you for being upset.
helpful | open_question | What have they told you so far?
helpful | open_question | What worries you the most about her?
helpful | open_question | How's she doing now?
helpful | open_question find_hook | How old is she?
helpful | safety_question | Is she having any trouble breathing?
helpful | safety_question | When did she last have something to drink?
helpful | reflect | So the desk told you one hour and it's been six.
helpful | reflect summarise | If I've got this right, nobody has come to see her since the triage nurse at noon.
helpful | reflect | Nobody has explained anything to you.
helpful | introduce | I'm Sam, one of the RNs on tonight.
helpful | introduce ask_name | Hi, I'm Officer Lee. What's your name, sir?
helpful | ask_permission | Would you be okay with me sitting down next to you?
helpful | state_intent | I'm going to do everything I can to get you some answers.
helpful | plan_together | How about I check every thirty minutes and let you know, would that work for you?
helpful | offer_choice autonomy | We can talk right here or somewhere more private, it's up to you.
helpful | request | I'd appreciate it if you could speak a little more quietly, there are kids sleeping.
helpful | request | Please step away from the counter so I can talk with you.
helpful | set_limit | I understand you're frustrated, but I can't let you go past that door.
helpful | set_limit | I want to keep talking with you, and I need you to stop hitting the desk.
helpful | reassure | I'm right here, and I'm not leaving you alone with this.
helpful | reassure | We haven't forgotten about her.
helpful | affirm | You're doing the right thing by staying calm for her.
helpful | thank | Thanks for being so patient.
helpful | agree | You're absolutely right, that's not acceptable.
helpful | encourage | I hear you.
helpful | encourage open_question | Uh-huh, and what happened after that?
helpful | close | All right, so the plan is: I check back at nine, and you come get me if anything changes.
helpful | self_disclose | My son was in here last winter, so I know how long the nights get.
helpful | offer_resource | Would it help to speak with our patient relations person?
helpful | clear_scene | I'll ask security to give us some space.
helpful | ask_suicide | Have you been thinking about ending your life?
helpful | safety_command | Step away from the ledge!
harmful | threaten | Lower your voice or you'll be asked to leave.
harmful | threaten | If this continues I'll have no choice but to call the police on you.
harmful | threaten | You keep that up and we'll see how you like the back of my cruiser.
harmful | command | Go sit down and wait for your name to be called.
harmful | command | Step back. Now.
harmful | command policy_wall | You can't be here, go back to the waiting room.
harmful | calm_down | There's no point getting all worked up.
harmful | calm_down | Settle down, sir.
harmful | policy_wall | I can't discuss that, it's hospital policy.
harmful | policy_wall | Everybody here is waiting, you're not special.
harmful | policy_wall dismiss | There's nothing I can do, you'll just have to wait.
harmful | minimise | It's just a little cold, she'll live.
harmful | minimise | Six hours isn't even that long.
harmful | dismiss | Someone else will help you, I'm on my break.
harmful | dismiss | What do you want me to do about it?
harmful | insult | You're acting like an animal.
harmful | insult | Quit whining, you big baby.
harmful | moralise | You should be setting a better example for your daughter.
harmful | moralise | If you had brought her in sooner you wouldn't be in this mess.
harmful | why_question | Why are you making such a scene?
harmful | why_question | Why can't you just wait like the rest?
harmful | false_promise | Don't worry, the doctor will see her in five minutes, I guarantee it.
harmful | false_promise | She'll be perfectly fine, I promise you.
harmful | advise | You need to take her to a walk-in clinic next time.
harmful | sarcasm | Sorry, did you want me to perform the surgery myself?
harmful | stigmatise | You people always come in here yelling.
harmful | argue | No, you haven't been waiting six hours, I have it right here.
harmful | false_empathy | Believe me, I know how you feel.
harmful | guilt | You're scaring all the sick kids in here.
neutral | - | The cafeteria closes at eight.
neutral | - | My name tag is on backwards.
"""

_WAITING_FR = """
helpful | apologise | Je suis sincèrement désolée que ça fasse aussi longtemps que vous attendez sans nouvelles.
helpful | apologise | On vous a laissés sans nouvelles pis c'est pas correct, je m'en excuse.
helpful | inform | Ça marche pas par ordre d'arrivée, ça marche par gravité.
helpful | inform | L'infirmière du triage évalue chaque personne, fait que quelqu'un arrivé après vous peut passer avant.
helpful | inform follow_through | Ses prises de sang sont pas encore revenues du labo, je viens de regarder.
helpful | inform plan_together | Donnez-moi dix minutes, je vais parler à l'infirmière pis je reviens tout de suite après.
helpful | inform | Je peux pas vous dire combien de temps ça va prendre, mais je peux aller voir où elle est rendue.
helpful | inform | Honnêtement, je le sais pas.
helpful | inform | Si elle a plus de misère à respirer, venez nous voir tout de suite.
helpful | follow_through | Rebonjour, comme promis j'ai demandé. Il y a trois personnes avant elle.
helpful | follow_through | Ça fait dix minutes, me voilà comme je vous l'avais dit.
helpful | follow_through | J'ai demandé pour Priya, pis la docteure va la voir après le prochain patient.
helpful | offer_comfort | Je vais vous trouver une place plus confortable.
helpful | offer_comfort | J'ai apporté une couverture chaude pour votre fille.
helpful | offer_comfort | Voulez-vous que je lui donne quelque chose pour la fièvre en attendant?
helpful | label_emotion | Je vois que vous avez peur pour votre petite.
helpful | label_emotion | C'est vraiment dur pour vous, hein.
helpful | label_emotion | Vous devez être brûlé après toutes ces heures-là.
helpful | label_emotion | J'imagine que vous vous sentez pas mal impuissant.
helpful | validate | Moi aussi je serais fâché si c'était mon enfant.
helpful | validate | Six heures avec une enfant malade, ça mettrait n'importe qui à bout.
helpful | validate | Je vous comprends d'être fâché.
helpful | open_question | Qu'est-ce qu'on vous a dit jusqu'à maintenant?
helpful | open_question | C'est quoi qui vous inquiète le plus?
helpful | open_question | Elle va comment, là?
helpful | open_question find_hook | Elle a quel âge, votre fille?
helpful | safety_question | A-t-elle de la misère à respirer?
helpful | safety_question | Quand est-ce qu'elle a bu pour la dernière fois?
helpful | reflect | Donc à l'accueil on vous a dit une heure, pis ça en fait six.
helpful | reflect summarise | Si j'ai bien compris, personne est venu la voir depuis le triage à midi.
helpful | reflect | Personne vous a rien expliqué.
helpful | introduce | Moi c'est Sam, je suis une des infirmières ce soir.
helpful | introduce ask_name | Bonjour, agent Lee. C'est quoi votre nom, monsieur?
helpful | ask_permission | Ça vous dérangerait si je m'assoyais à côté de vous?
helpful | state_intent | Je vais faire tout ce que je peux pour vous trouver des réponses.
helpful | plan_together | Si je passe vous voir aux trente minutes, ça vous irait?
helpful | offer_choice autonomy | On peut se parler ici ou dans un endroit plus tranquille, c'est comme vous voulez.
helpful | request | J'apprécierais que vous parliez un peu moins fort, il y a des enfants qui dorment.
helpful | request | S'il vous plaît, reculez un peu du comptoir, que je puisse vous parler.
helpful | set_limit | Je comprends que vous soyez frustré, mais je peux pas vous laisser passer cette porte-là.
helpful | set_limit | Je veux continuer à vous parler, mais j'ai besoin que vous arrêtiez de frapper sur le comptoir.
helpful | reassure | Je suis là, je vous laisse pas tout seul là-dedans.
helpful | reassure | On vous a pas oubliés.
helpful | affirm | Vous faites bien de rester calme pour elle.
helpful | thank | Merci pour votre patience.
helpful | agree | Vous avez totalement raison, c'est inacceptable.
helpful | encourage | Je vous entends.
helpful | encourage open_question | Ok, pis après ça, qu'est-ce qui est arrivé?
helpful | close | Bon, le plan c'est que je reviens à neuf heures, pis vous venez me chercher si ça change.
helpful | self_disclose | Mon gars a passé une nuit ici l'hiver passé, je sais que c'est long.
helpful | offer_resource | Est-ce que ça vous aiderait de parler à la commissaire aux plaintes?
helpful | clear_scene | Je vais demander à la sécurité de nous laisser un peu d'espace.
helpful | ask_suicide | Avez-vous pensé à vous enlever la vie?
helpful | safety_command | Éloignez-vous du bord!
harmful | threaten | Baissez le ton, sinon on va vous demander de sortir.
harmful | threaten | Si ça continue, j'aurai pas le choix d'appeler la police.
harmful | threaten | Continue de même pis tu vas voir où tu vas coucher à soir.
harmful | command | Allez vous asseoir pis attendez qu'on vous appelle.
harmful | command | Reculez. Tout de suite.
harmful | command policy_wall | Vous avez pas le droit d'être ici, retournez dans la salle d'attente.
harmful | calm_down | Ça donne rien de s'énerver.
harmful | calm_down | On se calme, monsieur.
harmful | policy_wall | Je peux pas en parler, c'est la politique de l'hôpital.
harmful | policy_wall | Tout le monde attend ici, vous êtes pas spécial.
harmful | policy_wall dismiss | Je peux rien faire, va falloir attendre.
harmful | minimise | C'est juste un petit rhume, elle en mourra pas.
harmful | minimise | Six heures, c'est pas si long que ça.
harmful | dismiss | Quelqu'un d'autre va s'occuper de vous, je suis en pause.
harmful | dismiss | Qu'est-ce que vous voulez que je fasse?
harmful | insult | Vous vous comportez comme un animal.
harmful | insult | Arrête de chialer, gros bébé.
harmful | moralise | Vous devriez donner un meilleur exemple à votre fille.
harmful | moralise | Si vous étiez venu plus tôt, vous seriez pas pris de même.
harmful | why_question | Pourquoi vous faites une scène comme ça?
harmful | why_question | Pourquoi t'attends pas comme les autres?
harmful | false_promise | Inquiétez-vous pas, le docteur va la voir dans cinq minutes, c'est garanti.
harmful | false_promise | Elle va être correcte, je vous le promets.
harmful | advise | La prochaine fois, vous devriez aller dans une clinique sans rendez-vous.
harmful | sarcasm | Voulez-vous que je l'opère moi-même, tant qu'à y être?
harmful | stigmatise | Vous autres, vous arrivez toujours en criant.
harmful | argue | Non, ça fait pas six heures, je l'ai ici dans le dossier.
harmful | false_empathy | Croyez-moi, je sais comment vous vous sentez.
harmful | guilt | Vous faites peur à tous les enfants malades.
neutral | - | La cafétéria ferme à huit heures.
neutral | - | Mon auto est dans le stationnement.
"""

_STREETS_EN = """
helpful | introduce | Good morning, I'm Constable Diaz, but you can call me Ana.
helpful | give_reason | The reason we're at your door is that a neighbour was worried about you.
helpful | give_reason inform | You were going forty over in a school zone, that's why I pulled you over.
helpful | ask_suicide | Are you planning to kill yourself tonight?
helpful | safety_question | Have you got anything on you that I should know about?
helpful | safety_question | Is there anybody in there with you?
helpful | label_emotion | It sounds like you feel completely alone up here.
helpful | label_emotion | You're furious with your brother.
helpful | reflect | He promised to come back and he never did.
helpful | reflect | So losing the house was the last straw.
helpful | open_question | What brought you out here tonight?
helpful | open_question find_hook | Who would you want to hear from right now?
helpful | find_hook | What's kept you alive until today?
helpful | validate | After what he did, I can understand why you don't trust men in uniform.
helpful | reassure | I won't lay a finger on you.
helpful | slow_down | We can go as slow as you need.
helpful | autonomy | Whether you talk to me or not is your choice.
helpful | offer_choice | Do you want to sit in the car where it's warm or keep talking out here?
helpful | request | Would you be willing to set the bat on the ground while we talk?
helpful | set_limit | I can't leave while the kids are in there, but I can give you both some space.
helpful | offer_comfort | It's cold, do you want my jacket?
helpful | clear_scene | My partner's going to wait over by the truck so it's only me you're dealing with.
helpful | redirect | How about we walk over to the garden and you show me your roses?
helpful | ground | Put both feet flat on the floor and press down with me.
helpful | agree | Fair enough, that letter was badly written.
helpful | affirm | You stayed on the phone with us, and that wasn't easy.
helpful | repair | I jumped to conclusions there, sorry. Tell me again.
helpful | offer_resource | A mental health nurse can come sit with us, her name is Joan.
helpful | close | I'm heading off now, but Joan has everything you told me.
helpful | plan_together | What would need to happen for you to feel okay going home?
helpful | thank | I appreciate you putting that down.
helpful | apologise | I got your name wrong twice, I'm sorry about that.
helpful | inform | The bylaw officer will still give you the ticket, I won't pretend otherwise.
harmful | threaten | Open this door or we're kicking it in.
harmful | threaten | Get moving before I put you in the back of the car.
harmful | command | Turn around and put your hands behind your back.
harmful | command | Hurry up and get in the car.
harmful | calm_down | Hey, hey, calm yourself.
harmful | argue | There are no bugs in your walls, ma'am.
harmful | minimise | Come on, it's only money.
harmful | minimise | Breakups happen to everybody, you'll get over it.
harmful | dismiss | I don't want to hear about your divorce again.
harmful | insult | What kind of idiot climbs a bridge?
harmful | sarcasm | Nice job, really smart move.
harmful | moralise | This is what happens when you drink.
harmful | why_question | Why do you keep doing this to yourself?
harmful | false_promise | If you come down you won't be in any trouble, guaranteed.
harmful | dare | If you were going to jump you would have jumped already.
harmful | advise | Just ignore him and move out.
harmful | stigmatise | Another drunk, as usual on a Friday.
harmful | policy_wall | No ID, no service. That's the policy.
harmful | jargon | You're being detained under section 28 pending assessment.
harmful | guilt | Imagine your little boy finding out how you died.
harmful | collude | Yeah, I see the man in the corner too.
neutral | - | The bus stops across the street.
"""

_STREETS_FR = """
helpful | introduce | Bonjour, moi c'est Ana, je suis policière au poste 38.
helpful | give_reason | Si on est à votre porte, c'est parce qu'un voisin s'inquiétait pour vous.
helpful | give_reason inform | Vous rouliez à quatre-vingt-dix dans une zone scolaire, c'est pour ça que je vous ai arrêté.
helpful | ask_suicide | Avez-vous l'intention de vous tuer ce soir?
helpful | safety_question | Avez-vous quelque chose sur vous que je devrais savoir?
helpful | safety_question | Y a-tu quelqu'un avec vous en dedans?
helpful | label_emotion | On dirait que vous vous sentez vraiment tout seul.
helpful | label_emotion | Vous êtes en colère contre votre frère.
helpful | reflect | Il vous avait promis de revenir pis il est jamais revenu.
helpful | reflect | Donc perdre la maison, ça a été la goutte de trop.
helpful | open_question | Qu'est-ce qui vous a amené ici ce soir?
helpful | open_question find_hook | À qui vous auriez envie de parler, là?
helpful | find_hook | Qu'est-ce qui vous a gardé en vie jusqu'à aujourd'hui?
helpful | validate | Après ce qu'il vous a fait, je comprends que vous fassiez pas confiance à la police.
helpful | reassure | Je vous toucherai pas.
helpful | slow_down | On peut y aller aussi lentement que vous voulez.
helpful | autonomy | Me parler ou pas, c'est votre choix.
helpful | offer_choice | Voulez-vous vous asseoir dans l'auto au chaud ou continuer à jaser dehors?
helpful | request | Seriez-vous d'accord pour déposer le bâton à terre pendant qu'on parle?
helpful | set_limit | Je peux pas partir tant que les enfants sont là, mais je peux vous laisser de l'espace.
helpful | offer_comfort | Il fait froid, voulez-vous mon manteau?
helpful | clear_scene | Mon collègue va attendre à côté du camion, vous avez juste affaire à moi.
helpful | redirect | Si on allait marcher au jardin, vous me montreriez vos roses?
helpful | ground | Mettez vos deux pieds à plat par terre pis sentez le plancher avec moi.
helpful | agree | C'est vrai que la lettre était mal écrite.
helpful | affirm | Vous êtes resté en ligne avec nous, pis c'était pas facile.
helpful | repair | J'ai sauté aux conclusions, excusez-moi. Redites-moi ça.
helpful | offer_resource | Une infirmière en santé mentale peut venir s'asseoir avec nous, elle s'appelle Jeanne.
helpful | close | Je m'en vais, mais Jeanne sait tout ce que vous m'avez dit.
helpful | plan_together | Qu'est-ce qu'il faudrait pour que vous vous sentiez correct de rentrer chez vous?
helpful | thank | J'apprécie que vous ayez déposé ça.
helpful | apologise | Je me suis trompé de nom deux fois, je suis désolé.
helpful | inform | L'agent va quand même vous donner le constat, je vous le cacherai pas.
harmful | threaten | Ouvrez la porte ou on la défonce.
harmful | threaten | Grouillez-vous avant que je vous embarque.
harmful | command | Tournez-vous pis mettez vos mains dans le dos.
harmful | command | Dépêchez-vous d'embarquer.
harmful | calm_down | Heille, calme-toi le pompon.
harmful | argue | Il y a pas de micros dans vos murs, madame.
harmful | minimise | Voyons, c'est juste de l'argent.
harmful | minimise | Les peines d'amour, ça arrive à tout le monde, vous allez vous en remettre.
harmful | dismiss | Je veux plus entendre parler de votre divorce.
harmful | insult | Faut être cave pour grimper sur un pont.
harmful | sarcasm | Bravo, c'est vraiment brillant.
harmful | moralise | C'est ça qui arrive quand on boit.
harmful | why_question | Pourquoi tu te fais toujours ça?
harmful | false_promise | Si vous descendez, vous aurez aucun problème, je vous le garantis.
harmful | dare | Si t'avais voulu sauter, t'aurais déjà sauté.
harmful | advise | Ignorez-le donc pis déménagez.
harmful | stigmatise | Encore un soûlon, comme tous les vendredis.
harmful | policy_wall | Pas de carte, pas de service. C'est la politique.
harmful | jargon | Vous êtes sous garde préventive en vertu de la P-38.
harmful | guilt | Imaginez votre petit gars apprendre comment vous êtes mort.
harmful | collude | Oui, moi aussi je vois le monsieur dans le coin.
neutral | - | L'autobus arrête de l'autre bord de la rue.
"""

_FRESH_EN = """
helpful | introduce | hi im tom, ill be looking after your mom today
helpful | apologise | nobody told you about the delay and im sorry for that
helpful | label_emotion | sounds like you're at your wits' end
helpful | validate | honestly i'd be losing it too
helpful | open_question | can you help me understand what set things off
helpful | open_question | what would you like me to know
helpful | reflect | ok so they cut your hours and then the landlord showed up
helpful | inform plan_together | let me go see what's holding things up, i'll be 5 minutes tops
helpful | follow_through | ok i talked to the doctor, she says twenty more minutes
helpful | offer_comfort | here's some water for you and the little one
helpful | offer_choice | do you want me to stay or would you rather be alone for a bit
helpful | reassure | no one's taking your kids away today
helpful | safety_question | did you hit your head when you fell
helpful | ask_suicide | are you thinking about taking your own life
helpful | request | could you turn the music down for a minute please
helpful | set_limit | i'm glad to help but i can't have you swearing at the staff
helpful | slow_down | start wherever you like, we're not in a hurry
helpful | thank | i'm grateful you called us
helpful | self_disclose | i lost my brother the same way
helpful | clear_scene | i've sent the other guards away
helpful | affirm | you've been so patient with her
harmful | threaten | leave now or i'm getting the cops
harmful | calm_down | stop freaking out and breathe
harmful | command | get up and come with me
harmful | minimise | it could be a lot worse you know
harmful | policy_wall | sorry, no visitors, it's the rule
harmful | insult | don't play dumb with me you loser
harmful | why_question | why would you bring a toddler to a place like this
harmful | dismiss | not now, can't you see i'm busy
harmful | sarcasm | wow, real father of the year over here
harmful | false_promise | trust me, nobody will ever find out
harmful | advise | you ought to get yourself a lawyer
harmful | guilt | your daughter is crying because of how you're acting
harmful | argue | you did not wait six hours, it was four
neutral | - | the elevators are on your right
"""

_FRESH_FR = """
helpful | introduce | salut moi c'est tom, c'est moi qui s'occupe de votre mère aujourd'hui
helpful | apologise | personne vous a avisé du retard pis je m'en excuse
helpful | label_emotion | on dirait que vous êtes au bout du rouleau
helpful | validate | honnêtement moi aussi je virerais fou
helpful | open_question | pouvez-vous m'aider à comprendre ce qui a parti ça
helpful | open_question | qu'est-ce que vous aimeriez que je sache
helpful | reflect | ok donc ils ont coupé vos heures pis là le propriétaire est arrivé
helpful | inform plan_together | je vais aller voir ce qui bloque, ça va me prendre cinq minutes max
helpful | follow_through | bon, j'ai parlé au médecin, y dit encore vingt minutes
helpful | offer_comfort | tenez, un peu d'eau pour vous pis la petite
helpful | offer_choice | voulez-vous que je reste ou vous aimez mieux être tout seul un peu
helpful | reassure | personne vous enlève vos enfants aujourd'hui
helpful | safety_question | vous êtes-vous cogné la tête en tombant
helpful | ask_suicide | pensez-vous à vous enlever la vie
helpful | request | pourriez-vous baisser la musique une minute svp
helpful | set_limit | je veux bien vous aider mais je peux pas accepter que vous sacriez après le personnel
helpful | slow_down | commencez par où vous voulez, on est pas pressés
helpful | thank | je suis content que vous nous ayez appelés
helpful | self_disclose | j'ai perdu mon frère de la même façon
helpful | clear_scene | j'ai renvoyé les autres gardiens
helpful | affirm | vous avez été tellement patient avec elle
harmful | threaten | partez tout de suite ou j'appelle la police
harmful | calm_down | arrêtez de paniquer pis respirez
harmful | command | levez-vous pis suivez-moi
harmful | minimise | ça pourrait être ben pire vous savez
harmful | policy_wall | désolé, pas de visiteurs, c'est le règlement
harmful | insult | faites pas l'innocent avec moi, espèce de perdant
harmful | why_question | pourquoi vous avez emmené une petite dans une place de même
harmful | dismiss | pas maintenant, vous voyez bien que je suis occupé
harmful | sarcasm | wow, le père de l'année
harmful | false_promise | faites-moi confiance, personne le saura jamais
harmful | advise | vous devriez vous prendre un avocat
harmful | guilt | votre fille pleure à cause de votre façon d'agir
harmful | argue | vous avez pas attendu six heures, c'était quatre
neutral | - | les ascenseurs sont à votre droite
"""

FIRST = tuple(_lines("en", _EN) + _lines("fr", _FR))
HELD_OUT = FIRST[2::3]
TUNED = tuple(line for number, line in enumerate(FIRST) if number % 3 != 2)
WAITING = tuple(_lines("en", _WAITING_EN) + _lines("fr", _WAITING_FR))
STREETS = tuple(_lines("en", _STREETS_EN) + _lines("fr", _STREETS_FR))
FRESH = tuple(_lines("en", _FRESH_EN) + _lines("fr", _FRESH_FR))
LINES = FIRST + WAITING + STREETS + FRESH
