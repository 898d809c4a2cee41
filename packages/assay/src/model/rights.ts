/** The questions of the rights card, in the order in which a person asks them. */

/** A question about what one may do, or has to. */
export interface RightsQuestion {
  readonly id: RightId;
  readonly question: string;
  /** What it means that no clause of a licence speaks of it; null where that means nothing. */
  readonly silence: string | null;
  /** What leads into the clauses that an answer depends on, where they do not speak of the question themselves. */
  readonly limits?: string;
  /** Whether a policy of use could answer it otherwise than the licence. */
  readonly isOfUse?: true;
  /** Whether "yes" is what a user hopes for: a permission, and no duty or risk. */
  readonly isPermission: boolean;
}

/** Id of a question; its claim is `rights.<id>`. */
export type RightId =
  | "sell"
  | "scale"
  | "country"
  | "purpose"
  | "service"
  | "outputs"
  | "adapt"
  | "own-terms"
  | "name"
  | "change";

/** The ten questions. */
export const RIGHTS_QUESTIONS: readonly [RightsQuestion, ...RightsQuestion[]] = [
  { id: "sell", question: "May I make money with it?", silence: "nothing limits commercial use", isPermission: true },
  { id: "scale", question: "At any size?", silence: "there is no limit of users or revenue", isPermission: true },
  {
    id: "country",
    question: "In any country?",
    silence: "no country is excluded",
    isOfUse: true,
    isPermission: true,
  },
  {
    id: "purpose",
    question: "For any lawful purpose?",
    silence: "no lawful use is forbidden",
    isOfUse: true,
    isPermission: true,
  },
  {
    id: "service",
    question: "Offer it as a service?",
    silence: "nothing limits services",
    isOfUse: true,
    isPermission: true,
  },
  { id: "outputs", question: "Train on its outputs?", silence: "outputs are not restricted", isPermission: true },
  { id: "adapt", question: "Change it and pass it on?", silence: null, isPermission: true },
  {
    id: "own-terms",
    question: "My changes under my terms?",
    silence: null,
    limits: "what binds it binds what is made from it",
    isOfUse: true,
    isPermission: true,
  },
  { id: "name", question: "Must I show its name?", silence: "no name has to be shown", isPermission: false },
  {
    id: "change",
    question: "Can the terms change or end?",
    silence: "no clause lets the publisher change or end them at will",
    isPermission: false,
  },
];
