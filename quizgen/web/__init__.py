"""The browser's edge; Flask, Jinja and WTForms live here. Each request commits once."""
