#!/usr/bin/env bash
# Two Opus voice notes joined end to end, as the Ogg format allows, last 350 s; three libraries say 200, 6 million years, none.
#
# Versions: mutagen 1.48.1, soundfile 0.14.0 (libsndfile 1.2.2), PyAV 18.1.0.
# Guess: a chained Ogg file is measured as the sum, or refused, by libraries that read Ogg Opus.
# Seen (200 s followed by 150 s; RFC 7845 has decoders go on with the next link of the chain):
#   mutagen     200.0          the first link, whatever follows
#   soundfile   1.9e14         an unsigned number below nought; reading fails for want of memory
#   PyAV        no duration    for container and stream; decoded frame by frame it is the true 350.0
#   150 s before 200 s gives mutagen's 150.0, and the rest as above.
# Means: a limit of five minutes for recordings that asks the file's header lets an hour through. Count decoded samples
#   up to the limit and stop there; count the bytes before that.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq mutagen==1.48.1 soundfile==0.14.0 av==18.1.0 numpy==2.4.6 || exit 2
"$work/venv/bin/python" - <<'PY'
import io
import sys

import av
import numpy as np
import soundfile
from mutagen.oggopus import OggOpus

RATE = 48_000


def note(seconds):
    """A recording of a hum, as the bytes of an Ogg Opus file."""
    file, hum = io.BytesIO(), np.sin(2 * np.pi * 440 * np.arange(seconds * RATE) / RATE)
    soundfile.write(file, (hum / 10).astype("float32"), RATE, format="OGG", subtype="OPUS")
    return file.getvalue()


def decoded(data):
    with av.open(io.BytesIO(data)) as container:
        return sum(frame.samples for frame in container.decode(audio=0)) / RATE


def said(data):
    """How long the recording is by mutagen, soundfile, PyAV, and by decoding it."""
    with av.open(io.BytesIO(data)) as container:
        by_av = container.duration or container.streams.audio[0].duration
    return OggOpus(io.BytesIO(data)).info.length, soundfile.info(io.BytesIO(data)).duration, by_av, decoded(data)


longer, shorter = note(200), note(150)
changed = 0
for name, data, first in (("200 + 150", longer + shorter, 200), ("150 + 200", shorter + longer, 150)):
    by_mutagen, by_soundfile, by_av, true = said(data)
    print(f"{name}: mutagen {by_mutagen}, soundfile {by_soundfile:.3g}, PyAV {by_av}, decoded {true}")
    changed += not (by_mutagen == first and by_soundfile > 1e14 and by_av is None and true == 350)
sys.exit(1 if changed else 0)
PY
