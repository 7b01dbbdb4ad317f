"""The files of the large statements model; nothing here runs."""
