"""Small statistics in plain Python: clustered means, paired tests, power, agreement. Pure: random sources are passed in as seeds."""
