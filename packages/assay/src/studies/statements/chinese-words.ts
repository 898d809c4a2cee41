/** Words of Chinese sentences that call something open. Words are not set apart there, so that what stands around them decides. */

/** "open source" in its forms, and "open weights". */
export const OPENNESS_ZH: RegExp = /(?<weights>(?:开放|開放|开源|開源)(?:模型)?(?:权重|權重))|(?<source>开源|開源)/gu;

/** What a clause ends with. */
export const CLAUSE_END: RegExp = /[，；：！？。…,;!?]|[:：](?!\/\/)/u;

/** Denials. The signs that deny stand in many words that deny nothing. */
export const DENIED_ZH: RegExp =
  /没有|沒有|尚未|并未|並未|从未|未(?!来|來|经|經)|无法|無法|[非无無](?=开源|開源)|并非|並非|拒绝|不(?![同仅僅但断斷过過管只限止少错錯久]|承担|承擔)/u;

/** What is to come, wished, asked for or supposed; and what would follow from use. */
export const UNREAL_ZH: RegExp =
  /将(?=.{0,8}(?:开源|開源)(?!了))|將(?=.{0,8}(?:开源|開源)(?!了))|即将|即將|计划|計劃|希望|预计|預計|拟|打算|准备|準備|有望|未来|未來|后续|後續|近期|如果|若|假如|可能|敬请|敬請|旨在|致力|目标|目標|打造|构建|構建|呼吁|鼓励|鼓勵|由于|由於|因使用/u;

/** Others, with whom one is compared or whose work one uses, right before the words. */
export const OF_OTHERS_ZH: RegExp =
  /(?:其他|其它|其余|所有|全部的?|同尺寸|同等|同类|同規模|同规模|相近的?|类似的?|主流的?|大多数.{0,6}|众多.{0,6}|眾多.{0,6}|现有的?|現有的?|不同的?|优秀的?|優秀|多个|多個|各种|各類|各类|各大|第三方的?|一些|部分|许多|很多|国内|國內|国外|目前|代表性|强大的?|在|与|與|和|比|跟|超过|超越|优于|高于|基于|基於|使用|采用|用|对|對|以)$/u;

/** What stands behind the words where a thing is called so that is no part of a release. */
export const TOOL_BEHIND_ZH: RegExp =
  /^(?:的)?(?:了)?(?:社区|社區|项目|項目|工具|框架|评测工具|评测|教程|生态|生態|精神|引擎|库|平台|组织|軟件|软件|系统|技术|基准|贡献|爱好|方案|路线|界|领域|许可|協議|协议|协定|地址|计划|推理|训练框架|评估|传统|语言模型评测)/u;

/** Models among others: "the best of open source models". */
export const AMONG_BEHIND_ZH: RegExp =
  /^[^，。；]{0,16}?(?:模型|LLM)(?:中|里|裡|之中|之一|当中|當中|社区|相当|相比|进行|的复现)/u;

/** Adverbs between who does it and the verb. */
export const ADVERBS_ZH: RegExp =
  /(?:[\s\d./\-年月日]|已经|已經|已|现已|正式|同步|首次|首批|再次|陆续|全面|完全|全部|均|都|也|还|還|额外|额外地|同时|此外|另外|今天|今日|宣布|发布并|發布並|推出并|发布和|并|並|很高兴|很高兴地|高兴地|于|在此)*$/u;

/** Nouns by what they name of a release, the more special ones first. */
export const NOUNS_ZH: readonly (readonly [
  part: "training-code" | "inference-code" | "evaluation-code" | "code" | "weights" | "data" | "model",
  words: RegExp,
])[] = [
  ["training-code", /(?:训练|訓練)(?:的)?(?:代码|代碼|脚本)/u],
  ["inference-code", /推理(?:的)?(?:代码|代碼|脚本)/u],
  ["evaluation-code", /(?:评测|評測|评估|評估)(?:的)?(?:代码|代碼|脚本)/u],
  ["code", /代码|代碼|源码|源碼|脚本|腳本/u],
  ["weights", /权重|權重|模型参数|模型參數|模型文件|检查点|存档/u],
  ["data", /数据(?!安全|处理|资源|工程)|數據|语料|語料/u],
  ["model", /模型|基座|LLM|LM(?![\p{L}])|版本|系列/u],
];
