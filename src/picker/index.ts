/**
 * Looks at a page of the site: what would be recorded of it, drawn over it, and a way to point at an
 * element and get a selector. Runs in the admin page over a same-origin frame; nothing is put into
 * the framed page but one empty drawing layer.
 */
export { createPainter, type Painter } from './painter';
export { pointAt, type PointingOptions } from './point-at';
export { matchesOf, selectorOf } from './selector-of';
export { judge, surveyPage, type FieldFinding, type Finding, type Survey } from './survey';
