#!/usr/bin/env bash
# A GeoJSON file read and written by GeoPandas: lists of two become text that looks like a list, lists of one number
# make the file no JSON at all.
#
# Versions: GeoPandas 1.2.0, pyogrio 0.13.0, Shapely 2.2.0, pandas 2.3.3, NumPy 2.4.6.
# Guess: read_file followed by to_file keeps properties, as the format has lists and GDAL has list fields.
# Seen (a venue's languages, and its opening hours as numbers):
#   written ["en"]           read back ["en"]
#   written ["en", "ur"]     read back "['en' 'ur']"     a text, without commas: no parser of JSON or Python takes it
#   written []               read back []
#   written [9.5], [10]      read back [ 9.5 ], [ 10. ]  "10." is not JSON: json.load refuses the whole file
#   to_json refuses the same frame: "Object of type ndarray is not JSON serializable"
#   The list's items went through NumPy's str(), so it depends on each feature how its value comes out.
# Means: keep a code list in a text column with your own separator or in a second table, load the file again after writing
#   it, and compare. A check on the first feature, often a list of one, sees nothing.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq geopandas==1.2.0 pyogrio==0.13.0 shapely==2.2.0 pandas==2.3.3 numpy==2.4.6 || exit 2
cd "$work" && venv/bin/python -W ignore - <<'PY'
import json
import sys

import geopandas

POINT = {"type": "Point", "coordinates": [-1.3, 53.4]}


def through(values):
    """The text of the file after GeoPandas read it and wrote it."""
    features = [{"type": "Feature", "geometry": POINT, "properties": {"list": value}} for value in values]
    with open("in.geojson", "w") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)
    geopandas.read_file("in.geojson").to_file("out.geojson")
    with open("out.geojson") as file:
        return file.read()


languages = [each["properties"]["list"] for each in json.loads(through([["en"], ["en", "ur"], []]))["features"]]
print("languages:", languages)
hours = through([[9.5], [10]])
try:
    json.loads(hours)
    refused = None
except json.JSONDecodeError as error:
    refused = str(error)
print("hours:", [line[line.index('"list"') : line.index("}")] for line in hours.splitlines() if '"list"' in line], "->", refused)
try:
    geopandas.read_file("in.geojson").to_json()
    frame = None
except TypeError as error:
    frame = str(error)
print("to_json:", frame)
sys.exit(0 if languages == [["en"], "['en' 'ur']", []] and refused and frame else 1)
PY
