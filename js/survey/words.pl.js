// words.pl.js - the widget's own words in Polish; a file of its own, dist/koord.survey.pl.js.

/** @type {import('./words.js').Words} */
export const words = {
  arrived: 'Na końcu tej strony czeka krótkie pytanie.',
  close: 'Zamknij to pytanie',
  step: 'Pytanie {0} z {1}',
  back: 'Wstecz',
  next: 'Dalej',
  send: 'Wyślij',
  optional: 'nieobowiązkowe',
  other: 'Coś innego',
  yes: 'Tak',
  no: 'Nie',
  agree: 'Zgadzam się',
  of: '{0} z {1}',
  choose: 'Proszę najpierw wybrać odpowiedź.',
  write: 'Proszę najpierw napisać kilka słów.',
  thanks: 'Dziękujemy.',
};
