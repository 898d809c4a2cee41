/** What sentences disclose of the computing that a training took. */

import { readPower, readScaled } from "../numbers.ts";
import { type Phrase, under } from "../phrase.ts";

const TRAINED = /\b(?:pre-?)?train(?:ed|ing)?\b|\bcomput(?:e|ation|ing)\b|训练/i;
const OF_COMPUTE = under("compute", "environmental-impact", "training-procedure");

/** Advice to the reader, other people's runs, and what it takes to use the finished model. */
const ADVICE =
  /\b(?:you|your|fine-?tun\w*|inference|requir\w+|recommend\w*|can be|could|would|should|needs?|at least|minimum|run on|fits?|serve|serving|benchmark\w*|throughput|example|e\.g\.|if|deploy\w*|support\w*|tested|example)\b|可以|你|微调|推理|需要/i;

/** Chips that models are trained with. */
const CHIP =
  /\b(?:A100|H100|H800|A800|H200|H20|V100|P100|GH200|B200|GB200|A6000|L40S?|MI ?(?:\d{3}X?)|TPU[ -]?v\d\w{0,2}|Cloud TPUs?|Trainium\d?|Gaudi ?\d?|Ascend(?: ?\d{3}\w?)?|RTX ?[A-Z]?\d{4})\b|\b\d[\d,]{0,6} (?:\w+ ){0,2}(?:GPUs?|TPUs?|NPUs?)\b/i;

const FIGURE = "(\\d{1,4}(?:\\.\\d{1,4})?)";
const POWER = "(?: ?[eE] ?\\+?(\\d{2})| ?(?:×|x|·|∗|\\\\?times) ?10 ?\\^? ?\\{? ?([\\d⁰¹²³⁴⁵⁶⁷⁸⁹]{2})\\}?)";

/** Phrases about compute. */
export const COMPUTE: readonly Phrase[] = [
  {
    claim: "training-compute.stated",
    says: new RegExp(`${FIGURE}${POWER} ?(?:total |training |bf16 |fp8 )?FLOPs?\\b`, "gi"),
    near: TRAINED,
    unless: /\b(?:inference|per token|per sample|forward pass|budget of each|would|could|threshold|exceed\w*)\b/i,
    read: ([, figure = "", power, raised]) => large(readPower(figure, power ?? raised ?? "0")),
  },
  {
    claim: "training-compute.stated",
    says: new RegExp(
      `\\b(?:training compute|training FLOPs?|total FLOPs?|compute used)\\b[^\\d.;]{0,60}${FIGURE}${POWER}`,
      "gi",
    ),
    unless: /\b(?:inference|per token|per sample|would|could|threshold|exceed\w*)\b/i,
    read: ([, figure = "", power, raised]) => large(readPower(figure, power ?? raised ?? "0")),
  },
  {
    claim: "training-compute.stated",
    says: /(\d{1,4}(?:\.\d{1,3})?) ?(exa|zetta|yotta|E|Z|Y)FLOPs?\b(?! ?\/ ?s)/g,
    near: TRAINED,
    unless: /\b(?:inference|per second|peak|would|could|threshold|exceed\w*)\b/i,
    read: ([, figure = "", scale]) => large(readScaled(figure, scale)),
  },
  {
    claim: "hardware.described",
    says: CHIP,
    near: /\b(?:pre-?)?train(?:ed|ing)\b|^\W{0,4}hardware(?: type)?\W|训练/i,
    under: under("compute"),
    unless: ADVICE,
  },
  {
    claim: "hardware.described",
    says: /\b(?:research super ?cluster|production clusters?|supercomputer)\b/i,
    near: /\b(?:pre-?)?train(?:ed|ing)\b/i,
    unless: ADVICE,
  },
  {
    claim: "training-time.stated",
    says: /\btrain(?:ed|ing)\b[^.;|]{0,100}\b(?:took|takes|lasted|for|in|over|within|during|lasting)[ ~]{1,2}(?:about |approximately |around |roughly |only |just |under |a total of |~ ?)?\d{1,4}(?:\.\d{1,2})?[ -](?:hours?|days?|weeks?|months?)\b/i,
    unless: ADVICE,
  },
  {
    claim: "training-time.stated",
    says: /\btrained (?:between|from) (?:\w+ )?(?:\d{1,2},? )?(?:\w+ )?(?:19|20)\d\d (?:and|to|until) (?:\w+ )?(?:\d{1,2},? )?(?:\w+ )?(?:19|20)\d\d\b|\btraining (?:time|duration|dates?|started|ended)\b[^.;|\d]{0,40}\d/i,
    unless: /\b(?:you|your|estimat\w+|benchmark\w*|faster|speed\w*|reduc\w+|sav\w+)\b/i,
  },
  {
    claim: "accelerator-hours.stated",
    says: /(\d{1,3}(?:,\d{3}){1,3}|\d{1,4}(?:\.\d{1,3})?) ?(k|m|million|thousand)?(?: [\w-]{1,12}){0,2}[ -]?(?:GPU|TPU|chip|device|accelerator|node|A100|H100|H800|V100)[- ]?hours?\b/gi,
    near: TRAINED,
    unless: /\b(?:fine-?tun\w*|per (?:\w+ )?(?:trillion|billion)|would|could|each|sav\w+|you|your)\b/i,
    read: ([, figure = "", scale]) => readScaled(figure, scale),
  },
  {
    claim: "accelerator-hours.stated",
    says: /^\W{0,4}hours used\W{1,4}(\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,3})?) ?(k|m|million|thousand)?\b/gi,
    under: under("environmental-impact", "compute"),
    read: ([, figure = "", scale]) => readScaled(figure, scale),
  },
  {
    claim: "energy.stated",
    says: /\d[\d,.]{0,12} ?(?:k|M|G)Wh\b|\b(?:mega|kilo|giga)watt[- ]?hours?\b/i,
    near: /\b(?:train\w*|energy|consum\w+|power|electricity)\b/i,
    unless: /\b(?:per (?:query|request|token)|inference|kWh\/|your)\b/i,
  },
  {
    claim: "carbon.stated",
    says: /\d[\d,.]{0,12} ?(?:k|m|million|thousand)? ?(?:metric )?(?:tons?|tonnes?|t|kg|kilograms?)? ?(?:of )?(?:CO(?:2|₂|_2)|carbon dioxide)[ -]?(?:e\b|eq\w*)?/i,
    under: OF_COMPUTE,
    near: /\b(?:emi\w+|train\w*|footprint|carbon)\b/i,
    unless: /\b(?:your|per query|calculator)\b/i,
  },
];

/** Less than this is the work of one answer, not of a training. */
const SMALLEST_FLOP = 1e17;

function large(value: number): number | undefined {
  return value >= SMALLEST_FLOP ? value : undefined;
}
