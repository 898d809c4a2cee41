/** Sections in which a document speaks of the work of others. */

/** "Research Building on Owl", "Related Work", "Papers that use Owl", "Community projects". */
const OF_OTHERS =
  /\b(?:research|papers?|publications?|projects?|works?|studies)\s+(?:building|built|based|using|by|that|which|citing|from the)\b|\brelated (?:work|research|projects?|papers?)\b|\bcommunity (?:projects?|contributions?|work)\b|\bwho uses\b/i;

/** Whether a section, told by its titles from the outermost on, is about what others made of a release, or beside it. */
export function isOfOthers(titles: readonly string[]): boolean {
  return titles.some((title) => OF_OTHERS.test(title));
}
