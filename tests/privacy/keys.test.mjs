/**
 * Keys on the screen: where the pointer goes would tell what they write into a secret field. Each test looks at what was
 * uploaded of the pointer, the focus and the selection.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record, withBrowser } from './one-page.mjs';

withBrowser();
const on = { inputs: true };

/** Ids (of the recording) of all elements of the page, by their id in HTML. */
const idsIn = ( events ) => {
	const ids = {};
	const walk = ( node ) => {
		if ( node.attributes?.id ) {
			ids[ node.attributes.id ] = node.id;
			node.childNodes.forEach( ( child, i ) => {
				ids[ `${ node.attributes.id }/${ i }` ] = child.id;
			} );
		}
		node.childNodes?.forEach( walk );
	};
	events.filter( ( { type } ) => type === 2 ).forEach( ( { data } ) => walk( data.node ) );
	return ids;
};
/** Names of the elements that pointer, focus or selection were told of. */
const pointedAt = ( { events } ) => {
	const names = Object.fromEntries( Object.entries( idsIn( events ) ).map( ( [ name, id ] ) => [ id, name ] ) );
	const ids = events.filter( ( { type, data } ) => type === 3 && [ 1, 2, 6, 12, 14 ].includes( data.source ) )
		.flatMap( ( { data } ) => [ data.id, ...( data.positions ?? [] ).map( ( { id } ) => id ), ...( data.ranges ?? [] ).flatMap( ( { start, end } ) => [ start, end ] ) ] );
	return [ ...new Set( ids.map( ( id ) => names[ id ] ).filter( Boolean ) ) ].map( ( name ) => name.split( '/' )[ 0 ] );
};
const PAD = '<p id="far">Some text</p><button id="k7">7</button><button id="k2" style="padding:9px"><b id="b2">2</b><small id="s2">ABC</small></button><span id="ka" style="font-size:40px">a</span><input type="button" id="k5" value="5"><button id="k3" aria-label="3"><svg width="30" height="20"></svg></button><button id="ok">Done</button>';
const KEYS = [ 'k7', 'b2', 's2', 'k2', 'ka', 'k5', 'k3' ];
const act = async ( page ) => {
	for ( const id of [ 'far', ...KEYS, 'ok' ] ) {
		const box = await page.locator( `#${ id }` ).boundingBox();
		await page.mouse.move( box.x + 3, box.y + 3, { steps: 2 } );
		await page.waitForTimeout( 60 );
		await page.mouse.click( box.x + 3, box.y + 3 );
	}
	await page.dblclick( '#ka' );
	await page.focus( '#k7' );
	await page.mouse.move( 300, 300 );
	await page.waitForTimeout( 600 );
};

test( 'the pointer, the focus and a selection do not tell which keys of a pad were pressed', async () => {
	for ( const [ config, field ] of [
		[ {}, '<input type="password" readonly>' ],
		[ { preset: 'open' }, '<section data-candid="block"><input type="password"></section>' ],
		[ {}, '<input readonly inputmode="none" id="x">' ],
		[ on, '<input name="pin" readonly>' ],
		[ on, '<label>PIN <input id="x"></label>' ],
		[ { ...on, preset: 'open' }, '<input autocomplete="one-time-code">' ],
	] ) {
		const at = pointedAt( await record( { config, body: PAD + field, act } ) );
		assert.deepEqual( [ field, at.filter( ( name ) => KEYS.includes( name ) ), [ 'far', 'ok' ].every( ( name ) => at.includes( name ) ) ], [ field, [], true ] );
	}
} );

test( 'a finger on a key is as silent as a mouse', async () => {
	const touch = ( page ) => page.evaluate( async () => {
		for ( const id of [ 'k7', 'far' ] ) {
			const target = document.getElementById( id );
			const touches = [ new Touch( { identifier: 1, target, clientX: 5, clientY: 5 } ) ];
			for ( const type of [ 'touchstart', 'touchmove', 'touchend' ] ) {
				target.dispatchEvent( new TouchEvent( type, { bubbles: true, touches, changedTouches: touches } ) );
				await new Promise( ( resolve ) => setTimeout( resolve, 60 ) );
			}
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 600 ) );
	} );
	assert.deepEqual( pointedAt( await record( { body: `${ PAD }<input type="password">`, act: touch } ) ), [ 'far' ] );
} );

test( 'a field that came later silences the keys too', async () => {
	const at = pointedAt( await record( { body: `${ PAD }<div id="d"></div>`, act: async ( page ) => {
		await page.evaluate( () => {
			window.d.innerHTML = '<input type="password">';
		} );
		await page.click( '#k7' );
		await page.click( '#far' );
	} } ) );
	assert.deepEqual( at.filter( ( name ) => KEYS.includes( name ) ), [] );
} );

test( 'where no field is secret, a letter is a size of the shop\'s and its choice is shown', async () => {
	for ( const config of [ {}, on ] ) {
		const at = pointedAt( await record( { config, body: `${ PAD }<input type="search" name="s"><input type="email"><input type="hidden" name="_wpnonce" value="x"><input readonly value="1" id="x">`, act } ) );
		assert.deepEqual( [ 'far', 'k7', 'ka', 'k5', 'ok' ].filter( ( name ) => ! at.includes( name ) ), [] );
	}
} );
