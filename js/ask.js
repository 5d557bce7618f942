// ask.js - carries out the core's decision to ask: takes a place in the budget, fetches the survey, reports the answers.

import { languageHere } from './environment.js';
import { lengthOf, redactText } from './redact.js';
import { complain } from './settings.js';

/**
 * @typedef {import('./survey/survey.js').Survey} Survey
 * @typedef {import('./survey/survey.js').Host} SurveyHost
 * @typedef {{id: string} & Partial<Survey>} Wanted with texts, unless it is one of the built-in ones
 * @typedef {(survey: Wanted, host: SurveyHost) => unknown} Renderer false: leaves it to us
 */

const OPEN_ANSWER = 1000; // characters

/**
 * @param {object} host
 * @param {import('./journey.js').Journey} host.journey
 * @param {import('./clock.js').Clock} host.clock
 * @param {Wanted[]} host.surveys the shop's own
 * @param {() => Renderer | undefined} host.renderer the shop's own
 * @param {() => Promise<{show: Function}>} host.load
 */
export function createAsk({ journey, clock, surveys, renderer, load }) {
  /** @type {{close: () => void} | undefined} */
  let card;

  /** @param {string} survey @param {number} decision */
  function hostOf(survey, decision) {
    let shown = clock.now();
    /** @param {string} phase @param {import('./page.js').Facts} [more] @param {string} [text] */
    const report = (phase, more, text) => {
      const at = clock.now();
      const took_ms = phase === 'shown' ? undefined : Math.round(at - shown);
      journey.feed('survey', { phase, decision, survey, took_ms, ...more }, at, at, text);
    };
    /** @type {SurveyHost} */
    const host = {
      language: languageHere(),
      onShown() {
        shown = clock.now();
        report('shown');
      },
      onAnswer(question, { value, text }) {
        const redacted = text && redactText(text, OPEN_ANSWER);
        report(
          'answered',
          { question: question.id, value, length: redacted && lengthOf(redacted) },
          redacted,
        );
      },
      onDone: () => report('completed'),
      onDismiss: () => report('dismissed'),
    };
    return { host, report };
  }

  /** @param {Wanted} survey @param {SurveyHost} host */
  async function show(survey, host) {
    const theirs = renderer();
    if (theirs && theirs(survey, host) !== false) return;
    const { show } = await load();
    card = await show(survey, host);
  }

  /** @param {import('./core.js').Effect} decision */
  async function ask({ id, record }) {
    const name = JSON.parse(record).survey;
    const { host, report } = hostOf(name, id);
    const place = journey.reserve();
    if (!place) {
      journey.hear();
      report('held');
      return;
    }
    try {
      await show(surveys.find(survey => survey.id === name) || { id: name }, host);
    } catch (error) {
      complain(`survey "${name}"`, `was not shown: ${error.message}`);
      journey.release(place);
      report('failed');
    }
  }

  return {
    /** One tab of the shop at a time. @param {import('./core.js').Effect} decision */
    async ask(decision) {
      let begun = false;
      const run = () => {
        begun = true;
        return ask(decision);
      };
      try {
        await navigator.locks.request('koord:ask', run);
      } catch {
        if (!begun) await run(); // no locks here: at worst two tabs ask
      }
    },

    close: () => card?.close(),
  };
}
