import { finder } from '@medv/finder';

/** plugin/schemas/settings.json, blocked_selectors. */
const MAX_LENGTH = 200;

/** Names that come and go while a page is used; a selector with one of them would stop matching. */
const PASSING = /^(?:is|has|was)-|(?:^|[-_])(?:active|current|open|opened|closed|hover|focus|focused|selected|visible|hidden|loading|loaded|expanded|collapsed|checked|disabled|invalid|valid|sticky|scrolled)(?:$|[-_])|^(?:current|js|wf|aos|swiper-slide)[-_]|\d{3,}|^post-\d+$/i;

/** Attributes that say what an element is, and hold nothing that a visitor typed. */
const LASTING_ATTRIBUTE = /^(?:role|name|data-candid|data-testid|data-block|data-name)$/;

/**
 * A CSS selector that matches this element and nothing else on its page, made of names that last.
 *
 * @param element An element of a page; its page may be another document.
 * @return The selector, or null when none within the length the settings allow was found.
 */
export function selectorOf( element: Element ): string | null {
	const { body } = element.ownerDocument;
	if ( element === body || element === element.ownerDocument.documentElement || element.getRootNode() !== element.ownerDocument ) {
		return null;
	}
	try {
		const selector = finder( element, {
			root: body,
			className: ( name ) => ! PASSING.test( name ) && name.length < 60,
			idName: ( name ) => ! PASSING.test( name ) && name.length < 60,
			attr: ( name, value ) => LASTING_ATTRIBUTE.test( name ) && value.length < 60,
			timeoutMs: 500,
		} );
		return selector.length <= MAX_LENGTH ? selector : null;
	} catch {
		// finder gives up on some pages (time, or twins that no name tells apart).
		return null;
	}
}

/**
 * What a selector matches on the page of an element; at least that element.
 *
 * @param element  An element of the page.
 * @param selector A selector of its own.
 */
export function matchesOf( element: Element, selector: string ): Element[] {
	const found = [ ...element.ownerDocument.querySelectorAll( selector ) ];
	return found.length > 0 ? found : [ element ];
}
