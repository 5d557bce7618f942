// caption.js - what happens, in a sentence below the shop, with how far the story is and a way to end it.

import { h } from '../shop/dom.js';
import { t } from './words.js';

/** @typedef {ReturnType<typeof createCaption>} Caption */

/** @param {() => void} onStop */
export function createCaption(onStop) {
  const text = h('p', { role: 'status' });
  const more = h('span', { class: 'onward' });
  const stop = h('button', { type: 'button', class: 'stop', click: onStop }, t('Stop'), h('kbd', {}, 'Esc'));
  const view = h('footer', { class: 'caption', hidden: true }, text, more, stop);
  return {
    view,
    stop,
    /** Before any story. @param {string} sentence */
    welcome(sentence) {
      text.textContent = t(sentence);
      view.hidden = false;
      stop.hidden = true;
    },
    begin() {
      view.hidden = false;
      stop.hidden = false;
      more.replaceChildren();
      text.textContent = '';
    },
    /** @param {string} sentence @param {{to: string, name: string}} [link] */
    say(sentence, link) {
      text.textContent = t(sentence);
      more.replaceChildren(...(link ? [h('a', { href: link.to }, t(link.name))] : []));
    },
    /** What was said last stays where it leads somewhere. */
    end() {
      stop.hidden = true;
      view.hidden = !more.firstChild;
    },
    /** @param {string} sentence */
    fail(sentence) {
      text.textContent = t(sentence);
      stop.hidden = true;
    },
  };
}
