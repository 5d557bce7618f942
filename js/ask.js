// ask.js - carries out the core's decision to ask: waits for calm, takes a place in the budget, fetches the survey, and
// reports what became of it. The entry of dist/koord.ask.js, which is fetched when there is something to ask, or when
// the shop has surveys of its own.

import { complain } from './settings.js';
import { untilCalm } from './survey/calm.js';
import { createPast } from './survey/past.js';
import { hash } from './text.js';

export { prepare } from './survey/prepare.js';

/**
 * @typedef {import('./survey/survey.js').Survey} Survey
 * @typedef {import('./survey/survey.js').Question & {judges?: boolean}} Question
 * @typedef {import('./survey/survey.js').Answer} Answer
 * @typedef {import('./survey/survey.js').Host} SurveyHost
 * @typedef {{id: string} & Partial<Survey>} Wanted with texts, unless it is one of the ready-made ones
 * @typedef {(survey: Wanted, host: SurveyHost) => unknown} Renderer false: leaves it to us
 */

/**
 * @param {object} host
 * @param {import('./journey.js').Journey} host.journey
 * @param {import('./session.js').Session} host.session
 * @param {import('./clock.js').Clock} host.clock
 * @param {Wanted[]} host.surveys the shop's own
 * @param {string} host.language of the page
 * @param {(text: string) => {text: string, length: string}} host.redact
 * @param {() => Renderer | undefined} host.renderer the shop's own
 * @param {() => Promise<{show: Function}>} host.load
 */
export function createAsk({ journey, session, clock, surveys, language, redact, renderer, load }) {
  /** @type {{close: () => void} | undefined} */
  let card;

  /** What an answer says, as a fact. @param {Question} question @param {Answer} answer */
  function factsOf({ id, judges }, { value, choices, text }) {
    const redacted = text ? redact(text) : undefined;
    const judged = judges && value !== undefined ? +(value > 0) : undefined;
    const facts = { question: id, value, choice: choices?.join(), judged, length: redacted?.length };
    return { facts, text: redacted?.text };
  }

  /** @param {string} survey @param {number} decision */
  function hostOf(survey, decision) {
    const past = createPast({ session, clock, key: hash(survey) });
    let shown = clock.now();
    /** @param {string} phase @param {import('./page.js').Facts} [more] @param {string} [text] */
    const report = (phase, more, text) => {
      const at = clock.now();
      const took_ms = phase === 'shown' ? undefined : Math.round(at - shown);
      journey.feed('survey', { phase, decision, survey, took_ms, ...more }, at, at, text);
    };
    /** @type {SurveyHost} */
    const host = {
      language,
      onShown() {
        shown = clock.now();
        past.asked();
        report('shown');
      },
      onAnswer(question, answer) {
        const { facts, text } = factsOf(question, answer);
        past.answered();
        report('answered', facts, text);
      },
      onDone() {
        past.answered();
        report('completed');
      },
      onDismiss() {
        past.dismissed();
        report('dismissed');
      },
    };
    return { host, report, past };
  }

  /** @param {Wanted} survey @param {SurveyHost} host */
  async function show(survey, host) {
    const theirs = renderer();
    if (theirs && theirs(survey, host) !== false) return;
    const { show } = await load();
    card = await show(survey, host);
  }

  /** @param {import('./core.js').Effect} decision one of the hold-out takes its place and is shown nothing */
  async function ask({ id, record, yes }) {
    const name = JSON.parse(record).survey;
    const { host, report, past } = hostOf(name, id);
    const reason = yes ? await untilCalm(clock) : '';
    const place = reason ? 0 : journey.reserve();
    if (!place) {
      journey.hear();
      if (yes) report('held', { reason: reason || 'other_tab' });
    } else if (yes) {
      try {
        await show(surveys.find(survey => survey.id === name) || { id: name }, host);
      } catch (error) {
        complain(`survey "${name}"`, `was not shown: ${error.message}`);
        journey.release(place);
        report('failed');
      }
    } else past.asked();
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
