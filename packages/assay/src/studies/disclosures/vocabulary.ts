/** Names of benchmarks, of public data sets and of languages: what a figure or a sentence is looked for by. */

/** Benchmarks by the name under which they are answered, and how tables write them. */
const BENCHMARKS: readonly (readonly [name: string, written: string])[] = [
  ["MMLU-Pro", "mmlu[- _]?pro"],
  ["MMLU-Redux", "mmlu[- _]?redux"],
  ["CMMLU", "cmmlu"],
  ["MMMU", "mmmu"],
  ["MMMLU", "mmmlu|multilingual mmlu"],
  ["MMLU", "mmlu"],
  ["GSM8K", "gsm-?8k|gsm8k"],
  ["MGSM", "mgsm"],
  ["CMATH", "cmath"],
  ["MATH", "math(?:[- ]?500)?"],
  ["HumanEval+", "human[- ]?eval ?\\+|humaneval[- ]?plus"],
  ["HumanEval", "human[- ]?eval"],
  ["MBPP", "mbpp\\+?"],
  ["MultiPL-E", "multipl-?e"],
  ["LiveCodeBench", "live[- ]?code[- ]?bench"],
  ["SWE-bench", "swe[- ]?bench(?: verified| lite| multilingual)?"],
  ["Terminal-Bench", "terminal[- ]?bench"],
  ["BFCL", "bfcl"],
  ["HellaSwag", "hella[- ]?swag"],
  ["WinoGrande", "wino[- ]?grande"],
  ["PIQA", "piqa"],
  ["SIQA", "siqa|social ?iqa"],
  ["BoolQ", "boolq"],
  ["ARC-Challenge", "arc[- _]?c(?:hallenge)?"],
  ["ARC-Easy", "arc[- _]?e(?:asy)?"],
  ["ARC-AGI", "arc[- ]?agi"],
  ["OpenBookQA", "open ?book ?qa|obqa"],
  ["CommonsenseQA", "commonsense ?qa|csqa"],
  ["TriviaQA", "trivia ?qa"],
  ["Natural Questions", "natural ?questions|nq"],
  ["TruthfulQA", "truthful ?qa"],
  ["SimpleQA", "simple ?qa"],
  ["SQuAD", "squad(?: ?v?[12](?:\\.\\d)?)?"],
  ["QuAC", "quac"],
  ["DROP", "drop"],
  ["RACE", "race(?:-[mh])?"],
  ["LAMBADA", "lambada(?: \\w+)?"],
  ["SciQ", "sciq"],
  ["BIG-bench Hard", "bbh|big[- ]?bench[- ]?hard"],
  ["AGIEval", "agi ?eval"],
  ["C-Eval", "c-?eval"],
  ["GPQA", "gpqa(?:[- ]?diamond)?"],
  ["IFEval", "if-?eval"],
  ["MT-Bench", "mt-?bench"],
  ["AlpacaEval", "alpaca ?eval(?: ?2(?:\\.0)?)?"],
  ["Arena-Hard", "arena[- ]?hard"],
  ["AIME", "aime(?: ?'?(?:20)?2\\d)?"],
  ["HMMT", "hmmt(?: ?'?(?:20)?2\\d)?"],
  ["Codeforces", "codeforces"],
  ["Aider", "aider(?:-polyglot)?"],
  ["LongBench", "long[- ]?bench(?: ?v2)?"],
  ["RULER", "ruler"],
  ["Needle in a Haystack", "niah|needle in a haystack"],
  ["TAU-bench", "(?:tau|τ)2?[- ²]?bench"],
  ["BrowseComp", "browse ?comp"],
  ["HLE", "hle|humanity's last exam"],
  ["ZeroSCROLLS", "zero ?scrolls"],
  ["FLORES", "flores(?:-?\\d{3})?"],
  ["GLUE", "glue"],
  ["SuperGLUE", "super ?glue"],
  ["MNLI", "mnli"],
  ["CoLA", "cola"],
  ["SST-2", "sst-?2"],
  ["MRPC", "mrpc"],
  ["QNLI", "qnli"],
  ["RTE", "rte"],
  ["XNLI", "xnli"],
  ["MTEB", "mteb"],
  ["ImageNet", "imagenet(?:-?1k|-?v2|-?a|-?r|-?sketch)?|in-?1k"],
  ["COCO", "(?:ms-?)?coco"],
  ["ADE20K", "ade-?20k"],
  ["LVIS", "lvis"],
  ["KITTI", "kitti"],
  ["NYUv2", "nyu(?:d|-?v2| ?depth)?"],
  ["Sintel", "sintel"],
  ["DIODE", "diode"],
  ["LibriSpeech", "libri ?speech"],
  ["Common Voice", "common ?voice"],
  ["VQAv2", "vqa-?v2"],
  ["TextVQA", "text ?vqa"],
  ["DocVQA", "doc ?vqa"],
  ["ChartQA", "chart ?qa"],
  ["OCRBench", "ocr ?bench"],
  ["AI2D", "ai2d"],
  ["MathVista", "math ?vista"],
  ["MMBench", "mm-?bench"],
  ["ToxiGen", "toxigen"],
  ["RealToxicityPrompts", "real ?toxicity ?prompts"],
  ["BBQ", "bbq"],
  ["WinoBias", "wino ?bias"],
  ["CrowS-Pairs", "crows-?pairs"],
  ["StereoSet", "stereoset"],
  ["BOLD", "bold"],
  ["AdvBench", "advbench"],
  ["HarmBench", "harmbench"],
  ["XSTest", "xstest"],
];

/** A benchmark stands alone in its cell but for shots, a measure, a split or a version. */
const BESIDE =
  "(?:$|\\s*[(\\[{@,:;/–—_-].{0,60}$|\\s+(?:v?\\d|acc|avg|average|em|f1|score|pass|verified|hard|diamond|lite|multilingual|english|chinese|base|test|val|dev|mean|easy|level|strict|main|cot|maj|bench|prompt|rating|percentile|win|lc).{0,60}$)";

const CELLS = BENCHMARKS.map(([name, written]) => ({
  name,
  pattern: new RegExp(`^(?:${written})${BESIDE}`, "iu"),
}));

/** A longer cell is a sentence, in UTF-16 units. */
const LONGEST_CELL = 80;

/** The benchmark that a cell of a table names; undefined for any other. */
export function benchmarkOf(cell: string): string | undefined {
  const text = cell
    .replace(/\[([^[\]]{0,60})\]\([^()]{0,200}\)/g, "$1")
    .replace(/<[^<>]{0,80}>|[*`_~]/g, " ")
    .replace(/^[^\p{L}τ]{0,10}/u, "")
    .trim();
  if (text.length > LONGEST_CELL) return undefined;
  return CELLS.find(({ pattern }) => pattern.test(text))?.name;
}

/** Benchmarks of harm: a figure of one of them is an evaluation of safety. */
export const OF_SAFETY: ReadonlySet<string> = new Set([
  "ToxiGen",
  "RealToxicityPrompts",
  "BBQ",
  "WinoBias",
  "CrowS-Pairs",
  "StereoSet",
  "BOLD",
  "AdvBench",
  "HarmBench",
  "XSTest",
]);

/** Public data sets that models are trained on. */
export const DATASETS: RegExp =
  /\b(?:Common ?Crawl|the (?:deduplicated |deduped )?Pile|C4|mC4|OSCAR|RedPajama(?:-\w+)?|SlimPajama|RefinedWeb|FineWeb(?:-\w+)?|Dolma(?:-\w+)?|DCLM(?:-\w+)?|ROOTS|The Stack(?: v\d)?|Star ?Coder ?data|the Vault|Wikipedia|BookCorpus|Books3|OpenWebText2?|CC-?News|CC-?Stories|ArXiv|Stack ?(?:Exchange|Overflow)|Pushshift|LAION(?:-\w+)?|COYO|DataComp-1B|CommonPool|YFCC-?100M|ImageNet(?:-?\d+k)?|LibriSpeech|Common ?Voice|Cosmopedia|Proof-?Pile|OpenWebMath|Alpaca data|ShareGPT|FLAN(?: collection)?|Tulu(?:[- ]\w+){0,3} mix\w*|UltraChat|UltraFeedback|OpenHermes|SmolTalk|OpenOrca|Dolly-?15k|Natural Instructions|xP3|P3|LVD-142M|SA-1B|JFT-\w+|Nemotron-CC|peS2o|MADLAD|CulturaX|HPLT|BigQuery|BigPython)\b/;

/** Languages as English calls them. */
export const LANGUAGE_NAMES: readonly string[] =
  "English Chinese Mandarin Cantonese Spanish French German Italian Portuguese Dutch Russian Japanese Korean Arabic Hindi Bengali Urdu Turkish Vietnamese Thai Indonesian Malay Polish Czech Slovak Hungarian Romanian Bulgarian Greek Hebrew Persian Ukrainian Swedish Norwegian Danish Finnish Icelandic Estonian Latvian Lithuanian Slovenian Croatian Serbian Bosnian Albanian Macedonian Catalan Basque Galician Irish Welsh Swahili Yoruba Zulu Xhosa Amharic Hausa Igbo Tamil Telugu Marathi Gujarati Kannada Malayalam Punjabi Nepali Sinhala Burmese Khmer Lao Tagalog Filipino Javanese Kazakh Uzbek Mongolian Georgian Armenian Azerbaijani Afrikaans Maltese Esperanto Latin Tibetan Uyghur".split(
    " ",
  );
