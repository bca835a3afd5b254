"""What makes a sleeping place dangerous is part of no bundle, in whichever of the eight languages it is written."""

import pytest
from django.db import DatabaseError, connection, transaction

from kith.bundles.models.bundles import BundlePart
from kith.bundles.rules.parts import may_be_part
from kith.bundles.tests.world import Sleep

DANGEROUS = {
    "en": "Baby pillow;DUVET, small;Cot bumpers;Sleep nest;Sleep pod;Pillowcase;Quilt;Cushions;Sleep positioner;Wedge",
    "ro": "Pernă;PERNA bebe;Perniță;Pilotă de vară;Plapumă;Cuib pentru bebeluș;Cuibușor;Protecție laterală pătuț",
    "pl": "Poduszka;KOŁDRA;Kołderka;Ochraniacz do łóżeczka;Gniazdko niemowlęce;Kokon;Koldra;Pierzyna;Jasiek",
    "ur": "تکیہ;بچے کا تکیہ;لحاف;رضائی;کھٹولے کا بمپر;گھونسلا;بے بی نیسٹ",
    "ar": "وسادة;الوسادة;مخدة للطفل;لحاف;اللحاف;مصد السرير;عش النوم;كوكون",
    "so": "Barkin;Barkimo yaryar;Duveet;Buul ilmo;Bumper-ka sariirta",
    "bn": "বালিশ;শিশুর বালিশ;লেপ;খাটের বাম্পার;বেবি নেস্ট;স্লিপ পড",
    "pa": "ਸਿਰਹਾਣਾ;ਬੱਚੇ ਦਾ ਸਿਰਹਾਣਾ;ਰਜਾਈ;ਤਕੀਆ;ਬੰਪਰ;ਬੇਬੀ ਨੈਸਟ",
}
INNOCENT = {
    "en": "Travel cot with its own mattress;Fitted sheets;Honest advice;Tripod lamp;Bumper pack of wipes;Quilted bag",
    "ro": "Pătuț de voiaj;Cearșaf;Proiect pilot;Protecție saltea;Permanent;Termometru de cameră;Pătură",
    "pl": "Łóżeczko turystyczne;Prześcieradło;Ochraniacz na materac;Zaślepki do gniazdek;Gniazdo elektryczne;Koc",
    "ur": "چادر;کمبل;رضاعی ماں کے لیے مشورہ;کمرے کا تھرمامیٹر;سفری کھٹولا",
    "ar": "ملاءة;بطانية;مصدر ماء;عشاء;عشرة أغطية;مقياس حرارة الغرفة;سرير سفر",
    "so": "Sariir safar;Go'yaal;Heerkulbeegga qolka;Buste",
    "bn": "চাদর;কম্বল;প্রলেপ;থার্মোমিটার;পড়ার বই",
    "pa": "ਚਾਦਰ;ਕੰਬਲ;ਗੱਦਾ;ਥਰਮਾਮੀਟਰ;ਸਫ਼ਰੀ ਪੰਘੂੜਾ",
}


def names(table: dict[str, str]) -> list[str]:
    return [name for words in table.values() for name in words.split(";")]


@pytest.mark.parametrize("name", names(DANGEROUS))
def test_what_makes_a_sleeping_place_dangerous_is_no_part(name):
    refusal = may_be_part(name)
    assert refusal.code == "bundle_part_unsafe"
    assert refusal.facts["part"] in name


@pytest.mark.parametrize("name", names(INNOCENT))
def test_other_things_can_be_parts(name):
    assert may_be_part(name) is None


@pytest.mark.django_db
def test_the_database_knows_the_same_words_and_lets_no_part_be_renamed_so():
    sleep = Sleep()
    part = BundlePart.objects.filter(bundle_id=sleep.small).earliest("pk")
    with connection.cursor() as cursor:
        for name in names(DANGEROUS):
            with pytest.raises(DatabaseError, match="no part of a bundle"), transaction.atomic():
                cursor.execute("UPDATE stores_stockitem SET name = %s WHERE id = %s", [name, part.item_id])
        for name in names(INNOCENT):
            cursor.execute("UPDATE stores_stockitem SET name = %s WHERE id = %s", [f"{name} (1)", part.item_id])
    for number, name in enumerate(("تکیہ", "Pilotă", "লেপ")):
        with pytest.raises(DatabaseError, match="no part of a bundle"), transaction.atomic():
            BundlePart.objects.create(bundle_id=sleep.next, item_id=sleep.item(f"{name} {number}", 0))
