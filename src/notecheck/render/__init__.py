"""Reports as text, one module a format. Nothing here measures or judges."""
