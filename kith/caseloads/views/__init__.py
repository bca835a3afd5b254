"""The pages of leads, handovers, caseloads and absences."""
