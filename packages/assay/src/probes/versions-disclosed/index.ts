/** What is disclosed of versions: what changed, how versions are told apart, when it was released. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { answerDisclosed, answerWord, openDesk } from "../shared/disclosed.ts";
import { noteChangelog } from "./changelog.ts";

const versionsDisclosed: Probe<"versions-disclosed"> = {
  id: "versions-disclosed",
  version: 1,
  question: "Are changes, versions and the date of release told?",
  kinds: ["model"],
  answers: ["changelog.published", "versioning.described", "release-date.stated"],
  async observe(bench) {
    const ledger = openLedger("versions-disclosed");
    const desk = await openDesk(ledger, bench);
    const changes = {
      claim: "changelog.published",
      kinds: ["changelog"],
      except: /\bmodel versions\b|^versions?$/i,
    } as const;
    await answerDisclosed(desk, changes, await noteChangelog(desk));
    await answerDisclosed(desk, { claim: "versioning.described", titles: /^\W*(?:model )?versioning\b/i });
    await answerWord(desk, "release-date.stated");
    return ledger.close();
  },
};

export default versionsDisclosed;
