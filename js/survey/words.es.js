// words.es.js - the widget's own words in Spanish; a file of its own, dist/koord.survey.es.js.

/** @type {import('./words.js').Words} */
export const words = {
  arrived: 'Una breve pregunta le espera al final de esta página.',
  close: 'Cerrar esta pregunta',
  step: 'Pregunta {0} de {1}',
  back: 'Atrás',
  next: 'Siguiente',
  send: 'Enviar',
  optional: 'opcional',
  other: 'Otra cosa',
  yes: 'Sí',
  no: 'No',
  agree: 'Acepto',
  of: '{0} de {1}',
  choose: 'Elija primero una respuesta.',
  write: 'Escriba primero unas palabras.',
  thanks: 'Gracias.',
};
