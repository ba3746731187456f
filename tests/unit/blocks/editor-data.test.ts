import { afterEach, describe, expect, it, vi } from 'vitest';
import { editorData } from '../../../blocks/privacy-statement/editor-data';

describe( 'what PHP hands to the editor', () => {
	afterEach( () => vi.unstubAllGlobals() );

	it( 'is used as it is when it is whole', () => {
		vi.stubGlobal( 'window', { candidStatement: { kind: 'own', locale: 'pl_PL' } } );
		expect( editorData() ).toEqual( { kind: 'own', locale: 'pl_PL' } );
	} );

	it( 'never becomes the promise that recordings stay here when it is missing or wrong', () => {
		vi.stubGlobal( 'window', {} );
		expect( editorData().kind ).toBe( 'candid' );
		vi.stubGlobal( 'window', { candidStatement: { kind: 'ours', locale: 7 } } );
		expect( editorData() ).toEqual( { kind: 'candid', locale: 'en_US' } );
	} );
} );
