"""Export files of invented WordPress sites, as WordPress wrote them but for what no import reads."""
