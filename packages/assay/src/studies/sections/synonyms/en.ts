/** Headings of sections in English. */

import type { Synonyms } from "../kinds.ts";

/** Phrases of English by the kind of section. */
export const en: Synonyms = {
  description: {
    anywhere:
      "model description|model details|model overview|model summary|model introduction|dataset description" +
      "|dataset summary|data description|high level description|about this model|about the model" +
      "|about this dataset|about the dataset|key features|model information|model type|task description" +
      "|general description|key capabilities|composite model specification|decoder model specification|encoder model specification" +
      "|prediction model specification|regression model specification",
    whole:
      "description|overview|introduction|summary|about|highlights|abstract|background|basics|what is it" +
      "|characteristics|general information|basic information|features|about *",
  },
  "intended-use": {
    anywhere:
      "intended use|intended uses|intended usage|intended users|intended purpose|intended application" +
      "|intended applications|use cases|direct use|downstream use|primary uses|recommended uses" +
      "|supported tasks|appropriate uses|suitable uses|who is it for",
    whole: "uses|use case|applications|model uses|tasks|purpose",
  },
  "out-of-scope-use": {
    anywhere:
      "out of scope|what not to use|misuse|prohibited use|prohibited uses|unintended use|unintended uses" +
      "|not intended for|uses to avoid|malicious use|unsuitable use|unsuitable uses|restricted uses|acceptable use policy",
  },
  limitations: {
    anywhere:
      "limitation|limitations|known issues|known limitations|caveats|shortcomings|known problems" +
      "|failure cases|failure modes|dataset limitations|data limitations",
    whole: "considerations|limits|restrictions|weaknesses",
  },
  "bias-risks": {
    anywhere:
      "bias|biases|risks|social impact|broader impact|broader impacts|societal impact" +
      "|ethical considerations|ethics|ethical concerns|fairness|considerations for using|harms" +
      "|bias risks and limitations|risks and limitations|ethical considerations and limitations" +
      "|responsible ai considerations",
    whole: "risk|recommendations",
  },
  "training-data": {
    anywhere:
      "training data|training dataset|training datasets|training corpus|train data|train dataset" +
      "|pre training data|pretraining data|pretraining dataset|pretraining corpus|training set" +
      "|fine tuning data|finetuning data|what the model was trained on|trained on|data composition|data mix" +
      "|data mixture|datamix|training mixture|dataset training and validation|sft data|post training data|training and evaluation data",
    whole: "data|dataset|datasets|corpus|corpora|data overview|data sources|training sources",
  },
  "training-procedure": {
    anywhere:
      "training procedure|training process|training details|fine tuning details|finetuning details|training recipe|training pipeline" +
      "|training regime|training hyperparameters|training configuration|training setup|training methodology" +
      "|training strategy|pretraining details|pre training details|training stages|how it was trained" +
      "|how the model was trained|finetuning methods|fine tuning methods|official training scripts|training scripts|steps to reproduce" +
      "|reproduce training|reproducing training|reproducing the training|model training|training the model" +
      "|training objective|training runs|training script|launch training|training framework",
    whole:
      "training|pretraining|pre training|train|hyperparameters|supervised fine tuning|supervised finetuning" +
      "|sft|rlhf|dpo|rl|reinforcement learning|post training|posttraining|midtraining|mid training" +
      "|long context training|instruction tuning|preference tuning|preference optimization" +
      "|direct preference optimization|distillation|optimization|stage 1|stage 2|stage 3|training code" +
      "|fine tuning procedure|training loss|training steps|modeling strategy|stage 1 for|stage 2 for|stage 3 for",
  },
  preprocessing: {
    anywhere:
      "data preprocessing|dataset preprocessing|data pre processing|preprocessing|data processing" +
      "|data preparation|data prep|prepare data|prepare the data|preparing the data|preparing data|prepare dataset" +
      "|prepare datasets|cleaning and filtering|data cleaning|data filtering|deduplication" +
      "|dataset preparation|data pipeline|data curation pipeline|filtering and cleaning|dataset processing" +
      "|dataset pruning|process data|processing the data|tokenize the data|tokenizing data" +
      "|prepare the dataset|pre processing was done|decontamination",
    whole: "cleaning|filtering|tokenization|pre processing",
  },
  "evaluation-data": {
    anywhere:
      "evaluation data|evaluation dataset|evaluation datasets|test data|test dataset|testing data" +
      "|validation data|validation dataset|validation set|test set|eval data|evaluation set|benchmark data" +
      "|benchmark datasets|evaluation corpus",
  },
  "evaluation-results": {
    anywhere:
      "evaluation|evaluations|evaluation results|results|benchmark results|benchmark performance" +
      "|model performance|performance metrics|quantitative analyses|quantitative analysis|benchmarks" +
      "|model quality|evaluating|validation results|test results|benchmarking|comparison with" +
      "|performance on|performance comparison|performance and limitations|zero shot performance" +
      "|base model performance|coding tasks|zero shot accuracy|benchmark scores",
    whole:
      "performance|benchmark|accuracy|metrics|scores|leaderboard|quality|mteb|mteb multilingual" +
      "|mteb english|mmlu|gsm8k|humaneval|evals|eval|comparison|win rate|model comparison",
  },
  usage: {
    anywhere:
      "usage|how to use|how to get started|getting started|get started|quick start|quickstart|inference" +
      "|deployment|deploy|serving|run the model|run quantized|running the model|run locally|how to run|using this model" +
      "|use this model|use the model|using the model|use this ai model|with vllm|with transformers|web demo" +
      "|cli demo|api deployment|sampling parameters|speculative decoding|prompt format|chat template" +
      "|chat completion|text completion|tool calling|function calling|with hugging face|with huggingface" +
      "|use with|quick tour|how to download and use|download a model and convert|start vllm server|start sglang router|launch vllm|model usage|example usage|usage tips|local deployment" +
      "|prompting|demo usage|minimal example|running inference|suggested serving|more examples" +
      "|code examples|command line usage|python usage|hosting|model serving",
    whole:
      "use|demo|demos|examples|api|vllm|sglang|transformers|ollama|llama cpp|tgi|huggingface|hugging face" +
      "|generation|sampling|python|cli|prompts|try it|run|playground|how to",
  },
  license: {
    anywhere:
      "license|licence|licenses|licences|licensing|legal information|terms of use|terms of service" +
      "|license agreement|usage terms|copyright|terms and conditions",
    whole: "legal|terms",
  },
  citation: {
    anywhere: "citation|citations|how to cite|citing|cite this|cite us|bibtex|please cite|citation information",
    whole: "cite|reference|references",
  },
  "environmental-impact": {
    anywhere:
      "environmental impact|carbon footprint|carbon emissions|co2|energy consumption|emissions|energy use" +
      "|environmental considerations|energy usage|climate impact",
  },
  compute: {
    anywhere:
      "compute|compute infrastructure|hardware used for training|hardware used|training infrastructure|hardware and software|training hardware" +
      "|training time|training compute|run time|compute resources|computational resources|training cost" +
      "|infrastructure|computational requirements|computing infrastructure",
    whole: "hardware|training resources",
  },
  "data-collection": {
    anywhere:
      "data collection|source data|initial data collection|source language producers|curation rationale" +
      "|dataset creation|data sourcing|data sources|data source|collection process|data provenance" +
      "|provenance|data mission statement|data acquisition|data curation|dataset curation|data gathering" +
      "|data origin|how the data was collected|dataset sources and collection",
    whole: "collection|sources of data|motivation|data crawling",
  },
  "data-annotation": {
    anywhere:
      "annotation|annotations|annotation process|annotators|labelling|labeling|annotation guidelines" +
      "|data labeling|data labelling|annotation and labelling|human annotation",
    whole: "labels|labelling process",
  },
  "personal-data": {
    anywhere:
      "personal and sensitive information|personal data|personal information|sensitive data" +
      "|sensitive information|privacy|pii|personally identifiable",
  },
  architecture: {
    anywhere:
      "architecture|model architecture|network design|model design|network architecture|model structure" +
      "|network structure|technical specifications|technical specification|model specification" +
      "|model specifications|model configuration|architecture details|architectural details" +
      "|architectural features|core architectural components|hyper parameters of the architecture",
    whole: "specification|specifications|model parameters|tokenizer|model configs",
  },
  contact: {
    anywhere:
      "contact|contact us|get in touch|points of contact|model card contact|dataset card contact" +
      "|where to send questions|questions or comments|contact information|reach us|questions and issues" +
      "|reporting issues",
    whole: "feedback|questions|support|help|authors",
  },
  changelog: {
    anywhere:
      "changelog|change log|release notes|version history|latest updates|what's new|release history" +
      "|recent updates|latest news|revision history|model versions|news and updates|news or update|update log|updates post launch",
    whole: "news|updates|update|changes|history|versions|releases|announcements",
  },
  safety: {
    anywhere:
      "safety|red teaming|safeguards|guardrails|responsible ai|responsible use|responsibility and safety" +
      "|safety measures|responsible release|responsible deployment|content moderation",
    whole: "security|hazard taxonomy and policy",
  },
  "model-sources": {
    anywhere:
      "model sources|model source|model downloads|model download|download links|useful links" +
      "|model links|model zoo|pretrained models|pre trained models|pretrained weights|model checkpoints" +
      "|available models|available checkpoints|download weights|download the weights|model weights" +
      "|released models|intermediate checkpoints|related links|external links|dataset sources" +
      "|more information|additional resources|model list|downloading the model|download model weights" +
      "|models and datasets|released checkpoints|model release",
    whole:
      "links|resources|download|downloads|checkpoints|models|weights|repository|resource links|documents" +
      "|see also|tech report|technical report|paper",
  },
  none: {
    anywhere:
      "table of contents|frequently asked questions|acknowledgements|acknowledgments|acknowledgement" +
      "|acknowledgment|dataset card for|model card for|model card authors|data fields|data splits" +
      "|data instances|dataset structure|training for|fine tuning recipe|finetune code|fine tuning on" +
      "|lora fine tuning|environment setup|environment setups|hardware setup|hardware requirements" +
      "|running the evaluations|finetuning data formatter|export the|convert|conversion|how to contribute" +
      "|dataset curators|additional information|community support|roadmap|original model|converted model" +
      "|glossary|preparing your|v0 requirements|generate training data|data configuration|data format" +
      "|dataset format|license plate|running vulnerability|your own|download a model and convert" +
      "|fine tuning and|fine tuning cookbooks|setup details|data loading|evaluating your|pre generated" +
      "|available model variants|reproduction" +
      "|speed benchmark|benchmark speed" +
      "|memory usage|gpu memory|run benchmark|running benchmark|installation|community integrations" +
      "|preparing the environment|hidden test|weights biases|contributor license agreement|compute scores|compute quality" +
      "|training time estimate|estimate total training time|estimate model training time|software requirements" +
      "|deployment issues|preparation issues|training issues|evaluation issues|interrupted inference|internal training scripts" +
      "|evaluation during training|distributed training setup|converting a pretraining dataset|creating an evaluation|chat template error|multiple data sources|reproduce conversion|adding new test data",
    whole:
      "contributions|contributing|languages|contents|faq|requirements|prerequisites|install|setup|projects" +
      "|website|authors|contributors|dependencies|todo|input|output|inputs|outputs|data|code|fine tuning" +
      "|finetuning|finetune|model card|training data format|to do|credits|team|data set|evaluation code" +
      "|notes|note|environment",
  },
};
