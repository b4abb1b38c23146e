"""How safe: students on a site that is killed, cut and filled up under them, and an auditor who counts afterwards."""
