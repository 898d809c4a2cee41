/** Words for kinds of models: tasks and libraries of the model hub, classes of configurations, sentences. */

/** What a model deals with. */
export type Modality =
  | "language"
  | "vision"
  | "speech"
  | "audio"
  | "multimodal"
  | "tabular"
  | "time-series"
  | "reinforcement-learning"
  | "science-weather"
  | "science-protein"
  | "science-chemistry"
  | "science-geospatial";

/** Tasks of the hub (hub-docs, "Tasks"), as `pipeline_tag` and `task` name them. */
const TASKS: Readonly<Record<Modality, string>> = {
  language:
    "text-generation text2text-generation text-classification token-classification question-answering table-question-answering translation summarization conversational fill-mask sentence-similarity feature-extraction text-ranking zero-shot-classification text-retrieval",
  vision:
    "image-classification object-detection image-segmentation depth-estimation image-to-image unconditional-image-generation video-classification zero-shot-object-detection mask-generation image-feature-extraction keypoint-detection image-to-3d zero-shot-image-classification",
  speech: "automatic-speech-recognition text-to-speech voice-activity-detection speech-translation",
  audio: "audio-classification audio-to-audio text-to-audio",
  multimodal:
    "text-to-image image-to-text image-text-to-text visual-question-answering document-question-answering text-to-video image-to-video video-text-to-text text-to-3d any-to-any audio-text-to-text visual-document-retrieval image-text-to-image",
  tabular: "tabular-classification tabular-regression tabular-to-text",
  "time-series": "time-series-forecasting",
  "reinforcement-learning": "reinforcement-learning robotics",
  "science-weather": "weather-forecasting",
  "science-protein": "protein-folding protein-design",
  "science-chemistry": "molecule-generation",
  "science-geospatial": "remote-sensing",
};

/** Libraries and tags that name one kind alone. */
const TAGS: Readonly<Partial<Record<Modality, string>>> = {
  language: "sentence-transformers llama-cpp",
  vision: "timm ultralytics depth-anything segment-anything yolo",
  speech: "nemo-asr speechbrain espnet coqui whisper asr tts",
  multimodal: "diffusers open_clip vision-language vlm clip multimodal",
  tabular: "sklearn scikit-learn xgboost lightgbm catboost tabpfn autogluon tabular",
  "reinforcement-learning": "stable-baselines3 ml-agents sample-factory",
  "science-weather": "weather climate meteorology",
  "science-protein": "protein proteins protein-language-model biology-protein",
  "science-chemistry": "chemistry molecules molecule",
  "science-geospatial": "geospatial remote-sensing earth-observation satellite terratorch",
};

/** Endings of classes in a configuration (`architectures`). */
const CLASSES: readonly (readonly [RegExp, Modality])[] = [
  [
    /^(?:CLIP|SigLIP|Align|BLIP|Llava|Qwen\w*VL|PaliGemma|Idefics|Florence|Kosmos|InternVL|Mllama|Gemma\dForConditional)/i,
    "multimodal",
  ],
  [/ForVision2Seq$|ForImageTextToText$/, "multimodal"],
  [/^(?:EsmFor|ProtBert|ProGen)/i, "science-protein"],
  [
    /For(?:ImageClassification|ObjectDetection|SemanticSegmentation|UniversalSegmentation|DepthEstimation|MaskedImageModeling)$/,
    "vision",
  ],
  [/^(?:ViT|Swin|ConvNext|Dinov\d|ResNet|Sam)(?:Model|For)/i, "vision"],
  [/For(?:CTC|SpeechSeq2Seq)$|^(?:Whisper|Wav2Vec2|SpeechT5|Hubert)/i, "speech"],
  [/^(?:TimesFm|Chronos|PatchTST|Informer|Autoformer)/i, "time-series"],
  [
    /For(?:CausalLM|MaskedLM|QuestionAnswering|SequenceClassification|TokenClassification|Seq2SeqLM)$|LMHeadModel$/,
    "language",
  ],
];

/** What sentences call a model. The narrower stands before the wider, and takes its words from it. */
const SENTENCES: readonly (readonly [RegExp, Modality])[] = [
  [
    /\b(?:weather|climate) (?:forecast\w*|prediction|model)|\bforecasts? (?:of )?(?:the )?weather\b/gi,
    "science-weather",
  ],
  [/\bprotein (?:language models?|structure|folding|design)/gi, "science-protein"],
  [/\b(?:geospatial|remote sensing|earth observation) (?:foundation )?model/gi, "science-geospatial"],
  [/\bmolecul(?:e|ar) (?:generation|property|design)/gi, "science-chemistry"],
  [
    /\b(?:vision|visual|image|video|speech|audio)[- ](?:and[- ])?(?:language|text)(?: pre-?training)?(?: models?)?\b|\blanguage[- ](?:and[- ])(?:vision|image)\b|(?<!\bthe )\bmulti-?modal (?:[\w-]+ ){0,3}(?:LLMs?|models?|conversations?)\b|\(image, text\)|\bimage[- ]text (?:pairs|model)|\b(?:text|image)-to-(?:image|video|3d)\b|\bcontrastive language-image\b|\bVLMs?\b|\bLVLMs?\b|多模态(?:大?语言)?(?:大?模型)?|文生图/gi,
    "multimodal",
  ],
  [/\bpart[- ]of[- ]speech\b/gi, "language"],
  [
    /\bspeech (?:recognition|synthesis|translation)\b|\btext-to-speech\b|\bvoice activity\b|语音识别|语音合成/gi,
    "speech",
  ],
  [
    /\btext-to-(?:audio|music|sound)\b|\b(?:neural )?audio (?:codec|compression|generation)\b|\bmusic generation\b|\bneural codec\b/gi,
    "audio",
  ],
  [
    /\b(?:object masks|image segmentation|semantic segmentation|object detection|depth estimation|visual features|segmentation tasks|image classification|image recognition|vision learners|vision transformers?|computer vision)\b|图像分割/gi,
    "vision",
  ],
  [/\b(?:gradient[- ]boosted|random forest|tabular (?:data|model|classification|regression))\b/gi, "tabular"],
  [/\btime[- ]series (?:forecasting|foundation model|model)/gi, "time-series"],
  [
    /\blanguage (?:models?|modell?ing|representations?|understanding|representation learning)\b|\bLLMs?\b|语言模型|对话模型|大模型/gi,
    "language",
  ],
];

/** Words of the name of a repository that set its model apart from one of language alone. */
const NAMED: readonly (readonly [RegExp, Modality])[] = [
  [/(?:^|[-_.])(?:\p{L}{0,20}(?:VL|VLM)|vision|vl|omni|multimodal)(?=$|[-_.\d])/u, "multimodal"],
  [/(?:^|[-_.])(?:audio|speech|asr|tts)(?=$|[-_.\d])/iu, "speech"],
];

/** Names of files that only one kind of model is saved in. */
const FILES: readonly (readonly [RegExp, Modality])[] = [
  [
    /(?:^|\/)[^/]*(?:xgboost|xgb|lightgbm|lgbm|catboost)[^/]*\.(?:json|txt|bin|model|ubj|cbm|joblib|pkl)$|\.(?:ubj|cbm)$/i,
    "tabular",
  ],
  [/(?:^|\/)sklearn[_-]model\.(?:joblib|pkl|skops)$|\.skops$/i, "tabular"],
];

/** How models are made that are fitted in one go: no states lie between. */
export const FITTED: RegExp =
  /^(?:sklearn|scikit-learn|xgboost|lightgbm|catboost|tabpfn)$|\bgradient[- ]boosted\b|\brandom forest\b|\bdecision trees?\b/i;

function invert(table: Readonly<Partial<Record<Modality, string>>>): ReadonlyMap<string, Modality> {
  const entries = Object.entries(table).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [word, kind] as const),
  );
  // The keys of the tables are modalities.
  return new Map(entries as readonly (readonly [string, Modality])[]);
}

const BY_TASK = invert(TASKS);
const BY_TAG = invert(TAGS);

/** The kind that a task or a tag names. */
export function kindOfTask(word: string): Modality | undefined {
  return BY_TASK.get(word.toLowerCase());
}

/** The kind that a library or a tag names. */
export function kindOfTag(word: string): Modality | undefined {
  return BY_TAG.get(word.toLowerCase()) ?? kindOfTask(word);
}

/** The kind of a class of a configuration. */
export function kindOfClass(name: string): Modality | undefined {
  return CLASSES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The kinds that a sentence calls models. */
export function kindsOfSentence(words: string): readonly Modality[] {
  const kinds = new Set<Modality>();
  let left = words;
  for (const [pattern, kind] of SENTENCES) {
    const rest = left.replace(pattern, " ");
    if (rest !== left) kinds.add(kind);
    left = rest;
  }
  return [...kinds];
}

/** The kind that the name of a model's repository tells of, beside that of language. */
export function kindOfName(name: string): Modality | undefined {
  return NAMED.find(([pattern]) => pattern.test(name))?.[1];
}

/** The kind that the name of a card's folder tells of: a size and a word behind it, as in `11B-vision`. */
export function kindOfFolder(name: string): Modality | undefined {
  return /\d[BM][-_]/i.test(name) ? kindOfName(name) : undefined;
}

/** The kind of model that a file of this name holds. */
export function kindOfFile(path: string): Modality | undefined {
  return FILES.find(([pattern]) => pattern.test(path))?.[1];
}
