"""What asks a language model, and counts what that costs. Nothing here knows which job the question serves."""
