/** What a study of disclosures finds. */

import type { Page } from "../pages/index.ts";

/** A place at which a release answers a claim in its own words. */
export interface Disclosure {
  readonly claim: string;
  readonly page: Page;
  /** Line (from 1) and UTF-16 offset at which the words begin. */
  readonly line: number;
  readonly from: number;
  readonly words: string;
  /** Set where the release says that it does not tell. */
  readonly isDenied: boolean;
  /** What is said, where that is more than yes. */
  readonly value?: number | string;
  /** Set where a figure is said to be of the whole. */
  readonly isTotal?: boolean;
}
