package article

// Reduplicated is the list of syllables that may stand twice.
const Reduplicated = reduplicatedList
