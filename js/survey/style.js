// style.js - how the card looks, and how the looks get into a page whose policy forbids inline styles.
//
// A shop sets the colours with CSS variables on any element around the card, for example on :root:
//   --koord-accent      chosen point, button           --koord-on-accent  text on it
//   --koord-surface     the card                       --koord-text       text on it
//   --koord-muted       secondary text                 --koord-edge       borders
//   --koord-radius      roundness of the card          --koord-font       font family
//
// `all: initial` with !important in :host wins over every rule of the shop, and makes the font size the one
// that the visitor set in the browser: all measures are in em of that. `direction` is not part of `all`:
// the card follows the page, and each text (unicode-bidi: plaintext) its own script.
// A point of the scale fills its whole cell, so that seven targets of 44 px fit a phone of 320 px.

const LIGHT = `
--accent: var(--koord-accent, #1d5f8a);
--on-accent: var(--koord-on-accent, #fff);
--surface: var(--koord-surface, #fff);
--text: var(--koord-text, #1c2630);
--muted: var(--koord-muted, #55626e);
--edge: var(--koord-edge, #8593a0);
--soft: var(--koord-soft, #f1f5f8);
--alert: #b3261e;
--shade: #10203026;
`;

const DARK = `
--accent: var(--koord-accent, #8cc8f0);
--on-accent: var(--koord-on-accent, #0d2231);
--surface: var(--koord-surface, #1d252d);
--text: var(--koord-text, #eef2f5);
--muted: var(--koord-muted, #b0bcc6);
--edge: var(--koord-edge, #74828f);
--soft: var(--koord-soft, #29333d);
--alert: #ffb4ab;
--shade: #0009;
`;

const CARD = `
:host {
  all: initial !important;
  position: fixed !important;
  inset-block-end: 1.25em !important;
  inset-inline-end: 1.25em !important;
  width: 24em !important;
  max-width: calc(100vw - 2.5em) !important;
  z-index: 2147483000 !important;
  ${LIGHT}
}
* { box-sizing: border-box; font: inherit; color: inherit; margin: 0; padding: 0; unicode-bidi: plaintext; text-align: start; }
[role=dialog] {
  position: relative;
  display: block;
  max-height: calc(100vh - 2.5em);
  max-height: calc(100dvh - 2.5em);
  overflow: auto;
  padding: 1.25em;
  border: 1px solid transparent;
  border-radius: var(--koord-radius, 1em);
  background: var(--surface);
  color: var(--text);
  font: 1em/1.45 var(--koord-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
  box-shadow: 0 0 0 1px var(--shade), 0 1em 2.5em -.5em var(--shade), 0 .25em .75em var(--shade);
  animation: rise .28s cubic-bezier(.2, .7, .3, 1);
}
@keyframes rise { from { opacity: 0; transform: translateY(1em); } }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg { width: 1.5em; height: 1.5em; flex: none; stroke-linecap: round; stroke-linejoin: round; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.title:focus { outline: none; }
`;

const QUESTION = `
fieldset { border: 0; min-width: 0; }
.step { padding-inline-end: 3em; min-height: 1.25em; margin-bottom: .75em; font-size: .8125em; color: var(--muted); }
.title { display: block; margin-bottom: .875em; font-weight: 600; font-size: 1.0625em; line-height: 1.35; }
small { font-size: .8125em; font-weight: 400; color: var(--muted); }
.scale { display: flex; margin-inline: -2px; }
.point { position: relative; flex: 1; min-width: 0; padding: 2px; cursor: pointer; }
.point input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
.point > span { display: grid; place-items: center; min-height: max(40px, 2.5em); border: 1px solid var(--edge); border-radius: .625em; font-variant-numeric: tabular-nums; transition: background-color .12s, border-color .12s; }
.point:hover > span { background: var(--soft); border-color: var(--accent); }
.point input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.point input:focus-visible + span { position: relative; z-index: 1; outline: 3px solid var(--accent); outline-offset: 2px; }
.ends { display: flex; justify-content: space-between; gap: 1em; margin-top: .375em; font-size: .8125em; color: var(--muted); }
.ends > :last-child { text-align: end; }
textarea { display: block; width: 100%; min-height: 5em; padding: .625em .75em; resize: vertical; border: 1px solid var(--edge); border-radius: .625em; background: transparent; }
textarea:focus-visible { outline-offset: 0; border-color: var(--accent); }
#complaint { min-height: 1.5em; padding-top: .25em; font-size: .8125em; color: var(--alert); }
button { min-width: 44px; min-height: 44px; border: 1px solid transparent; border-radius: .625em; background: none; cursor: pointer; }
.onward { display: block; width: 100%; margin-top: .25em; padding: .5em 1.25em; background: var(--accent); color: var(--on-accent); font-weight: 600; text-align: center; }
.onward:hover { filter: brightness(1.08); }
.close { position: absolute; inset-block-start: .375em; inset-inline-end: .375em; display: grid; place-items: center; color: var(--muted); }
.close svg { width: 1.25em; height: 1.25em; }
.close:hover { background: var(--soft); color: var(--text); }
.thanks { display: flex; gap: .625em; padding-inline-end: 2em; }
.thanks svg { color: var(--accent); }
.line { height: 3px; margin-top: 1em; border-radius: 2px; background: var(--accent); transform-origin: center; animation: run 6s linear; animation-fill-mode: both; opacity: .6; }
[role=dialog]:focus-within .line { animation-play-state: paused; }
@keyframes run { to { transform: scaleX(0); } }
`;

const SETTINGS_OF_THE_VISITOR = `
@media (prefers-color-scheme: dark) { :host { ${DARK} } }
@media (max-width: 30em) {
  :host { inset-inline: 0 !important; inset-block-end: 0 !important; width: auto !important; max-width: none !important; }
  [role=dialog] { padding-bottom: calc(1em + env(safe-area-inset-bottom)); border-inline-width: 0; border-radius: var(--koord-radius, 1em) var(--koord-radius, 1em) 0 0; }
  .scale { margin-inline: min(-2px, 50vw - 1.25em - 154px); }
}
@media (forced-colors: active) {
  [role=dialog] { border-color: CanvasText; }
  .onward { border-color: ButtonText; }
  .point input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  .line { background: CanvasText; }
}
@media (prefers-reduced-motion: reduce) {
  [role=dialog] { animation: none; }
  .line { animation-timing-function: step-end; }
  .point > span { transition: none; }
}
@media print { :host { display: none !important; } }
`;

/**
 * A browser without constructed style sheets (Safari before 16.4) gets a plain card with its own controls.
 * Set through the CSSOM, which a policy does not forbid.
 */
const PLAIN = `position:fixed;bottom:16px;right:16px;max-width:320px;max-height:90vh;overflow:auto;padding:16px;
border:1px solid #8593a0;border-radius:12px;background:#fff;color:#1c2630;font:16px/1.4 sans-serif;z-index:2147483000`;

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} dialog
 */
export function dress(root, dialog) {
  if (!('adoptedStyleSheets' in ShadowRoot.prototype)) {
    /** @type {HTMLElement} */ (root.host).style.cssText = 'all:initial!important';
    dialog.style.cssText = PLAIN;
    /** @type {HTMLElement} */ (root.querySelector('.unseen')).style.cssText =
      'position:fixed;clip-path:inset(50%)';
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD + QUESTION + SETTINGS_OF_THE_VISITOR);
  root.adoptedStyleSheets = [sheet];
}
