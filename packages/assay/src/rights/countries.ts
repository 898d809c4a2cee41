/** Countries by their codes, and which region of a clause they lie in. */

/** ISO 3166-1 alpha-2, as assigned on 2026-11-01. */
const ASSIGNED = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
    "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
    "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
  ).split(" "),
);

/** Codes by which people call a country that ISO 3166-1 knows by another. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

/** Members of the European Union on 2026-11-01, with those of their parts that belong to it and have own codes. */
const EU =
  "AX GF GP MF MQ RE YT AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
/** The European Economic Area has these beside them. */
const EEA = [...EU, "IS", "LI", "NO"];

/** Places with codes of their own that a clause on a country may be read to reach: whether it does is for a lawyer. */
const PARTS: Readonly<Record<string, string>> = {
  AU: "CC CX HM NF",
  CN: "HK MO TW",
  DK: "FO GL",
  FI: "AX",
  FR: "BL GF GP MF MQ NC PF PM RE TF WF YT",
  GB: "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
  NL: "AW BQ CW SX",
  NO: "BV SJ",
  NZ: "CK NU TK",
  US: "AS GU MP PR UM VI",
};

/** The code of a country, or of the European Union; null where nobody has it. */
export function findCountry(code: string): string | null {
  const usual = Object.hasOwn(OTHER_CODES, code) ? OTHER_CODES[code] : code;
  return usual !== undefined && (usual === "EU" || ASSIGNED.has(usual)) ? usual : null;
}

/** Whether a country lies in a region. */
export function covers(region: string, country: string): boolean {
  if (region === country) return true;
  if (region === "EU") return EU.includes(country);
  return region === "EEA" && (country === "EU" || EEA.includes(country));
}

/** Whether it may lie there: as a part of what the region names, or with a part in it. */
export function overlaps(region: string, country: string): boolean {
  if (country === "EU") return EU.includes(region);
  const owners = Object.entries(PARTS).flatMap(([owner, parts]) => (parts.split(" ").includes(country) ? owner : []));
  return owners.some((owner) => covers(region, owner));
}
