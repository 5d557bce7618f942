// words.it.js - the widget's own words in Italian; a file of its own, dist/koord.survey.it.js.

/** @type {import('./words.js').Words} */
export const words = {
  arrived: 'Una breve domanda la attende in fondo a questa pagina.',
  close: 'Chiudi questa domanda',
  step: 'Domanda {0} di {1}',
  back: 'Indietro',
  next: 'Avanti',
  send: 'Invia',
  optional: 'facoltativo',
  other: 'Altro',
  yes: 'Sì',
  no: 'No',
  agree: 'Accetto',
  of: '{0} di {1}',
  choose: 'Scelga prima una risposta.',
  write: 'Scriva prima qualche parola.',
  thanks: 'Grazie.',
};
