/** The design in numbers: colours of the four answers and of paper and ink, in both themes. Nothing else has a colour. */

import type { Answer } from "./view.ts";

/** Colours of one theme, each by contrast AA on its ground (held by a test). */
export interface Theme {
  readonly ground: string;
  /** Ground of quotes. */
  readonly inset: string;
  readonly ink: string;
  /** Words of second rank. */
  readonly faint: string;
  /** Thin lines between rows; they carry no meaning. */
  readonly rule: string;
  readonly link: string;
  readonly answers: Readonly<Record<Answer, string>>;
}

/** Ink on paper. */
export const LIGHT: Theme = {
  ground: "#ffffff",
  inset: "#f4f5f7",
  ink: "#1a1e24",
  faint: "#525c69",
  rule: "#d5d9df",
  link: "#1a4f8b",
  answers: { yes: "#17653a", partly: "#835500", no: "#a1341f", unknown: "#525c69" },
};

/** Light on dark, also the ground of the README's picture. */
export const DARK: Theme = {
  ground: "#14181f",
  inset: "#1d232c",
  ink: "#e6e9ee",
  faint: "#9aa4b2",
  rule: "#333b47",
  link: "#8fc0f5",
  answers: { yes: "#7ddc9a", partly: "#f2c879", no: "#ff9d8a", unknown: "#9aa4b2" },
};
