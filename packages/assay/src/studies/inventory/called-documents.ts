/** PDFs of the release that its own documents call the paper or the report. */

import type { ComponentId } from "../../model/components.ts";
import type { Study } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import { folderOf, resolvePath } from "../shared/path-words.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

/** The words of a link that calls what it leads to the paper or the report, with the model's name at most. */
const CALLED =
  /^(?:(?:the|our|full|read|view|[\p{L}\p{N}.+-]{1,30})\s){0,4}(?:technical |tech |research )?(paper|report)s?(?: link| pdf)?$/iu;

interface Called {
  readonly component: ComponentId;
  readonly page: Page;
  readonly url: string;
  readonly at: { readonly start: number; readonly end: number; readonly line?: number };
}

/** What such files are called, by path. */
const called: Study<ReadonlyMap<string, readonly Called[]>> = {
  id: "called-documents",
  version: 1,
  async run(bench) {
    const found = new Map<string, readonly Called[]>();
    const own = new Set(bench.release.artifacts.map(({ path }) => path));
    for (const page of (await bench.study(pages)).filter(({ isFront }) => isFront)) {
      const place: Place = {
        own,
        folder: folderOf(page.artifact.path),
        isOwn: (name) => isOwnName(bench.release, name),
      };
      for (const [path, one] of listCalled(page, place)) {
        const before = found.get(path) ?? [];
        if (!before.some(({ component }) => component === one.component)) found.set(path, [...before, one]);
      }
    }
    return found;
  },
};

/** Links of a document that call a PDF of the release something, with its path. */
function* listCalled(page: Page, place: Place): Generator<readonly [path: string, called: Called]> {
  for (const { text, url, at } of page.document.links) {
    const words = text
      .replace(/<[^<>]{0,300}>|[*_`[\]]/g, " ")
      .replace(/[^\p{L}\p{N}.+-]+/gu, " ")
      .trim();
    const what = CALLED.exec(words)?.[1]?.toLowerCase();
    const path = findOwn(url, place);
    if (what === undefined || path === undefined || sectionAt(page, at.line ?? 0).kind === "changelog") continue;
    yield [path, { component: what === "paper" ? "paper" : "technical-report", page, url, at }];
  }
}

interface Place {
  readonly own: ReadonlySet<string>;
  readonly folder: string;
  isOwn(name: string): boolean;
}

/** The path of a PDF of the release that an address leads to, by itself or by the release's page on a code host. */
function findOwn(url: string, { own, folder, isOwn }: Place): string | undefined {
  const bare = url.replace(/[?#].*$/, "");
  if (!/\.pdf$/i.test(bare)) return undefined;
  const blob =
    /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/\s]{1,80}\/([^/\s]{1,100})\/(?:-\/)?(?:blob|raw)\/[^/\s]{1,80}\/(\S{1,300})$/.exec(
      bare,
    );
  if (blob !== null && !isOwn(blob[1] ?? "")) return undefined;
  const path = blob === null ? resolvePath(folder, bare) : (blob[2] ?? "");
  return own.has(path) ? path : undefined;
}

/** Recognises them; of a file at hand, the recogniser of documents looks at what is in it. */
export const recogniseCalled: Recogniser = async (bench, artifact: Artifact) => {
  if (artifact.state === "here" || artifact.size === 0) return [];
  const found: Recognised[] = [];
  for (const { component, page, url, at } of (await bench.study(called)).get(artifact.path) ?? []) {
    const by = page.artifact.path;
    const document = artifact.path;
    const message = `${by} calls ${document} the ${component.replaceAll("-", " ")}; its pages were not read`;
    const remark = { code: "document-called", args: { by, document }, message, basis: "declared" as const };
    found.push({ component, note: await noteFile(bench, page.artifact, { ...remark, at, quote: url }) });
  }
  return found;
};
