/** Terms of licences as far as tests of lineage need them; what the package knows itself comes first. */

import type { Platform } from "../../src/model/plugin.ts";
import { platform } from "../../src/node.ts";

const NOTICES = [
  { type: "attribution", value: "licence-copy", clause: "a" },
  { type: "attribution", value: "copyright-notice", clause: "a" },
];
const LLAMA = [
  { type: "user-threshold", value: 700_000_000, clause: "2", details: { effect: "need-licence", metric: "users" } },
  { type: "attribution", value: "licence-copy", clause: "1.b.i" },
  { type: "naming", value: "Built with Llama", clause: "1.b.i", details: { as: "display" } },
  { type: "naming", value: "Llama", clause: "1.b.i", details: { as: "model-name" } },
];
const GEMMA = [
  { type: "pass-through", value: "use-restrictions", clause: "3.1" },
  { type: "forbidden-use", value: "military", clause: "3.2" },
];
const NON_COMMERCIAL = [{ type: "commercial-use", value: false, clause: "2" }, ...NOTICES];

const TERMS: Readonly<Record<string, unknown>> = {
  MIT: { terms: NOTICES },
  "Apache-2.0": { terms: NOTICES },
  "CC-BY-4.0": { terms: NOTICES },
  "CC-BY-NC-4.0": { terms: NON_COMMERCIAL },
  "CC-BY-NC-SA-4.0": { terms: [...NON_COMMERCIAL, { type: "copyleft", value: "same-licence", clause: "3.b" }] },
  "LicenseRef-llama3.1": { terms: LLAMA },
  "LicenseRef-llama3.2": { terms: LLAMA },
  "LicenseRef-gemma-2024-04-01": { terms: GEMMA },
  "LicenseRef-gemma-2025-03-24": { terms: GEMMA },
  "LicenseRef-flux-1-dev-non-commercial": { terms: NON_COMMERCIAL },
  "LicenseRef-flux-1-nc": { terms: NON_COMMERCIAL },
};

/** The platform, with terms for the licences that are named here and whose terms the package does not know. */
export const informed: Platform = {
  ...platform,
  async asset(name) {
    const bytes = await platform.asset(name);
    if (name !== "license-terms") return bytes;
    const known = JSON.parse(new TextDecoder().decode(bytes)) as object;
    return new TextEncoder().encode(JSON.stringify({ ...TERMS, ...known }));
  },
};
