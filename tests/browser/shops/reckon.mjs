// How well a stored journey says what happened in a shop: precision and recall of its facts about the shop, against a list
// that an analyst of that shop wrote down before.

/** @typedef {Record<string, any>} Json */

/**
 * @typedef {Json & {may?: boolean}} Expected kind and main members of a fact; `may`: fine with it, fine without it
 *
 * @typedef {object} Step of a visit
 * @property {string} name
 * @property {(hand: import('./stranger.mjs').Hand) => Promise<unknown>} does
 * @property {Expected[]} facts that it should leave
 *
 * @typedef {object} Reckoning
 * @property {number} precision of all facts about the shop, the share that were expected
 * @property {number} recall of all that were expected, the share that was stored
 * @property {string[]} missed
 * @property {string[]} invented
 * @property {string[]} signals findings of trouble that stand, by step
 */

const ABOUT_THE_SHOP = new Set([
  ...['page_view', 'search', 'results', 'refine', 'product', 'cart', 'coupon'],
  ...['checkout', 'payment', 'purchase', 'touchpoint'],
]);

/** @param {Json} fact */
const isAboutShop = fact =>
  ABOUT_THE_SHOP.has(fact.kind) || (fact.kind === 'field' && fact.phase === 'invalid');

/** @param {Json} fact @param {Expected} expected */
const fits = (fact, { may: _, ...wanted }) =>
  Object.entries(wanted).every(([name, value]) => fact[name] === value);

const TOLD = ['phase', 'place', 'via', 'step', 'query', 'count', 'shown', 'quantity', 'items', 'price_cents'];
const TOLD_TOO = [
  'total_cents',
  'currency',
  'content',
  'label',
  'active',
  'source',
  'path',
  'rank',
  'severity',
];

/** @param {Json} fact */
const inWords = fact =>
  [
    fact.kind,
    ...[...TOLD, ...TOLD_TOO].filter(name => name in fact).map(name => `${name}=${fact[name]}`),
  ].join(' ');

/**
 * Facts with the step in which they happened. @param {Json} session as GET /api/sessions/{id} gives it
 * @param {number[]} began Unix ms of each step
 */
function byStep({ pages, records }, began) {
  const origins = new Map(pages.map((/** @type {Json} */ page) => [page.nonce, page.origin]));
  return records.map((/** @type {Json} */ record) => {
    const when = origins.get(record.nonce) + (record.at ?? record.t);
    return { record, step: began.filter(begin => begin <= when).length - 1, taken: false };
  });
}

/** Findings of trouble that were not taken back. @param {ReturnType<typeof byStep>} all */
function signalsOf(all) {
  /** @type {Map<string, any>} */
  const standing = new Map();
  for (const { record, step } of all) {
    if (record.kind !== 'signal') continue;
    const id = record.about ?? record.id;
    standing.set(`${record.trail}${id}`, {
      ...record,
      step: standing.get(`${record.trail}${id}`)?.step ?? step,
    });
  }
  return [...standing.values()].filter(({ state }) => state !== 'revoked');
}

/**
 * Each expected fact takes one stored fact of its step; what is told late may stand in the next, what is seen coming in the one before.
 * @param {Step[]} visit @param {Json} session @param {number[]} began
 * @returns {Reckoning}
 */
export function reckon(visit, session, began) {
  const all = byStep(session, began);
  const stored = all.filter((/** @type {Json} */ { record }) => isAboutShop(record));
  const wanted = visit.flatMap(({ facts }, step) => facts.map(fact => ({ fact, step, met: false })));
  for (const off of [0, 1, -1]) {
    for (const one of wanted.filter(({ met }) => !met)) {
      const found = stored.find(
        (/** @type {Json} */ { record, step, taken }) =>
          !taken && step === one.step + off && fits(record, one.fact),
      );
      if (found) found.taken = one.met = true;
    }
  }
  const must = wanted.filter(({ fact }) => !fact.may);
  const met = must.filter(one => one.met).length;
  const extra = stored.filter((/** @type {Json} */ { taken }) => !taken);
  const say = (/** @type {number} */ step, /** @type {Json} */ fact) =>
    `${visit[step]?.name ?? 'before'}: ${inWords(fact)}`;
  return {
    precision: met / (met + extra.length),
    recall: met / must.length,
    missed: must.filter(one => !one.met).map(({ fact, step }) => say(step, fact)),
    invented: extra.map((/** @type {Json} */ { record, step }) => say(step, record)),
    signals: signalsOf(all).map(
      one => `${visit[one.step]?.name ?? 'before'}: ${one.signal} ${one.variant ?? ''} ${one.severity}`,
    ),
  };
}

/**
 * Makes a visit, and gives back when each step began. @param {Step[]} visit @param {import('./stranger.mjs').Hand} hand
 */
export async function makeVisit(visit, hand) {
  const began = [];
  for (const { name, does } of visit) {
    began.push(Date.now());
    await does(hand).catch(error => {
      throw new Error(`${name}: ${error.message}`, { cause: error });
    });
    await hand.looks();
  }
  return began;
}
