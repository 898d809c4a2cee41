/** What the code in documents fetches: repositories of the release's own, by their ids or addresses. */

import type { ComponentId } from "../../model/components.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import { isKin } from "../shared/kinship.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { isOfIntermediate } from "./pointer-rules.ts";
import type { Recognised } from "./recognition.ts";
import { speaksOfRelease } from "./seen-link.ts";

/** Calls and options whose value is the id of a repository on a hub. */
const LOADS =
  /from_pretrained\(|\bpipeline\(|\bLLM\(|\bsnapshot_download\(|hf_hub_download\(|model(?:_name|_id|_path|-path)?["']?\s*[=:]|--model\b|git clone https:\/\/(?:huggingface\.co|hf\.co|(?:www\.)?modelscope\.cn)|huggingface-cli download|ollama (?:run|pull)/;
const ID = /(?:["'\s=/]|^)([\w-][\w.-]{0,95})\/([\w-][\w.-]{0,95})(?=["'\s,)]|$)/g;

/** Addresses of storage: a command or a call reads from there. */
const ADDRESS = /\b(?:s3|gs|https?):\/\/[^\s"'`<>)]{4,400}/g;

/** Sections on states that were saved on the way. */
const INTERMEDIATE = /\bintermediate\b.{0,30}\bcheckpoints?\b/i;

interface Fetched {
  readonly component: ComponentId;
  readonly from: number;
}

/** First place of each kind at which a snippet fetches something of the release's own. */
export async function findNamedInCode(bench: Workbench): Promise<readonly Recognised[]> {
  const found = new Map<ComponentId, { readonly page: Page; readonly from: number }>();
  for (const page of (await bench.study(pages)).filter(speaksOfRelease)) {
    for (const { component, from } of listFetched(bench, page)) {
      if (!found.has(component)) found.set(component, { page, from });
    }
  }
  const recognised: Recognised[] = [];
  for (const [component, { page, from }] of found) {
    const { path } = page.artifact;
    const line = quoteLine(page.text, from);
    const message = `${path} fetches it from elsewhere: ${line.quote}`;
    const remark = { code: "fetched-elsewhere", args: { path }, message, basis: "declared" as const };
    recognised.push({ component, note: await noteFile(bench, page.artifact, { ...remark, ...line }) });
  }
  return recognised;
}

function* listFetched({ release }: Workbench, page: Page): Generator<Fetched> {
  for (const [index, { text, from, isCode }] of page.lines.entries()) {
    if (!isCode) continue;
    if (REVISION.test(text) && page.lines.slice(Math.max(0, index - 3), index + 1).some((line) => isOwn(release, line)))
      yield { component: "intermediate-weights", from };
    if ((LOADS.test(text) || isInLoad(page, index)) && isOwn(release, { text })) {
      yield { component: "weights", from };
      // The loader imports the model's code from the repository of its weights.
      if (/from_pretrained\([^)]{0,300}trust_remote_code\s*=\s*True/.test(text))
        yield { component: "architecture", from };
    }
    const isOnTheWay = sectionAt(page, index + 1).titles.some((title) => INTERMEDIATE.test(title));
    const addresses = [...text.matchAll(ADDRESS)].filter(
      ([address]) => isOnTheWay || isOfIntermediate(lastOf(address)),
    );
    if (addresses.length > 0) yield { component: "intermediate-weights", from };
  }
}

/** A state on the way that a call asks for by its revision. */
const REVISION = /\brevision\s{0,3}=\s{0,3}["'](?:[\w-]{0,40}[-_])?(?:step|ckpt|iter|checkpoint)[-_]?\d/i;

function isOwn(release: Release, { text }: { readonly text: string }): boolean {
  return listIds(text).some((id) => isKin(release, id));
}

/** The id may stand on the line below the call. */
function isInLoad({ lines }: Page, index: number): boolean {
  return /(?:from_pretrained|pipeline|LLM|snapshot_download)\(\s*$/.test(lines[index - 1]?.text ?? "");
}

function listIds(text: string): readonly { readonly owner: string; readonly name: string }[] {
  return [...text.matchAll(ID)]
    .map(([, owner = "", name = ""]) => ({ owner, name: name.replace(/\.git$/, "") }))
    .filter(({ name }) => !/(?:^|[-_])tokeni[sz]er(?:$|[-_])/i.test(name));
}

function lastOf(address: string): string {
  return address.replace(/\/+$/, "").split("/").at(-1) ?? "";
}
