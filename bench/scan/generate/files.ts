/** The generated files: gadget × form × position × container × disguise, drawn with a seed. */

import { createHash } from "node:crypto";
import { Random } from "../../../packages/assay/test/fuzz/mutate.ts";
import type { Piece } from "../../../packages/assay/test/support/pickle.ts";
import { CONTAINERS, type Container, type Packing } from "./containers.ts";
import { DISGUISES, type Made } from "./disguises.ts";
import { FORMS } from "./forms.ts";
import { GADGETS, OLD_NAMES } from "./gadgets.ts";
import { BREAKS, type Place, POSITIONS, type Position, pushData } from "./positions.ts";
import { ZIP_TRICKS } from "./zip-tricks.ts";

/** A file, how it was made, and its harmless twin. */
export interface Generated extends Made {
  /** `gadget · form · position · container · disguise`. */
  readonly recipe: string;
  /** The same container with data alone, without any disguise. */
  readonly twin: Made;
}

/** So many distinct files; the same seed gives the same ones. */
export function* generateFiles(count: number, seed: number): Generator<Generated> {
  const seen = new Set<string>();
  for (let at = 0; seen.size < count; at++) {
    const made = generateFile(seed + at, at);
    const digest = createHash("sha256").update(made.bytes).update(made.name).digest("hex");
    if (seen.has(digest)) continue;
    seen.add(digest);
    yield made;
  }
}

/** Forms and containers come in turn, so that none is missed in a small draw; the rest is drawn. */
function generateFile(seed: number, at: number): Generated {
  const random = new Random(seed * 2_654_435_761);
  const form = FORMS[at % FORMS.length] ?? random.pick(FORMS);
  const container = pickWeighted(CONTAINERS, random);
  const position = pickPosition(container, random);
  const gadget = random.pick(form.isOld === true ? OLD_NAMES : GADGETS);
  const protocol = random.pick(form.protocols);
  const stream = position.write((before) => form.write(gadget, before), { protocol, random });
  const broken = random.below(8) === 0 ? random.pick(Object.keys(BREAKS)) : undefined;
  const breaking = broken === undefined ? undefined : BREAKS[broken];
  const name = `owl-${at}${random.pick(container.endings)}`;
  const { made, disguise } = dress({ container, name, random, stream: breaking?.(stream) ?? stream });
  return {
    ...made,
    recipe: [`${gadget.module}.${gadget.name}`, form.id, position.id, broken ?? "whole", container.id, disguise].join(
      " · ",
    ),
    twin: makeTwin(container, position, { protocol, random }),
  };
}

/** Data at the same place, in the first pickle of a file that every reader knows. */
function makeTwin(container: Container, position: Position, place: Place): Made {
  const { random } = place;
  const honest = position.isBehind === true ? (POSITIONS[0] ?? position) : position;
  const stream = honest.write(() => pushData(random, 3), place);
  const [ending = ""] = container.endings;
  return { name: `owl-${random.below(2 ** 30)}${ending}`, bytes: container.pack(stream, { random, isHonest: true }) };
}

interface Undressed {
  readonly container: Container;
  readonly name: string;
  readonly random: Random;
  readonly stream: Piece;
}

/** Two files in five go as they are. */
function dress({ container, name, random, stream }: Undressed): { readonly made: Made; readonly disguise: string } {
  const isDressed = random.below(5) > 1;
  if (container.kind === "zip" && isDressed && random.below(5) > 0) {
    const place = random.below(ZIP_TRICKS.length);
    const trick = ZIP_TRICKS[place];
    const packing: Packing = { random, ...(trick === undefined ? {} : { trick }) };
    return { made: { name, bytes: container.pack(stream, packing) }, disguise: `archive ${place}` };
  }
  const made = { name, bytes: container.pack(stream, { random }) };
  const fitting = DISGUISES.filter(({ kinds }) => kinds.includes(container.kind));
  if (!isDressed || fitting.length === 0) return { made, disguise: "none" };
  const disguise = random.pick(fitting);
  return { made: disguise.dress(made, random), disguise: disguise.id };
}

function pickPosition(container: Container, random: Random): Position {
  const fitting = POSITIONS.filter(
    ({ isJoblib, isLarge }) =>
      (isJoblib !== true || container.isJoblib === true) && (isLarge !== true || container.kind === "plain"),
  );
  return pickWeighted(fitting, random);
}

function pickWeighted<T extends { readonly weight: number }>(list: readonly T[], random: Random): T {
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  let left = (random.below(1_000_000) / 1_000_000) * total;
  for (const one of list) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return random.pick(list);
}
