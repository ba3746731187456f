/**
 * Keys, recovery codes and QR codes: what lets somebody in who only watches. Each is looked for in everything that was
 * uploaded, in every mode, as a page has it at first and as a script puts it in later.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODES, record, withBrowser } from './one-page.mjs';

withBrowser();

const later = ( html ) => ( page ) => page.evaluate( ( inner ) => {
	document.getElementById( 'late' ).innerHTML = inner;
}, html );

/** Nothing of these may have left, whether it stood in the page at first or came later; what is beside it has. */
async function held( html, secrets, kept = [] ) {
	for ( const config of MODES ) {
		for ( const [ body, act ] of [ [ html, undefined ], [ '<div id="late"></div>', later( html ) ] ] ) {
			const { text, ended, problems } = await record( { config, body: `<h1>Zqheading</h1>${ body }`, act } );
			assert.deepEqual( secrets.filter( ( secret ) => text.includes( secret ) ), [], JSON.stringify( config ) );
			assert.deepEqual( config.preset === 'strict' ? [] : [ 'Zqheading', ...kept ].filter( ( word ) => ! text.includes( word ) ), [], JSON.stringify( config ) );
			assert.deepEqual( [ ended, problems ], [ [], [] ] );
		}
	}
}

test( 'a key that begins as its issuer has them begin stays hidden, however short it was cut', async () => {
	const keys = [ 'sk_live_Zq1', 'rk_live_Zq2', 'ghp_Zqab', 'gho_Zqcd', 'github_pat_Zqef', 'glpat-Zqgh', 'AKIAZQIJ', 'ASIAZQ22KLMN', 'xoxb-Zqop', 'AIzaZqrs', 'SG.Zq1tuvwx', 'key-0f1e2d3c', 'shpat_Zqyz', 'whsec_Zqaa', 'npm_Zq7bcccc', 'eyJZqbbb' ];
	await held( keys.map( ( key ) => `<p>Your key ${ key }</p><b>${ key }</b>` ).join( '' ), keys );
} );

test( 'the secret of an authenticator app stays hidden in groups, solid, and with an element for each group', async () => {
	await held( '<p>or enter this key: <code>JBSW Y3DP EHPK 3PXP</code></p><p>jbsw y3dp ehpk 3pxq</p><p>KBSWY3DPEHPK3PXP</p>', [ 'JBSW', 'jbsw y3dp', 'KBSWY3DP' ], [ 'or enter this key' ] );
	await held( '<p>Enter this key</p><div><span>NB2W</span> <span>45DF</span> <span>OIZA</span> <span>TXBQ</span></div>', [ 'NB2W', '45DF', 'OIZA', 'TXBQ' ] );
} );

test( 'recovery codes stay hidden in a list, in cells and in one text', async () => {
	await held( '<h2>Keep these</h2><ul><li>a1b2c-d3e4f</li><li>7f9a0-12bcd</li><li><code>0c4d1-9aa3f</code></li></ul><p>Zqbeside</p>', [ 'a1b2c', '7f9a0', '0c4d1' ], [ 'Zqbeside' ] );
	await held( '<table><tr><td>3f2a1-9bbc7</td><td>07ae4-b1c2d</td></tr></table><pre>1a2b3-4c5d6\n9f8e7-6d5c4</pre>', [ '3f2a1', '07ae4', '1a2b3', '9f8e7' ] );
	await held( '<h2>Recovery codes</h2><ol><li>1357-2468</li><li>9753-8642</li></ol><p>Backup codes</p><div><span>80416273</span><span>59620417</span></div>', [ '1357-2468', '9753-8642', '80416273', '59620417' ] );
} );

const side = 25;
const isDark = ( x, y ) => ( x * 7 + y * 11 + x * y ) % 3 === 0;
const modules = Array.from( { length: side * side }, ( _, i ) => [ i % side, Math.floor( i / side ) ] );
const QR = {
	'a path': `<svg viewBox="0 0 25 25" width="200" height="200"><path data-zq d="${ modules.filter( ( [ x, y ] ) => isDark( x, y ) ).map( ( [ x, y ] ) => `M${ x } ${ y }h1v1h-1z` ).join( '' ) }"/></svg>`,
	'a path of few large squares': '<svg viewBox="0 0 29 29" width="232" height="232"><path stroke="#000" d="M0 0h7v7h-7z M8 0h1v1h-1z M10 0h2v1h-2z M22 0h7v7h-7z M1 1h5v5h-5z M9 2h1v1h-1z M12 2h1v3h-1z M0 22h7v7h-7z M11 24h2v1h-2z M14 25h1v2h-1z"/></svg>',
	'lines between points': `<svg viewBox="0 0 25 25" width="200" height="200"><path d="${ modules.filter( ( [ x, y ] ) => isDark( x, y ) ).map( ( [ x, y ] ) => `M${ x },${ y }l1,0 0,1 -1,0 0,-1z ` ).join( '' ) }"/></svg>`,
	rectangles: `<svg viewBox="0 0 250 250" width="200" height="200">${ modules.filter( ( [ x, y ] ) => isDark( x, y ) ).map( ( [ x, y ] ) => `<rect x="${ 10 * x }" y="${ 10 * y }" width="10" height="10" fill="#000"/>` ).join( '' ) }</svg>`,
	'a table': `<table style="width:200px;height:200px">${ Array.from( { length: side }, ( _, y ) => `<tr>${ Array.from( { length: side }, ( __, x ) => `<td style="width:8px;background:${ isDark( x, y ) ? '#000' : '#fff' }"></td>` ).join( '' ) }</tr>` ).join( '' ) }</table>`,
	'a grid': `<div>${ Array.from( { length: side }, ( _, y ) => `<div style="display:flex">${ Array.from( { length: side }, ( __, x ) => `<div style="width:8px;height:8px;background:${ isDark( x, y ) ? '#000' : '#fff' }"></div>` ).join( '' ) }</div>` ).join( '' ) }</div>`,
	'a picture in its own address': '<p>Scan with your authenticator app</p><img width="100" height="100" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
};
for ( const [ how, html ] of Object.entries( QR ) ) {
	test( `a QR code drawn as ${ how } is a box and nothing else`, async () => {
		await held( html, [ 'h1v1', 'M0 0h7', 'l1,0', '"rect"', 'M8 0h1', '8px', 'R0lGOD' ] );
	} );
}

test( 'a QR code that is drawn square by square, and one that is redrawn, stay hidden', async () => {
	const { text } = await record( { body: '<svg id="s" viewBox="0 0 25 25" width="200" height="200"></svg><svg viewBox="0 0 9 9" width="90" height="90"><path id="d" d="M0 0h1z"/></svg>', act: async ( page ) => {
		await page.evaluate( ( all ) => {
			const { s, d } = window;
			d.setAttribute( 'd', all.map( ( [ x, y ] ) => `M${ x } ${ y }h3v3h-3z ` ).join( '' ) );
			all.forEach( ( [ x, y ] ) => {
				const rect = document.createElementNS( 'http://www.w3.org/2000/svg', 'rect' );
				Object.entries( { x, y, width: 1, height: 1 } ).forEach( ( [ name, value ] ) => rect.setAttribute( name, value ) );
				s.append( rect );
			} );
			document.body.append( 'Zqdrawn' );
		}, modules );
		await page.waitForTimeout( 400 );
	} } );
	assert.match( text, /Zqdrawn/ );
	assert.doesNotMatch( text, /"rect"|h3v3/ );
} );

test( 'icons, charts, calendars of squares and ordinary numbers are shown as before', async () => {
	const { text } = await record( { body: `
		<svg width="24" height="24" viewBox="0 0 24 24"><path d="M4 8h4V4H4z M10 20h4v-4h-4z M4 20h4v-4H4z M4 14h4v-4H4z M10 14h4v-4h-4z M16 4v4h4V4z M10 8h4V4h-4z M16 14h4v-4h-4z M16 20h4v-4h-4z M1 1h1v1z M2 2h1v1z"/></svg>
		<svg width="400" height="90">${ Array.from( { length: 80 }, ( _, i ) => `<rect x="${ 5 * i }" width="4" height="${ i % 9 }"/>` ).join( '' ) }</svg>
		<svg width="400" height="90">${ Array.from( { length: 80 }, ( _, i ) => `<rect x="${ 5 * i }" width="4" height="4" fill="#00${ i % 10 }"/>` ).join( '' ) }</svg>
		<table><tr><td>XJ-12345</td><td>AB123-CD456</td></tr><tr><td>AB124-CD457</td><td>2019-2020</td></tr></table><ul><li>EU42</li><li>EU43</li><li>EU44</li><li>EU45</li></ul><nav><a>HOME</a><a>SHOP</a><a>BLOG</a><a>CART</a></nav><p>1234-5678</p>` } );
	for ( const shown of [ 'M4 8h4V4H4z', '"width":"4"', '#009', 'XJ-12345', 'AB123-CD456', 'AB124-CD457', '2019-2020', 'EU45', 'CART', '1234-5678' ] ) {
		assert.ok( text.includes( shown ), shown );
	}
} );
