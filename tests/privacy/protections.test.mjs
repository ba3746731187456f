/** What the owner and the page ask to protect is protected, or nothing is recorded. Values begin with Zq. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { onPage } from './on-page.mjs';

let browser;
before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );

const SECRETS = '<div class="secret">ZqBlocked</div><div data-candid="block">ZqMarked</div><input value="ZqInput">';
for ( const open of [ '.fine:not(.x', '[data-x="a', '[data-x="a"', '.fine/* mine', '.fine\\', ':not(:not(.x', ':not(:is([data-x="a"', ':not([data-x="a', ':is(.x' ] ) {
	test( `the selector ${ open } is not closed, and stops the recording`, async () => {
		const { values, ended, events } = await onPage( browser, { config: { block: [ open, '.secret' ] }, body: SECRETS } );
		assert.deepEqual( [ values, ended, events.length ], [ [], [ 'selector' ], 0 ] );
	} );
}

test( 'selectors of every shape block beside each other', async () => {
	const { values } = await onPage( browser, {
		config: { block: [ '.a:not( .x )', '[data-x="a,b]"]', 'p:is( .b, .c ) > b', '.d /* why */', '.e\\,f', ' .g , .h ' ] },
		body: '<p class="a">ZqA</p><p data-x="a,b]">ZqB</p><p class="b"><b>ZqC</b></p><p class="d">ZqD</p><p class="e,f">ZqE</p><p class="g">ZqG</p><p class="h">ZqH</p><p class="i">ZqShown</p>',
	} );
	assert.deepEqual( values, [ 'ZqShown' ] );
} );

for ( const inputs of [ false, true ] ) {
	test( `the label of a button that is marked as sensitive stays hidden, inputs ${ inputs ? 'recorded' : 'not recorded' }`, async () => {
		const { values } = await onPage( browser, { config: { inputs }, body: '<input type="submit" data-candid="sensitive" value="ZqSecret"><input type="submit" value="ZqShown">' } );
		assert.deepEqual( values, [ 'ZqShown' ] );
	} );
}

test( 'a selector of candid.block() that is not closed stops the recording', async () => {
	const { values, ended } = await onPage( browser, { body: '<p class="x">x</p>', act: ( page ) => page.evaluate( () => {
		window.candid.block( '.x:not(.y' );
		document.querySelector( 'p' ).textContent = 'ZqLater';
	} ) } );
	assert.deepEqual( [ values, ended ], [ [], [ 'selector' ] ] );
} );

test( 'what waits to be sent does not leave when a selector of candid.block() is not closed', async () => {
	const { values, ended } = await onPage( browser, { body: '<p class="x">x</p>', act: ( page ) => page.evaluate( async () => {
		document.querySelector( 'p' ).textContent = 'ZqWaits';
		// By the next frame the recorder has been told.
		await new Promise( ( resolve ) => requestAnimationFrame( resolve ) );
		window.candid.block( '.x:not(.y' );
	} ) } );
	assert.deepEqual( [ values, ended ], [ [], [ 'selector' ] ] );
} );

/** The list in words, made in the page, for an element with the id s. */
const LISTS = { 'a NodeList': 'document.querySelectorAll( "#s" )', 'an array': '[ s ]', 'a jQuery object': '{ 0: s, length: 1 }', 'an array of selectors': '[ "#s" ]' };
for ( const [ what, given ] of Object.entries( LISTS ) ) {
	test( `candid.block() and candid.mask() take ${ what }`, async () => {
		const { values, ended } = await onPage( browser, {
			body: '<p id="s">before</p><p id="t">before</p><p id="o">before</p>',
			act: ( page ) => page.evaluate( ( list ) => {
				// eslint-disable-next-line no-eval -- See LISTS.
				const make = ( words ) => ( 0, eval )( `( ${ words } )` );
				window.candid.block( make( list ) );
				window.candid.mask( make( list.replace( /\bs\b/, 't' ) ) );
				document.getElementById( 's' ).textContent = 'ZqBlocked';
				document.getElementById( 't' ).textContent = 'ZqMasked';
				document.getElementById( 'o' ).textContent = 'ZqShown';
			}, given ),
		} );
		assert.deepEqual( [ values, ended ], [ [ 'ZqShown' ], [] ] );
	} );
}

for ( const given of [ 'null', '{}', 'document', '[ null ]' ] ) {
	test( `candid.block( ${ given } ) protects nothing, and stops the recording`, async () => {
		// eslint-disable-next-line no-eval -- As above.
		const { ended } = await onPage( browser, { act: ( page ) => page.evaluate( ( it ) => window.candid.block( ( 0, eval )( `( ${ it } )` ) ), given ) } );
		assert.deepEqual( ended, [ 'selector' ] );
	} );
}
