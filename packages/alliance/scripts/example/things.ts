/** What the example alliance decides about: rules, levels, tools, projects, a release, proposals. All of it is made up. */

const RULES: readonly (readonly [string, object])[] = [
  [
    "majority",
    {
      title: "More than half of the votes cast, half of the seats taking part",
      denominator: "cast",
      threshold: { share: "1/2", is: "more-than" },
      quorum: { share: "1/2", abstentions: "count" },
      commentDays: 7,
      openDays: 7,
      recuses: ["disclosed", "related"],
    },
  ],
  [
    "two-thirds",
    {
      title: "Two thirds of the votes cast, two thirds of the seats taking part, one vote for related members",
      denominator: "cast",
      threshold: { share: "2/3", is: "at-least" },
      quorum: { share: "2/3", abstentions: "count" },
      cap: { perGroup: 1 },
      commentDays: 14,
      commentDaysAfterChange: 7,
      openDays: 14,
      recuses: ["disclosed"],
    },
  ],
  [
    "supermajority",
    {
      title: "Two thirds of all seats that may vote, four fifths taking part",
      denominator: "eligible",
      threshold: { share: "2/3", is: "at-least" },
      quorum: { share: "4/5", abstentions: "count" },
      commentDays: 14,
      openDays: 7,
      recuses: ["disclosed", "related"],
    },
  ],
];

/** A level as Assay rules it: two demands, in the alliance's own words. */
function levelOf(id: string, title: string, claims: readonly string[]): string {
  const requirements = claims.map((claim) => ({
    id: claim.split(".")[0],
    label: claim.replace(".", " "),
    text: `The ${claim.split(".")[0]} is published.`,
    source: "charters/oversight.md",
    grades: [{ id: "met", when: { claim } }],
    otherwise: "unmet",
  }));
  const needs = requirements.map((one) => ({ requirement: one.id }));
  const framework = {
    id,
    version: "1",
    title,
    source: "charters/oversight.md",
    requirements,
    levels: [{ id: "met", title, needs }],
  };
  return `${JSON.stringify(framework, null, 2)}\n`;
}

const REPORT = `${JSON.stringify(
  {
    tool: "lantern",
    version: "1.4.0",
    checks: [
      { id: "licence", result: "pass" },
      { id: "advisories", result: "pass" },
    ],
  },
  null,
  2,
)}\n`;
const ADVISORY =
  "# Lantern 1.4.0 reads outside of its folder\n\nFound on 2026-05-20 by the Trust Working Group; mended in no version yet.\n";
const RESULTS =
  "- dataset: { id: example/forest-questions, task_id: answers, revision: v1 }\n  value: 0.81\n  source: { name: Alder University }\n- dataset: { id: example/forest-questions, task_id: refusals, revision: v1 }\n  value: 0.97\n  source: { name: Alder University }\n";
const RED_TEAM =
  "# Red-team report of Canopy 7B\n\nEleven people tried for two weeks. What they found, and what was done about it, stands in the table of the model card.\n";

function version(at: string, text: string, makes: string): object {
  return { at, isMaterial: true, text, makes };
}

function evidence(path: string): object {
  return { path, sha256: `$sha256(${path})` };
}

/** Files: what others cite, the things of the books, and what things are once it was decided. */
export const FILES: {
  readonly before: readonly (readonly [string, string])[];
  readonly things: readonly (readonly [string, object])[];
  readonly after: readonly (readonly [string, object])[];
} = {
  before: [
    [
      "alliance.yaml",
      "name: The Example Alliance\nclasses: [academic, company, individual, non-profit, public]\nregions: [africa, americas, asia, europe, oceania]\nanswerDays: 14\nreviewDays: 365\n",
    ],
    [
      "charters/board.md",
      "# Charter of the Board\n\nThe board admits members, adopts levels, and decides on releases. Seats are held for two years. Related members hold two of them at most.\n",
    ],
    [
      "charters/oversight.md",
      "# Charter of the Technical Oversight Committee\n\nThe committee moves projects between stages and prepares levels.\n",
    ],
    [
      "charters/trust.md",
      "# Charter of the Trust Working Group\n\nThe group vets tools, and suspends them where they are not to be trusted any more.\n",
    ],
    ["frameworks/forest-core.json", levelOf("forest-core", "Forest Core", ["weights.published"])],
    [
      "frameworks/forest-open.json",
      levelOf("forest-open", "Forest Open", ["weights.published", "training-code.published"]),
    ],
    ["evidence/lantern-1.4.0.json", REPORT],
    ["evidence/lantern-advisory.md", ADVISORY],
    ["evidence/canopy-results.yaml", RESULTS],
    ["evidence/canopy-red-team.md", RED_TEAM],
  ],
  things: [
    ...RULES.map(([id, rule]) => [`rules/${id}.yaml`, rule] as const),
    ["levels/forest-core.yaml", { framework: evidence("frameworks/forest-core.json"), status: { state: "draft" } }],
    ["levels/forest-open.yaml", { framework: evidence("frameworks/forest-open.json"), status: { state: "draft" } }],
    [
      "tools/lantern.yaml",
      {
        name: "Lantern",
        organisation: "elm-systems",
        report: evidence("evidence/lantern-1.4.0.json"),
        status: { state: "listed" },
      },
    ],
    [
      "tools/compass.yaml",
      {
        name: "Compass",
        organisation: "birch-institute",
        report: evidence("evidence/lantern-1.4.0.json"),
        status: { state: "listed" },
      },
    ],
    [
      "projects/canopy.yaml",
      {
        name: "Canopy",
        class: "managed",
        stage: { state: "proposed" },
        lead: "benoit",
        organisation: "alder-university",
        license: "Apache-2.0",
        reviewed: "2026-03-01",
      },
    ],
    [
      "projects/undergrowth.yaml",
      {
        name: "Undergrowth",
        class: "supported",
        stage: { state: "proposed" },
        lead: "kofi",
        organisation: "oak-collective",
        license: "MIT",
        reviewed: "2026-02-01",
        requests: [
          { person: "lena", at: "2026-06-20T10:00:00Z", message: "I would keep the handbook.", state: "pending" },
        ],
      },
    ],
    [
      "projects/clearing.yaml",
      {
        name: "Clearing",
        class: "supported",
        stage: { state: "proposed" },
        lead: "goran",
        organisation: "fir-robotics",
        license: "BSD-3-Clause",
        reviewed: "2026-04-01",
      },
    ],
    [
      "disclosures/kofi-compass.yaml",
      { person: "kofi", about: { kind: "tool", id: "compass" }, interest: "wrote a part of it", from: "2026-01-01" },
    ],
    [
      "releases/canopy-7b.yaml",
      {
        name: "Canopy 7B",
        organisation: "alder-university",
        lead: "benoit",
        stage: { state: "internal" },
        stages: [
          { stage: "internal", needs: [], needsDecision: false },
          {
            stage: "research-cohort",
            needsDecision: true,
            needs: [
              {
                id: "answers",
                kind: "evaluation",
                text: "It answers what it was made for",
                results: evidence("evidence/canopy-results.yaml"),
                benchmark: "example/forest-questions",
                metric: "answers",
                atLeast: 0.8,
              },
              {
                id: "red-team",
                kind: "document",
                text: "A red team tried it",
                document: evidence("evidence/canopy-red-team.md"),
                references: ["eu-ai-act:55-1-a"],
              },
            ],
          },
          {
            stage: "open",
            needsDecision: true,
            needs: [
              {
                id: "refusals",
                kind: "evaluation",
                text: "It declines what it has to",
                results: evidence("evidence/canopy-results.yaml"),
                benchmark: "example/forest-questions",
                metric: "refusals",
                atLeast: 0.95,
              },
              {
                id: "level",
                kind: "missing",
                text: "It reaches the level Forest Open",
                references: ["eu-ai-act:53-1-a"],
              },
              {
                id: "night",
                kind: "risk",
                text: "Its mistakes at night are dealt with",
                risk: "It confuses owls with cats",
                treatment: "The card says so, and a test keeps count",
                owner: "chiyo",
              },
            ],
          },
        ],
      },
    ],
    [
      "proposals/adopt-forest-core.yaml",
      {
        title: "Adopt the level Forest Core",
        kind: "level",
        about: { kind: "level", id: "forest-core" },
        by: "chiyo",
        versions: [
          version("2026-01-10T09:00:00Z", "Forest Core asks for published weights.", "adopted"),
          {
            at: "2026-01-20T09:00:00Z",
            isMaterial: false,
            text: "Forest Core asks for published weights. (Spelling.)",
            makes: "adopted",
          },
        ],
        evidence: [evidence("frameworks/forest-core.json")],
        comments: [{ by: "lena", at: "2026-01-12T09:00:00Z", text: "Say what published means." }],
        objections: [
          {
            by: "emil",
            at: "2026-01-13T09:00:00Z",
            text: "Weights alone are no openness.",
            answer: { by: "chiyo", at: "2026-01-15T09:00:00Z", text: "Right: Forest Open asks for more, and follows." },
          },
        ],
      },
    ],
    [
      "proposals/vet-compass.yaml",
      {
        title: "Vet Compass",
        kind: "tool",
        about: { kind: "tool", id: "compass" },
        by: "hanna",
        versions: [version("2026-02-01T09:00:00Z", "Compass passed every check.", "vetted")],
        evidence: [evidence("evidence/lantern-1.4.0.json")],
      },
    ],
    [
      "proposals/suspend-lantern.yaml",
      {
        title: "Suspend Lantern",
        kind: "tool",
        about: { kind: "tool", id: "lantern" },
        by: "lena",
        versions: [version("2026-05-21T09:00:00Z", "Lantern 1.4.0 reads outside of its folder.", "suspended")],
        evidence: [evidence("evidence/lantern-advisory.md")],
      },
    ],
    [
      "proposals/graduate-clearing.yaml",
      {
        title: "Graduate Clearing",
        kind: "project-stage",
        about: { kind: "project", id: "clearing" },
        by: "goran",
        versions: [version("2026-04-02T09:00:00Z", "Clearing is used by three members.", "graduated")],
        evidence: [],
      },
    ],
    [
      "proposals/canopy-to-researchers.yaml",
      {
        title: "Canopy 7B for a research cohort",
        kind: "release-stage",
        about: { kind: "release", id: "canopy-7b" },
        by: "benoit",
        versions: [
          version("2026-05-01T09:00:00Z", "Twelve groups get the weights for three months.", "research-cohort"),
        ],
        evidence: [evidence("evidence/canopy-results.yaml"), evidence("evidence/canopy-red-team.md")],
      },
    ],
  ],
  after: [
    [
      "levels/forest-core.yaml",
      {
        framework: evidence("frameworks/forest-core.json"),
        status: { state: "adopted", decision: "adopt-forest-core" },
      },
    ],
    [
      "tools/compass.yaml",
      {
        name: "Compass",
        organisation: "birch-institute",
        report: evidence("evidence/lantern-1.4.0.json"),
        status: { state: "vetted", decision: "vet-compass" },
        validUntil: "2026-08-15",
      },
    ],
    [
      "tools/lantern.yaml",
      {
        name: "Lantern",
        organisation: "elm-systems",
        report: evidence("evidence/lantern-1.4.0.json"),
        status: { state: "suspended", decision: "suspend-lantern" },
      },
    ],
  ],
};
