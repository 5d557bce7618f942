// prepare.js - makes a shop's own surveys ready before the first fact: fetches and checks the file, compiles the programs,
// and tells what the core must know besides: who the visitor is, and how many answers are still wanted.

import { languageHere } from '../environment.js';
import { complain } from '../settings.js';
import { fold, hash } from '../text.js';
import { compileSurvey } from './compile.js';

const BYTES_MOST = 262_144;

/** @typedef {import('../settings.js').AskedSurvey} AskedSurvey */

/** A file of surveys, or nothing. What is of another origin than was asked for is not taken. @param {string} address */
async function fetched(address) {
  const answer = await fetch(address, { redirect: 'error', credentials: 'omit' });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  if (text.length > BYTES_MOST) throw new Error(`is larger than ${BYTES_MOST} bytes`);
  return JSON.parse(text);
}

/** @param {any} given a file's content, or a list of surveys alone @returns {{fatigue: Record<string, number>, surveys: any[]}} */
function partsOf(given) {
  const { fatigue = {}, surveys } = Array.isArray(given) ? { surveys: given } : Object(given);
  if (!Array.isArray(surveys)) throw new Error('has no list "surveys"');
  return { fatigue, surveys };
}

/** @param {any[]} surveys @returns {AskedSurvey[]} those that have a program */
function compiled(surveys) {
  return surveys.flatMap(survey => {
    try {
      return [{ ...survey, id: `${survey.id}`, rows: compileSurvey(survey) }];
    } catch (error) {
      complain('surveys', error.message);
      return [];
    }
  });
}

/** Of the page's language without its region, and of the campaign in its address. */
function visitorHere() {
  const campaign = new URLSearchParams(location.search).get('utm_campaign');
  const [language] = languageHere().toLowerCase().split('-');
  return { language: hash(language), campaign: campaign ? hash(fold(campaign)) : undefined };
}

/** How many answers are still wanted. @param {AskedSurvey[]} surveys @param {import('../settings.js').Settings} settings
 * @param {(kind: string, facts: import('../page.js').Facts) => void} report */
async function tellQuotas(surveys, { collector, site }, report) {
  const wanted = surveys.filter(({ quota }) => quota);
  if (!wanted.length) return;
  const { answers } = await fetched(`${new URL('quota', collector)}?site=${site}`);
  for (const { id, quota = 0 } of wanted) {
    const given = Object.hasOwn(answers, id) ? +answers[id] : 0;
    report('survey_past', { key: hash(id), left: Math.max(0, quota - given) });
  }
}

/**
 * Puts programs and budget into the settings. Never fails: without its surveys a visit is still a visit.
 * @param {import('../settings.js').Settings} settings
 * @param {(kind: string, facts: import('../page.js').Facts) => void} report
 */
export async function prepare(settings, report) {
  const given = settings.own;
  try {
    const { fatigue, surveys } = partsOf(typeof given === 'string' ? await fetched(given) : given);
    for (const [name, value] of Object.entries(fatigue)) settings.settings[`survey.${name}`] ??= value;
    settings.surveys = compiled(surveys);
  } catch (error) {
    complain('surveys', `${typeof given === 'string' ? given : 'the list'} ${error.message}`);
    return;
  }
  report('visitor', visitorHere());
  tellQuotas(settings.surveys, settings, report).catch(error =>
    complain('surveys', `quotas are not known: ${error.message}`),
  );
}
