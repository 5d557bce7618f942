// words.js - the tour's sentences in Dutch; the key is the English one. What the shop has words for, it lends.

import { WORDS as INSPECTOR } from '../../js/inspect/words.en.js';
import { WORDS as INSPECTOR_NL } from '../../js/inspect/words.nl.js';
import { DUTCH } from '../shop/dutch.js';
import { language } from '../shop/language.js';

/** @type {Record<string, string>} */
const OWN = {
  // bar
  'Koord: the demo': 'Koord: de demo',
  'Take the tour': 'Rondleiding',
  'Unhappy visitor': 'Ontevreden bezoeker',
  'Innocent visitor': 'Tevreden bezoeker',
  Stop: 'Stop',
  Faults: 'Storingen',
  'Mend everything': 'Alles herstellen',
  Inspector: 'Inspector',
  'Stored visits': 'Bewaarde bezoeken',
  Theme: 'Thema',
  'as the system': 'als het systeem',
  light: 'licht',
  dark: 'donker',
  'The shop': 'De winkel',
  'What the demo can do': 'Wat de demo kan',
  'Findings of this visit': 'Bevindingen van dit bezoek',
  'nothing so far': 'nog niets',

  'Should be noticed:': 'Moet worden opgemerkt:',
  nothing: 'niets',
  'This shop has Koord in it. Take the tour, or walk around yourself: what Koord notices is told here.':
    'In deze winkel zit Koord. Volg de rondleiding, of kijk zelf rond: wat Koord opmerkt staat hier.',

  // stories
  'A shop that sells nothing, with Koord in it: one script tag. This tour takes two minutes.':
    'Een winkel die niets verkoopt, met Koord erin: één script-tag. Deze rondleiding duurt twee minuten.',
  'The inspector shows what Koord sees. It is for you: visitors never see it.':
    'De inspector laat zien wat Koord ziet. Die is voor u: bezoekers zien hem nooit.',
  'On a wide screen the inspector would stand beside the shop. Here, what Koord notices is told below it.':
    'Op een breed scherm stond de inspector naast de winkel. Hier staat eronder wat Koord opmerkt.',
  'Ada looks for a hammock, and misspells it.': 'Ada zoekt een hangmat, en maakt een tikfout.',
  'Nothing. Koord waits a moment, in case she tries again, and then it asks one question.':
    'Niets. Koord wacht even, misschien probeert ze het nog eens, en stelt dan één vraag.',
  'She has said what she missed. She will not be asked again on this visit.':
    'Ze heeft gezegd wat ze miste. Dit bezoek wordt haar niets meer gevraagd.',
  'A mug instead. The shop has promised her a discount.':
    'Dan maar een mok. De winkel heeft haar korting beloofd.',
  'Refused. Koord knows that a code failed, and never which code it was.':
    'Geweigerd. Koord weet dát een code faalde, en nooit welke code het was.',
  'What she types stays in the page. Koord learns which fields she fills in, and never with what.':
    'Wat ze typt blijft in de pagina. Koord weet welke velden ze invult, en nooit waarmee.',
  'Now the Pay button is dead. Watch what she does.': 'Nu is de betaalknop dood. Let op wat ze doet.',
  'Pressed in anger, and no answer came. Each finding says which presses it rests on.':
    'Boos gedrukt, en geen antwoord. Elke bevinding zegt op welke drukken zij rust.',
  'The same way, in a shop that works. Nothing should go wrong.':
    'Dezelfde weg, in een winkel die werkt. Er hoort niets mis te gaan.',
  'Four quick presses on “+”: no anger, for the page answers every one of them.':
    'Viermaal snel op “+”: geen woede, want de pagina antwoordt elke keer.',
  'The code is accepted, and the total falls.': 'De code wordt aangenomen, en het totaal zakt.',
  'Contact, delivery, payment: nobody is held up.': 'Contact, bezorging, betaling: niemand wordt opgehouden.',
  'And the button does what it says.': 'En de knop doet wat hij zegt.',
  'Bought, and nobody was bothered. What is noticed went well.':
    'Gekocht, en niemand lastiggevallen. Wat is opgemerkt, ging goed.',
  'See the stored visits': 'Bekijk de bewaarde bezoeken',
  'The shop did not do what the tour expected, and so it ends here.':
    'De winkel deed niet wat de rondleiding verwachtte, en daarom eindigt zij hier.',
};

export { language };

/** The inspector's names of findings. @type {Record<string, string>} */
const NAMES = (language === 'nl' ? INSPECTOR_NL : INSPECTOR).names;

/** @param {string} signal */
export const nameOf = signal => NAMES[signal] ?? signal.replace(/_/g, ' ');

/** @param {string} sentence */
export function t(sentence) {
  if (language === 'en') return sentence;
  const text = OWN[sentence] ?? DUTCH[sentence];
  if (text === undefined) console.warn(`words.js lacks “${sentence}”`);
  return text ?? sentence;
}
