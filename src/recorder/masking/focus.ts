import { focusedIn, rootOf } from '../../privacy/natives';

/** Controls whose value can be shown as a text: in them a mask shows that something was typed. */
export const TYPED = /^(text|search|email|tel|url|password|textarea|number|date|datetime-local|month|week|time)$/;

/** Whether what is written in the element is being written now. */
export const isFocused = ( element: Element ): boolean => focusedIn( rootOf( element ) ) === element;
