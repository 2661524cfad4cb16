"""What sentences say, in tokens: quotations, clause frames, open triples, and who says what."""
