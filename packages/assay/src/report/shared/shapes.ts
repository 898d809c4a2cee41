/** The four shapes of answers: told apart without colour, in every rendering. */

import type { Answer } from "./view.ts";

/** As characters. */
export const SHAPES: Readonly<Record<Answer, string>> = { yes: "●", partly: "◐", no: "○", unknown: "◌" };

/** As drawings of 16 by 16 in the colour of the text: what a font lacks or prints small is drawn all the same. */
export const DRAWN_SHAPES: Readonly<Record<Answer, string>> = {
  yes: '<circle cx="8" cy="8" r="6" fill="currentColor"/>',
  partly:
    '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 2.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor"/>',
  no: '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  unknown:
    '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.6 2.845"/>',
};
