// themes.js - the card's colours, and what the visitor has set: dark, more contrast, fewer colours, less motion, a phone.
// Every text has a contrast of at least 4.5 to what it stands on, every border of a control at least 3.

export const LIGHT = `
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
color-scheme: dark !important;
`;

const CONTRAST = `
--muted: var(--koord-text, CanvasText);
--edge: var(--koord-text, CanvasText);
--shade: CanvasText;
`;

/** A sheet as wide as the phone. Seven points of 44 px are 308 px, 154 to each side of its middle. */
const PHONE = `
:host([data-placement]) { inset-inline: 0 !important; inset-block-end: 0 !important; width: auto !important; max-width: none !important; }
[role=dialog] { max-height: 85vh; padding-bottom: calc(1em + env(safe-area-inset-bottom)); border-inline-width: 0; border-radius: var(--koord-radius, 1em) var(--koord-radius, 1em) 0 0; }
.ces { margin-inline: min(-2px, 50vw - 1.25em - 154px); }
`;

export const VISITOR = `
:host([data-dark]) { ${DARK} }
@media (prefers-contrast: more) { :host { ${CONTRAST} } }
@media (max-width: 30em) { ${PHONE} }
@media (forced-colors: active) {
  [role=dialog], .onward, .choice:has(:checked) { border-color: CanvasText; }
  .point:hover > span { border-color: Highlight; }
  .stars > span { border-color: Canvas; }
  .point input:checked + span { forced-color-adjust: none; background-color: Highlight; color: HighlightText; border-color: Highlight; }
  .stars input:checked + span { forced-color-adjust: auto; }
  .bar, .line { background-color: CanvasText; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none !important; }
  [role=dialog] { animation: none; }
  .line { animation-timing-function: step-end; }
}
@media print { :host { display: none !important; } }
`;
