"""Ce qui montre quoi dans un compte rendu en français.

What shows what in an account in French: regular expressions, folded when they are compiled
(small letters, no accents), matched as whole words; `§` stands for a quotation. No upper-case
escapes.
"""

from __future__ import annotations

_NUMBER = (
    r"(?:\d+(?:,\d+)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt"
    r"(?:[- ]\w+)?|trente|quarante|cinquante|une dizaine de|une vingtaine de|plusieurs|quelques)"
)
_LENGTH = r"(?:mètres?|m|pieds?|pas)"
_THEM = (
    r"(?:il|elle|ils|elles|sa|son|ses|m|mme|monsieur|madame|l'homme|la femme|le patient"
    r"|la patiente|le sujet|la dame|le monsieur|la personne)"
)

ME = (r"je|j'\w+|nous|mon (?:collègue|partenaire)|ma (?:collègue|partenaire)",)
SOMEBODY = (
    r"il(?! y)(?! fa)|elle|ils|elles|qui|qu'(?:il|elle|ils|elles)|(?:(?:^|(?<=[,;:(] ))(?:le|la"
    r"|les|l'\w+|une?|un autre|une autre|des|sa|son|ses|m|mme|monsieur|madame|quelqu'un|on))",
    r"(?<!à )(?<!avec )(?:l'homme|la femme|le patient|la patiente|le sujet|la dame|le monsieur)",
    r"(?<!à )(?<!avec )(?:la personne|le père|la mère|le client|la cliente|la préposée)",
)
OTHER = (
    *SOMEBODY,
    r"sa|son|ses|m|mme|monsieur|madame|l'homme|la femme|le patient|la patiente|le sujet",
    r"la dame|le monsieur|la personne|le père|la mère|le client|la cliente|le conducteur",
    r"(?:vue?|vus|entendue?|aperçue?|observée?) (?=\w)",
)

_JE = r"(?:je|j'\w+|j'ai|nous (?:avons )?)(?: \w+){0,3}"
MARKS = {
    "call": (
        r"répartit\w*|9-?1-?1|l'appel|un appel|appel (?:reçu|entrant)|on m'a \w+|on nous a \w+",
        r"(?:j'ai|j'avais|nous avons) (?:été|reçu)|j'étais (?:de service|en service|de garde)",
        r"(?:préposée?|collègue|infirmi\w+|cycliste|témoin|répartitrice|répartiteur|enseignante?"
        r"|gérante?|voisine?|appelante?|partenaire) (?:\w+ ){0,2}(?:m'a|m'avait|nous a|a"
        r"|avait) \w+",
        r"signal\w+|avisée?s?|informée?s?|dépêchée?s?|affectée?s?|plainte|information initiale",
        r"à (?:mon|notre) arrivée|en arrivant|(?:je suis|nous sommes) arrivée?s?|je savais",
        r"(?:au|lors du) (?:rapport|changement) (?:de quart|inter\w*)|je travaillais|en patrouille",
    ),
    "call_detail": (
        r"\d{1,2} ?(?:h|:) ?\d{0,2}|minuit",
        r"(?:qu'|que )(?:une?|il|elle|ils|elles|quelqu'un|le|la|personne|l'homme|la femme|sa|son)",
        r"(?:pour|sur|d'|de|avec|concernant) ?(?:une?) (?:\w+ ){0,3}(?:homme|femme|personne|père"
        r"|mère|patiente?|conducteur|conductrice|élève|dispute|jeune|garçon|fille|couple|cliente?)",
        r"appelante?|cycliste|témoin|préposée? (?:au|du) triage",
    ),
    "place": (
        r"foule|pleine?|bondée?|achalandée?|curieux|badauds|passants?|familles|enfants|témoins",
        r"(?:d'autres|plusieurs|beaucoup de|des|vingt(?:[- ]deux)?|\d+) (?:personnes|gens)",
        r"filmait|filmer|filme|bruit|bruyante?|radio|sirènes?|gyrophares?|lumières?|lampadaires?",
        r"éclairage|éclairée?|sombre|noir|noirceur|froid|vent|pluie|neige|glace|verglas"
        r"|circulation",
        r"autos|voitures|voie|salle d'attente|urgence|pont|garde-fou|rambarde|parapet|corridor",
        r"couloir|cuisine|logement|appartement|escaliers?|stationnement|étage|bar|boutique|café",
        r"école|route|autoroute|accotement|sorties?|portes?|étroite?|nuit|petit matin|télévis\w+",
        r"vitre|comptoir|guichet|fenêtre|public|seule?|meubles?|attend\w+|attente",
        r"sans (?:nouvelles|réponse)|aucune nouvelle",
    ),
    "number": (
        rf"{_NUMBER} (?:\w+ )?(?:personnes|gens|minutes?|heures?|agents?|familles|autos|voitures"
        rf"|chaises|ans|degrés|{_LENGTH})|longueurs? de bras",
    ),
    "distance": (
        rf"{_NUMBER} {_LENGTH}|longueurs? de bras|(?:à|hors de) portée(?: de (?:main|bras))?",
    ),
    "level": (
        r"résistan(?:ce|te?) (?:passive|active|passif|actif)|résist\w+ (?:passivement|activement)",
        r"(?<!non )coopérati(?:f|ve|on)|coopér(?:ait|é|e)|collaborait|agression physique",
        r"lésions corporelles(?: graves)?(?: ou mort)?",
    ),
    "other_level": (
        r"tension émotive|collaboration conditionnelle|réfractaire|intimidation psychologique",
        r"niveau de (?:risque|tension)|risque (?:faible|modéré|élevé)|détresse",
    ),
    "act": (
        r"cri(?:ait|e|é|er|ant)|hurl\w+|criait|sacr(?:ait|é)|jur(?:ait|é)|frapp\w+|tap(?:ait|é|e)",
        r"lanc\w+|arpent\w+|fais(?:ait|ant) les cent pas|pouss\w+|tir(?:ait|é|e|ant)|agripp\w+",
        r"serr(?:ait|é|e|er|ant)|point(?:ait|é|ant)|fix(?:ait|é|ant)|dévisag\w+|pleur\w+|murmur\w+",
        r"chuchot\w+|trembl\w+|grelott\w+|assise?|s'est assise?|s'assoi\w+|debout|se ten(?:ait"
        r"|ant)",
        r"ten(?:ait|ant|u)|march(?:ait|é|ant)|cour(?:ait|u|ant)|avanc\w+|recul(?:ait|é|ant)",
        r"s'est (?:\w+ )?(?:approchée?|penchée?|tournée?|retournée?|levée?|tue?|arrêtée?"
        r"|éloignée?)",
        r"se (?:tournait|penchait|balançait|taisait)|hoch\w+|lev(?:ait|é|ant)|baiss\w+",
        r"regard(?:ait|é|ant|e)|refus\w+ de (?!collabor|coopér|obéir|m'écouter)|répond(?:ait|u"
        r"|ant)",
        r"n'(?:a|avait) (?:pas|rien) (?:répondu|dit|bougé|regardé|parlé)|ne (?:répondait"
        r"|bougeait) pas",
        r"en silence|sans (?:un mot|rien dire|bouger)|poings?|mains? (?:\w+ ){0,2}(?:dans|sur|à|au"
        r"|est|était|retourn\w+|allait|fermée?)|bras|respir\w+|grimp\w+|enjamb\w+|compt(?:ait|ant)",
        r"(?<!ma )voix|lèvres|épaules|yeux|a dit|disait|répétait|bouge(?:ait|ant)|bougé"
        r"|ferm(?:ait|é)",
    ),
    "perceive": (
        r"j'ai (?:\w+ )?(?:vue?|entendue?|remarqué|observé|constaté|senti|perçu|reconnu|aperçue?)",
        r"je (?:voyais|entendais|remarquais|sentais|savais)|je ne (?:voyais|pouvais) pas",
        r"je n'ai pas (?:vu|senti|entendu|remarqué)",
        r"(?:il|elle) (?:semblait|paraissait|avait l'air|sonnait)",
    ),
    "made_of_it": (
        r"j'ai (?:\w+ )?(?:compris|pensé|cru|craint|conclu|interprété|supposé|eu peur)",
        r"je (?:pensais|croyais|craignais|comprenais|me demandais|m'inquiétais)",
        r"j'étais (?:\w+ )?(?:inquiète?|préoccupée?)|je ne savais pas|selon moi|pour moi",
        r"(?:mon|ma) (?:impression|perception|inquiétude|crainte)|ça (?:voulait dire|m'a \w+)",
    ),
    "meaning": (
        r"voulait dire|signifiait|ce qui (?:m'a|me|voulait|signifiait)|alors j\w*|donc|parce qu\w*",
        r"pouvait (?:être|avoir|vouloir)|pourrait|peut-être|je ne savais pas|risque|comme si|car",
        r"j'ai (?:\w+ )?(?:compris|pensé|cru|craint|conclu|interprété|supposé|eu peur)",
        r"je (?:pensais|croyais|craignais|comprenais|me demandais|m'inquiétais)|inquiète?",
    ),
    "tactic": (
        r"distance|espace|couvert|abri|renforts?|repositionn\w*|replac\w+|position|de biais",
        r"sorties?|issue|(?:mon|ma|un|une) (?:collègue|partenaire)|sécurité|radio|gyrophares?",
        r"(?:restée?|demeurée?|reculé|tenue?|gardé|replacée?) (?:\w+ ){0,2}(?:distance|recul"
        r"|retrait"
        r"|pas|mètres?|place|à|en)|à l'écart|temps de réaction|gagner du temps|du temps"
        r"|rien ne press\w+",
        r"mains (?:\w+ )?(?:visibles|ouvertes)|dans son champ de vision|entre (?:nous|lui et moi)",
        rf"{_NUMBER} {_LENGTH}|longueurs? de bras|éclairage|circulation",
    ),
    "reason": (
        r"parce qu\w*|parce qu'\w+|car|puisqu\w*|puisqu'\w+|afin d\w*|afin d'\w+|afin que|donc",
        r"pour (?:que|qu'\w+|ne pas|éviter|garder|donner|laisser|réduire|protéger|permettre|faire"
        r"|baisser|montrer|gagner|ramener)|étant donné|vu que|en raison|la raison|raisons?|de peur",
        r"(?:aurait|auraient|risquait|risquaient)(?: \w+)?|ce qui (?:aurait|permettait|laissait"
        r"|lui)",
    ),
    "option": (
        r"options?|autres? (?:choix|solutions?|moyens?)|envisag\w+|songé|pensé à|j'ai pensé (?:à"
        r"|appeler)",
        r"(?:j'aurais|on aurait|nous aurions) pu|au lieu d\w*|au lieu d'\w+|plutôt qu\w*"
        r"|écart(?:é|ée)",
        r"décidé de ne pas|choisi de ne pas|je n'ai pas (?:utilisé|appelé|touché|approché|agrippé"
        r"|maîtrisé|menacé|ordonné|insisté|essayé)|pas (?:besoin|nécessaire) d\w*",
    ),
    "talk": (
        r"dit|demandé|expliqué|présentée?|excusée?|écoutée?|offert|promis|répété|résumé|reconnu",
        r"remerciée?|répondu|invitée?|proposé|suggéré|rassurée?|parlé|parler|nommé",
        r"(?:voix|ton) (?:calme|basse?|posée?|douce?)|mains ouvertes|désescalade|désamorç\w+",
        r"empath\w+|laissé (?:de l'espace|du temps|parler)",
    ),
    "response": (
        r"répond(?:u|ait)|a dit|dit|disait|hoché|calmée?|arrêtée?|assise?|baissé|baisse|adoucie?",
        r"détendue?|regardée?|accepté|écoutée?|pleuré|respir\w+|refusé|criée?|cri|crié|tournée?",
        r"avancée?|reculé|remerciée?|remise?|tendue?|marché|raconté|expliqué|silence"
        r"|réponse",
        r"réaction|voix|épaules|tue?|n'a (?:pas|rien) \w+",
    ),
    "choice": (
        r"j'ai (?:\w+ )?(?:décidé|choisi|opté|privilégié|préféré|utilisé|continué|gardé)",
        r"(?:ma|mon) (?:décision|choix|intervention)|c'est pourquoi j\w*|c'est pourquoi j'\w+"
        r"|donc j'\w+",
        r"je m'en suis tenue?|(?:communication|intervention|désescalade) verbale|moyen choisi",
    ),
    "proportion": (
        r"nécess\w*|proportionn\w*|(?<!dé)raisonnabl\w*|sans (?:recourir à la )?force|aucune force",
        r"le moins de force|pas (?:plus|davantage) (?:de force )?que|minimum|moins intrusi\w+",
    ),
    "change": (
        r"réévalu\w+|chang\w+|(?<!l'ai )calmée?|plus calme|moins fort|plus fort|adouci\w*|empir\w+"
        r"|s'est aggrav\w+",
        r"à ce moment-là|à partir de là|dès lors|ne (?:\w+ )?plus|ajust\w+|adapt\w+|(?:a"
        r"|s'est) commencé",
        r"(?:quand|lorsqu|dès qu|une fois qu)\w*|(?:lorsqu|dès qu|une fois qu)'\w+|a baissé"
        r"|commencé à",
    ),
    "change_then": (
        rf"(?:quand|lorsque|dès que|une fois que|comme|parce que|puisque) {_THEM} [^.]{{3,180}}"
        r"(?<!\w)(?:je|j'\w+|nous)(?: \w+)?",
        r"(?:lorsqu|dès qu|une fois qu|parce qu|puisqu)'(?:il|elle|ils|elles) [^.]{3,180}"
        r"(?<!\w)(?:je|j'\w+|nous)(?: \w+)?",
        rf"(?:je|j'\w+|nous) (?:\w+ ){{1,14}}(?:quand|lorsque|dès que|parce que) {_THEM} \w+",
        r"(?:je|j'\w+|nous) (?:\w+ ){1,14}(?:lorsqu|dès qu|parce qu)'(?:il|elle) \w+",
        r"(?:calmée?|baissé|adoucie?|arrêtée?|assise?|avancée?)[^.]{0,90}(?:alors|donc) (?:j'\w+"
        r"|je)",
    ),
    "care": (
        r"bless\w+|indemne|médica\w+|ambulanc\w+|paramédic\w+|premiers soins|examinée?|soins|santé",
        r"(?:transportée?|conduite?|amenée?) à l'hôpital",
    ),
    "notified": (
        r"avis(?:é|ée|er)|informée?|signal(?:é|ée)|rapport|superviseure?|sergente?|chef"
        r"|responsable",
        r"médecin|consigné|noté|notes?|dossier|inscrit|rédigé|répartition|gestionnaire"
        r"|retour d'équipe",
    ),
    "handover": (
        r"relève|transf\w+|transmis\w*|confiée?|remis\w* (?:à|au|aux)|passé (?:le|la) (?:relais"
        r"|main)",
        r"pris(?:e)? en charge|équipe de crise|suivi|(?:restée?|laissée?) (?:avec|auprès|jusqu)\w*",
        r"restée? (?:avec|auprès|jusqu'\w+)",
    ),
}

CONCLUSIONS = (
    r"agressi(?:f|ve|fs|ves|vement)|hostiles?|menaçante?s?|violente?s?|belliqueu\w+"
    r"|incontrôlables?",
    r"hors de contrôle|perdu le contrôle|a explosé|agitée?s?|intoxiquée?s?|ivre|soûle?|suspecte?s?",
    r"louche|dangereu(?:x|se)|impolie?|arrogante?s?|irrespectueu(?:x|se)|désorganisée?|instable",
    r"non[- ](?:coopérati(?:f|ve)|collaborati(?:f|ve))|peu (?:coopérati(?:f|ve)|collaborati(?:f"
    r"|ve))",
    r"n'(?:a|ont|avait|était) (?:pas|jamais|aucunement) (?:voulu )?(?:collabor\w+|coopér\w+"
    r"|obéi\w*)",
    r"ne (?:voulait pas |veut pas )?(?:collabor\w+|coopér\w+|obéi\w+)(?: pas)?",
    r"refus\w+ (?:de |toute )(?:collabor\w+|coopér\w+|obéir)|résist\w+|réfractaire|provocat\w+",
    r"folle|fou|hystérique|difficile",
)
NOT_CONCLUDED = (r"pas|jamais|plus|sans|ni|si|aucun\w*|être|non",)

NOT_CLAIMED = (
    r"ne|n'\w+|pas|jamais|sans|plutôt qu\w*|au lieu d\w*|envisag\w+|songé|pensé|aurai\w+"
    r"|pourrai\w+",
    r"si|aucun\w*|décidé de ne|prête?|voul\w+|offert d\w*|proposé d\w*|ni|devrai\w+|avant d\w*",
)
MARKED_LATER = (
    r"(?:appris|compris|su|découvert) (?:\w+ ){0,2}(?:plus tard|par la suite|après|ensuite)",
    r"(?:plus tard|par la suite|après coup)[^.]{0,40}(?:appris|compris|su|découvert)",
    r"je ne (?:le )?savais pas|je ne pouvais pas (?:le )?savoir|avec le recul",
)

CLAIMS = {
    "handcuffs": (r"menottée?s?|(?:passé|mis|posé|utilisé|appliqué) (?:[\w']+ ){0,2}menottes",),
    "oc_spray": (
        r"(?:utilisé|employé|déployé|vaporisé|aspergé) (?:[\w']+ ){0,4}(?:poivre|capsi\w+"
        r"|vaporisateur)",
        r"poivrée?|aspergée?",
    ),
    "baton": (r"(?:utilisé|sorti|déployé|frappé) (?:[\w']+ ){0,4}(?:bâton|matraque)",),
    "cew": (
        r"(?:utilisé|sorti|déployé|pointé|dégainé) (?:[\w']+ ){0,3}(?:taser"
        r"|(?:arme|dispositif) à impulsions?)",
    ),
    "firearm": (
        r"(?:dégainé|sorti|pointé) (?:[\w']+ ){0,2}(?:arme(?! a impulsion)|pistolet)"
        r"|(?:ouvert le feu|fait feu)|tiré (?:sur|un coup)",
    ),
    "soft_control": (
        r"maîtrisée?|immobilisée?|agrippée?|(?:saisi|pris|tenu|retenu)e? (?:[\w']+ ){0,3}(?:bras"
        r"|poignets?|coude|épaules?)|amenée? au sol|plaquée?",
    ),
    "call_backup": (
        r"(?:demandé|appelé|réclamé) (?:[\w']+ ){0,2}(?:renforts?|une autre (?:auto|patrouille"
        r"|équipe)"
        r"|d'autres (?:agents|policiers))",
    ),
    "call_security": (r"(?:appelé|demandé|fait venir) (?:la |les agents de )?sécurité",),
    "code_white": (r"(?:lancé|déclenché|appelé|demandé) (?:un |le )?code blanc",),
    "bring_water": (r"(?:apporté|donné|servi|remis|cherché) (?:[\w']+ ){0,4}(?:eau|d'eau|l'eau)",),
    "bring_chair": (r"(?:apporté|avancé|trouvé|donné) (?:une |la )?chaise",),
    "bring_blanket": (r"(?:apporté|donné|remis|mis|passé) (?:[\w']+ ){0,2}couverture",),
    "offer_phone_call": (r"(?:prêté|remis|donné|passé) (?:[\w']+ ){0,2}(?:téléphone|cellulaire)",),
    "move_to_quiet_place": (
        r"(?:amenée?|conduite?|accompagnée?|emmenée?|déplacée?|allée?s?) (?:[\w']+ ){0,2}(?:dans"
        r"|vers"
        r"|au|à) (?:[\w']+ ){0,2}(?:salle|salon|pièce|endroit|bureau|local)",
    ),
    "clear_onlookers": (
        r"(?:éloigné|dispersé|fait reculer|écarté) (?:[\w']+ ){0,2}(?:curieux|badauds|gens|foule"
        r"|personnes|témoins|public)",
    ),
    "quiet_scene": (
        r"(?:éteint|baissé|fermé|fait éteindre) (?:[\w']+ ){0,3}(?:radio|sirènes?|gyrophares?"
        r"|lumières?|téléviseur|télévision|télé)",
    ),
    "sit_with": (r"assise? (?:[\w']+ ){0,2}(?:côté|près|avec|auprès|par terre|au sol)",),
    "keep_distance": (r"reculé|(?:fait|pris) (?:[\w']+ )?pas en arrière|pris du recul",),
    "get_update": (
        r"(?:allée?|partie?) (?:[\w']+ )?(?:demander|chercher|prendre|voir)(?: \w+){0,3}"
        r" (?:nouvelles|réponse|médecin)|allée? aux nouvelles",
        r"(?:rapporté|obtenu|revenue? avec) (?:[\w']+ ){0,2}(?:nouvelles|réponse)",
    ),
    "write_it_down": (r"mis (?:[\w']+ ){0,2}par écrit|noté (?:[\w']+ ){0,2}plainte",),
    "fetch_family": (
        r"(?:appelé|joint|contacté|fait venir) (?:[\w']+ )?(?:famille|mère|père|sœur|frère|fils"
        r"|fille"
        r"|femme|mari|conjointe?|parents?|proche)",
    ),
    "fetch_interpreter": (r"(?:appelé|trouvé|demandé|joint) (?:[\w']+ )?interprète",),
    "call_crisis_team": (
        r"(?:demandé|appelé|joint|fait venir) (?:[\w']+ ){0,2}(?:équipe de crise|l'équipe de crise"
        r"|négociat\w+|intervenante? en santé mentale)",
    ),
    "medical_check": (
        r"(?:examinée?|soignée?)|(?:vérifié|regardé|pris) (?:sa|son"
        r"|ses) (?:[\w']+ )?(?:blessures?|dos"
        r"|bras|mains?|pouls|signes vitaux|tension|pression)",
    ),
    "hand_over": (r"passé (?:le relais|la main)|confiée? (?:à|au|aux)",),
    "apologise": (
        r"(?:suis|me suis) (?:[\w']+ )?excusée?|(?:présenté|fait) (?:mes|des) excuses"
        r"|dit (?:[\w']+ ){0,3}désolée?|demandé pardon",
    ),
    "ask_suicide": (
        r"(?:demandé|posé|questionnée?|parlé|abordé)(?: \w+| \w+'\w+){0,9} (?:suicid\w*|mourir|tuer"
        r"|enlever la vie|s'enlever la vie|mettre fin à ses jours|au suicide|le suicide)",
    ),
    "weapon": (
        r"(?:demandé|questionnée?)(?: \w+| \w+'\w+){0,9} (?:armes?|d'armes?|armée?|couteau"
        r"|coupant)",
    ),
    "introduce": (
        r"(?:suis|me suis) présentée?|(?:donné|dit) (?:[\w']+ )?mon (?:nom|prénom)|identifiée?",
    ),
    "ask_name": (r"demandé (?:[\w']+ ){0,3}(?:son (?:nom|prénom)|comment (?:il|elle) s'appel\w+)",),
    "thank": (r"(?:l'ai|ai) remerciée?",),
    "offer_choice": (
        r"(?:donné|offert|laissé) (?:[\w']+ )?(?:le choix|un choix|deux options|des choix)",
    ),
}
DONE_CLAIMS = {
    "handcuffs": (r"(?:été|fut) (?:[\w']+ )?menottée?|menottes (?:[\w']+ )?ont été \w+",),
    "oc_spray": (r"(?:poivre|vaporisateur) (?:[\w']+ ){0,2}a été (?:utilisé|employé)",),
    "soft_control": (r"(?:été|fut) (?:[\w']+ )?(?:maîtrisée?|immobilisée?|amenée? au sol)",),
    "call_backup": (r"renforts? (?:ont|a) été (?:demandés?|appelés?)",),
    "call_security": (r"sécurité a été (?:appelée|demandée)",),
    "bring_water": (r"eau (?:lui )?a été (?:[\w']+ )?(?:apportée|donnée|servie)",),
    "move_to_quiet_place": (
        r"été (?:amenée?|conduite?|déplacée?) (?:dans|vers|au|à) (?:[\w']+ ){0,2}(?:salle|salon"
        r"|pièce)",
    ),
    "clear_onlookers": (r"(?:curieux|badauds|gens) ont été (?:éloignés|écartés)",),
}

COMMON = """
était étaient aurait auraient lâcher abord accord ailleurs aimer alors année années ans apporter
apres après arrière arrive arriver assez assis attendre attention aucun aucune aujourd aussi autre
autres avait avant avec avoir bas beaucoup besoin bien bientôt bon bonne bouge bras calme cela
celle celui cent chaque chercher chez chose choses cinq combien comme comment contre coup côté
côtés cours crier dans debout dedans dehors déjà demain demande demandé demander depuis derrière
dernier dernière des deux devant dire direct disait dit dois donc donne donné donner dont dort
doucement droit droite elle elles encore endroit enfant enfants ensemble entendre entre entrer
être fait faire faites femme fille fils fois font force frère froid garde garder gauche gens gros
guichet heure heures hier homme ici jamais jeune jour jours jusque juste là laisse laissé laisser
leur leurs lieu loin long longtemps main mains maintenant mais maison mal marche mari matin
médecin meilleur même mère mettre mieux mille minute minutes mois moins moment monde montre
montrer mort mot mots nom nombre non nous nouveau nuit onze oui ouvert ouvre parce pareil parler
parole part partie partir pas passe passé passer pendant pense penser père personne personnes
petit petite peu peur peut place plus plusieurs poche porte portes pour pourquoi pourrait pouvoir
premier première prend prendre près presque prise quand quatre quelque quelques quelqu question
qui quoi quitter raison regarder respect reste rester rien rouler sac samedi sans savoir seconde
sécurité semaine sent sert seul seule seulement servir soir son sortir soeur souvent suis suite
sûr surprise table tard tel tellement temps tenir tête tient tire toujours tour tous tout toute
toutes train travail travers trois trop trouver vers veut veston vie vieux vingt vite voir voix
vont vouloir voulu vous vrai vraiment vient venir franchement sorti sortie manteau botte manche
tiroir poignet poing clair lentement fermé fermer ferme écoute écouter mur serre serrer porter
porté portait tâter cache cacher vérifie vérifier soigne soigner police policier policière
infirmier infirmière hôpital famille parents ami remise faisait faisais soins téléphone sont
affaire affaires prépare préparait préparer pouvait sort mange manger contient ressemble rouvert
argent hiver rouverte bâti permet permettre secret moitié cet cette chemin aime aimait avaient
ceux celles
"""
"""Mots trop courants pour montrer ce que quelqu'un savait."""
