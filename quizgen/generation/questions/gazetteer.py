"""Names that every reader can place: countries and cities by neighbourhood, and closed sets of terms."""

from quizgen.generation.lexicon import words

# Neighbours make believable options; a country of another continent is none.
COUNTRIES = (
    ("Austria", "Belgium", "England", "France", "Germany", "Hungary", "Italy", "Netherlands", "Poland", "Russia",
     "Spain", "Sweden", "Turkey", "Britain", "Prussia"),
    ("Austria", "Belgium", "Denmark", "England", "France", "Germany", "Ireland", "Italy", "Netherlands", "Norway",
     "Portugal", "Scotland", "Spain", "Sweden", "Switzerland"),
    ("Bulgaria", "Czechoslovakia", "Finland", "Greece", "Hungary", "Lithuania", "Poland", "Romania", "Russia", "Serbia",
     "Turkey", "Ukraine"),
    ("Bangladesh", "China", "India", "Indonesia", "Japan", "Korea", "Malaysia", "Mongolia", "Myanmar", "Nepal",
     "North Korea", "Pakistan", "South Korea", "Sri Lanka", "Thailand", "Tibet", "Vietnam"),
    ("Afghanistan", "Egypt", "Iran", "Iraq", "Israel", "Jordan", "Kuwait", "Lebanon", "Libya", "Morocco",
     "Saudi Arabia", "Sudan", "Syria", "Tunisia", "Turkey", "Yemen"),
    ("Angola", "Ethiopia", "Ghana", "Kenya", "Nigeria", "Senegal", "South Africa", "Tanzania", "Uganda", "Zimbabwe"),
    ("Argentina", "Bolivia", "Brazil", "Chile", "Colombia", "Cuba", "Ecuador", "Mexico", "Peru", "Venezuela"),
    ("Australia", "Fiji", "Indonesia", "Malaysia", "New Zealand", "Papua New Guinea"),
)  # fmt: skip
CITIES = (
    ("Amsterdam", "Antwerp", "Bordeaux", "Brussels", "Florence", "Geneva", "Genoa", "Lyon", "Marseille", "Milan",
     "Naples", "Palermo", "Paris", "Rome", "Rotterdam", "Rouen", "Turin", "Venice", "Zurich"),
    ("Aberdeen", "Birmingham", "Bristol", "Cardiff", "Dublin", "Edinburgh", "Glasgow", "Leeds", "Liverpool", "London",
     "Manchester", "Newcastle", "Norwich", "Sheffield", "York"),
    ("Berlin", "Budapest", "Cologne", "Copenhagen", "Dresden", "Frankfurt", "Hamburg", "Kraków", "Leipzig", "Moscow",
     "Munich", "Oslo", "Prague", "Stockholm", "Vienna", "Warsaw"),
    ("Atlanta", "Baltimore", "Boston", "Chicago", "Cleveland", "Detroit", "New York", "Philadelphia", "Pittsburgh",
     "St. Louis", "Washington"),
    ("Dallas", "Denver", "Los Angeles", "Phoenix", "Portland", "San Diego", "San Francisco", "San Jose", "Seattle"),
    ("Montreal", "Quebec", "Toronto", "Vancouver", "Ottawa", "Halifax"),
    ("Beijing", "Guangzhou", "Hong Kong", "Nanjing", "Osaka", "Pyongyang", "Seoul", "Shanghai", "Tokyo"),
    ("Baghdad", "Beirut", "Cairo", "Damascus", "Istanbul", "Jerusalem", "Mecca", "Tehran"),
    ("Brisbane", "Melbourne", "Perth", "Sydney", "Adelaide"),
)  # fmt: skip
STATES = (
    ("Connecticut", "Delaware", "Maine", "Maryland", "Massachusetts", "New Hampshire", "New Jersey", "Pennsylvania",
     "Rhode Island", "Vermont", "Virginia"),
    ("Alabama", "Florida", "Georgia", "Kentucky", "Louisiana", "Mississippi", "North Carolina", "South Carolina",
     "Tennessee", "Texas"),
    ("Arizona", "California", "Colorado", "Nevada", "Oregon", "Utah", "New Mexico", "Wyoming", "Montana"),
    ("Illinois", "Indiana", "Iowa", "Kansas", "Michigan", "Minnesota", "Missouri", "Nebraska", "Ohio", "Wisconsin"),
)  # fmt: skip
PLACES = {"country": COUNTRIES, "city": CITIES, "US state": STATES}

# Members of one set exclude each other: where one is right in a sentence, the others are wrong.
TERMS = {
    "nationality": (
        ("American", "British", "Canadian"),
        ("Austrian", "Belgian", "Danish", "Dutch", "English", "French", "German", "Irish", "Italian", "Norwegian",
         "Portuguese", "Scottish", "Spanish", "Swedish", "Swiss"),
        ("Bulgarian", "Czech", "Greek", "Hungarian", "Polish", "Romanian", "Russian", "Ukrainian"),
        ("Chinese", "Indian", "Japanese", "Korean", "Thai", "Vietnamese"),
        ("Mongolian", "Tibetan", "Chinese", "Korean", "Japanese"),
        ("Arab", "Egyptian", "Iranian", "Persian", "Syrian", "Turkish"),
    ),
    "direction": (("north", "south", "east", "west"), ("northern", "southern", "eastern", "western")),
    "season": (("spring", "summer", "autumn", "winter"),),
    "faith": (("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Taoism"),),
    "ordinal": (("second", "third", "fourth", "fifth", "sixth"),),
}  # fmt: skip

# The noun that says what a name names, at its end (Lindry Museum) or before "of" (Treaty of Lindry).
HEAD_NOUNS = words(
    "museum university college school palace church cathedral river treaty war battle act castle fort park garden "
    "theatre theater hospital bridge library stadium province duchy kingdom dynasty empire league party court council "
    "committee commission company corporation institute academy square street forest island lake canal convention "
    "directive regulation agreement declaration protocol network society association army fleet uprising siege line "
    "khanate monument prize award tower station airport market mosque temple bank newspaper congress parliament "
    "county district"
)
OPENING_NOUNS = words("fort lake mount port lac")
