"""Letters that regular expressions take for another one when case is ignored.

Guarantee: offsets stay as they are.
"""

WITHOUT_TURKISH_I = str.maketrans("İı", "Ii")
"""For `str.translate`: "İ" and "ı" match an "i" when case is ignored, but no folding of case makes one of them."""
