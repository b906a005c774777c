"""What several articles say of one story: the same, something else, or nothing; and where they have it from. Pure."""
