/** Copyleft licences that let derivatives go on under another licence, which is named there. */

/** From a licence to those that its text, or its publisher's list, admits in its place. */
export const ONE_WAY: Readonly<Record<string, readonly string[]>> = {
  // creativecommons.org/compatiblelicenses: GPL-3.0 alone, not "or later" as such; who may choose later may choose 3.0.
  "CC-BY-SA-4.0": ["GPL-3.0-only", "GPL-3.0-or-later"],
  // Section 4(b): a later version with the same elements.
  "CC-BY-SA-3.0": ["CC-BY-SA-4.0"],
  "CC-BY-SA-2.0": ["CC-BY-SA-3.0", "CC-BY-SA-4.0"],
  "CC-BY-NC-SA-3.0": ["CC-BY-NC-SA-4.0"],
  "GPL-2.0-or-later": ["GPL-3.0-only", "GPL-3.0-or-later", "GPL-2.0-only"],
  "GPL-3.0-or-later": ["GPL-3.0-only"],
  "LGPL-2.1-only": ["GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later"],
  "LGPL-2.1-or-later": ["LGPL-2.1-only", "LGPL-3.0-only", "LGPL-3.0-or-later", "GPL-2.0-only", "GPL-3.0-only"],
  "LGPL-3.0-only": ["GPL-3.0-only", "GPL-3.0-or-later"],
};
