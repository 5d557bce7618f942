// visit.js - what a visit's records come to: its trails, findings, and how it ended.

/**
 * @typedef {import('./api.js').Json} Json
 * @typedef {import('../../js/inspect/trail.js').Finding} Finding
 * @typedef {ReturnType<typeof createTrail>} Trail one tab of the visit
 */

/** The same questions as the inspector asks of its trail, answered from what was stored. @param {Json[]} records */
export function createTrail(records) {
  const byId = new Map(records.map(json => [json.id, json]));
  /** @type {Map<number, Finding>} */
  const findings = new Map();
  for (const json of records) {
    const id = json.about ?? json.id;
    const known = findings.get(id);
    if (json.kind === 'decision') {
      const asker = findings.get(json.signal);
      if (asker) asker.decision = json;
    }
    if (json.kind !== 'signal') continue;
    if (!known) findings.set(id, { id, json, first: json });
    else if (json.rev >= known.json.rev) known.json = json;
  }
  const items = records.map(json => ({ id: json.id, json, text: '' }));
  return {
    records,
    items: () => items,
    findings: () => [...findings.values()],
    /** @param {number} id */
    item: id => {
      const json = byId.get(id);
      return json && { id, json, text: '' };
    },
    /** @param {number} id @param {(json: Json) => boolean} like @returns {any} */
    before: (id, like) => records.filter(json => json.id < id && like(json)).at(-1),
  };
}

/** Its tabs, the oldest first. @param {Json[]} records @returns {Trail[]} */
export function trailsOf(records) {
  const names = [...new Set(records.map(({ trail }) => trail))];
  return names.map(name => createTrail(records.filter(({ trail }) => trail === name)));
}

/** Findings that stand. @param {Trail[]} trails */
export const standing = trails =>
  trails.flatMap(trail => trail.findings()).filter(({ json }) => json.state !== 'revoked');

/** @param {Json[]} records @returns {{bought?: Json, place: string, step: string}} the purchase, or where it ended */
export function endOf(records) {
  const bought = records.find(({ kind }) => kind === 'purchase');
  const view = records.filter(({ kind }) => kind === 'page_view').at(-1);
  const step = records.filter(({ kind, step: one }) => kind === 'checkout' && one !== 'none').at(-1);
  const place = view?.place ?? 'other';
  return { bought, place, step: place === 'checkout' ? (step?.step ?? '') : '' };
}
