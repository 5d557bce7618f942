// style.js - how the card looks, and how the looks get into a page whose policy forbids inline styles.
//
// A shop sets the colours with CSS variables on any element around the card, for example on :root, or for one survey
// by its `theme`:
//   --koord-accent      chosen point, button           --koord-on-accent  text on it
//   --koord-surface     the card                       --koord-text       text on it
//   --koord-muted       secondary text                 --koord-edge       borders
//   --koord-soft        what the pointer is on         --koord-font       font family
//   --koord-radius      roundness of the card
//
// `all: initial` with !important in :host wins over every rule of the shop, and makes the font size the one
// that the visitor set in the browser: all measures are in em of that. `direction` is not part of `all`:
// the card follows the page, and each text (unicode-bidi: plaintext) its own script.
// A point of a scale fills its whole cell, so that seven targets of 44 px fit a phone of 320 px; eleven take two rows.

import { LIGHT, VISITOR } from './themes.js';

const CARD = `
:host {
  all: initial !important;
  position: fixed !important;
  inset-block-end: var(--koord-lift, 1.25em) !important;
  inset-inline-end: 1.25em !important;
  width: 24em !important;
  max-width: calc(100vw - 2.5em) !important;
  z-index: 2147483000 !important;
  ${LIGHT}
}
:host([data-placement=start]) { inset-inline: 1.25em auto !important; }
:host([data-placement=bottom]) { inset-inline: 0 !important; margin-inline: auto !important; }
:host([data-aside]) { visibility: hidden !important; }
* { box-sizing: border-box; font: inherit; color: inherit; margin: 0; padding: 0; unicode-bidi: plaintext; text-align: start; }
[hidden] { display: none !important; }
[role=dialog] {
  position: relative;
  display: block;
  max-height: calc(100vh - 1.25em - var(--koord-lift, 1.25em));
  max-height: calc(100dvh - 1.25em - var(--koord-lift, 1.25em));
  overflow: auto;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  padding: 1.25em;
  border: 1px solid transparent;
  border-radius: var(--koord-radius, 1em);
  background-color: var(--surface);
  color: var(--text);
  font: 1em/1.45 var(--koord-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
  box-shadow: 0 0 0 1px var(--shade), 0 1em 2.5em -.5em var(--shade), 0 .25em .75em var(--shade);
  animation: rise .28s cubic-bezier(.2, .7, .3, 1);
}
@keyframes rise { from { opacity: 0; transform: translateY(1em); } }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg { width: 1.5em; height: 1.5em; flex: none; stroke-linecap: round; stroke-linejoin: round; }
:focus-visible, .point :focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.bar { position: absolute; inset-block-start: 0; inset-inline-start: 0; height: 3px; background-color: var(--accent); transition: width .2s; }
.step { min-height: 1.5em; margin-bottom: .625em; padding-inline-end: 3em; font-size: .8125em; color: var(--muted); }
button { min-width: 44px; min-height: 44px; border: 1px solid transparent; border-radius: .625em; background: none; cursor: pointer; }
.close { position: absolute; inset-block-start: .375em; inset-inline-end: .375em; display: grid; place-items: center; color: var(--muted); }
.close:hover, .back:hover { background-color: var(--soft); color: var(--text); }
`;

const QUESTION = `
fieldset { border: 0; min-width: 0; }
.title { display: block; margin-bottom: .75em; font-weight: 600; font-size: 1.0625em; line-height: 1.35; }
small { font-size: .8125em; font-weight: 400; }
.help, small, .ends, .back { color: var(--muted); }
.help { margin: -.375em 0 .875em; font-size: .875em; }
div > .help { color: inherit; }
a { display: inline-block; min-height: 44px; padding-block: .5em; color: var(--accent); text-decoration: underline; text-underline-offset: .2em; }
.scale { display: flex; margin-inline: -2px; }
.nps { display: grid; grid-template-columns: repeat(6, 1fr); }
.point { position: relative; flex: 1; min-width: 0; padding: 2px; cursor: pointer; }
.point input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
.point > span { display: grid; place-items: center; min-height: max(40px, 2.5em); border: 1px solid var(--edge); border-radius: .625em; transition: .12s; }
.stars > span, .emoji > span { border-color: transparent; color: var(--muted); }
.stars svg, .emoji svg { width: 2em; height: 2em; stroke-width: 1.5; }
.point:hover > span { background-color: var(--soft); border-color: var(--accent); }
.point input:checked + span { background-color: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.stars input:checked + span { background-color: transparent; border-color: transparent; color: var(--accent); }
.stars input:checked + span svg { fill: currentColor; }
.stars:has(~ * :checked) > span { color: var(--accent); }
.stars:has(~ * :checked) svg { fill: currentColor; }
.thumb > span { display: flex; justify-content: center; gap: .5em; }
.down svg { transform: scaleY(-1); }
.ends { display: flex; justify-content: space-between; gap: 1em; margin-top: .375em; font-size: .8125em; }
.ends > :last-child { text-align: end; }
.choice { display: flex; align-items: center; gap: .75em; min-height: 44px; margin-top: .375em; padding: .375em .75em; border: 1px solid var(--edge); border-radius: .625em; cursor: pointer; }
.choice:hover { background-color: var(--soft); border-color: var(--accent); }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { flex: none; width: 1.25em; height: 1.25em; accent-color: var(--accent); }
.choice span { flex: 1; min-width: 0; overflow-wrap: anywhere; }
textarea, .room { display: block; width: 100%; min-height: 44px; padding: .625em .75em; border: 1px solid var(--edge); border-radius: .625em; background: none; }
textarea { min-height: 5em; resize: vertical; }
.room { margin-top: .375em; }
textarea:focus-visible, .room:focus-visible { outline-offset: 0; border-color: var(--accent); }
#complaint { min-height: 1.5em; padding-top: .25em; font-size: .8125em; color: var(--alert); }
.buttons { display: flex; gap: .5em; margin-top: .25em; }
.back { padding: .5em .75em; }
.onward { flex: 1; padding: .5em 1.25em; background-color: var(--accent); color: var(--on-accent); font-weight: 600; text-align: center; }
.onward:hover { filter: brightness(1.08); }
.thanks { display: flex; gap: .625em; padding-inline-end: 2em; }
.thanks svg { color: var(--accent); }
.line { height: 3px; margin-top: 1em; border-radius: 2px; background-color: var(--accent); animation: run 6s linear both; opacity: .6; }
[role=dialog]:focus-within .line { animation-play-state: paused; }
@keyframes run { to { transform: scaleX(0); } }
`;

/** Last, because it is neither card nor sheet. */
const IN_A_SLOT = `
:host([data-placement=inline]) { display: block !important; position: static !important; width: auto !important; max-width: 30em !important; }
:host([data-placement=inline]) [role=dialog] { max-height: none; border-radius: var(--koord-radius, 1em); box-shadow: 0 0 0 1px var(--shade); animation: none; }
`;

/**
 * A browser without constructed style sheets (Safari before 16.4) throws here, before anything is on the page: its
 * visitors are not asked.
 * @param {ShadowRoot} root
 */
export function dress(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD + QUESTION + VISITOR + IN_A_SLOT);
  root.adoptedStyleSheets = [sheet];
}
