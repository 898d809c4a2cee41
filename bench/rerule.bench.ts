import { type Ruled, rerule } from "../packages/assay/src/assess/rerule.ts";
import { COMPONENTS } from "../packages/assay/src/model/components.ts";
import type { Claim, Framework, Level } from "../packages/assay/src/model/types.ts";
import { frameworks } from "../packages/assay/src/node.ts";
import type { Bench } from "./bench.ts";
import { medians } from "./measure.ts";

const LEDGERS = 20_000;
const ROUNDS = 5;
const LICENSES: readonly string[] = ["Apache-2.0", "MIT", "CC-BY-4.0", "CC-BY-NC-4.0", "LicenseRef-own", "NONE"];
/** Shares of components in hundredths that are there, and not there; of the others nothing is known. */
const THERE = 75;
const AWAY = 85;

/** Numbers below 100 that look like chance and are the same in every run. */
function openChance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * 100);
  };
}

/** Ledgers as an index of releases keeps them: what is published of each, and under which licence. */
function makeLedgers(): readonly Ruled[] {
  const draw = openChance();
  const claim = (id: string, value: boolean | readonly string[]): Claim => ({ id, about: "*", value, evidence: [] });
  const open = (id: string): Claim => ({ id, about: "*", value: "unknown", because: "not-observed", evidence: [] });
  return Array.from({ length: LEDGERS }, (_, index) => {
    const claims = COMPONENTS.flatMap(({ id }) => {
      const chance = draw();
      if (chance >= AWAY) return [open(`${id}.published`), open(`${id}.license`)];
      const license = LICENSES[draw() % LICENSES.length] ?? "NONE";
      return [claim(`${id}.published`, chance < THERE), claim(`${id}.license`, [license])];
    });
    return { name: `release-${index}`, claims: new Map(claims.map((one) => [one.id, one])) };
  });
}

/** The same, but its lowest level asks for no data card. */
function dropDataCard(framework: Framework): Framework {
  const drop = (level: Level): Level => ({
    ...level,
    needs: level.needs.filter(({ requirement }) => requirement !== "data-card"),
  });
  const [best, ...others] = framework.levels;
  return { ...framework, levels: [drop(best), ...others.map(drop)] };
}

async function time(job: () => number): Promise<number> {
  const start = process.hrtime.bigint();
  const moved = job();
  if (moved === 0) throw new Error("nobody moves, so that nothing was ruled");
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const bench: Bench = {
  id: "rerule",
  title: "Ledgers ruled by a framework before and after a change",
  measure: async () => {
    const ledgers = makeLedgers();
    const mof = frameworks.find(({ id, reading }) => id === "mof" && reading === "tool");
    if (mof === undefined) throw new Error("there is no framework mof/tool");
    const changed = dropDataCard(mof);
    const copies = ledgers.map(({ claims }) => JSON.stringify([...claims.values()]));
    const [ours = Number.NaN, reference = Number.NaN] = await medians(
      ROUNDS,
      () => time(() => rerule(ledgers, mof, changed).length),
      () => time(() => copies.map((one) => JSON.parse(one) as unknown).length),
    );
    const beside = { what: "parsing them from JSON", value: reference };
    return [{ what: `${LEDGERS} ledgers`, unit: "ms", ours, reference: beside, relation: "at-most", bound: 1000 }];
  },
};

export default bench;
