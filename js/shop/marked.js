// What the shop wrote into its markup for Koord: data-koord-event on whatever is pressed.
import { factsJson } from '../custom.js';
import { redactText } from '../redact.js';

const FACT = /^koordFact(\w+)$/;

/** "koordFactShoeSize" of a data set, from data-koord-fact-shoe-size, is the fact shoe_size. @param {string} name */
const snake = name => name.replace(/[A-Z]/g, (letter, at) => `${at ? '_' : ''}${letter.toLowerCase()}`);

/** @param {HTMLElement} element */
function factsOf({ dataset }) {
  const all = Object.entries(dataset).map(([name, value]) => [FACT.exec(name)?.[1], value]);
  return Object.fromEntries(all.flatMap(([name, value]) => (name ? [[snake(name), value]] : [])));
}

/** @param {import('../page.js').Page} page */
export function captureMarked(page) {
  page.on(document, 'click', ({ timeStamp }, leaf) => {
    const marked = /** @type {HTMLElement | null | undefined} */ (leaf?.closest('[data-koord-event]'));
    const { koordEvent = '' } = marked?.dataset || {};
    if (!marked || !koordEvent) return;
    const facts = factsOf(marked);
    page.report('custom', { name: redactText(koordEvent, 64), facts: factsJson(facts) }, timeStamp);
    page.tell('said', { name: koordEvent, facts }, timeStamp);
  });
}
