"""Pieces that French patterns share."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

from bot.understanding.french.feelings import ALTERNATION

_HARM = (
    r"(?:securite|police|polices|agents|gardiens?|menott\w+|arret(?:e|er|es|ons)|prison|cellule|poste|a terre|sort(?:ir|ez|s|e|i)? d'ici|(?:mettre|mis|mise|sacre\w*|crisse\w*) dehors"
    r"|expuls\w+|contention\w*|attach\w+|taser|poivre|force|trainer|embarqu\w+|regrett\w+|consequences|amende|ticket"
    r"|le payer|mal aller|sedat\w+|sortir|sors|sacre\w*|piquer|accus\w+|mise? (?:a la porte|dehors)|dpj|enferm\w+|barre\w* de|passer la nuit"
    r"|affaire a moi|avoir affaire|calmer moi meme|maitris\w+|pogne[zr]?|frapp\w+|coffr\w+)"
)

FRAGMENTS = {
    "loss": r"(?:desolee?s?|navree?s?) (?:pour|de) (?:votre|ta|ton|vos|tes) (?:perte|garcon|fils|fille|mari|femme|mere|pere|frere|soeur|bebe|conjointe?|amie?)",
    "feeling": f"(?P<feeling>{ALTERNATION})",
    "feels": ALTERNATION,
    "very": r"(?:(?:vraiment|tres|pas mal|bien|tellement|si|un peu|assez|completement|plus|comme|trop|beaucoup de|beaucoup|de la|du|des|d'|une? grande|la|le|extremement|fort|toute?s?|super|ben|juste|autant de|autant|a quel point|quelque chose de|aussi|plutot|totalement) ?){0,3}",
    "harm": _HARM,
    "vous": r"(?:vous|tu)",
    "etes": r"(?:vous etes|tu es|vous etiez|tu etais|vous soyez|tu sois)",
    "avez": r"(?:vous avez|tu as|vous ayez|tu aies)",
    "vs": r"(?:vous vous|tu te|tu t')",
    "obj": r"(?:vous |te |t')",
    "votre": r"(?:votre|vos|ton|ta|tes)",
    "role": r"(?:infirmier|infirmiere|policier|policiere|agente?|medecin|docteure?|travailleu(?:r|se) sociale?|securite|gardien|gardienne|ambulancier|ambulanciere|paramedic|intervenante?|preposee?|gestionnaire|superviseure?|benevole|psychologue|psychiatre|sergente?|caporale?|constable|grc|residente?|commis|mediat(?:eur|rice)|interprete|aumonier|chef d'equipe|responsable|patrouilleu(?:r|se)|etudiante?|educat(?:eur|rice)|coordonnat(?:eur|rice)|therapeute)",
    "insulting": r"(?:idiote?s?|cave|caves|niaiseu(?:x|se)s?|imbeciles?|con|conne|cons|epais|epaisse|malade mentale?|folle?|fou|fous|folles|debile|debiles|cretin|cretine|crisse de \w+|maudit \w+|ivrogne|soulon|soulonne|droguee?|junkie|pissou|sans dessein|tata|tarla|tete de cochon|menteur|menteuse|bebe|bebes|bebe lala|clown|paresseu(?:x|se)|lache|trou de cul|salope|salaud|ostie de \w+|calisse de \w+|moron|nul|nulle|nono|nounoune?|ridicule|hysterique|pathetique|innocente?|minable|animal|animaux|sauvage|gros bebe|deranges?|cinglee?|insignifiante?|pas d'allure|enfant gate|enfants gates|gros|grosse|chien sale|plaie|insupportable|perdu d'avance|mauvais (?:pere|parent)|mauvaise mere|perte de temps)",
}
