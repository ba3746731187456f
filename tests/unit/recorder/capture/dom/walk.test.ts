// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { sensitiveWord } from '../../../../../src/privacy';
import { Masking } from '../../../../../src/recorder/masking/masking';
import type { SerializedNode } from '../../../../../src/recorder/recorded';
import { RecordedPage } from '../../recorded-page';

/** Levels of what is written in JSON. */
const levelsOf = ( value: unknown ): number => ( typeof value === 'object' && value ? 1 + Math.max( 0, ...Object.values( value ).map( levelsOf ) ) : 0 );
const depthOf = ( { childNodes = [] }: SerializedNode ): number => 1 + Math.max( 0, ...childNodes.map( depthOf ) );

it( 'A page deeper than the server reads is described to a depth of 200 levels, and the next look tells the rest, not nested', () => {
	document.body.innerHTML = '<p>beside</p>';
	let at: Element = document.body;
	for ( let level = 0; level < 400; level++ ) {
		at = at.appendChild( document.createElement( 'div' ) );
	}
	at.textContent = 'deepest';
	const masking = new Masking( { v: 1, door: '', key: '', recorder: '', keep: [], block: [], preset: 'balanced', inputs: true, maskPage: false }, { sensitiveWord } );
	masking.start();
	const page = new RecordedPage( masking );
	const tree = page.snapshot();
	expect( [ depthOf( tree ), levelsOf( tree ) < 512, page.idOf( at ), page.idOf( document.querySelector( 'p' )! ) > 0 ] ).toEqual( [ 201, true, 0, true ] );
	const told = page.look() as Exclude<ReturnType<typeof page.look>, string | null>;
	expect( [ page.idOf( at ) > 0, levelsOf( told ) < 10, JSON.stringify( told ).includes( 'deepest' ) ] ).toEqual( [ true, true, true ] );
	expect( page.look() ).toBeNull();
	masking.stop();
} );
