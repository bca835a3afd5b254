"""Those who carry messages: a folder for the demonstration, a mail server, GOV.UK Notify."""
