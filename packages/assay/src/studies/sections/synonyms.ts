/** By which words headings of cards say what their section is about, in six languages. */

import type { Synonyms } from "./kinds.ts";
import { de } from "./synonyms/de.ts";
import { en } from "./synonyms/en.ts";
import { es } from "./synonyms/es.ts";
import { fr } from "./synonyms/fr.ts";
import { nl } from "./synonyms/nl.ts";
import { zh } from "./synonyms/zh.ts";

/** The phrases of every language. */
export const SYNONYMS: readonly Synonyms[] = [en, nl, fr, de, es, zh];
