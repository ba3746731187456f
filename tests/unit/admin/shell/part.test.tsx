// @vitest-environment jsdom
import { createRoot } from '@wordpress/element';
import { act } from 'react-dom/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Part } from '../../../../src/admin/shell/part';

function Broken(): never {
	throw new Error( 'no such page' );
}

describe( 'a part of a screen that fails', () => {
	const silence = ( event: ErrorEvent ): void => event.preventDefault();

	beforeEach( () => {
		( globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean } ).IS_REACT_ACT_ENVIRONMENT = true;
		window.addEventListener( 'error', silence );
		vi.spyOn( console, 'error' ).mockImplementation( () => undefined );
	} );
	afterEach( () => {
		window.removeEventListener( 'error', silence );
		vi.restoreAllMocks();
	} );

	it( 'says so in its own place, and the others go on', () => {
		const box = document.body.appendChild( document.createElement( 'div' ) );
		const root = createRoot( box );
		act( () => root.render(
			<>
				<Part name="Timeline">
					<Broken />
				</Part>
				<Part name="Pages">
					<p>The other part</p>
				</Part>
			</>,
		) );
		expect( box.textContent ).toContain( 'Timeline' );
		expect( box.textContent ).toContain( 'The other part' );
		act( () => root.unmount() );
	} );
} );
