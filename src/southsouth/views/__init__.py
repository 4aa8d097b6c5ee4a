"""What a picture, a card, a page shows: one model, several drawings for people."""
