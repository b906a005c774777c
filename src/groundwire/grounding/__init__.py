"""Is this statement supported by this article? Deterministic, typed checks with reasons. Pure."""
