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

/** What sentences call a model. The first that fits decides, so that the narrower stands before the wider. */
const SENTENCES: readonly (readonly [RegExp, Modality])[] = [
  [
    /\b(?:weather|climate) (?:forecast\w*|prediction|model)|\bforecasts? (?:of )?(?:the )?weather\b/i,
    "science-weather",
  ],
  [/\bprotein (?:language model|structure|folding|design)/i, "science-protein"],
  [/\b(?:geospatial|remote sensing|earth observation) (?:foundation )?model/i, "science-geospatial"],
  [/\bmolecul(?:e|ar) (?:generation|property|design)/i, "science-chemistry"],
  [
    /\bvision[- ]language\b|\bmulti-?modal (?:\w+ ){0,3}models?\b|\(image, text\)|\bimage[- ]text (?:pairs|model)|\btext-to-(?:image|video)\b|\bcontrastive language-image\b/i,
    "multimodal",
  ],
  [/\bspeech (?:recognition|synthesis|translation)\b|\btext-to-speech\b|\bvoice activity\b|语音识别/i, "speech"],
  [
    /\b(?:object masks|image segmentation|object detection|depth estimation|visual features|segmentation tasks|image classification)\b|图像分割/i,
    "vision",
  ],
  [/\b(?:gradient[- ]boosted|random forest|tabular (?:data|model|classification|regression))\b/i, "tabular"],
  [/\btime[- ]series (?:forecasting|foundation model|model)/i, "time-series"],
  [/\blanguage models?\b|\bLLMs?\b|\blanguage modeling\b|语言模型|对话模型|大模型/i, "language"],
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

/** The kind that a sentence calls a model. */
export function kindOfSentence(words: string): Modality | undefined {
  return SENTENCES.find(([pattern]) => pattern.test(words))?.[1];
}

/** The kind of model that a file of this name holds. */
export function kindOfFile(path: string): Modality | undefined {
  return FILES.find(([pattern]) => pattern.test(path))?.[1];
}
