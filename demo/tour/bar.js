// bar.js - what the demo can do, above the shop: stories, faults, language, theme, the inspector, the stored visits.

import { h } from '../shop/dom.js';
import { FAULTS, setAlready, setFaults } from '../shop/faults.js';
import { THEMES, theme } from '../shop/theme.js';
import { language, nameOf, t } from './words.js';

/** @typedef {import('../shop/faults.js').Fault} Fault */

const NAMES = /** @type {Fault[]} */ (Object.keys(FAULTS));

/** What it does, and the names of what should be noticed. @param {Fault} name */
function description(name) {
  const [what, signals] = FAULTS[name];
  const names = signals ? signals.split(', ').map(nameOf).join(', ') : t('nothing');
  return h('span', {}, t(what), h('small', {}, `${t('Should be noticed:')} ${names}`));
}

/** @param {() => void} onChange the next page has them */
function faults(onChange) {
  const form = h('form', { class: 'sheet' });
  const fields = NAMES.map(name => h('input', { type: 'checkbox', name }));
  const rows = fields.map((field, at) => h('label', {}, field, description(NAMES[at])));
  const count = h('span', { class: 'count' });
  form.append(h('button', { type: 'button', click: mend }, t('Mend everything')), ...rows);
  function mend() {
    for (const field of fields) field.checked = false;
    tell();
  }
  function tell() {
    setFaults(NAMES.filter((_, at) => fields[at].checked));
    renew();
    onChange();
  }
  /** Stories, and the shop's own page of faults, switch them as well. */
  function renew() {
    const on = setAlready();
    for (const [at, field] of fields.entries()) field.checked = on.includes(NAMES[at]);
    count.textContent = on.length ? String(on.length) : '';
  }
  form.addEventListener('change', tell);
  renew();
  return { view: h('details', { class: 'faults' }, h('summary', {}, t('Faults'), count), form), renew };
}

function languages() {
  const links = /** @type {const} */ (['en', 'nl']).map(code => {
    const name = code === 'en' ? 'English' : 'Nederlands';
    const current = code === language && 'true';
    const go = () => location.assign(`?lang=${code}${location.hash}`);
    return h(
      'button',
      { type: 'button', lang: code, title: name, 'aria-pressed': String(!!current), click: go },
      code.toUpperCase(),
    );
  });
  return h('div', { class: 'pair' }, ...links);
}

/** @typedef {import('../shop/theme.js').Theme} Theme */

/** @param {(theme: Theme) => void} onChange */
function themes(onChange) {
  const choice = h('select', { 'aria-label': t('Theme') });
  for (const name of Object.keys(THEMES)) {
    const words = name === 'system' ? t('as the system') : t(name);
    choice.append(h('option', { value: name, selected: name === theme }, words));
  }
  choice.addEventListener('change', () => onChange(/** @type {Theme} */ (choice.value)));
  return choice;
}

/**
 * @param {object} does
 * @param {Record<string, () => void>} does.stories by name
 * @param {() => void} does.onFaults @param {(theme: Theme) => void} does.onTheme
 * @param {(shown: boolean) => void} does.onInspect @param {boolean} does.inspected
 */
export function createBar({ stories, onFaults, onTheme, onInspect, inspected }) {
  const buttons = Object.entries(stories).map(([name, click]) =>
    h('button', { type: 'button', class: 'story', click }, t(name)),
  );
  const inspector = h('button', { type: 'button', class: 'inspector' }, t('Inspector'));
  const show = (/** @type {boolean} */ on) => inspector.setAttribute('aria-pressed', String(on));
  inspector.addEventListener('click', () => onInspect(inspector.getAttribute('aria-pressed') !== 'true'));
  show(inspected);
  const stored = h('a', { href: '../sessions/' }, t('Stored visits'));
  const brand = h('h1', {}, 'Koord');
  const broken = faults(onFaults);
  const view = h(
    'header',
    { class: 'bar' },
    brand,
    h('div', { class: 'stories' }, ...buttons),
    h('div', { class: 'controls' }, broken.view, inspector, stored, languages(), themes(onTheme)),
  );
  return {
    view,
    inspector: show,
    faults: broken.renew,
    /** @param {boolean} busy a story is being told */
    busy(busy) {
      for (const button of buttons) button.disabled = busy;
    },
  };
}
