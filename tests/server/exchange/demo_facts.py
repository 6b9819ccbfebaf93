"""What is known of the real institutions and initiatives, told apart from the data files that are tested."""

TOWNS = {
    "Noorderpoort": {"Groningen", "Stadskanaal"},
    "Alfa-college": {"Groningen", "Hoogeveen", "Hardenberg"},
    "Firda": {"Leeuwarden", "Dokkum", "Drachten", "Heerenveen", "Sneek"},
    "DCTerra": {"Assen", "Emmen", "Meppel"},
    "Aeres MBO": {"Leeuwarden", "Sneek", "Heerenveen", "Buitenpost"},
    "Hanze": {"Groningen"},
    "NHL Stenden": {"Leeuwarden", "Emmen", "West-Terschelling"},
    "Van Hall Larenstein": {"Leeuwarden", "Velp"},
}
MBO = {"Noorderpoort", "Alfa-college", "Firda", "DCTerra", "Aeres MBO"}
PREDECESSORS = {
    "Firda": (2023, {"ROC Friese Poort", "Friesland College"}),
    "DCTerra": (2024, {"Drenthe College", "Terra"}),
    "Aeres MBO": (2020, {"Nordwin College"}),
    "NHL Stenden": (2018, {"NHL", "Stenden"}),
}
CODES_OF_HANZE = {"25BE", "100B490", "110A133", "110X912", "102X202", "107X215", "102X203"}
INITIATIVES = {
    "Netwerk Circulair Beroepsonderwijs Noord Nederland": 2017,
    "Coöperatie Leren voor Morgen": None,
    "Energy College": 2015,
    "Gas 2.0": 2018,
    "Noordelijk Innovatielab Circulaire Economie": None,
    "SPARK the Movement": 2018,
    "SDG House Groningen": 2021,
    "New Energy Coalition": None,
    "Vereniging Circulair Friesland": None,
}
TOP_THEMES = {
    "Circulair ontwerp",
    "Circulaire inkoop",
    "Reparatie en hergebruik",
    "Recycling en reststromen",
    "Biobased en natuurinclusief",
    "Energie en waterstof",
    "Water",
    "Mobiliteit",
    "Voedsel en landbouw",
    "Bouw",
    "Textiel",
    "Kunststoffen",
    "Inclusieve arbeidsmarkt",
    "Duurzaam werkgeverschap",
    "Circulaire bedrijfsvoering",
    "Leren voor duurzame ontwikkeling",
    "Digitalisering",
}
