// teller.js - says a record in a sentence.
import { isDelight } from './family.js';
import { fill, measure } from './fill.js';

/**
 * @typedef {import('./trail.js').Json} Json
 * @typedef {ReturnType<typeof createTeller>} Teller
 */

/** Where a fact says which of several things happened. */
const WHICH = ['phase', 'what', 'state', 'source', 'answer'];

/** Whose doing a fact is; what is not here is the visitor's. @type {Record<string, string>} */
const FAMILIES = {
  page_view: 'page',
  effect: 'page',
  request: 'page',
  error: 'page',
  page_state: 'page',
  search: 'shop',
  results: 'shop',
  refine: 'shop',
  seen: 'shop',
  product: 'shop',
  cart: 'shop',
  coupon: 'shop',
  checkout: 'shop',
  payment: 'shop',
  purchase: 'shop',
  session: 'koord',
  consent: 'koord',
  survey: 'koord',
  signal: 'koord',
  decision: 'koord',
  outcome: 'koord',
  touchpoint: 'koord',
  other_tab: 'koord',
  custom: 'koord',
};

/** @param {Json} json */
export const familyOf = ({ kind }) => FAMILIES[kind] || 'visitor';

/** @param {{language: string, words: import('./words.js').Words}} speech
 * @param {Pick<import('./trail.js').Trail, 'item' | 'before'>} trail */
export function createTeller({ language, words }, trail) {
  /** "button Pay now", with the role in our words. @param {string} label */
  function labelled(label) {
    const [role, ...name] = label.split(' ');
    return [words.said[`role.${role}`] ?? role, ...name].join(' ');
  }

  /** What a ready-made survey asks; of a shop's own only the name is recorded. @param {string} survey */
  const questionOf = survey =>
    /** @type {Record<string, string>} */ (words.questions)[survey] ?? survey.replace(/_/g, ' ');

  /** @param {Json} json @returns {(name: string) => string | undefined} */
  const knownOf = json => name => {
    const value = json[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'number') return measure(name, value, language, json.currency);
    if (name === 'label' && json.kind !== 'field') return labelled(value);
    if (name === 'survey') return questionOf(value);
    if (value === 'final' || value === 'none') return undefined; // as is usual
    return words.said[`${name}.${value}`] ?? `${value}`;
  };

  /** What decides which sentence it is, where that is no word of its own. @param {Json} json */
  function whichOf(json) {
    if (json.kind === 'submit' && json.invalid) return 'stopped';
    if (json.kind === 'results' && json.count === undefined) return 'unknown';
    if (json.kind === 'results' && json.query) return 'search';
    if (json.kind === 'outcome') return `${json.goal}.${json.outcome}`;
    return json.kind === 'signal' && isDelight(json) ? 'delight' : undefined;
  }

  /** @param {Json} json */
  function sentenceFor(json) {
    const which = [whichOf(json), ...WHICH.map(name => json[name])];
    const sentence = which.map(one => words.facts[`${json.kind}.${one}`]).find(Boolean);
    return sentence ?? words.facts[json.kind] ?? words.facts['?'];
  }

  /** Results know by a key which search they answer, an outcome by an id. @param {Json} json */
  function withQuery(json) {
    if (json.kind === 'outcome') {
      const { query } = trail.item(json.about)?.json ?? {};
      return { ...json, query, took_ms: json.took_ms || undefined };
    }
    if (json.kind !== 'results' || !json.key) return json;
    const search = trail.before(json.id, one => one.kind === 'search' && one.key === json.key);
    return search ? { ...json, query: search.query } : json;
  }

  /** What the evidence adds to a signal: the element's name, the query. @param {Json} json */
  function withEvidence(json) {
    const facts = json.evidence.map((/** @type {number} */ id) => trail.item(id)?.json ?? {});
    const from = (/** @type {string} */ name) => facts.find((/** @type {Json} */ fact) => fact[name])?.[name];
    const about = { label: from('label'), query: from('query'), count: json.evidence_count };
    return { ...json.settings, ...json, ...about };
  }

  /** @param {string} detector */
  const nameOf = detector =>
    /** @type {Record<string, string>} */ (words.names)[detector] ?? detector.replace(/_/g, ' ');

  return {
    words,
    language,
    nameOf,

    /** @param {Json} json */
    fact(json) {
      const known = withQuery(json);
      const named = json.kind === 'signal' ? { ...json, signal: nameOf(json.signal) } : known;
      return fill(sentenceFor(known), knownOf(named));
    },

    /** @param {Json} json */
    signal(json) {
      const sentences = /** @type {Record<string, string>} */ (words.signals);
      const { signal, variant } = json;
      const sentence = sentences[`${signal}.${variant}`] ?? sentences['?'];
      return fill(sentence, knownOf({ ...withEvidence(json), kind: 'signal' }));
    },

    /** Why a question was asked, or not. @param {Json | undefined} decision */
    decision(decision) {
      if (!decision) return words.unasked;
      const whys = /** @type {Record<string, string>} */ (words.whys);
      const why = decision.answer === 'ask' ? words.asked : (whys[decision.why] ?? whys['?']);
      return fill(why, knownOf(decision));
    },

    /** Any of the inspector's own sentences. @param {string} sentence @param {Json} json */
    put: (sentence, json) => fill(sentence, knownOf(json)),

    /** @param {string} name of a setting @param {number} value */
    measure: (name, value) => measure(name, value, language),
  };
}
