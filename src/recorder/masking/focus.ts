import { focusedIn, rootOf } from '../../privacy/natives';

/** Whether what is written in the element is being written now. */
export const isFocused = ( element: Element ): boolean => focusedIn( rootOf( element ) ) === element;
