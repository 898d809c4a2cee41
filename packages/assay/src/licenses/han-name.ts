/**
 * Names that are written in Chinese or Japanese signs. A clause in them has no blanks and no capitals, so that a name is known
 * by what it lacks, every sign that a clause is made of, and by how short it is, or what an organisation's name ends with.
 */

/** Signs of a name without an organisation's ending, and of one with it. */
const SHORT = 6;
const LONG = 24;

const WORD = /^[\p{Script=Han}\p{Script=Katakana}\u30fcA-Za-z\d.&+-]+$/u;
const SIGN = /[\p{Script=Han}\p{Script=Katakana}]/gu;

/** What organisations are called: company, group, university, institute, laboratory, centre, foundation, society, team. */
const ORGANISATION =
  /(?:公司|集团|集團|大学|大學|学院|學院|研究院|研究所|研究室|实验室|實驗室|中心|基金会|基金會|协会|協會|学会|學會|团队|團隊|科技|智能|株式会社|有限会社|机构|機構|社区|社區|出版社|工作室|银行|銀行)$|^(?:株式会社|有限会社)/u;

/** Signs of which at least one is in a clause that permits, forbids, demands or limits; in both ways of writing. */
const OPERATIVE_SIGN =
  /[不无無勿禁止限仅僅只得可准準许許授须須必需若除非违違费費购購买買卖賣售租改删刪撤废廢责責款用供请請私密专專变變毋莫未令罚罰]/u;

/** The same of two signs, where each alone is also one of names. */
const OPERATIVE_WORD =
  /商业|商業|商务|商務|营利|營利|盈利|个人|個人|同意|条件|條件|协议|協議|期限|前提|学术|學術|教学|教學|学生|學生|教师|教師|学习|學習|交流|内部|內部|评估|評估|配布|复制|複製|转载|轉載|转让|轉讓|譲渡|以外|以内|境内|境外|军事|軍事|竞争|競爭|権利|权利|權利/u;

/** Whether the word is a name with signs of Chinese or Japanese in it; doubt means no. */
export function isHanName(word: string): boolean {
  const bare = word.replace(/^["'(]|["'),.]+$/g, "");
  const signs = bare.match(SIGN)?.length ?? 0;
  if (signs < 2 || !WORD.test(bare) || OPERATIVE_SIGN.test(bare) || OPERATIVE_WORD.test(bare)) return false;
  return bare.length <= (ORGANISATION.test(bare) ? LONG : SHORT);
}
