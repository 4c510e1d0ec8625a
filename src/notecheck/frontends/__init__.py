"""Front doors: they translate what a person or program asks into calls of the API, and judge nothing."""
