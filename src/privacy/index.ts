/**
 * What may leave the page: rules over plugin/rules/privacy-rules.json. The recorder calls them on the way out, the
 * admin screens call them to show what would happen, and plugin/includes/Privacy does the same on the server. What has
 * to be remembered between two questions (ElementStates, FieldReasons, FieldLabels) is in objects of their owner.
 */
export { scrubAttribute, type AttributeContext } from './attribute';
export { hideKeys } from './codes';
export { scrubCss, scrubStyle } from './css';
export { DRAWINGS, isQrCode, saysCode, textsNear } from './drawing';
export { ALLOWED, BLOCKED, CONTROL, ElementStates, GONE, IGNORED, MASKED, SENSITIVE, hidesContent, type StateRules } from './element-state';
export { isFormControl, reasonOfField } from './field';
export { FieldReasons } from './field-reasons';
export { FieldLabels } from './labels';
export { MARKER_SELECTOR, markerOf, type Marker } from './markers';
export { MASK, maskText, maskValue, type Preset } from './mask';
export { SelectorError, SelectorLists } from './selector-lists';
export { scrubText } from './text';
export { keptKeys, scrubUrl } from './url';
export { Verdicts, verdict, type Verdict, type VerdictRules } from './verdict';
export { ReachedPages, isLoggedIn } from './visitor';
export { sensitiveWord } from './words';
