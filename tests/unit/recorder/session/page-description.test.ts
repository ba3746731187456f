// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describePage } from '../../../../src/recorder/session/page-description';
import type { FrontConfig } from '../../../../src/contracts/generated/front-config';

const config = { preset: 'balanced', inputs: false, maskPage: false, keep: [] } as unknown as FrontConfig;
const titleOf = ( title: string ) => {
	document.title = title;
	return describePage( config, 0, 1, ( text ) => text ).title;
};

beforeEach( () => vi.stubGlobal( 'matchMedia', () => ( { matches: false } ) ) );
afterEach( () => vi.unstubAllGlobals() );

test( 'a title is cut before an emoji that does not fit, never within', () => {
	expect( titleOf( `${ 'a'.repeat( 511 ) }🌷 tulips` ) ).toBe( 'a'.repeat( 511 ) );
	expect( titleOf( `${ 'a'.repeat( 510 ) }🌷 tulips` ) ).toBe( `${ 'a'.repeat( 510 ) }🌷` );
	expect( titleOf( 'Tulips 🌷' ) ).toBe( 'Tulips 🌷' );
} );
