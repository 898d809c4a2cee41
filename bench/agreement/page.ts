/** `docs/agreement.md`: what others say of releases where the releases themselves show otherwise. */

import { CLASSED, type Classed, type Proof } from "./classed.ts";
import { SOURCE_TITLES } from "./judgement.ts";

const HEAD = `# Where a release shows otherwise

Others judge releases by reading them. \`npm run bench:agreement\` joins their records with the releases that they speak
of, by the addresses and names that the records themselves give, and compares dimension by dimension. Where the two cannot
both be true, a person looks. What is listed here is what the release itself shows to be otherwise, as it stood at the time of
its copy; records are right far more often than not, and one that is corrected leaves this page.
`;

/** The page, from what was classed: proven differences alone. */
export function writePage(): string {
  const proven = CLASSED.filter((one) => one.class === "theirs");
  const sections = Object.entries(SOURCE_TITLES).flatMap(([source, title]) => {
    const rows = proven.filter((one) => one.source === source);
    return rows.length === 0 ? [] : [`## ${title}\n\n${rows.map(describe).join("\n")}`];
  });
  return `${HEAD}\n${sections.join("\n\n")}\n`;
}

function describe({ record, release, dimension, because, proof }: Classed): string {
  const name = release.replace("__", "/");
  return `- \`${record}\`, ${dimension} of \`${name}\`: ${because} ${proof.map(show).join("; ")}.`;
}

function show({ path, line, quote }: Proof): string {
  return line === undefined ? `\`${path}\` is there` : `\`${path}:${line}\`: “${quote ?? ""}”`;
}
