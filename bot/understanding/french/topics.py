"""French questions about what comes up in nearly every encounter, in many wordings."""

# ruff: noqa: E501 - a question reads best on one line

from __future__ import annotations

COMMON: dict[str, str] = {
    "name": """\
Comment vous appelez-vous?
c'est quoi ton nom
Je n'ai pas bien saisi votre nom tantôt.
et toi, t'es qui?
À qui ai-je l'honneur?
tu t'appelles comment
Moi c'est Julie, je suis infirmière. Et vous?
Votre nom de famille, s'il vous plaît?
comment tu veux que je t'appelle
Est-ce que je peux vous appeler par votre prénom?
ton p'tit nom c'est quoi
Vous êtes madame...?
Ça m'aiderait de savoir à qui je parle.
je peux-tu savoir ton nom
Pouvez-vous me redire votre nom? Je l'ai manqué.
les gens t'appellent comment d'habitude
Quel est votre nom au complet?
t'as-tu un surnom
On s'est pas présentés encore, nous deux.
cest quoi votre prenom monsieur
Ça s'écrit comment, votre nom?
scuse, c'est qui que j'ai devant moi?
Préférez-vous qu'on vous dise monsieur Gagnon ou Pierre?
je te dirai pas « hé, toi » toute la soirée, ton nom c'est...
Sous quel nom le dossier a-t-il été ouvert?
jpeux te tutoyer? tu tappelles comment
Auriez-vous l'obligeance de vous nommer?
dis-moi ton nom, on va se parler mieux
Voulez-vous bien me dire qui vous êtes?
c'est-tu Jo ou Joseph que tu préfères
""",
    "what_happened": """\
Qu'est-ce qui s'est passé?
c'est quoi qui est arrivé au juste
Racontez-moi ça depuis le début.
veux-tu ben me dire ce qui se passe ici
Qu'est-ce qui vous amène à l'urgence ce soir?
comment ça a commencé cette affaire-là
J'aimerais entendre votre version des faits.
pis là, il s'est passé quoi?
On nous a appelés pour une chicane, c'était quoi l'histoire?
kess qui t'a mis en maudit de même
Pourriez-vous m'expliquer ce qui a mené à cette situation?
à quel moment ça a viré mal
J'étais pas là tantôt, mettez-moi au courant.
qui a fait quoi
Il a dû se passer quelque chose de gros pour que tu sois dans cet état-là.
c'est parti de quoi
Pour quelle raison êtes-vous venue au bureau aujourd'hui?
quelqu'un t'a-tu dit quelque chose de pas correct
Aidez-moi à comprendre comment on en est arrivés là.
ya eu de la bagarre ou quoi
Qu'a-t-on fait pour vous fâcher à ce point?
ça allait bien à matin, pis après?
Dans vos mots, pourquoi la police est ici?
qu'est-ce qui a fait déborder le vase
On m'a juste donné des bouts, j'ai pas toute l'histoire.
c'est quoi le problème là
Depuis quand est-ce que ça dure?
conte-moi ta journée, qu'est-ce qui a mal été
Est-ce l'attente qui a tout déclenché?
qu'est-ce que tu fais dehors à cette heure-là
""",
    "pain": """\
Avez-vous mal quelque part?
t'es-tu blessé
Où est-ce que ça fait mal?
il y a du sang sur ta manche
Sur une échelle de zéro à dix, c'est une douleur à combien?
tu saignes-tu
Vous êtes-vous cogné la tête en tombant?
ça fait-tu mal quand tu bouges le bras
Souffrez-vous en ce moment?
ta main est pas mal enflée
Y a-t-il des blessures que je devrais connaître?
as-tu reçu un coup
Me laisseriez-vous regarder cette coupure-là?
c'est tu ton sang ça
Votre douleur à la poitrine, elle a commencé quand?
tu boites, c'est-tu ta cheville
Je vois que vous vous tenez les côtes.
aïe, ça a l'air d'élancer ton affaire
Est-ce que c'est plus un mal sourd ou une brûlure?
veux-tu que je fasse venir les ambulanciers
Montrez-moi l'endroit qui vous fait souffrir.
t'as rien de cassé?
La douleur est-elle pire qu'hier?
as tu des bleus à part celui-là
Avant toute chose, je veux m'assurer que vous n'êtes pas blessée.
pis ton dos, toujours barré?
Les menottes vous serrent-elles trop?
tu t'es-tu fait mal en frappant le mur
Quelqu'un vous a-t-il frappé?
mal au ventre, mal à la tête, quelque chose?
""",
    "weapon": """\
Avez-vous une arme sur vous?
t'as quoi dans la main
Y a-t-il quelque chose de coupant ou de piquant dans vos poches?
as-tu un couteau
Êtes-vous armé, monsieur?
c'est quoi que tu caches en arrière de ton dos
Je remarque que vous mettez souvent la main dans votre manteau.
tu traînes-tu une lame sur toi
Possédez-vous des armes à feu à la maison?
montre-moi tes mains s'te plaît
Est-ce que vous transportez quoi que ce soit qui pourrait blesser quelqu'un?
y a tu un gun ici
Je pose la question à tout le monde : rien de dangereux sur vous?
ça, là, dans ton poing, c'est quoi?
Accepteriez-vous de vider vos poches sur la table?
pourrais-tu déposer ça à terre
Où est le couteau maintenant?
des ciseaux, un canif, de la vitre, quelque chose de même?
On m'a dit que vous aviez un bâton tout à l'heure.
si je fouille ton sac je vais-tu me piquer
Le fusil de chasse est-il rangé sous clé?
t'es-tu apporté de quoi te défendre
Ce que vous tenez m'inquiète un peu.
kess t'as dans ta poche
Qu'est-ce qu'il y a sous la couverture?
il est-tu chargé
Y aurait-il dans la pièce un objet avec lequel on pourrait se faire mal?
donc pas d'arme, rien pantoute?
Avant que je m'approche, y a-t-il quelque chose que je devrais savoir sur ce que vous portez?
tu veux faire quoi avec ce marteau-là
""",
    "substances": """\
Avez-vous bu ce soir?
t'as-tu pris de quoi
Avez-vous consommé de la drogue dans les dernières heures?
combien de bières mettons
Ça sent un peu l'alcool.
es-tu gelé
Êtes-vous sous l'influence d'une substance quelconque?
ton dernier verre c'était quand
T'es pas mal chaud, non?
je juge pas, je veux juste savoir ce que t'as pris
Est-ce du cannabis ou quelque chose de plus fort?
tu consommes tu
Vos pupilles sont très dilatées.
c'était quoi, de la coke, du speed, du fentanyl?
Quelle quantité avez-vous prise?
as-tu fumé un joint avant de venir
Depuis combien de temps êtes-vous sobre?
t'es sur le party depuis hier?
Se pourrait-il qu'on ait mis quelque chose dans votre verre?
tes tu saoul ou juste fatigué
Vous arrive-t-il de boire tous les jours?
redescends-tu de quelque chose là
Le médecin va vouloir savoir pour l'alcool et les drogues de rue.
pis la boisson, ces temps-ci?
À quand remonte votre dernière consommation?
as-tu viré une brosse
Quelqu'un vous a-t-il donné quelque chose à avaler ou à fumer?
y a-tu autre chose que de l'alcool dans ton corps
Avez-vous des tremblements quand vous arrêtez de boire?
t'as l'air un peu feeling
""",
    "medication": """\
Prenez-vous des médicaments?
as-tu pris tes pilules à matin
Que vous a prescrit votre médecin?
t'es-tu sur une médication
À quand remonte votre dernière dose?
t'en as sauté une couple, hein?
Avez-vous votre liste de médicaments avec vous?
c'est pour quoi ces pilules là
Y a-t-il un traitement que vous suivez de façon régulière?
tu prends quoi pour tes nerfs
Votre dosage a-t-il changé dernièrement?
ta pompe, l'as-tu sur toi?
J'aimerais savoir à quelle pharmacie vous allez.
ça fait combien de temps que t'as arrêté tes meds
Des fois les gens arrêtent à cause des effets secondaires.
tu fais-tu du diabète, prends-tu de l'insuline
Est-ce qu'il vous reste des comprimés?
ton renouvellement, tu l'as-tu eu
Quelqu'un vous aide avec votre dosette?
ta prescription est-tu encore bonne
Il se peut que vous ayez oublié une dose.
prends tu encore tes antidépresseurs
Quand devez-vous recevoir votre prochaine injection?
quelque chose pour la pression, le cœur, l'anxiété?
Tolérez-vous bien le nouveau médicament?
qu'est-ce que tu prends le soir d'habitude
Veuillez m'énumérer vos médicaments actuels.
t'as-tu manqué de pilules cette semaine
Et votre ordonnance, vous arrivez à la suivre?
ça t'aide-tu ce que le psychiatre t'a donné
""",
    "suicide": """\
Pensez-vous au suicide?
veux-tu mourir
Avez-vous des idées suicidaires?
penses-tu à t'enlever la vie
Je vous le demande directement : songez-vous à mettre fin à vos jours?
as-tu un plan pour te suicider
Quand vous dites que vous êtes tanné, voulez-vous dire tanné de vivre?
ça t'arrive tu de penser à en finir
Avez-vous déjà fait une tentative de suicide?
t'es monté ici pour mourir?
Est-ce qu'il y a des moments où vous aimeriez mieux être morte?
tu penses te faire du mal à soir?
Ces pensées de mort reviennent-elles souvent?
tu dis que le monde serait mieux sans toi, ça veut dire quoi
Je suis inquiet que vous pensiez à vous tuer.
y a-tu une partie de toi qui veut encore vivre
Avez-vous décidé du moment ou de l'endroit?
tu veux pus être là, c'est ça?
Quand on souffre autant que vous depuis des semaines, il arrive qu'on pense à mourir. Est-ce votre cas?
as tu écrit une lettre d'adieu
Souhaitez-vous parfois vous endormir et ne plus vous réveiller?
qu'est-ce qui t'a gardé en vie jusqu'à aujourd'hui
Êtes-vous en sécurité avec vous-même cette nuit?
depuis quand t'as ces idées noires-là
La mort, vous y pensez comme une porte de sortie?
t'es-tu suicidaire
À quel point êtes-vous passé proche de le faire?
tes tu déjà automutilée
Dis-moi si c'est rendu que t'as plus envie de vivre.
donc c'est pas pour mourir que t'as dit ça?
""",
    "family": """\
Avez-vous de la famille dans le coin?
as-tu des enfants
Y a-t-il quelqu'un qu'on pourrait appeler pour vous?
qui est à la maison en ce moment
Quel âge ont vos enfants?
t'es-tu mariée
Votre mère doit être inquiète pour vous.
ton chum est-tu au courant que t'es ici
Désirez-vous que nous avisions un proche?
ton frère, y pourrait-tu venir te chercher
Parlez-moi de votre fille.
qui c'est qui garde les p'tits
Qui est votre personne à contacter en cas d'urgence?
t'as une blonde?
Vous avez mentionné un fils tantôt.
parles tu encore à ton père
Vivez-vous avec vos parents?
veux-tu que j'appelle ta sœur
Y a-t-il des enfants dans le logement?
ta gang chez vous, ça va-tu bien
Peut-être une cousine ou une amie en qui vous avez confiance?
comment ça se passe avec tes parents
Votre conjointe est-elle en sécurité?
quelqu'un t'attend pour souper?
Êtes-vous proche de vos frères et sœurs?
pis ton ex, elle a la garde?
Je pourrais joindre un membre de votre famille.
cest quoi le nom de ta fille
Qui sont les personnes qui comptent dans votre vie?
t'es grand-maman, je pense?
""",
    "needs": """\
De quoi avez-vous besoin?
qu'est-ce que je peux faire pour toi
Qu'est-ce qui vous aiderait en ce moment?
tu veux quoi de nous autres au juste
Je peux vous apporter de l'eau ou une couverture?
c'est quoi qui te ferait du bien là
Qu'attendez-vous de nous?
t'as-tu besoin de quelque chose
Comment puis-je vous être utile?
veux-tu qu'on aille jaser dehors
Si vous pouviez changer une chose ce soir, ce serait laquelle?
dis-moi ce que tu veux
Pour vous, une bonne solution, ça ressemblerait à quoi?
tu demandes quoi finalement
Je ne suis pas certaine de savoir ce que vous souhaitez.
une chaise, un verre d'eau, deux minutes pour souffler?
Qu'est-ce qui est le plus important pour vous là-dedans?
aimerais-tu mieux parler à une femme
Par quel problème voulez-vous qu'on commence?
ça te prendrait quoi pour t'asseoir avec moi
Qu'est-ce que vous auriez aimé qu'on fasse?
kess tu veux
Y a-t-il une demande à laquelle personne n'a répondu?
as tu besoin d'un peu d'espace
Que pourrions-nous faire autrement?
je veux t'aider, mais faut que tu me dises comment
Quel genre de soutien souhaiteriez-vous recevoir?
il te manque quoi pour te sentir en sécurité
Besoin d'aide?
t'espérais quoi en venant ici
""",
    "next_step": """\
Qu'est-ce qui va se passer maintenant?
tu vas aller où après
Avez-vous un plan pour le reste de la soirée?
bon, on fait quoi là?
Voulez-vous qu'on regarde ensemble la prochaine étape?
qu'est-ce que tu vas faire en sortant d'ici
Comment envisagez-vous la suite?
tu retournes comment chez vous
Accepteriez-vous de me suivre à l'intérieur pour voir le médecin?
c'est quoi le plan
Vous a-t-on expliqué ce qui s'en vient?
on va-tu se faire un plan toi pis moi
Une fois que ça va être plus calme, vous comptez faire quoi?
es-tu prêt à venir avec nous
Un suivi est-il prévu après votre congé?
as tu un lift
Voici les choix qu'on a, lequel vous irait?
pis après ça?
Où irez-vous en quittant l'hôpital?
tu vas-tu à ton rendez-vous demain
Si ça recommence, qu'allez-vous faire?
d'après toi on devrait faire quoi maintenant
Est-ce que ça vous conviendrait si on procédait comme ça?
on s'en va où avec ça
Je me demande à quoi va ressembler votre heure qui vient.
tu t'en vas direct chez ta sœur?
Aimeriez-vous mieux le CLSC ou le refuge?
sais-tu à quoi t'attendre pour la suite
Que faudrait-il régler d'ici la fin de la journée?
la suite, tu la vois comment
""",
    "feelings": """\
Comment vous sentez-vous?
ça va-tu?
Vous avez l'air pas mal ébranlée.
t'as-tu peur
Qu'est-ce que ça vous fait de vivre ça?
comment tu te sens là là
Qu'est-ce que vous ressentez pendant qu'on se parle?
qu'est-ce qui te passe par la tête
Je vous sens plus triste que fâché.
comment tu files
Comment avez-vous reçu la nouvelle, en dedans?
c'est-tu de la colère ou de la peine
Ça doit être lourd à porter toute seule.
t'es-tu en maudit contre moi ou contre la place
Pouvez-vous mettre des mots sur ce que vous vivez?
ton moral, il est comment
Qu'est-ce qui vous effraie le plus?
es tu un peu plus calme que tantôt
Est-ce que vous vous êtes senti humilié?
c'est quoi le pire là-dedans pour toi
Diriez-vous que vous êtes anxieux?
tu tiens-tu le coup
J'imagine que c'est difficile d'attendre sans nouvelles.
ça te fait quoi quand il dit ça
Comment traversez-vous tout ça?
t'as l'air à boutte
Vous sentiriez-vous dépassée par les événements?
te sens-tu tout seul là-dedans
Mieux que tout à l'heure?
le cœur te débat-tu quand t'y penses, es-tu stressé
""",
    "work": """\
Que faites-vous dans la vie?
as-tu une job
Travaillez-vous en ce moment?
tu travailles où
Votre quart commence à quelle heure?
pis la job, ça va-tu
Je vois vos bottes à cap d'acier, vous êtes dans la construction?
tu fais quoi comme travail
Quelle est votre profession?
ton boss va-tu te donner du trouble pour ça
Depuis combien de temps êtes-vous à cet emploi?
t'es-tu sur le shift de nuit
Arrivez-vous directement du travail?
ils t'ont-tu mis dehors
Vous parliez de l'usine tantôt.
étudies tu ou tu travailles
Quand avez-vous perdu votre emploi?
tu rentres-tu travailler demain
Est-ce que vous manquez une journée de paye à cause de nous?
t'es dans quel domaine
À la retraite, ou encore au travail?
t'entends-tu bien avec tes collègues
Qui est votre employeur?
tu te cherches de l'ouvrage depuis longtemps?
Votre métier, c'était quoi avant l'accident?
es-tu sur le chômage ou sur l'aide sociale
S'est-il produit quelque chose au travail?
ils te font-tu faire trop d'heures
Devez-vous avertir quelqu'un que vous ne rentrerez pas travailler?
tu gagnes ta vie comment
""",
    "home": """\
Où habitez-vous?
as-tu une place où dormir à soir
Quelle est votre adresse?
tu restes où
Êtes-vous en sécurité chez vous?
tu dors-tu dehors ces temps-ci
Avez-vous un endroit chaud pour passer la nuit?
viens tu du coin
Je ne sais pas si vous avez un toit.
ton proprio t'a-tu mis à la porte
Êtes-vous locataire ou propriétaire?
t'as dormi où hier
Aimeriez-vous qu'on vous trouve un lit dans un refuge?
c'est dans quel quartier chez vous
Depuis quand êtes-vous sans logement?
tu peux-tu aller coucher chez un ami
Pouvez-vous confirmer votre lieu de résidence?
as tu encore tes clés
On m'a dit que vous aviez été évincée.
t'es dans la rue?
Comment ça se passe dans votre logement?
c'est loin d'ici ton appart
Y a-t-il une adresse fixe que je peux inscrire au dossier?
tu vis en chambre ou en appartement
Si on vous laisse partir, vous allez loger où?
donc chez vous, ce soir, ça marche pas?
Demeurez-vous dans cet immeuble?
es-tu en train de te faire sortir de ton bloc
Le bail est-il à votre nom?
chez toi, y a-tu du chauffage au moins
""",
    "alone": """\
Êtes-vous seul?
y a-tu quelqu'un avec toi
Qui vous accompagne aujourd'hui?
t'es venu tout seul?
Est-ce qu'il y a d'autres personnes à l'intérieur?
c'est qui le gars à côté de toi
J'ai cru entendre une autre voix.
juste toi?
Quelqu'un est-il venu vous reconduire?
vous êtes combien là-dedans
Je ne vois personne avec vous.
tes chums sont-tu partis sans toi
Auriez-vous l'amabilité de me dire qui d'autre est présent?
es tu toute seule en haut
Étiez-vous seule quand c'est arrivé?
t'attends-tu quelqu'un
La dame dans le corridor, elle est avec vous?
qui est en arrière de la porte
Y a-t-il ici une personne en qui vous avez confiance?
on est juste nous deux, c'est ça?
Combien de personnes se trouvent dans l'appartement?
pas d'autre monde dans la pièce?
Quelqu'un est-il resté avec vous depuis ce matin?
y a du monde avec toi dans le char?
Vous êtes arrivé avec qui?
ton ami est-tu encore dans la salle d'attente
Dites-moi s'il y a quelqu'un d'autre dans la chambre.
es-tu accompagné
Personne d'autre autour?
tu te promènes-tu tout seul à soir
""",
    "sleep": """\
Quand avez-vous dormi pour la dernière fois?
as-tu mangé aujourd'hui
Combien d'heures de sommeil avez-vous eues la nuit passée?
t'as l'air brûlé
Votre dernier repas remonte à quand?
dors-tu un peu ces temps-ci
Avez-vous faim?
t'as-tu déjeuné à matin
Arrivez-vous à vous reposer?
je gage que t'as rien dans le ventre
Et l'appétit, comment est-il?
t'as passé la nuit debout?
Souffrez-vous d'insomnie?
as tu soupé
Est-ce que ce sont les cauchemars qui vous réveillent?
veux-tu une sandwich en attendant
Vous devez tomber de fatigue.
ça fait combien de temps que t'as pas fait une vraie nuit
Depuis quand êtes-vous réveillé?
t'as mangé quoi dernièrement
Auriez-vous besoin de vous étendre un peu?
tu cognes des clous, as-tu dormi?
Parvenez-vous à garder la nourriture?
trois jours sans dormir, j'ai-tu bien compris
Le bruit vous empêche-t-il de fermer l'œil?
t'as-tu sauté le dîner
Avez-vous pu boire de l'eau et prendre une bouchée?
ton sommeil, il est comment
Je vous demande ça parce que tout est plus dur le ventre vide et sans sommeil.
te réveilles-tu souvent la nuit
""",
}
"""Added to a scenario's own examples for a topic of the same name."""
