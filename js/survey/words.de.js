// words.de.js - the widget's own words in German; a file of its own, dist/koord.survey.de.js.

/** @type {import('./words.js').Words} */
export const words = {
  arrived: 'Am Ende dieser Seite wartet eine kurze Frage auf Sie.',
  close: 'Frage schließen',
  step: 'Frage {0} von {1}',
  back: 'Zurück',
  next: 'Weiter',
  send: 'Senden',
  optional: 'freiwillig',
  other: 'Etwas anderes',
  yes: 'Ja',
  no: 'Nein',
  agree: 'Ich stimme zu',
  of: '{0} von {1}',
  choose: 'Bitte wählen Sie zuerst eine Antwort.',
  write: 'Bitte schreiben Sie zuerst ein paar Worte.',
  thanks: 'Vielen Dank.',
};
