/** What became of a need of a stage, and why. What cannot be read is unknown, and an unknown opens no gate. */
export interface Judged {
  readonly verdict: "met" | "unmet" | "unknown";
  readonly because: string;
}
