/** Duties of providers of general-purpose AI models: Regulation (EU) 2024/1689, Articles 53 and 55, Annexes XI and XII. */

import type { GuidancePack } from "./pack.ts";

/** References to duties: `eu-ai-act:53-1-a`. */
export const euAiAct: GuidancePack = {
  id: "eu-ai-act",
  title: "EU AI Act: duties of providers of general-purpose AI models",
  source: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
  items: [
    { id: "53-1-a", text: "Technical documentation of the model (Annex XI), for the authorities" },
    { id: "53-1-b", text: "Information for those who build systems on the model (Annex XII)" },
    { id: "53-1-c", text: "A policy on copyright, with reservations of rights respected" },
    { id: "53-1-d", text: "A public summary of the content used for training" },
    { id: "55-1-a", text: "Evaluation of the model, with adversarial testing, where it has systemic risk" },
    { id: "55-1-b", text: "Assessment and mitigation of systemic risks" },
    { id: "55-1-c", text: "Serious incidents tracked, documented and reported" },
    { id: "55-1-d", text: "Cybersecurity of the model and of what it runs on" },
  ],
};
