"""How a quiz is marked: the choice of its teacher, with who gains and loses when it is changed late."""
