"""What is released are counts under disclosure control: they hold no person."""

NO_PERSON = {"insight_release": "counts that were released, small ones held back"}
