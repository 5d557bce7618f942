// budget.js - how many questions were asked, and how many may be.

/** Unless the shop has set them: include/koord_detectors.def. @type {Record<string, number>} */
export const USUAL = { visit_most: 1, window_most: 2 };

/** What makes one question more, or gives its place back. @param {import('./trail.js').Json} json */
function changeOf({ kind, answer, phase, what }) {
  if (kind === 'decision') return answer === 'ask' ? 1 : 0;
  if (kind === 'survey') return phase === 'held' || phase === 'failed' ? -1 : 0;
  return kind === 'other_tab' && what === 'asked' ? 1 : 0;
}

/**
 * @param {import('./trail.js').Json[]} records @param {Record<string, number>} settings of the shop
 * @returns {Record<string, number>}
 */
export function budgetOf(records, settings) {
  const visit = records.reduce((sum, json) => sum + changeOf(json), 0);
  const before = records.find(({ kind }) => kind === 'session')?.asked ?? 0;
  const most = (/** @type {string} */ name) => settings[`survey.${name}`] ?? USUAL[name];
  return { visit, month: before + visit, visit_most: most('visit_most'), window_most: most('window_most') };
}
