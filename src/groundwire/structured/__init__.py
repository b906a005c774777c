"""Structured output: type to response format, reply to value, and asking until the value is acceptable."""
