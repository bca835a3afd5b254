"""What parents come for, in the words they use, in the languages they use them in."""

from enum import StrEnum

from kith.directory.rules.folding import folded, words_of


class Need(StrEnum):
    """One thing a parent comes for."""

    IT_HURTS = "it_hurts"
    NOT_ENOUGH_MILK = "not_enough_milk"
    IS_BABY_GETTING_ENOUGH = "is_baby_getting_enough"
    LATCHING = "latching"
    BOTTLE_FEEDING = "bottle_feeding"
    MIXED_FEEDING = "mixed_feeding"
    EXPRESSING = "expressing"
    BEFORE_THE_BIRTH = "before_the_birth"
    SPECIAL_CARE = "special_care"
    STARTING_SOLIDS = "starting_solids"
    SAFER_SLEEP = "safer_sleep"
    SOMEONE_TO_TALK_TO = "someone_to_talk_to"


# The first words of each line are what the page says; the rest is what else people type. Folded before comparing.
SYNONYMS: dict[Need, tuple[str, ...]] = {
    Need.IT_HURTS: (
        "it hurts", "pain", "painful", "sore nipples", "cracked nipples", "mastitis", "thrush", "bleeding",
        "doare", "durere", "dureri", "mameloane", "ragade", "mastită", "sângerează",
        "ألم", "يؤلم", "مؤلم", "وجع", "تشقق", "التهاب الثدي",
    ),
    Need.NOT_ENOUGH_MILK: (
        "not enough milk", "low supply", "little milk", "milk", "supply", "milk dried up",
        "lapte", "lapte puțin", "nu am lapte", "lactație",
        "حليب", "حليب قليل", "لبن", "قلة الحليب",
    ),
    Need.IS_BABY_GETTING_ENOUGH: (
        "is my baby getting enough", "weight", "losing weight", "nappies", "sleepy baby", "hungry", "always feeding",
        "greutate", "scade în greutate", "scutece", "flămând", "mănâncă destul", "se satură",
        "وزن", "جائع", "حفاضات", "هل يشبع", "يشبع",
    ),
    Need.LATCHING: (
        "latching on", "latch", "attachment", "position", "tongue tie", "won't feed", "refuses the breast",
        "atașare", "atașează", "poziție", "nu vrea sânul", "fren", "sân", "alăptare", "alăptez",
        "التقام", "وضعية", "يرفض الثدي", "رباط اللسان", "رضاعة", "ارضاع",
    ),
    Need.BOTTLE_FEEDING: (
        "bottle feeding", "bottle", "formula", "sterilising", "making up a feed",
        "biberon", "lapte praf", "formulă", "sterilizare",
        "زجاجة", "رضاعة صناعية", "حليب صناعي", "تعقيم",
    ),
    Need.MIXED_FEEDING: (
        "breast and bottle", "mixed feeding", "going back to work", "stopping breastfeeding",
        "alimentație mixtă", "înțărcare", "întoarcere la muncă",
        "رضاعة مختلطة", "فطام", "العودة الى العمل",
    ),
    Need.EXPRESSING: (
        "expressing or a pump", "pump", "breast pump", "express", "hand expressing", "storing milk", "borrow a pump",
        "pompă", "pompa de sân", "muls", "mulgere", "extragere",
        "مضخة", "شفاط", "شفط", "عصر الحليب",
    ),
    Need.BEFORE_THE_BIRTH: (
        "before the birth", "pregnant", "expecting", "antenatal", "course", "class", "colostrum", "prepare",
        "însărcinată", "sarcină", "gravidă", "curs", "înainte de naștere", "colostru",
        "حامل", "حمل", "قبل الولادة", "دورة", "ولادة",
    ),
    Need.SPECIAL_CARE: (
        "early or unwell baby", "premature", "neonatal", "special care", "hospital", "twins", "triplets", "nicu",
        "prematur", "născut înainte de termen", "neonatologie", "gemeni", "spital",
        "خديج", "مبكر", "توأم", "حديثي الولادة", "مستشفى",
    ),
    Need.STARTING_SOLIDS: (
        "starting solid food", "solids", "weaning", "first foods", "allergy", "vitamins", "healthy start",
        "diversificare", "mâncare solidă", "alergie", "vitamine",
        "طعام صلب", "اطعمة", "حساسية", "فيتامين",
    ),
    Need.SAFER_SLEEP: (
        "safer sleep", "sleep", "cot", "crib", "night", "bed sharing", "moses basket",
        "somn", "pătuț", "noapte", "doarme",
        "نوم", "سرير", "ليل", "النوم الآمن",
    ),
    Need.SOMEONE_TO_TALK_TO: (
        "someone to talk to", "talk", "lonely", "alone", "sad", "anxious", "worried", "friends", "crying",
        "vorbesc", "vorbi", "singură", "tristă", "îngrijorată", "anxietate", "prietene", "plâng",
        "تحدث", "اتكلم", "وحيدة", "حزينة", "قلق", "قلقة", "صديقات", "بكاء",
    ),
}  # fmt: skip
_KNOWN: dict[Need, tuple[tuple[str, ...], ...]] = {
    need: tuple(tuple(folded(phrase).split()) for phrase in phrases) for need, phrases in SYNONYMS.items()
}
_ARTICLE = "ال"
SHORTEST_STEM = 4


def needs_meant_by(text: str) -> frozenset[Need]:
    """The needs whose words occur in the text, whole or as the beginning of a longer word ("doare", "ألم", "pumps")."""
    typed = tuple(word.removeprefix(_ARTICLE) if len(word) > SHORTEST_STEM else word for word in words_of(text))
    return frozenset(need for need, phrases in _KNOWN.items() if any(_occurs(phrase, typed) for phrase in phrases))


def _occurs(phrase: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    return all(any(_means(word, heard) for heard in typed) for word in phrase if len(word) > 1)


def _means(word: str, heard: str) -> bool:
    """Whether the heard word is the known one, or one begins with the other and both are long enough to be sure."""
    if word == heard or word.removeprefix(_ARTICLE) == heard:
        return True
    return min(len(word), len(heard)) >= SHORTEST_STEM and (heard.startswith(word) or word.startswith(heard))
