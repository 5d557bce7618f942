// style.js - how the inspector looks, and the room that the page makes for it. Constructed style sheets pass every
// policy; `all: initial` with !important keeps the shop's rules out, as it does for the survey.

const LIGHT = `
--surface: #fdfcfa; --raised: #fff; --sunk: #f3f1ec; --text: #20262c; --muted: #5c6670; --edge: #dedad2;
--accent: #255e86; --bad: #b23a24; --bad-soft: #f9e4de; --good: #2b7350; --good-soft: #dcefe4;
--ask: #6b429e; --ask-soft: #efe6f8; --lit: #fff3d1; --lit-edge: #c78a10; --shade: #1a243018;
`;
const DARK = `
--surface: #171b1f; --raised: #1e2328; --sunk: #252b31; --text: #eceff1; --muted: #a9b3bc; --edge: #353d45;
--accent: #8cc3ec; --bad: #ff9c88; --bad-soft: #4a2720; --good: #84d6ab; --good-soft: #1f3d2f;
--ask: #ccb0f5; --ask-soft: #362a49; --lit: #40351a; --lit-edge: #e3b04b; --shade: #0006;
`;

/** CSS pixels from which the panel stands beside the page. */
const WIDE = '64em';
const WIDTH_EM = 27;
const SHEET = 'min(58vh, 36em)';

const FRAME = `
:host { all: initial !important; ${LIGHT} }
* { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; color: inherit; text-align: start; }
* { scrollbar-width: thin; scrollbar-color: var(--edge) transparent; }
[hidden] { display: none !important; }
.frame { font: .875em/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: var(--text); font-variant-numeric: tabular-nums; }
.panel { position: fixed; z-index: 2147482000; bottom: var(--foot, 0px); inset-inline: 0; height: ${SHEET}; display: flex; flex-direction: column;
  background: var(--surface); border-top: 1px solid var(--edge); border-radius: 1em 1em 0 0; box-shadow: 0 -.5em 2em var(--shade); animation: come .3s cubic-bezier(.2, .7, .3, 1); }
@keyframes come { from { opacity: 0; transform: translateY(1.5em); } }
.top { display: flex; align-items: center; gap: .25em; padding: .375em .5em .375em 1em; flex: none; }
h2 { display: flex; align-items: center; gap: .375em; font-weight: 650; font-size: 1.0625em; margin-inline-end: auto; white-space: nowrap; }
h2 span { font-weight: 400; color: var(--muted); }
h2 svg { color: var(--accent); }
svg { width: 1.375em; height: 1.375em; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.icon { display: grid; place-items: center; flex: none; width: 2.5em; height: 2.5em; border-radius: .625em; color: var(--muted); }
button { background: none; cursor: pointer; }
button:hover:not(:disabled, [aria-pressed=true]), .consent label:hover { background: var(--sunk); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: .375em; }
.consented { padding: .125em .625em; border-radius: 1em; font-size: .8125em; background: var(--sunk); color: var(--muted); white-space: nowrap; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.consented.granted { background: var(--good-soft); color: var(--good); }
.consented.denied { background: var(--bad-soft); color: var(--bad); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.unfold { position: fixed; z-index: 2147482000; bottom: calc(var(--foot, 0px) + 1em); inset-inline-end: 1em; display: flex; align-items: center; gap: .5em; min-height: 44px; padding: .375em 1em;
  border: 1px solid var(--edge); border-radius: 2em; background: var(--surface); font-weight: 600; box-shadow: 0 .25em 1em var(--shade); }
.unfold svg { color: var(--accent); }
.note { margin: 0 1em .5em; padding: .375em .75em; border-radius: .5em; background: var(--lit); }
:is(.count, .gains):not(:empty) { min-width: 1.6em; padding-inline: .375em; border-radius: 1em; background: var(--bad); color: var(--surface); font-size: .8125em; text-align: center; }
.gains { background: var(--good); }
.body { flex: 1; min-height: 0; overflow: auto; padding: 0 1em 1em; overscroll-behavior: contain; }
.outline { position: fixed; z-index: 2147481000; top: 0; left: 0; border: 3px solid var(--lit-edge); border-radius: .5em; box-shadow: 0 0 0 3px var(--surface), 0 0 0 9999px var(--shade); pointer-events: none; }
`;

const PARTS = `
section + section { margin-top: 1.125em; }
section > header { display: flex; justify-content: space-between; align-items: baseline; }
h3 { font-weight: 600; }
h4 { margin-block: .75em .25em; font-weight: 600; }
.aside, .quiet, h4, .state, .facts, small { font-size: .8125em; }
.aside, .quiet, h4, .state, dt, small, time, .decision, .findings svg, .events .page span, .answer { color: var(--muted); }
.quiet { padding-block: .375em; }
.drawing { display: block; width: 100%; height: auto; }
.drawing * { fill: none; vector-effect: non-scaling-stroke; }
.drawing .above { fill: var(--good); opacity: .2; }
.drawing .below { fill: var(--bad); opacity: .2; }
.drawing .cord { stroke: var(--edge); stroke-width: 2; }
.drawing .drop { stroke: var(--edge); stroke-dasharray: 2 3; }
.drawing .curve { stroke: var(--text); stroke-width: 2; }
.drawing .knot { fill: var(--surface); stroke: var(--accent); stroke-width: 2; }
.drawing .now { fill: var(--text); }
.drawing .sign { fill: var(--bad); stroke: var(--surface); stroke-width: 2; }
.drawing .delight { fill: var(--good); stroke: var(--surface); stroke-width: 2; }
.drawing .mark { --tone: var(--muted); }
.drawing .succeeded { --tone: var(--good); }
.drawing .failed { --tone: var(--bad); }
.drawing .abandoned { --tone: var(--lit-edge); }
.drawing .mark circle { fill: var(--surface); stroke: var(--tone); stroke-width: 1.5; }
.drawing .mark path { stroke: var(--tone); stroke-width: 2; }
.drawing .lit { fill: var(--lit-edge); stroke: var(--text); }
.drawing .name { fill: var(--muted); font-size: 11px; text-anchor: middle; }
ul, ol { list-style: none; }
.outcomes { margin-top: .375em; }
.outcomes li { display: flex; gap: .5em; align-items: center; padding-block: .125em; font-size: .875em; }
.outcomes svg { width: 18px; height: 18px; }
.outcomes span { flex: 1; }
.outcomes span::first-letter { text-transform: uppercase; }
.findings > li { margin-top: .5em; border: 1px solid var(--edge); border-inline-start: 4px solid var(--bad); border-radius: .625em; background: var(--raised); overflow: clip; }
.findings > .severity1, .findings > .severity2 { border-inline-start-color: var(--lit-edge); }
.findings > .recovered, .findings > .delight { border-inline-start-color: var(--good); }
.findings > .delight { background: var(--good-soft); }
.findings > .provisional { border-inline-start-style: dashed; }
.findings > .revoked { border-inline-start-color: var(--edge); background: none; color: var(--muted); }
.revoked strong { text-decoration: line-through; font-weight: 400; }
.findings > li > button { display: grid; grid-template-columns: auto auto 1fr auto auto; align-items: center; gap: .25em .5em; width: 100%; padding: .625em .75em; white-space: nowrap; }
.findings > li > button:focus-visible { outline-offset: -3px; }
.findings svg { transition: transform .15s; }
[aria-expanded=true] > svg { transform: rotate(180deg); }
strong { font-weight: 600; }
.recovered .state, .delight strong { color: var(--good); }
.sentence { grid-column: 1 / -1; white-space: normal; }
.meter { display: inline-flex; gap: 2px; }
.meter i { width: 4px; height: 12px; border-radius: 2px; background: var(--edge); }
.meter .on { background: var(--bad); }
.delight .meter .on { background: var(--good); }
.revoked .meter .on { background: var(--muted); }
.decision { padding: .375em .75em .5em; font-size: .875em; border-top: 1px solid var(--edge); }
.decision.ask { background: var(--ask-soft); color: var(--ask); font-weight: 550; }
.more:not(:empty) { padding: .25em .75em .75em; border-top: 1px solid var(--edge); }
.where { padding-top: .5em; }
.evidence button, .events button { display: grid; grid-template-columns: 3em 1fr; width: 100%; padding: .25em .375em; min-height: 26px; border-radius: .375em; overflow-wrap: anywhere; }
.evidence button { background: var(--lit); margin-bottom: 2px; }
.facts { display: grid; grid-template-columns: 1fr auto; gap: .25em 1em; overflow-wrap: anywhere; }
dd { text-align: end; }
`;

const PANES = `
.tabs { position: sticky; top: 0; z-index: 1; display: flex; gap: .25em; background: var(--surface); border-bottom: 1px solid var(--edge); }
.tabs button { padding: .5em .75em; min-height: 2.5em; color: var(--muted); border-bottom: 2px solid transparent; margin-bottom: -1px; border-radius: .375em .375em 0 0; }
.tabs [aria-selected=true] { color: var(--text); font-weight: 600; border-color: var(--accent); }
.tabbed { position: relative; }
.pane { padding-top: .75em; scroll-margin-top: 2.5em; }
.chips { display: flex; flex-wrap: wrap; gap: .375em; margin-bottom: .5em; }
.chips button { padding: .125em .75em; min-height: 28px; border: 1px solid var(--edge); border-radius: 1em; font-size: .875em; }
.chips [aria-pressed=true] { background: var(--text); color: var(--surface); border-color: var(--text); }
.events li { border-inline-start: 3px solid transparent; border-radius: .25em; }
.events li.lit { background: var(--lit); border-color: var(--lit-edge); }
.events .shop span { color: var(--accent); }
.events .koord span { color: var(--ask); }
.events .delight span { color: var(--good); }
.pane[data-family=visitor] li:not(.visitor), .pane[data-family=page] li:not(.page), .pane[data-family=shop] li:not(.shop), .pane[data-family=koord] li:not(.koord) { display: none; }
pre { margin: .25em .375em .5em 3.375em; padding: .625em; overflow: auto; max-height: 18em; border-radius: .5em; background: var(--sunk); font: .8125em/1.4 ui-monospace, "Liberation Mono", monospace; }
.lead { margin-bottom: .625em; font-weight: 550; }
.batches { margin-bottom: 1em; }
.batches li { display: flex; justify-content: space-between; gap: 1em; padding-block: .375em; border-bottom: 1px solid var(--edge); }
.answer { text-align: end; }
.ok .answer { color: var(--good); }
.some .answer, .much .answer, .barred .answer, .away .answer { color: var(--bad); }
legend { font-weight: 600; margin-bottom: .25em; }
.consent label { display: grid; grid-template-columns: 1.5em 1fr; align-items: center; column-gap: .5em; padding: .375em; border-radius: .5em; cursor: pointer; }
small { grid-column: 2; }
.consent input { appearance: none; width: 1.25em; height: 1.25em; border: 2px solid var(--muted); border-radius: 50%; }
.consent input:checked { border: .4em solid var(--accent); }
.acts { display: flex; flex-wrap: wrap; gap: .5em; margin-block: .75em; }
.act { padding: .5em 1em; min-height: 2.75em; border: 1px solid var(--muted); border-radius: .625em; font-weight: 550; }
.act:disabled { opacity: .5; }
`;

const PLACES = `
@media (prefers-color-scheme: dark) { :host { ${DARK} } }
@media (max-width: 24em) { h2 span { display: none; } }
@media (min-width: 44em) {
  .body { display: grid; grid-template: 100% / 1fr 1fr; gap: 1.5em; overflow: hidden; padding-bottom: 0; }
  .body > * { overflow: auto; padding-bottom: 1em; padding-inline-end: .25em; overscroll-behavior: contain; }
}
@media (min-width: ${WIDE}) {
  .panel { top: 0; inset-inline: auto 0; bottom: 0; width: ${WIDTH_EM}em; height: auto; border-top: 0; border-inline-start: 1px solid var(--edge); border-radius: 0; animation-name: none; }
  .top { padding-block: .75em .25em; }
  .body { grid-template: minmax(0, max-content) minmax(45%, 1fr) / 100%; gap: .5em; }
  .top [aria-label] svg { rotate: -90deg; }
}
@media (pointer: coarse) { .evidence button, .events button, .chips button { min-height: 44px; align-items: center; } }
@media (forced-colors: active) { .meter .on { background: CanvasText; forced-color-adjust: none; } .events li.lit { outline: 2px solid Highlight; } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
@media print { .frame { display: none; } }
`;

/** What is at the right of a wide page moves beside the panel.
 * @param {string} what selector @param {number} em_px of the panel, for the page's own em may be any size */
const beside = (what, em_px) =>
  `@media screen and (min-width: ${WIDE}) { ${what} { margin-inline-end: ${WIDTH_EM * em_px}px !important; } }`;
const ABOVE = `@media screen and (max-width: calc(${WIDE} - 1px)) { html { padding-bottom: ${SHEET} !important; } }`;

/** @param {string} rules */
function sheetOf(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

/** Throws where a browser has no constructed style sheets. @param {ShadowRoot} root */
export function dress(root) {
  root.adoptedStyleSheets = [sheetOf(FRAME + PARTS + PANES + PLACES)];
}

/** The page beside, or above, the panel; and a question beside it, so that one sees why it is asked.
 * @param {Element} inside the panel */
export function makeRoom(inside) {
  const em_px = parseFloat(getComputedStyle(inside).fontSize);
  const page = sheetOf(beside('html', em_px) + ABOVE);
  const survey = sheetOf(beside(':host', em_px));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  return {
    /** @param {boolean} wanted */
    give(wanted) {
      page.disabled = survey.disabled = !wanted;
    },
    /** @param {ShadowRoot} root of the question */
    move(root) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, survey];
    },
    close() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== page);
      survey.disabled = true;
    },
  };
}
