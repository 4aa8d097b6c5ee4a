"""What one knows before reading: symbols, organs, dates, numerals, States. Pure."""
