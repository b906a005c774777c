"""Source → Article: text, HTML, PDF, URL, feed, JSONL. Whatever is not the article is set aside and named."""
