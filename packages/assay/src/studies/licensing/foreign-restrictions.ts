/** Restrictions of use in the languages, beside English, in which cards are written most. */

/** Words between two that belong together, within one sentence. */
const NEAR = "[^.;!?。；！？]{0,40}?";

const FORBIDDING: readonly RegExp[] = [
  // Chinese, in both ways of writing.
  `(?:禁止|不得|不可|不能|不允许|不允許|严禁|嚴禁|请勿|請勿)(?:[^。；！？，,]{0,12}?)(?:商业|商業|商用|盈利|营利|營利)`,
  `(?:商业|商業|商用)[^。；！？]{0,8}(?:禁止|不被允许|不被允許|除外)`,
  `(?<!不)(?:仅|僅|只)(?:供|限|能|可|用|作|为|為|适|適|面)[^。；！？，,]{0,12}?(?:研究|学术|學術|非商业|非商業|教育|教学|教學|个人|個人|学习|學習)`,
  `(?<!商业(?:用途)?(?:和|与|及|或|、))非(?:商业|商業|商用)(?:用途|使用|性|目的|许可|許可|研究)`,
  `(?<!(?:无需|不需要?|無需|不必|免)[^。；！？]{0,12})(?:商业|商業|商用)[^。；！？]{0,12}?(?<!无需|不需要?|無需|不必|免)(?:申请|申請|联系|聯繫|授权|授權|登记|登記)`,
  `(?<!(?:无需|不需要?|無需|不必|免)[^。；！？]{0,4})(?:申请|申請|登记|登記|联系|聯繫)[^。；！？]{0,16}?(?:商业|商業|商用)`,
  // Japanese and Korean.
  `(?:商用|商業)(?:利用|使用|目的)?[^。；！？]{0,12}?(?:不可|禁止|禁じ|できません|認め(?:られ)?ません|お問い合わせ|許可が必要)`,
  `(?<!商用(?:・|、|または|および))非商用|(?:研究|学術|個人)(?:目的|用途|利用)?(?:のみ|に限)`,
  `상업적[^.;!?。]{0,20}?(?:금지|불가|허용되지|할 수 없|문의)|(?<!상업적 (?:및|또는) )비상업적|(?:연구|학술)(?:용| 목적| 용도)?(?:으로만|로만|에 한)`,
  // German, French, Italian, Spanish, Portuguese, Russian.
  `kommerzielle[rns]? (?:Nutzung|Verwendung|Gebrauch|Zwecke|Einsatz)${NEAR}(?:untersagt|verboten|ausgeschlossen|nicht (?:gestattet|erlaubt|zulässig))`,
  `(?<!kommerzielle[rns]? (?:und|oder) )nicht[- ]?kommerzielle[rns]? (?:Nutzung|Verwendung|Gebrauch|Zwecke|Einsatz)|(?<!nicht )\\b(?:nur|ausschließlich) (?:für|zu) (?:\\S+ ){0,2}?(?:Forschung|akademische|nicht)`,
  `(?:usage|utilisation|fins?) commerciale?s?${NEAR}(?:interdit|prohib|exclu|pas (?:autoris|permis))|(?:interdit|prohib)\\S*${NEAR} commercial`,
  `(?:usage|utilisation|fins?) non[- ]commercial|(?:uniquement|exclusivement|seulement|réservée?s?)${NEAR}(?:recherche|éducati|académi)`,
  `uso commerciale${NEAR}(?:vietat|proibit|non (?:è )?(?:consentit|permess))|(?:uso|fini|scopi) non commercial|esclusivamente${NEAR}ricerca`,
  `(?:prohibid|no (?:se )?permit|proibid|não (?:é |se )?permit)\\S*${NEAR} comercia|uso comercial${NEAR}(?:prohibid|proibid|no (?:está )?permitid|não (?:é )?permitid)`,
  `(?:uso|fines|fins|propósitos) (?:no|não)[- ]comercia|(?:solo|sólo|únicamente|exclusiv\\S{1,7}|apenas|somente)${NEAR}(?:investigación|pesquisa|académic|acadêmic)`,
  `(?:запрещ|не допуска|не разреш)${NEAR}коммерч|коммерческ${NEAR}(?:запрещ|не допуска|не разреш)|(?<!коммерческ[а-я]{1,4} (?:и|или) )некоммерческ|только (?:для|в) (?:[а-я]+ ){0,2}?(?:исследов|учебн|научн)`,
].map((words) => new RegExp(words, "i"));

/** What only speaks of data or code. */
const OF_DATA =
  /数据|數據|代码|代碼|データ|コード|데이터|코드|Daten|Datensatz|données|datos|dados|dati\b|данны|датасет/i;
const OF_MODEL = /模型|权重|權重|モデル|모델|Modell|modèle|modelo|modello|модел/i;

/** What it takes to be none of English. */
const FOREIGN = /[^\0-\x7f]|kommerz|commercia|comercia|forschung|recherche|ricerca/i;

/** The words by which a sentence in another language restricts use; null where it speaks of anything else. */
export function findForeignRestriction(words: string): string | null {
  if (!FOREIGN.test(words)) return null;
  for (const sentence of words.split(/[。；！？]/)) {
    if (OF_DATA.test(sentence) && !OF_MODEL.test(sentence)) continue;
    for (const pattern of FORBIDDING) {
      const [said] = pattern.exec(sentence) ?? [];
      if (said !== undefined) return said;
    }
  }
  return null;
}
