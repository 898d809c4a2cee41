/** The files that an alliance begins with. */

import { writeYaml } from "./yaml.ts";

/** A file of new books. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** Books of an alliance of nobody yet: its name, two rules, a board and its charter to be written. */
export function startAlliance(name: string, charterDigest: (text: string) => string): readonly StarterFile[] {
  const charter = `# Charter of the board\n\nThe board decides for ${name}. Write here what it may decide and for how long its seats are held.\n`;
  return [
    {
      path: "alliance.yaml",
      text: writeYaml(
        {
          name,
          classes: ["academic", "company", "individual", "non-profit", "public"],
          regions: ["africa", "americas", "asia", "europe", "oceania"],
          answerDays: 14,
          reviewDays: 365,
        },
        "The alliance: classes and regions of its members, days to answer an objection, days between reviews.",
      ),
    },
    {
      path: "rules/majority.yaml",
      text: writeYaml(
        {
          title: "More than half of the votes cast, half of the seats taking part",
          denominator: "cast",
          threshold: { share: "1/2", is: "more-than" },
          quorum: { share: "1/2", abstentions: "count" },
          commentDays: 7,
          openDays: 7,
          closesEarlyAfterDays: 0,
          recuses: ["disclosed", "related"],
        },
        "What each field means: docs/alliance/tally.md. A rule that was voted under is never changed: the new text gets a new name.",
      ),
    },
    {
      path: "rules/two-thirds.yaml",
      text: writeYaml({
        title: "Two thirds of the votes cast, two thirds of the seats taking part, one vote for related members",
        denominator: "cast",
        threshold: { share: "2/3", is: "at-least" },
        quorum: { share: "2/3", abstentions: "count" },
        cap: { perGroup: 1 },
        commentDays: 14,
        openDays: 14,
        closesEarlyAfterDays: 7,
        recuses: ["disclosed", "related"],
      }),
    },
    { path: "charters/board.md", text: charter },
    {
      path: "bodies/board.yaml",
      text: writeYaml({
        name: "Board",
        kind: "board",
        charter: { path: "charters/board.md", sha256: charterDigest(charter) },
        rules: { any: "majority", level: "two-thirds", rule: "two-thirds" },
      }),
    },
  ];
}
