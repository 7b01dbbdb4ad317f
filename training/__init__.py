"""How the statements model is made; nothing here is needed at run time."""
