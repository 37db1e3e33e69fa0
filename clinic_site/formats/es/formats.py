"""How Spanish writes times in the United States: with a.m. and p.m., unlike in Spain."""

TIME_FORMAT = "P"
