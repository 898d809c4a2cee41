/** What sentences disclose of how a model was trained and built. */

import { type Phrase, under } from "../phrase.ts";

/** Advice to the reader is no account of a training. */
const ADVICE =
  /\b(?:you|your|let's|see|run|script|command|example|tutorial|to (?:pre-?)?train|try|papers?|codebase|\w+\.(?:py|sh|ya?ml)|can be (?:trained|fine-?tuned)|supports?|want to|allows?|library|toolkit|framework for|how to)\b/i;

const STAGE =
  "(?:pre-?training|mid-?training|annealing|supervised fine-?tuning|instruction[- ]tuning|SFT|RLHF|RLAIF|DPO|PPO|GRPO|RLVR|preference (?:tuning|optimi[sz]ation|learning|alignment)|rejection sampling|reinforcement learning(?: (?:with|from) [\\w ]{0,30})?|reward model\\w*|distillation|long[- ]context (?:training|extension)|post-?training|cold[- ]start)";

/** Phrases about training. */
export const TRAINING: readonly Phrase[] = [
  {
    claim: "training-procedure.described",
    says: /\b(?:was|were|is|are|been) (?:\w+ )?(?:pre-?|post-?)?(?:trained|fine-?tuned|aligned|distilled) (?:\w+ )?(?:using|with|via|by|through|from scratch)\b.{10}|\bwe (?:\w+ )?(?:pre-?|post-?)?(?:train|fine-?tune|distill)(?:ed)?\b[^.]{0,120}\b(?:using|with|via|by|through)\b.{10}|\b(?:training|pre-?training) (?:used|employed|was (?:done|performed|conducted)|consists? of|involves?)\b.{10}/i,
    unless: ADVICE,
  },
  {
    claim: "training-stages.described",
    says: new RegExp(`\\b(${STAGE})\\b[^.;]{0,160}?\\b(${STAGE})\\b`, "gi"),
    read: ([, first = "", second = ""]) => (first.toLowerCase() === second.toLowerCase() ? undefined : true),
    unless:
      /^\W{0,3}\||\b(?:you|your|code|scripts?|recipes?|supports?|library|toolkit|released?|evaluat\w+|framework|repo(?:sitory)?|such as|checkpoints?|dataset|without|papers?|please|results)\b/i,
  },
  {
    claim: "training-stages.described",
    says: /\b(?:two|three|four|five|multi(?:ple)?|several|[2-5])[- ](?:(?:stage|phase)[sd]?)\b(?: of)?[^.]{0,60}/i,
    near: /\b(?:pre-?|post-?)?train(?:ed|ing)\b/i,
    unless: /\b(?:you|your|scripts?|supports?|pipeline parallel\w*|evaluat\w+|object detect\w+)\b/i,
  },
  {
    claim: "training-stages.described",
    says: /^\W{0,6}(?:stage|phase) ?[1-4]\b.{20}/i,
    under: under("training-procedure", "training-data"),
    near: /\b(?:pre-?)?train(?:ed|ing)\b/i,
    unless: /\b(?:you|your)\b/i,
  },
  {
    claim: "base-model.declared",
    says: /\b(?:pre-?)?trained (?:\w+ )?(?:entirely )?from scratch\b|\bfrom[- ]scratch (?:pre-?)?train\w+|\bvon Grund auf (?:neu )?trainiert|\bentraîné (?:à partir de zéro|de zéro)|从头(?:开始)?(?:预)?训练/i,
    unless:
      /\b(?:you|your|run|script|can be|to (?:pre-?)?train|than|compared|cost|budget|instead of|rather than)\b|同类|预算|相比|成本/i,
  },
  {
    claim: "architecture.described",
    says: /\b(?:auto-?regressive|decoder-only|encoder-decoder|encoder-only|mixture[- ]of[- ]experts|MoE|diffusion|convolution\w*|sequence-to-sequence|transformer|recurrent|vision transformer|state[- ]space)\b[^.]{0,50}\b(?:models?|architectures?|transformers?|networks?|LLMs?|decoders?|encoders?)\b/i,
    near: /\b(?:is an?|it['’]s an?|are (?:\w+ ){0,2}(?:auto\S*|decoder\S*|encoder\S*|transformers?|MoE|mixture\S*|diffusion)|uses?|using|employs?|based on|consists? of|architecture|built (?:on|up)|adopts?|type:|comprises?|is trained)\b/i,
    unless:
      /\b(?:you|your|supports?|evaluat\w+|compared?|hugging ?face transformers|(?:inference |serving )?engine|executed|transformers (?:library|>=|version)|pip|vllm|import|benchmark\w*|convert\w*|for (?:any|all))\b/i,
  },
  {
    claim: "architecture.described",
    says: /\b(?:the same|an? similar|largely the same) (?:model |network )?architectures? (?:as|to)\b.{3}/i,
    near: /\bmodels?\b/i,
    unless: /\b(?:you|your|supports?|evaluat\w+|any|benchmark\w*|convert\w*)\b/i,
  },
  {
    claim: "architecture.described",
    says: /\b\d{1,3} (?:transformer |decoder |encoder |hidden )?(?:layers|blocks|attention heads|heads|experts)\b|\b(?:number of|num) (?:layers|attention heads|heads|experts)\b\W{0,5}\d|\bhidden (?:size|dimension) (?:of )?\d/i,
    unless: /\b(?:you|your|e\.g\.|offload\w*|gpu layers|freeze\w*|lora)\b/i,
  },
];
