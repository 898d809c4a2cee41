/** Who belongs to the example alliance. Everybody is made up. */

/** Id, name, class, region, parent. */
export const ORGANISATIONS: readonly (readonly [string, string, string, string, string?])[] = [
  ["alder-university", "Alder University", "academic", "europe"],
  ["birch-institute", "Birch Institute of Technology", "academic", "asia"],
  ["cedar-labs", "Cedar Labs", "company", "americas"],
  ["cedar-cloud", "Cedar Cloud", "company", "americas", "cedar-labs"],
  ["elm-systems", "Elm Systems", "company", "europe"],
  ["fir-robotics", "Fir Robotics", "company", "asia"],
  ["hazel-foundation", "Hazel Foundation", "non-profit", "europe"],
  ["juniper-commons", "Juniper Commons", "non-profit", "africa"],
  ["larch-agency", "Larch Standards Agency", "public", "oceania"],
  ["maple-centre", "Maple National Computing Centre", "public", "americas"],
  ["oak-collective", "Oak Collective", "individual", "africa"],
  ["pine-press", "Pine Press", "individual", "oceania"],
];

/** Id, name, organisation. */
export const PEOPLE: readonly (readonly [string, string, string | null])[] = [
  ["amara", "Amara Example", "juniper-commons"],
  ["benoit", "Benoît Example", "alder-university"],
  ["chiyo", "Chiyo Example", "birch-institute"],
  ["dana", "Dana Example", "cedar-labs"],
  ["emil", "Emil Example", "cedar-cloud"],
  ["farah", "Farah Example", "elm-systems"],
  ["goran", "Goran Example", "fir-robotics"],
  ["hanna", "Hanna Example", "hazel-foundation"],
  ["ilse", "Ilse Example", "larch-agency"],
  ["jun", "Jun Example", "maple-centre"],
  ["kofi", "Kofi Example", "oak-collective"],
  ["lena", "Lena Example", "pine-press"],
  ["milo", "Milo Example", null],
];

/** Bodies by id. */
export const BODIES: Readonly<Record<string, object>> = {
  board: {
    name: "Board",
    kind: "board",
    charter: { path: "charters/board.md", sha256: "$sha256(charters/board.md)" },
    rules: { any: "majority", level: "two-thirds" },
    seatsPerGroup: 2,
  },
  oversight: {
    name: "Technical Oversight Committee",
    kind: "oversight",
    charter: { path: "charters/oversight.md", sha256: "$sha256(charters/oversight.md)" },
    rules: { any: "majority", "project-stage": "supermajority" },
  },
  trust: {
    name: "Trust Working Group",
    kind: "group",
    charter: { path: "charters/trust.md", sha256: "$sha256(charters/trust.md)" },
    rules: { any: "majority" },
  },
};

/** Body, holder, chair, alternate. */
export const SEATS: readonly (readonly [string, string, true?, string?])[] = [
  ["board", "ilse", true],
  ["board", "amara"],
  ["board", "benoit"],
  ["board", "dana"],
  ["board", "emil"],
  ["board", "farah", undefined, "milo"],
  ["board", "jun"],
  ["oversight", "chiyo", true],
  ["oversight", "dana"],
  ["oversight", "goran"],
  ["oversight", "hanna"],
  ["oversight", "kofi"],
  ["trust", "hanna", true],
  ["trust", "lena"],
  ["trust", "kofi"],
];
