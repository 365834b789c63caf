"""Everything that meets people or machines."""
