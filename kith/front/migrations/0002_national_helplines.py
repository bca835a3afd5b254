"""The national helplines every place begins with; the place confirms and corrects them."""

import datetime as dt

from django.db import migrations

OWNER = "Infant-feeding lead"
REVIEW_ON = dt.date(2027, 3, 31)
ALWAYS = {
    "en": "Day and night, every day",
    "ro": "Zi și noapte, în fiecare zi",
    "ar": "ليلًا ونهارًا، كل يوم",
}
HELPLINES = (
    {
        "name": "National Breastfeeding Helpline",
        "number": "+443001000212",
        "purpose": {
            "en": "Talk with a trained volunteer about feeding your baby, whatever you are finding hard",
            "ro": "Vorbiți cu un voluntar instruit despre hrănirea bebelușului, orice vi se pare greu",
            "ar": "تحدثوا مع متطوعة مدرَّبة عن إطعام طفلكم، أيًّا كان ما تجدونه صعبًا",
        },
        # Around the clock is funded a year at a time.
        "hours": ALWAYS,
        "source": "Breastfeeding Network and Association of Breastfeeding Mothers, 2025-26; to confirm each year",
    },
    {
        "name": "The Lullaby Trust",
        "number": "+448088026869",
        "purpose": {
            "en": "Questions about safer sleep",
            "ro": "Întrebări despre somnul în siguranță",
            "ar": "أسئلة عن النوم الآمن للرضيع",
        },
        "hours": {},
        "source": "The Lullaby Trust",
    },
    {
        "name": "The Lullaby Trust, bereavement support",
        "number": "+448088026868",
        "purpose": {
            "en": "When a baby or young child has died: someone to talk to",
            "ro": "Când un bebeluș sau un copil mic a murit: cineva cu care să vorbiți",
            "ar": "عند وفاة رضيع أو طفل صغير: شخص تتحدثون إليه",
        },
        "hours": {},
        "source": "The Lullaby Trust",
    },
    {
        "name": "Healthy Start",
        "number": "+443003307010",
        "purpose": {
            "en": "Help to pay for food, milk and vitamins",
            "ro": "Ajutor pentru plata alimentelor, a laptelui și a vitaminelor",
            "ar": "مساعدة في ثمن الطعام والحليب والفيتامينات",
        },
        "hours": {
            "en": "Monday to Friday, 8am to 6pm",
            "ro": "De luni până vineri, 08:00–18:00",
            "ar": "من الاثنين إلى الجمعة، من 8 صباحًا إلى 6 مساءً",
        },
        "source": "Hillingdon and Blackpool councils, quoting the NHS",
    },
    {
        "name": "Healthy Start card",
        "number": "+443003302090",
        "purpose": {
            "en": "Lost card, new code or balance",
            "ro": "Card pierdut, cod nou sau sold",
            "ar": "بطاقة مفقودة أو رمز جديد أو الرصيد",
        },
        "hours": ALWAYS,
        "source": "Hillingdon and Blackpool councils, quoting the NHS",
    },
)


def add(apps, _schema_editor):
    """Put the list in place, in this order."""
    helpline = apps.get_model("front", "Helpline")
    for position, facts in enumerate(HELPLINES, start=1):
        helpline.objects.create(position=position, owner=OWNER, review_on=REVIEW_ON, **facts)


class Migration(migrations.Migration):
    dependencies = [("front", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
