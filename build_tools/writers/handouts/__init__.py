"""The builder `handouts`: sheets for pupils and teachers, a poster and cards, composed of the book's own passages."""
