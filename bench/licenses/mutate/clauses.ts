/** Sentences that change what a licence permits, written for this bench; none is anybody's licence. */

/** A sentence and what it is about. */
export interface Clause {
  readonly id: string;
  readonly text: string;
}

/** Restrictions, duties and changes of terms, in the tones that such sentences come in. */
export const CLAUSES: readonly Clause[] = [
  {
    id: "seats",
    text: "No organisation with more than 250 employees may use the Software without a paid agreement with the author.",
  },
  {
    id: "cloud",
    text: "Offering the Software to third parties as a hosted or managed service requires our prior written consent.",
  },
  {
    id: "turnover",
    text: "If your group's turnover in the last calendar year was above EUR 2,500,000, your rights under this text end.",
  },
  { id: "students", text: "These rights are granted to students and teachers only." },
  { id: "military", text: "The Software must not be used for military purposes, border control or policing." },
  {
    id: "distil",
    text: "You agree that no text generated with the Software is used to train, tune or distil another model.",
  },
  { id: "country", text: "Nothing in this document grants any right to persons resident in France or Japan." },
  {
    id: "badge",
    text: 'Every product that includes the Software shall show the words "Runs on Brightleaf" on its first page.',
  },
  { id: "naming", text: "Derived works shall have names that begin with Brightleaf." },
  {
    id: "telemetry",
    text: "You must not remove or disable the part of the Software that reports usage to the author.",
  },
  { id: "expiry", text: "All permissions above expire three years after the date of release." },
  {
    id: "revoke",
    text: "The author may withdraw these permissions at any time and for any reason by notice on the project's page.",
  },
  {
    id: "update",
    text: "The author may replace these terms, and the version shown on the project's page applies from then on.",
  },
  {
    id: "audit",
    text: "On request you shall give the author access to your systems so that compliance can be checked.",
  },
  { id: "fee", text: "A fee of one percent of net sales is due for any product that contains the Software." },
  { id: "copies", text: "At most 500 copies may be distributed in any month." },
  { id: "grantback", text: "You assign to the author all rights in any change that you make to the Software." },
  { id: "evaluation", text: "Use is limited to evaluation for 30 days; use in production is not permitted." },
  {
    id: "competitor",
    text: "This licence does not apply to anyone who sells a product that competes with the author's.",
  },
  { id: "benchmark", text: "Results of benchmarks of the Software may not be published without approval." },
  { id: "lockin", text: "The Software may be run only on hardware supplied by the author." },
  { id: "resale", text: "Selling copies of the Software, alone or with other programs, is prohibited." },
];
