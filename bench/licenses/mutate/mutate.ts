/** Makes changed texts of a licence, the same for the same seed: other words at every sort of place, and other forms. */

import { FORMS, type Form } from "./forms.ts";
import { insertions } from "./inserts.ts";
import { applyEdit, type Edit, type Mutation, toBytes } from "./mutation.ts";
import { pick, seededRandom } from "./random.ts";
import type { Base } from "./text.ts";
import { wordEdits } from "./words.ts";

/** Insertions of a text that are given another form on top. */
const DISGUISED = 8;
// Characters for private use mark the insertion while its text gets another form; no licence has them.
const [OPEN, CLOSE] = ["\ue000", "\ue001"];

/** All mutations of a base, each with another text than the base. */
export function mutate(base: Base, seed: number): readonly Mutation[] {
  const random = seededRandom(seed);
  const inserts = insertions(base, random);
  const edits = [...inserts, ...wordEdits(base, random)].map((edit) => applyEdit(base.text, edit));
  const disguised = Array.from({ length: DISGUISED }, (_, at) => {
    return disguise(base.text, { edit: pick(inserts, random), form: pick(FORMS, random), at });
  });
  const forms = FORMS.map((form) => changeForm(base.text, form));
  return [...edits, ...disguised.flat(), ...forms].filter(({ text }) => text !== base.text);
}

/** A text in another form, its words the same. */
export function changeForm(text: string, { id, write }: Form): Mutation {
  return {
    id: `form-${id.replaceAll(/\W+/g, "-")}`,
    kind: "form",
    text: write(text),
    at: null,
    inserted: "",
    deleted: "",
  };
}

interface Disguise {
  readonly edit: Edit | undefined;
  readonly form: Form | undefined;
  readonly at: number;
}

/** An insertion in a text of another form; none where the form does not keep its marks. */
function disguise(text: string, { edit, form, at }: Disguise): readonly Mutation[] {
  if (edit === undefined || form === undefined) return [];
  const words = edit.words.replace(/\S[\s\S]*\S/, (clause) => OPEN + clause + CLOSE);
  const marked = form.write(applyEdit(text, { ...edit, words }).text);
  const [start, end] = [marked.indexOf(OPEN), marked.indexOf(CLOSE)];
  if (start < 0 || end < start) return [];
  const changed = marked.replace(OPEN, "").replace(CLOSE, "");
  const span = { start, end: end - 1 };
  const inserted = changed.slice(span.start, span.end);
  const id = `${edit.id}-disguised-${at}-${form.id.replaceAll(/\W+/g, "-")}`;
  return [{ id, kind: "inserted", text: changed, at: toBytes(changed, span), inserted, deleted: "" }];
}
