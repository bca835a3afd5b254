#!/usr/bin/env bash
# Two tagged leaflets joined by the usual calls: still PDF/UA-1 by its label, but the second one's words are the first one's.
#
# Versions: typst 0.15.2, pypdf 7.1.1, pikepdf 10.18.0.
# Guess: joining keeps the tags, or drops them and with them the claim that the file is accessible.
# Seen (an English leaflet with a heading, then a Polish one):
#   pypdf append, append        no tags, no claim: as guessed
#   pypdf clone_from + append   claims PDF/UA-1 and English for all; page 2 has no tags
#   pikepdf pages.extend        claims PDF/UA-1 and English for all; page 2 carries page 1's number in the tag tree, so its
#                               marks (0, 1, ...) are looked up among page 1's: its heading is "Help", its language en
#   The structure tree has the English heading only, in both; no reader of the tree meets a Polish word.
# Means: a booklet of leaflets is one document for the typesetter, not files joined afterwards. Where files are joined,
#   test that each page's number in the tag tree is its own and that each page's marks are in the tree.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq typst==0.15.2 pypdf==7.1.1 pikepdf==10.18.0 || exit 2
"$work/venv/bin/python" - <<'PY'
import io
import sys

import pikepdf
import pypdf
import typst


def leaflet(language, heading):
    source = f'#set document(title: "{heading}")\n#set text(lang: "{language}")\n= {heading}\nOne paragraph.'
    return typst.compile(source.encode(), pdf_standards=["ua-1"])


def by_pypdf(first, second, *, start):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(first)) if start else pypdf.PdfWriter()
    for each in (second,) if start else (first, second):
        writer.append(io.BytesIO(each))
    writer.write(out := io.BytesIO())
    return out.getvalue()


def by_pikepdf(first, second):
    joined, other = pikepdf.open(io.BytesIO(first)), pikepdf.open(io.BytesIO(second))
    joined.pages.extend(other.pages)
    joined.save(out := io.BytesIO())
    return out.getvalue()


def pages_in(node):
    """The pages that the structure tree's content stands on."""
    node = node.get_object()
    if isinstance(node, list):
        return set().union(*map(pages_in, node))
    if not isinstance(node, dict):
        return set()
    own = {node.raw_get("/Pg").idnum} if "/Pg" in node else set()
    return own | (pages_in(node["/K"]) if "/K" in node else set())


def facts(data):
    """The claim, the language, each page's number in the tag tree, and how many pages the tree speaks of."""
    pdf = pypdf.PdfReader(io.BytesIO(data))
    root = pdf.trailer["/Root"]
    claims = "/Metadata" in root and b"pdfuaid" in root["/Metadata"].get_object().get_data()
    tagged = len(pages_in(root["/StructTreeRoot"]["/K"])) if "/StructTreeRoot" in root else 0
    return claims, root.get("/Lang"), [page.get("/StructParents") for page in pdf.pages], tagged


english, polish = leaflet("en", "Help"), leaflet("pl", "Pomoc")
seen = {
    "one leaflet": facts(polish),
    "pypdf append, append": facts(by_pypdf(english, polish, start=False)),
    "pypdf clone_from + append": facts(by_pypdf(english, polish, start=True)),
    "pikepdf pages.extend": facts(by_pikepdf(english, polish)),
}
for name, said in seen.items():
    print(f"{name:26} PDF/UA {said[0]}, language {said[1]}, pages' numbers {said[2]}, pages in the tree {said[3]}")
expected = [(True, "pl", [0], 1), (False, None, [None, None], 0), (True, "en", [0, None], 1), (True, "en", [0, 0], 1)]
sys.exit(0 if list(seen.values()) == expected else 1)
PY
