// summary.js - what a session is listed with: when, how much, what was found, and how it ended.

/** @typedef {import('./store.js').Page} Page @typedef {import('./store.js').Row} Row */

/** Findings by name, each by its highest rev, and only while it is not revoked. @param {any[]} records with their trail */
function signalsOf(records) {
  /** @type {Map<string, any>} */
  const findings = new Map();
  for (const record of records.filter(({ kind }) => kind === 'signal')) {
    const key = `${record.trail} ${record.about ?? record.id}`;
    if (record.rev >= (findings.get(key)?.rev ?? 0)) findings.set(key, record);
  }
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { signal, state } of findings.values()) {
    if (state !== 'revoked') counts[signal] = (counts[signal] ?? 0) + 1;
  }
  return counts;
}

/** @param {Page[]} pages @param {Row[]} rows in their order */
export function summaryOf(pages, rows) {
  const records = rows.map(({ body, trail, nonce }) => ({ ...JSON.parse(body), trail, nonce }));
  const origin = new Map(pages.map(page => [page.nonce, page.origin]));
  const moments = records.map(({ nonce, t }) => (origin.get(nonce) ?? 0) + t);
  const views = records.filter(({ kind }) => kind === 'page_view' || kind === 'touchpoint');
  const [{ session, site, visitor }] = pages;
  const started = Math.min(...pages.map(page => page.origin));
  return {
    session,
    site,
    visitor,
    started,
    last: moments.reduce((latest, one) => Math.max(latest, one), started),
    records: records.length,
    trails: new Set(rows.map(({ trail }) => trail)).size,
    signals: signalsOf(records),
    places: [...new Set(views.map(({ place }) => place).filter(Boolean))],
    purchased: records.some(({ kind }) => kind === 'purchase'),
    answers: records.filter(({ kind, phase }) => kind === 'survey' && phase === 'answered').length,
  };
}
