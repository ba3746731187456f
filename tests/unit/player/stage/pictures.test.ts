// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Pictures } from '../../../../src/player/stage/pictures';
import { ASSET_ATTRIBUTE } from '../../../../src/decoder/stage-words';

function image(): HTMLImageElement {
	const made = document.createElement( 'img' );
	made.setAttribute( ASSET_ATTRIBUTE, '1' );
	document.body.append( made );
	return made;
}

describe( 'pictures that are waited for', () => {
	beforeEach( () => {
		document.body.innerHTML = '';
		vi.stubGlobal( 'URL', { createObjectURL: () => 'blob:null/1' } );
	} );

	it( 'are shown when their file comes', () => {
		const pictures = new Pictures();
		const waiting = image();
		pictures.addElement( waiting );
		pictures.addDocument( document );
		pictures.addFile( 1, 'image/png', new ArrayBuffer( 4 ) );
		expect( waiting.getAttribute( 'src' ) ).toBe( 'blob:null/1' );
	} );

	it( 'are let go of with the document they stood in, as soon as another is built', () => {
		const pictures = new Pictures();
		const gone = image();
		pictures.addElement( gone );
		gone.remove();
		pictures.addDocument( document );
		pictures.addFile( 1, 'image/png', new ArrayBuffer( 4 ) );
		expect( gone.hasAttribute( 'src' ) ).toBe( false );
	} );

	it( 'are not waited for once their file is known never to come', () => {
		const pictures = new Pictures();
		pictures.addFile( 1, '', new ArrayBuffer( 0 ) );
		const never = image();
		pictures.addElement( never );
		pictures.addFile( 1, 'image/png', new ArrayBuffer( 4 ) );
		expect( never.hasAttribute( 'src' ) ).toBe( false );
	} );
} );
