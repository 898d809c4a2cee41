/** What is disclosed of the use of a model: for what, for what not, within which limits, and whom to ask. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { type Asked, answerDisclosed, openDesk } from "../shared/disclosed.ts";
import { notePolicy, noteSecurity } from "./files.ts";

/** A model's own use policy; the terms of a licence are rights. */
const POLICY =
  /\b(?:acceptable|prohibited|responsible|restricted) uses?(?: cases| policy)?\b|\b(?:use|usage) policy\b|使用政策/i;

const ASKED: readonly Asked[] = [
  { claim: "intended-use.described", kinds: ["intended-use"], titles: /^\W*(?:primary |direct |intended )uses?\b/i },
  { claim: "out-of-scope-use.described", kinds: ["out-of-scope-use"] },
  { claim: "limitations.described", kinds: ["limitations"], titles: /\blimitations?\b|局限/i, except: /\btips\b/i },
  { claim: "bias-risks.described", kinds: ["bias-risks"] },
  { claim: "usage.described", kinds: ["usage"], bare: "code" },
  {
    claim: "inputs-outputs.described",
    titles:
      /^\W*(?:(?:model )?inputs?(?: and |\/| & )?(?:outputs?)?|outputs?|(?:input|output|prompt) (?:format|types?|modalit\w+)|chat (?:template|format)|prompt template)\W*$/i,
    bare: "table",
  },
  { claim: "contact.given", kinds: ["contact"] },
];

const useDisclosed: Probe<"use-disclosed"> = {
  id: "use-disclosed",
  version: 1,
  question: "What is said of intended use, limits, risks, a use policy and a contact?",
  kinds: ["model"],
  answers: [
    "intended-use.described",
    "out-of-scope-use.described",
    "limitations.described",
    "bias-risks.described",
    "usage.described",
    "inputs-outputs.described",
    "contact.given",
    "use-policy.published",
    "incident-route.given",
  ],
  async observe(bench) {
    const ledger = openLedger("use-disclosed");
    const desk = await openDesk(ledger, bench);
    for (const asked of ASKED) await answerDisclosed(desk, asked);
    await answerDisclosed(desk, { claim: "use-policy.published", titles: POLICY }, await notePolicy(desk));
    await answerDisclosed(desk, { claim: "incident-route.given" }, await noteSecurity(desk));
    return ledger.close();
  },
};

export default useDisclosed;
