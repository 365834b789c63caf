"""French rules for mockery, blame, labels and contradiction."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.rules import Rule

RULES = (
    Rule(
        "fr.sarcasm.moquerie",
        "sarcasm",
        (
            r"^(?:bien oui|ah oui|bien sur|oh|ouais|ah bon|tiens|c'est sur|bravo|ah bien|bon)\b.{0,40}\b(?:j'imagine|c'est ca|champion|le grand|un autre expert|une autre|docteur hein|monsieur (?:le|est|sait)|madame (?:la|est|sait)|maintenant|rendu|expert|le king|toujours|jusqu'ici|ca marche|vraiment impressionnant|hein)\b",
            r"\b(?:quel|beau|belle|tout un) (?:beau )?(?:spectacle|show|performance|numero|discours|drame)\b",
            r"\b(?:on applaudit|voulez vous une medaille|tu veux une medaille|vous voulez un trophee|bravo champion|pauvre petit|pauvre petite|pauvre vous|mon heros|monsieur le docteur|madame la princesse|votre majeste)\b",
            r"\b(?:avez vous fini|as tu fini|vous avez fini|tu as fini|c'est tu fini)(?: votre| ton| la| de| avec)?.{0,25}\?$",
            r"\b(?:comme si (?:on|j)|je pleure|je vais pleurer|tu m'en diras tant|vous m'en direz tant)\b.{0,30}",
            r"\bmerci pour rien\b",
            r"^(?:bravo|felicitations) (?:c'est |vraiment )*(?:brillant|intelligent|fort|champion|genial|malin)\b",
            r"\btant qu'a y etre\b|\bmoi meme\b.{0,30}\?",
            r"\bcrier ca a (?:tellement )?bien marche\b",
            r"\ble centre du monde\b",
        ),
        (
            "Ben oui, c'est vous le docteur, j'imagine.",
            "Tiens, monsieur est rendu poli.",
            "Quel beau spectacle. On applaudit?",
            "Bravo, champion, vraiment impressionnant.",
            "C'est sûr, crier, ça a tellement bien marché jusqu'ici.",
        ),
        ("Ah oui?", "Bravo d'avoir appelé.", "Bien sûr, je vous apporte ça."),
        confidence=0.87,
    ),
    Rule(
        "fr.moralise.honte",
        "moralise",
        (
            r"\b(?:devriez|devrais|pourriez|pourrais) (?:\w+ )?avoir honte\b",
            r"\b(?:vous avez|tu as) pas honte\b",
            r"\bavez vous pas honte\b",
            r"\b(?:un|une|des|du|les) (?:bon|bonne|vrai|vraie|vrais|adulte|adultes|monde bien|gens bien|parent|parents|homme|femme)\b.{0,25}\b(?:ferait|ferait pas|fait pas|font pas|agit|agirait|se conduit|se comporte|boirait|crierait|agissent|parlerait)\b",
            r"\bdu monde (?:bien eleve|normal|civilise|poli)\b",
            r"\b(?:vous avez|tu as) (?:couru apres|cherche ca|bien merite)\b",
            r"\b(?:c'est (?:de )?(?:votre|ta) faute|vous l'avez cherche|tu l'as cherche|vous l'avez bien cherche|quand on fait ses choix|vous avez fait vos choix|tu as fait tes choix|assumez|assume)\b",
            r"\ba (?:votre|ton) age\b",
            r"\bc'est (?:ca|ce) qui arrive quand\b|\bbien fait pour (?:vous|toi)\b",
            r"\b(?:donner|donnez|montrer) (?:un |l'|le )?(?:meilleur |bon |mauvais )?exemple\b|\bbel exemple\b",
            r"\bsi (?:vous|tu) (?:etiez|etais|aviez|avais)\b.{1,60}\b(?:seriez|serais|auriez|aurais) pas\b",
            r"\b(?:vieillissez|grandissez|agissez en adulte|agis en adulte|sois un homme|soyez un homme|respectez vous|un peu de respect|surveillez votre langage|surveille ton langage|parlez moi pas de meme|c'est pas une facon de (?:parler|agir|se comporter)|quel exemple|quelle sorte de (?:pere|mere|parent))\b",
            r"\b(?:vous devriez|tu devrais) (?:\w+ )?(?:reflechir|prendre vos responsabilites|prendre tes responsabilites|apprendre)\b",
        ),
        (
            "Vous devriez avoir honte de crier devant votre fille.",
            "Du monde bien élevé, ça ne se conduit pas de même.",
            "Vous avez couru après.",
            "À votre âge, vous devriez savoir.",
            "Un bon père boirait pas.",
            "Quand on fait ses choix, on les assume.",
        ),
        ("Vous avez pas à avoir honte.", "C'est pas de votre faute.", "Vous êtes un bon père."),
        unless=(r"\bpas (?:a avoir honte|de (?:votre|ta) faute|(?:votre|ta) faute)\b",),
        confidence=0.9,
    ),
    Rule(
        "fr.stigmatise.etiquette",
        "stigmatise",
        (
            r"\b(?:il|elle|lui)\b.{0,20}\b(?:arrete|pris|prend|oublie) (?:encore |pas |plus )?(?:ses|sa) (?:pilules|medicaments|medication|pills)\b",
            r"\b(?:un|une|autre|encore un|encore une|c'est juste un|c'est juste une|rien qu'un|rien qu'une|les|ces|des|le|cette) (?:autre )?(?:schizo|psychiatrise|toxico|droguee?|junkie|bipolaire|cas psy|cas de psychiatrie|malade mentale?|alcoolo|soulon|soulonne|ivrogne|alcoolique|fou|folle|itinerante? sale|robineux|border|borderline|bs|immigrante?)s?\b(?! (?:d'inquietude|de joie))",
            r"\b(?:il|elle|lui) (?:est|c'est)(?: tu| t il| t elle)? (?:\w+ )?(?:fou|folle|saoul|saoule|gele|gelee|malade mental\w*|psychotique|droguee?|dans sa psychose)\b",
            r"\b(?:vous autres|les gens comme (?:vous|toi|lui)|le monde comme (?:vous|toi|lui)|du monde comme (?:vous|toi|lui)|votre monde|votre sorte|votre gang)\b",
            r"\b(?:vous etes|tu es) (?:paranoiaque|paranoique|parano|psychotique|schizophrene|bipolaire|en psychose|un drogue|une droguee|un alcoolique|une alcoolique|malade mental\w*|delirante?|en delire|une cause perdue)\b",
            r"\b(?:retournez|retourne) dans (?:votre|ton) pays\b",
        ),
        (
            "Il est-tu fou ou juste saoul, lui?",
            "On a un autre schizo, ici.",
            "Vous autres, vous êtes tous pareils.",
            "C'est juste une droguée qui cherche sa dose.",
            "A-t-il encore arrêté ses pilules, lui?",
            "Vous êtes paranoïaque.",
        ),
        (
            "Elle a pris ses médicaments ce matin?",
            "Prenez-vous des médicaments?",
            "Vous êtes fatigué.",
        ),
        unless=(r"\belle a pris ses\b",),
        confidence=0.95,
        severe=True,
    ),
    Rule(
        "fr.argue.contredire",
        "argue",
        (
            r"\bc'est (?:pas vrai|faux|pas (?:tout a fait |vraiment |exactement )?(?:ca qu[ie']|ce qui s'est)|pas comme ca que|n'importe quoi|ridicule|pas ce qui|de la (?:marde|bullshit|foutaise)|pas exact)\b",
            r"^n'importe quoi\b",
            r"\b(?:vous vous trompez|tu te trompes|vous avez tort|tu as tort|vous mentez|tu mens|vous exagerez|tu exageres|vous vous faites des idees|tu te fais des idees|vous imaginez|vous inventez|tu inventes|vous vous imaginez)\b",
            r"\b(?:mais non|bien non|non non|non) (?:vous|tu|ca|c'est|il|elle|personne|on)\b",
            r"\bpersonne (?:vous|te|t') ?(?:suit|surveille|ecoute|veut du mal|espionne|court apres|empoisonne)\b",
            r"\bil y a (?:pas|personne|aucun|aucune)(?: de| d')? ?(?:camera|cameras|micro|micros|voix|complot|espions?|qui vous|la|fantomes?)\b",
            r"\b(?:j'ai tout vu|j'etais la|je sais ce que j'ai vu|je l'ai vu)\b",
            r"\bpersonne (?:vous|t') ?a (?:dit|promis) (?:ca|une|que|cela|deux|dix)\b",
        ),
        (
            "C'est pas vrai, personne vous a dit une heure.",
            "Ce n'est pas ça qui s'est passé.",
            "Personne ne vous suit, vous vous faites des idées.",
            "Vous vous trompez, j'ai tout vu.",
            "Mais non, ça ne fait pas six heures que vous attendez.",
        ),
        ("C'est vrai.", "Personne vous a rien dit.", "C'est pas ça que je voulais dire."),
        unless=(r"\bque je veux\b", r"\bque je voulais dire\b", r"\bsi je me trompe\b"),
        confidence=0.88,
    ),
)
