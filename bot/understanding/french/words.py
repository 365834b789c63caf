"""French words that carry grammar rather than matter, and words that mean the same need."""

# ruff: noqa: E501 - a pattern or a list of words reads best on one line

from __future__ import annotations

_FUNCTION_WORDS = """
a ai aller allez alors apres as au aussi autre autres aux avait avant avec avez avoir beaucoup bien
bon c ca ce cela celle ces cet cette chaque chez combien comme comment d dans de depuis des deux dire dit
dites donc du elle elles en encore entre es est et etait etait etes etre eu faire fait faites faut
fois gens il ils ici j je juste l la le les leur leurs lui m ma madame mais me meme mes moi moins
mon monsieur n ne ni non nos notre nous on ont ou oui par parce pas peu peut peux plus pour
pourquoi pouvez qu quand que quel quelle quelque quelqu qui quoi rien s sa sais sans se sera ses
si son sont sous suis sur t ta te tes toi ton tous tout toute tout tres tu un une va vais vas
veux vient viens vos votre voulez vous vraiment y quoi merci okay dedans
"""

FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

STOP_WORDS = FUNCTION_WORDS - frozenset({"voulez", "veux", "sais"})
"""Words left out when what is said is compared by its matter."""

SAME = {
    "nom": "nom prenom appelez appelles",
    "passe": "passe arrive produit histoire evenement amene",
    "mal": "mal blesse blessee blesses blessure douleur souffrez souffres saigne saignez",
    "arme": "arme armes couteau fusil lame coupant",
    "substances": "bu boisson alcool drogue drogues pilules consomme consommez saoul",
    "suicide": "suicide suicider suicidaire suicidaires tuer mourir mort",
    "famille": "famille femme mari fille fils mere pere soeur frere enfant enfants parents conjoint conjointe blonde chum",
    "besoin": "besoin besoins veux voulez aide aider",
    "suite": "suite plan prochaine etape apres ensuite",
    "attente": "attente attendre attendez attend heures heure tour file triage longtemps",
    "malade": "malade fievre symptomes etat pire",
    "travail": "travail job emploi patron ouvrage quart",
    "maison": "maison logement appartement chez habitez restez",
}
"""Common needs and the words people use for them."""
