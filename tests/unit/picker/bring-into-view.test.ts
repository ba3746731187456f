// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bringIntoView } from '../../../src/picker';

/** What the page is scrolled by for an element at a place of the window, which is 600 px high. */
function scrolledBy( top: number, height: number ): number | null {
	const element = document.body.appendChild( document.createElement( 'input' ) );
	element.getBoundingClientRect = () => new DOMRect( 0, top, height && 100, height );
	window.innerHeight = 600;
	const scroll = vi.spyOn( window, 'scrollBy' ).mockImplementation( () => undefined );
	scroll.mockClear();
	bringIntoView( element );
	return ( scroll.mock.calls[ 0 ]?.[ 0 ] as ScrollToOptions | undefined )?.top ?? null;
}

describe( 'bringing an element into view', () => {
	afterEach( () => vi.restoreAllMocks() );

	it( 'scrolls to an element outside the window', () => {
		expect( scrolledBy( 1000, 40 ) ).toBe( 700 );
		expect( scrolledBy( -200, 40 ) ).toBe( -500 );
	} );

	it( 'leaves the page where it is for an element that can be seen, and for one that is not shown', () => {
		expect( scrolledBy( 100, 40 ) ).toBeNull();
		expect( scrolledBy( 0, 0 ) ).toBeNull();
	} );
} );
