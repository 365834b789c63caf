"""Small French signs of form that no single rule decides on: a question, an order, a "parce que"."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

CUES = {
    "asks": r"\?$",
    "asks_openly": r"^(?:et |donc |okay |bon |alors |bien |la )*(?:qu'est ce|qu'|que|quoi|comment|ou|quand|qui|quel\w*|parle\w* moi|raconte\w* moi|dis moi|dites moi|explique\w* moi|c'est quoi|c'est qui)\b|\b(?:quoi|comment|quand|ou|qui) \?$",
    "asks_why": r"\b(?:pourquoi|comment ca se fait|a quoi ca sert|pour quelle raison)\b",
    "asks_yes_or_no": r"^(?:et |donc |okay |bon |alors |bien )*(?:est ce|es tu|as tu|avez vous|etes vous|voulez vous|veux tu|pouvez vous|peux tu|puis je|je peux|on peut|il y a|y a t il|ca te|ca vous|aimeriez|pourriez|pourrais)\b|\b(?:vous|tu|il|elle|on|ils|je) (?:\w+ )?\?$|\w tu\b.*\?",
    "orders": r"^(?:s'il vous plait |s'il te plait |la |bon |okay |heille |hey |monsieur |madame )*(?:assoyez|assis|assoie|arrete\w*|reste\w*|mets|mettez|pose\w*|lache\w*|donne\w*|montre\w*|recule\w*|viens|venez|va|allez|prends|prenez|tourne\w*|dis|dites|garde\w*|regarde\w*|ecoute\w*|attends|attendez|respire\w*|tais|taisez|sors|sortez|debout|calme\w*|reponds|repondez|baisse\w*|ouvre\w*|laisse\w*|bouge\w*|couche\w*|leve\w*|ferme\w*|descends|descendez)\b",
    "begs": r"\b(?:s'il vous plait|s'il te plait|pourriez|pourrais tu|voudriez|voudrais tu|auriez vous|peux tu|pouvez vous|si (?:tu|vous) (?:veux|voulez|peux|pouvez))\b",
    "you_first": r"^(?:et |donc |okay |bon |alors |mais |la )*(?:vous|votre|vos|tu|ton|ta|tes|toi)\b",
    "you": r"\b(?:vous|votre|vos|tu|ton|ta|tes|toi|te|t')",
    "i_first": r"^(?:et |donc |okay |bon |alors |mais |bien )*(?:je|j'|moi|mon|ma|mes|m')",
    "i": r"\b(?:je|moi|mon|ma|mes|me)\b|\b[jm]'",
    "we": r"\b(?:on|nous|notre|nos|ensemble)\b",
    "they": r"\b(?:il|elle|ils|elles|lui|leur|leurs|son|sa|ses)\b",
    "not": r"\b(?:pas|non|jamais|personne|rien|aucun\w*|sans|plus)\b",
    "should": r"\b(?:faut|faudrait|devez|dois|devrais|devriez|doit|devrait|oblige\w*|cense\w*)\b",
    "can": r"\b(?:peux|pouvez|peut|pourrais|pourriez|pourrait|puis)\b",
    "would": r"\b(?:aimerais|aimerait|aimeriez|voudrais|voudrait|veux|voulez|veut|souhaite\w*|espere\w*|prefere\w*)\b",
    "will": r"\b(?:vais|va|allons|vont|\w{2,}(?:rai|ra|rons|ront))\b",
    "if": r"\b(?:si|sauf|tant que|jusqu'|une fois|des que|sinon)",
    "or": r"\b(?:ou bien|ou|soit)\b",
    "because": r"\b(?:parce que|car|vu que|puisque|pour que|pour pas|comme ca|c'est pour)\b",
    "but": r"\b(?:mais|pourtant|quand meme|par contre|toutefois)\b",
    "seems": r"\b(?:dirait|l'air|semble\w*|sens|sentez|parait|imagine\w*|j'entends|peut etre|impression|ressens|ressentez)\b",
    "just": r"\b(?:juste|seulement|rien que|simplement|au moins|quand meme)\b",
    "always": r"\b(?:toujours|jamais|chaque|tout le monde|tous|toute|encore|tout le temps)\b",
    "surely": r"\b(?:exactement|completement|totalement|promets|promis|garanti\w*|jure|parole|certain\w*|sur et certain|fie toi|fiez vous|cent pour cent)\b",
    "time": r"\b(?:minutes?|heures?|temps|soir|demain|aujourdhui|maintenant|bientot|tantot|attend\w*|moment|presse\w*|doucement|tout de suite|lentement)\b",
    "past": r"\b(?:a dit|avez|as|avait|avais|aviez|etait|etais|etiez|a ete|est parti|\w{2,}(?:ait|ais|iez))\b",
    "thanks": r"\b(?:merci|remercie|apprecie|reconnaissant\w*|content\w*)\b",
    "sorry": r"\b(?:desole\w*|excuse\w*|pardon|regrette\w*|aurais du|aurait du|ma faute|plates?)\b",
    "number": r"\d|\b(?:deux|trois|quatre|cinq|dix|premier\w*|deuxieme|un par un)\b",
    "exclaims": r"!",
    "quoted": r"\bquoted\b",
    "name": r"@|\b(?:nom|prenom|appelle\w*|appeler)\b",
}
"""Each is counted in plain words, see `plain`; the English table has the same names."""
