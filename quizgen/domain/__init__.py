"""The pure middle of the house: standard library only; no clock, dice, disk, network, HTML or SQL.

Inside, imports go one way: passages <- claims <- items <- banks <- attempts <- scoring <- gradebook.
"""
