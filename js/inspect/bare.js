// bare.js - the words of the inspector where no file of words can be loaded: each thing is called by its name in the
// tables, each sentence is the names of what it would tell.

/** @param {string} names @returns {Record<string, string>} */
const named = names => Object.fromEntries(names.split(' ').map(name => [name, name]));

const KNOWN = {
  said: {},
  knots: {},
  names: {},
  questions: {},
  facts: {
    '?': '{kind}[ {signal}][ {goal}][ {outcome}][ {phase}][ {what}][ {place}][ {step}][ {label}][ {query}][ {count}]',
    consent: 'consent[: {state}]',
  },
  signals: { '?': '{signal}[ {variant}][ {label}][ {query}]: {count}' },
  whys: { '?': 'hold: {why}' },
  families: named('all visitor page shop koord'),
  counters: named('captured sent resent dropped refused full errors storage'),
  storages: ['0', '1', '2'],
  identity: named('session trail nonce hash'),
  answers: named('ok some much barred busy away left'),
  consents: { granted: ['granted', ''], cookieless: ['cookieless', ''], denied: ['denied', ''] },
  unheard: 'The words of the inspector could not be loaded. Names stand for sentences.',
  balance: '{level} / 100',
  cordText: '{places}: {level} / 100',
  sank: '{knot} −',
  rose: '{knot} +',
  friction: 'friction {count}',
  delight: 'delight {count}',
  budget: 'budget: {visit} / {visit_most}, {month} / {window_most}',
  more: '+ {count}',
  severity: 'severity {severity} / 5',
  goodness: 'delight {severity} / 5',
  older: '+ {count}',
  waits: 'waits: {bytes}',
  batch: 'records: {records}, {bytes}',
  lacks: 'lacks: < {id}',
  asked: 'ask: {survey}',
};

/** @type {import('./words.js').Words} */
export const BARE = new Proxy(/** @type {any} */ (KNOWN), {
  get: (known, name) => known[name] ?? String(name),
});
