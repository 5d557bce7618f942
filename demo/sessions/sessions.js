// sessions.js - the visits that the collector has stored, newest first: asked for again every few seconds, and drawn
// anew only where something is new.

import { h } from '../shop/dom.js';
import { beginTheme } from '../shop/theme.js';
import { api } from './api.js';
import { createRow } from './row.js';
import { language, t } from './words.js';

/** @typedef {import('./api.js').Session} Session */

const AGAIN_MS = 3000;
const FIRST = 25;
const MOST = 500; // of one answer
/** Visits that are read at once: each is a request. */
const TOGETHER = 4;

const list = h('ol', { class: 'visits', id: 'visits' });
const status = h('p', { class: 'status', role: 'status' });
const older = h('button', { type: 'button', hidden: true, click: showOlder }, t('Show older visits'));
const empty = h(
  'div',
  { class: 'empty', hidden: true },
  h('h2', {}, t('No visit yet')),
  h('p', {}, t('Walk through the shop, or let the tour do it. What Koord stores appears here by itself.')),
  h(
    'p',
    {},
    h('a', { class: 'button', href: '../tour/' }, t('To the tour')),
    ' ',
    h('a', { class: 'button plain', href: '../' }, t('To the shop')),
  ),
);
/** @type {Map<string, ReturnType<typeof createRow>>} */
const rows = new Map();
let limit = FIRST;

/** Only what is said anew is spoken anew. @param {string} text */
function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** @param {Session} session */
function rowFor(session) {
  const known = rows.get(session.session);
  if (known) return known;
  const row = createRow(session);
  rows.set(session.session, row);
  return row;
}

/** Moves nothing that stands where it belongs. @param {HTMLElement[]} views */
function arrange(views) {
  views.forEach((view, at) => {
    if (list.children[at] !== view) list.insertBefore(view, list.children[at] ?? null);
  });
  while (list.children.length > views.length) list.lastElementChild?.remove();
}

async function renew() {
  const { sessions, next } = await api.sessions(limit);
  const changed = sessions.filter(session => rowFor(session).isOld(session));
  for (let at = 0; at < changed.length; at += TOGETHER) {
    const some = changed.slice(at, at + TOGETHER);
    await Promise.all(some.map(async one => rowFor(one).show(await api.session(one.session))));
  }
  arrange(sessions.map(session => rowFor(session).view));
  empty.hidden = sessions.length > 0;
  older.hidden = !next || limit >= MOST;
  const count = next ? `${sessions.length}+` : String(sessions.length);
  say(sessions.length ? t(sessions.length === 1 ? '{0} visit' : '{0} visits', count) : '');
}

function showOlder() {
  limit = Math.min(MOST, limit * 4);
  turn();
}

let waiting = 0;
let underway = false;

/** One at a time, and none while nobody looks. */
async function turn() {
  clearTimeout(waiting);
  if (underway || document.hidden) return;
  underway = true;
  try {
    await renew();
  } catch (error) {
    say(t('The collector does not answer. Trying again …'));
    console.warn('the stored visits cannot be read:', error.message);
  }
  underway = false;
  waiting = window.setTimeout(turn, AGAIN_MS);
}

/** @param {'en' | 'nl'} code @param {string} name */
const languageLink = (code, name) =>
  h('a', { href: `?lang=${code}`, lang: code, 'aria-current': code === language && 'true' }, name);

function header() {
  const links = [
    h('a', { href: '../tour/' }, t('The tour')),
    h('a', { href: '../' }, t('The shop')),
    h('a', { href: '../surveys/' }, t('The ready surveys')),
    languageLink('en', 'English'),
    languageLink('nl', 'Nederlands'),
  ];
  return h('header', {}, h('h1', {}, t('Stored visits')), h('nav', { 'aria-label': 'Koord' }, ...links));
}

beginTheme();
document.documentElement.lang = language;
document.title = `${t('Stored visits')} – Koord`;
document.body.append(header(), h('main', {}, status, list, empty, older));
document.addEventListener('visibilitychange', turn);
addEventListener('resize', () => {
  for (const row of rows.values()) row.draw();
});
turn();
