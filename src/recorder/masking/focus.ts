/** Whether what is written in the element is being written now. */
export const isFocused = ( element: Element ): boolean => ( element.getRootNode() as Document ).activeElement === element;
