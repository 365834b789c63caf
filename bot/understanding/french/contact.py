"""French rules for first contact: who I am, why I am here, what I want for you, thanks."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.rules import Rule

RULES = (
    Rule(
        "fr.introduce.nom",
        "introduce",
        (
            r"\bje m'appelle\b",
            r"\bmon nom (?:est|c'est)\b",
            r"^(?:bonjour|bonsoir|salut|allo)?(?:\S+ ){0,3}\b(?:moi c'est|c'est|je suis|ici) @\w+",
            r"\bmoi c'est @?\w+ ?(?:l'|le|la|de|je|un|une|$)",
        ),
        (
            "Bonjour, je m'appelle Karine.",
            "Salut, moi c'est Luc, je travaille à la sécurité.",
            "jmappelle Luc",
            "Bonsoir, je suis Émilie.",
        ),
        ("Moi, c'est la même chose.", "C'est long, je sais.", "Comment vous vous appelez?"),
        confidence=0.95,
    ),
    Rule(
        "fr.introduce.role",
        "introduce",
        (
            r"\bje suis (?:aussi |l'|le |la |un |une |votre |ton |avec |de |de la |du |dans |a la )*(?:@?\w+ ){0,2}<role>\b",
            r"\bje travaille (?:ici|a|au|aux|avec|dans|pour|comme|en)\b",
            r"^(?:bonjour|bonsoir|salut|allo)...<role> \w+",
            r"^@?\w+ (?:de l'equipe|du departement|du service|de la securite|de l'urgence|de la police)\b",
            r"^<role> @?\w+(?: de la \w+| du \w+)?$",
            r"\bc'est moi (?:votre|ton|l'|la|le|qui (?:m'occupe|suis|vais m'occuper))",
        ),
        (
            "Je suis infirmière ici.",
            "Bonsoir, agente Tremblay de la GRC.",
            "je travaille à la sécurité",
            "Bonsoir, c'est moi votre infirmier ce soir.",
            "Je suis Émilie, travailleuse sociale à l'urgence.",
        ),
        (
            "Je suis désolé que l'infirmière ait été bête.",
            "Je suis allé voir le médecin.",
            "Bonsoir, est-ce que le médecin est passé?",
        ),
        unless=(
            r"\bje suis (?:desole\w*|alle\w*|venue?|pas|la pour|ici pour|vraiment|passe\w*|reste\w*|revenue?|contente?|inquiet\w*) ",
            r"\bje travaille (?:pas|fort)\b",
            r"\?$",
        ),
        confidence=0.92,
    ),
    Rule(
        "fr.give_reason.ici",
        "give_reason",
        (
            r"\b(?:je (?:suis|viens|vous demande|te demande|passe|suis venue?)|on (?:est|vient|s'en vient)|nous sommes)...(?:parce que?|car|a cause|vu que|puisque)\b",
            r"\b(?:on|nous) (?:a|avons) (?:recu|eu) (?:un appel|une plainte|un signalement)\b",
            r"\bsi (?:je|on)...(?:c'est (?:pour|parce|que|a cause|juste pour)|c'etait)\b",
            r"\bje (?:viens|suis venue?|passe|m'en viens) (?:vous |te )?(?:voir )?(?:pour )?(?:vous |t')?(?:entendre|ecouter|voir|parler|demander|expliquer|savoir)\b",
            r"\bla raison\b...(?:je|on|c'est|pour)\b",
            r"\bc'est (?:pour ca|la raison pour laquelle) qu(?:e |')(?:je|on)\b",
            r"\bje (?:vous |te )?(?:demande|pose)...(?:ca|cette question|la question) (?:pour|parce|afin)\b",
            r"\b(?:je suis|on est) ici (?:pour|au sujet|a cause|concernant) (?:voir|verifier|parler|le|la|un|une|du|des|jaser|savoir)\b",
            r"\b(?:quelqu'un|un voisin|une voisine|les voisins|une famille|du monde|mon collegue|ma collegue)...(?:a appele|a entendu|s'inquiet\w*|m'a dit|etait inquiet\w*|a dit|ont entendu|ont appele)\b",
        ),
        (
            "Je viens vous voir parce que vous avez l'air inquiet.",
            "On a reçu un appel pour des cris.",
            "Si je vous pose la question, c'est pour être sûr que votre fille est correcte.",
            "Je vous demande ça pour m'assurer que personne n'est blessé.",
            "Un voisin a entendu crier pis y s'inquiétait.",
        ),
        ("Je suis fâché parce que vous criez.", "Je vous demande de sortir."),
        unless=(r"\bje suis (?:fache\w*|tanne\w*|choque\w*|desole\w*) ",),
        confidence=0.9,
    ),
    Rule(
        "fr.ask_name.forme",
        "ask_name",
        (
            r"\bcomment...(?:vous vous appelez|vous appelez vous|tu t'appelles|t'appelles tu|vous appeler|t'appeler|je vous appelle|je t'appelle|qu'on vous appelle|qu'on t'appelle)\b",
            r"\b(?:c'est quoi|quel est|je peux avoir|puis je avoir|puis je savoir|vous pouvez me dire|peux tu me dire|dites moi|dis moi|avoir|donner|demander|savoir) <votre> (?:petit )?(?:nom|prenom)\b",
            r"\b<votre> (?:nom|prenom)(?: monsieur| madame| svp| s'il vous plait| deja)? \?$",
            r"\b(?:je peux|puis je|est ce que je peux|ca vous va si je|ca te derange si je)...(?:vous appelle|t'appelle|vous appeler|t'appeler|appelle|tutoyer|tutoie)\b",
            r"\b(?:preferez vous|preferes tu|aimez vous mieux|vous preferez)...(?:monsieur|madame|prenom|qu'on vous appelle)\b",
            r"\ba qui (?:je parle|ai je l'honneur|j'ai affaire)\b",
        ),
        (
            "C'est quoi votre nom, monsieur?",
            "Comment voulez-vous que je vous appelle?",
            "Comment tu t'appelles?",
            "Je peux vous appeler Marc?",
            "Préférez-vous madame Côté ou Lucie?",
        ),
        ("Votre nom a été appelé.", "Je vous appelle demain."),
        confidence=0.95,
    ),
    Rule(
        "fr.ask_permission.si",
        "ask_permission",
        (
            r"\b(?:ca vous (?:va|derange|derangerait|convient|irait)|ca te (?:va|derange|derangerait|convient|irait)|est ce correct|c'est correct|c'est tu correct|est ce que ca vous va|vous etes d'accord|tu es d'accord|etes vous d'accord|es tu d'accord) (?:pour toi |pour vous |avec vous )?(?:si|que|pour que) (?:j'|(?:je|on)\b)",
            r"\b(?:est ce que )?je (?:peux|pourrais|peux tu|peux bien|pourrais tu) (?:juste |donc |bien )?(?:m'|me |vous |te |t')?(?:assoir|asseoir|approcher|joindre|poser|regarder|prendre (?:votre|ta|sa)|toucher|examiner|marcher|parler|dire|demander|donner mon|expliquer|partager|proposer|suggerer|jaser|entrer|avancer|voir)\b",
            r"\b(?:puis je|pourrais je|on peut tu|peut on|est ce qu'on peut) (?:m'|me |vous |te |s'|se )?(?:assoir|asseoir|approcher|poser|regarder|prendre (?:votre|ta|sa)|toucher|examiner|rester|parler|dire|demander|entrer|voir)\b",
            r"\b(?:me permettez vous|vous permettez|permettez vous|vous me permettez|avec votre permission|tu permets)\b",
            r"\bsi vous (?:permettez|voulez bien que je)\b",
        ),
        (
            "Est-ce que ça vous va si je m'assois à côté de vous?",
            "Je peux m'approcher un peu?",
            "Ça vous dérange si je m'approche?",
            "Me permettez-vous de prendre votre tension?",
            "Est-ce que je peux vous dire ce que je remarque?",
        ),
        (
            "Je peux vous apporter de l'eau?",
            "Je peux pas vous dire.",
            "C'est correct que vous soyez fâché.",
        ),
        unless=(r"\bappel(?:er|le)\b", r"\bapporter\b", r"\bje peux vous dire (?:que|qu')"),
        confidence=0.88,
    ),
    Rule(
        "fr.state_intent.veux",
        "state_intent",
        (
            r"\b(?:je|on|nous) (?:veux|veut|voudrais|voulons|souhaite|aimerais|tiens a) (?:juste |vraiment |seulement |surtout |bien )*(?:vous |t'|te |l')?(?:aider|comprendre|m'assurer|s'assurer|vous aider|qu'on (?:trouve|regle|s'en sorte|parle|puisse)|trouver|savoir (?:si|ce|comment|que)|entendre|ecouter|que (?:vous|tout le monde|tu|votre|personne|ca)|voir (?:si|comment)|etre (?:sur|sure|certain|certaine))\b",
            r"\bj'aimerais (?:ca )?(?:bien |vraiment )?(?:vous |t'|te )?(?:aider|comprendre|m'assurer|qu'on (?:trouve|regle)|trouver)\b",
            r"\b(?:ce que|tout ce que) (?:je|on) (?:veux|veut|souhaite|cherche|voudrais)\b",
            r"\b(?:je suis|on est) (?:juste |vraiment |seulement |ici |la )+(?:la |ici )?pour (?:vous |t'|te |essayer de )?(?:aider|comprendre|ecouter|vous aider|voir si|voir comment|supporter|epauler)\b",
            r"\b(?:je suis|on est) (?:pas|pas venue?s?) (?:ici |la )?(?:pour )?(?:vous |te |t')(?:arreter|juger|embarquer|punir|faire la morale|pieger|causer|mettre|sortir|chicaner|deranger)\b",
            r"\b(?:tout ce que je peux|tout mon possible|de mon mieux)\b",
            r"\bmon (?:seul )?(?:but|objectif)\b...c'est\b",
            r"\bon va (?:voir|regarder) (?:ce qu'on peut|comment on peut)\b",
        ),
        (
            "Je veux juste que vous pis votre fille soyez bien pris en charge.",
            "Je suis là pour vous aider.",
            "Ce que je veux, c'est que tout le monde rentre chez soi en sécurité.",
            "Je suis pas ici pour vous arrêter.",
            "J'aimerais qu'on trouve ensemble une façon de s'en sortir.",
        ),
        (
            "Je veux que vous sortiez.",
            "Je veux pas le savoir.",
            "Ce que je veux, c'est que tu te taises.",
        ),
        unless=(
            r"\bveux pas\b",
            r"\b(?:sortiez|sortes|taisiez|taises|assoyiez|partiez|partes|arretiez|arretes|calmiez|calmes|reculiez|ecoutiez)\b",
        ),
        confidence=0.84,
    ),
    Rule(
        "fr.thank.merci",
        "thank",
        (
            r"\bmerci\b",
            r"\bj'apprecie\b",
            r"\bje (?:vous|te|t') ?(?:remercie|en remercie|suis reconnaissante?)\b",
            r"\bc'est (?:gentil|apprecie)\b",
        ),
        (
            "Merci de me l'avoir dit.",
            "J'apprécie vraiment que vous me disiez ça.",
            "Je vous remercie de votre patience.",
        ),
        (
            "C'est comme ça que vous nous remerciez.",
            "Non merci, j'en ai assez entendu.",
            "J'apprécierais que vous vous assoyiez.",
        ),
        unless=(
            r"\bnon merci\b",
            r"\bmerci (?:bien|beaucoup) pour rien\b",
            r"\bmerci pour rien\b",
            r"\bj'apprecierais\b",
        ),
        confidence=0.93,
    ),
    Rule(
        "fr.give_reason.la_raison",
        "give_reason",
        (r"\bla raison (?:du |de |des |pour |pourquoi ).{0,60}\bc'est (?:que|parce|pour)\b",),
        (
            "La raison du règlement, c'est que des gens se sont fait du mal.",
            "La raison pour laquelle je suis là, c'est que vos voisins sont inquiets.",
        ),
        ("C'est quoi la raison?", "Vous avez raison, c'est long."),
        confidence=0.9,
        alone=True,
    ),
    Rule(
        "fr.close.termine",
        "close",
        (
            r"\bc'est (?:termine|fini|tout)\b.{0,30}\b(?:bonne (?:route|soiree|nuit|fin)|bon retour|soyez prudente?|sois prudente?)\b",
            r"^(?:okay |bon |bien |alors )*(?:bonne (?:route|soiree|nuit)|bon retour)(?: madame| monsieur| la)?$",
            r"\b(?:vous etes|tu es) libre (?:de partir|d'y aller|de t'en aller|de vous en aller)\b",
        ),
        ("C'est terminé, bonne route.", "Bonne soirée, madame.", "Vous êtes libre de partir."),
        ("C'est fini pour toi.", "Vous êtes libre ce soir?", "C'est tout ce que vous avez?"),
        confidence=0.9,
        alone=True,
    ),
    Rule(
        "fr.close.recapitule",
        "close",
        (
            r"^(?:bon |donc |okay |alors )*(?:en resume|on fait comme ca|je resume|pour resumer)\b.{5,110}\b(?:je (?:reviens|repasse|rappelle|vous rappelle|te rappelle|vous revois|te revois))\b",
        ),
        (
            "En résumé : le médecin vient vous voir, et je repasse à trois heures.",
            "On fait comme ça : le médecin vous parle, et je reviens à trois heures.",
        ),
        (
            "En résumé, vous avez attendu six heures.",
            "Je reviens à trois heures.",
            "En résumé, c'est long.",
        ),
        unless=(r"\?",),
        confidence=0.9,
        alone=True,
    ),
)
