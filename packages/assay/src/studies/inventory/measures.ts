/** Names of measures, and of the benchmarks that stand for one: the words by which a table or a picture is one of results. */

const MEASURES =
  "acc(?:uracy)?|f1|f-?score|bleu|chrf|rouge(?:-?\\w)?|meteor|perplexity|ppl|wers?|cers?|m?ap|auc|auroc|m?iou|psnr|ssim|fid|ndcg|mrr|recall|precision|pass@\\d+|exact match|em|win ?rate|elo|top-?[15]|bits per \\w+|rmse|word error rates?";

/** A name with a hyphen or a number behind it is the same benchmark or a part of it. */
const BENCHMARKS =
  "mmlu|cmmlu|c-?mmlu|mmmu|gsm-?8k|math-?\\d*|human ?eval|mbpp|hella ?swag|truthful ?qa|trivia ?qa|natural ?questions|wino ?grande|winograd|piqa|siqa|boolq|open ?book ?qa|arc|lambada|bbh|big-?bench|agi ?eval|c-?eval|aime\\d*|gpqa|if-?eval|live ?code ?bench|swe-?bench|mt-?bench|alpaca ?eval|arena-?hard|squad|glue|super ?glue|mnli|multi nli|sst-?2|race|drop|quac|copa|wic|rte|" +
  "image ?net|cifar-?\\d*|coco|ade20k|nyu[- ]?d(?:epth)?|voc|kinetics|vqa|ok-?vqa|text ?vqa|doc ?vqa|chart ?qa|science ?qa|gqa|mme|mm ?bench|mm-?vet|seed-?bench|ocr ?bench|nocaps|flickr30k|librispeech|common ?voice|fleurs|tydi ?qa|mgsm|xnli|flores|mteb|ruler|jeopardy|casp\\d*|cameo";

const MEASURE = new RegExp(`\\b(?:${MEASURES}|${BENCHMARKS})\\b`, "i");
const BENCHMARK = new RegExp(`\\b(?:${BENCHMARKS})\\b`, "i");

/** Words are looked at that far, in UTF-16 units. */
const LONGEST = 200;

/** Whether words name a measure or a benchmark. */
export function isMeasure(words: string): boolean {
  return MEASURE.test(plain(words));
}

/** Whether words name a benchmark. */
export function namesBenchmark(words: string): boolean {
  return BENCHMARK.test(plain(words));
}

/** Harnesses join words by underscores: `arc_easy`, `acc_norm`. */
function plain(words: string): string {
  return words.slice(0, LONGEST).replace(/[_*`]/g, " ");
}
