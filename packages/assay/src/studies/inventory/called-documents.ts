/** PDFs of the release that its own documents call the paper or the report. */

import type { ComponentId } from "../../model/components.ts";
import type { Study } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import { folderOf, resolvePath } from "../shared/path-words.ts";
import type { Recogniser } from "./recognition.ts";

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
const called: Study<ReadonlyMap<string, Called>> = {
  id: "called-documents",
  version: 1,
  async run(bench) {
    const found = new Map<string, Called>();
    const own = new Set(bench.release.artifacts.map(({ path }) => path));
    for (const page of (await bench.study(pages)).filter(({ isFront }) => isFront)) {
      for (const { text, url, at } of page.document.links) {
        const words = text
          .replace(/<[^<>]{0,300}>|[*_`[\]]/g, " ")
          .replace(/[^\p{L}\p{N}.+-]+/gu, " ")
          .trim();
        const what = CALLED.exec(words)?.[1]?.toLowerCase();
        const path = findOwn(url, {
          own,
          folder: folderOf(page.artifact.path),
          isOwn: (name) => isOwnName(bench.release, name),
        });
        if (what === undefined || path === undefined || sectionAt(page, at.line ?? 0).kind === "changelog") continue;
        if (!found.has(path))
          found.set(path, { component: what === "paper" ? "paper" : "technical-report", page, url, at });
      }
    }
    return found;
  },
};

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
  const one =
    artifact.state === "here" || artifact.size === 0 ? undefined : (await bench.study(called)).get(artifact.path);
  if (one === undefined) return [];
  const { path } = one.page.artifact;
  const message = `${path} calls ${artifact.path} the ${one.component.replaceAll("-", " ")}; its pages were not read`;
  const remark = {
    code: "document-called",
    args: { path, document: artifact.path },
    message,
    basis: "declared" as const,
  };
  const note = await noteFile(bench, one.page.artifact, { ...remark, at: one.at, quote: one.url });
  return [{ component: one.component, note }];
};
