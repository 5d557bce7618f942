// tabs.js - three panes of which one is seen, as the ARIA pattern has it: arrows move, Tab goes into the pane.
import { element } from '../survey/dom.js';

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/** @param {[name: string, pane: HTMLElement][]} panes the first is seen @param {string} label */
export function createTabs(panes, label) {
  const bar = element('div', { role: 'tablist', class: 'tabs', 'aria-label': label });
  const tabs = panes.map(([name, pane], place) => {
    const tab = element('button', { type: 'button', role: 'tab', id: `tab${place}` }, name);
    tab.addEventListener('click', () => choose(place));
    pane.setAttribute('role', 'tabpanel');
    pane.setAttribute('aria-labelledby', tab.id);
    pane.tabIndex = 0;
    bar.append(tab);
    return tab;
  });

  /** A pane begins at its top, however far the one before it was scrolled under the tabs. @param {number} chosen */
  function choose(chosen) {
    const scrolled = bar.offsetTop > 0 && panes[chosen][1].hidden;
    for (const [place, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(place === chosen));
      tab.tabIndex = place === chosen ? 0 : -1;
      panes[place][1].hidden = place !== chosen;
    }
    if (scrolled) panes[chosen][1].scrollIntoView();
  }

  bar.addEventListener('keydown', ({ key }) => {
    const step = STEPS[key];
    if (!step) return;
    const now = tabs.findIndex(tab => tab.tabIndex === 0);
    const next = (now + step + tabs.length) % tabs.length;
    choose(next);
    tabs[next].focus();
  });
  choose(0);
  return { view: element('section', { class: 'tabbed' }, bar, ...panes.map(([, pane]) => pane)), choose };
}
