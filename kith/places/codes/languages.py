"""The languages families speak, by BCP 47 code, each by its own name and in English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SpokenLanguage:
    """A language a family may speak at home, whether or not pages exist in it."""

    code: str
    own_name: str
    english_name: str


SPOKEN: tuple[SpokenLanguage, ...] = (
    SpokenLanguage("en", "English", "English"),
    SpokenLanguage("ro", "Română", "Romanian"),
    SpokenLanguage("ar", "العربية", "Arabic"),
    SpokenLanguage("pl", "Polski", "Polish"),
    SpokenLanguage("ur", "اردو", "Urdu"),
    SpokenLanguage("pa", "ਪੰਜਾਬੀ", "Panjabi"),
    SpokenLanguage("gu", "ગુજરાતી", "Gujarati"),
    SpokenLanguage("bn", "বাংলা", "Bengali"),
    SpokenLanguage("ta", "தமிழ்", "Tamil"),
    SpokenLanguage("te", "తెలుగు", "Telugu"),
    SpokenLanguage("hi", "हिन्दी", "Hindi"),
    SpokenLanguage("ml", "മലയാളം", "Malayalam"),
    SpokenLanguage("so", "Soomaali", "Somali"),
    SpokenLanguage("ti", "ትግርኛ", "Tigrinya"),
    SpokenLanguage("am", "አማርኛ", "Amharic"),
    SpokenLanguage("yo", "Yorùbá", "Yoruba"),
    SpokenLanguage("tw", "Twi", "Twi"),
    SpokenLanguage("fr", "Français", "French"),
    SpokenLanguage("pt", "Português", "Portuguese"),
    SpokenLanguage("es", "Español", "Spanish"),
    SpokenLanguage("lt", "Lietuvių", "Lithuanian"),
    SpokenLanguage("ru", "Русский", "Russian"),
    SpokenLanguage("uk", "Українська", "Ukrainian"),
    SpokenLanguage("zh", "中文", "Chinese"),
    SpokenLanguage("prs", "دری", "Dari"),
    SpokenLanguage("ps", "پښتو", "Pashto"),
    SpokenLanguage("fa", "فارسی", "Persian"),
    SpokenLanguage("ku", "Kurdî", "Kurdish"),
    SpokenLanguage("tr", "Türkçe", "Turkish"),
    SpokenLanguage("sq", "Shqip", "Albanian"),
    SpokenLanguage("rom", "Romani", "Romani"),
    SpokenLanguage("bfi", "BSL", "British Sign Language"),
)
_BY_CODE = {language.code: language for language in SPOKEN}


def spoken_language(code: str) -> SpokenLanguage:
    """The language of this code; one that is not on the list is named by its code."""
    return _BY_CODE.get(code, SpokenLanguage(code, code, code))
