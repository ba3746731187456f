// @vitest-environment jsdom
import { createRoot } from '@wordpress/element';
import { act } from 'react-dom/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartBoundary } from '../../../../src/admin/screens/recording/part-boundary';

function Broken(): never {
	throw new Error( 'no such page' );
}

describe( 'a part of the screen that fails', () => {
	beforeEach( () => {
		( globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean } ).IS_REACT_ACT_ENVIRONMENT = true;
		vi.spyOn( console, 'error' ).mockImplementation( () => undefined );
	} );
	afterEach( () => void vi.restoreAllMocks() );

	it( 'says so in its own place, and the others go on', () => {
		const box = document.body.appendChild( document.createElement( 'div' ) );
		const root = createRoot( box );
		act( () => root.render(
			<>
				<PartBoundary>
					<Broken />
				</PartBoundary>
				<PartBoundary>
					<p>The other part</p>
				</PartBoundary>
			</>,
		) );
		expect( box.textContent ).toContain( 'This part of the screen stopped working' );
		expect( box.textContent ).toContain( 'The other part' );
		act( () => root.unmount() );
	} );
} );
