"""Demo data that can always be loaded, and a generator of as much as one likes; all of it says what is made up."""
