"""Why no wall stands around the links of administrators."""

NO_PERSON = {"founding_administratorlink": "which account may come in for the first time; the link itself is not kept"}
