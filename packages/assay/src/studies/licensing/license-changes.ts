/** Sentences that say that a licence has changed: what they name of the past says nothing of the present. */

const CHANGED =
  "(?:has|have|was|were|is|are|been|we|had|since|now|just|recently|officially|'ve|,|also|its|our|the|licen[cs]e) ";

/** "The licence has been changed from A to B": B is what it is now. */
const FROM_TO = new RegExp(
  `\\b(?:${CHANGED}){1,5}(?:changed|switched|moved|updated|re-?licen[cs]ed|migrated|transitioned)\\b[^;!?]{0,80}? from\\b[^;!?]{1,120}? to\\b`,
  "i",
);
/** "Now under B, was A", "now B instead of A". */
const NOW =
  /\bnow (?:(?:also |fully |officially )?(?:released|licen[cs]ed|available|distributed|published|governed|provided) )?(?:under|by) (?:the )?[^;!?]{1,80}?(?=,? (?:was|were|and no longer|no longer|instead of|rather than|previously|formerly|it was|it used to be)\b)/i;
/** What has not happened, or did not happen to all. */
const OPEN = /\b(?:will|would|may|might|could|plan\w*|going to|not|only|except\w*|some|part\w*|soon|until)\b/i;

/** The words that tell of the present where a sentence itself says that a licence changed; else the sentence. */
export function readPresent(sentence: string): string {
  if (OPEN.test(sentence)) return sentence;
  const change = FROM_TO.exec(sentence);
  if (change !== null) return `${sentence.slice(0, change.index)} ${sentence.slice(change.index + change[0].length)}`;
  const now = NOW.exec(sentence);
  return now === null ? sentence : sentence.slice(0, now.index + now[0].length);
}
