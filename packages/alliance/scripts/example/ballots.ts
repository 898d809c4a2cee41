/** Ballots of the example alliance, as they will have been held. */

/** A ballot as it will have been held. */
export interface PlannedBallot {
  readonly id: string;
  readonly proposal: string;
  readonly body: string;
  readonly by: string;
  readonly opens: string;
  readonly decided: string;
  readonly votes: readonly (readonly [person: string, choice: string, reason?: string])[];
}

/** Five ballots: one failed for want of a quorum, one with a recusal. */
export const BALLOTS: readonly PlannedBallot[] = [
  {
    id: "adopt-forest-core",
    proposal: "adopt-forest-core",
    body: "board",
    by: "ilse",
    opens: "2026-02-02T09:00:00Z",
    decided: "2026-02-16T12:00:00Z",
    votes: [
      ["ilse", "yes"],
      ["amara", "yes"],
      ["benoit", "yes"],
      ["dana", "yes"],
      ["emil", "no", "Weights alone are no openness."],
      ["jun", "abstain"],
    ],
  },
  {
    id: "vet-compass",
    proposal: "vet-compass",
    body: "trust",
    by: "hanna",
    opens: "2026-02-09T09:00:00Z",
    decided: "2026-02-16T12:00:00Z",
    votes: [
      ["hanna", "yes"],
      ["lena", "yes"],
    ],
  },
  {
    id: "graduate-clearing",
    proposal: "graduate-clearing",
    body: "oversight",
    by: "chiyo",
    opens: "2026-04-20T09:00:00Z",
    decided: "2026-04-27T12:00:00Z",
    votes: [
      ["chiyo", "yes"],
      ["hanna", "yes"],
    ],
  },
  {
    id: "canopy-to-researchers",
    proposal: "canopy-to-researchers",
    body: "board",
    by: "ilse",
    opens: "2026-05-11T09:00:00Z",
    decided: "2026-05-18T12:00:00Z",
    votes: [
      ["ilse", "yes"],
      ["amara", "yes"],
      ["dana", "yes"],
      ["jun", "no", "Three months are short."],
    ],
  },
  {
    id: "suspend-lantern",
    proposal: "suspend-lantern",
    body: "trust",
    by: "hanna",
    opens: "2026-06-01T09:00:00Z",
    decided: "2026-06-08T12:00:00Z",
    votes: [
      ["hanna", "yes"],
      ["lena", "yes"],
      ["kofi", "yes"],
    ],
  },
];
