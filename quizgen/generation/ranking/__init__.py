"""How likely a statement is to be printed as it stands: plain figures, a linear model, weights from judgements."""
