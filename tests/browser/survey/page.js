// The page beside the tests of the widget: shows questions of every type, all at once or one after the other, and writes
// down what is told of them and what the policy of the page forbade.
import { show } from '/js/survey/survey.js';
import { textIn } from '/js/survey/words.js';
import { QUESTIONS } from './types.js';

const page = { log: [], violations: [], alerts: 0, showAll, ask, QUESTIONS };
window.stage = page;
window.alert = () => page.alerts++;
document.addEventListener('securitypolicyviolation', event => page.violations.push(event.violatedDirective));
addEventListener('error', event => page.violations.push(event.message));

/** @param {string} language */
const hostIn = language => ({
  language,
  onAnswer: (question, answer) => page.log.push([question.id, answer]),
  onShown: () => page.log.push('shown'),
  onDone: () => page.log.push('done'),
  onDismiss: () => page.log.push('dismissed'),
});

async function ask(survey, language = 'en') {
  page.open = await show({ id: 'one', ...survey }, hostIn(language));
}

/** A text of one language only is spoken by a card in the language of the page. */
function spoken(thing, language) {
  if (Array.isArray(thing)) return thing.map(one => spoken(one, language));
  if (typeof thing !== 'object') return thing;
  if ('en' in thing) return textIn(thing, language);
  return Object.fromEntries(Object.entries(thing).map(([name, one]) => [name, spoken(one, language)]));
}

/** Every type in every language, each in a slot of its own, with something chosen; a second question gives progress. */
async function showAll(languages) {
  const main = document.querySelector('main');
  for (const language of languages) {
    for (const question of spoken(QUESTIONS, language)) {
      const slot = `${question.id}_${language}`;
      const place = document.createElement('div');
      place.dataset.koordSlot = slot;
      main.append(place);
      const questions = [question, { id: 'more', type: 'text', text: 'More' }];
      await show({ id: slot, placement: 'inline', slot, questions }, hostIn(language));
      const { shadowRoot } = place.firstChild;
      const field = shadowRoot.querySelector('[value="4"], [value=other], input');
      field?.click();
    }
  }
}
