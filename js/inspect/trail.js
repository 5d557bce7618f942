// trail.js - the trail as it was told so far: records by id, the findings that later records refine, what was asked.
// It outlives the page in session storage, but only while consent lets anything outlive it.
import { KEY } from './hook.js';

/**
 * @typedef {Record<string, any>} Json one record (docs/wire.md)
 * @typedef {{id: number, json: Json, text: string}} Item text: as it was sent
 * @typedef {{id: number, json: Json, first: Json, decision?: Json}} Finding json: the record of the highest rev
 * @typedef {import('./hook.js').Batch} Batch
 * @typedef {ReturnType<typeof createTrail>} Trail
 */

const BATCHES_MOST = 50;

/** @returns {{trail?: string, folded?: boolean, records?: string[], batches?: Batch[]}} */
function remembered() {
  try {
    return JSON.parse(sessionStorage[KEY]) || {};
  } catch {
    return {}; // nothing yet, or nothing that we wrote
  }
}

/** @param {object | null} what null: forget that we were open */
function remember(what) {
  try {
    if (what) sessionStorage[KEY] = JSON.stringify(what);
    else delete sessionStorage[KEY];
  } catch {
    // no room, or no storage: the next page shows less
  }
}

export function createTrail() {
  const left = remembered();
  /** @type {Map<number, Item>} */
  let items = new Map();
  /** @type {Map<number, Finding>} */
  let findings = new Map();
  /** @type {Batch[]} newest first */
  let batches = left.batches || [];
  let name = left.trail || '';
  let newest = 0;
  let folded = !!left.folded;
  let kept = true;
  /** @type {import('./hook.js').Head | undefined} */
  let head;
  for (const text of left.records || []) add(text);

  /** @param {string} text @returns {Item} */
  function add(text) {
    const json = JSON.parse(text);
    const item = { id: json.id, json, text };
    items.set(json.id, item);
    newest = Math.max(newest, json.id);
    if (json.kind === 'signal') conclude(json);
    const asker = json.kind === 'decision' && findings.get(json.signal);
    if (asker) asker.decision = json;
    return item;
  }

  /** @param {Json} json */
  function conclude(json) {
    const id = json.about ?? json.id;
    const known = findings.get(id);
    if (!known) findings.set(id, { id, json, first: json });
    else if (json.rev >= known.json.rev) known.json = json;
  }

  function forget() {
    items = new Map();
    findings = new Map();
    batches = [];
    newest = 0;
  }

  return {
    /** @param {import('./hook.js').Head} from @param {string} text
     * @returns {Item | null} null: it is not one more, but all is to be shown anew */
    take(from, text) {
      const anew = from.trail !== name;
      if (anew) forget();
      head = from;
      name = from.trail;
      const before = newest;
      const item = add(text);
      if (anew) return null;
      if (!before || item.id === before + 1) return item;
      // A page that comes back from the frozen cache: others went on meanwhile.
      const since = remembered();
      if (since.trail === name) for (const record of since.records || []) add(record);
      return null;
    },

    /** @param {Batch} batch */
    sent(batch) {
      batches = [batch, ...batches].slice(0, BATCHES_MOST);
    },

    /** @param {boolean} keep whether records may outlive the page */
    mayKeep(keep) {
      kept = keep;
    },

    forget() {
      forget();
      name = '';
      head = undefined;
    },

    save() {
      const records = [...items.values()].map(({ text }) => text);
      remember(kept ? { folded, trail: name, records, batches } : { folded });
    },

    /** The inspector was closed: nothing of it stays. */
    close: () => remember(null),

    /** In their order. */
    items: () => [...items.values()].sort((a, b) => a.id - b.id),
    /** @param {number} id */
    item: id => items.get(id),
    findings: () => [...findings.values()],
    batches: () => batches,
    head: () => head,
    folded: () => folded,
    /** @param {boolean} now */
    fold(now) {
      folded = now;
    },

    /** The newest record of a kind before another one. @param {number} id @param {(json: Json) => boolean} like */
    before: (id, like) =>
      [...items.values()].filter(item => item.id < id && like(item.json)).sort((a, b) => b.id - a.id)[0]
        ?.json,
  };
}
