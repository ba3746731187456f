/**
 * What mark-up tells without saying it: how much is written, what is chosen, what a closed title says. And fields
 * whose name comes in a place or at a time of its own.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record, withBrowser } from './one-page.mjs';

withBrowser();
const on = { inputs: true };
const MIRRORED = '<script>document.addEventListener("input",e=>e.target.setAttribute("value",e.target.value))</script>';

test( 'the keys of a hidden field cannot be counted, however the page keeps its value', async () => {
	const act = async ( page ) => {
		await page.click( '#t' );
		await page.keyboard.type( 'abcdefghijklm', { delay: 10 } );
	};
	for ( const config of [ {}, on ] ) {
		const { changes, events } = await record( { config, body: `<input type="password" id="t">${ MIRRORED }`, act } );
		const inputs = events.filter( ( { data } ) => data.source === 5 );
		assert.deepEqual( [ changes.filter( ( [ name ] ) => name === 'value' ).length <= 1, inputs.length <= 1 ], [ true, true ] );
	}
	const formatted = await record( { config: on, body: '<input name="pin" id="t" oninput="this.value=this.value.toUpperCase()">', act } );
	assert.equal( formatted.events.filter( ( { data } ) => data.source === 5 ).length, 1 );
} );

test( 'a closed title leaves neither in the snapshot nor beside it', async () => {
	for ( const of of [
		{ config: { block: [ 'title' ] }, head: '<title>Zqtitle</title>' },
		{ head: '<title data-candid="mask">Zqtitle</title>' },
		{ open: '<html data-candid="block">', head: '<title>Zqtitle</title>' },
		{ open: '<html data-candid="mask">', head: '<title>Zqtitle</title>' },
	] ) {
		assert.doesNotMatch( ( await record( { body: 'x', ...of } ) ).text, /Zqtitle/ );
	}
	assert.equal( ( await record( { head: '<title>  A  page </title>', body: 'x' } ) ).segments[ 0 ].envelope.title, 'A page' );
} );

test( 'a form that is called title stops nothing', async () => {
	const { segments, problems } = await record( { body: '<form name="title"></form>' } );
	assert.deepEqual( [ segments[ 0 ].envelope.title, problems ], [ 'A page', [] ] );
} );

test( 'a choice is not told by an attribute that comes or goes', async () => {
	const { changes, text } = await record( {
		body: '<div role="radiogroup"><span role="radio" id="a" tabindex="0">A</span><span role="radio" id="b" tabindex="-1">B</span></div><button role="checkbox" id="c" aria-checked="true" data-state="checked"><i id="i">x</i></button><x-box id="d" checked>y</x-box><div role="option" id="e" aria-selected="true">Z</div><input type="checkbox" checked id="f"><p id="g">x</p>',
		act: ( page ) => page.evaluate( () => {
			const $ = ( id ) => document.getElementById( id );
			$( 'a' ).tabIndex = -1;
			$( 'b' ).tabIndex = 0;
			for ( const id of [ 'c', 'i', 'd' ] ) {
				$( id ).dataset.checked = 'true';
				$( id ).dataset.selected = 'true';
				$( id ).setAttribute( 'aria-pressed', 'true' );
			}
			$( 'c' ).dataset.state = $( 'i' ).dataset.state = 'unchecked';
			$( 'd' ).toggleAttribute( 'selected' );
			$( 'd' ).removeAttribute( 'checked' );
			$( 'c' ).removeAttribute( 'aria-checked' );
			$( 'e' ).removeAttribute( 'aria-selected' );
			$( 'f' ).removeAttribute( 'checked' );
			$( 'g' ).dataset.state = 'open';
		} ),
	} );
	assert.deepEqual( changes, [ [ 'data-state', 'open' ] ] );
	assert.doesNotMatch( text, /"(?:aria-)?(?:checked|selected)"|"tabindex"|"checked"/ );
} );

test( 'where choices are recorded, they are shown', async () => {
	const { changes } = await record( { config: on, body: '<div role="option" id="e" aria-selected="true">Z</div>', act: ( page ) => page.evaluate( () => window.e.setAttribute( 'aria-selected', 'false' ) ) } );
	assert.deepEqual( changes, [ [ 'aria-selected', 'false' ] ] );
} );

test( 'how much is written is not told by the size of the field, and its size at first is kept', async () => {
	const { changes, text } = await record( {
		body: '<textarea id="t" rows="7" style="height:97px;color:red"></textarea><input type="range" id="r" max="9999999" value="1" style="--value: 7381946">',
		act: async ( page ) => {
			await page.fill( '#t', 'a\nb\nc' );
			await page.evaluate( () => {
				const { t, r } = window;
				t.style.height = '1347px';
				t.rows = 1349;
				r.style.setProperty( '--value', '7381948' );
				r.style.backgroundSize = '7381949% 100%';
				// What stays is the page's look.
				t.style.color = 'blue';
				// A new snapshot, of the field as it has grown.
				window.candid.block( '#nothing' );
			} );
		},
	} );
	assert.doesNotMatch( text, /1347|1349|738194/ );
	assert.match( text, /97px/ );
	assert.match( text, /"rows":"7"/ );
	assert.match( JSON.stringify( changes ) + text, /blue/ );
} );

test( 'how much is written is not told by the number or the bar beside the field, while it is written in', async () => {
	for ( const [ config, field ] of [ [ {}, '<textarea id="t" maxlength="500"></textarea>' ], [ on, '<input id="t" name="pin" maxlength="500">' ] ] ) {
		const { text, changes } = await record( {
			config: { ...config, preset: 'open' },
			body: `${ field }<p id="p">0/500</p><p id="q">500 left</p><meter id="m" max="50" value="0"></meter><progress id="r" max="50" value="0"></progress><script>t.oninput=()=>{const n=t.value.length;p.textContent=n+"/500";q.textContent=500-n+" left, 25 rooms";p.dataset.length=n;m.value=r.value=n}</script>`,
			act: async ( page ) => {
				await page.fill( '#t', 'abcdefghijklm' );
				await page.waitForTimeout( 50 );
			},
		} );
		assert.deepEqual( text.match( /\b(13|487)\b(?=\/500| left)/g ), null );
		assert.match( text, /"\*\*\*\/500"/ );
		assert.match( text, /"\*\*\* left, 25 rooms"/ );
		assert.deepEqual( changes.filter( ( [ , value ] ) => value === '13' ), [] );
	}
} );

test( 'a bar that shows something else goes on', async () => {
	const { changes } = await record( { body: '<input id="t"><progress id="r" max="50" value="0"></progress>', act: ( page ) => page.evaluate( () => {
		window.r.value = 13;
	} ) } );
	assert.deepEqual( changes, [ [ 'value', '13' ] ] );
} );

test( 'the copy of a picked option that a select shows is empty', async () => {
	const { text } = await record( {
		head: '<title>x</title><style>select,::picker(select){appearance:base-select}</style>',
		body: '<select id="t"><button><selectedcontent></selectedcontent></button><option><span class="one">one</span></option><option><span class="Zqflag">two</span></option></select>',
		act: ( page ) => page.evaluate( () => {
			window.t.selectedIndex = 1;
		} ),
	} );
	assert.equal( text.split( 'Zqflag' ).length - 1, 1 );
} );

test( 'a field is as sensitive as its autocomplete says', async () => {
	const fields = { a: 'ssn', b: 'cvv', c: 'billing cc-name', d: 'shipping street-address', e: 'bday', f: 'username' };
	const { text } = await record( {
		config: on,
		body: `${ Object.entries( fields ).map( ( [ id, value ] ) => `<input id="${ id }" autocomplete="${ value }">` ).join( '' ) }<input id="z" autocomplete="off"><p>x</p>`,
		act: async ( page ) => {
			for ( const id of [ ...Object.keys( fields ), 'z' ] ) {
				await page.fill( `#${ id }`, `Zqvalue${ id }` );
			}
			await page.click( 'p' );
		},
	} );
	assert.deepEqual( text.match( /Zqvalue./g ), [ 'Zqvaluez' ] );
} );

test( 'a label that comes after its field closes what is still queued', async () => {
	for ( const add of [
		() => window.d.insertAdjacentHTML( 'afterbegin', '<label for="i">PIN</label>' ),
		() => window.l.append( 'PIN' ),
		() => {
			window.l.firstChild.firstChild.data = 'PIN';
		},
		() => {
			window.m.htmlFor = 'i';
		},
	] ) {
		const { text, events } = await record( {
			config: on,
			body: '<div id="d"></div>',
			act: async ( page ) => {
				// By the page's own timers: the label comes after the field was recorded, and before what waits is sent.
				await page.evaluate( `( async () => {
					window.d.innerHTML = '<label id="m">PIN</label><label for="i" id="l"><b>Note</b></label><input id="i" value="Zqlabelled">';
					await new Promise( ( resolve ) => setTimeout( resolve, 500 ) );
					( ${ add } )();
				} )()` );
				await page.waitForTimeout( 300 );
			},
		} );
		assert.doesNotMatch( text, /Zqlabelled/ );
		assert.ok( events.filter( ( { type } ) => type === 2 ).length > 1 );
	}
} );

test( 'a selection does not tell the length of what was hidden in a text', async () => {
	const { events } = await record( { body: '<input id="t"><p id="o">x</p><p id="q">Quiet words</p>', act: async ( page ) => {
		await page.fill( '#t', 'Annabellalonglong' );
		await page.evaluate( () => {
			window.o.textContent = `Hello, ${ window.t.value }`;
		} );
		for ( const id of [ 'o', 'q' ] ) {
			await page.evaluate( ( at ) => {
				const text = document.getElementById( at ).firstChild;
				getSelection().setBaseAndExtent( text, 0, text, text.data.length );
			}, id );
			await page.waitForTimeout( 50 );
		}
	} } );
	const ends = events.filter( ( { data } ) => data.source === 14 ).flatMap( ( { data } ) => data.ranges.map( ( range ) => range.endOffset ) );
	assert.deepEqual( ends, [ 11 ] );
} );

test( 'a mark may be written in capitals', async () => {
	const { text } = await record( { body: '<p data-candid="Block">Zqblocked</p><p data-candid="MASK">Zqmasked</p><label data-candid="Sensitive"><input value="Zqsensitive"></label>', config: on } );
	assert.doesNotMatch( text, /Zq/ );
} );
