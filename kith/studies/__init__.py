"""Why families do not come: asked by short questions and in interviews, counted, and tied to no person."""
