"""Accounts for the tests of articulation: a good and a thin one, by scenario and language.

The good ones say nothing that `MOVES` does not show.
"""

from __future__ import annotations

from functools import cache

from bot.feedback.articulation.record import Record, record
from dialogues.policies import acts
from dialogues.records import turn_of
from dialogues.turn import advance, begin
from state_machines.acts import Move, Reading
from tests.plays import prepared

SINGH, BRIDGE = "er_waiting_room", "bridge_rail"

MOVES = {
    SINGH: (
        (("introduce", "apologise"), (), ()),
        (("open_question",), ("what_happened",), ("bring_water",)),
        ((), (), ("keep_distance",)),
    ),
    BRIDGE: (
        (("introduce",), (), ("quiet_scene",)),
        (("ask_suicide",), ("suicide",), ()),
        ((), (), ("bring_blanket",)),
    ),
}
"""By scenario, the acts, topics and deeds of each turn."""


@cache
def recorded(name: str, lang: str) -> Record:
    """The record of these moves."""
    play = prepared(name, lang)
    scene, opening = begin(play, 7)
    turns = []
    for shown, topics, deeds in MOVES[name]:
        reading = acts(play, shown, topics) if shown else Reading()
        outcome = advance(scene, Move(reading, {}, deeds), play)
        scene = outcome.scene
        turns.append(turn_of(outcome))
    return record(turns, opening, play)


GOOD = {
    (SINGH, "en"): {
        "before": (
            "At 02:10 the triage clerk told me that a man was shouting at her window. The waiting "
            "room was full, about twenty-two people, with a television on. I stopped about three "
            "metres away and left the way to the street doors free, so that he would not feel "
            "trapped."
        ),
        "during": (
            "He slapped the counter with his open hand and yelled, “Where is my daughter?” I saw "
            "his right hand go inside his jacket and could not see what was there; it could have "
            "been anything, so I kept my distance and did not assume a weapon. I thought about "
            "calling security, but decided against it, because a uniform would have raised his "
            "fear. I introduced myself and said, “I am sorry that nobody came out to you.” He "
            "turned to me and lowered his voice. When he lowered his voice, I asked what had "
            "happened and brought him water. I chose to keep talking and listening, because he "
            "answered and nobody was in danger."
        ),
        "after": (
            "Nobody was hurt. I told the charge nurse and wrote an incident note in the chart. I "
            "handed over to the colleague who stayed with him."
        ),
    },
    (SINGH, "fr"): {
        "before": (
            "À 2 h 10, la préposée au triage m'a dit qu'un homme criait à son guichet. La salle "
            "d'attente était pleine, environ vingt-deux personnes, le téléviseur allumé. Je me "
            "suis arrêté à trois mètres et j'ai laissé libre le chemin des portes, pour qu'il ne "
            "se sente pas coincé."
        ),
        "during": (
            "Il frappait le comptoir du plat de la main et a crié : « Où est ma fille? » J'ai vu "
            "sa main droite retourner dans son veston sans voir ce qu'il y avait là; ça pouvait "
            "être n'importe quoi, alors j'ai gardé mes distances. J'ai pensé à appeler la "
            "sécurité, mais je ne l'ai pas fait, parce qu'un uniforme aurait augmenté sa peur. Je "
            "me suis présenté et je lui ai dit : « Je suis désolé que personne ne soit venu vous "
            "voir. » Il s'est tourné vers moi et a baissé la voix. Quand il a baissé la voix, je "
            "lui ai demandé ce qui s'était passé et je lui ai apporté de l'eau. J'ai choisi de "
            "continuer à parler et à écouter, parce qu'il répondait et que personne n'était en "
            "danger."
        ),
        "after": (
            "Personne n'a été blessé. J'ai avisé la responsable et noté l'incident au dossier. "
            "J'ai passé le relais à une collègue, qui est restée avec lui."
        ),
    },
    (BRIDGE, "en"): {
        "before": (
            "At 05:40 dispatch sent me to a road bridge: a cyclist had reported a woman outside "
            "the rail. It was dark and cold, with a hard wind and cars passing close by. I stayed "
            "about six metres away, in her view, because coming nearer could have frightened her."
        ),
        "during": (
            "She stood outside the rail with one arm hooked around it and said, “Please don't come "
            "closer.” I classified this as cooperative: she answered me and made no move against "
            "anyone. I saw her free hand close on something in her pocket and I did not know what "
            "it was, which meant a possible risk. I considered reaching for her, but ruled it "
            "out, because a grab could have made her let go. I turned down the radio, introduced "
            "myself and asked her, “Are you thinking about suicide?” She went still and then "
            "answered me. When she shivered, I brought her a blanket. I decided on communication "
            "only, because she was talking; it was necessary to stay, and no force was needed or "
            "would have been proportionate."
        ),
        "after": (
            "She had no injuries; paramedics examined her. I notified my sergeant and wrote my "
            "notes. I handed over to the crisis team."
        ),
    },
    (BRIDGE, "fr"): {
        "before": (
            "À 5 h 40, la répartition m'a envoyé sur un pont routier : un cycliste avait signalé "
            "une femme de l'autre côté de la rambarde. Il faisait noir et froid, avec un gros vent "
            "et des autos tout près. Je suis resté à environ six mètres, dans son champ de "
            "vision, parce que m'approcher aurait pu lui faire peur."
        ),
        "during": (
            "Elle se tenait de l'autre côté de la rambarde, un bras autour, et m'a dit : « "
            "Approchez pas, s'il vous plaît. » J'y ai vu un comportement coopératif : elle "
            "répondait et ne menaçait personne. J'ai vu sa main libre se refermer sur quelque "
            "chose dans sa poche et je ne savais pas quoi, donc il y avait un risque. J'ai "
            "envisagé de l'agripper, mais j'ai écarté cette option, parce qu'elle aurait pu "
            "lâcher prise. J'ai baissé la radio, je me suis présenté et je lui ai demandé : « "
            "Pensez-vous au suicide? » Elle s'est immobilisée, puis elle m'a répondu. Quand elle "
            "s'est mise à grelotter, je lui ai apporté une couverture. J'ai choisi la "
            "communication seulement, parce qu'elle parlait; il était nécessaire de rester, et "
            "la force n'aurait pas été proportionnée."
        ),
        "after": (
            "Elle n'avait pas de blessures; des ambulanciers l'ont examinée. J'ai avisé ma "
            "sergente et rédigé mes notes. L'équipe de crise a pris la relève."
        ),
    },
}
THIN = {
    (SINGH, "en"): {
        "before": "I went to see the man.",
        "during": "He became aggressive and was non-compliant. I calmed him down. It went well.",
        "after": "Everything was fine.",
    },
    (SINGH, "fr"): {
        "before": "Je suis allé voir le monsieur.",
        "during": "Il est devenu agressif. Il n'a pas collaboré. Ça s'est bien terminé.",
        "after": "Tout était correct.",
    },
    (BRIDGE, "en"): {
        "before": "It was cold.",
        "during": "She was uncooperative and hostile. I talked to her until it was over.",
        "after": "She was fine.",
    },
    (BRIDGE, "fr"): {
        "before": "Il faisait froid.",
        "during": "Elle était hostile et non coopérative. Je lui ai parlé longtemps.",
        "after": "Tout va bien.",
    },
}
