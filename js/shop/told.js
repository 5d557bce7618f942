// What was told of the shop, and by whom: the same event from two sources counts once, and the first that speaks is
// believed.

/** Two sources that mean the same event are so near each other, or on the same view. */
const SAME_MS = 10_000;
const NOTE = 'told';

/** @typedef {{what: string, at: number, by: string[]}} Told at: Unix ms */

/** What a fact must share with another one to be the same event. @type {Record<string, (facts: any) => unknown>} */
const SAME = {
  search: ({ key }) => key,
  results: ({ count }) => count,
  product: ({ phase }) => phase,
  cart: ({ phase }) => phase,
  coupon: ({ phase }) => phase,
  checkout: ({ step }) => step,
  payment: ({ phase }) => phase,
  purchase: () => '',
};

/** Who pushes at the press has not heard the shop's refusal yet. */
const CONTRARY = { 'cart added': /^cart (refused|unavailable)$/ };

/** @param {Told[]} told */
const write = told => told.map(({ what, at, by }) => [what, at, ...by].join()).join(';');

/** @param {string} text @returns {Told[]} */
function read(text) {
  const all = text.split(';').filter(Boolean);
  return all.map(one => {
    const [what, at, ...by] = one.split(',');
    return { what, at: +at, by };
  });
}

/** @param {import('../page.js').Page} page */
export function createLedger(page) {
  const now = () => Math.round(performance.timeOrigin + page.now());
  let told = read(page.recall(NOTE));
  let viewed = now();

  /** Whether somebody else has told it, and this one has not confirmed that yet. @param {string} what @param {string} by */
  function isTold(what, by) {
    const since = Math.min(viewed, now() - SAME_MS);
    told = told.filter(one => one.at >= since);
    const same = told.find(one => one.what === what && !one.by.includes(by));
    same?.by.push(by);
    return !!same;
  }

  /** @param {string} what */
  function isDenied(what) {
    const contrary = CONTRARY[/** @type {keyof typeof CONTRARY} */ (what)];
    return !!contrary && told.some(one => contrary.test(one.what) && one.at > now() - SAME_MS);
  }

  page.listen('page_view', () => (viewed = now()));

  return {
    /** The page as one source may use it. @param {string} by @returns {import('../page.js').Page} */
    as: by => ({
      ...page,
      report(kind, facts, timeStamp, node) {
        const what = SAME[kind] && `${kind} ${SAME[kind](facts)}`;
        if (what) {
          const known = isTold(what, by) || (by !== 'page' && isDenied(what));
          if (!known) told.push({ what, at: now(), by: [by] });
          page.note(NOTE, write(told.slice(-20)));
          // What it costs nobody else knows.
          if (known && !(by === 'page' && kind === 'checkout' && facts.total_cents)) return;
        }
        page.report(kind, facts, timeStamp, node);
      },
    }),
  };
}
