"""What can be read off a text without a model: sentences, tokens, numbers, dates, names, quotations, hedges. Pure."""
