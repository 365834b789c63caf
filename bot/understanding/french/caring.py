"""French rules for care and for danger: comfort, a quiet scene, kept promises, endings, orders that save."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.rules import Rule

_COMFORTS = (
    r"(?:eau|cafe|the|jus|couverte|couvertures?|chaise|sandwich|collation|manger|boire|manteau|cigarette|mouchoirs?|kleenex|telephone"
    r"|chargeur|oreiller|glace|salle (?:plus )?(?:tranquille|calme|a part|de repos)|petite salle|petit salon|coin (?:plus )?tranquille|endroit (?:plus )?(?:tranquille|calme)"
    r"|fauteuil|(?:place|chaise|endroit) plus confortable|quelque chose pour (?:la|sa|le|son) (?:fievre|douleur|mal)|toilettes|civiere|s'etendre|vous etendre|breuvage|liqueur|vous rechauffer|appeler quelqu'un|verre d'eau)"
)

RULES = (
    Rule(
        "fr.offer_comfort.offre",
        "offer_comfort",
        (
            rf"\b(?:je peux|puis je|est ce que je peux|je pourrais|je vais|laissez moi|je peux tu|on peut)\b.{{0,35}}\b(?:apporter|offrir|trouver|chercher|donner|amener|preter)\b.{{0,30}}\b{_COMFORTS}\b",
            rf"\b(?:voulez vous|veux tu|aimeriez vous|voulez vous que je|aimerais tu|prendriez vous|avez vous besoin|as tu besoin|vous voulez|tu veux|vous prendriez|est ce que (?:vous voulez|elle veut|tu veux|vous aimeriez))\b.{{0,30}}\b{_COMFORTS}\b",
            rf"\b(?:j'ai|on a|il y a|voici|voila|je vous apporte|je vous ai apporte)\b.{{0,35}}\b{_COMFORTS}\b",
            rf"\best ce qu'une?\b.{{0,20}}\b{_COMFORTS}\b",
            rf"\b{_COMFORTS}\b.{{0,20}}\bca vous (?:dirait|tente|tenterait|ferait)\b",
            r"\b(?:avez vous|as tu|est ce que (?:vous avez|tu as)|elle a tu|vous avez tu) (?:faim|soif|froid|chaud)\b",
            r"\bvous pouvez (?:prendre|utiliser) (?:le|mon|la|notre) (?:telephone|toilette)",
            r"\b(?:j'ai|je vous trouve|je vous apporte|je vous amene) (?:un|une|de l') ?(?:verre d'eau|eau|cafe|chaise|couverture)\b",
        ),
        (
            "Est-ce que je peux vous apporter un café ou de l'eau?",
            "Il y a une petite salle plus tranquille, ça vous tente?",
            "Voulez-vous un verre d'eau?",
            "Avez-vous faim?",
            "J'ai une couverture dans l'auto, en voulez-vous une?",
            "je peux vous apporter de leau",
        ),
        ("Il y a pas de chaise pour vous.", "Vous aurez de l'eau quand vous serez assis."),
        unless=(r"\bil y a (?:pas|plus) de\b", r"\bquand vous serez\b"),
        confidence=0.9,
    ),
    Rule(
        "fr.clear_scene.reculer",
        "clear_scene",
        (
            r"\b(?:j'ai demande|je vais demander|je demande|j'ai dit) (?:a|aux|au)...(?:collegues?|agents?|gens|monde|autres|partenaire|gardiens?|eux|famille|curieux)...(?:de |d')?(?:reculer|sortir|attendre|rester|s'eloigner|laisser|se tasser|nous laisser|s'en aller|de l'espace)\b",
            r"\bje vais (?:eloigner|faire reculer|faire sortir) (?:les|la|tout le|mes)\b",
            r"\b(?:juste|seulement) (?:vous et moi|toi et moi|nous deux|moi qui)\b",
            r"\bc'est (?:juste|seulement) (?:vous|toi|moi)\b",
            r"\b(?:mon|ma|mes|les autres) (?:collegues?|partenaire|agents?|policiers?) (?:va|vont|reste|restent|attend|attendent)...(?:rester|reculer|attendre|sortir|en retrait|dehors|plus loin|pres|porte|loin|retrait)\b",
            r"\b(?:je ferme|on ferme|je vais fermer|je baisse|j'eteins|je vais (?:baisser|eteindre)) (?:la|le|les) (?:porte|radio|rideau|musique|tele|television|sirene|lumieres?|son)\b",
            r"\bnous (?:laisser|laissent) (?:de l'espace|tranquilles|un peu)\b",
        ),
        (
            "J'ai demandé à mes collègues de reculer, c'est juste vous et moi.",
            "Ma collègue va rester en retrait, près de la porte.",
            "Je ferme la radio pour qu'on s'entende bien.",
            "Je vais demander aux gens de nous laisser de l'espace.",
        ),
        ("Reculez.", "Fermez la porte."),
        confidence=0.89,
    ),
    Rule(
        "fr.follow_through.promis",
        "follow_through",
        (
            r"\b(?:j'avais dit|je vous (?:ai|avais) dit|j'ai dit|je t'avais dit|on avait dit)...(?:minutes?|heures?|que je (?:reviendrais|revenais|demanderais|verifierais))\b",
            r"\bcomme (?:je (?:vous |te |t')?(?:l'avais|l'ai|ai|avais)(?: dit| promis)?|promis|convenu|prevu)\b",
            r"\b(?:me voici|me revoila|me voila|je suis (?:de retour|revenue?))\b",
            r"\bvoici ce que j'ai (?:appris|su|trouve|comme)\b",
            r"\bj'ai (?:parle|verifie|demande|appele|vu|rejoint|parle avec)...(?:medecin|docteure?|infirmiere?\w*|soeur|frere|femme|mari|equipe|superviseur\w*|chef|triage|vous (?:m'aviez|vouliez)|lui|elle|pour (?:vous|votre)|de votre|patronne?)\b",
            r"\bque vous m'(?:aviez|avez) demande\b",
            r"\bj'ai tenu (?:ma )?(?:parole|promesse)\b",
        ),
        (
            "J'avais dit dix minutes, me revoilà, et voici ce que j'ai appris.",
            "J'ai parlé à l'infirmière-chef comme promis.",
            "J'ai vérifié pour votre sac, comme promis.",
            "Me voici.",
            "Votre sœur a eu le message que vous m'aviez demandé de lui faire.",
        ),
        (
            "Je reviens dans dix minutes.",
            "J'ai dit : assis.",
            "Je vous ai dit de vous asseoir.",
            "J'ai demandé aux agents de sortir le monsieur.",
        ),
        unless=(r"\bje vous ai dit (?:de|que c'est|non)\b", r"\bj'ai demande (?:a mes|aux)\b"),
        confidence=0.92,
    ),
    Rule(
        "fr.close.fin",
        "close",
        (
            r"\b(?:le plan|la suite|ce qu'on fait) c'est\b",
            r"\bavant (?:de partir|que je parte|de m'en aller|de vous laisser|de se laisser|qu'on se laisse)\b",
            r"\bje (?:finis|termine) (?:mon quart|mon chiffre|ma journee|ma nuit)\b",
            r"\bmon quart (?:finit|acheve|est fini|se termine)\b",
            r"\b(?:prend|prendra|va prendre|prenne) (?:la releve|le relais)\b",
            r"\bon s'entend\b|\b(?:sait|connait) tout ce que vous\b|\best au courant de\b",
            r"\b(?:donc )?c'est (?:entendu|regle|convenu)\b",
            r"\bc'est tout pour (?:ce soir|aujourdhui|tout de suite)\b",
            r"\b(?:voici|vous avez|je vous laisse|je vous donne) (?:ma|notre) carte\b",
            r"\b(?:bonne (?:soiree|nuit|journee|chance)|au revoir|prenez soin de vous|portez vous bien)\b",
            r"\bon (?:va revoir|recapitule|revoit) la suite\b",
            r"\b(?:ce|tout ce) (?:qu'on|que nous) (?:a|avons) (?:convenu|decide|dit)\b",
        ),
        (
            "Avant de partir, je vous laisse ma carte.",
            "Je finis mon quart. C'est Marc qui prend la relève.",
            "Donc c'est entendu : vous voyez la médecin demain matin.",
            "C'est tout pour ce soir.",
            "Bonne soirée, monsieur Singh.",
        ),
        ("Avant de partir, avez-vous pris quelque chose?", "C'est pas réglé."),
        unless=(r"\bavez vous pris\b", r"\bpas (?:regle|entendu)\b"),
        confidence=0.88,
    ),
    Rule(
        "fr.safety_command.danger",
        "safety_command",
        (
            r"\b(?:lachez|lache|deposez|depose|posez|pose|jetez|jette) (?:le |la |l'|ca |votre |ton |cette |ce )?(?:couteau|fusil|arme|lame|ciseaux|bouteille|vitre|baton|pistolet|marteau)\b(?! (?:pendant|s'il|pour|on|et))",
            r"^(?:\S+ ){0,1}(?:lachez|lache) (?:le|la|ca)(?: (?:tout de suite|maintenant|!))*$",
            r"\b(?:reculez|recule|eloignez vous|eloigne toi|tassez vous|tasse toi|descendez|descends|revenez|reviens)\b...(?:bord|rail|rue|chemin|voie|pont|rebord|toit|fenetre|auto|feu|eau|garde corps|train|trafic|couteau)s?\b",
            r"^(?:arretez|arrete|attention|stop|attendez|couchez vous|couche toi|a terre|bougez pas|bouge pas|sautez pas|saute pas)(?: (?:tout de suite|maintenant|la))*(?: !)+",
            r"\b(?:couchez vous|couche toi|a terre|sortez de la)(?: (?:tout de suite|maintenant))+\b",
            r"\bil y a (?:une auto|un char|un train|un camion|le feu)\b",
            r"\b(?:montrez|montre) moi (?:vos|tes) mains\b",
            r"^(?:arretez|arrete|stop)(?: !)?$",
        ),
        (
            "Lâche le couteau! Lâche-le!",
            "Arrêtez! Il y a une auto!",
            "Reculez du bord.",
            "Couchez-vous, tout de suite!",
            "Lachez ca maintenant",
        ),
        (
            "Arrêtez votre cirque.",
            "Reculez.",
            "Pourriez-vous déposer le couteau?",
            "Retournez à votre place.",
        ),
        unless=(r"\b(?:pourriez|pouvez|accepteriez|aimerais|voulez|peux)\b", r"\bcirque\b"),
        confidence=0.9,
    ),
)
