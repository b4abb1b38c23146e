"""The claim ledger: claims beside their passage, with verdict, evidence, wording and conflicts to work on."""
