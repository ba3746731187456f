/**
 * The recorder in a real browser, as a visitor's page runs it: what it sends, and what it leaves alone.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { chromium } from '@playwright/test';
import { browserProgram } from '../../tools/stack/machine.mjs';
import { openBrowser, openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';

let browser;
const open = [];

before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );
afterEach( async () => {
	for ( const close of open.splice( 0 ).reverse() ) {
		await close();
	}
} );

/** A site with one kind of page, and a visitor on it. */
async function visit( { config = {}, body = '<h1>Hello</h1><input id="a"><a href="/two" id="two">two</a>', path = '/', answer } = {} ) {
	const site = await startSite( { answer, page: ( at ) => ( at === '/favicon.ico' ? undefined : `<!doctype html><title>${ at }</title>${ tags( config ) }<body>${ body }` ) } );
	open.push( site.close );
	const visitor = await openVisitor( browser );
	open.push( () => visitor.context.close() );
	await visitor.page.goto( site.origin + path );
	return { site, ...visitor, page: visitor.page };
}

const eventsOf = ( segments, test_ = () => true ) => segments.flatMap( ( segment ) => segment.events ).filter( test_ );
const isSnapshot = ( event ) => event.type === 2;
const isInput = ( event ) => event.type === 3 && event.data.source === 5;
const first = ( segments ) => segments.length > 0;

test( 'a selector that the browser does not understand ends the recording with its reason and without an event', async () => {
	const { site, page } = await visit( { config: { block: [ '.fine', 'p:::no' ] } } );
	await site.until( first, 'the report' );
	await page.fill( '#a', 'x' );
	await page.goto( `${ site.origin }/two` );
	await site.until( ( segments ) => segments.length === 2, 'the report of the second page' );
	assert.deepEqual( site.segments.map( ( segment ) => [ segment.envelope.ended, segment.events.length ] ), [ [ 'selector', 0 ], [ 'selector', 0 ] ] );
} );

test( 'a mask tells that something was typed, and neither how much nor how often', async () => {
	const { site, page } = await visit( { body: '<input id="a"><input type="password" id="b"><div id="c" contenteditable style="min-height:1em"></div>' } );
	await site.until( first, 'the first segment' );
	for ( const [ id, text ] of [ [ 'a', 'short' ], [ 'b', 'a password of some length' ], [ 'c', 'quite a long text that is written here' ] ] ) {
		await page.click( `#${ id }` );
		await page.keyboard.type( text );
	}
	await page.goto( `${ site.origin }/end` );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
	const events = eventsOf( site.segments.filter( ( segment ) => segment.envelope.page === 0 ) );
	assert.deepEqual( events.filter( isInput ).map( ( event ) => event.data.text ), [ '***', '***' ] );
	const written = events.filter( ( event ) => event.type === 3 && event.data.source === 0 );
	assert.equal( written.length, 1 );
	assert.equal( written[ 0 ].data.adds[ 0 ].node.textContent, '***' );
} );

test( 'a page that shows personal data by its nature is masked wholly', async () => {
	const { site } = await visit( { config: { maskPage: true, preset: 'open' }, body: '<h1>Anna Novak</h1><button>Log out</button>' } );
	await site.until( first, 'the first segment' );
	const { text, envelope } = site.segments[ 0 ];
	assert.doesNotMatch( text, /Anna|Novak|Log out/ );
	assert.match( text, /\*\*\* \*\*\*/ );
	assert.equal( envelope.title, '***' );
} );

test( 'a blocked element is a box of its size on a grid of 8 px and nothing else', async () => {
	const { site } = await visit( { config: { block: [ '#secret' ] }, body: '<div id="secret" class="vip" style="width:101px;height:53px">Hidden <b>text</b></div>' } );
	await site.until( first, 'the first segment' );
	const found = [];
	const walk = ( node ) => {
		if ( node.attributes?.rr_width ) {
			found.push( node );
		}
		node.childNodes?.forEach( walk );
	};
	eventsOf( site.segments, isSnapshot ).forEach( ( event ) => walk( event.data.node ) );
	assert.deepEqual( found.map( ( { tagName, attributes, childNodes } ) => ( { tagName, attributes, childNodes } ) ), [ { tagName: 'div', attributes: { rr_width: '104px', rr_height: '56px' }, childNodes: [] } ] );
} );

test( 'stop() ends the recording for the whole tab, start() begins a new one', async () => {
	const { site, page } = await visit();
	await site.until( first, 'the first segment' );
	await page.evaluate( () => window.candid.stop() );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.ended === 'stopped' ), 'the last segment' );
	const count = site.segments.length;
	await page.goto( `${ site.origin }/two` );
	await page.waitForFunction( () => window.candid?.isRecorder );
	assert.equal( site.segments.length, count );
	await page.evaluate( () => window.candid.start() );
	await site.until( ( segments ) => segments.length > count, 'the new recording' );
	const fresh = site.segments[ count ];
	assert.notEqual( fresh.key, site.segments[ 0 ].key );
	assert.deepEqual( [ fresh.sequence, fresh.envelope.page ], [ 0, 0 ] );
} );

test( 'a page restored from the back-forward cache goes on as a new page view with a new snapshot', async () => {
	const { site, page } = await visit( { path: '/one' } );
	await site.until( first, 'the first segment' );
	await page.click( '#two' );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the second page' );
	await page.goBack();
	const restored = await page.evaluate( () => {
		const [ entry ] = performance.getEntriesByType( 'navigation' );
		return { reasons: entry.notRestoredReasons && JSON.stringify( entry.notRestoredReasons ), path: location.pathname };
	} );
	assert.deepEqual( restored, { reasons: null, path: '/one' } );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 2 ), 'the page view after going back' );
	const last = site.segments.filter( ( segment ) => segment.envelope.page === 2 );
	assert.equal( eventsOf( last, isSnapshot ).length, 1 );
	assert.equal( new Set( site.segments.map( ( segment ) => segment.key ) ).size, 1 );
	// A request that the leaving page gave up may have arrived all the same, and comes again, byte for byte.
	const once = new Map( site.segments.map( ( segment ) => [ segment.text, segment.sequence ] ) );
	assert.deepEqual( [ ...once.values() ].sort( ( a, b ) => a - b ), [ ...once.keys() ].map( ( _, i ) => i ) );
} );

test( 'what happens in the last moment before leaving arrives', async () => {
	const { site, page } = await visit( { body: '<p id="p">before</p>' } );
	await site.until( first, 'the first segment' );
	await page.evaluate( () => {
		document.getElementById( 'p' ).textContent = 'the last words';
	} );
	await page.goto( `${ site.origin }/two` );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.pageEnd && /the last words/.test( segment.text ) ), 'the tail' );
} );

test( 'a large page goes in one compressed segment', async () => {
	const { site } = await visit( { body: Array.from( { length: 6000 }, ( _, i ) => `<p class="row">Row ${ i } of a long list</p>` ).join( '' ) } );
	await site.until( first, 'the first segment' );
	assert.equal( eventsOf( site.segments.slice( 0, 1 ), isSnapshot ).length, 1 );
	assert.ok( site.segments[ 0 ].gzipped && site.segments[ 0 ].wireBytes < 100_000 && site.segments[ 0 ].text.length > 400_000 );
} );

test( 'a door that refuses stops the page without a word in it', async () => {
	const { site, page, problems } = await visit( { answer: () => ( { status: 403 } ) } );
	await site.until( ( segments, arrived ) => arrived.length === 1, 'the refused segment' );
	await page.fill( '#a', 'goes on' );
	await page.goto( `${ site.origin }/favicon.ico` );
	assert.equal( site.arrived.length, 1 );
	assert.deepEqual( problems.filter( ( problem ) => ! /Failed to load resource/.test( problem ) ), [] );
} );

test( 'a door that takes no snapshot, for it is too large, ends the recording of the page with its reason', async () => {
	const words = Array.from( { length: 4000 }, ( _, i ) => ( ( i * 7919 ) % 1_000_003 ).toString( 36 ) ).join( ' ' );
	const { site, page } = await visit( { body: `<p>${ words }</p>`, answer: ( { headers } ) => ( { status: Number( headers[ 'content-length' ] ) > 4000 ? 413 : 204 } ) } );
	await site.until( ( segments ) => segments.some( ( { envelope } ) => envelope.ended === 'limit' ), 'the report' );
	for ( let i = 0; i < 20; i++ ) {
		await page.mouse.move( 5 + i, 5 );
	}
	await page.evaluate( () => window.candid.start() );
	await page.goto( `${ site.origin }/favicon.ico` );
	assert.equal( site.arrived.filter( ( { bytes } ) => bytes.length > 4000 ).length, 1 );
	assert.equal( site.segments.flatMap( ( { events } ) => events ).filter( isSnapshot ).length, 0 );
} );

test( 'a page inside another page is not recorded', async () => {
	const { site, page } = await visit( { path: '/outer', body: '', config: {} } );
	await site.until( first, 'the first segment' );
	await page.evaluate( () => new Promise( ( resolve ) => {
		const frame = document.createElement( 'iframe' );
		frame.src = '/inner';
		frame.onload = resolve;
		document.body.append( frame );
	} ) );
	const inner = page.frames().find( ( frame ) => frame.url().endsWith( '/inner' ) );
	assert.equal( await inner.evaluate( () => [ ...document.scripts ].some( ( script ) => /visit/.test( script.src ) ) ), false );
} );

test( 'a browser driven by a program is not recorded', async () => {
	const driven = await chromium.launch( { executablePath: browserProgram(), args: [ '--no-sandbox' ] } );
	open.push( () => driven.close() );
	const site = await startSite( { page: () => `<!doctype html>${ tags() }<p>x` } );
	open.push( site.close );
	const { page } = await openVisitor( driven );
	await page.goto( site.origin, { waitUntil: 'networkidle' } );
	assert.equal( await page.evaluate( () => document.scripts.length ), 2 );
	assert.equal( site.arrived.length, 0 );
} );

test( 'protections that the page asked for before the recorder came hold from the first snapshot', async () => {
	const { site } = await visit( { body: '<p id="own">Mine alone</p><script>addEventListener( "load", () => candid.block( "#own" ) )</script>' } );
	await site.until( first, 'the first segment' );
	assert.doesNotMatch( site.segments.map( ( segment ) => segment.text ).join(), /Mine alone/ );
} );

test( 'the pointer over a blocked key pad or over choices is not recorded, and beside them it is', async () => {
	const { site, page } = await visit( {
		config: { block: [ '#pad' ] },
		body: '<div id="pad" style="position:absolute;left:100px;top:100px;width:100px;height:100px"><button style="width:50px;height:50px">1</button></div><label id="choice" style="position:absolute;left:400px;top:100px;width:100px;height:100px"><input type="radio">Yes</label><label style="position:absolute;left:600px;top:100px;width:100px;height:100px"><textarea style="position:absolute;left:0;top:60px;width:90px;height:30px"></textarea><input type="checkbox" style="position:absolute;left:0;top:0;width:40px;height:40px"></label><p id="beside" style="position:absolute;left:100px;top:400px">Text</p>',
	} );
	await site.until( first, 'the first segment' );
	for ( const [ x, y ] of [ [ 120, 120 ], [ 180, 180 ], [ 420, 110 ], [ 480, 150 ], [ 620, 120 ], [ 110, 420 ] ] ) {
		await page.mouse.move( x, y, { steps: 3 } );
		await page.mouse.click( x, y );
	}
	await page.goto( `${ site.origin }/end` );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
	const points = eventsOf( site.segments.filter( ( segment ) => segment.envelope.page === 0 ), ( event ) => event.type === 3 ).flatMap( ( { data } ) => data.positions ?? ( data.source === 2 ? [ data ] : [] ) );
	const within = ( left, top ) => points.filter( ( { x, y } ) => x >= left && x < left + 100 && y >= top && y < top + 100 ).length;
	// The label's own field is the text: the choice in it is one all the same.
	assert.deepEqual( [ within( 100, 100 ), within( 400, 100 ), within( 600, 100 ) ], [ 0, 0, 0 ] );
	assert.ok( within( 100, 400 ) > 0 );
} );

test( 'what a visitor wrote in an editable region stays hidden when editing ends', async () => {
	const { site, page } = await visit( { body: '<div id="edit" contenteditable>Dear diary</div>' } );
	await site.until( first, 'the first segment' );
	await page.evaluate( () => {
		const region = document.getElementById( 'edit' );
		region.removeAttribute( 'contenteditable' );
		region.append( ' of mine' );
		window.candid.block( '#nothing' );
	} );
	await page.goto( `${ site.origin }/end` );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
	assert.doesNotMatch( site.segments.map( ( segment ) => segment.text ).join(), /diary|mine/ );
} );

test( 'a frame that is added later is recorded, its fields hidden', async () => {
	const { site, page } = await visit( { body: '<div id="place"></div>' } );
	await site.until( first, 'the first segment' );
	await page.evaluate( () => {
		const frame = document.createElement( 'iframe' );
		document.getElementById( 'place' ).append( frame );
		frame.contentDocument.write( '<p>Words in a frame</p><input value="written in a frame">' );
		frame.contentDocument.close();
	} );
	await site.until( ( segments ) => segments.some( ( segment ) => /Words in a frame/.test( segment.text ) ), 'the text of the frame' );
	assert.doesNotMatch( site.segments.map( ( segment ) => segment.text ).join(), /written in a frame/ );
} );

const isClick = ( event ) => event.type === 3 && event.data.source === 2 && event.data.type === 2;

test( 'a frame is told of once, also after a new snapshot of the page', async () => {
	const { site, page } = await visit( { body: '<p id="closed">x</p><iframe id="frame" srcdoc="<button id=inside>Press</button><p id=text>before</p>"></iframe>' } );
	const snapshots = ( count ) => ( segments ) => eventsOf( segments, isSnapshot ).length === count;
	const frames = ( segments ) => eventsOf( segments, ( event ) => event.data.isAttachIframe ).length;
	await site.until( snapshots( 1 ), 'the first snapshot' );
	// What is not sent yet when something is closed is dropped: the next snapshot tells it.
	await site.until( ( segments ) => frames( segments ) > 0, 'the frame' );
	for ( const count of [ 2, 3 ] ) {
		const earlier = frames( site.segments );
		await page.evaluate( () => window.candid.mask( '#closed' ) );
		await site.until( snapshots( count ), 'a new snapshot' );
		await site.until( ( segments ) => frames( segments ) > earlier, 'the frame after it' );
	}
	const inside = page.frameLocator( '#frame' ).locator( '#inside' );
	await inside.click();
	await inside.evaluate( ( button ) => {
		button.ownerDocument.getElementById( 'text' ).firstChild.data = 'after';
	} );
	await page.evaluate( () => new Promise( ( resolve ) => {
		const element = document.getElementById( 'frame' );
		element.addEventListener( 'load', () => setTimeout( resolve ) );
		element.setAttribute( 'srcdoc', '<p>another document</p>' );
	} ) );
	await page.goto( `${ site.origin }/end` );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
	const of = site.segments.filter( ( segment ) => segment.envelope.page === 0 );
	assert.equal( eventsOf( of, isClick ).length, 1 );
	assert.equal( eventsOf( of, ( event ) => event.data.texts?.some( ( text ) => text.value === 'after' ) ).length, 1 );
	// Once for each snapshot, and once for the document that came later.
	assert.equal( frames( of ), 4 );
} );

/** A page whose clock stands in the test's hand. */
async function visitWithClock() {
	const made = await visit( { path: '/favicon.ico' } );
	await made.page.clock.install( { time: 1_800_000_000_000 } );
	await made.page.goto( `${ made.site.origin }/` );
	await made.page.waitForFunction( () => document.readyState === 'complete' );
	await made.page.clock.runFor( 3000 );
	await made.site.until( ( segments ) => eventsOf( segments, isSnapshot ).length === 1, 'the first snapshot' );
	return made;
}
const minutes = ( count ) => count * 60_000;
const write = ( page, words ) => page.evaluate( ( text ) => document.querySelector( 'h1' ).append( text ), words );

test( 'without a sign of the visitor for five minutes nothing is recorded, and the next sign brings a new snapshot', async () => {
	const { site, page } = await visitWithClock();
	await page.clock.runFor( minutes( 6 ) );
	await write( page, 'nobody sees this' );
	await page.clock.runFor( 10_000 );
	await page.mouse.move( 5, 5 );
	await page.clock.runFor( 10_000 );
	await site.until( ( segments ) => eventsOf( segments, isSnapshot ).length === 2, 'the new snapshot' );
	const whileAway = site.segments.filter( ( segment ) => segment.events.every( ( event ) => ! isSnapshot( event ) || JSON.stringify( event ).includes( 'nobody sees this' ) === false ) );
	assert.doesNotMatch( whileAway.map( ( segment ) => segment.text ).join(), /nobody sees this/ );
	assert.equal( new Set( site.segments.map( ( segment ) => segment.key ) ).size, 1 );
} );

test( 'what was seen before a recording has run for two hours stays in it, and the next one begins with a snapshot', async () => {
	const { site, page } = await visitWithClock();
	for ( let at = 3; at < 120; at += 3 ) {
		await page.clock.runFor( minutes( 3 ) );
		await page.mouse.move( 5 + at, 5 );
	}
	// Five seconds are not over: this waits to be sent when the next sign comes.
	await page.clock.runFor( minutes( 3 ) - 1000 );
	await write( page, 'last words' );
	await page.clock.runFor( 1000 );
	await page.mouse.move( 5, 50 );
	await page.clock.runFor( 10_000 );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.key !== segments[ 0 ].key ), 'the next recording' );
	await site.until( ( segments ) => segments.some( ( { text } ) => text.includes( 'last words' ) ), 'the last words' );
	const next = site.segments.filter( ( segment ) => segment.key !== site.segments[ 0 ].key );
	assert.deepEqual( next.map( ( { sequence } ) => sequence ).sort(), next.map( ( _, i ) => i ) );
	assert.ok( next.find( ( { sequence } ) => sequence === 0 ).events.some( isSnapshot ) );
	const told = site.segments.filter( ( segment ) => segment.events.some( ( event ) => event.type === 3 && JSON.stringify( event ).includes( 'last words' ) ) );
	assert.deepEqual( [ ...new Set( told.map( ( { key } ) => key ) ) ], [ site.segments[ 0 ].key ] );
} );

test( 'a visitor who comes back to an open page after half an hour starts a new recording', async () => {
	const { site, page } = await visitWithClock();
	await page.clock.runFor( minutes( 31 ) );
	await page.mouse.move( 5, 5 );
	await page.clock.runFor( 10_000 );
	await site.until( ( segments ) => eventsOf( segments, isSnapshot ).length === 2, 'the new snapshot' );
	const [ first_, ...rest ] = site.segments;
	const fresh = rest.find( ( segment ) => segment.events.some( isSnapshot ) );
	assert.notEqual( fresh.key, first_.key );
	assert.deepEqual( [ fresh.sequence, fresh.envelope.page ], [ 0, 0 ] );
	assert.ok( fresh.envelope.started > first_.envelope.started + minutes( 30 ) );
} );
