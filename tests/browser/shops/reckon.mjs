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
 * @property {{signal: string, variant: string, step: string}[]} signals findings that stand
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

/** What is learned late may come this far into the next step; what a press brings may stand this far before it. */
const LATE_MS = 2000;
const EARLY_MS = 300;

/**
 * Facts with when they happened and in which step. @param {Json} session as GET /api/sessions/{id} gives it
 * @param {number[]} began Unix ms of each step
 */
function byStep({ pages, records }, began) {
  const origins = new Map(pages.map((/** @type {Json} */ page) => [page.nonce, page.origin]));
  return records.map((/** @type {Json} */ record) => {
    const when = origins.get(record.nonce) + (record.at ?? record.t);
    return { record, when, step: began.filter(begin => begin <= when).length - 1, taken: false };
  });
}

/** Findings that were not taken back. @param {ReturnType<typeof byStep>} all */
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
 * Whether a fact belongs to a step, by its time.
 * @param {number} when @param {number} step @param {number[]} began
 */
const isNear = (when, step, began) =>
  when >= began[step] - EARLY_MS && when <= (began[step + 1] ?? Number.POSITIVE_INFINITY) + LATE_MS;

/**
 * Each expected fact takes one stored fact of its step, or else one that stands near to it.
 * @param {{fact: Expected, step: number, met: boolean}[]} wanted @param {Json[]} stored @param {number[]} began
 */
function match(wanted, stored, began) {
  for (const isExact of [true, false]) {
    for (const one of wanted.filter(({ met }) => !met)) {
      const found = stored.find(
        ({ record, when, step, taken }) =>
          !taken && (isExact ? step === one.step : isNear(when, one.step, began)) && fits(record, one.fact),
      );
      if (found) found.taken = one.met = true;
    }
  }
}

/**
 * How a journey stands to what was expected of it.
 * @param {Step[]} visit @param {Json} session @param {number[]} began
 * @returns {Reckoning}
 */
export function reckon(visit, session, began) {
  const all = byStep(session, began);
  const stored = all.filter((/** @type {Json} */ { record }) => isAboutShop(record));
  const wanted = visit.flatMap(({ facts }, step) => facts.map(fact => ({ fact, step, met: false })));
  match(wanted, stored, began);
  const must = wanted.filter(({ fact }) => !fact.may);
  const met = must.filter(one => one.met).length;
  const extra = stored.filter((/** @type {Json} */ { taken }) => !taken);
  const nameOf = (/** @type {number} */ step) => visit[step]?.name ?? 'before';
  return {
    precision: met / (met + extra.length),
    recall: met / must.length,
    missed: must.filter(one => !one.met).map(({ fact, step }) => `${nameOf(step)}: ${inWords(fact)}`),
    invented: extra.map((/** @type {Json} */ { record, step }) => `${nameOf(step)}: ${inWords(record)}`),
    signals: signalsOf(all).map(({ signal, variant, step }) => ({ signal, variant, step: nameOf(step) })),
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
