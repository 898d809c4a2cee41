/** Decisions as an Atom feed (RFC 4287). */

import type { Decision } from "../model/books.ts";
import type { Entry } from "../model/entry.ts";
import { html, Markup } from "./markup.ts";

/** When there is no decision yet, a feed needs a time all the same. */
const NEVER = "1970-01-01T00:00:00Z";

/** The feed. Ids are made from digests, so that they name the bytes of a decision wherever the record is served from. */
export function renderFeed(name: string, decisions: readonly Entry<Decision>[]): string {
  const entries = decisions.map(
    ({ id, value, sha256 }) => html`<entry>
<id>urn:sha256:${sha256}</id>
<title>${value.title}: ${value.result}</title>
<updated>${value.at}</updated>
<link href="decisions.html#${id}"/>
<summary>${value.does.map(({ about, state }) => `${about.kind} ${about.id} is ${state}`).join("; ") || value.result}</summary>
</entry>
`,
  );
  return html`${new Markup('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:assay-alliance:${encodeURIComponent(name)}</id>
<title>Decisions of ${name}</title>
<updated>${decisions[0]?.value.at ?? NEVER}</updated>
<author><name>${name}</name></author>
${entries}</feed>
`.source;
}
