/**
 * What may leave the page: pure rules over plugin/rules/privacy-rules.json. They keep no state; the
 * recorder calls them on the way out, the admin screens call them to show what would happen, and
 * plugin/includes/Privacy does the same on the server.
 */
export { scrubAttribute, type AttributeContext } from './attribute';
export { scrubCss, scrubStyle } from './css';
export { isFormControl, isSensitiveField } from './field';
export { MARKER_SELECTOR, markerOf, type Marker } from './markers';
export { MASK, maskText, maskValue, type Preset } from './mask';
export { scrubText } from './text';
export { keptKeys, scrubUrl } from './url';
export { verdict, type Verdict, type VerdictRules } from './verdict';
